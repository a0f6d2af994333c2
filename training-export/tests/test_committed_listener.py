"""The newest listener in the repository: hashes, vectors, words, and that shelves move bright and dark."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import onnx
import pytest
from conftest import MODELS
from test_model import run_onnx

from semantic_eq_training.export import read_weights
from semantic_eq_training.listening import export, fitting, hearing, synthetic, vocabulary
from semantic_eq_training.listening.spectrum import long_term_db

FOLDER = max((MODELS / "listeners").glob("v[0-9]*"), key=lambda p: int(p.name[1:]))


def _heard(tensors: dict[str, np.ndarray], spectra_db: np.ndarray) -> np.ndarray:
    """Hearing by the contract's page, from the file alone."""
    power = np.power(10.0, (spectra_db - spectra_db.max(axis=-1, keepdims=True)) / 10.0)
    excitation = power / power.sum(axis=-1, keepdims=True) @ tensors["spread"].T
    exponent = tensors["exponent"][0]
    loudness = (excitation + tensors["quiet"]) ** exponent - tensors["quiet"] ** exponent
    return loudness / loudness.sum(axis=-1, keepdims=True)


@pytest.fixture(scope="module")
def tensors() -> dict[str, np.ndarray]:
    _, found = read_weights((FOLDER / "listener.weights").read_bytes(), export.MAGIC)
    return {k: v.astype(np.float64) for k, v in found.items()}


@pytest.fixture(scope="module")
def about() -> dict:
    return json.loads((FOLDER / "listener.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def parity() -> dict:
    return json.loads((FOLDER / "parity.json").read_text(encoding="ascii"))


@pytest.fixture(scope="module")
def words(about: dict) -> vocabulary.Vocabulary:
    return vocabulary.read(MODELS / about["vocabulary"])


def test_its_files_are_those_that_it_names(about: dict) -> None:
    assert about["contract"] == export.CONTRACT and about["version"] == FOLDER.name
    for name, digest in about["files"].items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest
    bound, _ = read_weights((FOLDER / "listener.weights").read_bytes(), export.MAGIC)
    assert bound.hex() == about["files"]["listener.onnx"]


def test_graph_and_weights_meet_the_vectors(tensors: dict[str, np.ndarray], parity: dict) -> None:
    spectra = np.array([c["spectrum"] for c in parity["cases"]])
    heard = np.array([c["heard"] for c in parity["cases"]])
    scores = np.array([c["scores"] for c in parity["cases"]])
    np.testing.assert_allclose(_heard(tensors, spectra), heard, atol=1e-7)
    found = tensors["scale"][0] * (heard - tensors["mean"]) @ tensors["words"].T
    np.testing.assert_allclose(found, scores, atol=1e-5, rtol=1e-5)
    graph = onnx.load(FOLDER / "listener.onnx")
    np.testing.assert_allclose(run_onnx(graph, spectrum=spectra.astype(np.float32)), scores, atol=1e-5, rtol=1e-5)


def test_directions_are_what_the_page_says(tensors: dict[str, np.ndarray], parity: dict) -> None:
    for case in parity["directions"]:
        d = _heard(tensors, tensors["reference"] + case["curve"]) - _heard(tensors, tensors["reference"])
        mapped = tensors["metric"] @ d
        template = tensors["metric"].T @ mapped / np.sqrt(mapped @ mapped)
        np.testing.assert_allclose(template, case["template"], atol=1e-5)
        assert tensors["scale"][0] * template @ d == pytest.approx(case["asked"], abs=1e-5)


def test_its_words_are_the_vocabularys_anchors_as_the_decoder_plays_them(
    tensors: dict[str, np.ndarray], about: dict, words: vocabulary.Vocabulary
) -> None:
    assert about["words"] == [w.word for w in words.anchors]
    curves = np.stack([w.curve_db for w in words.anchors])
    d = _heard(tensors, tensors["reference"] + curves) - _heard(tensors, tensors["reference"])
    mapped = d @ tensors["metric"].T
    templates = mapped @ tensors["metric"] / np.sqrt(np.square(mapped).sum(axis=1, keepdims=True))
    np.testing.assert_allclose(templates, tensors["words"], atol=1e-5)
    change = d @ tensors["words"].T
    np.testing.assert_array_equal(change.argmax(axis=1), np.arange(len(curves)))


def test_a_high_shelf_moves_bright_and_dark_step_by_step_on_every_synthetic_sound(
    tensors: dict[str, np.ndarray], about: dict
) -> None:
    spectra = np.stack([s for _, sound in synthetic.sounds() if (s := long_term_db(sound)) is not None])
    for hz in fitting.SHELVES_HZ:
        steps = np.stack([fitting.shelf_db(hz, g) for g in fitting.SHELF_GAINS_DB])
        scores = _heard(tensors, spectra[:, None] + steps) @ tensors["words"].T
        up = np.array(fitting.SHELF_GAINS_DB) >= 0.0
        bright, dark = (scores[..., about["words"].index(word)] for word in ("bright", "dark"))
        assert np.all(np.diff(bright[:, up], axis=1) > 0.0), hz
        assert np.all(np.diff(dark[:, ~up], axis=1) < 0.0), hz


def test_bright_follows_the_centroid_and_different_sounds_are_different(
    tensors: dict[str, np.ndarray], about: dict, words: vocabulary.Vocabulary
) -> None:
    spectra = np.stack([s for _, sound in synthetic.sounds() if (s := long_term_db(sound)) is not None])
    scores = (_heard(tensors, spectra) - tensors["mean"]) @ tensors["words"].T
    order = np.argsort(np.argsort(scores[:, about["words"].index("bright")]))
    centroid = np.argsort(np.argsort(fitting.log_centroid(spectra)))
    assert np.corrcoef(order, centroid)[0, 1] > 0.8
    known = scores[:, : vocabulary.BEST_KNOWN]
    assert len(set(known.argmax(axis=1))) >= 5


def test_hearing_in_the_file_is_hearing_in_the_code(tensors: dict[str, np.ndarray]) -> None:
    made = hearing.Hearing(float(np.float32(tensors["exponent"][0])))
    np.testing.assert_allclose(made.spread, tensors["spread"], rtol=1e-4)
    np.testing.assert_allclose(made.quiet, tensors["quiet"], rtol=1e-4)
