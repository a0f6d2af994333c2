"""The words of a released model as they are played: their curves come from its decoder, never from a list of ours."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..bands import magnitude_db
from ..export import read_weights
from ..model import Decoder, decode_bands

# A word's template is stored where so many people set it.
FEWEST_SETTINGS = 5
BEST_KNOWN = 20


@dataclass(frozen=True)
class PlayedWord:
    """A word at 100 %: how many settings stand behind it, bands [8, 3] (log2 Hz, dB, log2 Q), curve [64] in dB."""

    word: str
    settings: int
    bands: np.ndarray
    curve_db: np.ndarray


@dataclass(frozen=True)
class Vocabulary:
    """A model version's name and its words, best known first (slots break ties)."""

    version: str
    words: tuple[PlayedWord, ...]

    @property
    def anchors(self) -> tuple[PlayedWord, ...]:
        """Words whose templates are stored."""
        return tuple(w for w in self.words if w.settings >= FEWEST_SETTINGS)


def read(folder: Path) -> Vocabulary:
    """The vocabulary of a model folder, decoded by its own decoder."""
    data = (folder / "decoder.weights").read_bytes()
    content = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    if hashlib.sha256(data).hexdigest() != content["files"]["decoder.weights"]:
        raise ValueError(f"{folder}: decoder.weights is not the one that vocabulary.json names")
    _, tensors = read_weights(data)
    decoder = Decoder()
    for name, tensor in tensors.items():
        getattr(decoder, name).data = torch.tensor(tensor)
    entries = sorted(content["words"], key=lambda w: (-w["settings"], w["slot"]))
    bands = decode_bands(decoder, np.array([w["z"] for w in entries]))
    curves_db = magnitude_db(bands)
    words = (PlayedWord(w["word"], w["settings"], b, c) for w, b, c in zip(entries, bands, curves_db, strict=True))
    return Vocabulary(content["version"], tuple(words))
