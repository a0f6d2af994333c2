"""People's own settings of the best-known words, and those of them that nobody trains on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import split
from ..readers import Setting

FOLDS = 5


@dataclass(frozen=True)
class Settings:
    """Settings' curves [n, 64] in dB and the word that each was called by: an index into a list of words."""

    curves_db: np.ndarray
    word: np.ndarray

    def weights(self) -> np.ndarray:
        """Weights [n], of sum 1, by which every word counts the same."""
        often = np.bincount(self.word)
        weights = 1.0 / often[self.word]
        return weights / weights.sum()


def parts(settings: list[Setting], seed: int, which: int = 0) -> tuple[list[Setting], list[Setting]]:
    """Known and withheld settings: four folds, and this one; near-duplicates never stand on both sides."""
    fold = split.folds(settings, FOLDS, seed, people=False)
    known = [s for s, f in zip(settings, fold, strict=True) if f != which]
    return known, [s for s, f in zip(settings, fold, strict=True) if f == which]


def called(settings: list[Setting], words: list[str]) -> Settings:
    """Those settings that are called by one of these words; by two, and it stands there twice."""
    place = {w: i for i, w in enumerate(words)}
    rows = [(s.curve_db, place[t.lemma]) for s in settings for t in s.terms if t.lemma in place]
    return Settings(np.stack([c for c, _ in rows]), np.array([w for _, w in rows]))
