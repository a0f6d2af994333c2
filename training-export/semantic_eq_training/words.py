"""What people mean by each word: consensus curves, by random effects, a principal component at a time.

A setting is modelled as  y = μ(corpus) + w(concept) + d(corpus, language, lemma) + ε : what its corpus's people do to
any sound, what the concept means (translations share it), how this corpus or language departs from it, and the person.
The best linear unbiased prediction of μ + w + d shrinks a word towards its concept, and that towards the mean, by how
much its settings can tell (Robinson 1991, "That BLUP is a good thing"): a word set once keeps only what is broad and
common in that setting. Broad shapes are told sooner than narrow ones, as each component has variances of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .grid import POINTS, level_free, peak_to_peak, rms, unit
from .readers import Setting

# A SocialFX row counts by its ratings_consistency (rows at 0.4 and above agree better, .53 against .43), a SAFE
# setting, whose person turned the knobs, in full. A steeper law did worse on English words (.298 for .312).
CONSISTENCY_FLOOR = 0.6
CONSISTENCY_FULL = 0.5

# d's share of the between-word variance: how far a corpus departs from its concept. Cross-validation is flat from .15
# to .6 (more helps SAFE's words, less helps Spanish).
DEPARTURE_SHARE = 0.3

# The moment estimate of the between-word variance is drawn down by the many words set once.
BETWEEN_GAIN = 1.5

# A corpus with this many settings of a word has half of its full say in the word's curve.
CORPUS_HALF_SAY = 15.0

# Sizes "as people mean it": few go under 3 dB from trough to peak, none over the ceiling.
PEAK_TO_PEAK_FLOOR_DB = 3.0
PEAK_TO_PEAK_CEILING_DB = 10.0


@dataclass(frozen=True)
class Word:
    """A word's consensus.

    curve_db: [64], level-free, at the size that people mean by 100 %.
    expected_cosine: what the model expects of a single person's setting against the curve, 0 to 1.
    settings: how many settings name the word. members: their indices.
    """

    word: str
    language: str
    concept: str
    settings: int
    members: np.ndarray
    curve_db: np.ndarray
    expected_cosine: float


@dataclass(frozen=True)
class Effects:
    """The fitted random-effects model, in the principal components' basis.

    basis: [64, 64] orthonormal columns. corpus_mean: corpus to [64]. between, within: variances [64].
    concept: concept to its predicted w [64]. departure: (corpus, language, lemma) to its predicted d [64].
    cell_size: the cells' effective numbers of settings.
    """

    basis: np.ndarray
    corpus_mean: dict[str, np.ndarray]
    between: np.ndarray
    within: np.ndarray
    concept: dict[str, np.ndarray]
    departure: dict[tuple[str, str, str], np.ndarray]
    cell_size: dict[tuple[str, str, str], float]

    def predict(self, cells: list[tuple[str, str, str]], concept: str) -> np.ndarray:
        """Predicted curve [64], unit-RMS scale, of a word that stands in these cells of these corpora."""
        say = np.array([self.cell_size[c] / (self.cell_size[c] + CORPUS_HALF_SAY) for c in cells])
        mean = (
            sum(s * (self.corpus_mean[c[0]] + self.departure[c]) for s, c in zip(say, cells, strict=True)) / say.sum()
        )
        return self.basis @ (mean + self.concept[concept])


def setting_weight(setting: Setting) -> float:
    """How much a setting counts, 0 to 1, by how consistently its person rated."""
    if setting.consistency is None:
        return 1.0
    return float(np.clip(setting.consistency / CONSISTENCY_FULL, CONSISTENCY_FLOOR, 1.0))


def cells_of(settings: list[Setting]) -> dict[tuple[str, str, str], list[int]]:
    """(corpus, language, lemma) to the indices of its settings, in order of appearance."""
    cells: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, setting in enumerate(settings):
        for term in setting.terms:
            cells[(setting.corpus, term.language, term.lemma)].append(i)
    return dict(cells)


def concepts_of(settings: list[Setting]) -> dict[tuple[str, str], str]:
    """(language, lemma) to its concept."""
    return {(t.language, t.lemma): t.concept for s in settings for t in s.terms}


def fit_effects(settings: list[Setting]) -> Effects:
    """Fits the model to settings at unit RMS: what a person means shows in the shape, not in how hard they turned."""
    shapes = unit(np.stack([s.curve_db for s in settings]))
    weights = np.array([setting_weight(s) for s in settings])
    cells = cells_of(settings)
    concepts = concepts_of(settings)
    means = {c: np.average(shapes[m], axis=0, weights=weights[m]) for c, m in cells.items()}
    # Kish's effective number (unequal weights tell less than equal ones), in units of a fully trusted setting.
    size = {c: float(weights[m].sum() ** 2 / np.square(weights[m]).sum() * weights[m].max()) for c, m in cells.items()}

    basis = _basis(list(cells), means, size)
    means = {c: m @ basis for c, m in means.items()}
    projected = shapes @ basis
    corpora = sorted({c[0] for c in cells})
    within = _within_variance(projected, weights, cells, means)
    corpus_mean = {k: _balanced_mean([(means[c], size[c]) for c in cells if c[0] == k]) for k in corpora}
    between = _between_variance(cells, means, size, corpus_mean, within)

    departure_variance = DEPARTURE_SHARE * between
    concept_variance = between - departure_variance
    by_concept: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for cell in cells:
        by_concept[concepts[cell[1:]]].append(cell)
    concept_effect, departure = {}, {}
    for concept, members in by_concept.items():
        residual = np.stack([means[c] - corpus_mean[c[0]] for c in members])
        noise = np.stack([departure_variance + within / size[c] for c in members])
        effect = (residual / noise).sum(axis=0) / (1.0 / concept_variance + (1.0 / noise).sum(axis=0))
        concept_effect[concept] = effect
        for c, r, n in zip(members, residual, noise, strict=True):
            departure[c] = (r - effect) * departure_variance / n
    return Effects(basis, corpus_mean, between, within, concept_effect, departure, size)


def consensus(settings: list[Setting], effects: Effects) -> list[Word]:
    """Every word of the settings with its curve, best known first; one entry a spelling."""
    cells = cells_of(settings)
    concepts = concepts_of(settings)
    sizes_db = rms(np.stack([s.curve_db for s in settings]))
    typical_db = float(np.median(sizes_db))
    weights = np.array([setting_weight(s) for s in settings])
    words = []
    for (language, lemma), concept in concepts.items():
        own = [c for c in cells if c[1:] == (language, lemma)]
        members = np.array(sorted({i for c in own for i in cells[c]}))
        shape = level_free(effects.predict(own, concept))
        expected = float(rms(shape))
        # People's sizes for this word, shrunk to everyone's by four settings' worth.
        said = np.exp((np.log(sizes_db[members]).sum() + 4.0 * np.log(typical_db)) / (len(members) + 4.0))
        # Between a typical person's full size and what is expected of all of them (which disagreement makes small).
        curve = shape / expected * said * np.sqrt(expected)
        curve = curve * _soft_limit(float(peak_to_peak(curve)))
        words.append(
            (float(weights[members].sum()), Word(lemma, language, concept, len(members), members, curve, expected))
        )
    words.sort(key=lambda pair: (-pair[1].settings, -pair[0], pair[1].word, pair[1].language))
    return one_entry_a_spelling([word for _, word in words])


def one_entry_a_spelling(words: list[Word]) -> list[Word]:
    """Keeps, of words spelt alike in two languages, the one that more settings name: a slot's name must be unique."""
    kept: dict[str, Word] = {}
    for word in words:
        kept.setdefault(word.word, word)
    return list(kept.values())


def _soft_limit(peak_to_peak_db: float) -> float:
    """Factor that brings a curve between the floor and the ceiling: gently from above, hard from below."""
    knee = 0.6 * PEAK_TO_PEAK_CEILING_DB
    room = PEAK_TO_PEAK_CEILING_DB - knee
    limited = peak_to_peak_db
    if peak_to_peak_db > knee:
        limited = knee + room * np.tanh((peak_to_peak_db - knee) / room)
    return float(max(limited, PEAK_TO_PEAK_FLOOR_DB) / peak_to_peak_db)


def _basis(cells: list[tuple[str, str, str]], means: dict, size: dict) -> np.ndarray:
    """Principal axes [64, 64] of the words' means, each weighted by what it can tell: words count, not rows."""
    rows = np.stack([means[c] * np.sqrt(size[c] / (size[c] + 4.0)) for c in cells])
    _, axes = np.linalg.eigh(rows.T @ rows)
    return axes[:, ::-1]


def _within_variance(projected: np.ndarray, weights: np.ndarray, cells: dict, means: dict) -> np.ndarray:
    """Variance [64] of people about their word's mean, words of two settings or more counted alike up to ten."""
    total, degrees = np.zeros(POINTS), 0.0
    for c, m in cells.items():
        if len(m) < 2:
            continue
        w = weights[m] / weights[m].sum()
        variance = (w[:, None] * np.square(projected[m] - means[c])).sum(axis=0) / (1.0 - np.square(w).sum())
        say = min(len(m) - 1.0, 10.0)
        total += say * variance
        degrees += say
    return total / max(degrees, 1.0) + 1e-6


def _balanced_mean(cells: list[tuple[np.ndarray, float]]) -> np.ndarray:
    """Mean [64] over words, a word of many settings counting at most like one of about ten."""
    say = np.array([n / (n + 3.0) for _, n in cells])
    return np.average(np.stack([m for m, _ in cells]), axis=0, weights=say)


def _between_variance(cells: dict, means: dict, size: dict, corpus_mean: dict, within: np.ndarray) -> np.ndarray:
    """Variance [64] of words about their corpus's mean, by moments: what is seen less the people's scatter."""
    total, says = np.zeros(POINTS), 0.0
    for c in cells:
        say = size[c] / (size[c] + 3.0)
        total += say * (np.square(means[c] - corpus_mean[c[0]]) - within / size[c])
        says += say
    # A component that shows no difference between words still gets a sliver, so that many settings can speak.
    return np.maximum(BETWEEN_GAIN * total / says, 0.02 * within)
