"""The listener's folder: an ONNX graph, the same tensors for C#, what binds them, and vectors that hold C# to them."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass

import numpy as np
from onnx import helper

from ..export import floats, named_tensors, one_graph
from ..grid import POINTS
from .listener import Listener

CONTRACT = 1
WEIGHTS_FORMAT = 1
MAGIC = b"SEQL"
TOLERANCE = 1e-5


@dataclass(frozen=True)
class Vectors:
    """Inputs of parity.json: spectra [n, 64] and curves [m, 64], both in dB."""

    spectra_db: np.ndarray
    curves_db: np.ndarray


def tensors(listener: Listener) -> dict[str, np.ndarray]:
    """The listener's tensors by the contract's names."""
    return {
        "spread": listener.hearing.spread,
        "quiet": listener.hearing.quiet,
        "exponent": np.array([listener.hearing.exponent]),
        "reference": listener.reference,
        "mean": listener.mean,
        "metric": listener.metric,
        "words": listener.templates,
        "scale": np.array([listener.scale]),
    }


def listener_onnx(listener: Listener) -> bytes:
    """listener.onnx: spectrum float32 [N, 64] in dB to scores [N, W] and heard [N, 64]."""
    hearing = listener.hearing
    constants = {
        "to_ln": np.array(np.log(10.0) / 10.0, np.float32),
        "spread_t": hearing.spread.T.astype(np.float32),
        "quiet": hearing.quiet.astype(np.float32),
        "exponent": np.array(hearing.exponent, np.float32),
        "quiet_loudness": np.power(hearing.quiet, hearing.exponent).astype(np.float32),
        "bands": np.array([1], np.int64),
        "mean": listener.mean.astype(np.float32),
        "words_t": (listener.scale * listener.templates.T).astype(np.float32),
    }
    nodes = [
        helper.make_node("Mul", ["spectrum", "to_ln"], ["ln_power"]),
        helper.make_node("Softmax", ["ln_power"], ["power"], axis=1),
        helper.make_node("MatMul", ["power", "spread_t"], ["excitation"]),
        helper.make_node("Add", ["excitation", "quiet"], ["with_noise"]),
        helper.make_node("Pow", ["with_noise", "exponent"], ["raised"]),
        helper.make_node("Sub", ["raised", "quiet_loudness"], ["loudness"]),
        helper.make_node("ReduceSum", ["loudness", "bands"], ["total"], keepdims=1),
        helper.make_node("Div", ["loudness", "total"], ["heard"]),
        helper.make_node("Sub", ["heard", "mean"], ["unusual"]),
        helper.make_node("MatMul", ["unusual", "words_t"], ["scores"]),
    ]
    inputs = {"spectrum": ["N", POINTS]}
    outputs = {"scores": ["N", len(listener.words)], "heard": ["N", POINTS]}
    return one_graph("listener", nodes, inputs, outputs, constants)


def listener_weights(listener: Listener, onnx_bytes: bytes) -> bytes:
    """listener.weights: the same for C#, bound to listener.onnx by its hash."""
    values = tensors(listener)
    head = MAGIC + struct.pack("<II", WEIGHTS_FORMAT, len(values)) + hashlib.sha256(onnx_bytes).digest()
    return head + named_tensors(values)


def listener_json(listener: Listener, files: dict[str, bytes], version: str, made_by: str, vocabulary: str) -> bytes:
    """listener.json: the version, the vocabulary whose words have templates, their order, the files' hashes."""
    head = {
        "contract": CONTRACT,
        "version": version,
        "made_by": made_by,
        "vocabulary": vocabulary,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "words": list(listener.words),
    }
    return (_json(head) + "\n").encode("utf-8")


def parity_json(listener: Listener, vectors: Vectors) -> bytes:
    """parity.json: what numpy computes in double precision from the tensors as they are stored."""
    spectra, curves = (v.astype(np.float32).astype(np.float64) for v in (vectors.spectra_db, vectors.curves_db))
    heard, scores = listener.hearing.heard(spectra), listener.scores(spectra)
    templates, asked = listener.template(curves), listener.asked(curves)
    cases = [
        _json({"spectrum": floats(x), "heard": floats(h), "scores": floats(s)})
        for x, h, s in zip(spectra, heard, scores, strict=True)
    ]
    directions = [
        _json({"curve": floats(c), "template": floats(t), "asked": floats(a[None])[0]})
        for c, t, a in zip(curves, templates, asked, strict=True)
    ]
    text = f'{{"tolerance":{TOLERANCE:g},"cases":[\n' + ",\n".join(cases)
    return (text + '\n],"directions":[\n' + ",\n".join(directions) + "\n]}\n").encode("ascii")


def folder(listener: Listener, vectors: Vectors, version: str, made_by: str, vocabulary: str) -> dict[str, bytes]:
    """File name to bytes of the listener's folder; listener.json last, as it holds the others' hashes."""
    onnx_bytes = listener_onnx(listener)
    files = {"listener.onnx": onnx_bytes, "listener.weights": listener_weights(listener, onnx_bytes)}
    hashed = dict(files)
    files["parity.json"] = parity_json(listener, vectors)
    files["listener.json"] = listener_json(listener, hashed, version, made_by, vocabulary)
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
