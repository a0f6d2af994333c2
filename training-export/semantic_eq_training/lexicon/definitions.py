"""What dictionary definitions say: latent semantic analysis of WordNet's glosses (Deerwester et al. 1990)."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfTransformer

from .wordnet import Synset, is_word

DIMENSIONS = 300
LATER_SENSES = 0.5
_STOP = frozenset(
    "a an the of or and in to by with for that is be as on from at not it its which who one used having being "
    "something someone especially any into are can than other more very was has their his her also such make made "
    "you he she they were but this have had i we there if so no up out".split()
)


def documents(synsets: dict[tuple[str, int], Synset]) -> dict[str, dict[str, float]]:
    """Word to the stems of its definitions, examples and synonyms, with weights: the first senses count most."""
    texts: dict[str, list[list[str]]] = defaultdict(list)
    for synset in synsets.values():
        own = [w for w in synset.words if is_word(w)]
        tokens = [stem(t) for t in re.findall(r"[a-z]+", synset.gloss.lower()) if t not in _STOP and len(t) > 2]
        for word in own:
            texts[word].append(tokens + [stem(w) for w in own if w != word])
    result = {}
    for word, senses in texts.items():
        bag: dict[str, float] = defaultdict(float)
        for tokens in senses:
            for token in tokens:
                bag[token] += 1.0 / len(tokens) / len(senses)
        result[word] = dict(bag)
    return result


def stem(token: str) -> str:
    """A crude stem: common inflections off."""
    for ending in ("iness", "ness", "ing", "ied", "ed", "ies", "es", "ly", "s", "y"):
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            return token[: -len(ending)]
    return token


def vectors(
    bags: dict[str, dict[str, float]], dimensions: int = DIMENSIONS, seed: int = 0
) -> tuple[dict[str, int], np.ndarray]:
    """Word to row, and unit vectors [n, dimensions] of the definitions."""
    words = sorted(bags)
    terms: dict[str, int] = {}
    rows, columns, values = [], [], []
    for i, word in enumerate(words):
        for term, weight in bags[word].items():
            rows.append(i)
            columns.append(terms.setdefault(term, len(terms)))
            values.append(weight)
    counts = sparse.csr_matrix((values, (rows, columns)), (len(words), len(terms)))
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    counts = counts[:, (seen >= 3) & (seen <= 0.05 * len(words))]
    weighted = TfidfTransformer(sublinear_tf=False).fit_transform(counts)
    reduced = TruncatedSVD(dimensions, random_state=seed, n_iter=3).fit_transform(weighted)
    sizes = np.linalg.norm(reduced, axis=1, keepdims=True)
    return {w: i for i, w in enumerate(words)}, reduced / np.maximum(sizes, 1e-9)
