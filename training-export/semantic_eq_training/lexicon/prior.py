"""The prior covariance of words: how alike what people mean by them should be, by text alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from . import kernel

# What of a word text cannot tell at all, as a share of its variance (.7 beside kernels that sum to 1.7).
OWN_SHARE = 0.29


def prior(names: list[kernel.Name], data_dir: Path | None) -> np.ndarray:
    """Covariance [n, n] of (language, lemma): unit diagonal, positive semi-definite.

    A Spanish word stands where its English translations stand; one that is in no list of ours nearly alone.
    """
    lexicon = kernel.load(data_dir)
    found = kernel.features(lexicon, names)
    covariance = kernel.kernel(lexicon, found, found, replace(kernel.DEFAULT, constant=0.0))
    size = kernel.DEFAULT.graph + kernel.DEFAULT.sound + kernel.DEFAULT.definitions
    covariance = (1.0 - OWN_SHARE) * covariance / size
    # A word that some source does not know has the rest of its variance to itself.
    np.fill_diagonal(covariance, 1.0)
    return covariance
