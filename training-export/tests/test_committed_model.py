"""The model in the repository keeps the contract of inference/models/README.md, without the data it was made from."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import pytest
from conftest import MODELS
from test_model import numpy_decode, run_onnx

from semantic_eq_training import export, macros, parity, readers, scale, slots
from semantic_eq_training.bands import BANDS, magnitude_db
from semantic_eq_training.grid import cosine, cosine_matrix, level_free, peak_to_peak, rms, unit

FOLDER = MODELS / "v2"


@pytest.fixture(scope="module")
def vocabulary() -> dict:
    return json.loads((FOLDER / "vocabulary.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tensors() -> dict[str, np.ndarray]:
    return export.read_weights((FOLDER / "decoder.weights").read_bytes())[1]


@pytest.fixture(scope="module")
def played(vocabulary: dict, tensors: dict) -> dict[str, np.ndarray]:
    curves = level_free(magnitude_db(numpy_decode(tensors, np.array([w["z"] for w in vocabulary["words"]]))))
    return {w["word"]: c for w, c in zip(vocabulary["words"], curves, strict=True)}


@pytest.fixture(scope="module")
def effects(vocabulary: dict, tensors: dict) -> np.ndarray:
    return level_free(magnitude_db(numpy_decode(tensors, np.array([m["direction"] for m in vocabulary["macros"]]))))


def test_hashes_hold_the_files_together(vocabulary: dict) -> None:
    assert (vocabulary["contract"], vocabulary["version"], vocabulary["latent"]) == (2, "v2", 32)
    assert set(vocabulary["files"]) == set(export.MODEL_FILES)
    for name, digest in vocabulary["files"].items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
    bound, _ = export.read_weights((FOLDER / "decoder.weights").read_bytes())
    assert bound.hex() == vocabulary["files"]["decoder.onnx"]
    assert vocabulary["bands"] == [vars(b) for b in BANDS]


def test_shapes_are_the_contracts(tensors: dict) -> None:
    hidden = len(tensors["w1"])
    assert hidden % 8 == 0
    shapes = {"w1": (hidden, 32), "w2": (hidden, hidden)} | {n: (8, hidden) for n in ("wg", "wf", "wq")}
    assert {n: t.shape for n, t in tensors.items()} == shapes | {n: (8,) for n in tensors if n not in shapes}
    assert np.abs(tensors["w1"]).sum(axis=1).max() <= 1.0
    for column, low, high in (("hz", "hz_min", "hz_max"), ("q", "q_min", "q_max")):
        np.testing.assert_allclose(np.exp2(tensors[f"{column}_lo"]), [getattr(b, low) for b in BANDS], rtol=1e-6)
        np.testing.assert_allclose(np.exp2(tensors[f"{column}_hi"]), [getattr(b, high) for b in BANDS], rtol=1e-6)


def test_parity_vectors_are_what_graph_and_weights_give(tensors: dict) -> None:
    cases = json.loads((FOLDER / "parity.json").read_text(encoding="utf-8"))["cases"]
    z = np.array([c["z"] for c in cases], np.float32)
    bands = np.array([c["bands"] for c in cases])
    assert z.shape == (64, 32) and bands.shape == (64, 8, 3)
    assert np.all(z[0] == 0.0) and np.all(bands[0, :, 1] == 0.0)
    norms = np.linalg.norm(z.astype(np.float64), axis=1)
    assert (norms > 1e5).sum() >= 4 and np.all(np.isfinite(bands))
    np.testing.assert_allclose(numpy_decode(tensors, z), bands, atol=1e-5)
    graph = onnx.load(FOLDER / "decoder.onnx")
    np.testing.assert_allclose(run_onnx(graph, z=z), bands, atol=1e-5)


def test_encoder_parity_vectors_are_what_the_graph_gives() -> None:
    cases = json.loads((FOLDER / "parity.json").read_text(encoding="utf-8"))["encoder_cases"]
    curves = np.array([c["curve"] for c in cases], np.float32)
    z = np.array([c["z"] for c in cases])
    assert curves.shape == (32, 64) and z.shape == (32, 32)
    np.testing.assert_array_equal(curves, parity.encoder_inputs(seed=1))
    graph = onnx.load(FOLDER / "encoder.onnx")
    found = np.concatenate([run_onnx(graph, curve=curve[None]) for curve in curves])
    sizes = np.maximum(1.0, np.linalg.norm(z, axis=1))
    assert np.all(np.abs(found - z).max(axis=1) < 1e-5 * sizes), np.abs(found - z).max(axis=1) / sizes


def test_encoder_parity_curves_are_of_every_kind() -> None:
    cases = json.loads((FOLDER / "parity.json").read_text(encoding="utf-8"))["encoder_cases"]
    curves, z = (np.array([c[name] for c in cases]) for name in ("curve", "z"))
    level, size = curves.mean(axis=1), rms(level_free(curves))
    flat = size == 0.0
    np.testing.assert_array_equal(flat, np.abs(z).max(axis=1) == 0.0)
    assert flat.sum() == 2 and np.any(level[flat] != 0.0)
    assert size[~flat].min() < 0.5 and size.max() > 100.0 and ((size > 1.0) & (size < 6.0)).sum() >= 6
    assert (np.abs(level[~flat]) < 1e-4).sum() >= 8 and (np.abs(level[~flat]) > 1.0).sum() >= 8


def test_every_word_is_whole(vocabulary: dict) -> None:
    words = vocabulary["words"]
    names = {w["word"] for w in words}
    assert 300 <= len(words) <= 382 and len(names) == len(words)
    for w in words:
        assert w["language"] in ("en", "es") and w["settings"] >= 1
        assert len(w["z"]) == 32 and np.all(np.isfinite(w["z"]))
        assert np.array_equal(
            np.array(w["z"], np.float32).astype(np.float64).round(12), np.array(w["z"]).round(12)
        ) or (np.allclose(np.array(w["z"], np.float32), w["z"], rtol=1e-7))
        assert (w["agreement"] is None) == (w["settings"] < 2)
        assert w["agreement"] is None or -1.0 <= w["agreement"] <= 1.0
        assert len(w["spread_db"]) == 64 and min(w["spread_db"]) > 0.0
        assert len(w["near"]) == 5 and set(w["near"]) <= names - {w["word"]}
        assert w["opposite"] is None or w["opposite"] in names - {w["word"]}
        assert len(w["variations"]) <= 3 and all(len(v) == 32 for v in w["variations"])
        assert all(not np.array_equal(v, w["z"]) for v in w["variations"])


def test_slots_are_the_slot_files(vocabulary: dict) -> None:
    known = slots.read(MODELS / "slots.csv")
    given = {w["word"]: w["slot"] for w in vocabulary["words"]}
    assert given.items() <= known.items()
    assert max(Counter(given.values()).values()) == 1


def test_words_are_of_a_size_that_people_mean(played: dict) -> None:
    sizes = np.array([peak_to_peak(c) for c in played.values()])
    assert sizes.min() > 2.5 and np.percentile(sizes, 95) < 9.5 and sizes.max() < 12.0
    assert max(np.abs(c).max() for c in played.values()) < 12.0


def test_words_sound_like_what_they_are(played: dict) -> None:
    """Plain sanity, from the words' ordinary meaning: opposites oppose, synonyms agree."""
    for a, b in (("warm", "bright"), ("dark", "bright"), ("muddy", "clear"), ("boomy", "thin"), ("deep", "tinny")):
        assert cosine(played[a], played[b]) < -0.3, (a, b)
    for a, b in (("airy", "light"), ("boomy", "muddy"), ("thin", "tinny"), ("suave", "soft"), ("deep", "profundo")):
        assert cosine(played[a], played[b]) > 0.5, (a, b)
    treble, bass = slice(45, 60), slice(10, 26)
    assert played["bright"][treble].mean() > 1.5 > -1.5 > played["bright"][bass].mean()
    assert played["warm"][bass].mean() > 1.0 > -1.0 > played["warm"][treble].mean()


def test_variations_are_other_readings(vocabulary: dict, tensors: dict, played: dict) -> None:
    found = [(w["word"], v) for w in vocabulary["words"] for v in w["variations"]]
    assert len(found) >= 10
    curves = level_free(magnitude_db(numpy_decode(tensors, np.array([v for _, v in found]))))
    for (word, _), curve in zip(found, curves, strict=True):
        assert cosine(curve, played[word]) < 0.9, word


def test_macros_are_the_eight_and_clear(vocabulary: dict, effects: np.ndarray) -> None:
    assert [m["name"] for m in vocabulary["macros"]] == [m.name for m in macros.MACROS]
    names = {w["word"] for w in vocabulary["words"]}
    assert all(
        m["word"] in names and m["word"] in d.words for m, d in zip(vocabulary["macros"], macros.MACROS, strict=True)
    )
    assert np.all((peak_to_peak(effects) > 4.0) & (peak_to_peak(effects) < 8.0)), peak_to_peak(effects)


def test_no_two_macros_do_the_same(effects: np.ndarray) -> None:
    alike = np.abs(cosine_matrix(effects, effects)) - np.eye(8)
    assert alike.max() <= 0.5, alike.round(2)


def test_each_macro_raises_its_own_word_most(vocabulary: dict, effects: np.ndarray, played: dict) -> None:
    own = np.stack([played[m["word"]] for m in vocabulary["macros"]])
    by_shape = cosine_matrix(effects, own)
    by_db = effects @ unit(own).T / 64
    for heard in (by_shape, by_db):
        np.testing.assert_array_equal(heard.argmax(axis=0), np.arange(8), err_msg=str(heard.round(2)))


def test_macros_are_monotone_and_symmetric(vocabulary: dict, effects: np.ndarray, tensors: dict) -> None:
    directions = np.array([m["direction"] for m in vocabulary["macros"]])
    for direction, effect in zip(directions, effects, strict=True):
        turned = np.linspace(-1, 1, 41)[:, None] * direction
        curves = level_free(magnitude_db(numpy_decode(tensors, turned)))
        along = curves @ unit(effect) / 64
        assert np.all(np.diff(along) > 0.0)
        np.testing.assert_allclose(curves, -curves[::-1], atol=1e-9)
        np.testing.assert_allclose(curves[20], 0.0, atol=1e-12)


def test_no_word_is_one_persons_setting(vocabulary: dict, played: dict, data_folder: Path) -> None:
    people = scale.on_one_scale(readers.read_folder(data_folder))
    shapes = np.stack([s.curve_db for s in people])
    for word in vocabulary["words"]:
        curve = played[word["word"]]
        apart = rms(shapes - curve)
        nearest = people[int(apart.argmin())]
        # People's curves that are as small and broad as a word's come near by chance: the word's own must not be that.
        assert apart.min() > 0.3 or word["word"] not in {t.lemma for t in nearest.terms} or word["settings"] > 3
        if word["settings"] == 1:
            own = next(
                s for s in people if (word["language"], word["word"]) in {(t.language, t.lemma) for t in s.terms}
            )
            assert rms(own.curve_db - curve) > 0.6, word["word"]
            assert cosine(own.curve_db, curve) < 0.995, word["word"]


def test_the_folder_is_small() -> None:
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 4_000_000
