"""The report's pictures, as PNG bytes: words with people's spread, the map of the latent space, what macros do."""

from __future__ import annotations

import io

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from . import macros, readings
from .grid import FREQUENCIES_HZ
from .model import decode_curves
from .pipeline import TrainedModel
from .readers import Setting

BEST_KNOWN = 30
NAMED_ON_MAP = 60
TICKS_HZ = (50, 200, 1000, 5000)
INK, ACCENT, PALE, SECOND = "#22262b", "#d9622b", "#f0c9b5", "#2b7fd9"


def words_png(model: TrainedModel, settings: list[Setting]) -> bytes:
    """The best-known words as they are played, their variations, and one standard deviation of people about each."""
    chosen = range(min(BEST_KNOWN, len(model.words)))
    people_db = [np.stack([settings[m].curve_db for m in model.words[i].members]) for i in chosen]
    pooled = readings.pooled_variance(people_db)
    played = decode_curves(model.decoder, model.word_z[list(chosen)])
    figure = Figure(figsize=(13, 11))
    panels = figure.subplots(5, 6, sharex=True, sharey=True).ravel()
    for i, panel in enumerate(panels):
        if i >= len(played):
            panel.set_visible(False)
            continue
        spread = readings.spread_db(people_db[i], pooled)
        panel.fill_between(FREQUENCIES_HZ, played[i] - spread, played[i] + spread, color=PALE, linewidth=0)
        for other in decode_curves(model.decoder, model.variation_z[i]) if len(model.variation_z[i]) else ():
            panel.plot(FREQUENCIES_HZ, other, color=SECOND, linewidth=0.8, alpha=0.7)
        panel.plot(FREQUENCIES_HZ, played[i], color=ACCENT, linewidth=1.8)
        agree = readings.agreement(people_db[i])
        note = f"{len(people_db[i])} settings" + ("" if agree is None else f", agreement {agree:.2f}")
        panel.set_title(model.words[i].word, fontsize=11, color=INK, loc="left")
        panel.text(0.98, 0.03, note, transform=panel.transAxes, ha="right", fontsize=7, color=INK)
        _frequency_axis(panel)
        panel.set_ylim(-10, 10)
    title = "dB at 100 %: played (orange), other readings (blue), one standard deviation of people (pale)"
    figure.suptitle(title, fontsize=11)
    return _png(figure)


def latent_png(model: TrainedModel) -> bytes:
    """Words and macros on the two principal axes of the words' places in the latent space."""
    centre = model.word_z.mean(axis=0)
    _, sizes, axes = np.linalg.svd(model.word_z - centre, full_matrices=False)
    places = (model.word_z - centre) @ axes[:2].T
    share = sizes**2 / np.sum(sizes**2)
    figure = Figure(figsize=(12, 8.5))
    panel = figure.subplots()
    spanish = np.array([w.language == "es" for w in model.words])
    known = np.array([w.settings for w in model.words])
    for chosen, colour, name in ((~spanish, ACCENT, "English"), (spanish, SECOND, "Spanish")):
        size = 6 + 8 * np.sqrt(known[chosen])
        panel.scatter(*places[chosen].T, s=size, color=colour, alpha=0.45, linewidth=0, label=name)
    for word, place in list(zip(model.words, places, strict=True))[:NAMED_ON_MAP]:
        panel.annotate(word.word, place, fontsize=8, color=INK, xytext=(3, 3), textcoords="offset points")
    reach = np.abs(places).max()
    for macro, direction in zip(macros.MACROS, model.macro_z @ axes[:2].T, strict=True):
        end = 0.8 * reach * direction / max(np.linalg.norm(direction), 1e-9)
        panel.annotate("", end, (0.0, 0.0), arrowprops={"arrowstyle": "->", "color": "#999999"})
        panel.text(*(1.06 * end), macro.name, color="#777777", ha="center", fontsize=9, style="italic")
    panel.set_xlabel(f"principal axis 1 ({share[0]:.0%} of the variance)")
    panel.set_ylabel(f"principal axis 2 ({share[1]:.0%})")
    panel.legend(frameon=False)
    return _png(figure)


def macros_png(model: TrainedModel) -> bytes:
    """What each macro does, from −100 % (blue) by neutral to +100 % (orange)."""
    figure = Figure(figsize=(13, 5.5))
    panels = figure.subplots(2, 4, sharex=True, sharey=True).ravel()
    amounts = np.linspace(-1.0, 1.0, 9)
    for macro, direction, panel in zip(macros.MACROS, model.macro_z, panels, strict=True):
        for amount, curve in zip(amounts, decode_curves(model.decoder, amounts[:, None] * direction), strict=True):
            panel.plot(FREQUENCIES_HZ, curve, color=ACCENT if amount > 0 else SECOND, alpha=0.15 + 0.85 * abs(amount))
        panel.set_title(macro.name, fontsize=11, color=INK, loc="left")
        _frequency_axis(panel)
    for panel in panels[::4]:
        panel.set_ylabel("dB", fontsize=8)
    return _png(figure)


def bars_png(title: str, unit: str, rows: list[tuple[str, float]]) -> bytes:
    """Named values as bars, the first of them (what ships) in the accent colour."""
    figure = Figure(figsize=(9, 0.7 + 0.32 * len(rows)))
    panel = figure.subplots()
    names = [name for name, _ in rows]
    panel.barh(names, [value for _, value in rows], color=[ACCENT] + [PALE] * (len(rows) - 1))
    panel.bar_label(panel.containers[0], fmt="%.3g", padding=3, fontsize=8)
    panel.invert_yaxis()
    panel.set_xlabel(unit)
    panel.set_title(title, fontsize=11, loc="left")
    panel.spines[["top", "right"]].set_visible(False)
    return _png(figure)


def _frequency_axis(panel: Axes) -> None:
    panel.set_xscale("log")
    panel.set_xlim(20, 20_000)
    panel.set_xticks(TICKS_HZ, [f"{f // 1000}k" if f >= 1000 else str(f) for f in TICKS_HZ])
    panel.set_xticks([], minor=True)
    panel.axhline(0.0, color="#cccccc", linewidth=0.8, zorder=0)
    panel.tick_params(labelsize=8, colors=INK)
    panel.spines[["top", "right"]].set_visible(False)


def _png(figure: Figure) -> bytes:
    figure.set_layout_engine("tight")
    FigureCanvasAgg(figure)
    buffer = io.BytesIO()
    # Without the library's version in it, the same run gives the same bytes.
    figure.savefig(buffer, format="png", dpi=90, metadata={"Software": None})
    return buffer.getvalue()
