"""The eight bands: their ranges (the one place where they stand) and their magnitude as the engine plays it at 48 kHz.

The engine meets the analogue prototypes of the Audio EQ Cookbook (R. Bristow-Johnson) up to Nyquist by a closed form
(dsp/Filters: MatchedShape, MatchRule, PoleImage, in the spirit of M. Vicanek, "Matched Second Order Digital Filters",
2016). Here is the same form, vectorised and differentiable, in numpy and in torch: a loss on it is on what is heard.
A band's frequency range overlaps only its neighbours', so that band k stays the same thing to the eye, to its trims
and to a glide.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import torch

from .grid import FREQUENCIES_HZ, SAMPLE_RATE_HZ


@dataclass(frozen=True)
class BandRange:
    """One band's type and the ranges that the decoder keeps it in: Hz, Q, and dB either way."""

    type: str
    hz_min: float
    hz_max: float
    q_min: float
    q_max: float
    db_max: float


BANDS = (
    BandRange("low-shelf", 20.0, 350.0, 0.4, 0.9, 12.0),
    BandRange("bell", 60.0, 450.0, 0.3, 4.0, 12.0),
    BandRange("bell", 350.0, 900.0, 0.3, 4.0, 12.0),
    BandRange("bell", 450.0, 1600.0, 0.3, 4.0, 12.0),
    BandRange("bell", 900.0, 2600.0, 0.3, 4.0, 12.0),
    BandRange("bell", 1600.0, 4500.0, 0.3, 4.0, 12.0),
    BandRange("bell", 2600.0, 12000.0, 0.3, 4.0, 12.0),
    BandRange("high-shelf", 4500.0, 20000.0, 0.4, 0.9, 12.0),
)
COUNT = len(BANDS)


@dataclass(frozen=True)
class _MatchRule:
    """Where a shape is met besides DC; dsp/Filters/MatchRule.cs says what the numbers are and how they were found."""

    mid_exponent: float
    mid_factor: float
    mid_cap: float
    mid_cap_rise: float
    top_exponent: float
    top_factor: float
    top_cap: float


_BELL = _MatchRule(0.143, 2.583, 0.406, 0.0, 0.587, 7.909, 0.872)
_SHELF = _MatchRule(0.479, 1.123, 0.453, 0.45, 0.368, 6.98, 0.918)
_LOWEST_TOP_POWER = 0.25
_LOWEST_ZERO_DAMPING = 0.09
_HALF_PI = 0.5 * np.pi

# The engine's own special cases lie outside what a decoder may ask for, and are left out: bells and shelves above
# .95 of Nyquist, and shelves so resonant that their zeros are placed (Q above 2.2).
HIGHEST_HZ = 20_000.0
HIGHEST_SHELF_Q = 2.2


def _pole_image(quarter_square: Any, half_damping: Any) -> tuple[Any, Any]:
    """G² and G K of an analogue pair in the tangent plane (dsp/Filters/PoleImage.cs): nearly z = e^s."""
    q, s2 = quarter_square, half_damping * half_damping
    q2 = q * q
    first = s2 - 2.0 * q
    second = first * first - 2.0 * q2
    t3 = s2 - 3.0 * q
    t5 = second - q * t3
    numerator = 893025.0 + 99225.0 * first + 945.0 * second + q2 * (11025.0 + 105.0 * first + q2)
    denominator = 893025.0 + 396900.0 * first + 14175.0 * second + q2 * (176400.0 + 6300.0 * first + 225.0 * q2)
    total = 893025.0 + 396900.0 * q + 99225.0 * t3 + q * (14175.0 * t3 + 44100.0 * q)
    total = total + 945.0 * t5 + q2 * (1575.0 * q + 420.0 * t3 + 15.0 * q2)
    return q * numerator / denominator, half_damping * total / denominator


def _met(rule: _MatchRule, w: Any, q: Any, a: Any, shape: tuple[Any, ...], xp: ModuleType) -> tuple[Any, ...]:
    """The section (G, K, Band, High; Low is 1) that meets a prototype: dsp/Filters/MatchedShape.cs, step by step.

    w: (π f0 / fs)². a: 10^(dB/40), 1 or more. shape: the prototype's poles, (w, κ), its excess's c0, c1 and size ε, and
    its zeros' damping.
    """
    poles, damping, c0, c1, excess, zero_damping = shape
    half_width = 0.5 / q
    wr = w * (xp.sqrt(1.0 + half_width * half_width) + half_width)
    mid_cap = _HALF_PI * (rule.mid_cap + rule.mid_cap_rise / (1.0 + 1.0 / (q * q)))
    top_cap = _HALF_PI * rule.top_cap
    ln_a = xp.log(a)
    mid_pull, top_pull = xp.exp(-2.0 * rule.mid_exponent * ln_a), xp.exp(-2.0 * rule.top_exponent * ln_a)
    mid = 1.0 / (mid_pull / (rule.mid_factor**2 * wr) + 1.0 / (mid_cap * mid_cap))
    top = 1.0 / (top_pull / (rule.top_factor**2 * wr) + 1.0 / (top_cap * top_cap))
    g2, gk = _pole_image(poles, damping * xp.sqrt(poles))
    k2 = gk * gk / g2

    def at(u: Any) -> tuple[Any, Any, Any]:
        sine = 945.0 - u * (105.0 - u)
        cosine = 945.0 - u * (420.0 - 15.0 * u)
        x = u / poles
        v = x * (c0 + c1 * x) / (xp.square(1.0 - x) + damping * damping * x)
        y = u * xp.square(sine / cosine) / g2
        return y, v, v * (xp.square(1.0 - y) + k2 * y) / y

    y1, _, q1 = at(mid)
    y2, v2, q2 = at(top)
    e2 = (q2 - q1) / (y2 - y1)
    e1 = q1 - e2 * y1
    # 1 by its own arithmetic, so that numpy and torch take the same maximum of a number and an array.
    one = q / q
    lowest = _LOWEST_TOP_POWER * xp.minimum(1.0 + excess * v2, one) - 1.0
    high = xp.sqrt(1.0 + xp.maximum(excess * e2, lowest))
    band2 = gk * gk + g2 * (excess * e1 + 2.0 * (high - 1.0))
    lowest_band = _LOWEST_ZERO_DAMPING * xp.minimum(zero_damping * zero_damping, one)
    band2 = xp.maximum(band2, lowest_band * high * g2)
    return g2, gk * gk / g2, band2 / g2, high


def _log_power(section: tuple[Any, ...], tangents: Any, xp: ModuleType) -> Any:
    """ln |H|² [..., F] of sections [...] at tangents [3, F]: 1, t and t² of t = tan²(π f / fs)."""
    g2, k2, band2, high = section
    one = g2 / g2
    numerator = xp.stack([one, (band2 - 2.0 * high) / g2, xp.square(high / g2)], -1)
    denominator = xp.stack([one, (k2 - 2.0) / g2, xp.square(1.0 / g2)], -1)
    return xp.log((numerator @ tangents) / (denominator @ tangents))


def _magnitude_db(bands: Any, tangents: Any, xp: ModuleType) -> Any:
    """dB [..., 8, F] of bands [..., 8, 3] (log2 Hz, dB, log2 Q) as the engine plays them, in numpy or in torch."""
    w = xp.square(xp.exp2(bands[..., 0]) * (np.pi / SAMPLE_RATE_HZ))
    db, q = bands[..., 1], xp.exp2(bands[..., 2])
    one = q / q
    # Boost and cut are exact inverses: the one is designed whose poles are the sharper or the lower.
    # Not abs and sign, whose slope at 0 dB would be 0: no band would ever leave it.
    sign = xp.where(db < 0.0, -one, one)
    size = sign * db
    a = xp.exp2(size * (np.log2(10.0) / 40.0))
    bells, shelves = slice(1, COUNT - 1), (slice(0, 1), slice(COUNT - 1, COUNT))

    wb, qb, ab = w[..., bells], q[..., bells], a[..., bells]
    excess = (ab * ab - 1.0 / (ab * ab)) / (qb * qb)
    boost = _met(_BELL, wb, qb, ab, (wb, 1.0 / (ab * qb), one[..., bells], 0.0, excess, ab / qb), xp)
    bell = sign[..., bells, None] * _log_power(boost, tangents, xp)

    join = (lambda parts: xp.cat(parts, -1)) if xp is torch else (lambda parts: xp.concatenate(parts, -1))
    ws, qs, a_s = (join([v[..., s] for s in shelves]) for v in (w, q, a))
    floor = 1.0 / (a_s * a_s)
    shape = (ws / a_s, 1.0 / qs, 1.0 / (qs * qs) - 2.0, floor + 1.0, floor - 1.0, 1.0 / qs)
    cut = _log_power(_met(_SHELF, ws, qs, a_s, shape, xp), tangents, xp)
    to_db = 10.0 / np.log(10.0)
    # A low shelf is a high shelf of the opposite gain, lifted as a whole.
    low = to_db * sign[..., :1, None] * cut[..., :1, :] + db[..., :1, None]
    high = -to_db * sign[..., -1:, None] * cut[..., 1:, :]
    parts = [low, to_db * bell, high]
    return xp.cat(parts, -2) if xp is torch else xp.concatenate(parts, -2)


def _tangents(frequencies_hz: np.ndarray) -> np.ndarray:
    t = np.square(np.tan(np.pi * np.asarray(frequencies_hz, np.float64) / SAMPLE_RATE_HZ))
    return np.stack([np.ones_like(t), t, t * t])


def magnitude_db(bands: np.ndarray, frequencies_hz: np.ndarray = FREQUENCIES_HZ) -> np.ndarray:
    """Sum in dB [..., F] of the eight bands [..., 8, 3] (log2 Hz, dB, log2 Q) at 48 kHz."""
    return _magnitude_db(np.asarray(bands, np.float64), _tangents(frequencies_hz), np).sum(axis=-2)


_GRID_TANGENTS = torch.tensor(_tangents(FREQUENCIES_HZ), dtype=torch.float64)


def magnitude_db_torch(bands: torch.Tensor) -> torch.Tensor:
    """The same on the common grid, differentiable: [..., 8, 3] to [..., 64] in dB."""
    return _magnitude_db(bands, _GRID_TANGENTS.to(bands.dtype), torch).sum(dim=-2)
