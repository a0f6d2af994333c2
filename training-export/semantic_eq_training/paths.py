"""The latent space between words: whether bands move evenly and in order on straight paths, and what lies half-way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .grid import POINTS, level_free, rms, unit
from .model import Decoder, Encoder, decode_bands, decode_curves, encode

STEPS = 100
# What a band may move in 1 % of a morph before it is called a jump.
JUMP_DB = 0.5
JUMP_OCTAVES = 1.0 / 12.0
_AT_ONCE = 250


@dataclass(frozen=True)
class PathCheck:
    """Of straight paths in 1 % steps: the worst step of any band in dB and in octaves, each band's nearest approach [7]
    to the next in octaves (negative: passed it), the share of paths with a jump, and that with bands out of order.
    """

    paths: int
    worst_db: float
    worst_octaves: float
    nearest_octaves: np.ndarray
    jumping: float
    out_of_order: float


def random_pairs(z: np.ndarray, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Ends [count, 32] each of random paths between two different places of z [n, 32]."""
    rng = np.random.default_rng(seed)
    start = rng.integers(len(z), size=count)
    return z[start], z[(start + rng.integers(1, len(z), size=count)) % len(z)]


def check(decoder: Decoder, starts: np.ndarray, ends: np.ndarray) -> PathCheck:
    """Walks all paths from starts [n, 32] to ends [n, 32]."""
    t = np.linspace(0.0, 1.0, STEPS + 1)[:, None]
    worst, nearest = [], []
    for i in range(0, len(starts), _AT_ONCE):
        a, b = starts[i : i + _AT_ONCE, None], ends[i : i + _AT_ONCE, None]
        z = (1.0 - t) * a + t * b
        bands = decode_bands(decoder, z.reshape(-1, z.shape[-1])).reshape(len(a), STEPS + 1, -1, 3)
        worst.append(np.abs(np.diff(bands, axis=1)).max(axis=(1, 2)))
        nearest.append(np.diff(bands[..., 0], axis=2).min(axis=1))
    worst, nearest = np.concatenate(worst), np.concatenate(nearest)
    return PathCheck(
        len(starts),
        float(worst[:, 1].max()),
        float(worst[:, 0].max()),
        nearest.min(axis=0),
        float(((worst[:, 1] > JUMP_DB) | (worst[:, 0] > JUMP_OCTAVES)).mean()),
        float((nearest < 0.0).any(axis=1).mean()),
    )


def evenness(decoder: Decoder, starts: np.ndarray, ends: np.ndarray, steps: int = 40) -> np.ndarray:
    """Per path: the largest RMS step in dB of the curve over the mean step; 1 is even, as is no way at all."""
    t = np.linspace(0.0, 1.0, steps + 1)[:, None]
    z = (1.0 - t) * starts[:, None] + t * ends[:, None]
    curves = decode_curves(decoder, z.reshape(-1, z.shape[-1])).reshape(len(starts), steps + 1, POINTS)
    moved = rms(np.diff(curves, axis=1))
    mean = moved.mean(axis=1)
    return np.divide(moved.max(axis=1), mean, out=np.ones_like(mean), where=mean > 0.0)


def halfway_error_db(decoder: Decoder, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Per path: RMS in dB between the curve half-way and the mean of the curves at the ends."""
    played = decode_curves(decoder, 0.5 * (starts + ends))
    return rms(played - 0.5 * (decode_curves(decoder, starts) + decode_curves(decoder, ends)))


def inconsistency(decoder: Decoder, encoder: Encoder, z: np.ndarray) -> np.ndarray:
    """Per place of z [n, 32]: how far the encoder, hearing what is decoded, is from it, as a share of |z|."""
    heard = encode(encoder, decode_curves(decoder, z))
    return np.linalg.norm(heard - z, axis=1) / np.linalg.norm(z, axis=1)


def nearest_person(curves_db: np.ndarray, people_db: np.ndarray) -> np.ndarray:
    """Cosine of each curve [n, 64] to the person's setting [m, 64] that is most like it."""
    return (unit(curves_db) @ unit(level_free(people_db)).T / POINTS).max(axis=1)
