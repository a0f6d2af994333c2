"""The prior covariance of words: how alike what people mean by them should be, by text alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import kernel
from .spanish import translations

# What of a word text cannot tell at all, as a share of its variance.
OWN_SHARE = 0.15


def prior(names: list[tuple[str, str]], data_dir: Path | None) -> np.ndarray:
    """Covariance [n, n] of (language, lemma): unit diagonal, positive semi-definite; identity without lexicons.

    A Spanish word stands where its English translations stand; one that is in no list of ours stands alone.
    """
    lexicon = kernel.load(data_dir)
    if lexicon.graph is None:
        return np.eye(len(names))
    english = [[lemma] if language == "en" else translations(lemma) for language, lemma in names]
    every = sorted({w for words in english for w in words})
    place = {w: i for i, w in enumerate(every)}
    found = kernel.features(lexicon, every)
    between = kernel.kernel(found, found, found.sound.std(axis=0) + 1e-9, kernel.Weights(constant=0.0))
    mixing = np.zeros((len(names), len(every)))
    for i, words in enumerate(english):
        for w in words:
            mixing[i, place[w]] = 1.0 / len(words)
    covariance = mixing @ between @ mixing.T
    sizes = np.sqrt(np.diag(covariance))
    covariance /= np.maximum(sizes, 1e-9)[:, None] * np.maximum(sizes, 1e-9)[None]
    covariance = (1.0 - OWN_SHARE) * covariance
    np.fill_diagonal(covariance, 1.0)
    return covariance
