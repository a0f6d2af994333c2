"""What the networks are trained on: people's curves, words', mixtures of both, and any equaliser's, each batch anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bands import BANDS, magnitude_db
from .grid import POINTS, level_free, rms

# People's hardest settings reach 30 dB from top to bottom; eight bands of 12 dB are for words, not for those.
LOUDEST_RMS_DB = 6.0

SHARES = (0.2, 0.5, 0.2, 0.1)


def softened(curves_db: np.ndarray) -> np.ndarray:
    """Curves [n, 64], the hardest of them scaled to 6 dB RMS."""
    return curves_db * np.minimum(1.0, LOUDEST_RMS_DB / np.maximum(rms(curves_db), 1e-6))[:, None]


@dataclass(frozen=True)
class Pool:
    """What batches are drawn from: people's curves [n, 64], softened, and words' [m, 64]; level-free, in dB."""

    people: np.ndarray
    words: np.ndarray


def draw(rng: np.random.Generator, pool: Pool, count: int) -> np.ndarray:
    """Curves [count, 64], level-free, in dB: of the four kinds, each at a size drawn anew."""
    kinds = rng.choice(len(SHARES), size=count, p=SHARES)
    result = np.empty((count, POINTS))
    for kind, drawer in enumerate((_peoples, _words, _mixtures, _equalisers)):
        chosen = kinds == kind
        result[chosen] = drawer(rng, pool, int(chosen.sum()))
    return result


def _peoples(rng: np.random.Generator, pool: Pool, count: int) -> np.ndarray:
    return pool.people[rng.integers(len(pool.people), size=count)] * rng.uniform(0.3, 1.0, (count, 1))


def _words(rng: np.random.Generator, pool: Pool, count: int) -> np.ndarray:
    return pool.words[rng.integers(len(pool.words), size=count)] * rng.uniform(0.3, 1.5, (count, 1))


def _mixtures(rng: np.random.Generator, pool: Pool, count: int) -> np.ndarray:
    a = _words(rng, pool, count)
    b = _words(rng, pool, count) * rng.choice((-1.0, 1.0), (count, 1))
    c = _peoples(rng, pool, count)
    return 0.7 * a + 0.6 * b + 0.4 * _smoothed(c)


def _equalisers(rng: np.random.Generator, pool: Pool, count: int) -> np.ndarray:
    """Curves of random bands, so that the encoder reads any equaliser's curve."""
    lo = np.array([[np.log2(b.hz_min), -9.0, np.log2(b.q_min)] for b in BANDS])
    hi = np.array([[np.log2(b.hz_max), 9.0, min(np.log2(b.q_max), 1.0)] for b in BANDS])
    bands = rng.uniform(lo, hi, (count, *lo.shape))
    bands[..., 1] *= rng.random((count, len(BANDS))) < 0.4
    return softened(level_free(magnitude_db(bands)))


def _smoothed(curves: np.ndarray) -> np.ndarray:
    kernel = np.hanning(9)[1:-1]
    kernel /= kernel.sum()
    padded = np.pad(curves, ((0, 0), (3, 3)), mode="edge")
    return sum(k * padded[:, i : i + curves.shape[1]] for i, k in enumerate(kernel))
