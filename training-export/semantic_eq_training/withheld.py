"""Readings and naming against people not met: by the folds of `crossvalidation`, over words, not their corpora."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from . import naming, split, variations, words
from .cells import members_of
from .crossvalidation import FOLDS, SEEDS
from .grid import POINTS, cosine_matrix, unit
from .readers import Setting

READINGS = ("the word's curve", "best of three", "best of four", "best of the word and another word's first two")
NAMINGS = ("how often words are used", "cosine to word means", "cosine to the curves played", "discriminant (ships)")

Name = tuple[str, str]


@dataclass(frozen=True)
class WordScore:
    """One word: its settings, and the mean [m] over its withheld settings, a value a method."""

    word: Name
    settings: int
    values: np.ndarray


def best_of_readings(
    settings: list[Setting], prior: words.TextPrior | None = None, count: int = FOLDS, seeds: Iterable[int] = SEEDS
) -> list[WordScore]:
    """Cosine of each withheld setting to the nearest of some of its word's readings, a value for each of READINGS."""
    found: dict[Name, list[np.ndarray]] = defaultdict(list)
    rng = np.random.default_rng(0)
    for seen, withheld in _folds(settings, count, seeds):
        vocabulary = words.consensus(seen, words.fit_effects(seen, prior))
        scatter = variations.scatter(seen, 1)
        wanted = {(t.language, t.lemma) for s in withheld for t in s.terms}
        books = {
            (w.language, w.word): unit(np.concatenate([w.curve_db[None], variations.readings(w, seen, scatter)]))
            for w in vocabulary
            if (w.language, w.word) in wanted
        }
        names = list(books)
        for setting in withheld:
            shape = unit(setting.curve_db)
            for term in setting.terms:
                if (name := (term.language, term.lemma)) in books:
                    alike = books[name] @ shape / POINTS
                    stranger = books[names[rng.integers(len(names))]][1:3] @ shape / POINTS
                    found[name].append(
                        np.array([alike[0], alike[:3].max(), alike.max(), max(alike[0], stranger.max())])
                    )
    return _scores(settings, found)


def naming_ranks(
    settings: list[Setting],
    prior: words.TextPrior | None = None,
    count: int = FOLDS,
    seeds: Iterable[int] = SEEDS,
    told: bool = False,
    hindsight: bool = False,
) -> list[WordScore]:
    """Reciprocal rank of a withheld setting's own word, among all words of at least four settings, by NAMINGS.

    told: the setting's corpus and language are known, and only words of at least four settings there stand to choose:
    the data README's protocol, by the size of its "prior alone". hindsight: fitted to all settings, those judged
    among them.
    """
    found: dict[Name, list[np.ndarray]] = defaultdict(list)
    eligible = set(members_of(settings, naming.FEWEST_SETTINGS))
    there = {
        corpus: set(members_of([s for s in settings if s.corpus == corpus], naming.FEWEST_SETTINGS))
        for corpus in {s.corpus for s in settings}
    }
    for seen, withheld in [(settings, settings)] if hindsight else _folds(settings, count, seeds):
        effects = words.fit_effects(seen, prior)
        played = {(w.language, w.word): w.curve_db for w in words.consensus(seen, effects)}
        fitted = naming.fit(seen, effects, 1)
        names = [name for name in fitted.words if name in eligible and name in played]
        places = [fitted.words.index(name) for name in names]
        known = members_of(seen, 1)
        means = np.stack([unit(np.stack([seen[i].curve_db for i in known[n]])).mean(axis=0) for n in names])
        curves_db = np.stack([s.curve_db for s in withheld])
        often = np.tile([float(len(known[n])) for n in names], (len(withheld), 1))
        scores = np.stack(
            [
                often,
                cosine_matrix(curves_db, means),
                cosine_matrix(curves_db, np.stack([played[n] for n in names])),
                fitted.scores(curves_db)[:, places],
            ],
            axis=-1,
        )
        index = {name: i for i, name in enumerate(names)}
        for row, setting in zip(scores, withheld, strict=True):
            for term in setting.terms:
                name = (term.language, term.lemma)
                if name not in index or (told and name not in there[setting.corpus]):
                    continue
                rivals = [i for n, i in index.items() if not told or n in there[setting.corpus] and n[0] == name[0]]
                found[name].append(1.0 / (1.0 + (row[rivals] > row[index[name]]).sum(axis=0)))
    return _scores(settings, found)


def calibration(
    settings: list[Setting],
    prior: words.TextPrior | None = None,
    count: int = FOLDS,
    seeds: Iterable[int] = SEEDS,
    bins: int = 5,
) -> list[tuple[float, float, int]]:
    """Is `expected` true? Bins of equally many withheld settings: cosine expected, cosine found, settings.

    A word set very often would fill a bin by itself: of each word at most ten settings a fold count.
    """
    pairs = []
    for seen, withheld in _folds(settings, count, seeds):
        known = {(w.language, w.word): w for w in words.consensus(seen, words.fit_effects(seen, prior))}
        for name, members in members_of(withheld, 1).items():
            if name in known:
                people = np.stack([withheld[i].curve_db for i in members[:10]])
                found = cosine_matrix(known[name].curve_db[None], people)[0]
                pairs += [(known[name].expected_cosine, c) for c in found]
    table = np.array(sorted(pairs))
    return [(float(b[:, 0].mean()), float(b[:, 1].mean()), len(b)) for b in np.array_split(table, bins)]


def macro(scores: list[WordScore], fewest: int, seed: int = 1) -> tuple[int, np.ndarray, np.ndarray]:
    """Words, mean a method [m], 95 % interval [2, m] by drawing words with replacement."""
    table = np.stack([s.values for s in scores if s.settings >= fewest])
    draws = table[np.random.default_rng(seed).integers(len(table), size=(2000, len(table)))].mean(axis=1)
    return len(table), table.mean(axis=0), np.percentile(draws, [2.5, 97.5], axis=0)


def _folds(settings: list[Setting], count: int, seeds: Iterable[int]) -> Iterator[tuple[list[Setting], list[Setting]]]:
    for seed in seeds:
        fold = split.folds(settings, count, seed, people=False)
        for k in range(count):
            seen = [s for s, f in zip(settings, fold, strict=True) if f != k]
            yield seen, [s for s, f in zip(settings, fold, strict=True) if f == k]


def _scores(settings: list[Setting], found: dict[Name, list[np.ndarray]]) -> list[WordScore]:
    members = members_of(settings, 1)
    return [WordScore(n, len(members[n]), np.mean(v, axis=0)) for n, v in found.items()]
