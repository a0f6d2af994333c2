"""What the networks are trained for, term by term: each on curves as they are heard, none on bands alone.

All errors in dB are of level-free curves as the engine plays them, weighted by ERB density.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .bands import magnitude_db_torch
from .grid import erb_weights
from .model import Decoder, Encoder


@dataclass(frozen=True)
class Weights:
    """How much each term counts beside the plain error; 0 leaves it out. README.md says what each is for.

    mixing: error of a sum of two z against the sum of their curves. consistency: how far encode(decode(z)) is from z,
    in shares of |z|². order: bands nearer to their neighbours than `ORDER_OCTAVES`. gains: large gains. latent: |z|².
    erb: whether points count by ERB density.
    """

    mixing: float = 0.2
    consistency: float = 0.05
    order: float = 3.0
    gains: float = 0.01
    latent: float = 2e-3
    erb: bool = True


# Bands keep at least this distance where they can, so that none passes its neighbour on a path between two words.
ORDER_OCTAVES = 0.1

# Errors count relative to a curve's own mean square, and to this where it is smaller: in dB².
SMALLEST_SQUARE_DB = 0.1


def point_weights(weights: Weights) -> Tensor:
    """Weights [64], mean 1, of the grid's points."""
    return torch.tensor(erb_weights(), dtype=torch.float32) if weights.erb else torch.ones(64)


def of_curves(
    decoder: Decoder, encoder: Encoder, curves: Tensor, points: Tensor, weights: Weights, noise: torch.Generator
) -> tuple[Tensor, float]:
    """The loss of a batch of curves [n, 64], and its plain root mean square error in dB."""
    z = encoder(curves)
    count = len(z)
    # Between two curves' latents lie the curves between, for any pair: morphs and sums of words stay sane.
    share = torch.rand((count, 1), generator=noise)
    other = (1.0 - share) * torch.where(torch.rand((count, 1), generator=noise) < 0.3, -1.0, 1.0)
    between = share * z + other * torch.roll(z, 1, 0)
    mixed = share * curves + other * torch.roll(curves, 1, 0)

    asked, wanted = torch.cat([z, between]), torch.cat([curves, mixed])
    bands = decoder(asked)
    played = magnitude_db_torch(bands)
    played = played - played.mean(dim=-1, keepdim=True)
    error = (points * (played - wanted).square()).mean(dim=-1)
    # A tenth of a dB off in a 1 dB curve matters like half a dB off in a loud one: shape counts as well as dB.
    importance = 1.0 / (SMALLEST_SQUARE_DB + wanted.square().mean(dim=-1))
    plain, mixing = (error * importance).view(2, count).mean(dim=1)
    gains = (bands[:count, :, 1].square().mean(dim=-1) * importance[:count]).mean()
    loss = plain + weights.mixing * mixing + weights.gains * gains + weights.latent * z.square().mean()
    if weights.order:
        too_near = torch.relu(ORDER_OCTAVES + bands[:, :-1, 0] - bands[:, 1:, 0])
        loss = loss + weights.order * too_near.square().sum(dim=-1).mean()
    if weights.consistency:
        size = asked.detach().square().sum(dim=-1)
        drift = (encoder(played) - asked).square().sum(dim=-1) / (size + 0.1 * size.mean())
        loss = loss + weights.consistency * drift.mean()
    return loss, float(error[:count].detach().mean().sqrt())
