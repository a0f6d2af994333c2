"""The listener: what a curve is heard to do to the average recording is the direction in which its word is scored."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .hearing import Hearing


@dataclass(frozen=True)
class Listener:
    """Hearing, a metric and the anchors' templates; every score is scale · template · (heard − mean).

    reference [64]: the average recording's spectrum, level-free dB. mean [64]: mean of what is heard in recordings.
    metric [r, 64]: L of P = LᵀL. words: anchors' names; templates [W, 64]. scale: what makes a middling word ask for 1.
    """

    hearing: Hearing
    reference: np.ndarray
    mean: np.ndarray
    metric: np.ndarray
    words: tuple[str, ...]
    templates: np.ndarray
    scale: float

    def scores(self, spectra_db: np.ndarray) -> np.ndarray:
        """How strongly each word is heard [..., W] in spectra [..., 64]."""
        return self.scale * (self.hearing.heard(spectra_db) - self.mean) @ self.templates.T

    def changes(self, before_db: np.ndarray, after_db: np.ndarray) -> np.ndarray:
        """How much more each word is heard [..., W] after than before."""
        heard = self.hearing.heard(after_db) - self.hearing.heard(before_db)
        return self.scale * heard @ self.templates.T

    def asked(self, curves_db: np.ndarray) -> np.ndarray:
        """What curves [..., 64] in dB ask for: their own score's rise on the average recording."""
        a, d = directions(self.hearing, self.reference, self.metric, curves_db)
        return self.scale * (a * d).sum(axis=-1)

    def template(self, curves_db: np.ndarray) -> np.ndarray:
        """Templates [..., 64] of curves [..., 64]."""
        return directions(self.hearing, self.reference, self.metric, curves_db)[0]


def directions(
    hearing: Hearing, reference: np.ndarray, metric: np.ndarray, curves_db: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Templates P·d / √(dᵀPd) [..., 64] and what is heard to change, d [..., 64]; a flat curve's template is 0.

    The larger of two templates' products with d is d's own (Cauchy and Schwarz): on the average recording every word is
    the one that rises most when it is asked.
    """
    d = hearing.heard(reference + np.asarray(curves_db, np.float64)) - hearing.heard(reference)
    mapped = d @ metric.T
    size = np.sqrt(np.square(mapped).sum(axis=-1, keepdims=True))
    pd = mapped @ metric
    return np.divide(pd, size, out=np.zeros_like(pd), where=size > 1e-12), d


def build(
    hearing: Hearing,
    spectra_db: np.ndarray,
    weights: np.ndarray,
    metric: np.ndarray,
    words: list[str],
    curves_db: np.ndarray,
) -> Listener:
    """A listener from recordings' spectra [n, 64], their weights [n], a metric [r, 64], the anchors' curves [W, 64]."""
    reference = np.average(spectra_db, axis=0, weights=weights)
    templates, d = directions(hearing, reference, metric, curves_db)
    scale = float(1.0 / np.median((templates * d).sum(axis=-1)))
    mean = np.average(hearing.heard(spectra_db), axis=0, weights=weights)
    return Listener(hearing, reference, mean, metric, tuple(words), templates, scale)
