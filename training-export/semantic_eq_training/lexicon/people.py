"""What people's settings say of the words that they named: the rows from which unseen words are predicted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from ..cells import effective_size, setting_weight
from ..grid import unit
from ..readers import Setting
from .kernel import Name

# Of weights by consistency: found best by leaving words out, lower than where words are known.
CONSISTENCY_FLOOR = 0.3
# A person's scatter about a word, in the kernel's unit, and what of a word no text can tell.
PERSON_NOISE = 12.0
OWN_NOISE = 0.7
# Spanish settings tell of English words through a dictionary: with half of a vote.
SPANISH_VOTE = 0.5


@dataclass(frozen=True)
class People:
    """Words that people set: names [n], concepts [n], mean unit-RMS curves [n, 64], how many settings, their noise."""

    names: list[Name]
    concepts: list[str]
    curves: np.ndarray
    settings: np.ndarray
    noise: np.ndarray


def read(settings: list[Setting], languages: tuple[str, ...] = ("en", "es")) -> People:
    """The words of these languages, in order of appearance; settings count by their people's consistency."""
    shapes = unit(np.stack([s.curve_db for s in settings]))
    weights = np.array([setting_weight(s, CONSISTENCY_FLOOR) for s in settings])
    members = {name: m for name, m in _members(settings).items() if name[0] in languages}
    concepts = {(t.language, t.lemma): t.concept for s in settings for t in s.terms}
    curves = np.stack([np.average(shapes[m], axis=0, weights=weights[m]) for m in members.values()])
    size = np.array([effective_size(weights[m]) for m in members.values()])
    vote = np.array([1.0 if language == "en" else SPANISH_VOTE for language, _ in members])
    return People(
        list(members),
        [concepts[name] for name in members],
        curves,
        np.array([len(m) for m in members.values()]),
        PERSON_NOISE / (size * vote) + OWN_NOISE,
    )


def consensus(people: People, settings: list[Setting]) -> np.ndarray:
    """What a prediction is judged against [n, 64]: the plain mean of each word's unit curves, whoever made them."""
    shapes = unit(np.stack([s.curve_db for s in settings]))
    members = _members(settings)
    return np.stack([shapes[members[name]].mean(axis=0) for name in people.names])


def _members(settings: list[Setting]) -> dict[Name, list[int]]:
    members: dict[Name, list[int]] = defaultdict(list)
    for i, setting in enumerate(settings):
        for term in setting.terms:
            members[(term.language, term.lemma)].append(i)
    return members
