"""Training of the auto-encoder: people's curves, words' consensus curves and mixtures, back from 32 numbers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import torch

from . import batches, losses
from .model import Decoder, Encoder, bound_input, centre


@dataclass(frozen=True)
class TrainingPlan:
    """How long and how hard to train, for what, and how many of the 32 latent components are used."""

    steps: int = 6500
    batch: int = 192
    rate: float = 5e-3
    components: int = 32
    weights: losses.Weights = field(default_factory=losses.Weights)
    refine_steps: int = 300
    macro_steps: int = 1500


QUICK = TrainingPlan(steps=150, batch=64, refine_steps=30, macro_steps=100)


def make_deterministic(seed: int) -> None:
    """Same seed, same machine kind: same bytes."""
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002  (libraries that draw from the global generator)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)


def train(
    people: np.ndarray, consensus: np.ndarray, plan: TrainingPlan, seed: int, log: Callable[[str], None] = print
) -> tuple[Decoder, Encoder]:
    """Trains on people's curves [n, 64] and consensus curves [m, 64] (best known first), level-free, in dB."""
    make_deterministic(seed)
    decoder, encoder = Decoder(seed), Encoder(seed, plan.components)
    rng = np.random.default_rng(seed)
    noise = torch.Generator().manual_seed(seed + 2)
    points = losses.point_weights(plan.weights)
    pool = batches.Pool(batches.softened(people), consensus)

    def loss() -> tuple[torch.Tensor, float]:
        curves = torch.tensor(batches.draw(rng, pool, plan.batch), dtype=torch.float32)
        return losses.of_curves(decoder, encoder, curves, points, plan.weights, noise)

    descend([*decoder.parameters(), *encoder.parameters()], loss, plan, log)
    centre(encoder)
    bound_input(decoder, encoder)
    return decoder.eval(), encoder.eval()


def descend(
    parameters: list[torch.nn.Parameter],
    loss_of_a_batch: Callable[[], tuple[torch.Tensor, float]],
    plan: TrainingPlan,
    log: Callable[[str], None],
) -> None:
    """Adam on a one-cycle schedule, with clipped gradients."""
    optimiser = torch.optim.Adam(parameters, lr=plan.rate, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=plan.steps, pct_start=0.1)
    for step in range(plan.steps):
        loss, error_db = loss_of_a_batch()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        schedule.step()
        if (step + 1) % max(plan.steps // 6, 1) == 0:
            log(f"  step {step + 1}/{plan.steps}: error {error_db:.3f} dB")
