"""How a word sounds, from its spelling: people hear brightness in i and s, weight in o, m and b (sound symbolism).

Sources: Sapir 1929, "A study in phonetic symbolism"; Ohala 1994, the frequency code: front vowels and voiceless
consonants, whose energy lies high, stand for the small and bright.
"""

from __future__ import annotations

import re

import numpy as np

# Each a share of the word's letters (or a flag): name, pattern.
PATTERNS = {
    "front vowels": r"ee|ea|i|e(?!$)",
    "high front vowel": r"ee|ea|i",
    "back vowels": r"oo|ou|ow|o|u",
    "close back vowel": r"oo|u",
    "open vowel": r"a(?!i|y|e)",
    "voiceless plosives": r"p|t|k|c(?!h|e|i)|q|x",
    "voiced plosives": r"b|d|g",
    "sibilants": r"sh|ch|s|z|c(?=e|i)|x|j",
    "fricatives": r"f|v|th|ph|h",
    "nasals": r"m|n",
    "liquid l": r"l",
    "liquid r": r"r",
    "double consonants": r"([b-df-hj-np-tv-z])\1",
}
FLAGS = {
    "ends in y": r"y$",
    "starts with a plosive": r"^[ptkbdgc]",
    "starts with a sibilant": r"^(sh|ch|s|z)",
    "starts with a nasal or l": r"^[mnlw]",
}
WIDTH = 1.0


def features(names: list[str]) -> np.ndarray:
    """Features [n, 19] of the spelling: shares of letters, flags, logarithm of the length and vowels' share."""
    rows = []
    for name in names:
        letters = re.sub(r"[^a-z]", "", name.lower())
        length = max(len(letters), 1)
        shares = [len(re.findall(p, letters)) / length for p in PATTERNS.values()]
        flags = [float(re.search(p, letters) is not None) for p in FLAGS.values()]
        vowels = len(re.findall(r"[aeiouy]+", letters)) / length
        rows.append([*shares, *flags, vowels, np.log(length)])
    return np.array(rows)


def kernel(a: np.ndarray, b: np.ndarray, scale: np.ndarray, width: float = WIDTH) -> np.ndarray:
    """RBF kernel [n, m] of features [n, f] and [m, f], each divided by its scale [f]; width 1: a typical distance."""
    x, y = a / scale, b / scale
    squared = np.square(x).sum(axis=1)[:, None] + np.square(y).sum(axis=1)[None] - 2.0 * x @ y.T
    return np.exp(-np.maximum(squared, 0.0) / (2.0 * a.shape[1] * width**2))
