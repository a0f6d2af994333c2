"""The inputs of parity.json, which hold C# to torch. Their generators are their own: drawing them changes no model."""

from __future__ import annotations

import copy

import numpy as np
import torch

from .grid import POINTS, rms
from .model import LATENT, Decoder, decode_bands

DECODER_CASES = 64
ENCODER_CASES = 32

# Half a period to six of them from 20 Hz to 20 kHz: shapes as broad as equalisers', the broadest the largest.
WAVES = 12


def decoder_inputs(decoder: Decoder, word_z: np.ndarray, macro_z: np.ndarray, seed: int) -> np.ndarray:
    """z float32 [64, 32]: neutral, words, macros both ways, random ones of every size up to the largest float."""
    rng = np.random.default_rng(seed)
    size = float(np.sqrt(np.mean(np.square(word_z))))
    random = rng.standard_normal((8 * DECODER_CASES, LATENT))
    huge = np.array([[3e38], [-1e38]]) * np.ones((2, LATENT))
    fixed = np.concatenate([np.zeros((1, LATENT)), word_z[:16], macro_z, -macro_z, huge])
    growing = size * np.geomspace(1e-3, 1e6, 2 * DECODER_CASES)[:, None] * random[: 2 * DECODER_CASES]
    growing = _well_conditioned(decoder, growing)[:: 2 * DECODER_CASES // 20]
    usual = _well_conditioned(decoder, size * random[2 * DECODER_CASES :])
    return np.concatenate([fixed, growing, usual])[:DECODER_CASES].astype(np.float32)


def encoder_inputs(seed: int) -> np.ndarray:
    """Curves float32 [32, 64] in dB: flat, flat at a level, smooth random ones of .3 to 300 dB RMS, half at a level.

    The level stays within 12 dB: the rounding of a mean grows with it, and in a shape of a hundredth of its level that
    rounding, another for each order of adding, would be all that a test sees.
    """
    rng = np.random.default_rng(seed)
    shapes = ENCODER_CASES - 2
    slopes = 1.0 / np.arange(1, WAVES + 1)
    waves = np.cos(np.pi * np.outer(np.arange(1, WAVES + 1), np.arange(POINTS) + 0.5) / POINTS)
    curves = (slopes * rng.standard_normal((shapes, WAVES))) @ waves
    curves *= (np.geomspace(0.3, 300.0, shapes) / rms(curves))[:, None]
    curves[1::2] += rng.uniform(-12.0, 12.0, (shapes // 2, 1))
    flat = np.array([[0.0], [6.0]]) * np.ones((2, POINTS))
    return np.concatenate([flat, curves]).astype(np.float32)


def _well_conditioned(decoder: Decoder, z: np.ndarray) -> np.ndarray:
    """Those z [n, 32] for which float32 can answer to 1e-5 at all.

    A large z whose products nearly cancel leaves float32's rounding as the answer, another for each order of adding.
    """
    z = z.astype(np.float32)
    with torch.no_grad():
        exact = copy.deepcopy(decoder).double()(torch.tensor(z, dtype=torch.float64)).numpy()
    return z[np.abs(exact - decode_bands(decoder, z)).max(axis=(1, 2)) < 2e-6]
