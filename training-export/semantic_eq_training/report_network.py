"""The report's sections on the network: the equaliser in the loss, the latent space, the ablations, the macros."""

from __future__ import annotations

import numpy as np

from . import ablations, evaluate, macros, paths
from .grid import peak_to_peak, rms
from .markdown import table
from .model import LATENT, decode_bands, decode_curves
from .pipeline import TrainedModel
from .readers import Setting

PATHS = 10_000


def places(model: TrainedModel) -> np.ndarray:
    """z [n, 32] of every word and every variation."""
    return np.concatenate([model.word_z, *(z.reshape(-1, LATENT) for z in model.variation_z)])


def latent_section(model: TrainedModel, settings: list[Setting], seed: int) -> str:
    """How well words are placed, and what lies between them: all of 10,000 random straight paths are walked."""
    alike, error = evaluate.word_fit(model)
    lowest = np.argsort(alike)[:5]
    axes, participation = evaluate.active_dimensions(model.word_z)
    starts, ends = paths.random_pairs(places(model), PATHS, seed)
    walked = paths.check(model.decoder, starts, ends)
    between = 0.5 * (starts + ends)
    uneven = paths.evenness(model.decoder, starts[:1000], ends[:1000])
    halfway = paths.halfway_error_db(model.decoder, starts, ends)
    people = np.stack([s.curve_db for s in settings])
    curves = [decode_curves(model.decoder, z) for z in (starts, ends, between)]
    at_start, at_end, at_half = (paths.nearest_person(c, people) for c in curves)
    # Opposites cancel half-way: a curve that is nearly flat is like nobody's, and is not heard either.
    heard = rms(curves[2]) > 0.5
    drift = paths.inconsistency(model.decoder, model.encoder, model.word_z)
    names = ", ".join(f"{model.words[i].word} {alike[i]:.3f} ({model.words[i].settings})" for i in lowest)
    nearest = ", ".join(f"{v:.2f}" for v in walked.nearest_octaves)
    return "\n\n".join(
        [
            f"Words as decoded against their consensus: cosine median {np.median(alike):.4f}, 5th percentile "
            f"{np.percentile(alike, 5):.4f}, lowest {alike.min():.4f}; RMS error median {np.median(error):.3f} dB. "
            f"The five worst (and their settings): {names}.",
            f"Over the words {axes} of 32 principal axes hold over 0.1 % of the variance each; participation ratio "
            f"{participation:.1f}.",
            f"{walked.paths} random straight paths between words and variations, each in {paths.STEPS} steps: the "
            f"worst step of any band is {walked.worst_db:.3f} dB and {walked.worst_octaves:.4f} octaves (limits "
            f"{paths.JUMP_DB} dB, 1/12 octave); {100 * walked.jumping:.2f} % of the paths have a jump, "
            f"{100 * walked.out_of_order:.2f} % bands out of order. Nearest approach of neighbouring bands in octaves, "
            f"low to high: {nearest}. A morph's largest step over its mean step: median {np.median(uneven):.2f}, 95th "
            f"percentile {np.percentile(uneven, 95):.2f}.",
            f"Half-way the curve differs from the mean of the ends by {np.median(halfway):.2f} dB RMS (median; 95th "
            f"percentile {np.percentile(halfway, 95):.2f}). Cosine to the most similar person's setting: ends "
            f"{np.median([at_start, at_end]):.3f} (5th percentile {np.percentile([at_start, at_end], 5):.3f}), half-"
            f"way {np.median(at_half[heard]):.3f} ({np.percentile(at_half[heard], 5):.3f}), of the "
            f"{100 * heard.mean():.0f} % of paths that are above 0.5 dB RMS there.",
            f"Semantic consistency, |encode(decode(z)) − z| / |z| of the words: median {np.median(drift):.3f}, 95th "
            f"percentile {np.percentile(drift, 95):.3f}.",
        ]
    )


def ablation_section(outcomes: list[ablations.Outcome]) -> str:
    """The table of ablations."""
    head = [
        "variant", "not met, dB", "not met, cosine", "words, median", "words, lowest", "half-way, dB", "unevenness",
        "worst dB a step", "worst octave a step", "out of order", "inconsistency",
    ]  # fmt: skip
    rows = [
        [
            o.name, f"{o.unmet_db:.3f}", f"{o.unmet_cosine:.4f}", f"{o.words_cosine:.4f}", f"{o.words_lowest:.3f}",
            f"{o.halfway_db:.2f}", f"{o.uneven:.2f}", f"{o.jump_db:.2f}", f"{o.jump_octaves:.3f}",
            f"{100 * o.out_of_order:.0f} %", f"{o.inconsistency:.3f}",
        ]
        for o in outcomes
    ]  # fmt: skip
    budget = ablations.BUDGET
    return (
        f"Each variant is trained for {budget.steps} steps on four folds of five, one seed: small differences are "
        "chance. *Not met*: settings of the withheld people through encoder and decoder. *Words*: as decoded, against "
        f"their consensus. The rest is measured on {ablations.PATHS} paths between words: error half-way; 95th "
        "percentile of a morph's largest step over its mean; a band's worst step in 1 % of a morph; share of paths "
        "with bands out of order; |encode(decode(z)) − z| / |z| half-way.\n\n" + table(head, rows)
    )


def macros_section(model: TrainedModel) -> str:
    """What the eight macros do, and how well their words are known."""
    effects = evaluate.macro_effects(model)
    names = [m.name for m in macros.MACROS]
    by_name = {w.word: w for w in model.words}
    lead = np.diag(effects.heard)[None, :] - effects.heard
    np.fill_diagonal(lead, np.inf)
    off = np.abs(effects.alike - np.eye(len(names)))
    gains = np.abs(decode_bands(model.decoder, model.macro_z)[..., 1]).max(axis=1)
    doubled = peak_to_peak(decode_curves(model.decoder, model.macro_z.sum(axis=0)[None]))[0]
    rows = []
    for i, macro in enumerate(macros.MACROS):
        word = macros.word_of(macro, by_name)
        rows.append(
            [macro.name, word.word, str(word.settings), f"{effects.heard[i, i]:.2f}", f"{lead[:, i].min():.2f}",
             f"{effects.peak_to_peak_db[i]:.1f}", f"{gains[i]:.1f}", f"{off[i].max():.2f}"]
        )  # fmt: skip
    head = ["macro", "its word", "settings", "raises it by (cosine)", "lead", "peak to peak, dB", "largest gain, dB",
            "most alike another"]  # fmt: skip
    cosines = [[n, *(f"{v:.2f}" for v in row)] for n, row in zip(names, effects.alike, strict=True)]
    heard = [[n, *(f"{v:.2f}" for v in row)] for n, row in zip(names, effects.heard, strict=True)]
    return "\n\n".join(
        [
            table(head, rows),
            f"Monotone from 0 to 100 %: {'yes' if effects.monotone else 'NO'}. Symmetric about neutral by construction "
            f"(the decoder is odd). All eight at +100 % together: {doubled:.1f} dB peak to peak.",
            "Cosines between the effects at +100 %:",
            table(["", *names], cosines),
            "How much each macro (row) sounds like each macro's word (column), cosine with its consensus:",
            table(["", *(f"{n}'s" for n in names)], heard),
        ]
    )
