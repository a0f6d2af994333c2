"""Each known word in turn as if nobody had set it: what the table's words are worth, and how sure to be of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..grid import cosine
from . import gaussian_process, kernel
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
    between = kernel.kernel(lexicon, found, found, weights)
    own = kernel.diagonal(found, weights)
    meant = [set(kernel.english(name)) for name in people.names]
    rows, cosines, expected, curves = [], [], [], []
    for i, (name, count) in enumerate(zip(people.names, people.settings, strict=True)):
        if name[0] != language or count < FEWEST_SETTINGS:
            continue
        stays = np.array(
            [
                people.concepts[j] != people.concepts[i] and not (other[0] != name[0] and meant[j] & meant[i])
                for j, other in enumerate(people.names)
            ]
        )
        known = gaussian_process.fit(between[np.ix_(stays, stays)], people.noise[stays], people.curves[stays])
        cross = between[i : i + 1, stays]
        curve = known.mean(cross)[0]
        rows.append(i)
        cosines.append(float(cosine(curve, consensus[i])))
        expected.append(float(expected_cosine(curve[None], known.unknown(cross, own[i : i + 1]))[0]))
        curves.append(curve)
    return LeftOut(np.array(rows), np.array(cosines), np.array(expected), np.stack(curves))


def expected_cosine(curves: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """The cosine [m] to expect of curves [m, 64] and the truth, of which a variance [m] is not known."""
    told = np.square(curves).sum(axis=1)
    return np.sqrt(told / np.maximum(told + unknown, 1e-12))
