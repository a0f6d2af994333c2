"""Settings to curves: SAFE's five filters and SocialFX's forty values, both as dB on the common grid."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator

from .grid import FREQUENCIES_HZ, SAMPLE_RATE_HZ, level_free, unit

# The SAFE plug-in's shelves have no Q of their own.
SAFE_SHELF_Q = 0.71

# SocialFX rows are z-scored, so they have no dB. The nominal scale makes their median spread equal to SAFE's.
SOCIALFX_NOMINAL_DB = 3.96

# Centres in Hz of the forty values, equally spaced in ERBs (Sabin and Pardo 2009).
SOCIALFX_HZ = np.array(
    [20, 50, 83, 120, 161, 208, 259, 318, 383, 455, 537, 628, 729, 843, 971, 1114, 1273, 1452, 1652, 1875]
    + [2126, 2406, 2719, 3070, 3462, 3901, 4392, 4941, 5556, 6244, 7014, 7875, 8839, 9917, 11124, 12474, 13984]
    + [15675, 17566, 19682],
    dtype=np.float64,
)

# Two settings of one corpus at least this alike come from one act (a saved preset, a double click): one group.
NEAR_DUPLICATE_COSINE = 0.9995


def rbj_magnitude_db(kind: str, gain_db: float, hz: float, q: float) -> np.ndarray:
    """Magnitude in dB [64] of one cookbook filter (low-shelf, bell, high-shelf) at 48 kHz, as SAFE's plug-in has it."""
    a = 10.0 ** (gain_db / 40.0)
    w0 = 2.0 * np.pi * hz / SAMPLE_RATE_HZ
    alpha = np.sin(w0) / (2.0 * q)
    c = np.cos(w0)
    if kind == "bell":
        num = (1.0 + alpha * a, -2.0 * c, 1.0 - alpha * a)
        den = (1.0 + alpha / a, -2.0 * c, 1.0 - alpha / a)
    else:
        s = 1.0 if kind == "low-shelf" else -1.0
        slope = 2.0 * np.sqrt(a) * alpha
        up, down = a + 1.0, a - 1.0
        num = (a * (up - s * down * c + slope), s * 2.0 * a * (down - s * up * c), a * (up - s * down * c - slope))
        den = (up + s * down * c + slope, -s * 2.0 * (down + s * up * c), up + s * down * c - slope)
    z = np.exp(-2j * np.pi * FREQUENCIES_HZ / SAMPLE_RATE_HZ)
    response = np.polyval(num[::-1], z) / np.polyval(den[::-1], z)
    return 20.0 * np.log10(np.abs(response))


def safe_curve_db(parameters: np.ndarray) -> np.ndarray:
    """Curve [64] of SAFE's thirteen parameters: gain and Hz (bells: and Q) of low shelf, three bells, high shelf."""
    p = np.asarray(parameters, np.float64)
    curve = rbj_magnitude_db("low-shelf", p[0], p[1], SAFE_SHELF_Q) + rbj_magnitude_db(
        "high-shelf", p[11], p[12], SAFE_SHELF_Q
    )
    for gain_db, hz, q in p[2:11].reshape(3, 3):
        curve = curve + rbj_magnitude_db("bell", gain_db, hz, q)
    return curve


def socialfx_curve_db(values: np.ndarray, scale_db: float = SOCIALFX_NOMINAL_DB) -> np.ndarray:
    """Curve [64] of SocialFX's forty unitless values [40], interpolated on log f; constant beyond the last centre."""
    shape = PchipInterpolator(np.log(SOCIALFX_HZ), values)
    at = np.log(np.clip(FREQUENCIES_HZ, SOCIALFX_HZ[0], SOCIALFX_HZ[-1]))
    return scale_db * shape(at)


def near_duplicate_groups(curves_db: np.ndarray, threshold: float = NEAR_DUPLICATE_COSINE) -> np.ndarray:
    """Group number [n] of each curve [n, 64]: curves linked by a chain of near-duplicates share one."""
    shapes = unit(level_free(curves_db))
    alike = shapes @ shapes.T / shapes.shape[1] >= threshold
    group = np.arange(len(shapes))
    for i in range(len(shapes)):
        linked = np.flatnonzero(alike[i, : i + 1])
        for old in np.unique(group[linked]):
            group[group == old] = group[linked[0]]
    return group
