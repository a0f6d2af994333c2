"""The two networks: the decoder of inference/models/README.md and an encoder.

The decoder is odd in its gains and even in its frequencies, the encoder odd, by construction (no bias before an odd
function): a flat curve is z = 0, z = 0 is exactly flat, and the mirrored curve is −z.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from .bands import BANDS, COUNT, magnitude_db_torch
from .grid import POINTS

LATENT = 32
HIDDEN = 96
ENCODER_HIDDEN = 96

# Curves are some ±6 dB; the encoder's first layer works on numbers about 1.
CURVE_SCALE_DB = 6.0


def _matrix(rows: int, columns: int, gain: float, generator: torch.Generator) -> nn.Parameter:
    return nn.Parameter(gain / np.sqrt(columns) * torch.randn(rows, columns, generator=generator))


class Decoder(nn.Module):
    """z [N, 32] to bands [N, 8, 3]: log2 Hz, dB, log2 Q."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        g = torch.Generator().manual_seed(seed)
        self.w1 = _matrix(HIDDEN, LATENT, 0.6, g)
        self.w2 = _matrix(HIDDEN, HIDDEN, 0.8, g)
        self.wg = _matrix(COUNT, HIDDEN, 0.5, g)
        self.wf = _matrix(COUNT, HIDDEN, 1.0, g)
        self.wq = _matrix(COUNT, HIDDEN, 1.0, g)
        self.cf = nn.Parameter(torch.zeros(COUNT))
        # Starts at a Q of about 0.8 in the bells' range of .3 to 4.
        self.cq = nn.Parameter(torch.full((COUNT,), -0.6))
        ranges = {
            "db_max": [b.db_max for b in BANDS],
            "hz_lo": [np.log2(b.hz_min) for b in BANDS],
            "hz_hi": [np.log2(b.hz_max) for b in BANDS],
            "q_lo": [np.log2(b.q_min) for b in BANDS],
            "q_hi": [np.log2(b.q_max) for b in BANDS],
        }
        for name, values in ranges.items():
            self.register_buffer(name, torch.tensor(values, dtype=torch.float32))

    def forward(self, z: Tensor) -> Tensor:
        b = torch.tanh(torch.tanh(z @ self.w1.T) @ self.w2.T)
        even = b * b
        db = self.db_max * torch.tanh(b @ self.wg.T)
        log2_hz = self.hz_lo + (self.hz_hi - self.hz_lo) * torch.sigmoid(even @ self.wf.T + self.cf)
        log2_q = self.q_lo + (self.q_hi - self.q_lo) * torch.sigmoid(even @ self.wq.T + self.cq)
        return torch.stack([log2_hz, db, log2_q], dim=-1)

    def curve(self, z: Tensor) -> Tensor:
        """z [N, 32] to the response [N, 64] in dB on the common grid."""
        return magnitude_db_torch(self(z))

    def level_free_curve(self, z: Tensor) -> Tensor:
        """z [N, 32] to the level-free response [N, 64] in dB."""
        curve = self.curve(z)
        return curve - curve.mean(dim=-1, keepdim=True)


class Encoder(nn.Module):
    """Curve [N, 64] in dB to z [N, 32]; the curve's mean is removed inside. Only the first components may be used."""

    def __init__(self, seed: int = 0, components: int = LATENT) -> None:
        super().__init__()
        g = torch.Generator().manual_seed(seed + 1)
        self.e1 = _matrix(ENCODER_HIDDEN, POINTS, 1.0, g)
        self.e2 = _matrix(LATENT, ENCODER_HIDDEN, 0.5, g)
        self.e0 = _matrix(LATENT, POINTS, 1.0, g)
        self.components = components
        with torch.no_grad():
            self.e2[components:] = 0.0
            self.e0[components:] = 0.0

    def forward(self, curve_db: Tensor) -> Tensor:
        x = (curve_db - curve_db.mean(dim=-1, keepdim=True)) / CURVE_SCALE_DB
        k = self.components
        z = x @ self.e0[:k].T + torch.tanh(x @ self.e1.T) @ self.e2[:k].T
        return z if k == LATENT else nn.functional.pad(z, (0, LATENT - k))


@torch.no_grad()
def centre(encoder: Encoder) -> None:
    """Removes the mean of each row that meets a curve: what is left of a level by rounding meets nothing.

    The function stays the same, as the curves that the rows meet have no mean.
    """
    for rows in (encoder.e0, encoder.e1):
        rows -= rows.double().mean(dim=1, keepdim=True).float()


@torch.no_grad()
def bound_input(decoder: Decoder, encoder: Encoder) -> float:
    """Scales the latent space by a power of two until no row of w1 has an L1 norm above 1; returns that factor.

    Then w1·z cannot overflow, in any order of summation, for any finite float32 z: finite bands by construction. A
    power of two changes no mantissa, so the networks stay the same functions.
    """
    norm = float(decoder.w1.abs().sum(dim=1).max())
    factor = 2.0 ** np.ceil(np.log2(max(norm, 1e-6)) + 1e-6)
    decoder.w1 /= factor
    encoder.e0 *= factor
    encoder.e2 *= factor
    return float(factor)


@torch.no_grad()
def decode_curves(decoder: Decoder, z: np.ndarray) -> np.ndarray:
    """Level-free responses [N, 64] in dB of z [N, 32]."""
    return decoder.level_free_curve(torch.as_tensor(np.atleast_2d(z), dtype=torch.float32)).numpy().astype(np.float64)


@torch.no_grad()
def decode_bands(decoder: Decoder, z: np.ndarray) -> np.ndarray:
    """Bands float32 [N, 8, 3] of z [N, 32]."""
    return decoder(torch.as_tensor(np.atleast_2d(z), dtype=torch.float32)).numpy()


@torch.no_grad()
def encode(encoder: Encoder, curves_db: np.ndarray) -> np.ndarray:
    """z [N, 32] of curves [N, 64]."""
    return encoder(torch.as_tensor(np.atleast_2d(curves_db), dtype=torch.float32)).numpy().astype(np.float64)
