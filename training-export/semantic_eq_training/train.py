"""Training of the auto-encoder: people's curves, words' consensus curves and mixtures, back from 32 numbers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from .bands import BANDS, magnitude_db
from .grid import POINTS, erb_weights, level_free, rms
from .model import Decoder, Encoder, bound_input

# People's hardest settings reach 30 dB from top to bottom; eight bands of 12 dB are for words, not for those.
LOUDEST_RMS_DB = 6.0


@dataclass(frozen=True)
class TrainingPlan:
    """How long and how hard to train. Weights are of losses in dB² (relative to a curve's own size, see `_loss`)."""

    steps: int = 6000
    batch: int = 192
    rate: float = 3e-3
    latent_noise: float = 0.03
    latent_pull: float = 2e-3
    gain_pull: float = 0.03
    mixing_pull: float = 0.1
    q_pull: float = 2e-3
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
    decoder, encoder = Decoder(seed), Encoder(seed)
    parameters = [*decoder.parameters(), *encoder.parameters()]
    optimiser = torch.optim.Adam(parameters, lr=plan.rate, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=plan.steps, pct_start=0.1)
    rng = np.random.default_rng(seed)
    noise = torch.Generator().manual_seed(seed + 2)
    weights = torch.tensor(erb_weights(), dtype=torch.float32)
    people = people * np.minimum(1.0, LOUDEST_RMS_DB / np.maximum(rms(people), 1e-6))[:, None]
    for step in range(plan.steps):
        curves = torch.tensor(_batch(rng, people, consensus, plan.batch), dtype=torch.float32)
        loss, error_db = _loss(decoder, encoder, curves, weights, plan, noise)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        schedule.step()
        if (step + 1) % max(plan.steps // 6, 1) == 0:
            log(f"  step {step + 1}/{plan.steps}: error {error_db:.3f} dB")
    bound_input(decoder, encoder)
    return decoder.eval(), encoder.eval()


def _loss(
    decoder: Decoder,
    encoder: Encoder,
    curves: torch.Tensor,
    weights: torch.Tensor,
    plan: TrainingPlan,
    noise: torch.Generator,
) -> tuple[torch.Tensor, float]:
    z = encoder(curves)
    size = curves.square().mean(dim=-1)
    # A quarter dB off in a 1 dB curve matters like 1 dB off in a loud one: shape counts as well as dB.
    importance = 1.0 / (0.5 + size)

    bands = decoder(z)
    error = _error(decoder, z, curves, weights)
    jittered = z + plan.latent_noise * torch.randn(z.shape, generator=noise)
    robust = _error(decoder, jittered, curves, weights)

    # Half-way between two curves' latents lies the curve half-way, for any pair: morphs and sums of words stay sane.
    partner = torch.roll(z, 1, 0)
    share = torch.rand((len(z), 1), generator=noise)
    sign = torch.where(torch.rand((len(z), 1), generator=noise) < 0.3, -1.0, 1.0)
    mixed = share * curves + sign * (1.0 - share) * torch.roll(curves, 1, 0)
    mixing = _error(decoder, share * z + sign * (1.0 - share) * partner, mixed, weights)
    mixing_importance = 1.0 / (0.5 + mixed.square().mean(dim=-1))

    gains = bands[..., 1].square().mean(dim=-1)
    bell_q = bands[:, 1:-1, 2]
    narrow = torch.relu(bell_q - 1.0).square().mean(dim=-1)
    loss = ((error + 0.5 * robust) * importance).mean() + plan.mixing_pull * (mixing * mixing_importance).mean()
    loss = loss + plan.gain_pull * (gains * importance).mean() + plan.q_pull * narrow.mean()
    loss = loss + plan.latent_pull * z.square().mean()
    return loss, float(error.detach().mean().sqrt())


def _error(decoder: Decoder, z: torch.Tensor, curves: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Weighted mean square error [N] in dB² of what z decodes to, level-free."""
    return (weights * (decoder.level_free_curve(z) - curves).square()).mean(dim=-1)


def _batch(rng: np.random.Generator, people: np.ndarray, consensus: np.ndarray, count: int) -> np.ndarray:
    """Curves [count, 64]: people's, words', mixtures of both, and any equaliser's, each at a size drawn anew."""
    kinds = rng.choice(4, size=count, p=(0.3, 0.35, 0.2, 0.15))
    result = np.empty((count, POINTS))
    for kind, draw in enumerate((_peoples, _words, _mixtures, _equalisers)):
        chosen = kinds == kind
        result[chosen] = draw(rng, people, consensus, int(chosen.sum()))
    return result


def _peoples(rng: np.random.Generator, people: np.ndarray, consensus: np.ndarray, count: int) -> np.ndarray:
    return people[rng.integers(len(people), size=count)] * rng.uniform(0.3, 1.0, (count, 1))


def _words(rng: np.random.Generator, people: np.ndarray, consensus: np.ndarray, count: int) -> np.ndarray:
    return consensus[rng.integers(len(consensus), size=count)] * rng.uniform(0.3, 1.5, (count, 1))


def _mixtures(rng: np.random.Generator, people: np.ndarray, consensus: np.ndarray, count: int) -> np.ndarray:
    a = _words(rng, people, consensus, count)
    b = _words(rng, people, consensus, count) * rng.choice((-1.0, 1.0), (count, 1))
    c = _peoples(rng, people, consensus, count)
    return 0.7 * a + 0.6 * b + 0.4 * _smoothed(c)


def _equalisers(rng: np.random.Generator, people: np.ndarray, consensus: np.ndarray, count: int) -> np.ndarray:
    """Curves of random bands, so that the encoder reads any equaliser's curve."""
    lo = np.array([[np.log2(b.hz_min), -9.0, np.log2(b.q_min)] for b in BANDS])
    hi = np.array([[np.log2(b.hz_max), 9.0, min(np.log2(b.q_max), 1.0)] for b in BANDS])
    bands = rng.uniform(lo, hi, (count, *lo.shape))
    bands[..., 1] *= rng.random((count, len(BANDS))) < 0.4
    curves = level_free(magnitude_db(bands))
    return curves * np.minimum(1.0, LOUDEST_RMS_DB / np.maximum(rms(curves), 1e-6))[:, None]


def _smoothed(curves: np.ndarray) -> np.ndarray:
    kernel = np.hanning(9)[1:-1]
    kernel /= kernel.sum()
    padded = np.pad(curves, ((0, 0), (3, 3)), mode="edge")
    return np.stack([np.convolve(row, kernel, mode="valid") for row in padded]) if len(padded) else curves
