"""The eight macros: directions of the latent space that each do one clear thing.

People's words alone span three or four directions (bright and presence r .91, warm and muddy .85). So a macro takes
from its word what people do *within the macro's own frequency region*, and all eight are moved together until no two
of them do the same, while each still raises its own word more than any other macro does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .bands import magnitude_db_torch
from .grid import FREQUENCIES_HZ, erb_weights, level_free, unit
from .model import Decoder, Encoder, encode
from .words import Word

PEAK_TO_PEAK_DB = 6.0
MOST_ALIKE = 0.46
OWN_WORD_MARGIN = 0.06
GAINS = 0.02


@dataclass(frozen=True)
class Macro:
    """A macro's design: its name, the words of people that it may speak for (the first that is known), where it works.

    regions: (Hz from, Hz to, how much of the word's curve it takes there); edges are half an octave soft.
    weight: how much its fit counts against the others'.
    """

    name: str
    words: tuple[str, ...]
    regions: tuple[tuple[float, float, float], ...]
    weight: float = 1.0


MACROS = (
    Macro("Warm", ("warm",), ((130.0, 350.0, 1.0), (5000.0, 20000.0, 0.7)), 2.5),
    Macro("Bright", ("bright",), ((3000.0, 20000.0, 1.0), (20.0, 120.0, 0.6)), 2.5),
    Macro("Body", ("heavy", "deep", "bassy", "full"), ((20.0, 150.0, 1.0),)),
    Macro("Presence", ("presence", "clear"), ((3200.0, 7500.0, 1.0),)),
    Macro("Air", ("airy", "light"), ((9500.0, 20000.0, 1.0),)),
    Macro("Mud", ("muddy", "boomy"), ((220.0, 520.0, 1.0),)),
    Macro("Harsh", ("harsh", "tinny"), ((1500.0, 3800.0, 1.0),)),
    Macro("Scoop", ("hollow", "scooped"), ((420.0, 1700.0, 1.0),)),
)


def region_window(macro: Macro) -> np.ndarray:
    """How much [64] of its word's curve a macro takes at each grid point, 0 to 1."""
    octaves = np.log2(FREQUENCIES_HZ)
    window = np.zeros_like(octaves)
    for low, high, share in macro.regions:
        low_edge = np.clip((octaves - np.log2(low)) / 0.5 + 0.5, 0.0, 1.0) if low > 20.0 else 1.0
        high_edge = np.clip((np.log2(high) - octaves) / 0.5 + 0.5, 0.0, 1.0) if high < 20_000.0 else 1.0
        window += share * np.sin(0.5 * np.pi * low_edge) ** 2 * np.sin(0.5 * np.pi * high_edge) ** 2
    return window


def word_of(macro: Macro, words: dict[str, Word]) -> Word:
    """The first of the macro's words that the vocabulary knows; else its best-known word (a sample may be small)."""
    return next((words[w] for w in macro.words if w in words), next(iter(words.values())))


def directions(decoder: Decoder, encoder: Encoder, words: list[Word], steps: int) -> np.ndarray:
    """Directions float32 [8, 32]: z of each macro at +100 %."""
    by_name = {w.word: w for w in words}
    own = np.stack([word_of(m, by_name).curve_db for m in MACROS])
    wanted = unit(level_free(np.stack([region_window(m) for m in MACROS]) * own))
    target = torch.tensor(wanted, dtype=torch.float32)
    descriptor = torch.tensor(unit(own), dtype=torch.float32)
    weights = torch.tensor(erb_weights(), dtype=torch.float32)
    start = torch.tensor(encode(encoder, 2.0 * wanted), dtype=torch.float32)
    scale = float(start.square().mean().sqrt()) + 1e-6
    offset = torch.zeros_like(start, requires_grad=True)
    optimiser = torch.optim.Adam([offset], lr=0.02)
    importance = torch.tensor([m.weight for m in MACROS])
    others = ~torch.eye(len(MACROS), dtype=torch.bool)
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 0.02 * (1.0 - step / steps) + 1e-4
        bands = decoder(start + scale * offset)
        curves = magnitude_db_torch(bands)
        curves = curves - curves.mean(dim=-1, keepdim=True)
        shapes = curves / (curves.square().mean(dim=-1, keepdim=True) + 1e-4).sqrt()
        fit = 1.0 - (weights * shapes * target).mean(dim=-1)
        alike = (shapes @ shapes.T / shapes.shape[1])[others]
        # heard[j, i]: how much macro j sounds like macro i's word.
        heard = shapes @ descriptor.T / shapes.shape[1]
        lead = (heard.diagonal()[None, :] - heard)[others]
        # A projection in dB as well, or a loud macro could say another's word louder than that one does.
        spoken = curves @ descriptor.T / shapes.shape[1]
        lead_db = (spoken.diagonal()[None, :] - spoken)[others]
        size = curves.amax(dim=-1) - curves.amin(dim=-1)
        loss = (importance * fit).sum() + 120.0 * torch.relu(alike.abs() - MOST_ALIKE).square().sum()
        loss = (
            loss
            + 120.0 * torch.relu(OWN_WORD_MARGIN - lead).square().sum()
            + 4.0 * torch.relu(0.1 - lead_db).square().sum()
        )
        # Bands that fight each other would, with the other macros turned, win where nobody asked.
        loss = loss + GAINS * bands[..., 1].square().sum(dim=-1).mean()
        loss = loss + 0.05 * (size - PEAK_TO_PEAK_DB).square().sum() + 1e-3 * offset.square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return (start + scale * offset).detach().numpy()
