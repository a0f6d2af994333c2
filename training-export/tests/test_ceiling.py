"""What could be reached at best: known words and naming, on made-up people of whom the truth is known."""

from __future__ import annotations

import numpy as np
import pytest

from semantic_eq_training import ceiling, crossvalidation, naming_world, withheld
from semantic_eq_training.crossvalidation import CellScore
from semantic_eq_training.grid import POINTS, level_free, unit
from semantic_eq_training.readers import Setting, Term

# Level-free and orthogonal: cosines of the axes.
BASIS = unit(np.cos(np.pi * np.outer(np.arange(1, 13), np.arange(POINTS) + 0.5) / POINTS))


def _setting(number: int, word: str, curve: np.ndarray, group: int) -> Setting:
    return Setting(f"s{number}", "sfx", word, "en", level_free(curve), 0.5, f"|sfx{group}", (Term("en", word, word),))


def _people(seed: int, agreement: float, copies: int = 1) -> tuple[list[Setting], float]:
    """Sixty words of 5 to 24 people, each setting as often as copies; and the mean over words of their true |μ|."""
    rng = np.random.default_rng(seed)
    settings, lengths, group = [], [], 0
    for word in range(60):
        mean = agreement * rng.gamma(1.5, 0.7) * rng.standard_normal(12)
        many = mean + 1.2 * rng.standard_normal((4000, 12))
        lengths.append(np.linalg.norm((many / np.linalg.norm(many, axis=1, keepdims=True)).mean(axis=0)))
        for _ in range(5 + word % 20):
            curve = (mean + 1.2 * rng.standard_normal(12)) @ BASIS
            settings += [_setting(len(settings) + i, f"w{word}", 3.0 * curve + 5.0, group) for i in range(copies)]
            group += 1
    return settings, float(np.mean(lengths))


@pytest.mark.parametrize("agreement", [0.3, 1.0])
def test_what_everyone_asked_could_reach_is_estimated_and_bounded(agreement: float) -> None:
    estimates, bounds, truths = [], [], []
    for seed in range(8):
        settings, truth = _people(seed, agreement)
        count, (estimate, bound), interval = ceiling.limits(ceiling.with_everyone(settings))["all"]
        assert count == 60 and interval[0, 0] < estimate < interval[1, 0]
        assert interval[0, 0] < truth < interval[1, 1], (seed, truth, interval)
        estimates.append(estimate)
        bounds.append(bound)
        truths.append(truth)
    assert abs(np.mean(estimates) - np.mean(truths)) < 0.03, (np.mean(estimates), np.mean(truths))
    assert np.mean(bounds) > np.mean(truths), (np.mean(bounds), np.mean(truths))


def test_near_duplicates_agree_with_nobody() -> None:
    once = {s.cell: s.values for s in ceiling.with_everyone(_people(0, 0.5)[0])}
    twice = ceiling.with_everyone(_people(0, 0.5, copies=2)[0])
    assert len(twice) == 60
    for score in twice:
        np.testing.assert_allclose(score.values, once[score.cell])


def test_the_ceiling_is_above_what_is_reached_on_people_not_met() -> None:
    settings, truth = _people(3, 1.0)
    reached = crossvalidation.averages(crossvalidation.score(settings, [crossvalidation.own_mean], seeds=(1,)))["all"]
    _, (estimate, bound), _ = ceiling.limits(ceiling.with_everyone(settings))["all"]
    assert reached[1][0] < estimate <= bound, (reached[1], estimate, bound, truth)


def test_drawing_settings_narrows_where_a_few_words_are_well_known() -> None:
    rng = np.random.default_rng(0)
    settings = []
    for word, size in (("a", 1.0), ("b", 0.3)):
        for _ in range(200):
            curve = size * 2.0 * BASIS[0] + rng.standard_normal(12) @ BASIS
            settings.append(_setting(len(settings), word, curve, len(settings)))
    found = ceiling.limits(ceiling.with_everyone(settings))["SocialFX en"]
    low, high = ceiling.interval_by_settings(settings, "SocialFX en")
    assert np.all(low < found[1]) and np.all(found[1] < high)
    assert np.all(high - low < 0.6 * (found[2][1] - found[2][0]))


def test_people_who_agree_in_nothing_leave_nothing_to_reach() -> None:
    score = [CellScore(("sfx", "en", f"w{i}"), 9, np.array([r])) for i, r in enumerate((-0.1, 0.04, 0.0))]
    _, (estimate, bound), _ = ceiling.limits(score)["all"]
    assert estimate == pytest.approx(0.2 / 3) and bound == 0.0


def _named(between: float, words: int = 60, settings: int = 12) -> list[Setting]:
    """Words whose means differ along eight axes by this variance, people scattering by 1 about a common offset."""
    rng = np.random.default_rng(0)
    made = []
    for word in range(words):
        mean = np.sqrt(between) * rng.standard_normal(8)
        for _ in range(settings):
            curve = 8.0 * BASIS[0] + (mean + rng.standard_normal(8)) @ BASIS[1:9]
            made.append(_setting(len(made), f"w{word}", curve, len(made)))
    return made


def test_the_made_up_world_is_as_hard_to_name_as_the_people_it_was_made_from() -> None:
    settings = _named(0.5)
    bounds = naming_world.bounds(settings, 8)
    learnt, known = bounds.corrected
    found = withheld.macro(withheld.naming_ranks(settings, count=5, seeds=(1,)), 4)[1][3]
    assert learnt == pytest.approx(found, abs=0.05), (learnt, found)
    assert known > learnt + 0.02 and np.all(bounds.interval[0] < bounds.interval[1])
    assert naming_world.bounds(_named(0.05), 8).corrected[1] < known - 0.1


def test_differences_that_chance_makes_are_taken_off() -> None:
    settings = _named(0.0, words=40, settings=5)
    by_chance = np.mean(1.0 / np.arange(1, 41))
    bounds = naming_world.bounds(settings, 8)
    assert by_chance - 0.02 < bounds.corrected[1] < bounds.generous[1] - 0.01, (by_chance, bounds)


def test_chance_is_what_a_namer_has_where_words_mean_the_same() -> None:
    rng = np.random.default_rng(0)
    alike = naming_world.World(np.full(50, 8), np.full(10, 1e-9))
    by_chance = np.mean(1.0 / (1.0 + rng.integers(50, size=100_000)))
    np.testing.assert_allclose(naming_world.reciprocal_ranks(alike, 1), by_chance, atol=0.01)


def test_naming_by_hindsight_is_better_than_naming_people_not_met() -> None:
    settings = _named(0.1, words=30, settings=5)
    hindsight = withheld.macro(withheld.naming_ranks(settings, hindsight=True), 4)[1][3]
    assert hindsight > withheld.macro(withheld.naming_ranks(settings, count=5, seeds=(1,)), 4)[1][3] + 0.1
