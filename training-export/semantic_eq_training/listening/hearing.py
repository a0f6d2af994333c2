"""Hearing: a long-term spectrum on the common grid to the share of loudness in each of its bands.

After B. C. J. Moore, B. R. Glasberg and T. Baer, "A model for the prediction of thresholds, loudness, and partial
loudness" (J. Audio Eng. Soc. 45, 1997), cut down to what a long-term spectrum can say: the transmission of the outer
and middle ear and the noise inside the ear are split from the threshold in quiet; the auditory filters are roex(p) of
Glasberg and Moore (1990) at one level; specific loudness is (E + E0)^α − E0^α. What is heard in a band is its share of
the whole, so that only the spectrum's shape counts, and a change where a sound has nothing to hear is not heard.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from ..grid import FREQUENCIES_HZ, POINTS

# Nothing further below a sound's total power is taken from its spectrum: measured windows leak about there.
FLOOR_DB = -100.0

# Points in a band at which an auditory filter is sampled: it is narrower than a band nowhere, but steep.
_SAMPLES = 9

# Below this the ear's threshold is raised by noise inside it too, not by transmission alone (Moore et al., 1997).
_NOISE_BELOW_HZ = 500.0
# Excitation at threshold, dB, above 500 Hz and what it rises to at 50 Hz, by the same authors.
_THRESHOLD_DB = 3.6
_THRESHOLD_AT_50_HZ_DB = 26.0


def band_edges_hz() -> np.ndarray:
    """Edges [65] in Hz of the bands around the grid's points: geometric means; the outermost as wide as the rest."""
    step = FREQUENCIES_HZ[1] / FREQUENCIES_HZ[0]
    return FREQUENCIES_HZ[0] * step ** (np.arange(POINTS + 1) - 0.5)


def erb_hz(hz: np.ndarray) -> np.ndarray:
    """Equivalent rectangular bandwidth in Hz of the auditory filter at each frequency (Glasberg and Moore 1990)."""
    return 24.673 * (0.004368 * np.asarray(hz, np.float64) + 1.0)


def threshold_in_quiet_db(hz: np.ndarray) -> np.ndarray:
    """Threshold in quiet, dB SPL (E. Terhardt 1979), no more than 75 dB: above 16 kHz few people are asked."""
    khz = np.asarray(hz, np.float64) / 1000.0
    rise = 3.64 * khz**-0.8 - 6.5 * np.exp(-0.6 * np.square(khz - 3.3)) + 1e-3 * khz**4
    return np.minimum(rise, 75.0)


def inner_noise_db(hz: np.ndarray) -> np.ndarray:
    """Excitation at threshold in dB: constant above 500 Hz, rising in octaves below."""
    octaves = np.maximum(np.log2(_NOISE_BELOW_HZ / np.asarray(hz, np.float64)), 0.0)
    slope = (_THRESHOLD_AT_50_HZ_DB - _THRESHOLD_DB) / np.log2(_NOISE_BELOW_HZ / 50.0)
    return _THRESHOLD_DB + slope * octaves


def auditory_filters() -> np.ndarray:
    """Weight [64, 64] of each band's power (column) in the excitation at each point (row): roex(p), mean over it."""
    edges = band_edges_hz()
    at = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    inside = edges[:-1, None] + (edges[1:] - edges[:-1])[:, None] * at
    p = 4.0 * FREQUENCIES_HZ / erb_hz(FREQUENCIES_HZ)
    away = p[:, None, None] * np.abs(inside / FREQUENCIES_HZ[:, None, None] - 1.0)
    return ((1.0 + away) * np.exp(-away)).mean(axis=-1)


def erbs_per_band() -> np.ndarray:
    """Width [64] of the bands in ERBs: loudness is the sum of specific loudness over these."""
    edges = band_edges_hz()
    return (edges[1:] - edges[:-1]) / erb_hz(FREQUENCIES_HZ)


@dataclass(frozen=True)
class Hearing:
    """The ear's constants. spread [64, 64], row = output; quiet [64]; exponent. Power is counted in the sound's total.

    Rows of spread and quiet are scaled by each band's width in ERBs to the power 1/exponent, so that the exponent makes
    of them that width times the specific loudness.
    """

    exponent: float = 0.23
    level_db_spl: float = 73.0
    spread: np.ndarray = field(init=False)
    quiet: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        noise = inner_noise_db(FREQUENCIES_HZ)
        transmission = noise - threshold_in_quiet_db(FREQUENCIES_HZ)
        widths = np.power(erbs_per_band(), 1.0 / self.exponent)
        spread = auditory_filters() * np.power(10.0, transmission / 10.0) * widths[:, None]
        quiet = np.power(10.0, (noise - self.level_db_spl) / 10.0) * widths
        # As C# will read them.
        object.__setattr__(self, "spread", spread.astype(np.float32).astype(np.float64))
        object.__setattr__(self, "quiet", quiet.astype(np.float32).astype(np.float64))

    def heard(self, spectra_db: np.ndarray) -> np.ndarray:
        """Shares [..., 64] of loudness, which sum to 1, of spectra [..., 64] in dB at any level."""
        x = np.asarray(spectra_db, np.float64)
        power = np.power(10.0, (x - x.max(axis=-1, keepdims=True)) / 10.0)
        power /= power.sum(axis=-1, keepdims=True)
        excitation = power @ self.spread.T
        loudness = np.power(excitation + self.quiet, self.exponent) - np.power(self.quiet, self.exponent)
        return loudness / loudness.sum(axis=-1, keepdims=True)

    def heard_torch(self, spectra_db: Tensor) -> Tensor:
        """The same, differentiable in the spectra."""
        power = torch.softmax(spectra_db * (np.log(10.0) / 10.0), dim=-1)
        quiet = torch.as_tensor(self.quiet, dtype=power.dtype)
        excitation = power @ torch.as_tensor(self.spread, dtype=power.dtype).T
        loudness = (excitation + quiet) ** self.exponent - quiet**self.exponent
        return loudness / loudness.sum(dim=-1, keepdim=True)


def clamped(spectra_db: np.ndarray) -> np.ndarray:
    """Level-free spectra [..., 64] in dB, nothing of them further than 100 dB below their total."""
    x = np.asarray(spectra_db, np.float64)
    total = 10.0 * np.log10(np.power(10.0, x / 10.0).sum(axis=-1, keepdims=True))
    kept = np.maximum(x, total + FLOOR_DB)
    return kept - kept.mean(axis=-1, keepdims=True)
