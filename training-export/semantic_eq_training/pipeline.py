"""The whole way from people's settings to the files of a model folder, without side effects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import __version__, camps, export, latent, macros, naming, parity, readings, slots, train, variations, words
from .model import Decoder, Encoder, decode_bands, encode
from .readers import Setting

TableMaker = Callable[[list[Setting], list[words.Word], Callable[[np.ndarray], np.ndarray]], bytes]

# Guesses need no such care as words that people set.
TABLE_STEPS = 100


@dataclass(frozen=True)
class TrainedModel:
    """Everything that a run makes: networks, words with their z [n, 32], their variations' z [3, 32] each and camps
    where people split, the naming of curves, the macros' directions [8, 32].
    """

    decoder: Decoder
    encoder: Encoder
    words: list[words.Word]
    word_z: np.ndarray
    variation_z: list[np.ndarray]
    camps: list[list[camps.Camp] | None]
    naming: naming.Naming
    macro_z: np.ndarray


def fit(
    settings: list[Setting],
    plan: train.TrainingPlan,
    seed: int,
    log: Callable[[str], None],
    prior: words.TextPrior | None = None,
) -> TrainedModel:
    """Trains on the settings and what text says of words: consensus, auto-encoder, words' and macros' places."""
    effects = words.fit_effects(settings, prior)
    vocabulary = words.consensus(settings, effects)
    consensus_db = np.stack([w.curve_db for w in vocabulary])
    people_db = np.stack([s.curve_db for s in settings])
    log(f"{len(settings)} settings, {len(vocabulary)} words; training {plan.steps} steps")
    decoder, encoder = train.train(people_db, consensus_db, plan, seed, log)

    log("placing the words")
    scatter = variations.scatter(settings, seed)
    others_db = [variations.readings(w, settings, scatter) for w in vocabulary]
    split = [camps.camps(w, o, settings, seed) for w, o in zip(vocabulary, others_db, strict=True)]
    placed = latent.refine(decoder, encoder, np.concatenate([consensus_db, *others_db]), plan.refine_steps)
    others_z = list(placed[len(vocabulary) :].reshape(len(vocabulary), -1, placed.shape[1]))
    log("turning the macros")
    directions = macros.directions(decoder, encoder, vocabulary, plan.macro_steps)
    named = naming.fit(settings, effects)
    return TrainedModel(decoder, encoder, vocabulary, placed[: len(vocabulary)], others_z, split, named, directions)


def model_files(
    model: TrainedModel,
    settings: list[Setting],
    known_slots: dict[str, int],
    version: str,
    seed: int,
    table: TableMaker,
) -> tuple[dict[str, bytes], dict[str, int]]:
    """File name to bytes of the model folder, and the slots with the new words appended.

    table: settings, words and a map from curves [n, 64] to z [n, 32] to the bytes of words.table.
    """
    assigned = slots.assign(known_slots, [w.word for w in model.words])
    decoder_bytes = export.decoder_onnx(model.decoder)
    files = {
        "decoder.onnx": decoder_bytes,
        "encoder.onnx": export.encoder_onnx(model.encoder),
        "decoder.weights": export.decoder_weights(model.decoder, decoder_bytes),
        "words.table": table(settings, model.words, lambda db: latent.refine(model.decoder, model.encoder, db, TABLE_STEPS)),
    }
    entries = _word_entries(model, settings, assigned)
    by_name = {w.word: w for w in model.words}
    turns = [
        {"name": m.name, "word": macros.word_of(m, by_name).word, "direction": export.floats(direction)}
        for m, direction in zip(macros.MACROS, model.macro_z, strict=True)
    ]
    files["vocabulary.json"] = export.vocabulary_json(
        version, made_by(settings, seed), files, entries, turns, model.naming.entry(set(assigned))
    )
    z = parity.decoder_inputs(model.decoder, model.word_z, model.macro_z, seed)
    curves_db = parity.encoder_inputs(seed)
    files["parity.json"] = export.parity_json(
        z, decode_bands(model.decoder, z), curves_db, encode(model.encoder, curves_db)
    )
    return files, assigned


def made_by(settings: list[Setting], seed: int) -> str:
    """What made a model: the vocabulary and the report say the same."""
    return f"semantic_eq_training {__version__}, seed {seed}, {len(settings)} settings"


def _word_entries(model: TrainedModel, settings: list[Setting], assigned: dict[str, int]) -> list[dict[str, Any]]:
    shipped = [i for i, w in enumerate(model.words) if w.word in assigned]
    curves_db = [np.stack([settings[m].curve_db for m in model.words[i].members]) for i in shipped]
    near = readings.neighbours([model.words[i] for i in shipped])
    pooled = readings.pooled_variance(curves_db)
    entries = []
    for i, people_db, (nearest, opposite) in zip(shipped, curves_db, near, strict=True):
        word, agree = model.words[i], readings.agreement(people_db)
        entries.append(
            {
                "word": word.word,
                "language": word.language,
                "slot": assigned[word.word],
                "settings": word.settings,
                "agreement": None if agree is None else round(agree, 4),
                "expected": round(word.expected_cosine, 4),
                "z": export.floats(model.word_z[i]),
                "variations": [export.floats(z) for z in model.variation_z[i]],
                "camps": None if model.camps[i] is None else [c.entry() for c in model.camps[i]],
                "spread_db": export.floats(readings.spread_db(people_db, pooled), 5),
                "near": nearest,
                "opposite": opposite,
            }
        )
    return sorted(entries, key=lambda entry: entry["slot"])
