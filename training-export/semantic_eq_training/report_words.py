"""The report's part on what words mean: what people not met say to it. Computed without the networks."""

from __future__ import annotations

import numpy as np

from . import ceiling, common, crossvalidation, withheld, words
from .crossvalidation import CellScore
from .grid import peak_to_peak
from .markdown import table
from .readers import Setting
from .report_naming import naming_section, word_table

METHODS = ("global mean", "word's own mean", "pooled mean", "consensus, without text", "consensus (ships)")
CEILINGS = ("everyone asked, estimate", "everyone asked, at most")
# Nobody's settings of a word can be paired.
NO_LIMIT = (0, np.full(2, np.nan), np.full((2, 2), np.nan))
README_POOLED = "The data's README has for the pooled mean on its withheld split .617, .381, .405, .230 and .370."


def sections(
    settings: list[Setting], vocabulary: list[words.Word], seed: int, prior: words.TextPrior | None = None
) -> dict[str, str]:
    """Title to Markdown. prior: as the model was trained with."""
    return {
        "Words, by people not met": words_section(settings, seed, prior),
        "Size of 100 %": size_section(settings, vocabulary, prior),
        "One language": language_section(settings, seed),
        "Readings of a word": readings_section(settings, prior),
        "Is the expected agreement true?": expected_section(settings, prior),
        "Naming a curve": naming_section(settings, seed, prior),
    }


def words_section(settings: list[Setting], seed: int, prior: words.TextPrior | None = None) -> str:
    """Cosines to single settings and to consensus, cross-validated."""
    methods = [
        crossvalidation.global_mean,
        crossvalidation.own_mean,
        crossvalidation.pooled_mean,
        crossvalidation.ours(),
        crossvalidation.ours(prior),
    ]
    single = crossvalidation.score(settings, methods)
    mean = crossvalidation.score(
        settings,
        methods,
        crossvalidation.to_consensus,
        crossvalidation.HALVES,
        crossvalidation.HALVING_SEEDS,
    )
    apart = crossvalidation.score(settings, methods, people=True)
    gains = []
    for other in (1, 2, 3):
        gain, (low, high) = crossvalidation.difference(single, 4, other, seed=seed)
        gains.append(f"{gain:+.3f} [{low:+.3f}, {high:+.3f}] on {METHODS[other]}")
    fewest = crossvalidation.FEWEST_SETTINGS
    return (
        f"Near-duplicates never stand on both sides; {crossvalidation.FOLDS} folds, drawn anew "
        f"{len(crossvalidation.SEEDS)} times; means over words, 95 % intervals by drawing words. One curve a word is "
        f"played, judged in each corpus. {README_POOLED}\n\nCosine to single withheld settings, words with at least "
        f"{fewest} settings in the corpus:\n\n"
        + _averages(single, fewest, ceiling.limits(ceiling.with_everyone(settings), fewest, seed))
        + "\n\n"
        + _ceiling(settings, seed)
        + " Had it known these very settings, it could at best reach "
        + _hindsight(0, "{:.3f}", fewest, settings)
        + "."
        + f"\n\nPaired, over all of these words: {'; '.join(gains)}.\n\nThe same, every word with two settings or "
        "more:\n\n"
        + _averages(single, 2)
        + "\n\nThe same words, and all settings of one person on one side too (SAFE's largest person is a whole "
        "laboratory's users):\n\n"
        + _averages(apart, 2)
        + f"\n\nCosine to the mean of at least {crossvalidation.CONSENSUS_SETTINGS} withheld settings, people halved "
        f"{len(crossvalidation.HALVING_SEEDS)} times:\n\n" + _averages(mean, 2)
    )


def size_section(
    settings: list[Setting], vocabulary: list[words.Word], prior: words.TextPrior | None = None
) -> str:
    """How far in dB the played words are from single SAFE settings, and how large they are."""
    safe = crossvalidation.score(
        settings,
        [_flat, crossvalidation.mean_db, crossvalidation.ours(prior)],
        crossvalidation.mean_absolute_error,
        seeds=crossvalidation.SEEDS[:1],
    )
    found = crossvalidation.averages([s for s in safe if s.cell[0] == "safe"], 2)
    rows = [
        [k, str(n), *(f"{m:.2f} [{lo:.2f}, {hi:.2f}]" for m, lo, hi in zip(mean, *interval, strict=True))]
        for k, (n, mean, interval) in found.items()
        if k != "all"
    ]
    sizes = np.array([peak_to_peak(w.curve_db) for w in vocabulary])
    known = sizes[: min(60, len(sizes))]
    inside = np.mean((sizes >= 3.0) & (sizes <= 8.0))
    return (
        "Mean absolute error in dB to single withheld SAFE settings, level-free:\n\n"
        + table(["segment", "words", "flat", "word's mean in dB", "consensus (ships)"], rows)
        + "\n\nHad one curve a word known these very settings, its error could at least be "
        + _hindsight(1, "{:.2f} dB", crossvalidation.FEWEST_SETTINGS, [s for s in settings if s.corpus == "safe"])
        + f" (words with at least {crossvalidation.FEWEST_SETTINGS}). A word's size is a typical person's times the "
        f"cosine expected of people to the power {words.SIZE_EXPONENT}: at 1 it would be "
        f"as near to people in dB, but hardly heard where they disagree; size changes no cosine. Peak to peak at "
        f"100 %: median {np.median(sizes):.1f} dB over all words, "
        f"{np.median(known):.1f} over the {len(known)} best known; {100 * inside:.0f} % between 3 and 8 dB, largest "
        f"{sizes.max():.1f}, {100 * np.mean(sizes < words.PEAK_TO_PEAK_FLOOR_DB + 1e-6):.0f} % on the floor."
    )


def language_section(settings: list[Setting], seed: int) -> str:
    """Transfer from one corpus and language to the other."""
    rows = []
    for known, predicted in common.PAIRS:
        t = common.transfer(settings, known, predicted, seed)
        if t is not None:
            rows.append(
                [
                    f"{t.known} → {t.predicted}",
                    str(t.concepts),
                    f"{t.cosine:.3f} [{t.interval[0]:.2f}, {t.interval[1]:.2f}]",
                    f"{t.global_mean:.3f} (gain [{t.gain_interval[0]:+.2f}, {t.gain_interval[1]:+.2f}])",
                    f"{t.chance:.3f}",
                    f"{t.p:.4f}",
                ]
            )
    head = ["trained on → judged on", "concepts", "cosine", "known side's global mean", "dealt at random", "p"]
    return (
        "A model trained on one side's people alone, without text, against the other side's means of the concepts "
        f"that both set at least {common.FEWEST_SETTINGS} times (translations are one concept). p: of "
        f"{common.PERMUTATIONS} deals of the predictions to the concepts at random, the share that does as well.\n\n"
        + table(head, rows)
    )


def readings_section(settings: list[Setting], prior: words.TextPrior | None = None) -> str:
    """The nearest of a word's readings to single people."""
    scores = withheld.best_of_readings(settings, prior, seeds=crossvalidation.SEEDS[:1])
    return (
        "Cosine of single withheld settings to the nearest of several curves. Any three curves that stand apart are "
        "nearer than one, so the last column has the variations of another word, drawn at random: what is above it "
        "is what the word's own readings know.\n\n" + word_table(scores, withheld.READINGS, (2, 5))
    )


def expected_section(settings: list[Setting], prior: words.TextPrior | None = None) -> str:
    """Calibration of what the vocabulary says that a person's agreement with a word will be."""
    rows = [[f"{e:.2f}", f"{f:.2f}", str(n)] for e, f, n in withheld.calibration(settings, prior)]
    return (
        "The cosine that the model expects of a single person's setting with the word as it is played (`expected` in "
        "the vocabulary), and what withheld people show, in fifths of the settings:\n\n"
        + table(["expected", "found", "settings"], rows)
    )


def _flat(seen: list[Setting]) -> dict[tuple[str, str, str], np.ndarray]:
    return {c: np.zeros_like(m) for c, m in crossvalidation.mean_db(seen).items()}


def _ceiling(settings: list[Setting], seed: int) -> str:
    text = (
        "*Everyone asked*: what one curve a word and corpus could reach had infinitely many people been asked for it. "
        "The expected cosine of a setting with its word's true mean shape is that mean's length, and the length's "
        "square is estimated without bias by how alike two people's settings are (near-duplicates are no pair). The "
        "root taken word by word is the estimate, a little low where settings are few; the root of the words' mean is "
        "too low only by chance (Jensen): *at most*. What is asked beyond it, no model gives on people like these."
    )
    interval = ceiling.interval_by_settings(settings, crossvalidation.SEGMENTS[0], seed)
    if interval is None:
        return text
    low, high = interval[:, 1]
    return text + (
        f" {crossvalidation.SEGMENTS[0]} are two words of many settings: by drawing settings instead of words, at most "
        f"[{low:.3f}, {high:.3f}]."
    )


def _hindsight(which: int, form: str, fewest: int, settings: list[Setting]) -> str:
    found = crossvalidation.averages(crossvalidation.with_hindsight(settings)[which], fewest)
    return ", ".join(f"{k} {form.format(mean[0])}" for k, (_, mean, _) in found.items())


def _averages(
    scores: list[CellScore], fewest: int, limits: dict[str, tuple[int, np.ndarray, np.ndarray]] | None = None
) -> str:
    rows = []
    for k, (n, mean, interval) in crossvalidation.averages(scores, fewest).items():
        figures = list(zip(mean, *interval, strict=True))
        if limits is not None:
            _, best, around = limits.get(k, NO_LIMIT)
            figures += zip(best, *around, strict=True)
        rows.append([k, str(n), *(f"{m:.3f} [{lo:.2f}, {hi:.2f}]" for m, lo, hi in figures)])
    return table(["segment", "words", *METHODS, *(() if limits is None else CEILINGS)], rows)
