"""Gaussian process regression from words to level-free curves (Rasmussen and Williams 2006, chapter 2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve


@dataclass(frozen=True)
class Posterior:
    """alpha: [n, 64] weights of the n known words. factor: Cholesky factor of kernel plus noise. variance: of a curve
    (summed over its 64 points) where the kernel is 1, before anything is known."""

    alpha: np.ndarray
    factor: tuple[np.ndarray, bool]
    variance: float

    def mean(self, cross: np.ndarray) -> np.ndarray:
        """Expected curves [m, 64], from the kernel [m, n] with the known words."""
        return cross @ self.alpha

    def unknown(self, cross: np.ndarray, own: np.ndarray) -> np.ndarray:
        """Variance [m] of a curve, summed over its points, that is left; own: each word's kernel with itself [m]."""
        explained = np.einsum("mn,nm->m", cross, cho_solve(self.factor, cross.T))
        return self.variance * np.maximum(own - explained, 0.0)


def fit(kernel: np.ndarray, noise: np.ndarray, curves: np.ndarray) -> Posterior:
    """From the kernel [n, n] between known words, the noise [n] of their curves [n, 64], in the kernel's unit."""
    factor = cho_factor(kernel + np.diag(noise), lower=True)
    alpha = cho_solve(factor, curves)
    # The maximum-likelihood scale of the process, all points together.
    return Posterior(alpha, factor, float(np.sum(curves * alpha) / len(curves)))
