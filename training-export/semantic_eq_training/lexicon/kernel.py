"""How alike two words are by text alone: a weighted sum of kernels, each 1 for a word with itself where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy import sparse

from . import definitions, graph, page_rank, sound, sources, wordnet


@dataclass(frozen=True)
class Weights:
    """The kernels' weights, and of what all words share."""

    graph: float = 1.0
    sound: float = 0.5
    definitions: float = 0.25
    constant: float = 0.1


@dataclass(frozen=True)
class Lexicon:
    """What is known of words: the graph of synonyms (None without lexicons), definition vectors by word."""

    graph: graph.Graph | None
    definition_row: dict[str, int]
    definition: np.ndarray
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Features:
    """Of n words: where walks get [n, words], definitions [n, d] and sound [n, f]. Unknown words have rows of zeros."""

    walk: sparse.csr_matrix
    definition: np.ndarray
    sound: np.ndarray


@lru_cache(maxsize=2)
def load(data_dir: Path | None) -> Lexicon:
    """Reads the lexicons that are there (about a minute): kept, since prior and table both need them."""
    found = sources.find(data_dir)
    rows: dict[str, int] = {}
    vectors = np.zeros((0, 0))
    if found.wordnet:
        rows, vectors = definitions.vectors(definitions.documents(wordnet.read(found.wordnet)))
    any_graph = found.wordnet or found.mythes or found.roget or found.ppdb
    return Lexicon(graph.build(found) if any_graph else None, rows, vectors, tuple(found.missing()))


def features(lexicon: Lexicon, names: list[str]) -> Features:
    """Features of English words."""
    walk = page_rank.vectors(lexicon.graph, names) if lexicon.graph else sparse.csr_matrix((len(names), 1))
    definition = np.zeros((len(names), lexicon.definition.shape[1]))
    for i, name in enumerate(names):
        if name in lexicon.definition_row:
            definition[i] = lexicon.definition[lexicon.definition_row[name]]
    return Features(walk, definition, sound.features(names))


def kernel(a: Features, b: Features, sound_scale: np.ndarray, weights: Weights = Weights()) -> np.ndarray:  # noqa: B008
    """Kernel matrix [n, m]."""
    return (
        weights.graph * (a.walk @ b.walk.T).toarray()
        + weights.sound * sound.kernel(a.sound, b.sound, sound_scale)
        + weights.definitions * (a.definition @ b.definition.T)
        + weights.constant
    )
