"""English endings: what a word may be an inflection or a derivation of."""

from __future__ import annotations

# (ending, what stands in its place in the stem), the longest first.
ENDINGS = (
    ("iness", "y"),
    ("iest", "y"),
    ("ness", ""),
    ("less", ""),
    ("able", ""),
    ("able", "e"),
    ("ical", ""),
    ("ier", "y"),
    ("ily", "y"),
    ("ied", "y"),
    ("ies", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("est", ""),
    ("est", "e"),
    ("ful", ""),
    ("ish", ""),
    ("ish", "e"),
    ("ous", ""),
    ("ous", "e"),
    ("ent", "e"),
    ("ant", "e"),
    ("ic", ""),
    ("al", ""),
    ("ed", ""),
    ("ed", "e"),
    ("er", ""),
    ("er", "e"),
    ("ly", ""),
    ("ey", "e"),
    ("ey", ""),
    ("en", ""),
    ("th", ""),
    ("y", ""),
    ("y", "e"),
    ("s", ""),
)
SHORTEST = 3


def stems(word: str) -> list[str]:
    """Possible stems, likeliest first: boominess: boomy; boomy: boom; bassy: bass; crunchiest: crunchy; muddy: mud."""
    found: dict[str, None] = {}
    for ending, instead in ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < SHORTEST - (ending in ("y", "ey")):
            continue
        stem = word[: -len(ending)] + instead
        if len(stem) >= SHORTEST and stem != word:
            found.setdefault(stem)
        bare = word[: -len(ending)]
        if not instead and len(bare) >= 3 and bare[-1] == bare[-2] and bare[-1] not in "aeiou":
            found.setdefault(bare[:-1])
    for part in word.split("-") if "-" in word else ():
        if len(part) >= SHORTEST:
            found.setdefault(part)
    return list(found)
