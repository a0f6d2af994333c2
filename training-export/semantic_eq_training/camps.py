"""Where people split: whether they do, how many stand behind each reading, in which corpus, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from .cells import setting_weight
from .grid import FREQUENCIES_HZ, cosine, level_free, unit
from .readers import Setting
from .words import Word

# Two modes are told from one wide crowd only with this many people, at this silhouette on the shapes' broad part.
SPLIT_SETTINGS = 8
SPLIT_SILHOUETTE = 0.3
BROAD_AXES = 6
# A second reading is another camp with this share of the people, if it is no more like the word than this.
SMALLEST_SHARE = 0.2
CAMP_COSINE = 0.3

CORPUS_NAMES = {"safe": "SAFE", "sfx": "SocialFX"}
REGIONS = (("low", 40.0, 300.0), ("mid", 300.0, 4000.0), ("high", 4000.0, 20_000.0))
# A second region is named if it does at least this share of what the first does.
SECOND_REGION = 0.5


@dataclass(frozen=True)
class Camp:
    """One reading of a word: how many of its settings are nearest to it, in which corpora, and what it does."""

    settings: int
    where: str
    says: str

    def entry(self) -> dict[str, int | str]:
        """As vocabulary.json has it."""
        return {"settings": self.settings, "where": self.where, "says": self.says}


def camps(word: Word, variations_db: np.ndarray, settings: list[Setting], seed: int) -> list[Camp] | None:
    """A camp for the word's curve and for each of its variations [k, 64], in that order; None where people agree or
    too few are known to tell.
    """
    people = unit(np.stack([settings[m].curve_db for m in word.members]))
    weights = np.array([setting_weight(settings[m]) for m in word.members])
    book = np.concatenate([word.curve_db[None], variations_db])
    nearest = (people @ unit(book).T).argmax(axis=1)
    share = np.bincount(nearest, minlength=len(book)) / len(people)
    other = (share >= SMALLEST_SHARE) & (cosine(book, word.curve_db) < CAMP_COSINE)
    if word.contradicts is None and not (other.any() and split(people, weights, seed)):
        return None
    everywhere = {settings[m].corpus for m in word.members}
    result = []
    for j, curve in enumerate(book):
        corpora = {settings[m].corpus for m, n in zip(word.members, nearest, strict=True) if n == j}
        corpora = corpora or everywhere
        where = CORPUS_NAMES[corpora.pop()] if len(corpora) == 1 else "both"
        result.append(Camp(int((nearest == j).sum()), where, says(curve)))
    return result


def split(shapes: np.ndarray, weights: np.ndarray, seed: int) -> bool:
    """Whether unit shapes [n, 64] stand in two heaps rather than one."""
    if len(shapes) < SPLIT_SETTINGS:
        return False
    _, _, axes = np.linalg.svd(shapes - shapes.mean(axis=0), full_matrices=False)
    broad = shapes @ axes[:BROAD_AXES].T
    label = KMeans(2, n_init=8, random_state=seed).fit(broad, sample_weight=weights).labels_
    share = np.bincount(label, minlength=2).min() / len(label)
    return bool(share >= SMALLEST_SHARE and silhouette_score(broad, label) > SPLIT_SILHOUETTE)


def says(curve_db: np.ndarray) -> str:
    """What a curve [64] does, in an engineer's words: "low boost", "high cut", "low boost, high cut"."""
    curve_db = level_free(curve_db)
    change = {}
    for name, low, high in REGIONS:
        inside = (FREQUENCIES_HZ >= low) & (FREQUENCIES_HZ <= high)
        change[name] = float(curve_db[inside].mean())
    first, second, _ = sorted(change, key=lambda name: -abs(change[name]))
    named = [first] + [second] * (abs(change[second]) >= SECOND_REGION * abs(change[first]))
    return ", ".join(f"{n} {'boost' if change[n] > 0.0 else 'cut'}" for n, _, _ in REGIONS if n in named)
