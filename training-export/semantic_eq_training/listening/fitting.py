"""The metric: which differences between two sounds tell one word from another, learnt from people and recordings.

Only the metric is learnt, and it can only weigh broad shapes of what is heard: L = M·B with cosines B over the grid. It
is drawn to the identity, so that what the data does not say stays as it is heard.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ..bands import COUNT, magnitude_db
from ..grid import FREQUENCIES_HZ, POINTS
from .hearing import FLOOR_DB, Hearing
from .people import Settings

# Cosines of up to eleven and a half periods over ten octaves: two thirds of an octave from crest to trough.
SHAPES = 24

SHELVES_HZ = (2000.0, 4000.0, 8000.0)
SHELF_Q = 0.7071
SHELF_GAINS_DB = tuple(float(g) for g in range(-12, 13, 3))


@dataclass(frozen=True)
class Plan:
    """What counts how much, and for how long.

    naming: people's settings by their change; alone: by the processed sound; rising: the asked word is the largest
    riser; each by a softmax over words of this sharpness. shelves: bright and dark go with a high shelf, by this
    cosine at least. centroid: bright goes with it. identity: nearness of the metric to none.
    """

    steps: int = 1500
    batch: int = 384
    rate: float = 0.02
    naming: float = 0.5
    naming_sharpness: float = 5.0
    alone: float = 0.05
    alone_sharpness: float = 0.5
    rising: float = 2.0
    rising_sharpness: float = 40.0
    shelves: float = 3.0
    shelf_margin: float = 0.04
    centroid: float = 0.3
    identity: float = 0.3


@dataclass(frozen=True)
class Lessons:
    """What is learnt from: recordings' spectra [n, 64] and how much each counts [n]; the anchors' curves [W, 64], of
    which the first are the best known; people's settings of these; which anchors are bright and dark."""

    spectra_db: np.ndarray
    weights: np.ndarray
    curves_db: np.ndarray
    settings: Settings
    bright: int
    dark: int


def shapes() -> np.ndarray:
    """B [24, 64]: orthonormal cosines over the grid, the level first."""
    k = np.arange(SHAPES)[:, None]
    basis = np.cos(np.pi * k * (np.arange(POINTS) + 0.5) / POINTS)
    return basis / np.sqrt(np.square(basis).sum(axis=1, keepdims=True))


def shelf_db(hz: float, gain_db: float) -> np.ndarray:
    """A high shelf [64] in dB, as the engine plays it."""
    bands = np.tile([0.0, 0.0, np.log2(SHELF_Q)], (COUNT, 1))
    bands[:, 0] = np.log2(np.geomspace(60.0, hz, COUNT))
    bands[-1, 1] = gain_db
    return magnitude_db(bands)


def log_centroid(spectra_db: np.ndarray) -> np.ndarray:
    """Octaves [n] above 1 Hz of the spectral centroid: the mean of the grid's frequencies, by power."""
    power = np.power(10.0, (spectra_db - spectra_db.max(axis=-1, keepdims=True)) / 10.0)
    return np.log2((power @ FREQUENCIES_HZ) / power.sum(axis=-1))


def one_sided(rng: np.random.Generator, spectra_db: np.ndarray) -> np.ndarray:
    """Spectra [n, 64] of which only what lies above (or below) some point is left: shelves are heard on these too."""
    at = rng.integers(POINTS // 8, POINTS - POINTS // 8, size=(len(spectra_db), 1))
    kept = (np.arange(POINTS) >= at) == (rng.random((len(spectra_db), 1)) < 0.5)
    return np.where(kept, spectra_db, spectra_db.max(axis=1, keepdims=True) + FLOOR_DB)


def metric(hearing: Hearing, lessons: Lessons, plan: Plan, seed: int) -> np.ndarray:
    """L [24, 64], learnt by gradient descent."""
    rng = np.random.default_rng(seed)
    basis = torch.tensor(shapes())
    m = torch.eye(SHAPES, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([m], lr=plan.rate)
    reference = np.average(lessons.spectra_db, axis=0, weights=lessons.weights)
    mean = np.average(hearing.heard(lessons.spectra_db), axis=0, weights=lessons.weights)
    asked = torch.tensor(hearing.heard(reference + lessons.curves_db) - hearing.heard(reference))
    steps = [np.stack([shelf_db(hz, g) for g in SHELF_GAINS_DB]) for hz in SHELVES_HZ]
    says = lessons.settings.weights()

    def drawn(weights: np.ndarray) -> np.ndarray:
        return rng.choice(len(weights), plan.batch, p=weights / weights.sum())

    for step in range(plan.steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * (1.0 - step / plan.steps)
        mapping = m @ basis
        own = asked @ mapping.T
        size = own.norm(dim=1, keepdim=True)
        places = own / size
        scale = 1.0 / size.median()

        clip, person = lessons.spectra_db[drawn(lessons.weights)], drawn(says)
        before, after = hearing.heard(clip), hearing.heard(clip + lessons.settings.curves_db[person])
        target = torch.tensor(lessons.settings.word[person])
        known = places[: lessons.settings.word.max() + 1]
        moved = torch.tensor(after - before) @ mapping.T
        loss = plan.naming * _crossed(plan.naming_sharpness * _unit(moved) @ known.T, target)
        stands = torch.tensor(after - mean) @ mapping.T
        loss = loss + plan.alone * _crossed(plan.alone_sharpness * scale * stands @ known.T, target)

        word = rng.integers(len(lessons.curves_db), size=plan.batch)
        moved = torch.tensor(hearing.heard(clip + lessons.curves_db[word]) - before) @ mapping.T
        loss = loss + plan.rising * _crossed(plan.rising_sharpness * _unit(moved) @ places.T, torch.tensor(word))

        few = lessons.spectra_db[rng.integers(len(lessons.spectra_db), size=plan.batch // 8)]
        few = np.concatenate([few, one_sided(rng, few)])[:, None]
        climbed = torch.tensor(np.diff(hearing.heard(few + steps[step % len(steps)]), axis=1)) @ mapping.T
        rises = _unit(climbed) @ torch.stack([places[lessons.bright], -places[lessons.dark]]).T
        loss = loss + plan.shelves * torch.relu(plan.shelf_margin - rises).mean() / plan.shelf_margin
        brightness = torch.tensor(before - mean) @ mapping.T @ places[lessons.bright]
        loss = loss - plan.centroid * _correlation(brightness, torch.tensor(log_centroid(clip)))
        loss = loss + plan.identity * torch.square(m - torch.eye(SHAPES, dtype=m.dtype)).mean() * SHAPES

        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return (m @ basis).detach().numpy()


def _correlation(x: Tensor, y: Tensor) -> Tensor:
    return (_unit(x - x.mean()) * _unit(y - y.mean())).sum()


def _unit(x: Tensor) -> Tensor:
    return x / x.norm(dim=-1, keepdim=True).clamp_min(1e-12)


def _crossed(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy, in units of guessing."""
    return torch.nn.functional.cross_entropy(logits, target) / np.log(logits.shape[1])
