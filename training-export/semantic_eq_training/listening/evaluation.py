"""How well it listens, over sounds that it has not met: who rises, shelves, brightness, what stands out unprocessed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import spearmanr

from .fitting import SHELF_GAINS_DB, log_centroid, shelf_db
from .listener import Listener
from .recordings import Clip
from .vocabulary import PlayedWord


@dataclass(frozen=True)
class Rising:
    """Words put on clips. own [n, W]: the asked word's change by what it asks for. rank [n, W]: how many of the words
    rise more. first [n, W]: which rises most."""

    own: np.ndarray
    rank: np.ndarray
    first: np.ndarray

    @property
    def goals(self) -> tuple[float, float, float]:
        """Share of cases in which the asked word rises, is among the three largest risers, is the largest."""
        return float((self.own > 0.0).mean()), float((self.rank < 3).mean()), float((self.rank == 0).mean())


def spectra(clips: list[Clip]) -> np.ndarray:
    """Spectra [n, 64] of clips."""
    return np.stack([c.spectrum_db for c in clips])


def rising(listener: Listener, before_db: np.ndarray, after_db: np.ndarray, words: tuple[PlayedWord, ...]) -> Rising:
    """Spectra [n, 64] before, and [n, W, 64] after each of the words."""
    places = [listener.words.index(w.word) for w in words]
    change = listener.changes(before_db[:, None], after_db)[..., places]
    own = np.diagonal(change, axis1=1, axis2=2)
    asked = listener.asked(np.stack([w.curve_db for w in words]))
    return Rising(own / asked, (change > own[..., None]).sum(axis=-1), change.argmax(axis=-1))


def put_on(spectra_db: np.ndarray, words: tuple[PlayedWord, ...]) -> np.ndarray:
    """Spectra [n, W, 64] of sounds after each word at 100 %: an equaliser adds its curve to any long-term spectrum."""
    return spectra_db[:, None] + np.stack([w.curve_db for w in words])


def monotone(listener: Listener, spectra_db: np.ndarray, word: str, hz: float, sign: float) -> np.ndarray:
    """Whether a word's score rises with every 3 dB of a high shelf, raised (sign 1) or lowered (−1), bool [n]."""
    gains = [g for g in sorted(sign * g for g in SHELF_GAINS_DB) if g >= 0.0]
    steps = np.stack([shelf_db(hz, sign * g) for g in gains])
    scores = listener.scores(spectra_db[:, None] + steps)[..., listener.words.index(word)]
    return np.all(np.diff(scores, axis=1) > 0.0, axis=1)


def follows_centroid(listener: Listener, spectra_db: np.ndarray) -> float:
    """Rank correlation of "bright" with the spectral centroid."""
    return float(spearmanr(listener.scores(spectra_db)[:, listener.words.index("bright")], log_centroid(spectra_db))[0])


def top_words(listener: Listener, spectra_db: np.ndarray, words: tuple[PlayedWord, ...]) -> list[str]:
    """The word that is heard most in each sound."""
    places = [listener.words.index(w.word) for w in words]
    return [words[i].word for i in listener.scores(spectra_db)[:, places].argmax(axis=1)]


def one_a_group(clips: list[Clip], count: int) -> list[Clip]:
    """So many clips, each the first of its group: a package, an instrument and a synthetic sound in turn."""
    by_kind: dict[str, dict[str, Clip]] = {}
    for clip in clips:
        by_kind.setdefault(clip.kind, {}).setdefault(clip.group, clip)
    queues = [list(groups.values()) for groups in by_kind.values()]
    # Evenly through each kind's groups, or the first instruments would all be pianos.
    spread = [[q[i] for i in np.linspace(0, len(q) - 1, min(len(q), count)).round().astype(int)] for q in queues]
    taken: list[Clip] = []
    while len(taken) < count and any(spread):
        taken += [q.pop(0) for q in spread if q]
    return taken[:count]
