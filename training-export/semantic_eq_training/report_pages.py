"""The report's folder: its sections in order, and its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import ablations, evaluate, pictures, pipeline, report, report_lexicon, report_network, report_words, scale, words
from .readers import Setting


@dataclass(frozen=True)
class Subject:
    """What a report is about: the model, what it was made from and how."""

    model: pipeline.TrainedModel
    settings: list[Setting]
    nominal: list[Setting]
    seed: int
    prior: words.TextPrior
    data: Path


def pages(
    subject: Subject, retrain: Callable[[list[Setting]], pipeline.TrainedModel], log: Callable[[str], None], quick: bool
) -> dict[str, bytes]:
    """File name to bytes. retrain: a model from other settings, as this one was made. quick: without what takes long."""
    model, settings, seed, prior = subject.model, subject.settings, subject.seed, subject.prior
    log("validating the words")
    sections = {"Data": report.data_section(settings, model, scale.socialfx_ratio(subject.nominal))}
    sections |= report_words.sections(settings, model.words, seed, prior)
    if not quick:
        log("validating unseen words")
        sections["Words that nobody set"] = report_lexicon.unseen_section(settings, subject.data, seed)
        sections["How sure of a guess"] = report_lexicon.certainty_section(settings, subject.data, seed)
    log("validating: a second model, on four folds of five")
    errors, played = evaluate.withheld_fold(settings, seed, retrain)
    sections["Training and validation error"] = report.fold_section(errors, played)
    sections["The words that ship"] = report.size_section(model) + "\n\n![With people's spread](words.png)"
    sections["Latent space"] = (
        report_network.latent_section(model, settings, seed) + "\n\n![Words and macros, two principal axes](latent.png)"
    )
    sections["Macros"] = report_network.macros_section(model) + "\n\n![From -100 to +100 %](macros.png)"
    made = {
        "words.png": pictures.words_png(model, settings),
        "latent.png": pictures.latent_png(model),
        "macros.png": pictures.macros_png(model),
    }
    if not quick:
        log("ablations")
        outcomes = ablations.run(settings, seed)
        sections["Ablations"] = report_network.ablation_section(outcomes) + "\n\n![Error on people not met](ablations.png)"
        rows = [(o.name, o.unmet_db) for o in outcomes]
        made["ablations.png"] = pictures.bars_png("Curves of people not met, through encoder and decoder", "dB RMS", rows)
    made["REPORT.md"] = report.markdown(pipeline.made_by(settings, seed), sections).encode("utf-8")
    return made
