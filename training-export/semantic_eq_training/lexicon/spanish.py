"""Spanish words in English: a list of our own, and the endings of gender, number and degree."""

from __future__ import annotations

import csv
import unicodedata
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).with_name("spanish.csv")


@lru_cache(maxsize=1)
def dictionary() -> dict[str, list[str]]:
    """Spanish word, without accents, to its English translations, the likeliest first."""
    found: dict[str, list[str]] = {}
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entry = found.setdefault(without_accents(row["spanish"]), [])
            entry += [w for w in row["english"].split() if w not in entry]
    return found


@lru_cache(maxsize=1)
def words() -> list[str]:
    """The list's Spanish words as they are spelt."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["spanish"] for row in csv.DictReader(file)))


def inflections(word: str) -> list[str]:
    """A word with its feminine and its plurals: oscuro, oscura, oscuros, oscuras; brillante, brillantes; voz, voces."""
    if word.endswith("o"):
        return [word, word[:-1] + "a", word + "s", word[:-1] + "as"]
    if word.endswith(("a", "e", "i", "u", "é", "á")):
        return [word, word + "s"]
    if word.endswith("z"):
        return [word, word[:-1] + "ces"]
    if word.endswith("s"):
        return [word]
    if word.endswith(("dor", "tor", "sor")):
        return [word, word + "a", word + "es", word + "as"]
    # An accent on the last syllable goes when another is added: chillón, chillona, chillones.
    plain = without_accents(word)
    if word.endswith("ón") and not word.endswith("ión"):
        return [word, plain + "a", plain + "es", plain + "as"]
    return [word, (plain if word.endswith("n") else word) + "es"]


def translations(word: str) -> list[str]:
    """English words for a Spanish one, through its endings (oscuras: oscuro; clarísimo: claro); empty where unknown."""
    known = dictionary()
    for form in forms(without_accents(word.lower())):
        if form in known:
            return known[form]
    return []


def forms(word: str) -> list[str]:
    """The word and what it may be an inflection of, likeliest first; without accents."""
    found = [word]
    for ending, instead in (
        ("isimos", "o"), ("isimas", "o"), ("isimo", "o"), ("isima", "o"), ("isimo", "e"), ("isima", "e"),
        ("isimo", ""), ("isima", ""), ("as", "o"), ("os", "o"), ("a", "o"), ("as", "a"), ("es", ""), ("s", ""),
        ("ces", "z"), ("mente", ""), ("amente", "o"), ("cito", ""), ("ita", "a"), ("ito", "o"), ("or", "ora"),
        ("ora", "or"), ("ona", "on"), ("onas", "on"), ("ones", "on"), ("oras", "or"), ("ores", "or"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            found.append(word[: -len(ending)] + instead)
    return list(dict.fromkeys(found))


def without_accents(word: str) -> str:
    """cálido: calido. ñ stays, as it is a letter of its own."""
    kept = word.replace("ñ", "\0")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return plain.replace("\0", "ñ")
