"""Is it one language? What one corpus's people (or one language's) mean, against what the other's mean by a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .cells import setting_weight
from .effects import fit_effects
from .grid import cosine_matrix, unit
from .readers import Setting

# A word's mean over the others' settings must be of at least this many to be predicted, and as many to predict it.
FEWEST_SETTINGS = 2
PERMUTATIONS = 10_000

Side = Callable[[Setting], bool]
SIDES: dict[str, Side] = {
    "SAFE": lambda s: s.corpus == "safe",
    "SocialFX": lambda s: s.corpus == "sfx" and s.language == "en",
    "English": lambda s: s.language == "en",
    "Spanish": lambda s: s.language == "es",
}
PAIRS = (("SAFE", "SocialFX"), ("SocialFX", "SAFE"), ("English", "Spanish"), ("Spanish", "English"))


@dataclass(frozen=True)
class Transfer:
    """How a model that knows one side predicts the other's means of the concepts that both have.

    cosine: mean over concepts. interval: 95 %, by drawing concepts. global_mean: of the known side's mean of all its
    concepts, and gain its paired interval. chance: mean of predictions dealt to concepts at random; p: share of deals
    that do as well.
    """

    known: str
    predicted: str
    concepts: int
    cosine: float
    interval: tuple[float, float]
    global_mean: float
    gain_interval: tuple[float, float]
    chance: float
    p: float


def transfer(settings: list[Setting], known: str, predicted: str, seed: int) -> Transfer | None:
    """Fits to one side's settings alone, without text; None where fewer than three concepts are shared."""
    source = [s for s in settings if SIDES[known](s)]
    target = [s for s in settings if SIDES[predicted](s)]
    effects = fit_effects(source) if source else None
    ours, theirs = _by_concept(source), _by_concept(target)
    shared = [c for c in ours if c in theirs and min(len(ours[c]), len(theirs[c])) >= FEWEST_SETTINGS]
    if effects is None or len(shared) < 3:
        return None
    learnt: dict[str, list[np.ndarray]] = defaultdict(list)
    for setting in source:
        for term in setting.terms:
            learnt[term.concept].append(unit(effects.curve[setting.corpus, term.language, term.lemma]))
    predictions = np.stack([np.mean(learnt[c], axis=0) for c in shared])
    means = np.stack([_mean(theirs[c]) for c in shared])
    everything = np.mean([_mean(m) for m in ours.values()], axis=0)
    alike = cosine_matrix(predictions, means)
    plain = cosine_matrix(everything[None], means)[0]
    own = np.diag(alike)

    rng = np.random.default_rng(seed)
    n = len(shared)
    deals = np.array([alike[rng.permutation(n), np.arange(n)].mean() for _ in range(PERMUTATIONS)])
    draws = rng.integers(n, size=(2000, n))
    return Transfer(
        known,
        predicted,
        n,
        float(own.mean()),
        _interval(own[draws].mean(axis=1)),
        float(plain.mean()),
        _interval((own - plain)[draws].mean(axis=1)),
        float(deals.mean()),
        float((1 + (deals >= own.mean()).sum()) / (1 + PERMUTATIONS)),
    )


def _by_concept(settings: list[Setting]) -> dict[str, list[Setting]]:
    found: dict[str, list[Setting]] = defaultdict(list)
    for setting in settings:
        for concept in dict.fromkeys(t.concept for t in setting.terms):
            found[concept].append(setting)
    return dict(found)


def _mean(settings: list[Setting]) -> np.ndarray:
    shapes = unit(np.stack([s.curve_db for s in settings]))
    return np.average(shapes, axis=0, weights=[setting_weight(s) for s in settings])


def _interval(draws: np.ndarray) -> tuple[float, float]:
    low, high = np.percentile(draws, [2.5, 97.5])
    return float(low), float(high)
