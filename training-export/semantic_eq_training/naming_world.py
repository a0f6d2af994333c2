"""How well could any namer do? A made-up world with people's own statistics, in which words' true means are known.

Words differ and people scatter as here: both covariances are estimated by moments from the settings, near-duplicates
as one. In the world that they make (Gaussian, people scattering alike about every word) the Bayes classifier that
knows each word's true mean is beaten by none, and beside it stands the namer that learns from as many settings a word
as there are here less one. Corpora differ in nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import naming, split
from .cells import members_of
from .grid import POINTS, unit
from .readers import Setting

NAMERS = ("learnt from as many settings", "every word's true mean known")
# Of people's whole variance, so that an axis along which nobody scatters has an inverse.
FLOOR = 1e-9
TRIALS = 20
NEW_SETTINGS = 20
DRAWS = 100
TRIALS_A_DRAW = 4


@dataclass(frozen=True)
class World:
    """counts: settings [n] of each word. between: variances [m] of words' means, where people scatter by 1."""

    counts: np.ndarray
    between: np.ndarray


@dataclass(frozen=True)
class Bounds:
    """Macro mean reciprocal rank [2] of NAMERS: as chance has made them look, and less that; 95 % interval [2, 2]."""

    generous: np.ndarray
    corrected: np.ndarray
    interval: np.ndarray


def people(settings: list[Setting], fewest: int = naming.FEWEST_SETTINGS) -> list[np.ndarray]:
    """Unit shapes [n, 64] of each word that enough settings name, near-duplicates as their mean."""
    group = split.joined_groups(settings, people=False)
    shapes = unit(np.stack([s.curve_db for s in settings]))
    found = []
    for members in members_of(settings, fewest).values():
        own = np.array(members)
        alone = np.stack([shapes[own[group[own] == g]].mean(axis=0) for g in dict.fromkeys(group[own])])
        if len(alone) > 1:
            found.append(alone)
    return found


def world(shapes: list[np.ndarray], axes: int = naming.AXES) -> World:
    """The world of these words, by moments: what means differ by, less what people's scatter makes of it."""
    counts = np.array([len(x) for x in shapes])
    means = np.stack([x.mean(axis=0) for x in shapes])
    within, says = np.zeros((POINTS, POINTS)), 0.0
    for own, mean, n in zip(shapes, means, counts, strict=True):
        say = min(n, naming.SCATTER_CAP)
        within += say / (n - 1.0) * (own - mean).T @ (own - mean)
        says += say
    within /= says
    seen = np.cov(means.T)
    basis = np.linalg.eigh(within + seen)[1][:, ::-1][:, :axes]
    scatter = basis.T @ within @ basis
    white = np.linalg.inv(np.linalg.cholesky(scatter + FLOOR * np.trace(scatter) * np.eye(axes)))
    excess = white @ basis.T @ seen @ basis @ white.T - np.mean(1.0 / counts) * np.eye(axes)
    return World(counts, np.maximum(np.linalg.eigvalsh(excess)[::-1], 0.0))


def reciprocal_ranks(there: World, seed: int, trials: int = TRIALS) -> np.ndarray:
    """Macro mean reciprocal rank [2] of NAMERS over this many worlds, by NEW_SETTINGS of each word."""
    rng = np.random.default_rng(seed)
    n, m = len(there.counts), len(there.between)
    learnt_from = np.maximum(there.counts - 1.0, 1.0)[:, None]
    found = []
    for _ in range(trials):
        means = np.sqrt(there.between) * rng.standard_normal((n, m))
        own = np.repeat(np.arange(n), NEW_SETTINGS)
        people = means[own] + rng.standard_normal((len(own), m))
        learnt = means + rng.standard_normal((n, m)) / np.sqrt(learnt_from)
        learnt *= there.between / (there.between + 1.0 / learnt_from)
        found.append([_reciprocal_rank(people, own, centres) for centres in (learnt, means)])
    return np.mean(found, axis=0)


def bounds(settings: list[Setting], axes: int, seed: int = 1) -> Bounds:
    """What NAMERS reach in this data's world. Words are drawn with replacement for its bias (Efron and Tibshirani 1993,
    10.2: variances that chance makes grow as much again) and for the basic interval (Davison and Hinkley 1997, 5.2).
    """
    shapes = people(settings)
    rng = np.random.default_rng(seed)
    found = reciprocal_ranks(world(shapes, axes), seed)
    draws = rng.integers(len(shapes), size=(DRAWS, len(shapes)))
    drawn = [reciprocal_ranks(world([shapes[i] for i in draw], axes), seed, TRIALS_A_DRAW) for draw in draws]
    interval = 2.0 * found - np.percentile(drawn, [97.5, 2.5], axis=0)
    return Bounds(found, 2.0 * found - np.mean(drawn, axis=0), interval)


def _reciprocal_rank(people: np.ndarray, own: np.ndarray, centres: np.ndarray) -> float:
    scores = people @ centres.T - 0.5 * np.square(centres).sum(axis=1)
    return float(np.mean(1.0 / (1.0 + (scores > scores[np.arange(len(own)), own][:, None]).sum(axis=1))))
