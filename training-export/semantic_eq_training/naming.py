"""Naming a curve: which word would its person have given it? Linear discriminant analysis over words (Fisher 1936).

The cosine to a word's curve forgets that people scatter more along some directions than along others, and how much
they agree on a word. Here a curve's unit shape x is scored as  log p(x | word) + log prior  with one covariance for all
words' people; what is common to all words drops out, and weights · (basis · x) + bias is left.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from . import export
from .cells import cells_of, setting_weight
from .effects import Effects
from .grid import POINTS, unit
from .readers import Setting
from .words import played_shape

AXES = 10
FEWEST_SETTINGS = 4
# A word's centre is half its own people's mean, half what the model expects of it.
OWN_SHARE = 0.5
# Words count by this power of their settings. Naming is judged word by word, and a prior as people use words (power 1)
# would call every curve warm or bright; below 0 evens out that a rare word's centre is shrunk. At 0 macro MRR is .112,
# at -.25 .121, but warm and bright people's curves then find their word later (rows: .12, .06).
PRIOR_POWER = 0.0
RIDGE = 0.1
SCATTER_CAP = 10


@dataclass(frozen=True)
class Naming:
    """words: (language, lemma) [n]. basis: [m, 64]. weights: [n, m]. bias: [n]."""

    words: list[tuple[str, str]]
    basis: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, curves_db: np.ndarray) -> np.ndarray:
        """Log-likelihood ratios [k, n] of curves [k, 64] in dB; their level and size do not count."""
        return unit(curves_db) @ self.basis.T @ self.weights.T + self.bias

    def entry(self, spelt: set[str]) -> dict[str, object]:
        """As vocabulary.json has it, for the words that ship."""
        kept: dict[str, int] = {}
        for i, (_, lemma) in enumerate(self.words):
            if lemma in spelt:
                kept.setdefault(lemma, i)
        words = [
            {"word": w, "weights": export.floats(self.weights[i], 5), "bias": float(f"{self.bias[i]:.5g}")}
            for w, i in kept.items()
        ]
        # The contract's unit curve has a Euclidean norm of 1, ours an RMS of 1.
        return {"basis": export.floats(self.basis * np.sqrt(POINTS), 6), "words": words}


def fit(settings: list[Setting], effects: Effects, fewest: int = FEWEST_SETTINGS) -> Naming:
    """The naming of words that at least `fewest` settings name, most settings first."""
    shapes = unit(np.stack([s.curve_db for s in settings]))
    weights = np.array([setting_weight(s) for s in settings])
    cells = cells_of(settings)
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for cell, found in cells.items():
        members[cell[1:]] += found
    names = sorted((w for w in members if len(members[w]) >= fewest), key=lambda w: (-len(members[w]), w))
    means = {w: np.average(shapes[members[w]], axis=0, weights=weights[members[w]]) for w in names}
    expected = {w: played_shape([c for c in cells if c[1:] == w], effects) for w in names}
    centres = np.stack([OWN_SHARE * means[w] + (1.0 - OWN_SHARE) * expected[w] for w in names])

    scatter, says = np.zeros((POINTS, POINTS)), 0.0
    for w in names:
        n = len(members[w])
        if n < 2:
            continue
        say = weights[members[w]] * min(n, SCATTER_CAP) / n
        residual = (shapes[members[w]] - means[w]) * np.sqrt(n / (n - 1.0))
        scatter += (say[:, None] * residual).T @ residual
        says += say.sum()
    scatter /= max(says, 1e-9)
    own = np.stack([means[w] for w in names])
    _, axes = np.linalg.eigh(scatter + own.T @ own / len(own))
    basis = axes[:, ::-1][:, :AXES].T
    within = basis @ scatter @ basis.T
    within = (1.0 - RIDGE) * within + RIDGE * np.trace(within) / AXES * np.eye(AXES)
    placed = centres @ basis.T
    weighted = np.linalg.solve(within, placed.T).T
    settings_of = np.array([len(members[w]) for w in names])
    bias = -0.5 * (weighted * placed).sum(axis=1) + PRIOR_POWER * np.log(settings_of)
    return Naming(names, basis, weighted, bias)
