"""LISTENER.md's sections on what is not ours: people's own settings, and published timbre models."""

from __future__ import annotations

from ..markdown import table
from . import agreement, people, people_named, study
from .pages import percent
from .vocabulary import BEST_KNOWN


def people_section(found: study.Named, shipped: people_named.Ranks) -> str:
    """People's withheld settings, named."""
    ways = (
        ("by how often words are used", found.habit),
        ("by the change, the unprocessed sound known", found.change),
        ("by the processed sound alone", found.sound),
        ("by the setting's own curve (cosine; no sound)", found.curve),
    )
    guessed = people_named.chance(BEST_KNOWN)
    rows = [["chance", *(f"{v:.3f}" for v in (*guessed, *guessed))]]
    for name, ranks in ways:
        words = zip(ranks.macro(), *ranks.interval(), strict=True)
        ranges = [f"{mean:.3f} [{low:.2f}, {high:.2f}]" for mean, low, high in words]
        rows.append([name, *ranges, *(f"{v:.3f}" for v in ranks.plain())])
    ours = ", ".join(f"{v:.3f}" for v in (*shipped.macro(), *shipped.plain()))
    return (
        f"{len(found.change.word)} settings of the {BEST_KNOWN} words, each on {study.SOUNDS_A_SETTING} held-out "
        f"clips; {people.FOLDS} folds of people, each in turn withheld from the words' curves and from the metric.\n\n"
        + table(["", "top-1, words alike", "MRR, words alike", "top-1, settings alike", "MRR, settings alike"], rows)
        + "\n\nThree quarters of these settings are of warm and bright, so that guessing these is often right, setting "
        "by setting; word by word it is worth nothing. What a curve itself lets be told bounds what its sound can. "
        f"The shipped listener, whose metric has not met one fold ({len(shipped.word)} settings) but whose words have, "
        f"by the change: {ours}."
    )


def timbre_section(found: list[agreement.Agreement], means: list[tuple[str, str, float, float]]) -> str:
    """Timbre models beside the listener. means: whose mean, the model, shares of sounds on which it and ours rise."""
    rows = [
        [
            a.model,
            a.word + (" (falls)" if a.sign < 0 else ""),
            f"{a.of_sounds:+.2f}",
            f"{a.of_changes:+.2f}",
            percent(a.model_rises),
            percent(a.ours_rises),
        ]
        for a in found
    ]
    head = ["model", "word", "of sounds", "of changes", "word's curve moves the model so", "and our score"]
    told = [[who, model, percent(theirs), percent(ours)] for who, model, theirs, ours in means]
    doubtful = sorted({f"{a.word} ({a.model})" for a in found if a.model_rises < 0.5})
    return (
        "Rank correlations over held-out clips: of unprocessed sounds, and of changes by one person's setting on each. "
        "What of the models is simplified stands in `timbre.py`.\n\n"
        + table(head, rows)
        + f"\n\nMoved the other way on most clips: {', '.join(doubtful) or 'none'}. There people mean by the word what "
        "the model does not; our score rises by construction, as it is made of what they set.\n\n"
        "Mean settings, as people left them:\n\n"
        + table(["mean setting", "model", "rises on", "our score of the word rises on"], told)
        + "\n\nOf SAFE's mean bright it was reported that it does not raise AudioCommons' brightness. With the model "
        "read as above, on these sounds, the table says otherwise; the published code, scaled and by frames, was not run."
    )
