"""Both corpora, in both formats, and what is wrong with a file said in one line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from conftest import OURS, copy_sample

from semantic_eq_training import __main__ as command
from semantic_eq_training import readers
from semantic_eq_training.readers import DataError


def test_our_tables_are_read_without_flat_rows(ours: Path) -> None:
    settings = readers.read_folder(ours)
    assert sum(s.corpus == "safe" for s in settings) == 20
    assert sum(s.corpus == "sfx" for s in settings) == 20
    assert all(abs(s.curve_db.mean()) < 1e-9 and s.curve_db.shape == (64,) for s in settings)
    assert "safe90" not in {s.id for s in settings}


def test_the_originals_give_the_same_curves_and_words(ours: Path, originals: Path) -> None:
    a = readers.read_folder(ours)
    b = readers.read_folder(originals)
    assert [(s.corpus, s.language, s.terms[0].lemma) for s in a] == [
        (s.corpus, s.language, s.terms[0].lemma) for s in b
    ]
    np.testing.assert_allclose([s.curve_db for s in a], [s.curve_db for s in b], atol=2e-3)
    assert [s.consistency for s in a] == [s.consistency for s in b]


def test_the_originals_descriptors_become_words() -> None:
    assert readers.descriptor_tokens("Warm, Bright") == ["warm", "bright"]
    assert readers.descriptor_tokens("test") == []
    assert readers.descriptor_tokens("this is how my guitar sounds now") == []
    assert readers.lemma_of("brightness", "en") == "bright"
    assert readers.lemma_of("warmth", "en") == "warm"
    assert readers.lemma_of("muddiness", "en") == "muddy"
    assert readers.lemma_of("suave", "es") == "suave"


def test_socialfx_without_a_header_is_read_by_its_shape(originals: Path) -> None:
    path = originals / "eq_contributions.csv"
    with_header = readers.read_socialfx(path)
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    without = readers.read_socialfx(path)
    assert [s.descriptor for s in without] == [s.descriptor for s in with_header]
    assert [s.consistency for s in without] == [s.consistency for s in with_header]
    np.testing.assert_array_equal([s.curve_db for s in without], [s.curve_db for s in with_header])


def test_safe_with_a_header_line_before_its_rows_is_read(originals: Path) -> None:
    path = originals / "SAFEEqualiserUserData.csv"
    plain = readers.read_safe(path)
    rows = path.read_text(encoding="utf-8")
    path.write_text(
        ",".join(f"column{i}" for i in range(rows.splitlines()[0].count(",") + 1)) + "\n" + rows, encoding="utf-8"
    )
    assert [s.id for s in readers.read_safe(path)] == [s.id for s in plain]


def test_the_original_may_have_a_few_bad_rows_but_not_many(originals: Path) -> None:
    path = originals / "SAFEEqualiserUserData.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    usable = len(readers.read_safe(path))
    many = [",".join([str(100 + i), *row.split(",")[1:]]) for i in range(5) for row in rows]
    bad = "999,quomb,0.0.0.0,0,0,lots" + rows[0][rows[0].index(",", 30) :]
    path.write_text("\n".join([*many, bad]) + "\n", encoding="utf-8")
    assert len(readers.read_safe(path)) == 5 * usable
    path.write_text("\n".join([*many, *[bad] * 5]) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"SAFEEqualiserUserData.csv:\d+: .*rows are not usable"):
        readers.read_safe(path)


def test_languages_that_the_model_does_not_know_are_left_out(originals: Path) -> None:
    path = originals / "eq_contributions.csv"
    count = len(readers.read_socialfx(path))
    path.write_text(path.read_text(encoding="utf-8").replace("Spanish", "French", 1), encoding="utf-8")
    assert len(readers.read_socialfx(path)) == count - 1


def _spoil(old: str, new: str):
    return lambda text: text.replace(old, new, 1)


DAMAGES = {
    "a word for a number": ("safe_settings.csv", lambda t: t.replace("1000.0", "loud", 1) if "1000.0" in t else t),
    "an infinite gain": ("safe_settings.csv", lambda t: _replace_field(t, 1, 3, "inf")),
    "a negative frequency": ("safe_settings.csv", lambda t: _replace_field(t, 1, 4, "-100")),
    "a frequency above Nyquist": ("safe_settings.csv", lambda t: _replace_field(t, 1, 4, "30000")),
    "a row cut off": ("safe_settings.csv", lambda t: t[: len(t) - 60]),
    "a missing column": ("safe_settings.csv", _spoil("b3_q", "b3_quality")),
    "an empty file": ("safe_settings.csv", lambda t: ""),
    "thirty-nine values": ("socialfx_settings.csv", _spoil("rsc_20hz", "first")),
    "a nan": ("socialfx_settings.csv", lambda t: _replace_field(t, 2, 20, "nan")),
    "an unclosed quote": ("socialfx_settings.csv", lambda t: t + '"open'),
    "terms without lemmas": ("terms.csv", _spoil("lemma", "root")),
}


def _replace_field(text: str, line: int, column: int, value: str) -> str:
    lines = text.splitlines()
    fields = lines[line].split(",")
    fields[column] = value
    lines[line] = ",".join(fields)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_gives_one_clear_line(damage: str, ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, spoil = DAMAGES[damage]
    path = ours / name
    text = path.read_text(encoding="utf-8")
    spoilt = spoil(text)
    assert spoilt != text
    path.write_text(spoilt, encoding="utf-8")
    with pytest.raises(DataError, match=name):
        readers.read_folder(ours)
    assert command.main(["--data", str(ours), "--out", str(ours / "model"), "--quick"]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and said[0].startswith("error: ") and name in said[0]
    assert not (ours / "model").exists()


def test_bytes_that_are_no_text_are_refused(ours: Path) -> None:
    (ours / "safe_settings.csv").write_bytes(b"\xff\xfe\x00\x80" * 50)
    with pytest.raises(DataError, match="UTF-8"):
        readers.read_folder(ours)


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"):
        readers.read_folder(tmp_path / "nowhere")
    with pytest.raises(DataError, match="safe_settings.csv"):
        readers.read_folder(copy_sample(OURS[2:], tmp_path / "terms only"))
