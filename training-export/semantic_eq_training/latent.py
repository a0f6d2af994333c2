"""From curves to places in the latent space: words and their readings, refined until they decode to their curves."""

from __future__ import annotations

import numpy as np
import torch

from .grid import erb_weights
from .model import Decoder, Encoder, encode


def refine(decoder: Decoder, encoder: Encoder, curves_db: np.ndarray, steps: int) -> np.ndarray:
    """z float32 [n, 32] whose decoded curves fit curves_db [n, 64]: from the encoder's guess, by gradient descent.

    A weak pull keeps z near the guess, where the latent space is smooth.
    """
    start = torch.tensor(encode(encoder, curves_db), dtype=torch.float32)
    target = torch.tensor(curves_db, dtype=torch.float32)
    weights = torch.tensor(erb_weights(), dtype=torch.float32)
    scale = float(start.square().mean().sqrt()) + 1e-6
    used = (torch.arange(start.shape[1]) < encoder.components).float()
    offset = torch.zeros_like(start, requires_grad=True)
    optimiser = torch.optim.Adam([offset], lr=0.02)
    size = target.square().mean(dim=-1)
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 0.02 * (1.0 - step / steps) + 1e-4
        z = start + scale * offset * used
        error = (weights * (decoder.level_free_curve(z) - target).square()).mean(dim=-1)
        loss = (error / (0.25 + size)).sum() + 2e-3 * offset.square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return (start + scale * offset * used).detach().numpy()
