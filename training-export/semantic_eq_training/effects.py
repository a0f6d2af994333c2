"""What each word of each corpus means: a Gaussian process over words, a principal component at a time.

A setting is modelled as  y = μ(corpus) + w(word, corpus) + ε : what a corpus's people do to any sound, what the word
means there, and the person. w's covariance says who knows of whom: translations and corpora share a concept, text says
which words are near (lexicon.prior), and the rest is the cell's own. The posterior mean of μ + w (Rasmussen and
Williams 2006, 2.23; with text left out it is Robinson's BLUP, 1991) is the direction that is expected to have the
largest cosine to a person not met. Broad shapes are told sooner than narrow ones: each component has variances of its
own. A word set once keeps only what is broad in that setting and known of its like.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .cells import Cell, cells_of, concepts_of, effective_size, setting_weight
from .grid import POINTS, unit
from .readers import Setting

TextPrior = Callable[[list[tuple[str, str]]], np.ndarray]


@dataclass(frozen=True)
class Shares:
    """How a word's variance splits, relative to the moment estimate of it. Chosen by random search (70 draws, four
    repeats of eight folds); the score is flat, within .003, over most of the range that was drawn from.

    concept: shared by translations and corpora. text: a word's own in both corpora, shared with what text says is like
    it. own: a cell's own, how far a corpus departs from the other; own_safe more, for SAFE's: producers agree better
    with each other than with listeners (its other words gain .015, SocialFX's lose .01). common: shared by everyone.
    """

    concept: float = 0.07
    text: float = 0.45
    own: float = 0.05
    own_safe: float = 0.3
    common: float = 0.2


@dataclass(frozen=True)
class Effects:
    """The fitted model. curve: cell to its expected unit shape [64]; its RMS is the cosine that is expected of a
    single person. size: cell to its effective number of settings. basis: [64, 64] principal axes in columns.
    between, within: variances [64] of words and of people along them.
    """

    curve: dict[Cell, np.ndarray]
    size: dict[Cell, float]
    basis: np.ndarray
    between: np.ndarray
    within: np.ndarray


def fit_effects(settings: list[Setting], prior: TextPrior | None = None, shares: Shares | None = None) -> Effects:
    """Fits to settings at unit RMS: what a person means shows in the shape, not in how hard they turned.

    prior: names (language, lemma) to what text says of them, [n, n], unit diagonal; None where no lexicon is at hand.
    """
    shapes = unit(np.stack([s.curve_db for s in settings]))
    weights = np.array([setting_weight(s) for s in settings])
    cells = cells_of(settings)
    means = np.stack([np.average(shapes[m], axis=0, weights=weights[m]) for m in cells.values()])
    size = np.array([effective_size(weights[m]) for m in cells.values()])

    basis = _basis(means, size)
    means, projected = means @ basis, shapes @ basis
    within = _within_variance(projected, weights, list(cells.values()), means)
    corpora = np.array([c[0] for c in cells])
    say = size / (size + 3.0)
    level = {k: np.average(means[corpora == k], axis=0, weights=say[corpora == k]) for k in dict.fromkeys(corpora)}
    residual = means - np.stack([level[k] for k in corpora])
    between = _between_variance(residual, size, say, within)
    covariance = _covariance(list(cells), settings, prior, shares or Shares())
    expected = _posterior_mean(covariance, residual, size, between, within) + np.stack([level[k] for k in corpora])
    curves = dict(zip(cells, expected @ basis.T, strict=True))
    return Effects(curves, dict(zip(cells, size.tolist(), strict=True)), basis, between, within)


def _covariance(cells: list[Cell], settings: list[Setting], prior: TextPrior | None, shares: Shares) -> np.ndarray:
    """[cells, cells], in units of the between-word variance."""
    concepts = concepts_of(settings)
    concept = np.array([concepts[c[1:]] for c in cells])
    names = list(dict.fromkeys(c[1:] for c in cells))
    place = np.array([names.index(c[1:]) for c in cells])
    covariance = shares.concept * (concept[:, None] == concept) + shares.common
    # A Spanish word stands in text where its English concept stands: no lexicon of Spanish is needed for that.
    english = [n if n[0] == "en" or concepts[n].startswith("es:") else ("en", concepts[n]) for n in names]
    distinct = list(dict.fromkeys(english))
    text = np.eye(len(distinct)) if prior is None else np.asarray(prior(distinct))
    at = np.array([distinct.index(n) for n in english])[place]
    own = shares.own + shares.own_safe * np.array([c[0] == "safe" for c in cells])
    return covariance + np.diag(own) + shares.text * text[np.ix_(at, at)]


def _posterior_mean(
    covariance: np.ndarray, residual: np.ndarray, size: np.ndarray, between: np.ndarray, within: np.ndarray
) -> np.ndarray:
    """K b (K b + D w)⁻¹ r for every component's b and w at once, by one eigen-decomposition of D^-½ K D^-½.

    D = 1/size, diagonal.
    """
    root = np.sqrt(size)
    values, vectors = np.linalg.eigh(covariance * np.outer(root, root))
    values = np.maximum(values, 0.0)[:, None]
    loadings = vectors.T @ (residual * root[:, None])
    return (vectors @ (loadings * (between * values / (between * values + within)))) / root[:, None]


def _basis(means: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Principal axes [64, 64] of the words' means, each weighted by what it can tell: words count, not rows."""
    rows = means * np.sqrt(size / (size + 4.0))[:, None]
    _, axes = np.linalg.eigh(rows.T @ rows)
    return axes[:, ::-1]


def _within_variance(
    projected: np.ndarray, weights: np.ndarray, members: list[list[int]], means: np.ndarray
) -> np.ndarray:
    """Variance [64] of people about their word's mean, words of two settings or more counted alike up to ten."""
    total, degrees = np.zeros(POINTS), 0.0
    for m, mean in zip(members, means, strict=True):
        if len(m) < 2:
            continue
        w = weights[m] / weights[m].sum()
        variance = (w[:, None] * np.square(projected[m] - mean)).sum(axis=0) / (1.0 - np.square(w).sum())
        say = min(len(m) - 1.0, 10.0)
        total += say * variance
        degrees += say
    return total / max(degrees, 1.0) + 1e-6


def _between_variance(residual: np.ndarray, size: np.ndarray, say: np.ndarray, within: np.ndarray) -> np.ndarray:
    """Variance [64] of words about their corpus's mean, by moments: what is seen less the people's scatter."""
    seen = (say[:, None] * (np.square(residual) - within / size[:, None])).sum(axis=0) / say.sum()
    # A component that shows no difference between words still gets a sliver, so that many settings can speak.
    return np.maximum(seen, 0.02 * within)


def tabled(settings: list[Setting], prior: TextPrior) -> TextPrior:
    """The same prior, asked once for every name that these settings can ask for: folds of them then cost nothing."""
    concepts = concepts_of(settings)
    names = list(dict.fromkeys([*concepts, *(("en", c) for c in concepts.values() if not c.startswith("es:"))]))
    table = np.asarray(prior(names))
    place = {name: i for i, name in enumerate(names)}

    def look_up(asked: list[tuple[str, str]]) -> np.ndarray:
        at = [place[name] for name in asked]
        return table[np.ix_(at, at)]

    return look_up
