"""words.table: the file (inference/models/README.md has its format)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

from ..model import LATENT
from .kernel import Name

MAGIC = b"SEQT"
FORMAT = 1
MOST_COMPONENTS = 12
LONGEST_NAME_BYTES = 64
LANGUAGES = ("en", "es")
_STEPS = 127


@dataclass(frozen=True)
class TableFile:
    """names: in the order of their UTF-8 bytes. z: float [n, 32] as it is read back. certainty: [n], 0 to 1."""

    names: list[Name]
    z: np.ndarray
    certainty: np.ndarray


def to_bytes(names: list[Name], z: np.ndarray, certainty: np.ndarray, components: int = MOST_COMPONENTS) -> bytes:
    """The file. z [n, 32] is kept on its principal axes (about 0: flat stays flat), eight bits a coefficient."""
    if len({word for _, word in names}) != len(names):
        raise ValueError("a spelling stands twice in the table")
    encoded = [word.encode("utf-8") for _, word in names]
    if any(not 0 < len(e) <= LONGEST_NAME_BYTES for e in encoded):
        raise ValueError(f"a name is empty or longer than {LONGEST_NAME_BYTES} bytes")
    order = sorted(range(len(names)), key=encoded.__getitem__)
    axes = np.linalg.svd(z.T @ z)[0][:, :components].T
    # An axis' sign is arbitrary: the largest value positive, so that the same words give the same bytes.
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    coordinates = z[order] @ axes.T
    scale = np.maximum(np.abs(coordinates).max(axis=0), 1e-6).astype("<f4")
    offsets = np.concatenate([[0], np.cumsum([len(encoded[i]) for i in order])])
    return b"".join(
        [
            MAGIC,
            struct.pack("<III", FORMAT, len(names), components),
            scale.tobytes(),
            axes.astype("<f4").tobytes(),
            np.rint(coordinates / scale * _STEPS).astype("i1").tobytes(),
            np.rint(np.clip(certainty[order], 0.0, 1.0) * 255).astype("u1").tobytes(),
            np.array([LANGUAGES.index(names[i][0]) for i in order], "u1").tobytes(),
            offsets.astype("<u4").tobytes(),
            b"".join(encoded[i] for i in order),
        ]
    )


def from_bytes(data: bytes) -> TableFile:
    """Reads the file back by the format's definition."""
    if data[:4] != MAGIC:
        raise ValueError("not a words.table")
    format_, count, components = struct.unpack_from("<III", data, 4)
    if format_ != FORMAT:
        raise ValueError(f"format {format_} of words.table is not known")
    at = 16

    def take(dtype: str, *shape: int) -> np.ndarray:
        nonlocal at
        values = np.frombuffer(data, dtype, int(np.prod(shape)), at).reshape(shape)
        at += values.nbytes
        return values

    scale, axes = take("<f4", components), take("<f4", components, LATENT)
    coefficients = take("i1", count, components)
    certainty, language, offsets = take("u1", count), take("u1", count), take("<u4", count + 1)
    text = data[at:]
    names = [
        (LANGUAGES[language[i]], text[offsets[i] : offsets[i + 1]].decode("utf-8")) for i in range(count)
    ]
    return TableFile(names, (coefficients / _STEPS * scale) @ axes, certainty / 255.0)
