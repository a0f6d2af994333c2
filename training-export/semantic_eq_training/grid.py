"""The common grid on which every curve is compared, and the arithmetic of curves on it.

A *curve* is 64 values in dB on the grid; it is *level-free* once its mean over the grid is removed.
"""

from __future__ import annotations

import numpy as np

POINTS = 64
SAMPLE_RATE_HZ = 48_000.0
FREQUENCIES_HZ = 20.0 * np.power(1000.0, np.arange(POINTS) / (POINTS - 1))

# Below 100 Hz a point of the log grid holds a tenth of the ERBs of one at 10 kHz. Without a floor the loss would let
# the low end drift, where a rumble or a boom is heard all the same (and where cosines on the plain grid look).
ERB_WEIGHT_FLOOR = 0.35


def erb_weights() -> np.ndarray:
    """Weights [64], mean 1, of the grid's points: ERBs per octave (Glasberg and Moore 1990), above a floor."""
    density = 0.00437 * FREQUENCIES_HZ / (1.0 + 0.00437 * FREQUENCIES_HZ)
    weights = ERB_WEIGHT_FLOOR + (1.0 - ERB_WEIGHT_FLOOR) * density / density.max()
    return weights / weights.mean()


def level_free(curves_db: np.ndarray) -> np.ndarray:
    """Curves [..., 64] in dB without their mean over the grid."""
    return curves_db - curves_db.mean(axis=-1, keepdims=True)


def rms(curves_db: np.ndarray) -> np.ndarray:
    """Root mean square [...] of curves [..., 64]: the size of a level-free curve in dB."""
    return np.sqrt(np.mean(np.square(curves_db), axis=-1))


def peak_to_peak(curves_db: np.ndarray) -> np.ndarray:
    """Highest minus lowest point [...] of curves [..., 64], in dB."""
    return np.ptp(curves_db, axis=-1)


def unit(curves_db: np.ndarray) -> np.ndarray:
    """Level-free curves [..., 64] scaled to an RMS of 1; a flat curve stays flat."""
    centred = level_free(curves_db)
    size = rms(centred)[..., None]
    return np.divide(centred, size, out=np.zeros_like(centred), where=size > 1e-9)


def cosine(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Cosine [...] of the level-free parts of curves [..., 64]; 0 where one of them is flat."""
    return np.mean(unit(a) * unit(b), axis=-1)


def cosine_matrix(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Cosines [n, m] of every curve of a [n, 64] with every curve of b [m, 64]."""
    return unit(a) @ unit(b).T / POINTS
