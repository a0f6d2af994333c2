"""How alike two words are by text alone: a weighted sum of kernels, each 1 for a word with itself where it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy import sparse

from . import definitions, graph, page_rank, sound, sources, wordnet
from .spanish import translations
from .vectors import WordVectors

Name = tuple[str, str]


@dataclass(frozen=True)
class Weights:
    """The kernels' weights, and of what all words share. vectors: of the user's own word vectors, where given."""

    # Definitions help where the graph is poor and hardly otherwise: 0 to .25 score alike, .5 is worse.
    graph: float = 1.0
    sound: float = 0.5
    definitions: float = 0.1
    constant: float = 0.1
    vectors: float = 0.5


DEFAULT = Weights()
# Spelling alone says little; it must not be told from a sample of a few words how much letters vary.
SOUND_SAMPLE = 2000


@dataclass(frozen=True)
class Lexicon:
    """What is known of words: the graph of synonyms, definition vectors by word, the spread of spellings' features.

    adjectives: words that name qualities. missing: which lexicons are not there, in words. vectors: the user's own.
    """

    graph: graph.Graph
    definition_row: dict[str, int]
    definition: np.ndarray
    sound_scale: np.ndarray
    adjectives: frozenset[str]
    missing: tuple[str, ...]
    vectors: WordVectors | None = None


@dataclass(frozen=True)
class Features:
    """Of n words: where walks get [n, words], definitions [n, d], spelling [n, f], the user's vectors [n, v].

    A row of zeros where a source does not know the word.
    """

    walk: sparse.csr_matrix
    definition: np.ndarray
    sound: np.ndarray
    vectors: np.ndarray


@lru_cache(maxsize=2)
def load(data_dir: Path | None) -> Lexicon:
    """Reads the lexicons that are there (half a minute): kept, since prior and table both need them."""
    return from_sources(sources.find(data_dir))


def from_sources(found: sources.Sources) -> Lexicon:
    """Reads these lexicons. Without any the graph still holds this project's own list of audio words."""
    synsets = wordnet.read(found.wordnet) if found.wordnet else {}
    rows, vectors = definitions.vectors(definitions.documents(synsets)) if synsets else ({}, np.zeros((0, 0)))
    words = graph.assemble(graph.with_audio(graph.read(found, synsets)))
    spread = sound.features(words.words[:: max(1, len(words.words) // SOUND_SAMPLE)]).std(axis=0) + 1e-3
    adjectives = frozenset(w for (part, _), synset in synsets.items() if part == "a" for w in synset.words)
    return Lexicon(words, rows, vectors, spread, adjectives, tuple(found.missing()))


def with_vectors(lexicon: Lexicon, vectors: WordVectors | None) -> Lexicon:
    """The lexicon with a user's own word vectors."""
    return replace(lexicon, vectors=vectors)


def english(name: Name) -> list[str]:
    """The English words that stand for a (language, word): itself, or its translations; empty for unknown Spanish."""
    return [name[1]] if name[0] == "en" else translations(name[1])


def features(lexicon: Lexicon, names: list[Name]) -> Features:
    """Features of words. Spanish ones lie in the middle of their translations, but sound as they are spelt."""
    meant = [english(name) for name in names]
    every = sorted({w for words in meant for w in words})
    place = {w: i for i, w in enumerate(every)}
    rows = [i for i, words in enumerate(meant) for _ in words]
    columns = [place[w] for words in meant for w in words]
    mixing = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(names), len(every)))
    walk = page_rank.unit_rows(mixing @ page_rank.vectors(lexicon.graph, every))
    definition = np.zeros((len(every), lexicon.definition.shape[1]))
    for word, i in place.items():
        if word in lexicon.definition_row:
            definition[i] = lexicon.definition[lexicon.definition_row[word]]
    own = lexicon.vectors.of(every) if lexicon.vectors else np.zeros((len(every), 0))
    return Features(
        walk, _unit(mixing @ definition), sound.features([word for _, word in names]), _unit(mixing @ own)
    )


def kernel(lexicon: Lexicon, a: Features, b: Features, weights: Weights = DEFAULT) -> np.ndarray:
    """Kernel matrix [n, m]."""
    return (
        weights.graph * (a.walk @ b.walk.T).toarray()
        + weights.sound * sound.kernel(a.sound, b.sound, lexicon.sound_scale)
        + weights.definitions * (a.definition @ b.definition.T)
        + weights.vectors * (a.vectors @ b.vectors.T)
        + weights.constant
    )


def diagonal(features_: Features, weights: Weights = DEFAULT) -> np.ndarray:
    """Each word's kernel with itself [n]."""
    walk = np.asarray(features_.walk.multiply(features_.walk).sum(axis=1)).ravel()
    return (
        weights.graph * walk
        + weights.sound
        + weights.definitions * np.square(features_.definition).sum(axis=1)
        + weights.vectors * np.square(features_.vectors).sum(axis=1)
        + weights.constant
    )


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
