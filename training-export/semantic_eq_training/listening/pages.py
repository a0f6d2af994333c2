"""LISTENER.md: what was measured, goal by goal, and where it fails."""

from __future__ import annotations

from collections import Counter

import numpy as np

from ..markdown import table
from . import adapt, choosing, evaluation, fitting, recordings, study

KINDS = ("package", "instrument", "synthetic")
RISING = (("asked word rises", "95 %"), ("among the three largest risers of 20", "80 %"), ("the largest", "60 %"))


def data(found: list[recordings.Clip]) -> str:
    """What was heard, and what of it was held out."""
    rows = []
    for kind in KINDS:
        for held in (False, True):
            clips = [c for c in found if c.kind == kind and c.held_out == held]
            groups = sorted({c.group for c in clips})
            named = ", ".join(groups) if kind == "package" else f"{len(groups)} of them"
            rows.append([kind, "held out" if held else "trained on", named, str(len(clips))])
    return (
        "Debian's packages, 128 programs and 8 drum kits of two soundfonts (a low riff, chords, a high scale; a beat, "
        "toms, cymbals), noises, tones and sweeps. Held out whole, by a hash of its name (`recordings.held_out`): a "
        "package, an instrument in both soundfonts, a synthetic sound.\n\n"
        + table(["kind", "", "groups", "clips"], rows)
    )


def exponents(trials: list[choosing.Trial]) -> str:
    """How the exponent was chosen."""
    rows = []
    for t in trials:
        shares = [percent(g) for g in t.goals]
        rows.append([f"{t.exponent:g}", *shares, f"{t.spread_left:.2f}", f"{t.centroid:.2f}"])
    goals = [">= " + percent(g) for g in (choosing.RISES, choosing.AMONG_THREE, choosing.LARGEST)]
    rows.append(["wanted", *goals, f"<= {choosing.SPREAD_LEFT:g}", f">= {choosing.CENTROID:g}"])
    head = ["exponent", "rises", "among three", "largest", "spread that Adapt leaves", "bright with centroid"]
    return (
        "The largest exponent of specific loudness that meets the goals, with something to spare, on clips *trained "
        "on*; .23 is Moore's, 0 would be dB.\n\n" + table(head, rows)
    )


def goals(subject: study.Subject, rising: evaluation.Rising, again: study.HeardAgain, fit: adapt.Fit) -> str:
    """The goals on held-out clips, by kind."""
    chosen = evaluation.one_a_group(subject.held_out, study.HEARD_AGAIN)
    tops = evaluation.top_words(subject.listener, evaluation.spectra(chosen), subject.words)
    rows = [
        *_rising_rows(subject, rising, again),
        *_score_rows(subject),
        ["different top words over twelve clips", "5", f"**{len(set(tops))}**", "", "", ""],
        *_adapt_rows(subject, fit),
    ]
    listed = "; ".join(f"{c.name}: {t}" for c, t in zip(chosen, tops, strict=True))
    return (
        f"{len(subject.held_out)} clips × the {len(subject.words)} best-known words at 100 %, as the decoder of "
        f"{subject.vocabulary.version} and the engine play them.\n\n"
        + table(["", "wanted", "all", *KINDS], rows)
        + f"\n\nTop words of twelve unprocessed clips: {listed}. Predicted and measured changes differ by "
        f"{np.median(again.off):.3f} of what is asked (median), {np.percentile(again.off, 95):.3f} (95 %), "
        f"{again.off.max():.3f} at most."
    )


def by_word(subject: study.Subject, rising: evaluation.Rising, fit: adapt.Fit) -> str:
    """Each word: how often it wins, who wins else, how far it goes without Adapt and with it."""
    rows = []
    for i, word in enumerate(subject.words):
        winner = Counter(subject.words[j].word for j in rising.first[:, i] if j != i).most_common(1)
        own, rank, plain, fitted = rising.own[:, i], rising.rank[:, i], fit.plain[:, i], fit.fitted[:, i]
        rows.append(
            [
                word.word,
                *(percent(share.mean()) for share in (own > 0.0, rank < 3, rank == 0)),
                f"{winner[0][0]} ({winner[0][1]})" if winner else "",
                f"{plain.mean():.2f} ± {plain.std():.2f}",
                f"{fitted.mean():.2f} ± {fitted.std():.2f}",
                percent((np.abs(fitted - 1.0) < 0.05).mean()),
            ]
        )
    head = ["word", "rises", "among three", "largest", "else (clips)", "heard / asked", "with Adapt", "within 5 %"]
    turned, near = np.abs(fit.factors - 1.0), np.abs(fit.fitted - 1.0) < adapt.DEAD_ZONE
    return (
        table(head, rows)
        + f"\n\nAdapt turns a band by {np.median(turned):.2f} of its gain in the median, "
        f"{np.percentile(turned, 95):.2f} at 95 %; {percent(near.mean())} of the cases end within 2 % of what "
        f"is asked, {percent((fit.fitted < 0.9).mean())} under nine tenths of it."
    )


def failures(subject: study.Subject, rising: evaluation.Rising, fit: adapt.Fit, most: int = 12) -> str:
    """The worst cases by clip and word."""
    names, words = [c.name for c in subject.held_out], [w.word for w in subject.words]

    def listed(values: np.ndarray, bad: np.ndarray, worst_first: np.ndarray) -> str:
        order = np.argsort(np.where(bad, worst_first, np.inf), axis=None)[: min(most, int(bad.sum()))]
        cells = [np.unravel_index(o, values.shape) for o in order]
        return "; ".join(f"{names[i]} / {words[j]} ({values[i, j]:.2f})" for i, j in cells) or "none"

    missed = Counter(names[i] for i in np.argwhere(rising.rank >= 3)[:, 0]).most_common(most)
    short, far = fit.fitted < 0.9, fit.fitted > 1.1
    return (
        f"- The asked word does not rise ({int((rising.own <= 0).sum())} of {rising.own.size}; heard / asked): "
        f"{listed(rising.own, rising.own <= 0, rising.own)}\n"
        f"- Not among the three largest risers ({int((rising.rank >= 3).sum())}); clips with the most such words: "
        + "; ".join(f"{n} ({k})" for n, k in missed)
        + f"\n- With Adapt still under nine tenths of what is asked ({int(short.sum())}); the least: "
        f"{listed(fit.fitted, short, fit.fitted)}\n"
        f"- With Adapt still over eleven tenths ({int(far.sum())}); the most: {listed(fit.fitted, far, -fit.fitted)}"
    )


def markdown(made_by: str, sections: dict[str, str]) -> str:
    """The whole page."""
    text = f"# Listener report\n\nMade by the run that made the listener: {made_by}.\n"
    return text + "".join(f"\n## {title}\n\n{body}\n" for title, body in sections.items())


def percent(share: float) -> str:
    """A share as text; one that is short of all is never shown as all."""
    return f"{np.floor(1000.0 * share + 1e-9) / 10.0:g} %"


def _kinds(subject: study.Subject) -> list[np.ndarray]:
    """Which held-out clips are of each kind."""
    kind = np.array([c.kind for c in subject.held_out])
    return [kind == k for k in KINDS]


def _rising_rows(subject: study.Subject, rising: evaluation.Rising, again: study.HeardAgain) -> list[list[str]]:
    parts = [evaluation.Rising(rising.own[k], rising.rank[k], rising.first[k]).goals for k in _kinds(subject)]
    rows = [
        [name, wanted, f"**{percent(rising.goals[i])}**", *(percent(part[i]) for part in parts)]
        for i, (name, wanted) in enumerate(RISING)
    ]
    measured = f"sound filtered and measured again ({again.clips} clips)"
    return rows + [
        [f"{name}, {measured}", wanted, f"**{percent(again.rising.goals[i])}**", "", "", ""]
        for i, (name, wanted) in enumerate(RISING)
    ]


def _score_rows(subject: study.Subject) -> list[list[str]]:
    spectra_db, kinds = evaluation.spectra(subject.held_out), _kinds(subject)
    rows = []
    for word, sign, moved in (("bright", 1.0, "raised"), ("dark", -1.0, "lowered")):
        for hz in fitting.SHELVES_HZ:
            held = evaluation.monotone(subject.listener, spectra_db, word, hz, sign)
            name = f"{word} rises with every 3 dB of a shelf at {hz:g} Hz {moved} to 12 dB"
            rows.append([name, "every clip", f"**{percent(held.mean())}**", *(percent(held[k].mean()) for k in kinds)])
    follows = [evaluation.follows_centroid(subject.listener, spectra_db[k]) for k in (slice(None), *kinds)]
    every, *each = (f"{f:.2f}" for f in follows)
    return [*rows, ["bright with the centroid, rank correlation", ".8", f"**{every}**", *each]]


def _adapt_rows(subject: study.Subject, fit: adapt.Fit) -> list[list[str]]:
    parts = [slice(None), *_kinds(subject)]
    left, *lefts = (f"{fit.fitted[k].std() / fit.plain[k].std():.2f}" for k in parts)
    worse = np.abs(fit.fitted - 1.0) > np.abs(fit.plain - 1.0) + 1e-9
    many, *each = (str(int(worse[k].sum())) for k in parts)
    return [
        ["spread of heard / asked, with Adapt by without", ".5", f"**{left}**", *lefts],
        ["further from the asked with Adapt", "none", f"**{many}**", *each],
    ]
