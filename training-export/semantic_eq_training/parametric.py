"""Training on bands instead of curves, as flowEQ does (C. Steinmetz, 2019): for the ablation table only.

Each curve is given bands by fitting the eight of them to it; the decoder is then taught those numbers. Two sets of
bands that sound alike may have little in common as numbers, which is why the product is trained on curves.
"""

from __future__ import annotations

import numpy as np
import torch

from .bands import COUNT, magnitude_db_torch
from .grid import rms
from .losses import ORDER_OCTAVES
from .model import Decoder, Encoder, bound_input, centre
from .train import TrainingPlan, descend, make_deterministic

FIT_STEPS = 150
FIT_RATE = 0.1
GAINS = 0.05


def fitted_bands(curves_db: np.ndarray) -> torch.Tensor:
    """Bands [n, 8, 3] in the decoder's ranges whose response is nearest to curves_db [n, 64], level-free."""
    ranges = Decoder(0)
    target = torch.tensor(curves_db, dtype=torch.float32)
    free = torch.zeros((len(curves_db), COUNT, 3), requires_grad=True)
    optimiser = torch.optim.Adam([free], lr=FIT_RATE)

    def bands() -> torch.Tensor:
        place, width = torch.sigmoid(free[..., 0]), torch.sigmoid(free[..., 2] - 0.6)
        hz = ranges.hz_lo + (ranges.hz_hi - ranges.hz_lo) * place
        q = ranges.q_lo + (ranges.q_hi - ranges.q_lo) * width
        return torch.stack([hz, ranges.db_max * torch.tanh(free[..., 1]), q], dim=-1)

    for step in range(FIT_STEPS):
        optimiser.param_groups[0]["lr"] = FIT_RATE * (1.0 - step / FIT_STEPS) + 1e-3
        fitted = bands()
        played = magnitude_db_torch(fitted)
        played = played - played.mean(dim=-1, keepdim=True)
        # Without a pull bands would fight each other, and out of order nobody could learn them.
        error = (played - target).square().mean(dim=-1) + GAINS * fitted[..., 1].square().mean(dim=-1)
        too_near = torch.relu(ORDER_OCTAVES + fitted[:, :-1, 0] - fitted[:, 1:, 0]).square().sum(dim=-1)
        loss = (error + too_near).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return bands().detach()


def train(people: np.ndarray, consensus: np.ndarray, plan: TrainingPlan, seed: int) -> tuple[Decoder, Encoder]:
    """As train.train, with the mean square error of bands, each value in shares of its range."""
    make_deterministic(seed)
    rng = np.random.default_rng(seed)
    some = people[rng.permutation(len(people))[: len(consensus)]]
    known = fitted_bands(np.concatenate([consensus, some / np.maximum(1.0, rms(some) / 6.0)[:, None]]))
    decoder, encoder = Decoder(seed), Encoder(seed, plan.components)
    spans = torch.stack([decoder.hz_hi - decoder.hz_lo, decoder.db_max, decoder.q_hi - decoder.q_lo], dim=-1)

    def loss() -> tuple[torch.Tensor, float]:
        bands = known[torch.tensor(rng.integers(len(known), size=plan.batch))].clone()
        bands[..., 1] *= torch.tensor(rng.uniform(-1.0, 1.0, (plan.batch, 1)), dtype=torch.float32)
        curves = magnitude_db_torch(bands)
        z = encoder(curves)
        error = ((decoder(z) - bands) / spans).square().mean()
        return error + plan.weights.latent * z.square().mean(), float(error.detach().sqrt())

    descend([*decoder.parameters(), *encoder.parameters()], loss, plan, lambda line: None)
    centre(encoder)
    bound_input(decoder, encoder)
    return decoder.eval(), encoder.eval()
