"""The report of a run, in Markdown: what was trained on what, and how far it carries."""

from __future__ import annotations

from collections import Counter

import numpy as np

from . import evaluate, macros
from .grid import peak_to_peak
from .model import decode_bands, decode_curves
from .pipeline import TrainedModel
from .readers import Setting

MORPHS = (("warm", "bright"), ("dark", "airy"), ("muddy", "clear"), ("suave", "fuerte"), ("boomy", "tinny"))


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _matrix(values: np.ndarray, columns: list[str]) -> str:
    names = [m.name for m in macros.MACROS]
    rows = [[name, *(f"{v:.2f}" for v in row)] for name, row in zip(names, values, strict=True)]
    return _table(["", *columns], rows)


def _averages(averages: dict[str, tuple]) -> str:
    rows = []
    for segment, (count, mean, interval) in averages.items():
        cells = [f"{m:.3f} [{lo:.2f}, {hi:.2f}]" for m, lo, hi in zip(mean, *interval, strict=True)]
        rows.append([segment, str(count), *cells])
    return _table(["segment", "words", *evaluate.METHODS], rows)


def data_section(settings: list[Setting], model: TrainedModel, ratio: float) -> str:
    """What the model was made from."""
    corpora = Counter(f"{s.corpus} {s.language}" for s in settings)
    several = sum(w.settings > 1 for w in model.words)
    alike, apart = evaluate.set_once(model, settings)
    text = (
        f"{len(settings)} settings ({', '.join(f'{k}: {v}' for k, v in corpora.items())}), {len(model.words)} words, "
        f"{several} of them with two settings or more. SocialFX's curves, which have no dB, were scaled by "
        f"{ratio:.3f} on their nominal 3.96 dB: what SAFE's people use for the words that both know."
    )
    if len(alike):
        text += (
            f" The {len(alike)} words set once are shrunk: against that one setting, cosine median "
            f"{np.median(alike):.2f}, highest {alike.max():.3f}; RMS difference median {np.median(apart):.1f} dB, "
            f"lowest {apart.min():.1f} dB."
        )
    return text


def words_section(settings: list[Setting], seed: int) -> str:
    """Cross-validation of the words."""
    to_settings = evaluate.macro_average(evaluate.to_settings(settings, seed), seed)
    to_consensus = evaluate.macro_average(evaluate.to_consensus(settings, seed), seed)
    return (
        "Groups (a person; near-duplicates) never stand on both sides. Means over words, 95 % intervals by drawing "
        f"words.\n\nCosine to withheld settings, {evaluate.FOLDS} folds:\n\n"
        + _averages(to_settings)
        + f"\n\nCosine to the mean of at least {evaluate.CONSENSUS_SETTINGS} withheld settings, people halved "
        f"{evaluate.HALVES} times:\n\n" + _averages(to_consensus)
    )


def fold_section(errors: list[evaluate.Reconstruction], played: dict[str, tuple[int, float]]) -> str:
    """Training and validation error of the auto-encoder, and the words as decoded by a model that saw four folds."""
    rows = [[e.what, str(e.curves), f"{e.median_db:.3f}", f"{e.p95_db:.3f}", f"{e.median_cosine:.4f}"] for e in errors]
    words = [[segment, str(count), f"{mean:.3f}"] for segment, (count, mean) in played.items()]
    return (
        "A second model, trained on four folds only. Curves through its encoder and decoder:\n\n"
        + _table(["curves", "count", "median RMS error, dB", "95th percentile, dB", "median cosine"], rows)
        + "\n\nIts words *as decoded*, against the withheld fold's settings:\n\n"
        + _table(["segment", "words", "cosine"], words)
    )


def model_section(model: TrainedModel) -> str:
    """Measurements of the model that ships."""
    alike, error = evaluate.word_fit(model)
    axes, participation = evaluate.active_dimensions(model.word_z)
    size = peak_to_peak(decode_curves(model.decoder, model.word_z))
    bands = decode_bands(model.decoder, model.word_z)
    gains = np.abs(bands[..., 1])
    effects = evaluate.macro_effects(model)
    names = [m.name for m in macros.MACROS]
    off = effects.alike - np.eye(len(names))
    lead = np.diag(effects.heard)[None, :] - effects.heard
    np.fill_diagonal(lead, np.inf)
    place = {w.word: z for w, z in zip(model.words, model.word_z, strict=True)}
    pairs = [(a, b) for a, b in MORPHS if a in place and b in place]
    smooth = evaluate.morph_smoothness(model.decoder, [(place[a], place[b]) for a, b in pairs])
    morphs = ", ".join(f"{a} to {b} {s:.2f}" for (a, b), s in zip(pairs, smooth, strict=True))
    percentiles = np.percentile(size, [5, 50, 95])
    loudness = ", ".join(f"{n} {p:.1f}" for n, p in zip(names, effects.peak_to_peak_db, strict=True))
    return "\n\n".join(
        [
            f"Words as decoded against their consensus: cosine median {np.median(alike):.4f}, 5th percentile "
            f"{np.percentile(alike, 5):.4f}, lowest {alike.min():.4f}; RMS error median {np.median(error):.3f} dB, "
            f"95th percentile {np.percentile(error, 95):.3f} dB.",
            f"Peak to peak at 100 %: {percentiles[0]:.1f} dB (5 %), {percentiles[1]:.1f} (median), "
            f"{percentiles[2]:.1f} (95 %), {size.max():.1f} (most). Largest gain of a band {gains.max():.1f} dB; "
            f"the eight gains' magnitudes add up to {gains.sum(axis=1).mean():.1f} dB on average.",
            f"Latent space over the words: {axes} of 32 principal axes hold over 0.1 % of the variance each; "
            f"participation ratio {participation:.1f}.",
            "![The best-known words, with people's spread](words.png)",
            "![Words and macros on the two principal axes of the latent space](latent.png)",
            f"Morphs, largest of {evaluate.MORPH_STEPS} steps over the mean step (1 is even): {morphs}.",
            "### Macros",
            f"Peak to peak at +100 %: {loudness} dB. "
            f"Monotone: {'yes' if effects.monotone else 'NO'}. Most alike two: |cosine| {np.abs(off).max():.2f}. "
            f"Smallest lead of a macro over the others for its own word: {lead.min():.2f} (cosine).",
            "Cosines between the effects at +100 %:",
            _matrix(effects.alike, names),
            "![What each macro does from -100 to +100 %](macros.png)",
            "How much each macro (row) sounds like each macro's word (column), cosine with its consensus:",
            _matrix(effects.heard, [f"{n}'s" for n in names]),
        ]
    )


def markdown(made_by: str, sections: dict[str, str]) -> str:
    """The whole report."""
    text = f"# Training report\n\nMade by the run that made the model: {made_by}.\n"
    return text + "".join(f"\n## {title}\n\n{body}\n" for title, body in sections.items())
