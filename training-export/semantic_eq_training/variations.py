"""Other readings of a word: curves that stand, with the word's own, for its people as well as four curves can.

People scatter about a word far more than words differ, so a mean is near to few of them. The readings are a vector
quantiser's code book (Lloyd 1982) over the word's people: the word's curve fixed, the others free, nearest by cosine.
A word's few own settings are joined by invented people: its expected shape with the scatter that people of all words
show. So a word set once has readings too, and none of them is anybody's setting.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .cells import cells_of, setting_weight
from .grid import POINTS, cosine, rms, unit
from .readers import Setting
from .words import Word, limited

VARIATIONS = 3
# The invented people count together like this many; a twentieth or four times as many changes the best of three by .02.
INVENTED_SETTINGS = 8.0
INVENTED = 400
# Where only invented people stand, a reading keeps this much of the word's own curve: else it is as near to them as can
# be (.72 for .68, the best of three), but a tenth of the readings have nothing to do with the word.
KEEP = 0.3
STEPS = 12
# What is more like the word than this is no other reading of it, and is turned away from it as far.
MOST_ALIKE = 0.85
# A word counts for the scatter like at most this many of its people.
SCATTER_CAP = 10


@dataclass(frozen=True)
class Scatter:
    """How single people depart from their word: residuals [n, 64] of unit shapes, drawn from all words."""

    residuals: np.ndarray


def scatter(settings: list[Setting], seed: int, count: int = INVENTED) -> Scatter:
    """Draws residuals of people about their word's mean, words counted alike up to ten people."""
    shapes = unit(np.stack([s.curve_db for s in settings]))
    weights = np.array([setting_weight(s) for s in settings])
    residuals, says = [], []
    for members in cells_of(settings).values():
        if len(members) < 2:
            continue
        own, w = shapes[members], weights[members]
        # A mean of n lies nearer to its own members than the truth does.
        residuals.append((own - np.average(own, axis=0, weights=w)) * np.sqrt(len(own) / (len(own) - 1.0)))
        says.append(w * min(len(own), SCATTER_CAP) / len(own))
    if not residuals:
        return Scatter(np.random.default_rng(seed).standard_normal((count, POINTS)))
    say = np.concatenate(says)
    drawn = np.random.default_rng(seed).choice(len(say), size=count, p=say / say.sum())
    return Scatter(np.concatenate(residuals)[drawn])


def readings(word: Word, settings: list[Setting], scatter: Scatter, count: int = VARIATIONS) -> np.ndarray:
    """[count, 64] dB curves, best first, at the word's size: the first two with the word are the best three.

    Where two corpora contradict each other, the first is what the other corpus means.
    """
    main = unit(word.curve_db)
    people = unit(np.stack([settings[m].curve_db for m in word.members]))
    weights = np.array([setting_weight(settings[m]) for m in word.members])
    invented = unit(main * word.expected_cosine + scatter.residuals)
    crowd = _Crowd(people, weights, invented, INVENTED_SETTINGS / len(invented), main)
    fixed = main[None] if word.contradicts is None else np.stack([main, word.contradicts])
    first = crowd.place(fixed, max(0, 3 - len(fixed)))
    book = crowd.place(first, count + 1 - len(first))
    return np.stack([limited(_apart(curve, main) * rms(word.curve_db)) for curve in book[1:]])


def _apart(curve: np.ndarray, main: np.ndarray) -> np.ndarray:
    """The unit curve [64], turned within its plane with the main one until they are no more alike than readings are."""
    alike = float(cosine(curve, main))
    if alike <= MOST_ALIKE:
        return curve
    return MOST_ALIKE * main + np.sqrt(1.0 - MOST_ALIKE**2) * unit(curve - alike * main)


@dataclass(frozen=True)
class _Crowd:
    people: np.ndarray
    weights: np.ndarray
    invented: np.ndarray
    invented_weight: float
    main: np.ndarray

    def place(self, fixed: np.ndarray, count: int) -> np.ndarray:
        """The fixed curves with `count` free ones, the largest following first."""
        if count == 0:
            return fixed
        book = np.concatenate([fixed, self._starts(fixed, count)])
        following = np.zeros(count)
        for _ in range(STEPS):
            near_people = (self.people @ book.T).argmax(axis=1)
            near_invented = (self.invented @ book.T).argmax(axis=1)
            for j in range(len(fixed), len(book)):
                own, others = near_people == j, near_invented == j
                mass = self.invented_weight * others.sum()
                following[j - len(fixed)] = self.weights[own].sum() + mass
                centre = self.weights[own] @ self.people[own] + self.invented_weight * self.invented[others].sum(axis=0)
                if following[j - len(fixed)] > 0.0:
                    book[j] = unit(centre + KEEP * mass * self.main)
        order = np.argsort(-following, kind="stable")
        return np.concatenate([fixed, book[len(fixed) :][order]])

    def _starts(self, fixed: np.ndarray, count: int) -> np.ndarray:
        """To both sides of the main curve, along the axes on which those far from the fixed curves differ."""
        everyone = np.concatenate([self.people, self.invented])
        weights = np.concatenate([self.weights, np.full(len(self.invented), self.invented_weight)])
        weights = weights * (1.0 - (everyone @ fixed.T).max(axis=1) / POINTS)
        across = everyone - (everyone @ self.main / POINTS)[:, None] * self.main
        _, axes = np.linalg.eigh((weights[:, None] * across).T @ across)
        # An axis has no sign of its own: the heaviest side is the first.
        sides = []
        for k in range(1, count + 1):
            axis = axes[:, -k] * np.sqrt(POINTS)
            axis = axis if weights @ (everyone @ axis) >= 0.0 else -axis
            sides += [unit(0.6 * self.main + 0.8 * axis), unit(0.6 * self.main - 0.8 * axis)]
        return np.stack(sides[:count])
