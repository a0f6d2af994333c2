"""What is trained, chosen, fitted and reported, on made-up clips; recordings' names and files."""

from __future__ import annotations

import json
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from conftest import MODELS
from test_model import run_onnx

from semantic_eq_training import readers
from semantic_eq_training.export import read_weights
from semantic_eq_training.listening import (
    __main__,
    adapt,
    agreement,
    choosing,
    evaluation,
    export,
    fitting,
    instruments,
    pages,
    people,
    people_named,
    recordings,
    study,
    synthetic,
    timbre,
    vectors,
    vocabulary,
)
from semantic_eq_training.listening.listener import Listener
from semantic_eq_training.listening.spectrum import long_term_db

TINY = fitting.Plan(steps=120, batch=48)


@pytest.fixture(scope="session")
def words() -> vocabulary.Vocabulary:
    return vocabulary.read(MODELS / "v2")


@pytest.fixture(scope="session")
def clips() -> list[recordings.Clip]:
    """The synthetic sounds: the only ones that need no package."""
    spectra = ((name, long_term_db(sound)) for name, sound in synthetic.sounds())
    return [recordings.Clip("synthetic", name, name, s) for name, s in spectra if s is not None]


@pytest.fixture(scope="session")
def lessons(words: vocabulary.Vocabulary, clips: list[recordings.Clip]) -> fitting.Lessons:
    """Made-up people: three a word, who set its curve and something of their own."""
    names = [w.word for w in words.anchors]
    said = np.repeat(np.arange(vocabulary.BEST_KNOWN), 3)
    return fitting.Lessons(
        evaluation.spectra(clips),
        recordings.weights(clips),
        np.stack([w.curve_db for w in words.anchors]),
        people.Settings(np.stack([words.words[w].curve_db for w in said]) + _shapes(len(said)), said),
        names.index("bright"),
        names.index("dark"),
    )


@pytest.fixture(scope="session")
def made(words: vocabulary.Vocabulary, lessons: fitting.Lessons) -> Listener:
    return choosing.trained(0.15, words, lessons, TINY, 1)


def test_the_same_seed_trains_the_same_metric_and_another_another(
    words: vocabulary.Vocabulary, lessons: fitting.Lessons, made: Listener
) -> None:
    again, other = (choosing.trained(0.15, words, lessons, TINY, seed) for seed in (1, 2))
    np.testing.assert_array_equal(again.metric, made.metric)
    assert np.abs(other.metric - made.metric).max() > 1e-4
    assert made.metric.shape == (fitting.SHAPES, 64)


def test_training_makes_asked_words_win(
    words: vocabulary.Vocabulary, lessons: fitting.Lessons, clips: list[recordings.Clip], made: Listener
) -> None:
    spectra, best = evaluation.spectra(clips), words.words[:20]
    untrained = choosing.trained(0.15, words, lessons, replace(TINY, steps=0), 1)
    before, after = (
        evaluation.rising(x, spectra, evaluation.put_on(spectra, best), best).goals[2] for x in (untrained, made)
    )
    assert after > before + 0.02, (before, after)


def test_adapt_stays_in_bounds_and_never_ends_further_away(
    words: vocabulary.Vocabulary, clips: list[recordings.Clip], made: Listener
) -> None:
    fit = adapt.fit_words(made, evaluation.spectra(clips), words.words[:20])
    whole = [i for i, c in enumerate(clips) if c.name.endswith("noise")]
    assert len(whole) >= 5 and fit.fitted[whole].std() < 0.4 * fit.plain[whole].std()
    assert fit.factors.min() >= 0.0 and fit.factors.max() <= 1.5
    assert np.all(np.abs(fit.fitted - 1.0) <= np.abs(fit.plain - 1.0) + 1e-9)
    resting = np.abs(fit.plain - 1.0) < adapt.DEAD_ZONE
    assert resting.any() and np.all(fit.factors[resting] == 1.0)


def test_the_graph_and_the_weights_say_what_numpy_says(made: Listener) -> None:
    inputs = vectors.vectors(made.reference, _shapes(8), 1)
    files = export.folder(made, inputs, "v0", "a test", "v2")
    parity = json.loads(files["parity.json"])
    assert len(parity["cases"]) == vectors.SPECTRA and len(parity["directions"]) == vectors.CURVES
    graph = onnx.load_from_string(files["listener.onnx"])
    spectra = np.array([c["spectrum"] for c in parity["cases"]], np.float32)
    named = {o.name: i for i, o in enumerate(graph.graph.output)}
    assert named == {"scores": 0, "heard": 1}
    scores = np.array([c["scores"] for c in parity["cases"]])
    np.testing.assert_allclose(run_onnx(graph, spectrum=spectra), scores, atol=1e-5, rtol=1e-5)
    assert list(read_weights(files["listener.weights"], export.MAGIC)[1]) == list(export.tensors(made))
    assert list(files)[-1] == "listener.json"


def test_held_out_is_decided_by_the_name_alone() -> None:
    out = [p for p in recordings.PACKAGES if recordings.held_out(p)]
    assert out == "hydrogen-data fillets-ng-data lomiri-sounds pushover-data singularity-music".split()
    share = np.mean([recordings.held_out(f"instrument {p:03d}") for p in range(128)])
    assert 0.2 < share < 0.45


def test_clips_of_a_kind_share_its_weight_by_group() -> None:
    flat = np.zeros(64)
    found = [recordings.Clip(*names, flat) for names in (("package", "a", "1"), ("package", "a", "2"))]
    found += [recordings.Clip("package", "b", "3", flat), recordings.Clip("instrument", "c", "4", flat)]
    np.testing.assert_allclose(recordings.weights(found), np.array([0.125, 0.125, 0.25, 0.4]) / 0.9)


def test_clips_kept_are_read_back(tmp_path: Path, clips: list[recordings.Clip]) -> None:
    recordings.save(tmp_path / "kept.npz", clips)
    again = recordings.load(tmp_path / "kept.npz")
    assert [(c.kind, c.group, c.name) for c in again] == [(c.kind, c.group, c.name) for c in clips]
    np.testing.assert_array_equal(evaluation.spectra(again), evaluation.spectra(clips))


def test_a_midi_file_ends_every_note_that_it_begins() -> None:
    for parts, drums in ((instruments.passages(), False), (instruments.drum_passages(), True)):
        data = instruments.midi_file(parts, 12, drums)
        assert data[:4] == b"MThd" and struct.unpack(">H", data[12:14]) == (instruments.TICKS,)
        (length,) = struct.unpack(">I", data[18:22])
        assert len(data) == 22 + length and data.endswith(b"\xff\x2f\x00")
        on, off = (data.count(bytes([kind | (9 if drums else 0)])) for kind in (0x90, 0x80))
        assert on >= sum(map(len, parts.values())) and off >= sum(map(len, parts.values()))


def test_people_withheld_in_one_fold_are_known_in_the_others(sample_settings: list[readers.Setting]) -> None:
    withheld = [s.id for k in range(people.FOLDS) for s in people.parts(sample_settings, 1, k)[1]]
    assert sorted(withheld) == sorted(s.id for s in sample_settings)
    known, out = people.parts(sample_settings, 1, 2)
    assert not {s.id for s in known} & {s.id for s in out}


def test_a_words_own_curve_is_named_first_by_its_change(
    words: vocabulary.Vocabulary, made: Listener, clips: list[recordings.Clip]
) -> None:
    own = people.Settings(np.stack([w.curve_db for w in words.words[:20]]), np.arange(20))
    reference = np.broadcast_to(made.reference, (20, 1, 64))
    assert people_named.from_change(made, reference, own, 20).macro() == (1.0, 1.0)
    ranks = people_named.Ranks(np.array([[0, 1], [3, 0], [1, 1]]), np.array([0, 0, 1]))
    assert ranks.macro() == (0.25, (2.75 / 4.0 + 0.5) / 2.0) and ranks.plain()[0] == pytest.approx(2.0 / 6.0)
    low, high = ranks.interval()
    assert np.all(low <= ranks.macro()) and np.all(ranks.macro() <= high)
    strong = people.Settings(4.0 * own.curves_db, own.word)
    top, reciprocal = people_named.from_sound(made, reference, strong, 20).macro()
    assert top > 3.0 * people_named.chance(20)[0] and reciprocal > 1.5 * people_named.chance(20)[1], (top, reciprocal)


def test_timbre_models_rise_with_what_they_are_named_after(clips: list[recordings.Clip]) -> None:
    shelf, low = fitting.shelf_db(4000.0, 9.0), fitting.shelf_db(200.0, -9.0)
    spectra = evaluation.spectra([c for c in clips if c.name in ("pink noise", "white noise", "brown noise")])
    for model, curve in (("brightness", shelf), ("sharpness", shelf), ("boominess", low)):
        assert agreement.rises(model, spectra, curve) == 1.0
        assert agreement.rises(model, spectra, -curve) == 0.0
    tone = next(c.spectrum_db for c in clips if c.name.startswith("tone 164.8 Hz -6"))
    assert timbre.fundamental_hz(tone[None])[0] == pytest.approx(164.8, rel=0.06)
    # 1, 1/4 and 1/9 of π²/6: its first three harmonics.
    assert timbre.warmth(tone[None], timbre.fundamental_hz(tone[None]))[0] == pytest.approx(0.83, abs=0.03)


def test_the_pages_say_what_was_measured(
    words: vocabulary.Vocabulary, lessons: fitting.Lessons, clips: list[recordings.Clip], made: Listener
) -> None:
    subject = study.Subject(made, words, lessons, clips, 1)
    sounds = [recordings.Recording("synthetic", n, n, lambda s=s: s) for n, s in list(synthetic.sounds())[:3]]
    again = study.heard_again(subject, sounds)
    assert again.off.max() < 0.2, again.off
    rising = evaluation.rising(
        made, evaluation.spectra(clips), evaluation.put_on(evaluation.spectra(clips), subject.words), subject.words
    )
    text = pages.by_word(subject, rising, study.fitted(subject)) + pages.data(clips)
    assert all(f"| {w.word} |" in text for w in subject.words)
    assert pages.exponents([choosing.trial(made, words, evaluation.spectra(clips)[::4])]).count("%") >= 6


def test_what_is_missing_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not all(map(shutil.which, __main__.NEEDED)):
        pytest.skip("no ffmpeg or fluidsynth")
    command = ["--data", str(tmp_path), "--recordings", "no-such-package", "--out", str(tmp_path / "listeners" / "v9")]
    assert __main__.main(command) == 2
    assert capsys.readouterr().err.count("\n") == 1


def _shapes(count: int) -> np.ndarray:
    rng = np.random.default_rng(7)
    waves = np.cos(np.pi * np.outer(np.arange(1, 6), np.arange(64) + 0.5) / 64)
    return 4.0 * rng.standard_normal((count, 5)) / np.arange(1, 6) @ waves
