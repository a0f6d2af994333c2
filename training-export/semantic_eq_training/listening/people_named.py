"""People's own settings, put on sounds and named by what is heard of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..grid import cosine_matrix
from .listener import Listener
from .people import Settings


@dataclass(frozen=True)
class Ranks:
    """How many words came before the right one [n, k], of n settings on k sounds each, and the settings' words [n]."""

    before: np.ndarray
    word: np.ndarray

    def macro(self) -> tuple[float, float]:
        """Top-1 and mean reciprocal rank, every word counting the same."""
        return self._mean(self.before == 0), self._mean(1.0 / (1.0 + self.before))

    def interval(self, seed: int = 1) -> np.ndarray:
        """95 % intervals [2, 2] (low, high; top-1, MRR) of the macro means, by drawing words with replacement."""
        each = [self.before[self.word == w] for w in np.unique(self.word)]
        table = np.array([[(b == 0).mean(), (1.0 / (1.0 + b)).mean()] for b in each])
        draws = table[np.random.default_rng(seed).integers(len(table), size=(2000, len(table)))].mean(axis=1)
        return np.percentile(draws, [2.5, 97.5], axis=0)

    def plain(self) -> tuple[float, float]:
        """The same, every setting counting the same."""
        return float((self.before == 0).mean()), float((1.0 / (1.0 + self.before)).mean())

    def _mean(self, values: np.ndarray) -> float:
        return float(np.mean([values[self.word == w].mean() for w in np.unique(self.word)]))


def joined(parts: Iterable[Ranks]) -> Ranks:
    """Several folds' ranks as one."""
    parts = list(parts)
    return Ranks(np.concatenate([p.before for p in parts]), np.concatenate([p.word for p in parts]))


def from_change(listener: Listener, spectra_db: np.ndarray, settings: Settings, words: int) -> Ranks:
    """By the change, the unprocessed sound [n, k, 64] being known; among the listener's first words."""
    return _ranks(listener.changes(spectra_db, spectra_db + settings.curves_db[:, None])[..., :words], settings.word)


def from_sound(listener: Listener, spectra_db: np.ndarray, settings: Settings, words: int) -> Ranks:
    """By the processed sound alone."""
    return _ranks(listener.scores(spectra_db + settings.curves_db[:, None])[..., :words], settings.word)


def from_curve(curves_db: np.ndarray, settings: Settings) -> Ranks:
    """By the setting's own curve, which no listener sees, against the words' curves [W, 64]: the cosine."""
    return _ranks(cosine_matrix(settings.curves_db, curves_db)[:, None], settings.word)


def from_habit(often: np.ndarray, settings: Settings) -> Ranks:
    """By how often each word is used [W], whatever the sound."""
    return _ranks(np.broadcast_to(often, (len(settings.word), 1, len(often))), settings.word)


def chance(words: int) -> tuple[float, float]:
    """Top-1 and mean reciprocal rank of guessing among so many words."""
    return 1.0 / words, float(np.mean(1.0 / np.arange(1, words + 1)))


def _ranks(scores: np.ndarray, word: np.ndarray) -> Ranks:
    own = np.take_along_axis(scores, np.broadcast_to(word[:, None, None], (*scores.shape[:2], 1)), axis=-1)
    return Ranks((scores > own).sum(axis=-1), word)
