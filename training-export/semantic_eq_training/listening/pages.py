"""LISTENER.md: what was measured, goal by goal, and where it fails."""

from __future__ import annotations

from collections import Counter

import numpy as np

from ..markdown import table
from . import adapt, agreement, choosing, evaluation, fitting, people, people_named, recordings, study

KINDS = ("package", "instrument", "synthetic")


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
        "Debian's packages, 128 programs and 8 drum kits of two soundfonts (a low riff, chords, a high scale; a beat, toms, "
        "cymbals), noises, tones and sweeps. Held out whole, by a hash of its name (`recordings.held_out`): a package, an "
        "instrument in both soundfonts, a synthetic sound.\n\n" + table(["kind", "", "groups", "clips"], rows)
    )


def exponents(trials: list[choosing.Trial]) -> str:
    """How the exponent was chosen."""
    rows = [
        [f"{t.exponent:g}", *(_percent(g) for g in t.goals), f"{t.spread_left:.2f}", f"{t.centroid:.2f}"] for t in trials
    ]
    goals = [">= " + _percent(g) for g in (choosing.RISES, choosing.AMONG_THREE, choosing.LARGEST)]
    rows.append(["wanted", *goals, f"<= {choosing.SPREAD_LEFT:g}", f">= {choosing.CENTROID:g}"])
    return (
        "The largest exponent of specific loudness that meets the goals, with something to spare, on clips *trained on*; "
        ".23 is Moore's, 0 would be dB.\n\n"
        + table(["exponent", "rises", "among three", "largest", "spread that Adapt leaves", "bright with centroid"], rows)
    )


def goals(subject: study.Subject, rising: evaluation.Rising, again: study.HeardAgain, fit: adapt.Fit) -> str:
    """The goals on held-out clips, by kind."""
    clips, listener = subject.held_out, subject.listener
    spectra_db = evaluation.spectra(clips)
    kind = np.array([c.kind for c in clips])
    chosen = evaluation.one_a_group(clips, study.HEARD_AGAIN)
    tops = evaluation.top_words(listener, evaluation.spectra(chosen), subject.words)
    shares = {k: evaluation.Rising(rising.own[kind == k], rising.rank[kind == k], rising.first[kind == k]) for k in KINDS}

    def row(what: str, wanted: str, every: str, each: list[str]) -> list[str]:
        return [what, wanted, f"**{every}**", *each]

    names = (("asked word rises", "95 %"), ("among the three largest risers of 20", "80 %"), ("the largest", "60 %"))
    rows = [
        row(name, wanted, _percent(rising.goals[i]), [_percent(shares[k].goals[i]) for k in KINDS])
        for i, (name, wanted) in enumerate(names)
    ]
    rows += [
        row(f"{name}, sound filtered and measured again ({again.clips} clips)", wanted, _percent(again.rising.goals[i]), [""] * 3)
        for i, (name, wanted) in enumerate(names)
    ]
    for word, sign in (("bright", 1.0), ("dark", -1.0)):
        for hz in fitting.SHELVES_HZ:
            held = evaluation.monotone(listener, spectra_db, word, hz, sign)
            what = f"{word}: rises with every 3 dB of a shelf at {hz:g} Hz {'raised' if sign > 0 else 'lowered'} to 12 dB"
            rows.append(row(what, "every clip", _percent(held.mean()), [_percent(held[kind == k].mean()) for k in KINDS]))
    by_kind = [f"{evaluation.follows_centroid(listener, spectra_db[kind == k]):.2f}" for k in KINDS]
    rows.append(row("bright with the centroid", ".8", f"{evaluation.follows_centroid(listener, spectra_db):.2f}", by_kind))
    rows.append(row("different top words over twelve clips", "5", str(len(set(tops))), [""] * 3))
    left = [f"{fit.fitted[kind == k].std() / fit.plain[kind == k].std():.2f}" for k in KINDS]
    rows.append(row("spread of heard / asked: with Adapt, by without", ".5", f"{fit.fitted.std() / fit.plain.std():.2f}", left))
    worse = np.abs(fit.fitted - 1.0) > np.abs(fit.plain - 1.0) + 1e-9
    rows.append(row("further from the asked with Adapt", "none", str(int(worse.sum())), [str(int(worse[kind == k].sum())) for k in KINDS]))
    listed = "; ".join(f"{c.name}: {t}" for c, t in zip(chosen, tops, strict=True))
    return (
        f"{len(clips)} clips × the {len(subject.words)} best-known words at 100 %, as v2's decoder and the engine play them.\n\n"
        + table(["", "wanted", "all", *KINDS], rows)
        + f"\n\nTop words of twelve unprocessed clips: {listed}. Predicted and measured changes differ by "
        f"{np.median(again.off):.3f} of what is asked (median), {np.percentile(again.off, 95):.3f} (95 %), {again.off.max():.3f} at most."
    )


def by_word(subject: study.Subject, rising: evaluation.Rising, fit: adapt.Fit) -> str:
    """Each word: how often it wins, who wins else, how far it goes without Adapt and with it."""
    rows = []
    for i, word in enumerate(subject.words):
        lost = Counter(subject.words[j].word for j in rising.first[:, i] if j != i)
        winner = lost.most_common(1)
        rows.append(
            [
                word.word,
                _percent((rising.own[:, i] > 0).mean()),
                _percent((rising.rank[:, i] < 3).mean()),
                _percent((rising.rank[:, i] == 0).mean()),
                f"{winner[0][0]} ({winner[0][1]})" if winner else "",
                f"{fit.plain[:, i].mean():.2f} ± {fit.plain[:, i].std():.2f}",
                f"{fit.fitted[:, i].mean():.2f} ± {fit.fitted[:, i].std():.2f}",
                _percent((np.abs(fit.fitted[:, i] - 1.0) < 0.05).mean()),
            ]
        )
    head = ["word", "rises", "among three", "largest", "else mostly (clips)", "heard / asked", "with Adapt", "within 5 %"]
    turned = np.abs(fit.factors - 1.0)
    return (
        table(head, rows)
        + f"\n\nAdapt turns a band by {np.median(turned):.2f} of its gain in the median, {np.percentile(turned, 95):.2f} at 95 %; "
        f"{_percent((np.abs(fit.fitted - 1.0) < 0.02).mean())} of the cases end within 2 % of what is asked, "
        f"{_percent((fit.fitted < 0.9).mean())} under nine tenths of it."
    )


def failures(subject: study.Subject, rising: evaluation.Rising, fit: adapt.Fit, most: int = 12) -> str:
    """The worst cases by clip and word."""
    names, words = [c.name for c in subject.held_out], [w.word for w in subject.words]

    def listed(values: np.ndarray, bad: np.ndarray, form: str) -> str:
        order = np.argsort(np.where(bad, values, np.inf), axis=None)[: min(most, int(bad.sum()))]
        cells = [np.unravel_index(o, values.shape) for o in order]
        return "; ".join(f"{names[i]} / {words[j]} ({values[i, j]:{form}})" for i, j in cells) or "none"

    lowest = Counter(names[i] for i in np.argwhere(rising.rank >= 3)[:, 0]).most_common(8)
    return (
        f"- The asked word does not rise ({int((rising.own <= 0).sum())} of {rising.own.size}; heard / asked): "
        f"{listed(rising.own, rising.own <= 0, '.2f')}\n"
        f"- Not among the three largest risers ({int((rising.rank >= 3).sum())}), clips with the most such words: "
        + "; ".join(f"{n} ({k})" for n, k in lowest)
        + f"\n- With Adapt least is heard of what is asked ({int((fit.fitted < 0.9).sum())} under nine tenths): "
        f"{listed(fit.fitted, fit.fitted < 0.9, '.2f')}\n"
        f"- With Adapt most ({int((fit.fitted > 1.1).sum())} over eleven tenths; less of it): "
        f"{listed(-fit.fitted, fit.fitted > 1.1, '.2f')}"
    )


def people_section(found: study.Named, shipped: people_named.Ranks) -> str:
    """People's withheld settings, named."""
    ways = (
        ("chance", None),
        ("by the change, the unprocessed sound known", found.change),
        ("by the processed sound alone", found.sound),
        ("by the setting's own curve (cosine; no sound)", found.curve),
    )
    rows = []
    for name, ranks in ways:
        macro, plain = (ranks.macro(), ranks.plain()) if ranks else (people_named.chance(20),) * 2
        rows.append([name, *(f"{v:.3f}" for v in (*macro, *plain))])
    macro, plain = shipped.macro(), shipped.plain()
    return (
        f"{len(found.change.word)} settings of the 20 words, each on {study.SOUNDS_A_SETTING} held-out clips; {people.FOLDS} folds "
        "of people, each in turn withheld from the words' curves and from the metric.\n\n"
        + table(["", "top-1, words alike", "MRR, words alike", "top-1, settings alike", "MRR, settings alike"], rows)
        + f"\n\nThe shipped listener, whose metric has not met the withheld fold ({len(shipped.word)} settings) but whose words "
        f"(v2) have, by the change: {macro[0]:.3f}, {macro[1]:.3f}, {plain[0]:.3f}, {plain[1]:.3f}."
    )


def timbre_section(found: list[agreement.Agreement], means: list[tuple[str, str, float, float]]) -> str:
    """Timbre models beside the listener. means: whose mean, the model, share of sounds that the model and ours rise on."""
    rows = [
        [
            a.model,
            a.word + (" (falls)" if a.sign < 0 else ""),
            f"{a.of_sounds:+.2f}",
            f"{a.of_changes:+.2f}",
            _percent(a.model_rises),
            _percent(a.ours_rises),
        ]
        for a in found
    ]
    head = ["model", "word", "of sounds", "of changes", "word's curve moves the model so", "and our score"]
    told = [[who, model, _percent(theirs), _percent(ours)] for who, model, theirs, ours in means]
    return (
        "Rank correlations over held-out clips: of unprocessed sounds, and of changes by one person's setting on each. What of "
        "the models is simplified stands in `timbre.py`.\n\n"
        + table(head, rows)
        + "\n\nDo mean settings raise their models?\n\n"
        + table(["mean setting", "model", "rises on", "our score of the word rises on"], told)
    )


def markdown(made_by: str, sections: dict[str, str]) -> str:
    """The whole page."""
    text = f"# Listener report\n\nMade by the run that made the listener: {made_by}.\n"
    return text + "".join(f"\n## {title}\n\n{body}\n" for title, body in sections.items())


def _percent(share: float) -> str:
    # A share short of all is never shown as all.
    return f"{np.floor(1000.0 * share + 1e-9) / 10.0:g} %"
