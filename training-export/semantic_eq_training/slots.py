"""The append-only slot file: a word that has a slot keeps it for ever, whatever is retrained."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .readers import DataError

FIRST = 2
LAST = 383


def read(path: Path) -> dict[str, int]:
    """Word to slot; empty where there is no file yet. A damaged file is an error, never a fresh start."""
    if not path.exists():
        return {}
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    if not rows or rows[0] != ["slot", "word"]:
        raise DataError(f"{path}:1: 'slot,word' expected")
    slots: dict[str, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != 2 or not row[0].isdigit() or not FIRST <= int(row[0]) <= LAST or not row[1]:
            raise DataError(f"{path}:{line}: not a slot from {FIRST} to {LAST} and its word")
        if row[1] in slots or int(row[0]) in slots.values():
            raise DataError(f"{path}:{line}: slot {row[0]} or word '{row[1]}' stands twice")
        slots[row[1]] = int(row[0])
    return slots


def assign(known: dict[str, int], words_best_first: list[str]) -> dict[str, int]:
    """The known slots, and the free ones to the words that have none, best known first, until the slots are used up."""
    slots = dict(known)
    taken = set(known.values())
    free = (slot for slot in range(FIRST, LAST + 1) if slot not in taken)
    for word in words_best_first:
        if word not in slots:
            slot = next(free, None)
            if slot is None:
                break
            slots[word] = slot
    return slots


def to_csv(slots: dict[str, int]) -> str:
    """The file's text, in slot order."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["slot", "word"])
    writer.writerows(sorted((slot, word) for word, slot in slots.items()))
    return text.getvalue()
