"""Do the listener and published timbre models say the same: of sounds, of changes, and of people's mean settings?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import spearmanr

from . import timbre
from .listener import Listener


@dataclass(frozen=True)
class Agreement:
    """One word and one model. sign: whether the word should rise with it. of_sounds, of_changes: rank correlations,
    unprocessed sounds and equalised ones. model_rises, ours_rises: share of sounds on which the word's own curve moves
    the model, and our score, the way that the word says."""

    model: str
    word: str
    sign: float
    of_sounds: float
    of_changes: float
    model_rises: float
    ours_rises: float


def agreements(
    listener: Listener, spectra_db: np.ndarray, changes_db: np.ndarray, curve_of: dict[str, np.ndarray]
) -> list[Agreement]:
    """Over sounds [n, 64]: with one equaliser's curve on each of them [n, 64], and with the words' own curves."""
    found = []
    base = timbre.fundamental_hz(spectra_db)
    scores = listener.scores(spectra_db)
    moved = listener.changes(spectra_db, spectra_db + changes_db)
    for name, (model, words) in timbre.MODELS.items():
        before = model(spectra_db, base)
        change = model(spectra_db + changes_db, base) - before
        for word, sign in words.items():
            if word not in listener.words or word not in curve_of:
                continue
            place = listener.words.index(word)
            after = spectra_db + curve_of[word]
            rise = sign * (model(after, base) - before)
            ours = listener.changes(spectra_db, after)[:, place]
            sounds, changes = spearmanr(scores[:, place], before)[0], spearmanr(moved[:, place], change)[0]
            shares = float((rise > 0.0).mean()), float((ours > 0.0).mean())
            found.append(Agreement(name, word, sign, float(sounds), float(changes), *shares))
    return found


def rises(model: str, spectra_db: np.ndarray, curve_db: np.ndarray) -> float:
    """Share of sounds on which a curve raises a model."""
    base = timbre.fundamental_hz(spectra_db)
    function = timbre.MODELS[model][0]
    return float((function(spectra_db + curve_db, base) > function(spectra_db, base)).mean())
