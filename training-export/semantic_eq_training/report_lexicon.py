"""Sections of the report on words that nobody set: how well they are guessed, and how well it is known how well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from .grid import cosine
from .lexicon import graph, kernel, leave_one_out, people, sources, unseen, wordnet
from .lexicon.leave_one_out import LeftOut
from .readers import Setting

DRAWS = 2000
BINS = 5
STRIKES = 4
SPLITS = 200
LANGUAGE = {"en": "English", "es": "Spanish"}


def interval(values: np.ndarray, seed: int) -> tuple[float, float]:
    """95 % interval of a mean, by drawing words with replacement."""
    rng = np.random.default_rng(seed)
    low, high = np.percentile(values[rng.integers(len(values), size=(DRAWS, len(values)))].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def unseen_section(settings: list[Setting], data_dir: Path | None, seed: int) -> str:
    """Leave-one-word-out with ablations, an interval by words, and what it is when the choice of weights is split."""
    everyone = people.read(settings)
    consensus = people.consensus(everyone, settings)
    lexicon = kernel.load(data_dir)
    found = {name: _left_out(lexicon, everyone, consensus, w) for name, w in _weights().items()}
    rows = [("mean of all words", *_means(everyone, consensus))]
    rows += [(name, *(part.cosine for part in parts)) for name, parts in found.items()]
    fewer = _graphs(settings, data_dir, everyone, consensus)
    rows += [(name, *(part.cosine for part in parts)) for name, parts in fewer]
    lines = [
        "Each word with three settings or more is left out in turn, with all that shares its concept and every "
        "translation of it, and predicted from the others by what dictionaries say; cosine to its people's mean "
        "curve, averaged over words, 95 % by drawing words with replacement.",
        "",
        f"| | English ({len(rows[0][1])} words) | Spanish ({len(rows[0][2])} words) |",
        "| --- | --- | --- |",
    ]
    for name, english, spanish in rows:
        lines.append(f"| {name} | {_figure(english, seed)} | {_figure(spanish, seed)} |")
    chosen, estimate = _split_half({n: p[0].cosine for n, p in found.items()}, seed)
    lines += [
        "",
        f"Choosing among the {len(found)} kernels on half of the English words and scoring on the other half: "
        f"{estimate:.3f} ({SPLITS} splits; most often chosen: {chosen}).",
        "",
        "`lexicon/audio.txt`, this project's list of which words people who work with sound use alike, was written by "
        "someone who knew which words the data has and which were guessed badly; it holds nearly all of the words judged "
        "here. What it is worth for a word that it does not hold is the row in which each word is struck from it; for one "
        "that nobody thought of, that row and the one without the list bound what to expect.",
    ]
    if lexicon.missing:
        lines += ["", f"Not there, so done without: {', '.join(lexicon.missing)}."]
    return "\n".join(lines)


def certainty_section(settings: list[Setting], data_dir: Path | None, seed: int) -> str:
    """Whether what is said to be sure is: certainty against the cosine reached, calibrated on the other half."""
    everyone = people.read(settings)
    consensus = people.consensus(everyone, settings)
    parts = _left_out(kernel.load(data_dir), everyone, consensus, kernel.DEFAULT)
    expected = np.concatenate([p.expected for p in parts])
    reached = np.concatenate([p.cosine for p in parts])
    certainty = _cross_fitted(expected, reached, seed)
    order = np.argsort(certainty, kind="stable")
    lines = [
        f"Of {len(reached)} words left out, in fifths by certainty (calibrated on words other than those counted):",
        "",
        "| certainty said | cosine reached | words |",
        "| --- | --- | --- |",
    ]
    for part in np.array_split(order, BINS):
        low, high = interval(reached[part], seed)
        said = f"{certainty[part].mean():.2f}"
        lines.append(f"| {said} | {reached[part].mean():.2f} [{low:.2f}, {high:.2f}] | {len(part)} |")
    worst = [(everyone.names[i][1], c) for p in parts for i, c in zip(p.rows, p.cosine, strict=True)]
    worst.sort(key=lambda pair: pair[1])
    lines += [
        "",
        f"Correlation of the two: {np.corrcoef(certainty, reached)[0, 1]:.2f}. Guessed worst: "
        + ", ".join(f"{word} {c:.2f}" for word, c in worst[:10])
        + ".",
    ]
    return "\n".join(lines)


def _left_out(
    lexicon: kernel.Lexicon, everyone: people.People, consensus: np.ndarray, weights: kernel.Weights
) -> list[LeftOut]:
    found = kernel.features(lexicon, everyone.names)
    between = kernel.kernel(lexicon, found, found, weights)
    return [leave_one_out.from_kernel(between, everyone, consensus, language) for language in LANGUAGE]


def _weights() -> dict[str, kernel.Weights]:
    chosen = kernel.DEFAULT
    return {
        "spelling's sound only": replace(chosen, graph=0.0, definitions=0.0),
        "definitions only": replace(chosen, graph=0.0, sound=0.0, definitions=1.0),
        "synonym graph only": replace(chosen, sound=0.0, definitions=0.0),
        "graph and sound": replace(chosen, definitions=0.0),
        "graph and definitions": replace(chosen, sound=0.0),
        "**all: chosen**": chosen,
    }


def _graphs(
    settings: list[Setting], data_dir: Path | None, everyone: people.People, consensus: np.ndarray
) -> Iterator[tuple[str, list[LeftOut]]]:
    """The chosen kernel with a part of its sources left out."""
    lexicon = kernel.load(data_dir)
    found = sources.find(data_dir)
    relations = graph.read(found, wordnet.read(found.wordnet) if found.wordnet else {})

    def with_graph(built: graph.Graph) -> list[LeftOut]:
        return _left_out(replace(lexicon, graph=built), everyone, consensus, kernel.DEFAULT)

    yield "all, each word struck from our list of audio words", _struck(everyone, relations, with_graph)
    if relations.edges:
        yield "all, without our list of audio words", with_graph(graph.assemble(relations))
    yield "all, without antonyms", with_graph(replace(lexicon.graph, antonyms={}))
    for language, name in LANGUAGE.items():
        only = people.read(settings, (language,))
        part = leave_one_out.run(lexicon, only, people.consensus(only, settings), language)
        yield f"all, from {name} settings only", [part, EMPTY] if language == "en" else [EMPTY, part]


def _struck(
    everyone: people.People, relations: graph.Relations, with_graph: Callable[[graph.Graph], list[LeftOut]]
) -> list[LeftOut]:
    """Every word as guessed with its English words struck from our list, a quarter of all words at a time."""
    folds = []
    for k in range(STRIKES):
        words = frozenset(w for name in everyone.names[k::STRIKES] for w in kernel.english(name))
        folds.append(with_graph(graph.assemble(graph.with_audio(relations, words))))
    result = []
    for parts in zip(*folds, strict=True):
        own = [np.isin(part.rows % STRIKES, k) for k, part in enumerate(parts)]
        fields = ("rows", "cosine", "expected", "curves")
        joined = {f: np.concatenate([getattr(p, f)[o] for p, o in zip(parts, own, strict=True)]) for f in fields}
        result.append(LeftOut(**joined))
    return result


EMPTY = LeftOut(np.zeros(0, int), np.zeros(0), np.zeros(0), np.zeros((0, 64)))


def _means(everyone: people.People, consensus: np.ndarray) -> list[np.ndarray]:
    result = []
    for language in LANGUAGE:
        several = everyone.settings >= leave_one_out.FEWEST_SETTINGS
        rows = [i for i, n in enumerate(everyone.names) if n[0] == language and several[i]]
        total = everyone.curves.sum(axis=0)
        result.append(np.array([float(cosine(total - everyone.curves[i], consensus[i])) for i in rows]))
    return result


def _figure(values: np.ndarray, seed: int) -> str:
    if len(values) == 0:
        return ""
    low, high = interval(values, seed)
    return f"{values.mean():.3f} [{low:.2f}, {high:.2f}]"


def _split_half(found: dict[str, np.ndarray], seed: int) -> tuple[str, float]:
    rng = np.random.default_rng(seed)
    names = list(found)
    values = np.stack([found[n] for n in names])
    scores, chosen = [], []
    for _ in range(SPLITS):
        order = rng.permutation(values.shape[1])
        first, second = order[: len(order) // 2], order[len(order) // 2 :]
        best = int(values[:, first].mean(axis=1).argmax())
        chosen.append(best)
        scores.append(values[best, second].mean())
    return names[int(np.bincount(chosen).argmax())].strip("*"), float(np.mean(scores))


def _cross_fitted(expected: np.ndarray, reached: np.ndarray, seed: int) -> np.ndarray:
    """Certainty [n] of each word, calibrated on the half in which it is not."""
    half = np.random.default_rng(seed).permutation(len(expected)) % 2
    certainty = np.zeros(len(expected))
    for k in (0, 1):
        certainty[half == k] = unseen.calibration(expected[half != k], reached[half != k]).of(expected[half == k])
    return certainty
