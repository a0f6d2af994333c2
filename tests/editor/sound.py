"""Noise to play, and what became of it: the gain over frequency between two files."""

import json
import subprocess
import warnings

import numpy as np
from scipy.io import wavfile

from window import BUNDLE, HOST

RATE = 48000
SECONDS = 4


def write_noise(path):
    """White noise in stereo, −20 dB of full scale, to be looped."""
    random = np.random.default_rng(6)
    wavfile.write(path, RATE, (0.1 * random.standard_normal((SECONDS * RATE, 2))).astype(np.float32))
    return path


def gain_db(before, after, frequencies):
    """The gain at frequencies, in dB: of the last loop that was recorded against the loop itself. Noise that repeats has lines 1/4 Hz apart,
    and a filter at rest changes each by its gain, wherever in the loop the recording ends: this is exact, not an estimate."""
    def lines(path):
        with warnings.catch_warnings():
            # libsndfile's own chunks.
            warnings.simplefilter("ignore", wavfile.WavFileWarning)
            samples = wavfile.read(path)[1].astype(float)[-SECONDS * RATE:]
        return np.abs(np.fft.rfft(samples.mean(axis=1)))

    gains = 20 * np.log10(lines(after)[1:] / lines(before)[1:])
    hertz = np.arange(1, len(gains) + 1) / SECONDS
    return np.array([np.median(gains[np.abs(hertz - f) < 0.01 * f]) for f in frequencies])


def asked(word):
    """What a word or phrase is to sound like, by the command line: frequencies from 40 Hz to 16 kHz, and dB."""
    command = [*HOST.split(), "curve", word, "--json", "--plugin", BUNDLE]
    curve = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    hertz, decibels = np.array(curve["grid_hz"]), np.array(curve["curve_db"])
    heard = (hertz >= 40) & (hertz <= 16000)
    return hertz[heard], decibels[heard]
