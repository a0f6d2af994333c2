"""Splits of settings into folds, by group: a person, and near-duplicates, never stand on both sides."""

from __future__ import annotations

import numpy as np

from .readers import Setting


def joined_groups(settings: list[Setting], people: bool = True) -> np.ndarray:
    """Group number [n]: settings that share a person or a near-duplicate group, directly or by a chain, share one.

    Without people only near-duplicates are joined: SAFE's largest "person" is a whole laboratory's users.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for setting in settings:
        keys = _keys(setting, people)
        for key in keys[1:]:
            parent[root(key)] = root(keys[0])
        root(keys[0])
    roots = [root(_keys(s, people)[0]) for s in settings]
    numbers = {r: i for i, r in enumerate(dict.fromkeys(roots))}
    return np.array([numbers[r] for r in roots])


def _keys(setting: Setting, people: bool) -> list[str]:
    keys = [f"{setting.corpus}:{i}:{key}" for i, key in enumerate(setting.group.split("|")) if key]
    return keys if people else keys[-1:]


def folds(settings: list[Setting], count: int, seed: int, people: bool = True) -> np.ndarray:
    """Fold number [n], 0 to count − 1: groups in a seeded order, each to the fold that has fewest settings so far."""
    groups = joined_groups(settings, people)
    rng = np.random.default_rng(seed)
    order = rng.permutation(np.unique(groups))
    sizes = np.bincount(groups)[order]
    # Large groups first, or the last of them would unbalance the folds.
    order = order[np.argsort(-np.minimum(sizes, 20) if count > 1 else sizes, kind="stable")]
    filled = np.zeros(count)
    fold = np.zeros(len(settings), dtype=int)
    for group in order:
        members = groups == group
        target = int(np.argmin(filled))
        fold[members] = target
        filled[target] += members.sum()
    return fold
