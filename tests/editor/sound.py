"""Noise to play, and what became of it: the gain over frequency between two files."""

import json
import subprocess

import numpy as np
from scipy import signal
from scipy.io import wavfile

from window import BUNDLE, HOST

RATE = 48000
SECONDS = 4


def write_noise(path):
    """White noise in stereo, −20 dB of full scale, to be looped."""
    random = np.random.default_rng(6)
    wavfile.write(path, RATE, (0.1 * random.standard_normal((SECONDS * RATE, 2))).astype(np.float32))
    return path


def gain_db(before, after, frequencies, pan="both"):
    """The gain of the last loop that was recorded, in bands of a third of an octave around frequencies, in dB."""
    def powers(path):
        samples = wavfile.read(path)[1].astype(float)[-SECONDS * RATE:]
        hertz, power = signal.welch(samples.mean(axis=1), RATE, nperseg=16384)
        edge = 2 ** (1 / 6)
        return np.array([power[(hertz >= f / edge) & (hertz <= f * edge)].mean() for f in frequencies])

    return 10 * np.log10(powers(after) / powers(before))


def asked_db(word, frequencies):
    """What a word or phrase is to sound like, by the command line."""
    curve = json.loads(subprocess.run([*HOST.split(), "curve", word, "--json", "--plugin", BUNDLE], check=True, capture_output=True, text=True).stdout)
    points = curve["curve"]
    return np.interp(np.log(frequencies), np.log([p["hz"] for p in points]), [p["db"] for p in points])
