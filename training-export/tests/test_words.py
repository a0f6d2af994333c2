"""Consensus, splits and readings: what a word may and may not learn from people."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import OURS, copy_sample

from semantic_eq_training import readings, scale, slots, split, words
from semantic_eq_training.grid import cosine, level_free, peak_to_peak, rms, unit
from semantic_eq_training.readers import DataError, Setting, Term


def _setting(number: int, word: str, curve: np.ndarray, language: str = "en", person: str = "") -> Setting:
    term = Term(language, word, word)
    return Setting(f"s{number}", "sfx", word, language, level_free(curve), 0.5, f"{person}|sfx{number}", (term,))


def _people(seed: int = 0, noise: float = 1.0) -> tuple[list[Setting], dict[str, np.ndarray]]:
    """Forty invented words, each a broad true curve; 1 to 12 people scatter about it, most in narrow shapes."""
    rng = np.random.default_rng(seed)
    x = np.linspace(-1, 1, 64)
    shapes = np.stack([x, x**2, np.sin(3 * x), np.cos(5 * x)])
    settings, truth = [], {}
    for number in range(40):
        word = f"word{number}"
        truth[word] = (rng.standard_normal(4) * (1.0, 1.0, 0.3, 0.2)) @ shapes * 3
        for _ in range(1 + number % 12):
            curve = truth[word] + noise * 3 * (rng.standard_normal(4) * (0.6, 0.6, 1.0, 1.0)) @ shapes
            curve += rng.standard_normal(64)
            settings.append(_setting(len(settings), word, curve))
    return settings, truth


def test_consensus_is_nearer_the_truth_than_a_words_mean() -> None:
    ours, theirs = [], []
    for seed in range(3):
        settings, truth = _people(seed, noise=1.5)
        for word in words.consensus(settings, words.fit_effects(settings)):
            mean = unit(np.stack([settings[m].curve_db for m in word.members])).mean(axis=0)
            ours.append(cosine(word.curve_db, truth[word.word]))
            theirs.append(cosine(mean, truth[word.word]))
    assert np.mean(ours) > np.mean(theirs) + 0.02, (np.mean(ours), np.mean(theirs))


def test_a_word_set_once_is_not_that_setting() -> None:
    settings, _ = _people()
    for word in words.consensus(settings, words.fit_effects(settings)):
        if word.settings == 1:
            person = settings[word.members[0]].curve_db
            assert rms(word.curve_db - person) > 0.3
            assert cosine(word.curve_db, person) < 0.999


def test_sizes_stay_in_bounds_and_words_come_best_known_first() -> None:
    settings, _ = _people()
    loud = [Setting(**{**s.__dict__, "curve_db": 4.0 * s.curve_db}) for s in settings]
    for people in (settings, loud):
        found = words.consensus(people, words.fit_effects(people))
        sizes = np.array([peak_to_peak(w.curve_db) for w in found])
        assert sizes.min() >= words.PEAK_TO_PEAK_FLOOR_DB - 1e-9
        assert sizes.max() <= words.PEAK_TO_PEAK_CEILING_DB + 1e-9
        assert [w.settings for w in found] == sorted((w.settings for w in found), reverse=True)


def test_a_spelling_of_two_languages_is_one_word_of_the_language_with_more_settings(
    sample_settings: list[Setting],
) -> None:
    found = words.consensus(sample_settings, words.fit_effects(sample_settings))
    assert len({w.word for w in found}) == len(found)
    extra = [_setting(900 + i, "zindle", np.random.default_rng(i).standard_normal(64), "es") for i in range(9)]
    settings = sample_settings + extra
    more = {w.word: w for w in words.consensus(settings, words.fit_effects(settings))}
    assert {w.word: w for w in found}["zindle"].language == "en"
    assert more["zindle"].language == "es"


def test_groups_never_stand_on_both_sides_of_a_split() -> None:
    rng = np.random.default_rng(0)
    settings = [_setting(i, "w", rng.standard_normal(64), person=f"p{i % 17}") for i in range(200)]
    fold = split.folds(settings, 5, 1)
    for person in range(17):
        assert len(set(fold[person::17])) == 1
    assert set(fold) == set(range(5))
    np.testing.assert_array_equal(fold, split.folds(settings, 5, 1))
    assert not np.array_equal(fold, split.folds(settings, 5, 2))


def test_socialfx_is_scaled_to_what_safes_people_use() -> None:
    rng = np.random.default_rng(0)
    sfx = [_setting(i, "w", rng.standard_normal(64)) for i in range(6)]
    safe = [Setting(**{**s.__dict__, "corpus": "safe", "curve_db": 1.25 * s.curve_db}) for s in sfx]
    assert scale.socialfx_ratio(sfx + safe) == pytest.approx(1.25)
    assert scale.socialfx_ratio(sfx) == 1.0


def test_agreement_is_a_single_persons() -> None:
    rng = np.random.default_rng(0)
    curve = rng.standard_normal(64)
    assert readings.agreement(np.stack([curve, 2 * curve])) == pytest.approx(1.0)
    assert readings.agreement(curve[None]) is None
    many = readings.agreement(rng.standard_normal((500, 64)))
    assert many is not None and abs(many) < 0.1


def test_slots_are_append_only() -> None:
    first = slots.assign({}, ["warm", "bright", "airy"])
    assert first == {"warm": 2, "bright": 3, "airy": 4}
    again = slots.assign(first, ["airy", "new", "bright"])
    assert again == {"warm": 2, "bright": 3, "airy": 4, "new": 5}
    full = slots.assign({}, [f"w{i}" for i in range(1000)])
    assert len(full) == 382 and max(full.values()) == 383 and slots.assign(full, ["late"]) == full


def test_a_damaged_slot_file_is_never_a_fresh_start(tmp_path) -> None:
    path = tmp_path / "slots.csv"
    assert slots.read(path) == {}
    path.write_text(slots.to_csv({"warm": 2, "bright": 7}), encoding="utf-8")
    assert slots.read(path) == {"warm": 2, "bright": 7}
    for text in (
        "",
        "slot,word\n2,warm\n2,bright\n",
        "slot,word\n2,warm\n3,warm\n",
        "slot,word\n1,warm\n",
        "slot,word\nx",
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DataError):
            slots.read(path)


def test_the_sample_is_made_up_and_remakes_itself(tmp_path) -> None:
    folder = copy_sample((*OURS, "make_sample.py"), tmp_path / "copy")
    before = {name: (folder / name).read_bytes() for name in OURS}
    scope = {"__name__": "__main__", "__file__": str(folder / "make_sample.py")}
    exec((folder / "make_sample.py").read_text(encoding="utf-8"), scope)
    assert before == {name: (folder / name).read_bytes() for name in OURS}
