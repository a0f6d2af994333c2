"""The graph of synonyms: words as nodes, each lexicon a matrix of its own, mixed to the chances of a random walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from . import thesauri, wordnet
from .morphology import stems
from .sources import Sources

# How far WordNet's relations carry meaning, against 1 for words of one synonym set.
RELATIONS = {"&": 0.6, "^": 0.4, "+": 0.5, "=": 0.4, "\\": 0.5, "@": 0.25, "~": 0.25, "$": 0.5, "*": 0.3, ">": 0.3}
# A lexicon's share of a word's row, before the shares of those that know the word are made to sum to 1.
# Our own list counts less: the cosine of English words left out is flat at .600 from .2 to .4, and .591 at 1.
SHARES = {"wordnet": 1.0, "mythes": 1.0, "roget": 1.0, "ppdb": 1.0, "audio": 0.3}
ROGET_PARAGRAPH = 0.15
LARGEST_PARAGRAPH = 120
# Words with fewer neighbours than this are helped out by their stems, which lend half of a row.
POOR = 6

# Our own: how people who work with sound use words.
AUDIO = Path(__file__).with_name("audio.txt")

Edges = Iterable[tuple[str, str, float]]


@dataclass(frozen=True)
class Graph:
    """words: in order. index: word to row. walk: [n, n] row-stochastic. antonyms: word's row to its antonyms' rows."""

    words: list[str]
    index: dict[str, int]
    walk: sparse.csr_matrix
    antonyms: dict[int, list[int]]
    degree: np.ndarray


@dataclass(frozen=True)
class Relations:
    """What the lexicons say: (word, another, weight) by lexicon, and pairs of antonyms."""

    edges: dict[str, list[tuple[str, str, float]]]
    antonyms: set[tuple[str, str]]


def read(sources: Sources, synsets: dict) -> Relations:
    """What all lexicons that are there say; synsets: WordNet's, empty without it."""
    edges: dict[str, list[tuple[str, str, float]]] = {}
    antonyms: set[tuple[str, str]] = set()
    if synsets:
        edges["wordnet"] = list(wordnet_edges(synsets))
        antonyms |= set(wordnet_antonyms(synsets))
    if sources.mythes:
        edges["mythes"] = list(thesauri.mythes(sources.mythes))
    if sources.roget:
        edges["roget"] = list(roget_edges(thesauri.roget(sources.roget)))
    if sources.ppdb:
        edges["ppdb"] = [(a, b, 1.0) for a, b in thesauri.pairs(sources.ppdb)]
    for path in sources.antonyms:
        antonyms |= set(thesauri.pairs(path))
    return Relations(edges, antonyms)


def with_audio(relations: Relations, struck: frozenset[str] = frozenset()) -> Relations:
    """The relations with this project's list of audio words, less those that are struck from it."""
    groups = [
        ([w for w in near if w not in struck], [w for w in far if w not in struck])
        for near, far in thesauri.bar_groups(AUDIO)
    ]
    edges = {**relations.edges, "audio": list(group_edges([near for near, _ in groups]))}
    return Relations(edges, relations.antonyms | {(a, b) for near, far in groups for a in near for b in far})


def assemble(relations: Relations) -> Graph:
    """Mixes the lexicons' edges, which count both ways."""
    edges = relations.edges
    words = sorted({w for e in edges.values() for a, b, _ in e for w in (a, b)})
    index = {w: i for i, w in enumerate(words)}
    n = len(words)
    total = sparse.csr_matrix((n, n))
    say = np.zeros(n)
    for name, triples in edges.items():
        rows = np.fromiter((index[a] for a, _, _ in triples), int, len(triples))
        columns = np.fromiter((index[b] for _, b, _ in triples), int, len(triples))
        values = np.fromiter((w for _, _, w in triples), float, len(triples))
        one_way = sparse.csr_matrix((values, (rows, columns)), (n, n))
        both = one_way.maximum(one_way.T)
        sums = np.asarray(both.sum(axis=1)).ravel()
        total = total + _scaled(both, SHARES[name] / np.maximum(sums, 1e-12))
        say += SHARES[name] * (sums > 0)
    walk = _scaled(total, 1.0 / np.maximum(say, 1e-12)).tocsr()
    degree = np.diff(walk.indptr)
    walk = _with_stems(walk, words, index, degree)
    opposite: dict[int, set[int]] = defaultdict(set)
    for a, b in relations.antonyms:
        if a in index and b in index and a != b:
            opposite[index[a]].add(index[b])
            opposite[index[b]].add(index[a])
    return Graph(words, index, walk, {i: sorted(v) for i, v in opposite.items()}, degree)


def wordnet_edges(synsets: dict) -> Edges:
    """Synonyms and relations between single words."""
    for synset in synsets.values():
        own = [w for w in synset.words if wordnet.is_word(w)]
        for i, a in enumerate(own):
            for b in own[i + 1 :]:
                yield a, b, 1.0
        for symbol, offset, part, source, target in synset.relations:
            weight = RELATIONS.get(symbol[0], 0.0)
            other = synsets.get((part, offset))
            if weight == 0.0 or other is None:
                continue
            from_words = own if source == 0 else [synset.words[source - 1]]
            to_words = other.words if target == 0 else [other.words[target - 1]]
            for a in from_words:
                for b in to_words:
                    if a != b and wordnet.is_word(a) and wordnet.is_word(b):
                        yield a, b, weight


def wordnet_antonyms(synsets: dict) -> Iterable[tuple[str, str]]:
    """(word, antonym): lexical ones only."""
    for synset in synsets.values():
        for symbol, offset, part, source, target in synset.relations:
            if symbol == "!" and source and target:
                yield synset.words[source - 1], synsets[(part, offset)].words[target - 1]


def roget_edges(paragraphs: list[tuple[list[str], list[list[str]]]]) -> Edges:
    """Words between two semicolons stand close, words of one paragraph loosely."""
    for members, groups in paragraphs:
        for group in groups:
            for i, a in enumerate(group):
                for b in group[i + 1 :]:
                    yield a, b, 1.0
        if len(members) <= LARGEST_PARAGRAPH:
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    yield a, b, ROGET_PARAGRAPH


def group_edges(groups: list[list[str]]) -> Edges:
    """Every word of a group with every other; the first words, which the group is about, closest."""
    for group in groups:
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                yield a, b, 1.0 if i == 0 else 0.5


def _with_stems(walk: sparse.csr_matrix, words: list[str], index: dict, degree: np.ndarray) -> sparse.csr_matrix:
    """Poor words' rows, half their own, half their stems'."""
    n = len(words)
    lent = sparse.lil_matrix((n, n))
    keep = np.ones(n)
    for i, word in enumerate(words):
        if degree[i] >= POOR:
            continue
        found = [index[s] for s in stems(word) if s in index and degree[index[s]] >= POOR]
        if found:
            keep[i] = 0.5
            lent[i, found] = 0.5 / len(found)
    # A stem lends what it would walk to, and itself.
    lent = lent.tocsr()
    identity = sparse.identity(n, format="csr")
    return (_scaled(walk, keep) + lent @ (0.5 * walk + 0.5 * identity)).tocsr()


def _scaled(matrix: sparse.csr_matrix, factors: np.ndarray) -> sparse.csr_matrix:
    return sparse.diags(factors) @ matrix
