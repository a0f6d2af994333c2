"""A user's own word vectors: a text file as GloVe and fastText write them, one word and its numbers a line, also .gz.

None come with this project. A file widens what training knows of words; what ships is still only the table.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..readers import DataError

MOST_WORDS = 400_000
FEWEST_DIMENSIONS = 2


@dataclass(frozen=True)
class WordVectors:
    """row: lower-case word to its row. values: float32 unit vectors [n, d]."""

    row: dict[str, int]
    values: np.ndarray

    def of(self, words: list[str]) -> np.ndarray:
        """Vectors [m, d]; a row of zeros for a word that is not there."""
        found = np.zeros((len(words), self.values.shape[1]))
        for i, word in enumerate(words):
            if word in self.row:
                found[i] = self.values[self.row[word]]
        return found


def read(path: Path) -> WordVectors:
    """Reads the file's first 400,000 words, the commonest. A malformed line is refused with its number."""
    opener = gzip.open if path.suffix == ".gz" else open
    row: dict[str, int] = {}
    values: list[np.ndarray] = []
    width = 0
    try:
        with opener(path, "rt", encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                fields = line.rstrip().split(" ")
                if number == 1 and len(fields) == 2 and all(f.isdigit() for f in fields):
                    continue  # fastText's header: how many words, how many dimensions
                width = width or len(fields) - 1
                vector = _numbers(path, number, fields, width)
                word = fields[0].lower()
                if word not in row:
                    row[word] = len(values)
                    values.append(vector)
                if len(values) >= MOST_WORDS:
                    break
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not readable as word vectors ({error})") from error
    if not values:
        raise DataError(f"{path}: no word vectors in it")
    matrix = np.stack(values)
    return WordVectors(row, matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9))


def _numbers(path: Path, number: int, fields: list[str], width: int) -> np.ndarray:
    if width < FEWEST_DIMENSIONS or len(fields) != width + 1 or not fields[0]:
        raise DataError(f"{path}:{number}: a word and {max(width, FEWEST_DIMENSIONS)} numbers expected")
    try:
        vector = np.array(fields[1:], np.float32)
    except ValueError as error:
        raise DataError(f"{path}:{number}: '{fields[0][:40]}' is followed by what is no number") from error
    if not np.isfinite(vector).all():
        raise DataError(f"{path}:{number}: a number of '{fields[0][:40]}' is not finite")
    return vector
