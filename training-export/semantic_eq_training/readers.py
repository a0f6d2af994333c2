"""Readers of people's settings: this project's tables, and the corpora's files as their authors publish them.

| corpus | file | recognised by |
| --- | --- | --- |
| SAFE | safe_settings.csv | header with b1_gain_db … b5_freq_hz |
| SAFE | SAFEEqualiserUserData.csv | no header: id, descriptor, address, 2 more, 13 parameters, genre … person |
| SocialFX | socialfx_settings.csv | header with descriptor, language and 40 columns rsc_… |
| SocialFX | eq_contributions.csv | header with descriptor and 40 columns of numbers, or 40 numbers at each row's end |
| both | terms.csv (optional) | header corpus,id,language,token,lemma,concept,status |

What the originals hold that is no word (tests, sentences, noise) is dropped by `descriptor_tokens`; without terms.csv a
token is its own lemma, and Spanish words are linked to no English ones.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from . import curves
from .grid import level_free, peak_to_peak

SAFE_FILES = ("safe_settings.csv", "SAFEEqualiserUserData.csv")
SOCIALFX_FILES = ("socialfx_settings.csv", "eq_contributions.csv")
TERMS_FILE = "terms.csv"

FLAT_DB = 0.05
SAFE_COLUMNS = (
    "b1_gain_db b1_freq_hz b2_gain_db b2_freq_hz b2_q b3_gain_db b3_freq_hz b3_q b4_gain_db b4_freq_hz b4_q "
    "b5_gain_db b5_freq_hz"
).split()
# id, descriptor, address, two unnamed columns, the thirteen parameters; the last column is a hash of the person.
SAFE_ORIGINAL_FIRST_PARAMETER = 5
SAFE_ORIGINAL_COLUMNS = SAFE_ORIGINAL_FIRST_PARAMETER + len(SAFE_COLUMNS)

# The published SAFE table was collected as it came: a few unusable rows of it are left out, more are a wrong file.
BAD_ROWS_ALLOWED = 0.02

LANGUAGES = {"en": "en", "english": "en", "es": "es", "spanish": "es", "español": "es"}
NOT_WORDS = {
    "test",
    "testing",
    "the",
    "a",
    "and",
    "of",
    "more",
    "less",
    "very",
    "with",
    "none",
    "na",
    "untitled",
    "preset",
}
# English inflections that people use for one quality; everything else stands as typed.
SUFFIXES = (("iness", "y"), ("ness", ""), ("mth", "m"))


class DataError(Exception):
    """Data that cannot be read: one line that says which file, where and why."""


@dataclass(frozen=True)
class Term:
    """One word of a descriptor: its lemma in its language, and the concept that translations share."""

    language: str
    lemma: str
    concept: str


@dataclass(frozen=True)
class Setting:
    """One person's equaliser setting and the words that they gave it.

    curve_db: [64], level-free, dB on the common grid (SocialFX: at its nominal scale).
    consistency: SocialFX's ratings_consistency, −1 to 1; None for SAFE, whose people set the curve themselves.
    group: settings of one group (a person, near-duplicates) never stand on both sides of a split.
    """

    id: str
    corpus: str
    descriptor: str
    language: str
    curve_db: np.ndarray
    consistency: float | None
    group: str
    terms: tuple[Term, ...] = field(default=())


def read_folder(folder: Path) -> list[Setting]:
    """Every usable setting of a folder, flat ones out, in the files' order, with lemmas from terms.csv if there."""
    if not folder.is_dir():
        raise DataError(
            f"{folder}: no such folder; --data names the folder that holds {SAFE_FILES[0]} or {SAFE_FILES[1]}"
        )
    settings: list[Setting] = []
    for names, read in ((SAFE_FILES, read_safe), (SOCIALFX_FILES, read_socialfx)):
        path = next((folder / name for name in names if (folder / name).is_file()), None)
        if path is not None:
            settings += read(path)
    if not settings:
        raise DataError(f"{folder}: none of {', '.join(SAFE_FILES + SOCIALFX_FILES)} is there")
    terms_path = folder / TERMS_FILE
    terms = read_terms(terms_path) if terms_path.is_file() else {}
    named = [_with_terms(setting, terms) for setting in settings]
    named = [s for s in named if s.terms and peak_to_peak(s.curve_db) > FLAT_DB]
    return _grouped(named)


def read_safe(path: Path) -> list[Setting]:
    """SAFE's settings: with a header (this project's table) or without one (as published)."""
    rows = _rows(path)
    if "b1_gain_db" in rows[0]:
        header = {name: i for i, name in enumerate(rows[0])}
        _require(path, header, ["id", "descriptor", *SAFE_COLUMNS])
        settings = []
        for line, row in _numbered(path, rows, len(rows[0])):
            person = row[header["person_group"]] if "person_group" in header else ""
            values = [row[header[c]] for c in SAFE_COLUMNS]
            settings.append(_safe_setting(path, line, row[header["id"]], row[header["descriptor"]], values, person))
        return settings
    first = (
        0 if _is_number(rows[0][SAFE_ORIGINAL_FIRST_PARAMETER] if len(rows[0]) >= SAFE_ORIGINAL_COLUMNS else "") else 1
    )
    settings, bad = [], []
    for line, row in enumerate(rows[first:], start=first + 1):
        try:
            if len(row) < SAFE_ORIGINAL_COLUMNS:
                raise DataError(f"{path}:{line}: {len(row)} columns, at least {SAFE_ORIGINAL_COLUMNS} expected of SAFE")
            values = row[SAFE_ORIGINAL_FIRST_PARAMETER:SAFE_ORIGINAL_COLUMNS]
            person = row[-1].strip() if len(row) > SAFE_ORIGINAL_COLUMNS else ""
            settings.append(_safe_setting(path, line, f"safe{row[0].strip()}", row[1], values, person))
        except DataError as error:
            bad.append(error)
    if len(bad) > BAD_ROWS_ALLOWED * len(rows):
        raise DataError(f"{bad[0]} ({len(bad)} of {len(rows)} rows are not usable)")
    return settings


def read_socialfx(path: Path) -> list[Setting]:
    """SocialFX's equaliser settings: columns by name where there is a header, else the last forty of each row."""
    rows = _rows(path)
    header = {name.strip().lower(): i for i, name in enumerate(rows[0])}
    if "descriptor" in header:
        value_columns = [
            i for name, i in header.items() if re.match(r"^(rsc|param|eq|curve|gain|band|f)?[_ ]?\(?\d", name)
        ]
        if len(value_columns) != len(curves.SOCIALFX_HZ):
            raise DataError(
                f"{path}:1: {len(value_columns)} value columns, {len(curves.SOCIALFX_HZ)} expected of SocialFX"
            )
        columns = {name: header.get(name) for name in ("id", "descriptor", "language", "ratings_consistency")}
        body = _numbered(path, rows, len(rows[0]))
    else:
        # As published without a header: id, descriptor, language, audio, consistency, …, forty values.
        width = len(rows[0])
        if width < len(curves.SOCIALFX_HZ) + 3 or not all(_is_number(v) for v in rows[0][-len(curves.SOCIALFX_HZ) :]):
            raise DataError(f"{path}:1: neither a header with 'descriptor' nor forty numbers at the row's end")
        value_columns = list(range(width - len(curves.SOCIALFX_HZ), width))
        columns = {"id": 0, "descriptor": 1, "language": 2, "ratings_consistency": 4 if width > 44 else None}
        body = [(i + 1, row) for i, row in enumerate(rows)]
    settings = []
    for line, row in body:
        if len(row) != len(rows[0]):
            raise DataError(f"{path}:{line}: {len(row)} columns, {len(rows[0])} expected")
        text = {name: row[i].strip() if i is not None else "" for name, i in columns.items()}
        language = LANGUAGES.get(text["language"].lower() or "en")
        if language is None:
            continue
        rating = text["ratings_consistency"]
        consistency = None if rating.lower() in ("", "nan") else _number(path, line, rating)
        values = np.array([_number(path, line, row[i]) for i in value_columns])
        if values.std() < 1e-6:
            continue
        settings.append(
            Setting(
                id=text["id"] or f"sfx{line}",
                corpus="sfx",
                descriptor=text["descriptor"],
                language=language,
                curve_db=level_free(curves.socialfx_curve_db((values - values.mean()) / values.std())),
                consistency=consistency,
                group="",
            )
        )
    return settings


def read_terms(path: Path) -> dict[str, list[Term]]:
    """terms.csv: setting id to its lemmas; rows whose status is not ok are left out."""
    rows = _rows(path)
    header = {name: i for i, name in enumerate(rows[0])}
    _require(path, header, ["id", "language", "lemma", "concept"])
    terms: dict[str, list[Term]] = {}
    for _, row in _numbered(path, rows, len(rows[0])):
        if "status" in header and row[header["status"]] != "ok":
            continue
        term = Term(row[header["language"]], row[header["lemma"]], row[header["concept"]])
        known = terms.setdefault(row[header["id"]], [])
        if term not in known:
            known.append(term)
    return terms


def descriptor_tokens(descriptor: str) -> list[str]:
    """The words of a descriptor as typed: lower case, split at commas and blanks; none of a sentence."""
    text = re.sub(r"[^\w\s,;/&+'-]", " ", descriptor.lower())
    tokens = [t.strip("-'_") for t in re.split(r"[\s,;/&+]+", text)]
    tokens = [t for t in tokens if len(t) > 2 and not re.search(r"\d", t) and t not in NOT_WORDS]
    return tokens if len(tokens) <= 3 else []


def lemma_of(token: str, language: str) -> str:
    """A token's lemma where no table says it: English noun endings off (warmness, warmth: warm)."""
    if language == "en":
        for suffix, replacement in SUFFIXES:
            if token.endswith(suffix) and len(token) - len(suffix) >= 3:
                return token[: -len(suffix)] + replacement
    return token


def _with_terms(setting: Setting, terms: dict[str, list[Term]]) -> Setting:
    found = tuple(terms.get(setting.id, ()))
    if not found and not terms:
        lemmas = dict.fromkeys(lemma_of(token, setting.language) for token in descriptor_tokens(setting.descriptor))
        found = tuple(
            Term(setting.language, m, m if setting.language == "en" else f"{setting.language}:{m}") for m in lemmas
        )
    return Setting(**{**setting.__dict__, "terms": found})


def _grouped(settings: list[Setting]) -> list[Setting]:
    """Settings with their groups: near-duplicates within a corpus share one; `split` joins a person's."""
    result: list[Setting] = []
    for corpus in dict.fromkeys(s.corpus for s in settings):
        members = [s for s in settings if s.corpus == corpus]
        numbers = curves.near_duplicate_groups(np.stack([s.curve_db for s in members]))
        result += [
            Setting(**{**s.__dict__, "group": f"{s.group}|{corpus}{number}"})
            for s, number in zip(members, numbers, strict=True)
        ]
    return result


def _safe_setting(path: Path, line: int, id_: str, descriptor: str, values: list[str], person: str) -> Setting:
    parameters = np.array([_number(path, line, v) for v in values])
    frequencies = parameters[[1, 3, 6, 9, 12]]
    qs = parameters[[4, 7, 10]]
    if not (np.all(frequencies > 0) and np.all(frequencies < curves.SAMPLE_RATE_HZ / 2) and np.all(qs > 0)):
        raise DataError(f"{path}:{line}: a frequency outside 0 to 24 kHz or a Q that is not above 0")
    return Setting(
        id_, "safe", descriptor.strip().lower(), "en", level_free(curves.safe_curve_db(parameters)), None, person
    )


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file, strict=True) if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: not readable as a UTF-8 CSV file ({error})") from error
    if not rows:
        raise DataError(f"{path}: empty")
    return rows


def _numbered(path: Path, rows: list[list[str]], width: int) -> list[tuple[int, list[str]]]:
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != width:
            raise DataError(f"{path}:{line}: {len(row)} columns, {width} expected")
    return list(enumerate(rows[1:], start=2))


def _require(path: Path, header: dict[str, int], names: list[str]) -> None:
    missing = [name for name in names if name not in header]
    if missing:
        raise DataError(f"{path}:1: no column {', '.join(missing)}")


def _is_number(text: str) -> bool:
    try:
        return bool(np.isfinite(float(text)))
    except ValueError:
        return False


def _number(path: Path, line: int, text: str) -> float:
    if not _is_number(text):
        raise DataError(f"{path}:{line}: '{text.strip()[:40]}' is not a finite number")
    return float(text)
