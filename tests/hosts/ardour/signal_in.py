"""Writes the input of the Ardour test: seeded pink noise, stereo, 48 kHz, so that every band has something to change.

usage: signal_in.py WAV SECONDS
"""

import sys

import numpy as np
from scipy.io import wavfile

SAMPLE_RATE = 48000
PEAK = 0.5


def pink(samples: int, seed: int) -> np.ndarray:
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(samples))
    hertz = np.fft.rfftfreq(samples, 1 / SAMPLE_RATE)
    spectrum *= 1 / np.sqrt(np.maximum(hertz, 20))
    noise = np.fft.irfft(spectrum, samples)
    return PEAK * noise / np.abs(noise).max()


if __name__ == "__main__":
    length = int(float(sys.argv[2]) * SAMPLE_RATE)
    stereo = np.stack([pink(length, 1), pink(length, 2)], axis=1)
    wavfile.write(sys.argv[1], SAMPLE_RATE, np.round(stereo * 32767).astype(np.int16))
