"""What people mean: the Gaussian process over words, readings, camps, naming, and the ways in which they are judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from semantic_eq_training import (
    camps,
    common,
    crossvalidation,
    effects,
    naming,
    readers,
    scale,
    split,
    variations,
    withheld,
    words,
)
from semantic_eq_training.crossvalidation import CellScore
from semantic_eq_training.grid import FREQUENCIES_HZ, cosine, level_free, peak_to_peak, unit
from semantic_eq_training.readers import Setting, Term

X = np.linspace(-1.0, 1.0, 64)
SHAPES = np.stack([X, X**2, np.sin(3 * X), np.cos(5 * X)])


def _setting(number: int, word: str, curve: np.ndarray, corpus: str = "sfx", language: str = "en") -> Setting:
    concept = word.removeprefix("es-")
    term = Term(language, word, concept)
    group = f"|{corpus}{number}"
    consistency = None if corpus == "safe" else 0.5
    return Setting(f"s{number}", corpus, word, language, level_free(curve), consistency, group, (term,))


def _scattered(truth: np.ndarray, rng: np.random.Generator, noise: float) -> np.ndarray:
    return truth + noise * rng.standard_normal(4) @ SHAPES + 0.3 * rng.standard_normal(64)


def _twins(seed: int, several: int = 4) -> tuple[list[Setting], dict[str, np.ndarray]]:
    """Thirty pairs of words with one meaning: the first is set several times, the second once."""
    rng = np.random.default_rng(seed)
    settings, truth = [], {}
    for pair in range(30):
        meaning = rng.standard_normal(4) @ SHAPES
        for name, count in ((f"a{pair}", several), (f"b{pair}", 1)):
            truth[name] = meaning
            settings += [
                _setting(len(settings) + i, name, _scattered(meaning, rng, 1.0)) for i in range(count)
            ]
    return settings, truth


def _alike(names: list[tuple[str, str]], shift: int = 0) -> np.ndarray:
    """Text that knows of the twins; with a shift it takes strangers for twins."""
    number = np.array([int(n[1:]) + (shift if n[0] == "b" else 0) for _, n in names])
    return 0.9 * (number[:, None] == number) + 0.1 * np.eye(len(names))


def test_what_text_says_is_alike_lends_rare_words_what_the_common_ones_mean() -> None:
    gains = {}
    for shift in (0, 7):
        with_text, without = [], []
        for seed in range(3):
            settings, truth = _twins(seed)
            for prior, found in ((lambda names, s=shift: _alike(names, s), with_text), (None, without)):
                for word in words.consensus(settings, words.fit_effects(settings, prior)):
                    if word.settings == 1:
                        found.append(cosine(word.curve_db, truth[word.word]))
        gains[shift] = np.mean(with_text) - np.mean(without)
    assert gains[0] > 0.05, gains
    assert gains[7] < gains[0] - 0.05, gains


def test_the_posterior_is_that_of_each_component_solved_by_itself() -> None:
    rng = np.random.default_rng(0)
    root = rng.standard_normal((9, 9))
    covariance, residual = root @ root.T, rng.standard_normal((9, 64))
    size, between, within = rng.uniform(0.5, 30.0, 9), rng.uniform(0.1, 2.0, 64), rng.uniform(0.1, 2.0, 64)
    found = effects._posterior_mean(covariance, residual, size, between, within)
    for k in (0, 31, 63):
        noisy = between[k] * covariance + np.diag(within[k] / size)
        np.testing.assert_allclose(found[:, k], between[k] * covariance @ np.linalg.solve(noisy, residual[:, k]))


def test_a_tabled_prior_says_the_same_in_any_order() -> None:
    settings, _ = _twins(0)
    table = effects.tabled(settings, _alike)
    names = [("en", "b3"), ("en", "a3"), ("en", "a9")]
    np.testing.assert_array_equal(table(names), _alike(names))


def _contradicting() -> list[Setting]:
    rng = np.random.default_rng(3)
    settings = _twins(1)[0]
    for corpus, sign, count in (("safe", 1.0, 5), ("sfx", -1.0, 4)):
        for _ in range(count):
            settings.append(_setting(len(settings), "hollow", sign * 4 * X + rng.standard_normal(64), corpus))
    settings += [_setting(len(settings), "warm", 4 * X + rng.standard_normal(64), "safe") for _ in range(3)]
    return settings


def test_corpora_that_contradict_each_other_keep_both_camps_and_say_so() -> None:
    settings = _contradicting()
    by_name = {w.word: w for w in words.consensus(settings, words.fit_effects(settings))}
    hollow = by_name["hollow"]
    assert cosine(hollow.curve_db, X) > 0.9
    others = variations.readings(hollow, settings, variations.scatter(settings, 1))
    assert cosine(others[0], -X) > 0.9
    found = camps.camps(hollow, others, settings, 1)
    assert found is not None and len(found) == 1 + len(others)
    assert sum(c.settings for c in found) == hollow.settings
    assert "high boost" in found[0].says and "low boost" in found[1].says
    assert found[1].where == "SocialFX"
    assert set(found[0].entry()) == {"settings", "where", "says"}
    assert by_name["warm"].contradicts is None


def _two_heaps(sign: float) -> list[Setting]:
    """The word "split": nine people boost, six do the reverse (sign −1) or the same (sign 1)."""
    rng = np.random.default_rng(1)
    settings = _twins(2)[0]
    for s in [1.0] * 9 + [sign] * 6:
        settings.append(_setting(len(settings), "split", s * X + 0.3 * rng.standard_normal(64)))
    return settings


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_people_who_split_give_camps_and_people_who_agree_none(sign: float) -> None:
    settings = _two_heaps(sign)
    word = next(w for w in words.consensus(settings, words.fit_effects(settings)) if w.word == "split")
    others = variations.readings(word, settings, variations.scatter(settings, 1))
    found = camps.camps(word, others, settings, 1)
    if sign > 0:
        assert found is None
        return
    assert found is not None and sorted(c.settings for c in found)[-2:] == [6, 9]
    assert max(cosine(o, -X) for o in others) > 0.8


def test_the_best_of_three_readings_is_nearer_to_people_not_met_than_the_mean_and_than_strangers_readings() -> None:
    settings = _two_heaps(-1.0)
    scores = withheld.best_of_readings(settings, count=5, seeds=(1, 2))
    word, three, four, strangers = next(s.values for s in scores if s.word == ("en", "split"))
    assert three > word + 0.3, (word, three)
    assert four >= three and strangers >= word
    _, (word, three, four, strangers), _ = withheld.macro(scores, 2)
    assert three > word + 0.1, (word, three, strangers)


def test_readings_are_within_bounds_and_nobodys_setting() -> None:
    settings, _ = _twins(4)
    scatter = variations.scatter(settings, 1)
    for word in words.consensus(settings, words.fit_effects(settings)):
        found = variations.readings(word, settings, scatter)
        assert found.shape == (variations.VARIATIONS, 64)
        assert cosine(found, word.curve_db).max() <= variations.MOST_ALIKE + 1e-9
        sizes = peak_to_peak(found)
        assert sizes.min() >= words.PEAK_TO_PEAK_FLOOR_DB - 1e-9
        assert sizes.max() <= words.PEAK_TO_PEAK_CEILING_DB + 1e-9
        people = np.stack([settings[m].curve_db for m in word.members])
        assert np.sqrt(np.square(unit(found)[:, None] - unit(people)).mean(axis=-1)).min() > 0.05
        np.testing.assert_array_equal(found, variations.readings(word, settings, scatter))


def test_the_agreement_that_is_expected_is_found() -> None:
    settings, _ = _twins(0, several=8)
    bins = withheld.calibration(settings, count=5, seeds=(1, 2), bins=3)
    assert len(bins) == 3 and bins[-1][0] > bins[0][0] + 0.1
    for expected, found, count in bins:
        assert abs(expected - found) < 0.15, (expected, found, count)


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        (6.0 * (FREQUENCIES_HZ < 250.0), "low boost"),
        (-6.0 * (FREQUENCIES_HZ > 4000.0), "high cut"),
        (6.0 * (FREQUENCIES_HZ < 250.0) - 6.0 * (FREQUENCIES_HZ > 4000.0), "low boost, high cut"),
        (6.0 * ((FREQUENCIES_HZ > 600.0) & (FREQUENCIES_HZ < 2500.0)), "mid boost"),
    ],
)
def test_a_curve_is_said_in_an_engineers_words(curve: np.ndarray, expected: str) -> None:
    assert expected in camps.says(curve)
    assert camps.says(curve) == camps.says(curve + 11.0) == camps.says(3.0 * curve)


def test_naming_knows_along_what_people_scatter() -> None:
    """Two meanings that differ little along a shape on which people agree, and all people scatter along another."""
    rng = np.random.default_rng(0)
    settings = []
    loud, quiet = 3.0 * unit(X), unit(np.cos(5 * X))
    for k in range(12):
        for _ in range(20):
            curve = unit(X**2) + (0.5 * (k % 4) - 0.75) * quiet + rng.standard_normal() * loud
            settings.append(_setting(len(settings), f"word{k % 4}", curve + 0.05 * rng.standard_normal(64)))
    scores = withheld.naming_ranks(settings, count=5, seeds=(1,))
    _, (often, to_means, to_played, ours), _ = withheld.macro(scores, 4)
    assert ours > max(often, to_means, to_played) + 0.05, (often, to_means, to_played, ours)


def test_naming_hears_no_level_and_no_size_and_its_entry_is_what_it_does() -> None:
    settings, _ = _twins(5, several=6)
    fitted = naming.fit(settings, words.fit_effects(settings))
    assert {n for _, n in fitted.words} == {f"a{i}" for i in range(30)}
    curve = settings[10].curve_db
    np.testing.assert_allclose(fitted.scores(curve[None]), fitted.scores(3.0 * curve[None] - 7.0))
    entry = fitted.entry({"a1", "a2", "b1"})
    assert [w["word"] for w in entry["words"]] == [n for _, n in fitted.words if n in ("a1", "a2")]
    shape = level_free(curve) / np.linalg.norm(level_free(curve))
    for word in entry["words"]:
        by_hand = np.array(word["weights"]) @ (np.array(entry["basis"]) @ shape) + word["bias"]
        place = fitted.words.index(("en", word["word"]))
        assert by_hand == pytest.approx(fitted.scores(curve[None])[0, place], abs=1e-2)


def test_near_duplicates_stay_together_where_people_may_part() -> None:
    rng = np.random.default_rng(0)
    settings = [
        replace(_setting(i, "w", rng.standard_normal(64)), group=f"lab|sfx{i // 2}") for i in range(80)
    ]
    fold = split.folds(settings, 5, 1, people=False)
    assert np.array_equal(fold[::2], fold[1::2]) and len(set(fold)) == 5
    assert len(set(split.folds(settings, 5, 1))) == 1


def test_a_difference_is_sure_only_where_words_agree_on_it() -> None:
    rng = np.random.default_rng(0)
    values = 0.2 + 0.02 * rng.standard_normal(40)
    better = [CellScore(("sfx", "en", str(i)), 9, np.array([0.3, v])) for i, v in enumerate(values)]
    mean, (low, high) = crossvalidation.difference(better, 0, 1)
    assert low < mean < high and low > 0.05
    same = [CellScore(s.cell, 9, s.values - np.array([0.1, 0.0])) for s in better]
    _, (low, high) = crossvalidation.difference(same, 0, 1)
    assert low < 0.01 and high > -0.01


def _two_corpora(shared: bool) -> list[Setting]:
    rng = np.random.default_rng(0)
    settings = []
    for k in range(16):
        meaning = 2.0 * rng.standard_normal(4) @ SHAPES
        for corpus in ("safe", "sfx"):
            if corpus == "sfx" and not shared:
                meaning = 2.0 * rng.standard_normal(4) @ SHAPES
            settings += [
                _setting(len(settings) + i, f"w{k}", _scattered(meaning, rng, 0.5), corpus) for i in range(4)
            ]
    return settings


def test_one_language_is_told_from_two() -> None:
    one = common.transfer(_two_corpora(True), "SAFE", "SocialFX", 1)
    two = common.transfer(_two_corpora(False), "SAFE", "SocialFX", 1)
    assert one is not None and two is not None
    assert one.p < 0.01 and one.cosine > 0.7 and one.gain_interval[0] > 0.0, one
    assert two.p > 0.05 and two.cosine < 0.4, two
    assert common.transfer(_two_corpora(True), "English", "Spanish", 1) is None


def test_words_beat_means_and_global_mean_on_people_not_met(data_folder) -> None:
    settings = scale.on_one_scale(readers.read_folder(data_folder))
    cv = crossvalidation
    methods = [cv.global_mean, cv.own_mean, cv.pooled_mean, cv.ours()]
    scores = crossvalidation.score(settings, methods, seeds=(1, 2))
    averages = crossvalidation.averages(scores)
    for segment, (count, (overall, own, _, ours), _) in averages.items():
        assert ours > overall + 0.1, (segment, count, overall, ours)
        assert ours > own - 0.03, (segment, count, own, ours)
    assert crossvalidation.difference(scores, 3, 1)[1][0] > 0.0
    assert crossvalidation.difference(scores, 3, 2)[1][0] > 0.0
    for expected, found, count in withheld.calibration(settings, seeds=(1,)):
        assert abs(expected - found) < 0.1, (expected, found, count)


def test_hindsight_is_beaten_by_no_curve_that_has_not_seen_the_settings() -> None:
    settings, _ = _twins(6)
    alike, error = crossvalidation.with_hindsight(settings)
    best = {s.cell: s.values[0] for s in alike}
    least = {s.cell: s.values[0] for s in error}
    for cell, members in crossvalidation.cells_of(settings).items():
        people = np.stack([settings[m].curve_db for m in members])
        for other in SHAPES:
            assert cosine(other, people).mean() <= best[cell] + 1e-9
            assert crossvalidation.mean_absolute_error(other, people).mean() >= least[cell] - 1e-9
