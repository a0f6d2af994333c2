"""One dB scale for both corpora: SocialFX's rows have a shape only, SAFE's people say dB."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np

from .grid import rms
from .readers import Setting

# The ratio stays in bounds where few words are shared. A word counts by the root of the harmonic mean of its settings
# in both corpora, so that two common words don't decide alone.
BOUNDS = (0.7, 1.4)
FEWEST_SETTINGS = 2


def socialfx_ratio(settings: list[Setting]) -> float:
    """SAFE's size over SocialFX's nominal size for the same words: weighted geometric mean; 1 where none are shared."""
    sizes: dict[str, dict[str, list[float]]] = defaultdict(lambda: {"safe": [], "sfx": []})
    for setting in settings:
        for term in setting.terms:
            sizes[term.concept][setting.corpus].append(float(np.log(rms(setting.curve_db))))
    shared = [s for s in sizes.values() if min(len(s["safe"]), len(s["sfx"])) >= FEWEST_SETTINGS]
    if not shared:
        return 1.0
    says = [np.sqrt(2.0 / (1.0 / len(s["safe"]) + 1.0 / len(s["sfx"]))) for s in shared]
    ratios = [np.mean(s["safe"]) - np.mean(s["sfx"]) for s in shared]
    return float(np.clip(np.exp(np.average(ratios, weights=says)), *BOUNDS))


def on_one_scale(settings: list[Setting]) -> list[Setting]:
    """The settings with SocialFX's curves scaled to the dB that SAFE's people use for the words that both know."""
    ratio = socialfx_ratio(settings)
    return [replace(s, curve_db=s.curve_db * ratio) if s.corpus == "sfx" else s for s in settings]
