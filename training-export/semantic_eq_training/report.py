"""The report of a run, in Markdown: what was trained on what, and how far it carries."""

from __future__ import annotations

from collections import Counter

import numpy as np

from . import evaluate
from .grid import peak_to_peak
from .markdown import table
from .model import decode_bands, decode_curves
from .pipeline import TrainedModel
from .readers import Setting


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


def fold_section(errors: list[evaluate.Reconstruction], played: dict[str, tuple[int, float]]) -> str:
    """Training and validation error of the auto-encoder, and the words as decoded by a model that saw four folds."""
    rows = [[e.what, str(e.curves), f"{e.median_db:.3f}", f"{e.p95_db:.3f}", f"{e.median_cosine:.4f}"] for e in errors]
    words = [[segment, str(count), f"{mean:.3f}"] for segment, (count, mean) in played.items()]
    return (
        "A second model, trained on four folds only. Curves through its encoder and decoder:\n\n"
        + table(["curves", "count", "median RMS error, dB", "95th percentile, dB", "median cosine"], rows)
        + "\n\nIts words *as decoded*, against the withheld fold's settings:\n\n"
        + table(["segment", "words", "cosine"], words)
    )


def size_section(model: TrainedModel) -> str:
    """How large the words are as they are played."""
    size = peak_to_peak(decode_curves(model.decoder, model.word_z))
    gains = np.abs(decode_bands(model.decoder, model.word_z)[..., 1])
    low, median, high = np.percentile(size, [5, 50, 95])
    within = np.mean((size >= 3.0) & (size <= 8.0))
    return (
        f"Peak to peak at 100 %: {low:.1f} dB (5 %), {median:.1f} (median), {high:.1f} (95 %), {size.max():.1f} (most); "
        f"{100 * within:.0f} % of the words from 3 to 8 dB. Largest gain of a band {gains.max():.1f} dB; the eight gains' "
        f"magnitudes add up to {gains.sum(axis=1).mean():.1f} dB on average."
    )


def markdown(made_by: str, sections: dict[str, str]) -> str:
    """The whole report."""
    text = f"# Training report\n\nMade by the run that made the model: {made_by}.\n"
    return text + "".join(f"\n## {title}\n\n{body}\n" for title, body in sections.items())
