"""Adapt, simulated: the factors of a word's eight gains with which this sound is heard to change as far as asked.

What the plug-in does (inference/Listening): gains times m, 0 ≤ m ≤ 1.5; the smallest departure from 1 that reaches what
is asked, weighed by what each band is heard to do here; never further from it than m = 1 is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ..bands import COUNT, magnitude_db_torch
from .listener import Listener
from .vocabulary import PlayedWord

LEAST, MOST = 0.0, 1.5
# Closer than this to what is asked nothing is turned.
DEAD_ZONE = 0.02

_ROUNDS = 10
_BISECTIONS = 50
_STEEPEST = 1e4


@dataclass(frozen=True)
class Fit:
    """What is heard of what is asked, by which 1 is all of it, plain and fitted [n, W]; the factors [n, W, 8]."""

    plain: np.ndarray
    fitted: np.ndarray
    factors: np.ndarray


def fit(listener: Listener, spectra_db: np.ndarray, bands: np.ndarray, templates: np.ndarray, asked: np.ndarray) -> Fit:
    """Fits words' bands [W, 8, 3], of these templates [W, 64] and asked changes [W], to sounds [n, 64]."""
    x = torch.tensor(spectra_db)[:, None]
    before = listener.hearing.heard_torch(x)
    direction = torch.tensor(listener.scale * templates)
    goal = torch.tensor(asked).expand(len(spectra_db), len(bands))
    played = torch.tensor(np.asarray(bands, np.float64))

    def heard(m: Tensor) -> Tensor:
        gains = torch.stack([played[..., 0].expand_as(m), played[..., 1] * m, played[..., 2].expand_as(m)], dim=-1)
        return ((listener.hearing.heard_torch(x + magnitude_db_torch(gains)) - before) * direction).sum(-1)

    m = torch.ones(len(spectra_db), len(bands), COUNT, dtype=torch.float64)
    best, plain = m, heard(m)
    nearest = plain
    resting = (plain - goal).abs() < DEAD_ZONE * goal
    for _ in range(_ROUNDS):
        m = m.detach().requires_grad_(True)
        now = heard(m)
        (slope,) = torch.autograd.grad(now.sum(), m)
        m = _smallest(slope, goal - now.detach() + (slope * m.detach()).sum(-1))
        reached = heard(m)
        better = ((reached - goal).abs() < (nearest - goal).abs()) & ~resting
        best = torch.where(better[..., None], m, best)
        nearest = torch.where(better, reached, nearest)
    return Fit((plain / goal).numpy(), (nearest / goal).numpy(), best.numpy())


def fit_words(listener: Listener, spectra_db: np.ndarray, words: tuple[PlayedWord, ...]) -> Fit:
    """Fits words at 100 % to sounds [n, 64]."""
    curves_db = np.stack([w.curve_db for w in words])
    bands = np.stack([w.bands for w in words])
    return fit(listener, spectra_db, bands, listener.template(curves_db), listener.asked(curves_db))


def _smallest(slope: Tensor, needed: Tensor) -> Tensor:
    """The m nearest to 1 within bounds whose product with the slope is what is needed, or as near as bounds let it."""
    low = torch.full_like(needed, -_STEEPEST)
    high = -low
    for _ in range(_BISECTIONS):
        middle = 0.5 * (low + high)
        short = (slope * (1.0 + middle[..., None] * slope).clamp(LEAST, MOST)).sum(-1) < needed
        low, high = torch.where(short, middle, low), torch.where(short, high, middle)
    return (1.0 + (0.5 * (low + high))[..., None] * slope).clamp(LEAST, MOST)
