"""What the vocabulary says of a word beside its place: agreement, spread, other readings, neighbours, opposite."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from .grid import cosine, cosine_matrix, level_free, rms, unit
from .words import Word

NEAR = 5
OPPOSITE_COSINE = -0.6
# A neighbour or an opposite is named by what several people meant.
NEIGHBOUR_SETTINGS = 3

VARIATIONS = 3
CAMP_SETTINGS = 4
CAMP_SHARE = 0.15
# A camp as like the word as this is no other reading of it.
CAMP_COSINE = 0.85
# A camp's curve counts like this many settings less than it has: the rest is the word's own curve.
CAMP_SHRINKAGE = 4.0


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


def camps(word: Word, curves_db: np.ndarray, weights: np.ndarray, seed: int) -> np.ndarray:
    """Curves [k, 64], k from 0 to 3, of the camps into which a word's people split, largest first, at the word's size.

    k-means on the shapes' broad part; as many camps as separate best. A camp is a mean of at least four people's
    settings drawn towards the word, never one person's setting.
    """
    none = np.zeros((0, curves_db.shape[1]))
    if len(curves_db) < 2 * CAMP_SETTINGS:
        return none
    shapes = unit(curves_db)
    centred = shapes - shapes.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    broad = shapes @ axes[:6].T
    best, labels = 0.12, None
    for k in range(2, min(VARIATIONS + 1, len(shapes) // CAMP_SETTINGS) + 1):
        found = KMeans(k, n_init=8, random_state=seed).fit(broad, sample_weight=weights).labels_
        if len(set(found)) == k and (score := silhouette_score(broad, found)) > best:
            best, labels = score, found
    if labels is None:
        return none
    own = unit(word.curve_db)
    readings = []
    for label in np.unique(labels):
        members = labels == label
        count = int(members.sum())
        if count < max(CAMP_SETTINGS, CAMP_SHARE * len(shapes)):
            continue
        mean = np.average(shapes[members], axis=0, weights=weights[members])
        keep = count / (count + CAMP_SHRINKAGE)
        curve = level_free(keep * unit(mean) + (1.0 - keep) * own)
        if cosine(curve, own) < CAMP_COSINE:
            readings.append((count, unit(curve) * rms(word.curve_db)))
    readings.sort(key=lambda r: -r[0])
    return np.stack([curve for _, curve in readings[:VARIATIONS]]) if readings else none


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
