"""The report's part on naming a curve: how well it is done, and how well it could be."""

from __future__ import annotations

from . import crossvalidation, naming, naming_world, withheld, words
from .markdown import table
from .readers import Setting

MANY_AXES = 16
LEAST = (4, 5)
# The one that ships.
OURS = withheld.NAMINGS.index("discriminant (ships)")
TO_MEANS = withheld.NAMINGS.index("cosine to word means")


def naming_section(settings: list[Setting], seed: int, prior: words.TextPrior | None = None) -> str:
    """Reciprocal ranks of people not met, then by hindsight, from half of the settings, and in a known world."""
    untold = withheld.naming_ranks(settings, prior)
    told = withheld.naming_ranks(settings, prior, told=True)
    return (
        "Macro mean reciprocal rank of a withheld setting's own word, among all words with at least four settings. "
        "Corpus and language not told, as in the plug-in:\n\n"
        + word_table(untold, withheld.NAMINGS, LEAST)
        + "\n\nTold, among that corpus's and language's words:\n\n"
        + word_table(told, withheld.NAMINGS, LEAST)
        + "\n\n"
        + _bounds(settings, float(withheld.macro(untold, LEAST[0])[1][OURS]), seed, prior)
    )


def word_table(scores: list[withheld.WordScore], methods: tuple[str, ...], least: tuple[int, ...]) -> str:
    """A row for each of the least numbers of settings: words, and each method's mean with its interval."""
    rows = []
    for fewest in least:
        count, mean, interval = withheld.macro(scores, fewest)
        cells = [_figure(*m) for m in zip(mean, *interval, strict=True)]
        rows.append([str(fewest), str(count), *cells])
    return table(["at least … settings", "words", *methods], rows)


def _bounds(settings: list[Setting], ours: float, seed: int, prior: words.TextPrior | None) -> str:
    fewest = naming.FEWEST_SETTINGS
    halves = withheld.naming_ranks(settings, prior, crossvalidation.HALVES, crossvalidation.HALVING_SEEDS)
    hindsight = withheld.macro(withheld.naming_ranks(settings, prior, hindsight=True), fewest)[1]
    rows = []
    for axes in (naming.AXES, MANY_AXES):
        found = naming_world.bounds(settings, axes, seed)
        figures = [_figure(*m) for m in zip(found.corrected, *found.interval, strict=True)]
        rows.append([str(axes), *figures, f"{found.generous[-1]:.3f}"])
    return (
        f"What could be reached, corpus and language not told (words with at least {fewest} settings)? Fitted to half "
        f"of the settings instead of nine tenths, the discriminant has {withheld.macro(halves, fewest)[1][OURS]:.3f} "
        f"for {ours:.3f}. Fitted to the very settings that it then names it has {hindsight[OURS]:.3f} (cosine to word "
        f"means {hindsight[TO_MEANS]:.3f}), but that counts chance as knowledge: a word set four times is a quarter "
        "that very setting. Fairer is a made-up world in which words differ and people scatter as they do here, and in "
        "it the namer that none beats, as it knows what every word truly means (`naming_world.py`). It assumes that "
        "people scatter alike about every word, Gaussian, and that curves do not tell their corpus: what that would "
        "add at most, the table of those told shows. Differences between words that chance alone has made are taken "
        "off by bootstrap; the last column has them in:\n\n"
        + table(["axes", *naming_world.NAMERS, "the same, chance left in"], rows)
    )


def _figure(mean: float, low: float, high: float) -> str:
    return f"{mean:.3f} [{low:.2f}, {high:.2f}]"


