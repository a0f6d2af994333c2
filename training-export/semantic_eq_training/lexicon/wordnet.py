"""WordNet's database files (wndb(5WN)): synonym sets, their relations and glosses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PARTS = {"adj": "a", "noun": "n", "verb": "v", "adv": "r"}
_WORD = re.compile(r"[a-z][a-z'-]*")
_HEADER_FIELDS = 4


@dataclass(frozen=True)
class Synset:
    """A set of synonyms: words, relations as (symbol, offset, part of speech, own word, its word; 0 for all), gloss."""

    words: tuple[str, ...]
    relations: tuple[tuple[str, int, str, int, int], ...]
    gloss: str


def read(folder: Path) -> dict[tuple[str, int], Synset]:
    """(part of speech, offset) to its synonym set; multi-word entries keep their underscores."""
    synsets = {}
    for name, part in PARTS.items():
        with (folder / f"data.{name}").open(encoding="utf-8", errors="replace") as file:
            for line in file:
                if not line.startswith("  "):
                    synsets[(part, int(line[:8]))] = _synset(line)
    return synsets


def is_word(text: str) -> bool:
    """A single lower-case word, no name and no phrase."""
    return _WORD.fullmatch(text) is not None


def _synset(line: str) -> Synset:
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    count = int(fields[3], 16)
    words = fields[_HEADER_FIELDS : _HEADER_FIELDS + 2 * count : 2]
    # Adjectives may carry where they stand: "alive(p)".
    words = tuple(re.sub(r"\(\w+\)$", "", w) for w in words)
    at = _HEADER_FIELDS + 2 * count
    relations = []
    for i in range(int(fields[at])):
        symbol, offset, part, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        relations.append((symbol, int(offset), "a" if part == "s" else part, int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(words, tuple(relations), gloss.strip())
