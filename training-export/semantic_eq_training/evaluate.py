"""Measurements of a trained model: its rendering of people met and not met, its words as decoded, macros, latent space.

What words mean is judged in `crossvalidation` and `withheld`, without the networks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import macros, split
from .cells import cells_of
from .crossvalidation import segment_of
from .grid import POINTS, cosine, cosine_matrix, peak_to_peak, rms, unit
from .model import LATENT, decode_curves, encode
from .pipeline import TrainedModel
from .readers import Setting

FOLDS = 5


@dataclass(frozen=True)
class Reconstruction:
    """How the auto-encoder renders curves: RMS error in dB (median, 95th percentile) and median cosine."""

    what: str
    curves: int
    median_db: float
    p95_db: float
    median_cosine: float


def reconstruction(model: TrainedModel, what: str, curves_db: np.ndarray) -> Reconstruction:
    """Encoder and decoder over curves [n, 64]."""
    rendered = decode_curves(model.decoder, encode(model.encoder, curves_db))
    error = rms(rendered - curves_db)
    alike = cosine(rendered, curves_db)
    return Reconstruction(
        what, len(curves_db), float(np.median(error)), float(np.percentile(error, 95)), float(np.median(alike))
    )


def withheld_fold(
    settings: list[Setting], seed: int, fit: Callable[[list[Setting]], TrainedModel]
) -> tuple[list[Reconstruction], dict[str, tuple[int, float]]]:
    """Trains on all folds but one: reconstruction of people met and not met, and words as the *decoder* plays them.

    The second: segment to (words, mean cosine of the decoded word to the withheld settings).
    """
    fold = split.folds(settings, FOLDS, seed)
    seen = [s for s, f in zip(settings, fold, strict=True) if f != 0]
    withheld = [s for s, f in zip(settings, fold, strict=True) if f == 0]
    model = fit(seen)
    decoded = decode_curves(model.decoder, model.word_z)
    played = {(w.language, w.word): curve for w, curve in zip(model.words, decoded, strict=True)}
    known = cells_of(seen)
    cosines: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for setting in withheld:
        for term in setting.terms:
            key = (setting.corpus, term.language, term.lemma)
            if key in known and key[1:] in played:
                cosines[key].append(float(cosine(played[key[1:]], setting.curve_db)))
    by_segment: dict[str, list[float]] = defaultdict(list)
    for key, values in cosines.items():
        by_segment[segment_of(key)].append(float(np.mean(values)))
    errors = [
        reconstruction(model, name, np.stack([s.curve_db for s in part]))
        for name, part in (("people met in training", seen), ("people not met", withheld))
    ]
    return errors, {k: (len(v), float(np.mean(v))) for k, v in sorted(by_segment.items())}


def active_dimensions(z: np.ndarray) -> tuple[int, float]:
    """Of the latent space over z [n, 32]: principal axes of over 0.1 % of the variance; participation ratio."""
    variance = np.linalg.svd(z - z.mean(axis=0), compute_uv=False) ** 2
    share = variance / variance.sum()
    return int((share > 1e-3).sum()), float(1.0 / np.square(share).sum())


@dataclass(frozen=True)
class MacroEffects:
    """alike [8, 8]: cosines of the effects at +100 %. heard [8, 8]: cosine of macro (row) with macro's word (column).

    peak_to_peak_db [8]. monotone: each macro's size grows at every step from 0 to 100 %.
    """

    alike: np.ndarray
    heard: np.ndarray
    peak_to_peak_db: np.ndarray
    monotone: bool


def macro_effects(model: TrainedModel) -> MacroEffects:
    """What the eight macros do, from neutral."""
    by_name = {w.word: w for w in model.words}
    own = np.stack([macros.word_of(m, by_name).curve_db for m in macros.MACROS])
    effects = decode_curves(model.decoder, model.macro_z)
    steps = np.stack([decode_curves(model.decoder, t * model.macro_z) for t in np.linspace(0.0, 1.0, 21)])
    along = (steps * unit(effects)).mean(axis=-1)
    monotone = bool(np.all(np.diff(along, axis=0) > 0.0))
    return MacroEffects(cosine_matrix(effects, effects), cosine_matrix(effects, own), peak_to_peak(effects), monotone)


def set_once(model: TrainedModel, settings: list[Setting]) -> tuple[np.ndarray, np.ndarray]:
    """Of the words that one setting names, as decoded, against it: cosine [n] and RMS difference in dB [n]."""
    once = [i for i, w in enumerate(model.words) if w.settings == 1]
    person = np.array([settings[model.words[i].members[0]].curve_db for i in once]).reshape(-1, POINTS)
    played = decode_curves(model.decoder, model.word_z[once].reshape(-1, LATENT))
    return cosine(played, person), rms(played - person)


def word_fit(model: TrainedModel) -> tuple[np.ndarray, np.ndarray]:
    """Of every word as its z decodes: cosine [n] and RMS error in dB [n] against its consensus."""
    consensus = np.stack([w.curve_db for w in model.words])
    played = decode_curves(model.decoder, model.word_z)
    return cosine(played, consensus), rms(played - consensus)
