"""What the vocabulary says of a word beside its place: agreement, spread, neighbours, opposite."""

from __future__ import annotations

import numpy as np

from .grid import cosine, cosine_matrix, unit
from .words import Word

NEAR = 5
OPPOSITE_COSINE = -0.6
# A neighbour or an opposite is named by what several people meant.
NEIGHBOUR_SETTINGS = 3


def agreement(curves_db: np.ndarray) -> float | None:
    """Mean cosine of each setting [n, 64] to the mean of the others; None under two settings."""
    if len(curves_db) < 2:
        return None
    shapes = unit(curves_db)
    others = (shapes.sum(axis=0) - shapes) / (len(shapes) - 1)
    return float(cosine(shapes, others).mean())


def pooled_variance(groups: list[np.ndarray]) -> np.ndarray:
    """Variance [64] in dB² of people about their word's mean: the mean over words of three settings or more."""
    several = [g for g in groups if len(g) >= 3] or [g for g in groups if len(g) >= 2]
    return np.mean([g.var(axis=0, ddof=1) for g in several], axis=0)


def spread_db(curves_db: np.ndarray, pooled: np.ndarray) -> np.ndarray:
    """Standard deviation [64] in dB over people [n, 64], drawn to the pooled one by three settings' worth."""
    own = np.square(curves_db - curves_db.mean(axis=0)).sum(axis=0)
    return np.sqrt((own + 3.0 * pooled) / (len(curves_db) + 2.0))


def neighbours(words: list[Word]) -> list[tuple[list[str], str | None]]:
    """For each word its five nearest by curve, nearest first, and its opposite, among words that several people set."""
    curves_db = np.stack([w.curve_db for w in words])
    alike = cosine_matrix(curves_db, curves_db)
    several = np.array([w.settings >= NEIGHBOUR_SETTINGS for w in words])
    if several.sum() <= NEAR:
        several[:] = True
    result = []
    for i in range(len(words)):
        others = [int(j) for j in np.argsort(-alike[i], kind="stable") if several[j] and j != i]
        last = others[-1] if others else None
        opposite = words[last].word if last is not None and alike[i, last] < OPPOSITE_COSINE else None
        result.append(([words[j].word for j in others[:NEAR]], opposite))
    return result
