"""The report of a run: measures a listener on what it has not met and writes the page."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..readers import Setting
from . import agreement, choosing, evaluation, fitting, pages, pages_beside, people, people_named, recordings, study
from .vocabulary import BEST_KNOWN

# Mean settings that are said to raise, or not to raise, their model: corpus, word, model.
MEANS = (("safe", "bright", "brightness"), ("safe", "bright", "sharpness"), ("sfx", "bright", "brightness"))
MEANS += (("safe", "warm", "warmth"), ("sfx", "warm", "warmth"), ("sfx", "harsh", "sharpness"))


def report(
    subject: study.Subject,
    trials: list[choosing.Trial],
    clips: list[recordings.Clip],
    found: list[recordings.Recording],
    settings: list[Setting],
    withheld: people.Settings,
    plan: fitting.Plan,
    made_by: str,
    log: Callable[[str], None],
) -> str:
    """LISTENER.md of a listener. withheld: the settings that its metric has not met."""
    spectra_db = evaluation.spectra(subject.held_out)
    after_db = evaluation.put_on(spectra_db, subject.words)
    rising = evaluation.rising(subject.listener, spectra_db, after_db, subject.words)
    log("fitting words to held-out clips")
    fit = study.fitted(subject)
    log("hearing sounds again")
    again = study.heard_again(subject, found)
    named = study.named(subject, settings, plan, log)
    rng = np.random.default_rng(subject.seed)
    drawn = rng.integers(len(spectra_db), size=(len(withheld.word), study.SOUNDS_A_SETTING))
    shipped = people_named.from_change(subject.listener, spectra_db[drawn], withheld, BEST_KNOWN)
    sections = {
        "Recordings": pages.data(clips),
        "Exponent": pages.exponents(trials),
        "Goals": pages.goals(subject, rising, again, fit),
        "Words": pages.by_word(subject, rising, fit),
        "Failures": pages.failures(subject, rising, fit),
        "People's settings, named": pages_beside.people_section(named, shipped),
        "Timbre models": pages_beside.timbre_section(study.agreements(subject, settings), _means(subject, settings)),
    }
    return pages.markdown(made_by, sections)


def _means(subject: study.Subject, settings: list[Setting]) -> list[tuple[str, str, float, float]]:
    spectra_db = evaluation.spectra(subject.held_out)
    rows = []
    for corpus, word, model in MEANS:
        curve_db = study.mean_setting(settings, corpus, word)
        ours = subject.listener.changes(spectra_db, spectra_db + curve_db)[:, subject.listener.words.index(word)]
        who = f"{'SAFE' if corpus == 'safe' else 'SocialFX'}'s {word}"
        rows.append((who, model, agreement.rises(model, spectra_db, curve_db), float((ours > 0.0).mean())))
    return rows
