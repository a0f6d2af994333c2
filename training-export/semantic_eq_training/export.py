"""The model folder: two ONNX graphs, the twin's weights, the vocabulary, and vectors that hold C# to torch.

Graphs are written node by node, not traced: the same weights give the same bytes, and the file reads like the contract.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .bands import BANDS, COUNT
from .grid import POINTS
from .model import CURVE_SCALE_DB, LATENT, Decoder, Encoder

CONTRACT = 2
OPSET = 13
IR_VERSION = 7
WEIGHTS_FORMAT = 1
WEIGHT_NAMES = ("w1", "w2", "wg", "db_max", "wf", "cf", "hz_lo", "hz_hi", "wq", "cq", "q_lo", "q_hi")
MODEL_FILES = ("decoder.onnx", "encoder.onnx", "decoder.weights", "words.table")


def decoder_tensors(decoder: Decoder) -> dict[str, np.ndarray]:
    """The decoder's tensors by the contract's names, float32."""
    return {name: getattr(decoder, name).detach().numpy().astype(np.float32) for name in WEIGHT_NAMES}


def decoder_onnx(decoder: Decoder) -> bytes:
    """decoder.onnx: z float32 [N, 32] to bands float32 [N, 8, 3]."""
    t = decoder_tensors(decoder)
    constants = {
        "w1_t": t["w1"].T,
        "w2_t": t["w2"].T,
        "wg_t": t["wg"].T,
        "wf_t": t["wf"].T,
        "wq_t": t["wq"].T,
        "db_max": t["db_max"],
        "cf": t["cf"],
        "hz_lo": t["hz_lo"],
        "hz_span": t["hz_hi"] - t["hz_lo"],
        "cq": t["cq"],
        "q_lo": t["q_lo"],
        "q_span": t["q_hi"] - t["q_lo"],
        "last_axis": np.array([2], np.int64),
    }
    nodes = [
        helper.make_node("MatMul", ["z", "w1_t"], ["a_in"]),
        helper.make_node("Tanh", ["a_in"], ["a"]),
        helper.make_node("MatMul", ["a", "w2_t"], ["b_in"]),
        helper.make_node("Tanh", ["b_in"], ["b"]),
        helper.make_node("Mul", ["b", "b"], ["even"]),
        helper.make_node("MatMul", ["b", "wg_t"], ["gain_in"]),
        helper.make_node("Tanh", ["gain_in"], ["gain"]),
        helper.make_node("Mul", ["gain", "db_max"], ["db"]),
        *_ranged("hz", "wf_t", "cf"),
        *_ranged("q", "wq_t", "cq"),
        helper.make_node("Unsqueeze", ["hz", "last_axis"], ["hz_column"]),
        helper.make_node("Unsqueeze", ["db", "last_axis"], ["db_column"]),
        helper.make_node("Unsqueeze", ["q", "last_axis"], ["q_column"]),
        helper.make_node("Concat", ["hz_column", "db_column", "q_column"], ["bands"], axis=2),
    ]
    return one_graph("decoder", nodes, {"z": ["N", LATENT]}, {"bands": ["N", COUNT, 3]}, constants)


def encoder_onnx(encoder: Encoder) -> bytes:
    """encoder.onnx: curve float32 [1, 64] in dB to z float32 [1, 32]."""
    constants = {
        "scale": np.array(1.0 / CURVE_SCALE_DB, np.float32),
        "e0_t": encoder.e0.detach().numpy().T,
        "e1_t": encoder.e1.detach().numpy().T,
        "e2_t": encoder.e2.detach().numpy().T,
    }
    nodes = [
        helper.make_node("ReduceMean", ["curve"], ["level"], axes=[1], keepdims=1),
        helper.make_node("Sub", ["curve", "level"], ["level_free"]),
        helper.make_node("Mul", ["level_free", "scale"], ["x"]),
        helper.make_node("MatMul", ["x", "e0_t"], ["straight"]),
        helper.make_node("MatMul", ["x", "e1_t"], ["hidden_in"]),
        helper.make_node("Tanh", ["hidden_in"], ["hidden"]),
        helper.make_node("MatMul", ["hidden", "e2_t"], ["bent"]),
        helper.make_node("Add", ["straight", "bent"], ["z"]),
    ]
    return one_graph("encoder", nodes, {"curve": [1, POINTS]}, {"z": [1, LATENT]}, constants)


def decoder_weights(decoder: Decoder, onnx_bytes: bytes) -> bytes:
    """decoder.weights: the twin's file, bound to decoder.onnx by its hash."""
    tensors = decoder_tensors(decoder)
    head = b"SEQW" + struct.pack("<II", WEIGHTS_FORMAT, len(tensors)) + hashlib.sha256(onnx_bytes).digest()
    return head + named_tensors(tensors)


def named_tensors(tensors: dict[str, np.ndarray]) -> bytes:
    """Tensors as a weights file holds them: name, shape, float32 values."""
    parts = []
    for name, tensor in tensors.items():
        ascii_name = name.encode("ascii")
        parts.append(struct.pack("<I", len(ascii_name)) + ascii_name)
        parts.append(struct.pack(f"<I{tensor.ndim}I", tensor.ndim, *tensor.shape))
        parts.append(np.ascontiguousarray(tensor, "<f4").tobytes())
    return b"".join(parts)


def read_weights(data: bytes, magic: bytes = b"SEQW") -> tuple[bytes, dict[str, np.ndarray]]:
    """The hash and the tensors of a weights file: read back by the format's definition."""
    if data[:4] != magic:
        raise ValueError(f"not a weights file that begins with {magic.decode('ascii')}")
    version, count = struct.unpack_from("<II", data, 4)
    if version != WEIGHTS_FORMAT:
        raise ValueError(f"format {version} of a weights file is not known")
    digest, at = data[12:44], 44
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<I", data, at)
        name = data[at + 4 : at + 4 + length].decode("ascii")
        at += 4 + length
        (rank,) = struct.unpack_from("<I", data, at)
        shape = struct.unpack_from(f"<{rank}I", data, at + 4)
        at += 4 + 4 * rank
        size = int(np.prod(shape))
        tensors[name] = np.frombuffer(data, "<f4", size, at).reshape(shape)
        at += 4 * size
    if at != len(data):
        raise ValueError("a weights file is longer or shorter than it says")
    return digest, tensors


def floats(values: np.ndarray, digits: int = 9) -> list[Any]:
    """Numbers for JSON, nested like the array: nine significant digits keep every float32 exactly."""
    return [floats(v, digits) if np.ndim(v) else float(f"{float(v):.{digits}g}") for v in values]


def vocabulary_json(
    version: str,
    made_by: str,
    files: dict[str, bytes],
    words: list[dict[str, Any]],
    macros: list[dict[str, Any]],
    naming: dict[str, Any],
) -> bytes:
    """vocabulary.json, a word a line, so that a change shows as one line."""
    head = {
        "contract": CONTRACT,
        "version": version,
        "made_by": made_by,
        "latent": LATENT,
        "bands": [vars(band) for band in BANDS],
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in MODEL_FILES},
    }
    text = _json(head)[:-1]
    text += ',"words":[\n' + ",\n".join(_json(word) for word in words)
    text += '\n],"macros":[\n' + ",\n".join(_json(macro) for macro in macros)
    text += '\n],"naming":{"basis":' + _json(naming["basis"]) + ',"words":[\n'
    text += ",\n".join(_json(word) for word in naming["words"]) + "\n]}}\n"
    return text.encode("utf-8")


def parity_json(z: np.ndarray, bands: np.ndarray, curves_db: np.ndarray, encoded: np.ndarray) -> bytes:
    """parity.json, at full precision: z [n, 32] and torch's bands [n, 8, 3]; curves [m, 64] and torch's z [m, 32]."""
    decoder = [_json({"z": floats(row), "bands": floats(b)}) for row, b in zip(z, bands, strict=True)]
    encoder = [_json({"curve": floats(c), "z": floats(row)}) for c, row in zip(curves_db, encoded, strict=True)]
    text = '{"tolerance":1e-5,"cases":[\n' + ",\n".join(decoder) + '\n],"encoder_cases":[\n' + ",\n".join(encoder)
    return (text + "\n]}\n").encode("ascii")


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file so that a reader sees the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _ranged(name: str, matrix: str, constant: str) -> list[onnx.NodeProto]:
    """lo + span · sigmoid(even · matrix + constant)."""
    return [
        helper.make_node("MatMul", ["even", matrix], [f"{name}_even"]),
        helper.make_node("Add", [f"{name}_even", constant], [f"{name}_in"]),
        helper.make_node("Sigmoid", [f"{name}_in"], [f"{name}_share"]),
        helper.make_node("Mul", [f"{name}_share", f"{name}_span"], [f"{name}_rise"]),
        helper.make_node("Add", [f"{name}_rise", f"{name}_lo"], [name]),
    ]


def one_graph(
    name: str,
    nodes: list[onnx.NodeProto],
    inputs: dict[str, list[int | str]],
    outputs: dict[str, list[int | str]],
    constants: dict[str, np.ndarray],
) -> bytes:
    """An ONNX file of float32 inputs and outputs (name to shape) whose bytes depend on these arguments alone."""
    sources, results = (
        [helper.make_tensor_value_info(k, TensorProto.FLOAT, shape) for k, shape in values.items()]
        for values in (inputs, outputs)
    )
    initialisers = [numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in constants.items()]
    graph = helper.make_graph(nodes, name, sources, results, initialisers)
    opset = helper.make_opsetid("", OPSET)
    model = helper.make_model(graph, producer_name="semantic_eq_training", opset_imports=[opset], ir_version=IR_VERSION)
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
