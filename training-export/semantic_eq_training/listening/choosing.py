"""How near to dB hearing must be: the largest exponent with which the goals are met, on clips that are trained on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import adapt, evaluation, fitting
from .hearing import Hearing
from .listener import Listener, build
from .vocabulary import BEST_KNOWN, Vocabulary

# Moore, Glasberg and Baer's first: nearer to loudness is truer, nearer to dB makes words easier to tell and to reach.
EXPONENTS = (0.23, 0.2, 0.15, 0.1, 0.05)
LEVEL_DB_SPL = 73.0

# Goals with something to spare: on clips not met a few cases in a hundred are lost.
RISES, AMONG_THREE, LARGEST = 0.98, 0.85, 0.65
SPREAD_LEFT = 0.4
CENTROID = 0.85


@dataclass(frozen=True)
class Trial:
    """An exponent on the clips trained on: the three goals of rising, what Adapt leaves of the spread, brightness."""

    exponent: float
    goals: tuple[float, float, float]
    spread_left: float
    centroid: float

    @property
    def passes(self) -> bool:
        """Whether every goal is met."""
        enough = zip(self.goals, (RISES, AMONG_THREE, LARGEST), strict=True)
        return all(a >= b for a, b in enough) and self.spread_left <= SPREAD_LEFT and self.centroid >= CENTROID


def trained(
    exponent: float, vocabulary: Vocabulary, lessons: fitting.Lessons, plan: fitting.Plan, seed: int
) -> Listener:
    """A listener with this exponent."""
    hearing = Hearing(exponent, LEVEL_DB_SPL)
    metric = fitting.metric(hearing, lessons, plan, seed)
    names = [w.word for w in vocabulary.anchors]
    return build(hearing, lessons.spectra_db, lessons.weights, metric, names, lessons.curves_db)


def trial(listener: Listener, vocabulary: Vocabulary, spectra_db: np.ndarray) -> Trial:
    """The goals of a listener on these sounds."""
    words = vocabulary.words[:BEST_KNOWN]
    found = evaluation.rising(listener, spectra_db, evaluation.put_on(spectra_db, words), words)
    fit = adapt.fit_words(listener, spectra_db, words)
    return Trial(
        listener.hearing.exponent,
        found.goals,
        float(fit.fitted.std() / fit.plain.std()),
        evaluation.follows_centroid(listener, spectra_db),
    )


def choose(
    vocabulary: Vocabulary, lessons: fitting.Lessons, plan: fitting.Plan, seed: int, log: Callable[[str], None]
) -> tuple[Listener, list[Trial]]:
    """The first listener that meets the goals on the clips it was trained on, else the last; and all that was tried."""
    trials = []
    # Adapt is the slow part: every fourth clip says enough.
    few = lessons.spectra_db[::4]
    for exponent in EXPONENTS:
        listener = trained(exponent, vocabulary, lessons, plan, seed)
        trials.append(trial(listener, vocabulary, few))
        log(f"{trials[-1]}")
        if trials[-1].passes:
            break
    return listener, trials
