"""The table of some 30,000 words that ships: what people would mean by them, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .. import readers
from ..grid import rms, unit
from ..words import Word
from . import candidates, gaussian_process, kernel, leave_one_out, table_file, vectors
from . import people as people_
from .kernel import Lexicon, Name
from .people import People

CHUNK = 2000
# Curves from which the map to the latent space is learnt.
SAMPLE = 3000
AXES = 12
# A guess with this certainty is as large as a word that one person set; with less, in proportion smaller: towards flat.
FULL_SIZE_CERTAINTY = 0.6
ONE_PERSON = 2


@dataclass(frozen=True)
class Guesses:
    """For words that nobody set: names [n], curves [n, 64] of unit RMS, certainty [n]: the cosine to expect."""

    names: list[Name]
    shapes: np.ndarray
    certainty: np.ndarray


@dataclass(frozen=True)
class Calibration:
    """certainty = clip(offset + slope · expected cosine): from what the model expects to what it reaches."""

    offset: float
    slope: float

    def of(self, expected: np.ndarray) -> np.ndarray:
        """Certainty, 0 to 1."""
        return np.clip(self.offset + self.slope * expected, 0.0, 1.0)


# As found on people's data: what few words can't tell of the calibration.
UNCALIBRATED = Calibration(0.0, 0.7)
FEWEST_TO_CALIBRATE = 20


def calibration(expected: np.ndarray, reached: np.ndarray) -> Calibration:
    """Least squares of the cosines reached on those expected, over words left out in turn."""
    if len(reached) < FEWEST_TO_CALIBRATE:
        return UNCALIBRATED
    slope, offset = np.polyfit(expected, reached, 1)
    return Calibration(float(offset), float(slope))


def guess(lexicon: Lexicon, people: People, names: list[Name], calibrated: Calibration) -> Guesses:
    """Curves and certainties of words by the Gaussian process."""
    known = kernel.features(lexicon, people.names)
    posterior = gaussian_process.fit(kernel.kernel(lexicon, known, known), people.noise, people.curves)
    curves, expected = [], []
    for start in range(0, len(names), CHUNK):
        found = kernel.features(lexicon, names[start : start + CHUNK])
        cross = kernel.kernel(lexicon, found, known)
        mean = posterior.mean(cross)
        left = posterior.unknown(cross, kernel.diagonal(found))
        curves.append(mean)
        expected.append(leave_one_out.expected_cosine(mean, left))
    return Guesses(names, unit(np.concatenate(curves)), calibrated.of(np.concatenate(expected)))


def table(
    settings: list[readers.Setting],
    words: list[Word],
    z_of: Callable[[np.ndarray], np.ndarray],
    data_dir: Path | None,
    vectors_file: Path | None = None,
    log: Callable[[str], None] = lambda line: None,
) -> bytes:
    """words.table. words: all that people set, with their consensus. z_of: curves [n, 64] in dB to z [n, 32]."""
    lexicon = kernel.load(data_dir)
    if lexicon.missing:
        log(f"fewer unseen words, and less sure: not there are {', '.join(lexicon.missing)}")
    if vectors_file is not None:
        lexicon = kernel.with_vectors(lexicon, vectors.read(vectors_file))
    people = people_.read(settings)
    calibrated = _calibrated(lexicon, people, settings)
    known = {w.word for w in words}
    names = [n for n in _one_a_spelling(candidates.english(lexicon) + candidates.spanish_words()) if n[1] not in known]
    log(f"guessing {len(names)} words that nobody set")
    found = guess(lexicon, people, names, calibrated)
    guessed_z = places(found.shapes * sizes_db(found.certainty, words)[:, None], z_of)
    z = np.concatenate([z_of(np.stack([w.curve_db for w in words])), guessed_z])
    certainty = np.concatenate([[known_certainty(w) for w in words], found.certainty])
    return table_file.to_bytes([(w.language, w.word) for w in words] + names, z, certainty)


def known_certainty(word: Word) -> float:
    """The cosine to expect of a known word's curve and everyone's: a mean's reliability (Spearman and Brown 1910)."""
    single = min(word.expected_cosine, 1.0) ** 2
    return float(np.sqrt(word.settings * single / (1.0 + (word.settings - 1) * single)))


def sizes_db(certainty: np.ndarray, words: list[Word]) -> np.ndarray:
    """RMS sizes [n] in dB of guesses: as large as words that one or two people set, smaller where little is known."""
    few = [float(rms(w.curve_db)) for w in words if w.settings <= ONE_PERSON] or [float(rms(w.curve_db)) for w in words]
    return float(np.median(few)) * np.minimum(certainty / FULL_SIZE_CERTAINTY, 1.0)


def places(curves_db: np.ndarray, z_of: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """z [n, 32] of curves [n, 64]: by z_of where there are few, else by the straight map that fits it on some of them.

    The guesses span a few axes only, on which sums of latents decode to sums of curves.
    """
    if len(curves_db) <= SAMPLE:
        return z_of(curves_db)
    axes = np.linalg.svd(curves_db.T @ curves_db)[0][:, :AXES]
    some = curves_db[:: -(-len(curves_db) // SAMPLE)]
    straight, *_ = np.linalg.lstsq(some @ axes, z_of(some), rcond=None)
    return curves_db @ axes @ straight


def _calibrated(lexicon: Lexicon, people: People, settings: list[readers.Setting]) -> Calibration:
    consensus = people_.consensus(people, settings)
    parts = [leave_one_out.run(lexicon, people, consensus, language) for language in table_file.LANGUAGES]
    return calibration(np.concatenate([p.expected for p in parts]), np.concatenate([p.cosine for p in parts]))


def _one_a_spelling(names: list[Name]) -> list[Name]:
    """The first of names spelt alike: normal is English before it is Spanish."""
    kept: dict[str, Name] = {}
    for name in names:
        kept.setdefault(name[1], name)
    return list(kept.values())
