"""The inputs of the listener's parity.json, which hold C# to the training code."""

from __future__ import annotations

import numpy as np

from ..grid import FREQUENCIES_HZ, POINTS
from .export import Vectors
from .hearing import clamped

SPECTRA = 32
CURVES = 16

# Half a period to twelve of them over the grid: spectra as rough as real ones.
WAVES = 24


def vectors(reference_db: np.ndarray, played_db: np.ndarray, seed: int) -> Vectors:
    """Flat, the reference, words on it, tilts, single bands, then random shapes; curves of words and random ones.

    reference_db [64]; played_db: words' curves [n, 64], at least 8 of them.
    """
    rng = np.random.default_rng(seed)
    octaves = np.log2(FREQUENCIES_HZ / 1000.0)
    tilts = np.outer([-12.0, -6.0, 6.0], octaves)
    lone = np.full((3, POINTS), -200.0)
    # Where the ear hears them: of what is next to silent float32 knows no shares.
    lone[np.arange(3), [10, 30, 56]] = 0.0
    fixed = np.concatenate([np.zeros((1, POINTS)), reference_db[None], reference_db + played_db[:8], tilts, lone])
    rough = reference_db + _shapes(rng, SPECTRA - len(fixed), 18.0)
    # Half at a level: it does not count.
    spectra = np.concatenate([clamped(fixed), clamped(rough)])
    spectra[1::2] += rng.uniform(-60.0, 0.0, (SPECTRA // 2, 1))
    return Vectors(spectra, np.concatenate([played_db[:8], _shapes(rng, CURVES - 8, 4.0)]))


def _shapes(rng: np.random.Generator, count: int, size_db: float) -> np.ndarray:
    """Random shapes [count, 64] of about this RMS in dB, the broad ones largest."""
    k = np.arange(1, WAVES + 1)
    waves = np.cos(np.pi * np.outer(k, np.arange(POINTS) + 0.5) / POINTS)
    return size_db * (rng.standard_normal((count, WAVES)) / np.sqrt(k)) @ waves / np.sqrt(0.5 * np.sum(1.0 / k))
