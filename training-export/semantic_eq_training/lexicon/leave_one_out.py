"""Each known word in turn as if nobody had set it: what the table's words are worth, and how sure to be of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..grid import POINTS, cosine
from . import kernel
from .kernel import Lexicon, Weights
from .people import People

FEWEST_SETTINGS = 3


@dataclass(frozen=True)
class LeftOut:
    """Of the words with three settings or more: their rows in People, cosine [m] of prediction and consensus, what was
    expected of it [m] before calibration, and the predicted curves [m, 64]."""

    rows: np.ndarray
    cosine: np.ndarray
    expected: np.ndarray
    curves: np.ndarray


def run(
    lexicon: Lexicon, people: People, consensus: np.ndarray, language: str = "en", weights: Weights = kernel.DEFAULT
) -> LeftOut:
    """Leaves out a word with all that shares its concept, and every translation of it.

    consensus [n, 64]: what a word is judged against, the plain mean of its people's unit curves.
    """
    found = kernel.features(lexicon, people.names)
    return from_kernel(kernel.kernel(lexicon, found, found, weights), people, consensus, language)


def from_kernel(between: np.ndarray, people: People, consensus: np.ndarray, language: str = "en") -> LeftOut:
    """`run` with the kernel [n, n] given: by the inverse's blocks (Rasmussen and Williams 2006, equation 5.12)."""
    inverse = np.linalg.inv(between + np.diag(people.noise))
    alpha = inverse @ people.curves
    variance = float(np.sum(people.curves * alpha) / len(alpha))
    meant = [set(kernel.english(name)) for name in people.names]
    rows, cosines, expected, curves = [], [], [], []
    for i, (name, count) in enumerate(zip(people.names, people.settings, strict=True)):
        if name[0] != language or count < FEWEST_SETTINGS:
            continue
        out = [
            j
            for j, other in enumerate(people.names)
            if people.concepts[j] == people.concepts[i] or (other[0] != name[0] and meant[j] & meant[i])
        ]
        at = out.index(i)
        left = np.linalg.inv(inverse[np.ix_(out, out)])
        curve = people.curves[i] - left[at] @ alpha[out]
        unknown = variance * np.maximum(left[at, at] - people.noise[i], 0.0)
        rows.append(i)
        cosines.append(float(cosine(curve, consensus[i])))
        expected.append(float(expected_cosine(curve[None], np.array([unknown]))[0]))
        curves.append(curve)
    return LeftOut(np.array(rows, int), np.array(cosines), np.array(expected), np.array(curves).reshape(-1, POINTS))


def expected_cosine(curves: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """The cosine [m] to expect of curves [m, 64] and the truth, of which a variance [m] is not known."""
    told = np.square(curves).sum(axis=1)
    return np.sqrt(told / np.maximum(told + unknown, 1e-12))
