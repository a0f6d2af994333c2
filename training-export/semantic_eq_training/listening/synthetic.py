"""Noises and tones to listen to: spectra that no package holds, and whose spectra are known."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .spectrum import RATE

SECONDS = 4.0

_NOISE_SLOPES_DB = {"white": 0.0, "pink": -3.0, "brown": -6.0, "dark": -9.0, "blue": 3.0}
_BANDS_HZ = ((20, 150), (60, 500), (150, 1200), (400, 3000), (1000, 6000), (3000, 12000), (100, 10000), (6000, 20000))
_TONES_HZ = (41.2, 82.4, 164.8, 329.6, 659.3, 1318.5)
_TONE_SLOPES_DB = (-3.0, -6.0, -12.0)


def sounds(seed: int = 1) -> Iterator[tuple[str, np.ndarray]]:
    """Name and sound [1, samples] at 48 kHz: coloured and band-limited noises, harmonic tones, sweeps."""
    rng = np.random.default_rng(seed)
    for name, slope in _NOISE_SLOPES_DB.items():
        yield f"{name} noise", noise(rng, slope, 20.0, 20_000.0)
    for low, high in _BANDS_HZ:
        yield f"noise {low} to {high} Hz", noise(rng, -3.0, low, high)
    for hz in _TONES_HZ:
        for slope in _TONE_SLOPES_DB:
            yield f"tone {hz:g} Hz {slope:g} dB an octave", harmonic(hz, slope)
    yield "slow sweep", sweep(30.0, 16_000.0)
    yield "low sweep", sweep(30.0, 1_000.0)


def noise(rng: np.random.Generator, slope_db: float, low_hz: float, high_hz: float) -> np.ndarray:
    """Noise whose power density falls by slope_db an octave, between two frequencies; [1, samples]."""
    count = int(SECONDS * RATE)
    hz = np.fft.rfftfreq(count, 1.0 / RATE)
    size = np.where((hz >= low_hz) & (hz <= high_hz), np.power(np.maximum(hz, 1.0) / 1000.0, slope_db / 6.0206), 0.0)
    phase = rng.standard_normal((2, len(hz)))
    return _levelled(np.fft.irfft(size * (phase[0] + 1j * phase[1]), count))


def harmonic(hz: float, slope_db: float) -> np.ndarray:
    """A tone whose harmonics fall by slope_db an octave, up to 20 kHz; [1, samples]."""
    t = np.arange(int(SECONDS * RATE)) / RATE
    numbers = np.arange(1, int(20_000.0 / hz) + 1)
    # Schroeder's phases keep the crest low; the spectrum does not depend on them.
    phases = -np.pi * numbers * (numbers - 1) / len(numbers)
    sizes = np.power(numbers.astype(np.float64), slope_db / 6.0206)
    partials = zip(numbers, sizes, phases, strict=True)
    return _levelled(sum(a * np.sin(2.0 * np.pi * n * hz * t + p) for n, a, p in partials))


def sweep(low_hz: float, high_hz: float) -> np.ndarray:
    """A sine sweep with the same time for each octave; [1, samples]."""
    t = np.arange(int(SECONDS * RATE)) / RATE
    rate = np.log(high_hz / low_hz) / SECONDS
    return _levelled(np.sin(2.0 * np.pi * low_hz * np.expm1(rate * t) / rate))


def _levelled(sound: np.ndarray) -> np.ndarray:
    return (0.1 * sound / np.sqrt(np.mean(np.square(sound))))[None]
