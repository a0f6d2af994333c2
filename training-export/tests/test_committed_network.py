"""The newest model in the repository, between its words: every one of 10,000 straight paths; its macros; its encoder."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from conftest import MODELS
from onnx import numpy_helper

from semantic_eq_training import export, macros, paths
from semantic_eq_training.bands import BANDS
from semantic_eq_training.grid import cosine_matrix, peak_to_peak, unit
from semantic_eq_training.model import Decoder, decode_bands, decode_curves

# Before version 2 bands could pass their neighbours, and the encoder's rows were not centred.
FIRST = 2


@pytest.fixture(scope="module")
def folder() -> Path:
    newest = max(MODELS.glob("v[0-9]*"), key=lambda p: int(p.name[1:]))
    if int(newest.name[1:]) < FIRST:
        pytest.skip(f"{newest.name} is older than what is promised here")
    return newest


@pytest.fixture(scope="module")
def vocabulary(folder: Path) -> dict:
    return json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def decoder(folder: Path) -> Decoder:
    result = Decoder()
    for name, tensor in export.read_weights((folder / "decoder.weights").read_bytes())[1].items():
        getattr(result, name).data = torch.tensor(tensor)
    return result.eval()


def test_no_band_jumps_or_passes_its_neighbour_on_ten_thousand_paths(vocabulary: dict, decoder: Decoder) -> None:
    places = np.array([z for w in vocabulary["words"] for z in (w["z"], *w["variations"])])
    walked = paths.check(decoder, *paths.random_pairs(places, 10_000, 5))
    assert walked.worst_db < paths.JUMP_DB and walked.worst_octaves < paths.JUMP_OCTAVES, walked
    assert walked.jumping == 0.0 and walked.out_of_order == 0.0, walked


def test_morphs_are_even_and_halfway_is_between(vocabulary: dict, decoder: Decoder) -> None:
    ends = paths.random_pairs(np.array([w["z"] for w in vocabulary["words"]]), 1000, 6)
    assert np.percentile(paths.evenness(decoder, *ends), 95) < 1.2
    assert np.percentile(paths.halfway_error_db(decoder, *ends), 95) < 0.3


def test_macros_are_apart_own_their_words_and_stay_tame(vocabulary: dict, decoder: Decoder) -> None:
    turns = np.array([m["direction"] for m in vocabulary["macros"]])
    place = {w["word"]: w["z"] for w in vocabulary["words"]}
    own = decode_curves(decoder, np.array([place[m["word"]] for m in vocabulary["macros"]]))
    effects = decode_curves(decoder, turns)
    assert [m["name"] for m in vocabulary["macros"]] == [m.name for m in macros.MACROS]
    assert (np.abs(cosine_matrix(effects, effects)) - np.eye(8)).max() <= 0.5
    for heard in (cosine_matrix(effects, own), effects @ unit(own).T):
        np.testing.assert_array_equal(heard.argmax(axis=0), np.arange(8))
    assert np.all((peak_to_peak(effects) > 4.0) & (peak_to_peak(effects) < 8.0))
    # All combinations of full turns: the decoder saturates before anything gets wild.
    corners = np.array(np.meshgrid(*[[-1.0, 1.0]] * 8)).reshape(8, -1).T @ turns
    gains = decode_bands(decoder, corners)[..., 1]
    assert np.all(np.abs(gains) <= [b.db_max for b in BANDS])
    along = np.stack([decode_curves(decoder, t * turns) for t in np.linspace(0.0, 1.0, 41)])
    steps = np.diff((along * unit(effects)).mean(axis=-1), axis=0)
    assert np.all(steps > 0.0) and np.all(steps[-1] < 1.5 * steps[0])


def test_the_encoder_is_blind_to_level_by_its_weights(folder: Path) -> None:
    constants = {i.name: numpy_helper.to_array(i) for i in onnx.load(folder / "encoder.onnx").graph.initializer}
    for name in ("e0_t", "e1_t"):
        columns = constants[name].astype(np.float64)
        assert np.abs(columns.sum(axis=0)).max() < 1e-4 * np.abs(columns).max(), name
