"""What people mean by each word: one curve a word, of the size in dB that people mean by 100 %.

Directions come from `effects`; here a word's corpora are brought together and its size is set.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .cells import Cell, cells_of, concepts_of, setting_weight
from .effects import Effects, TextPrior, fit_effects
from .grid import cosine, level_free, peak_to_peak, rms, unit
from .readers import Setting

__all__ = ["TextPrior", "Word", "cells_of", "concepts_of", "consensus", "fit_effects", "played_shape", "setting_weight"]

# A corpus with this many settings of a word has half of its full say in the one curve that is played: warm is SAFE's
# 434 people's more than SocialFX's 51, and harsh is SocialFX's 13's more than SAFE's 4.
CORPUS_HALF_SAY = 60.0
# SAFE's people turned knobs in a mix, SocialFX's rated curves; and a SAFE word is one of few. More helps SAFE's words,
# less helps SocialFX's.
CORPUS_SAY = {"safe": 2.0, "sfx": 1.0}

# Two corpora whose means of at least this many settings are as unlike as this contradict each other: what is played is
# one of them, as its people meant it, not a mean that nobody meant; the other is a variation.
CAMP_SETTINGS = 3
CAMP_COSINE = -0.25

# "As people mean it": a typical person's size times the cosine expected of people to this power. At 1 it is their mean
# in dB (nearest to them, but where they disagree hardly heard), at 0 one person's full size.
SIZE_EXPONENT = 0.75
# A word's size is drawn to everyone's by this many settings.
SIZE_SETTINGS = 4.0
# Few words go under the floor from trough to peak, none over the ceiling.
PEAK_TO_PEAK_FLOOR_DB = 3.0
PEAK_TO_PEAK_CEILING_DB = 10.0


@dataclass(frozen=True)
class Word:
    """A word's consensus.

    curve_db: [64], level-free, at the size that people mean by 100 %.
    expected_cosine: what the model expects of a single person's setting against the curve, 0 to 1.
    settings: how many settings name the word. members: their indices.
    contradicts: where one corpus's people mean what the other's don't, the unit mean [64] of those who are not played.
    """

    word: str
    language: str
    concept: str
    settings: int
    members: np.ndarray
    curve_db: np.ndarray
    expected_cosine: float
    contradicts: np.ndarray | None = None


def consensus(settings: list[Setting], effects: Effects) -> list[Word]:
    """Every word of the settings with its curve, best known first; one entry a spelling."""
    cells = cells_of(settings)
    concepts = concepts_of(settings)
    by_word: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        by_word[cell[1:]].append(cell)
    curves_db = np.stack([s.curve_db for s in settings])
    shapes, sizes_db = unit(curves_db), rms(curves_db)
    typical_db = float(np.median(sizes_db))
    weights = np.array([setting_weight(s) for s in settings])
    words = []
    for (language, lemma), own in by_word.items():
        members = np.array(sorted({i for c in own for i in cells[c]}))
        shape, contradicts = played_shape(own, effects), None
        means = {
            c: np.average(shapes[cells[c]], axis=0, weights=weights[cells[c]])
            for c in sorted(own, key=lambda c: -_say(c, effects))
            if len(cells[c]) >= CAMP_SETTINGS
        }
        if len(means) == 2 and cosine(*means.values()) < CAMP_COSINE:
            played, other = means.values()
            shape, contradicts = level_free(played), unit(other)
        said_db = np.exp(
            (np.log(sizes_db[members]).sum() + SIZE_SETTINGS * np.log(typical_db)) / (len(members) + SIZE_SETTINGS)
        )
        expected = float(rms(shape))
        curve = limited(shape / expected * said_db * expected**SIZE_EXPONENT)
        concept = concepts[language, lemma]
        word = Word(lemma, language, concept, len(members), members, curve, min(expected, 1.0), contradicts)
        words.append((float(weights[members].sum()), word))
    words.sort(key=lambda pair: (-pair[1].settings, -pair[0], pair[1].word, pair[1].language))
    return one_entry_a_spelling([word for _, word in words])


def played_shape(cells: list[Cell], effects: Effects) -> np.ndarray:
    """The one shape [64] that is played for a word of these cells, level-free; its RMS is the cosine expected of its
    people taken together.
    """
    say = [_say(c, effects) for c in cells]
    return level_free(np.average(np.stack([effects.curve[c] for c in cells]), axis=0, weights=say))


def _say(cell: Cell, effects: Effects) -> float:
    size = effects.size[cell]
    return CORPUS_SAY.get(cell[0], 1.0) * size / (size + CORPUS_HALF_SAY)


def one_entry_a_spelling(words: list[Word]) -> list[Word]:
    """Keeps, of words spelt alike in two languages, the one that more settings name: a slot's name must be unique."""
    kept: dict[str, Word] = {}
    for word in words:
        kept.setdefault(word.word, word)
    return list(kept.values())


def limited(curve_db: np.ndarray) -> np.ndarray:
    """A curve [64] brought between the floor and the ceiling: gently from above, hard from below."""
    span = float(peak_to_peak(curve_db))
    knee = 0.6 * PEAK_TO_PEAK_CEILING_DB
    room = PEAK_TO_PEAK_CEILING_DB - knee
    wanted = span if span <= knee else knee + room * np.tanh((span - knee) / room)
    return curve_db * (max(wanted, PEAK_TO_PEAK_FLOOR_DB) / span)
