"""Thesauri as groups of words that stand together: LibreOffice's, Roget's of 1911, and lists of pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .wordnet import is_word

# "(generic term)", "(similar term)", "(related term)", "(antonym)": how the thesaurus marks what is no plain synonym.
_MARK = re.compile(r"\s*\((generic|similar|related) term\)|\s*\(antonym\)")
MARK_WEIGHT = {"generic": 0.3, "similar": 0.7, "related": 0.5, "antonym": 0.0}
_ROGET_HEAD = re.compile(r"#\d+[a-z]?\.")
_ROGET_PART = re.compile(r"(?:^|\s)(N|V|Adj|Adv|Phr)\.\s")


def mythes(path: Path) -> Iterator[tuple[str, str, float]]:
    """(word, another, weight) of the thesaurus's entries; antonyms are left out."""
    lines = iter(path.read_text(encoding="utf-8", errors="replace").splitlines()[1:])
    for head in lines:
        word, _, count = head.partition("|")
        for _ in range(int(count)):
            for item in next(lines).split("|")[1:]:
                mark = _MARK.search(item)
                weight = 1.0
                if mark:
                    weight = MARK_WEIGHT[mark.group(1) or "antonym"]
                    item = item[: mark.start()]
                if weight > 0.0 and is_word(word) and is_word(item) and item != word:
                    yield word, item, weight


def mythes_antonyms(path: Path) -> Iterator[tuple[str, str]]:
    """(word, its antonym) of the thesaurus's entries."""
    lines = iter(path.read_text(encoding="utf-8", errors="replace").splitlines()[1:])
    for head in lines:
        word, _, count = head.partition("|")
        for _ in range(int(count)):
            for item in next(lines).split("|")[1:]:
                if item.endswith("(antonym)") and is_word(word) and is_word(other := item[: item.index(" (antonym)")]):
                    yield word, other


def roget(path: Path) -> list[tuple[list[str], list[list[str]]]]:
    """Paragraphs of Roget's heads, one part of speech each: (all its words, its groups between semicolons)."""
    text = path.read_text(encoding="latin-1")
    text = text[text.index("#1. ") :]
    text = re.sub(r"<--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|&c\.?|[|+!?]", " ", text)
    paragraphs = []
    for block in re.split(r"\n\s*\n|\n {5}", text):
        block = " ".join(block.split())
        if head := _ROGET_HEAD.match(block):
            block = block[head.end() :]
        for piece in _ROGET_PART.split(block):
            groups = [
                [w for item in re.split(r"[,.:]|--", group) if is_word(w := item.strip().lower())]
                for group in piece.split(";")
            ]
            groups = [list(dict.fromkeys(g)) for g in groups if g]
            members = list(dict.fromkeys(w for g in groups for w in g))
            if len(members) > 1:
                paragraphs.append((members, groups))
    return paragraphs


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Pairs of words, one a line."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.lower().split()
        if len(fields) == 2 and fields[0] != fields[1] and is_word(fields[0]) and is_word(fields[1]):
            yield fields[0], fields[1]


def bar_groups(path: Path) -> list[tuple[list[str], list[str]]]:
    """Lines of near words, and after a bar their opposites; # starts a comment."""
    groups = []
    for line in path.read_text(encoding="utf-8").splitlines():
        near, _, far = line.partition("#")[0].partition("|")
        if near.strip():
            groups.append((near.split(), far.split()))
    return groups
