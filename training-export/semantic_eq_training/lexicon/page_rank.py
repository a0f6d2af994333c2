"""Where a random walk from a word gets in two steps: its vector over all words (personalised PageRank)."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from .graph import Graph
from .morphology import stems

STEPS = 2
MIXING = 0.8
# Compresses the vector's entries: many faint common neighbours tell more than one strong one.
POWER = 0.35
# Chances below this are forgotten: a third of the work, and no loss.
FAINTEST = 3e-5
# What a word's antonyms share is taken from it. TEXT's .3 is a little low once people's own antonyms are in the graph.
ANTONYMS = 0.5


def vectors(
    graph: Graph,
    names: list[str],
    steps: int = STEPS,
    mixing: float = MIXING,
    power: float = POWER,
    antonyms: float = ANTONYMS,
) -> sparse.csr_matrix:
    """Unit vectors [m, n] of the names, over the graph's words; a row of zeros for a name that is not in the graph."""
    starts = [starting_points(graph, name) for name in names]
    opposites = [sorted({j for i in start for j in graph.antonyms.get(i, [])}) for start in starts]
    every = sorted({j for found in opposites for j in found})
    own = _walked(graph, starts, steps, mixing, power)
    if antonyms == 0.0 or not every:
        return own
    theirs = _walked(graph, [[j] for j in every], steps, mixing, power)
    place = {j: k for k, j in enumerate(every)}
    pick = sparse.lil_matrix((len(names), len(every)))
    for k, found in enumerate(opposites):
        for j in found:
            pick[k, place[j]] = antonyms / len(found)
    return unit_rows(own - pick.tocsr() @ theirs)


def starting_points(graph: Graph, name: str) -> list[int]:
    """The rows from which a walk starts: the word's own, else its two likeliest stems'; none for an unknown word."""
    if name in graph.index:
        return [graph.index[name]]
    return [graph.index[s] for s in stems(name) if s in graph.index][:2]


def _walked(graph: Graph, starts: list[list[int]], steps: int, mixing: float, power: float) -> sparse.csr_matrix:
    rows = [k for k, start in enumerate(starts) for _ in start]
    columns = [i for start in starts for i in start]
    values = [1.0 / len(start) for start in starts for _ in start]
    start = sparse.csr_matrix((values, (rows, columns)), (len(starts), len(graph.words)))
    walked = start
    for _ in range(steps):
        walked = (1.0 - mixing) * start + mixing * (walked @ graph.walk)
    walked = walked.tocsr()
    walked.data[walked.data < FAINTEST] = 0.0
    walked.eliminate_zeros()
    walked.data = np.power(walked.data, power)
    return unit_rows(walked)


def unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows scaled to a length of 1; rows of zeros stay."""
    sizes = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sparse.diags(1.0 / np.maximum(sizes, 1e-12)) @ matrix).tocsr()
