"""The networks' promises: oddness, evenness, flatness, ranges; and that every exported form is the same function."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from scipy.special import softmax

from semantic_eq_training import __main__ as command
from semantic_eq_training import export, macros, pipeline
from semantic_eq_training.bands import BANDS, magnitude_db
from semantic_eq_training.lexicon import kernel
from semantic_eq_training.model import Decoder, Encoder, bound_input, decode_bands, decode_curves, encode


@pytest.fixture(autouse=True)
def few_words(monkeypatch: pytest.MonkeyPatch, bare: kernel.Lexicon) -> None:
    """The system's lexicons take half a minute to read: this project's own list does here."""
    monkeypatch.setattr(kernel, "load", lambda data_dir: bare)


@pytest.fixture(scope="module")
def decoder(quick_model: pipeline.TrainedModel) -> Decoder:
    return quick_model.decoder


def _z(count: int, size: float = 8.0, seed: int = 0) -> np.ndarray:
    return (size * np.random.default_rng(seed).standard_normal((count, 32))).astype(np.float32)


def numpy_decode(t: dict[str, np.ndarray], z: np.ndarray) -> np.ndarray:
    """The contract's formulas, in double precision, from decoder.weights alone."""
    t = {k: v.astype(np.float64) for k, v in t.items()}
    b = np.tanh(np.tanh(z.astype(np.float64) @ t["w1"].T) @ t["w2"].T)

    def sigmoid(x: np.ndarray) -> np.ndarray:
        return 0.5 * (1.0 + np.tanh(0.5 * x))

    hz = t["hz_lo"] + (t["hz_hi"] - t["hz_lo"]) * sigmoid((b * b) @ t["wf"].T + t["cf"])
    q = t["q_lo"] + (t["q_hi"] - t["q_lo"]) * sigmoid((b * b) @ t["wq"].T + t["cq"])
    return np.stack([hz, t["db_max"] * np.tanh(b @ t["wg"].T), q], axis=-1)


def run_onnx(model: onnx.ModelProto, **inputs: np.ndarray) -> np.ndarray:
    """The graph, node by node, in numpy: Debian has no ONNX Runtime for Python (the C# tests use the real one)."""
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer} | inputs
    operators = {
        "MatMul": np.matmul,
        "Tanh": np.tanh,
        "Mul": np.multiply,
        "Add": np.add,
        "Sub": np.subtract,
        "Sigmoid": lambda x: 1.0 / (1.0 + np.exp(-x)),
        "Unsqueeze": lambda x, axes: np.expand_dims(x, tuple(axes)),
        "Div": np.divide,
        "Pow": np.power,
        "ReduceSum": lambda x, axes: x.sum(axis=tuple(axes), keepdims=True),
        "Softmax": lambda x: softmax(x, axis=1),
    }
    for node in model.graph.node:
        arguments = [values[name] for name in node.input]
        if node.op_type == "Concat":
            result = np.concatenate(arguments, axis=node.attribute[0].i)
        elif node.op_type == "ReduceMean":
            result = arguments[0].mean(axis=1, keepdims=True, dtype=np.float32)
        else:
            result = operators[node.op_type](*arguments)
        values[node.output[0]] = result
    return values[model.graph.output[0].name]


def test_neutral_is_exactly_flat(decoder: Decoder) -> None:
    bands = decode_bands(decoder, np.zeros((1, 32)))
    assert np.all(bands[0, :, 1] == 0.0)
    assert np.abs(magnitude_db(bands)).max() < 1e-12


def test_gains_are_odd_and_places_even(decoder: Decoder) -> None:
    z = _z(200)
    plus, minus = decode_bands(decoder, z), decode_bands(decoder, -z)
    np.testing.assert_allclose(plus[..., 1], -minus[..., 1], atol=1e-6)
    np.testing.assert_allclose(plus[..., [0, 2]], minus[..., [0, 2]], atol=1e-6)
    np.testing.assert_allclose(magnitude_db(plus), -magnitude_db(minus), atol=1e-4)


def test_the_encoder_is_odd_and_blind_to_level(quick_model: pipeline.TrainedModel) -> None:
    curve = np.random.default_rng(0).standard_normal((20, 64)) * 4
    z = encode(quick_model.encoder, curve)
    np.testing.assert_allclose(z, -encode(quick_model.encoder, -curve), atol=1e-5)
    # What is left is the rounding of the sum itself, of which no row of the first layer can make anything more.
    assert np.abs(z - encode(quick_model.encoder, curve + 7.0)).max() < 1e-5 * np.linalg.norm(z, axis=1).max()
    assert np.all(encode(quick_model.encoder, np.full((1, 64), 3.0)) == 0.0)


@pytest.mark.parametrize("size", [1e-30, 1.0, 1e3, 1e6, 1e30, 1e37])
def test_any_finite_z_gives_finite_bands_in_range(decoder: Decoder, size: float) -> None:
    z = np.concatenate([_z(100, size), np.full((1, 32), size), np.sign(_z(20)) * np.float32(3.4e38)]).astype(np.float32)
    assert np.all(np.isfinite(z))
    bands = decode_bands(decoder, z)
    assert np.all(np.isfinite(bands))
    for i, band in enumerate(BANDS):
        assert np.all(np.abs(bands[:, i, 1]) <= band.db_max)
        assert np.all((bands[:, i, 0] >= np.log2(band.hz_min) - 1e-5) & (bands[:, i, 0] <= np.log2(band.hz_max) + 1e-5))
        assert np.all((bands[:, i, 2] >= np.log2(band.q_min) - 1e-5) & (bands[:, i, 2] <= np.log2(band.q_max) + 1e-5))


def test_bounding_the_input_changes_no_curve() -> None:
    decoder, encoder = Decoder(5), Encoder(5)
    with torch.no_grad():
        decoder.w1 *= 37.0
    curve = np.random.default_rng(0).standard_normal((10, 64)) * 4
    before = decode_bands(decoder, encode(encoder, curve))
    bound_input(decoder, encoder)
    assert float(decoder.w1.abs().sum(dim=1).max().detach()) <= 1.0
    np.testing.assert_array_equal(before, decode_bands(decoder, encode(encoder, curve)))


def test_weights_file_is_the_same_function(decoder: Decoder) -> None:
    graph = export.decoder_onnx(decoder)
    digest, tensors = export.read_weights(export.decoder_weights(decoder, graph))
    assert digest == hashlib.sha256(graph).digest()
    assert set(tensors) == set(export.WEIGHT_NAMES)
    z = _z(300)
    np.testing.assert_allclose(numpy_decode(tensors, z), decode_bands(decoder, z), atol=1e-5)


@pytest.mark.parametrize("count", [1, 2, 17])
def test_decoder_graph_is_the_same_function_for_any_batch(decoder: Decoder, count: int) -> None:
    z = _z(count)
    model = onnx.load_from_string(export.decoder_onnx(decoder))
    np.testing.assert_allclose(run_onnx(model, z=z), decode_bands(decoder, z), atol=1e-5)


def test_encoder_graph_is_the_same_function(quick_model: pipeline.TrainedModel) -> None:
    model = onnx.load_from_string(export.encoder_onnx(quick_model.encoder))
    for curve in np.random.default_rng(0).standard_normal((5, 1, 64)).astype(np.float32) * 4:
        np.testing.assert_allclose(run_onnx(model, curve=curve), encode(quick_model.encoder, curve), atol=1e-4)


def test_graphs_have_the_contracts_names_and_shapes(quick_model: pipeline.TrainedModel) -> None:
    def shape(value: onnx.ValueInfoProto) -> list[int | str]:
        return [d.dim_value or d.dim_param for d in value.type.tensor_type.shape.dim]

    for data, source, target in (
        (export.decoder_onnx(quick_model.decoder), ("z", ["N", 32]), ("bands", ["N", 8, 3])),
        (export.encoder_onnx(quick_model.encoder), ("curve", [1, 64]), ("z", [1, 32])),
    ):
        model = onnx.load_from_string(data)
        onnx.checker.check_model(model, full_check=True)
        assert 13 <= model.opset_import[0].version <= 17
        (inputs,), (outputs,) = model.graph.input, model.graph.output
        assert (inputs.name, shape(inputs)) == source
        assert (outputs.name, shape(outputs)) == target
        assert inputs.type.tensor_type.elem_type == outputs.type.tensor_type.elem_type == onnx.TensorProto.FLOAT


def test_a_truncated_weights_file_is_refused(decoder: Decoder) -> None:
    data = export.decoder_weights(decoder, b"graph")
    for damaged in (data[:-4], data + b"\0\0\0\0", b"XXXX" + data[4:]):
        with pytest.raises(ValueError):
            export.read_weights(damaged)


def test_words_decode_to_their_curves_even_after_a_quick_training(quick_model: pipeline.TrainedModel) -> None:
    from semantic_eq_training.evaluate import word_fit

    alike, _ = word_fit(quick_model)
    assert np.median(alike) > 0.9, alike


@pytest.mark.skipif(os.environ.get("SEMANTIC_EQ_FULL") != "1", reason="trains twice: run with ./build.sh test --full")
def test_the_same_seed_gives_the_same_bytes_and_leaves_no_scraps(ours: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name / "v9" for name in ("a", "b")]
    for out in folders:
        arguments = ["--data", str(ours), "--out", str(out), "--seed", "3", "--quick"]
        assert command.main([*arguments, "--report", str(out.parent / "report")]) == 0
    expected = {"decoder.onnx", "encoder.onnx", "decoder.weights", "vocabulary.json", "parity.json", "words.table"}
    assert {p.name for p in folders[0].iterdir()} == expected
    for name in (*expected, "../slots.csv", *(f"../report/{page}" for page in ("REPORT.md", "words.png", "latent.png", "macros.png"))):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name
    vocabulary = json.loads((folders[0] / "vocabulary.json").read_text(encoding="utf-8"))
    assert vocabulary["version"] == "v9" and len(vocabulary["macros"]) == len(macros.MACROS)


def test_retraining_keeps_slots_that_were_given(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "slots.csv").write_text("slot,word\n2,oldword\n9,vashy\n", encoding="utf-8")
    assert command.main(["--data", str(ours), "--out", str(tmp_path / "v1"), "--quick"]) == 0
    lines = (tmp_path / "slots.csv").read_text(encoding="utf-8").splitlines()
    assert "2,oldword" in lines and "9,vashy" in lines
    vocabulary = json.loads((tmp_path / "v1" / "vocabulary.json").read_text(encoding="utf-8"))
    assert {w["word"]: w["slot"] for w in vocabulary["words"]}["vashy"] == 9
    assert "oldword" not in {w["word"] for w in vocabulary["words"]}


def test_decoded_curves_are_level_free(quick_model: pipeline.TrainedModel) -> None:
    assert np.abs(decode_curves(quick_model.decoder, _z(10)).mean(axis=-1)).max() < 1e-4
