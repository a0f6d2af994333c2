"""The eight bands: their ranges (the one place where they stand) and their magnitude.

Magnitudes are those of the analogue prototypes of the Audio EQ Cookbook (R. Bristow-Johnson), which is what the engine
matches up to Nyquist. A band's frequency range overlaps only its neighbours', so that band k stays the same thing to
the eye, to its trims and to a glide.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import torch

from .grid import FREQUENCIES_HZ


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


def _magnitude_db(bands: Any, frequencies_hz: Any, xp: ModuleType) -> Any:
    """|H| in dB [..., 8, F] of bands [..., 8, 3] (log2 Hz, dB, log2 Q), in numpy or in torch."""
    hz, db, q = (bands[..., i, None] for i in (0, 1, 2))
    q = xp.exp2(q)
    a = xp.exp2(db * (np.log2(10.0) / 40.0))
    root_a = xp.sqrt(a)
    # u is (f / f0)²: the numerators and denominators below are |H(jf/f0)|² written with real numbers only.
    u = xp.square(frequencies_hz / xp.exp2(hz))
    bell = (xp.square(1.0 - u) + u * xp.square(a / q)) / (xp.square(1.0 - u) + u / xp.square(a * q))
    rising = xp.square(1.0 - a * u) + u * xp.square(root_a / q)
    falling = xp.square(a - u) + u * xp.square(root_a / q)
    low = xp.square(a) * falling / rising
    high = xp.square(a) * rising / falling
    shapes = [{"low-shelf": low, "bell": bell, "high-shelf": high}[band.type] for band in BANDS]
    power = xp.stack([shape[..., i, :] for i, shape in enumerate(shapes)], -2)
    return (10.0 / np.log(10.0)) * xp.log(power)


def magnitude_db(bands: np.ndarray, frequencies_hz: np.ndarray = FREQUENCIES_HZ) -> np.ndarray:
    """Sum in dB [..., F] of the eight bands [..., 8, 3] (log2 Hz, dB, log2 Q)."""
    return _magnitude_db(np.asarray(bands, np.float64), frequencies_hz, np).sum(axis=-2)


GRID_HZ_TENSOR = torch.tensor(FREQUENCIES_HZ, dtype=torch.float32)


def magnitude_db_torch(bands: torch.Tensor) -> torch.Tensor:
    """The same on the common grid, differentiable: [..., 8, 3] to [..., 64] in dB."""
    return _magnitude_db(bands, GRID_HZ_TENSOR.to(bands.dtype), torch).sum(dim=-2)
