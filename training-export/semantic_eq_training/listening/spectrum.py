"""A sound's long-term spectrum on the common grid, as the plug-in's ear measures it."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import uniform_filter1d
from scipy.signal import get_window

from ..bands import magnitude_db
from ..grid import SAMPLE_RATE_HZ
from .hearing import band_edges_hz, clamped

RATE = int(SAMPLE_RATE_HZ)
WINDOW = 8192
HOP = WINDOW // 2

# What is shorter is a single sound: it begins and ends in silence, and its attack is seen whole. Longer ones may be cut
# out of the middle of something, and the cut is no part of the sound.
SINGLE_S = 2.0

# ITU-R BS.1770: nothing under −70 LUFS counts, nor what is 10 LU under the loudness of the rest.
ABSOLUTE_LUFS = -70.0
RELATIVE_LU = -10.0
# Frames whose power is averaged for the gate: about its 400 ms.
_GATE_FRAMES = 4

_BIN_EDGES_HZ = (np.arange(WINDOW // 2 + 2) - 0.5) * RATE / WINDOW
_BIN_EDGES_HZ[0] = 0.0


def long_term_db(audio: np.ndarray) -> np.ndarray | None:
    """Level-free spectrum [64] in dB of sound [channels, samples] at 48 kHz; None for silence.

    Simpler than the plug-in's in one thing: the gate's loudness is taken from these same frames, not from samples.
    """
    power = _frames(audio)
    kept = power[:, _gate(power)]
    if kept.shape[1] == 0:
        return None
    total = kept.mean(axis=1)
    cumulative = np.concatenate([[0.0], np.cumsum(total)])
    # A bin's power is even over its width; what lies between two edges is a difference of the running sum.
    bands = np.diff(np.interp(band_edges_hz(), _BIN_EDGES_HZ, cumulative))
    return clamped(10.0 * np.log10(np.maximum(bands, 1e-30)))


def equalised(audio: np.ndarray, bands: np.ndarray) -> np.ndarray:
    """Sound [channels, samples] through bands [8, 3], by the engine's magnitude, without phase."""
    hz = np.fft.rfftfreq(audio.shape[1], 1.0 / RATE)
    # The magnitude is defined below Nyquist.
    gain = np.power(10.0, magnitude_db(bands, np.minimum(hz, 0.4999 * RATE)) / 20.0)
    return np.fft.irfft(np.fft.rfft(audio, axis=1) * gain, audio.shape[1], axis=1)


def _frames(audio: np.ndarray) -> np.ndarray:
    """Power [bins, frames] of Hann windows half overlapped, channels added; a mean square is the sum over its bins."""
    padded = np.atleast_2d(audio)
    if padded.shape[1] < SINGLE_S * RATE:
        padded = np.pad(padded, ((0, 0), (HOP, WINDOW)))
    window = get_window("hann", WINDOW)
    starts = np.arange(0, padded.shape[1] - WINDOW + 1, HOP)
    power = np.zeros((WINDOW // 2 + 1, len(starts)))
    for channel in padded:
        frames = np.stack([channel[s : s + WINDOW] * window for s in starts], axis=1)
        power += np.square(np.abs(np.fft.rfft(frames, axis=0)))
    power[1:-1] *= 2.0
    return power / (WINDOW * np.square(window).sum())


def _gate(power: np.ndarray) -> np.ndarray:
    """Which frames count: bool [frames]."""
    loud = _k_weights() @ power
    loud = uniform_filter1d(loud, _GATE_FRAMES, mode="constant")
    lufs = -0.691 + 10.0 * np.log10(np.maximum(loud, 1e-30))
    audible = lufs > ABSOLUTE_LUFS
    if not audible.any():
        return audible
    mean = -0.691 + 10.0 * np.log10(loud[audible].mean())
    return audible & (lufs > mean + RELATIVE_LU)


def _k_weights() -> np.ndarray:
    """|H|² [bins] of BS.1770's two filters at 48 kHz."""
    z = np.exp(-2j * np.pi * np.arange(WINDOW // 2 + 1) / WINDOW)
    shelf = np.polyval([1.19839281085285, -2.69169618940638, 1.53512485958697], z)
    shelf = shelf / np.polyval([0.73248077421585, -1.69065929318241, 1.0], z)
    high_pass = np.square(1.0 - z) / np.polyval([0.99007225036621, -1.99004745483398, 1.0], z)
    return np.square(np.abs(shelf * high_pass))
