"""What the model knows of people whom it has not met: cross-validation by group, and measurements of the final model.

Cosines are of level-free curves on the common grid, averaged over each word's withheld settings, then over words: words
count, not rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from . import macros, split, words
from .grid import cosine, cosine_matrix, peak_to_peak, rms, unit
from .model import Decoder, decode_curves, encode
from .pipeline import TrainedModel
from .readers import Setting

FOLDS = 5
# Against consensus: people are halved this often, and this many withheld settings of a word make one.
HALVES = 5
CONSENSUS_SETTINGS = 3
METHODS = ("global mean", "word's own mean", "consensus (ours)")
MORPH_STEPS = 40


@dataclass(frozen=True)
class WordScore:
    """One word's cosines [3] in one corpus, a value a method of METHODS, and its withheld settings."""

    segment: str
    word: str
    settings: int
    cosines: np.ndarray


@dataclass(frozen=True)
class Reconstruction:
    """How the auto-encoder renders curves: RMS error in dB (median, 95th percentile) and median cosine."""

    what: str
    curves: int
    median_db: float
    p95_db: float
    median_cosine: float


def segment_of(corpus: str, language: str, lemma: str) -> str:
    """The rows of the data README's table."""
    if corpus == "safe":
        return "SAFE warm+bright" if lemma in ("warm", "bright") else "SAFE other"
    return f"SocialFX {language}"


def to_settings(settings: list[Setting], seed: int, count: int = FOLDS) -> list[WordScore]:
    """Cosine of each word, as known from the other folds, to each of its withheld settings."""
    found: dict[tuple[str, str, str], list[np.ndarray]] = defaultdict(list)
    for key, predicted, people in _withheld(settings, split.folds(settings, count, seed)):
        found[key] += list(cosine(predicted, people[:, None, :]))
    return [WordScore(segment_of(*k), k[2], len(v), np.mean(v, axis=0)) for k, v in found.items()]


def to_consensus(settings: list[Setting], seed: int) -> list[WordScore]:
    """Cosine of each word, as known from one half of the people, to the mean of its settings by the other half."""
    found: dict[tuple[str, str, str], list[np.ndarray]] = defaultdict(list)
    withheld: dict[tuple[str, str, str], int] = defaultdict(int)
    for repeat in range(HALVES):
        for key, predicted, people in _withheld(settings, split.folds(settings, 2, seed + repeat)):
            if len(people) >= CONSENSUS_SETTINGS:
                found[key].append(cosine(predicted, unit(people).mean(axis=0)))
                withheld[key] = max(withheld[key], len(people))
    return [WordScore(segment_of(*k), k[2], withheld[k], np.mean(v, axis=0)) for k, v in found.items()]


def _withheld(
    settings: list[Setting], fold: np.ndarray
) -> Iterator[tuple[tuple[str, str, str], np.ndarray, np.ndarray]]:
    """For each fold and each word known from the others: its key, predicted curves [3, 64], withheld curves [n, 64]."""
    for k in np.unique(fold):
        predictions = _predictions([s for s, f in zip(settings, fold, strict=True) if f != k])
        withheld = [s for s, f in zip(settings, fold, strict=True) if f == k]
        for key, members in words.cells_of(withheld).items():
            if key in predictions:
                yield key, predictions[key], np.stack([withheld[i].curve_db for i in members])


def _predictions(seen: list[Setting]) -> dict[tuple[str, str, str], np.ndarray]:
    """(corpus, language, lemma) to its predicted curves [3, 64], in the order of METHODS."""
    shapes = unit(np.stack([s.curve_db for s in seen]))
    cells = words.cells_of(seen)
    means = {c: shapes[m].mean(axis=0) for c, m in cells.items()}
    corpus_mean = {k: np.mean([m for c, m in means.items() if c[0] == k], axis=0) for k in {c[0] for c in cells}}
    ours = {(w.language, w.word): w.curve_db for w in words.consensus(seen, words.fit_effects(seen))}
    return {c: np.stack([corpus_mean[c[0]], means[c], ours[c[1:]]]) for c in cells if c[1:] in ours}


def macro_average(scores: list[WordScore], seed: int) -> dict[str, tuple[int, np.ndarray, np.ndarray]]:
    """Segment to (words, mean a method [3], 95 % interval [2, 3] by drawing words with replacement)."""
    rng = np.random.default_rng(seed)
    result = {}
    for segment in sorted({s.segment for s in scores}):
        values = np.stack([s.cosines for s in scores if s.segment == segment])
        draws = values[rng.integers(len(values), size=(1000, len(values)))].mean(axis=1)
        result[segment] = (len(values), values.mean(axis=0), np.percentile(draws, [2.5, 97.5], axis=0))
    return result


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
    known = words.cells_of(seen)
    cosines: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for setting in withheld:
        for term in setting.terms:
            key = (setting.corpus, term.language, term.lemma)
            if key in known and key[1:] in played:
                cosines[key].append(float(cosine(played[key[1:]], setting.curve_db)))
    by_segment: dict[str, list[float]] = defaultdict(list)
    for key, values in cosines.items():
        by_segment[segment_of(*key)].append(float(np.mean(values)))
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


def morph_smoothness(decoder: Decoder, pairs: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Per pair of z: the largest RMS step in dB of forty along the morph, over the mean step: 1 is perfectly even."""
    t = np.linspace(0.0, 1.0, MORPH_STEPS + 1)[:, None]
    worst = []
    for a, b in pairs:
        steps = rms(np.diff(decode_curves(decoder, (1.0 - t) * a + t * b), axis=0))
        worst.append(steps.max() / steps.mean())
    return np.array(worst)


def word_fit(model: TrainedModel) -> tuple[np.ndarray, np.ndarray]:
    """Of every word as its z decodes: cosine [n] and RMS error in dB [n] against its consensus."""
    consensus = np.stack([w.curve_db for w in model.words])
    played = decode_curves(model.decoder, model.word_z)
    return cosine(played, consensus), rms(played - consensus)
