"""Everything that the report says of a listener, measured on clips and people that it has not met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from .. import words
from ..readers import Setting
from . import adapt, agreement, choosing, evaluation, fitting, people, people_named, recordings, spectrum
from .listener import Listener
from .vocabulary import BEST_KNOWN, PlayedWord, Vocabulary

# How many held-out clips are heard again as sound, and how much of each.
HEARD_AGAIN = 12
HEARD_AGAIN_S = 10.0
# Sounds on which each withheld setting is named.
SOUNDS_A_SETTING = 20


@dataclass(frozen=True)
class Subject:
    """A listener, its vocabulary, what it was trained on, and the clips that were held out."""

    listener: Listener
    vocabulary: Vocabulary
    lessons: fitting.Lessons
    held_out: list[recordings.Clip]
    seed: int

    @property
    def words(self) -> tuple[PlayedWord, ...]:
        """The best-known words."""
        return self.vocabulary.words[:BEST_KNOWN]


@dataclass(frozen=True)
class HeardAgain:
    """Words put on sound and measured again: who rises, and how far the change is from the predicted one."""

    clips: int
    rising: evaluation.Rising
    off: np.ndarray


@dataclass(frozen=True)
class Named:
    """Withheld settings' ranks by way of naming, over all folds, words having been learnt from the other folds."""

    change: people_named.Ranks
    sound: people_named.Ranks
    curve: people_named.Ranks
    habit: people_named.Ranks


def heard_again(subject: Subject, found: list[recordings.Recording]) -> HeardAgain:
    """Equalises the sound itself, of one clip a group, and measures it again."""
    wanted = {c.name: c for c in evaluation.one_a_group(subject.held_out, HEARD_AGAIN)}
    before, after = [], []
    for recording in found:
        clip = wanted.get(recording.name)
        if clip is None or clip.group != recording.group:
            continue
        sound = recording.sound()[:, : int(HEARD_AGAIN_S * spectrum.RATE)]
        plain = spectrum.long_term_db(sound)
        processed = [spectrum.long_term_db(spectrum.equalised(sound, w.bands)) for w in subject.words]
        if plain is not None and all(p is not None for p in processed):
            before.append(plain)
            after.append(np.stack(processed))
    measured = evaluation.rising(subject.listener, np.stack(before), np.stack(after), subject.words)
    told = evaluation.put_on(np.stack(before), subject.words)
    predicted = evaluation.rising(subject.listener, np.stack(before), told, subject.words)
    return HeardAgain(len(before), measured, np.abs(measured.own - predicted.own))


def named(subject: Subject, settings: list[Setting], plan: fitting.Plan, log: Callable[[str], None]) -> Named:
    """Each fold of people in turn withheld: from the words' curves, from the metric, and from both."""
    spectra_db = evaluation.spectra(subject.held_out)
    rng = np.random.default_rng(subject.seed)
    folds = []
    for which in range(people.FOLDS):
        known, withheld = people.parts(settings, subject.seed, which)
        curve_of = {w.word: w.curve_db for w in words.consensus(known, words.fit_effects(known))}
        anchors = [replace(w, curve_db=curve_of[w.word]) for w in subject.vocabulary.anchors if w.word in curve_of]
        names = [w.word for w in anchors]
        lessons = replace(
            subject.lessons,
            curves_db=np.stack([w.curve_db for w in anchors]),
            settings=people.called(known, names[:BEST_KNOWN]),
            bright=names.index("bright"),
            dark=names.index("dark"),
        )
        part = replace(subject.vocabulary, words=tuple(anchors))
        listener = choosing.trained(subject.listener.hearing.exponent, part, lessons, plan, subject.seed)
        asked = people.called(withheld, names[:BEST_KNOWN])
        sounds = spectra_db[rng.integers(len(spectra_db), size=(len(asked.word), SOUNDS_A_SETTING))]
        folds.append(
            (
                people_named.from_change(listener, sounds, asked, BEST_KNOWN),
                people_named.from_sound(listener, sounds, asked, BEST_KNOWN),
                people_named.from_curve(lessons.curves_db[:BEST_KNOWN], asked),
                people_named.from_habit(np.bincount(lessons.settings.word, minlength=BEST_KNOWN), asked),
            )
        )
        log(f"named the people of fold {which + 1} of {people.FOLDS}")
    return Named(*(people_named.joined(ways) for ways in zip(*folds, strict=True)))


def fitted(subject: Subject) -> adapt.Fit:
    """Adapt on every held-out clip and word."""
    return adapt.fit_words(subject.listener, evaluation.spectra(subject.held_out), subject.words)


def agreements(subject: Subject, settings: list[Setting]) -> list[agreement.Agreement]:
    """The listener beside timbre models on held-out clips, each with one person's setting on it."""
    spectra_db = evaluation.spectra(subject.held_out)
    rng = np.random.default_rng(subject.seed)
    changes_db = np.stack([settings[i].curve_db for i in rng.integers(len(settings), size=len(spectra_db))])
    curve_of = {w.word: w.curve_db for w in subject.vocabulary.anchors}
    return agreement.agreements(subject.listener, spectra_db, changes_db, curve_of)


def mean_setting(settings: list[Setting], corpus: str, word: str) -> np.ndarray:
    """Mean curve [64] in dB of a corpus's settings of a word."""
    said = [s.curve_db for s in settings if s.corpus == corpus and any(t.lemma == word for t in s.terms)]
    return np.mean(said, axis=0)
