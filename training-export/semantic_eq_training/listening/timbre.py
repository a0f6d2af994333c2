"""Published timbre models, by our own reading of the papers, of a long-term spectrum: judges, never teachers.

- Brightness (A. Pearce, T. Brookes, R. Mason, Audio Commons D5.8, 2019): the share of energy above 2 kHz and the
  centroid. Here of the long-term spectrum, not the mean over short frames; of energies, not magnitudes; not scaled.
- Sharpness (DIN 45692, after E. Zwicker and H. Fastl): Σ N'·g(z)·z / N. Here specific loudness is that of Moore and
  Glasberg (α .23) at 73 dB SPL, not Zwicker's.
- Boominess (S. Hatano, T. Hashimoto, "Booming index as a measure for evaluating booming sensation", 2000): the level
  under 280 Hz times its share of loudness. Here without their weights for each third octave.
- Warmth (D. Williams, T. Brookes, "Perceptually-motivated audio morphing: warmth", 2009): the share of energy between
  the fundamental and 3.5 times it. Here the fundamental is the lowest band within 12 dB of the strongest.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..grid import FREQUENCIES_HZ
from .hearing import Hearing, band_edges_hz

LEVEL_DB_SPL = 73.0
EXPONENT = 0.23

RATIO_ABOVE_HZ = 2000.0
BRIGHTNESS_FROM_HZ = 100.0
# What the centroid says of brightness, where the ratio says 1.
CENTROID_SAYS = 0.44
BOOMING_BELOW_HZ = 280.0
WARMTH_WIDTH = 3.5
PROMINENT_DB = 12.0

_HEARING = Hearing(EXPONENT, LEVEL_DB_SPL)


def power(spectra_db: np.ndarray) -> np.ndarray:
    """Power [..., 64] of spectra in dB; the whole is 1."""
    p = np.power(10.0, (spectra_db - spectra_db.max(axis=-1, keepdims=True)) / 10.0)
    return p / p.sum(axis=-1, keepdims=True)


def below(hz: np.ndarray | float) -> np.ndarray:
    """How much [..., 64] of each band lies under a frequency, in octaves: 0 to 1."""
    edges = np.log2(band_edges_hz())
    at = np.log2(np.asarray(hz, np.float64))[..., None]
    return np.clip((at - edges[:-1]) / (edges[1:] - edges[:-1]), 0.0, 1.0)


def brightness(spectra_db: np.ndarray, _: np.ndarray) -> np.ndarray:
    """log₁₀ of the share of energy above 2 kHz + .44 log₁₀ of the centroid, both of what lies above 100 Hz."""
    p = power(spectra_db) * (1.0 - below(BRIGHTNESS_FROM_HZ))
    total = p.sum(axis=-1)
    high = (p * (1.0 - below(RATIO_ABOVE_HZ))).sum(axis=-1)
    return np.log10(np.maximum(high / total, 1e-12)) + CENTROID_SAYS * np.log10((p @ FREQUENCIES_HZ) / total)


def sharpness(spectra_db: np.ndarray, _: np.ndarray) -> np.ndarray:
    """Acum, but for the specific loudness that is not Zwicker's."""
    z = 13.0 * np.arctan(0.00076 * FREQUENCIES_HZ) + 3.5 * np.arctan(np.square(FREQUENCIES_HZ / 7500.0))
    g = np.where(z > 15.8, 0.15 * np.exp(0.42 * (z - 15.8)) + 0.85, 1.0)
    return 0.11 * _HEARING.heard(spectra_db) @ (g * z)


def boominess(spectra_db: np.ndarray, _: np.ndarray) -> np.ndarray:
    """Level in dB SPL under 280 Hz times that region's share of loudness."""
    low = below(BOOMING_BELOW_HZ)
    level = LEVEL_DB_SPL + 10.0 * np.log10(np.maximum((power(spectra_db) * low).sum(axis=-1), 1e-12))
    return np.maximum(level, 0.0) * (_HEARING.heard(spectra_db) * low).sum(axis=-1)


def warmth(spectra_db: np.ndarray, fundamental_hz: np.ndarray) -> np.ndarray:
    """Share of energy from the fundamental to 3.5 times it."""
    half_a_band = np.sqrt(FREQUENCIES_HZ[1] / FREQUENCIES_HZ[0])
    inside = below(WARMTH_WIDTH * fundamental_hz) - below(fundamental_hz / half_a_band)
    return (power(spectra_db) * inside).sum(axis=-1)


def fundamental_hz(spectra_db: np.ndarray) -> np.ndarray:
    """Frequency [...] of the lowest band within 12 dB of the strongest: to be asked before an equaliser, not after."""
    prominent = spectra_db > spectra_db.max(axis=-1, keepdims=True) - PROMINENT_DB
    return FREQUENCIES_HZ[prominent.argmax(axis=-1)]


# Words that are held against a model, and whether they should rise with it.
MODELS: dict[str, tuple[Callable[[np.ndarray, np.ndarray], np.ndarray], dict[str, float]]] = {
    "brightness": (brightness, {"bright": 1.0, "clear": 1.0, "airy": 1.0, "dark": -1.0}),
    "sharpness": (sharpness, {"bright": 1.0, "harsh": 1.0, "tinny": 1.0, "soft": -1.0, "smooth": -1.0}),
    "boominess": (boominess, {"boomy": 1.0, "bassy": 1.0, "deep": 1.0, "tinny": -1.0}),
    "warmth": (warmth, {"warm": 1.0, "full": 1.0, "cold": -1.0, "tinny": -1.0}),
}
