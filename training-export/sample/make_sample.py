"""Makes the made-up sample of this folder: invented words, round numbers and a seeded wobble; nobody's settings."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
PEOPLE = 5
# Invented words, each with gains in dB of SAFE's five bands.
SAFE_WORDS = {
    "glorpy": (6, 3, 0, -3, -6),
    "zindle": (-6, -3, 0, 3, 6),
    "quomb": (0, 6, -6, 0, 0),
    "fleeky": (0, -6, 6, 0, 3),
}
SOCIALFX_WORDS = {
    ("en", "glorpy"): (1, -1),
    ("en", "vashy"): (-1, 2),
    ("es", "chispún"): (2, 1),
    ("es", "zindle"): (-1, 1),
}
SAFE_HZ = (100, 300, 1000, 3000, 8000)
CENTRES_HZ = [20, 50, 83, 120, 161, 208, 259, 318, 383, 455, 537, 628, 729, 843, 971, 1114, 1273, 1452, 1652, 1875]
CENTRES_HZ += [2126, 2406, 2719, 3070, 3462, 3901, 4392, 4941, 5556, 6244, 7014, 7875, 8839, 9917, 11124, 12474, 13984]
CENTRES_HZ += [15675, 17566, 19682]


def _safe_values(gains: tuple[int, ...], rng: np.random.Generator) -> list[float]:
    g = [float(round(v + rng.normal(0, 1), 1)) for v in gains]
    hz = [float(round(f * 2 ** rng.normal(0, 0.2))) for f in SAFE_HZ]
    bells = [v for i in (1, 2, 3) for v in (g[i], hz[i], 1.0)]
    return [g[0], hz[0], *bells, g[4], hz[4]]


def _socialfx_values(shape: tuple[int, int], rng: np.random.Generator) -> list[float]:
    x = np.linspace(-1, 1, 40)
    curve = shape[0] * x + shape[1] * np.cos(3 * x) + np.convolve(rng.normal(0, 0.5, 46), np.ones(7) / 7, "valid")
    return [float(v) for v in ((curve - curve.mean()) / curve.std()).round(4)]


def _write(name: str, rows: list[list]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main() -> None:
    """Writes the five files: both corpora in both formats, with the same settings, and the terms."""
    rng = np.random.default_rng(7)
    columns = "b1_gain_db b1_freq_hz b2_gain_db b2_freq_hz b2_q b3_gain_db b3_freq_hz b3_q b4_gain_db b4_freq_hz b4_q"
    ours = [["id", "descriptor_raw", "descriptor", *columns.split(), "b5_gain_db", "b5_freq_hz", "person_group"]]
    original, terms = [], [["corpus", "id", "language", "token", "lemma", "concept", "status"]]
    for number, (word, person) in enumerate((w, p) for w in SAFE_WORDS for p in range(PEOPLE)):
        values = _safe_values(SAFE_WORDS[word], rng)
        ours.append([f"safe{number}", word.title(), word, *values, f"p{person}"])
        original.append([number, word.title(), "0.0.0.0", 0, 0, *values, "", "", "", "", "", "", f"p{person}"])
        terms.append(["safe", f"safe{number}", "en", word, word, word, "ok"])
    # A flat setting and one of no word, which readers must leave out.
    flat = [0.0, 100.0, 0.0, 300.0, 1.0, 0.0, 1000.0, 1.0, 0.0, 3000.0, 1.0, 0.0, 8000.0]
    ours.append(["safe90", "Quomb", "quomb", *flat, "p9"])
    original.append([90, "Quomb", "0.0.0.0", 0, 0, *flat, "", "", "", "", "", "", "p9"])
    original.append([91, "test", "0.0.0.0", 0, 0, *original[0][5:18], "", "", "", "", "", "", "p9"])
    terms.append(["safe", "safe90", "en", "quomb", "quomb", "quomb", "ok"])
    _write("safe_settings.csv", ours)
    _write("SAFEEqualiserUserData.csv", original)

    head = ["id", "descriptor", "language", "audio_id", "ratings_consistency"]
    theirs = [[*head, *(f"rsc_{hz}hz" for hz in CENTRES_HZ)]]
    published = [[*head, *(f"param{i}" for i in range(40))]]
    for number, (key, person) in enumerate((k, p) for k in SOCIALFX_WORDS for p in range(PEOPLE)):
        language, word = key
        values = _socialfx_values(SOCIALFX_WORDS[key], rng)
        about = [language, 7 + person % 3, round(0.1 * person, 1)]
        theirs.append([f"sfx{number}", word, *about, *values])
        published.append([f"sfx{number}", word, "English" if language == "en" else "Spanish", *about[1:], *values])
        terms.append(["sfx", f"sfx{number}", language, word, word, "vashy" if word == "chispún" else word, "ok"])
    _write("socialfx_settings.csv", theirs)
    _write("eq_contributions.csv", published)
    _write("terms.csv", terms)


if __name__ == "__main__":
    main()
