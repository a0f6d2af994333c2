"""Which words the table holds: those that someone may call a sound by, as far as dictionaries can tell."""

from __future__ import annotations

import numpy as np

from . import spanish, thesauri
from .graph import AUDIO, Graph
from .kernel import Lexicon, Name
from .morphology import SHORTEST

ENGLISH_WORDS = 26_000
LONGEST = 24
# An adjective is as likely as a noun or verb with this many times its neighbours.
ADJECTIVE_FACTOR = 6.0
PARTICIPLE_FACTOR = 3.0
# What people who work with sound say goes in before anything else.
OWN_FACTOR = 1e6
_ADJECTIVE_ENDINGS = ("y", "ish", "ic", "al", "ous", "ful", "less", "ive", "able", "ant", "ent", "ed", "ing")


def english(lexicon: Lexicon, count: int = ENGLISH_WORDS) -> list[Name]:
    """The likeliest words of the graph: those of our audio list, adjectives, then by how many words stand near them."""
    graph: Graph = lexicon.graph
    ours = {word for near, far in thesauri.bar_groups(AUDIO) for word in (*near, *far)}
    score = np.log1p(graph.degree.astype(float))
    for i, word in enumerate(graph.words):
        if word in ours:
            score[i] += np.log(OWN_FACTOR)
        elif word in lexicon.adjectives:
            score[i] += np.log(ADJECTIVE_FACTOR)
        elif word.endswith(_ADJECTIVE_ENDINGS):
            score[i] += np.log(PARTICIPLE_FACTOR)
        if not SHORTEST <= len(word) <= LONGEST or word.endswith(("'s", "-", "'")):
            score[i] = -1.0
    best = np.argsort(-score, kind="stable")[:count]
    return [("en", graph.words[i]) for i in sorted(best) if score[i] >= 0.0]


def spanish_words() -> list[Name]:
    """The list's words with their feminine and plural forms."""
    found: dict[str, None] = {}
    for word in spanish.words():
        for form in spanish.inflections(word):
            found.setdefault(form)
    return [("es", word) for word in found]
