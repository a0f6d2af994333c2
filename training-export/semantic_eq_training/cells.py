"""Settings by who says what where: a *cell* is one corpus's settings of one word of one language."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from .readers import Setting

Cell = tuple[str, str, str]

# A SocialFX row counts by its ratings_consistency (rows at 0.4 and above agree better, .53 against .43), a SAFE
# setting, whose person turned the knobs, in full. Cross-validation is flat from a floor of .3 to none at all.
CONSISTENCY_FLOOR = 0.6
CONSISTENCY_FULL = 0.5


def setting_weight(setting: Setting, floor: float = CONSISTENCY_FLOOR) -> float:
    """How much a setting counts, floor to 1, by how consistently its person rated."""
    if setting.consistency is None:
        return 1.0
    return float(np.clip(setting.consistency / CONSISTENCY_FULL, floor, 1.0))


def cells_of(settings: list[Setting]) -> dict[Cell, list[int]]:
    """(corpus, language, lemma) to the indices of its settings, in order of appearance."""
    cells: dict[Cell, list[int]] = defaultdict(list)
    for i, setting in enumerate(settings):
        for term in setting.terms:
            cells[(setting.corpus, term.language, term.lemma)].append(i)
    return dict(cells)


def members_of(settings: list[Setting], fewest: int = 1) -> dict[tuple[str, str], list[int]]:
    """(language, lemma) to the indices of its settings in every corpus, of words that at least `fewest` name."""
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, setting in enumerate(settings):
        for term in setting.terms:
            members[term.language, term.lemma].append(i)
    return {name: found for name, found in members.items() if len(found) >= fewest}


def concepts_of(settings: list[Setting]) -> dict[tuple[str, str], str]:
    """(language, lemma) to its concept."""
    return {(t.language, t.lemma): t.concept for s in settings for t in s.terms}


def effective_size(weights: np.ndarray) -> float:
    """Kish's effective number (unequal weights tell less than equal ones), in units of a fully trusted setting."""
    return float(weights.sum() ** 2 / np.square(weights).sum() * weights.max())
