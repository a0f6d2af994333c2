"""What no curve for a word can beat, however many people are asked and whatever the model.

Settings as unit vectors x of a word with the mean μ: a curve's expected cosine with one more setting is largest along μ
and is |μ| there. Of two people's settings E[x·x'] = |μ|², so their mean cosine ρ estimates |μ|² without bias (a
U-statistic, Hoeffding 1948). The root is concave: over words, mean |μ| ≤ √(mean |μ|²) (Jensen), and √(mean ρ) bounds
from above what √ρ, word by word, estimates a little low where settings are few.

Near-duplicates are no pair, as they never stand on both sides of a split. One person's settings of a word are: who
asks people not met at all reaches less.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from . import split
from .cells import Cell, cells_of
from .crossvalidation import FEWEST_SETTINGS, SEGMENTS, CellScore, segment_of
from .grid import POINTS, unit
from .readers import Setting

DRAWS = 2000


def with_everyone(settings: list[Setting]) -> list[CellScore]:
    """Mean cosine ρ [1] of two settings of a word in a corpus that are not near-duplicates, where there are two."""
    return [CellScore(cell, members, agreement(sums, counts)) for cell, members, sums, counts in _grouped(settings)]


def limits(
    scores: list[CellScore], fewest: int = FEWEST_SETTINGS, seed: int = 1
) -> dict[str, tuple[int, np.ndarray, np.ndarray]]:
    """Segment, and "all", to (words, [estimate, bound], 95 % interval [2, 2] by drawing words with replacement)."""
    rng = np.random.default_rng(seed)
    result = {}
    for segment in (*SEGMENTS, "all"):
        rho = np.array([s.values[0] for s in scores if s.settings >= fewest and segment in ("all", segment_of(s.cell))])
        if len(rho):
            draws = best_cosine(rho[rng.integers(len(rho), size=(DRAWS, len(rho)))])
            result[segment] = (len(rho), best_cosine(rho), np.percentile(draws, [2.5, 97.5], axis=0))
    return result


def interval_by_settings(settings: list[Setting], segment: str, seed: int = 1) -> np.ndarray | None:
    """95 % interval [2, 2] of a segment's [estimate, bound] by drawing settings: for words that are few but well known.

    None where the segment has no word of enough settings.
    """
    rng = np.random.default_rng(seed)
    drawn = []
    for cell, members, sums, counts in _grouped(settings):
        if segment_of(cell) == segment and members >= FEWEST_SETTINGS:
            times = rng.multinomial(len(counts), np.full(len(counts), 1.0 / len(counts)), size=DRAWS)
            drawn.append([agreement(sums, counts, t)[0] for t in times])
    return np.nanpercentile(best_cosine(np.stack(drawn, axis=-1)), [2.5, 97.5], axis=0) if drawn else None


def best_cosine(rho: np.ndarray) -> np.ndarray:
    """Macro over words [..., n] of the best possible cosine [..., 2]: as estimated, and at most."""
    plain = np.sqrt(np.maximum(rho, 0.0)).mean(axis=-1)
    return np.stack([plain, np.sqrt(np.maximum(rho.mean(axis=-1), 0.0))], axis=-1)


def agreement(sums: np.ndarray, counts: np.ndarray, times: np.ndarray | None = None) -> np.ndarray:
    """Mean inner product [1] of two vectors of different groups, from the groups' sums [g, m] and sizes [g].

    times: how often each group was drawn [g]; its copies are no pair either. NaN where one group alone was drawn.
    """
    times = np.ones(len(counts)) if times is None else times.astype(float)
    sums, counts = times[:, None] * sums, times * counts
    pairs = counts.sum() ** 2 - np.square(counts).sum()
    products = np.square(sums.sum(axis=0)).sum() - np.square(sums).sum()
    return np.array([products / pairs if pairs > 0 else np.nan])


def _grouped(settings: list[Setting]) -> Iterator[tuple[Cell, int, np.ndarray, np.ndarray]]:
    """Cell, its settings, and of its groups of near-duplicates the unit vectors' sums [g, 64] and counts [g], g > 1."""
    group = split.joined_groups(settings, people=False)
    shapes = unit(np.stack([s.curve_db for s in settings])) / np.sqrt(POINTS)
    for cell, members in cells_of(settings).items():
        names, own = np.unique(group[members], return_inverse=True)
        if len(names) > 1:
            sums = np.zeros((len(names), POINTS))
            np.add.at(sums, own, shapes[members])
            yield cell, len(members), sums, np.bincount(own).astype(float)
