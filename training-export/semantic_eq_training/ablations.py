"""What each choice is worth: small trainings, each with one thing changed, judged on people who were not met.

All have the same small budget and the same words; so figures compare within the table, not with the model that ships.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

import numpy as np

from . import latent, losses, parametric, paths, split, train, words
from .grid import cosine, rms
from .model import decode_curves, encode
from .readers import Setting

FOLDS = 5
PATHS = 500
PROCESSES = 2
BUDGET = train.TrainingPlan(steps=1000, refine_steps=100)


@dataclass(frozen=True)
class Variant:
    """One changed thing, in words, and the plan that changes it; parametric: the loss is on bands, not curves."""

    name: str
    plan: train.TrainingPlan
    parametric: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a variant reached.

    unmet_db, unmet_cosine: median over curves of people not met, through encoder and decoder. words_cosine (median),
    words_lowest: words as decoded against their consensus. halfway_db: median error of half-way between two words.
    uneven: 95th percentile of a morph's largest step over its mean. jump_db, jump_octaves: a band's worst step in 1 %
    of a morph. out_of_order: share of morphs on which a band passes its neighbour. inconsistency: median
    |encode(decode(z)) − z| / |z| half-way between words.
    """

    name: str
    unmet_db: float
    unmet_cosine: float
    words_cosine: float
    words_lowest: float
    halfway_db: float
    uneven: float
    jump_db: float
    jump_octaves: float
    out_of_order: float
    inconsistency: float


def variants(budget: train.TrainingPlan) -> list[Variant]:
    """The model as it is, each loss term off, fewer latent components, loss on bands."""
    off = {
        "no mixing": {"mixing": 0.0},
        "no consistency": {"consistency": 0.0},
        "no order": {"order": 0.0},
        "no pull on gains": {"gains": 0.0},
        "no pull on z": {"latent": 0.0},
        "no ERB weights": {"erb": False},
    }
    result = [Variant("all terms, 32 components", budget)]
    result += [Variant(name, replace(budget, weights=replace(budget.weights, **w))) for name, w in off.items()]
    result += [Variant(f"{k} component{'s' * (k > 1)}", replace(budget, components=k)) for k in (1, 2, 3, 8)]
    result += [Variant("loss on bands, 32 components", budget, True)]
    result += [Variant("loss on bands, 3 components (flowEQ)", replace(budget, components=3), True)]
    return result


def run(settings: list[Setting], seed: int, budget: train.TrainingPlan = BUDGET) -> list[Outcome]:
    """Trains and judges every variant on one fold, two at a time; each by itself is deterministic, so all are."""
    fold = split.folds(settings, FOLDS, seed)
    seen = [s for s, f in zip(settings, fold, strict=True) if f != 0]
    met, unmet = (np.stack([s.curve_db for s, f in zip(settings, fold, strict=True) if (f == 0) == k]) for k in (0, 1))
    consensus = np.stack([w.curve_db for w in words.consensus(seen, words.fit_effects(seen))])
    jobs = [(v, met, unmet, consensus, seed) for v in variants(budget)]
    # Fresh processes: a fork of one in which torch has threads can hang.
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_judge, jobs))


def _judge(job: tuple[Variant, np.ndarray, np.ndarray, np.ndarray, int]) -> Outcome:
    variant, met, unmet, consensus, seed = job
    if variant.parametric:
        decoder, encoder = parametric.train(met, consensus, variant.plan, seed)
    else:
        decoder, encoder = train.train(met, consensus, variant.plan, seed, lambda line: None)
    rendered = decode_curves(decoder, encode(encoder, unmet))
    z = latent.refine(decoder, encoder, consensus, variant.plan.refine_steps)
    alike = cosine(decode_curves(decoder, z), consensus)
    ends = paths.random_pairs(z, PATHS, seed)
    walked = paths.check(decoder, *ends)
    return Outcome(
        variant.name,
        float(np.median(rms(rendered - unmet))),
        float(np.median(cosine(rendered, unmet))),
        float(np.median(alike)),
        float(alike.min()),
        float(np.median(paths.halfway_error_db(decoder, *ends))),
        float(np.percentile(paths.evenness(decoder, *ends), 95)),
        walked.worst_db,
        walked.worst_octaves,
        walked.out_of_order,
        float(np.median(paths.inconsistency(decoder, encoder, 0.5 * (ends[0] + ends[1])))),
    )
