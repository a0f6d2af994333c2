"""Settings to curves, against closed forms, scipy, and the data's own curves."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy import signal

from semantic_eq_training import bands, curves, readers
from semantic_eq_training.grid import FREQUENCIES_HZ, cosine, erb_weights, level_free


def test_the_grid_is_the_common_one() -> None:
    assert FREQUENCIES_HZ[0] == 20.0
    assert FREQUENCIES_HZ[63] == pytest.approx(20_000.0, abs=1e-9)
    assert erb_weights().mean() == pytest.approx(1.0)
    assert np.all(np.diff(erb_weights()) > 0)


def test_a_flat_curve_is_like_nothing() -> None:
    assert cosine(np.full(64, 3.0), FREQUENCIES_HZ) == 0.0


@pytest.mark.parametrize("gain_db", [-12.0, 4.0, 12.0])
def test_cookbook_filters_reach_their_gains(gain_db: float) -> None:
    bell = curves.rbj_magnitude_db("bell", gain_db, float(FREQUENCIES_HZ[30]), 1.3)
    assert bell[30] == pytest.approx(gain_db, abs=1e-9)
    low = curves.rbj_magnitude_db("low-shelf", gain_db, 1000.0, 0.71)
    high = curves.rbj_magnitude_db("high-shelf", gain_db, 1000.0, 0.71)
    assert low[0] == pytest.approx(gain_db, abs=0.01) and low[-1] == pytest.approx(0.0, abs=0.01)
    assert high[-1] == pytest.approx(gain_db, abs=0.01) and high[0] == pytest.approx(0.0, abs=0.01)


def test_low_bands_have_the_analogue_prototypes_magnitudes() -> None:
    rng = np.random.default_rng(3)
    for _ in range(50):
        f0, db, q = 2 ** rng.uniform(5, 10, 8), rng.uniform(-12, 12, 8), 2 ** rng.uniform(-1.5, 2, 8)
        expected = np.zeros(64)
        for i, band in enumerate(bands.BANDS):
            a, r = 10 ** (db[i] / 40), 10 ** (db[i] / 80)
            num, den = {
                "bell": ([1, a / q[i], 1], [1, 1 / (a * q[i]), 1]),
                "low-shelf": ([a, a * r / q[i], a * a], [a, r / q[i], 1]),
                "high-shelf": ([a * a, a * r / q[i], a], [1, r / q[i], a]),
            }[band.type]
            _, h = signal.freqs(num, den, FREQUENCIES_HZ / f0[i])
            expected += 20 * np.log10(np.abs(h))
        table = np.stack([np.log2(f0), db, np.log2(q)], axis=-1)
        # Far below Nyquist the engine's matched form is the analogue one; above, test_bands holds it to the engine.
        np.testing.assert_allclose(bands.magnitude_db(table)[:43], expected[:43], atol=0.05)
        ours = bands.magnitude_db_torch(torch.tensor(table)).numpy()
        np.testing.assert_allclose(ours[:43], expected[:43], atol=0.05)


def test_ranges_overlap_only_neighbours_and_cover_the_spectrum() -> None:
    table = bands.BANDS
    assert [b.type for b in table] == ["low-shelf", *["bell"] * 6, "high-shelf"]
    assert table[0].hz_min == 20.0 and table[-1].hz_max == 20_000.0
    for a, b in zip(table, table[1:], strict=False):
        assert a.hz_min < b.hz_min < a.hz_max < b.hz_max
    for a, c in zip(table, table[2:], strict=False):
        assert a.hz_max <= c.hz_min


def test_socialfx_curves_pass_through_their_values() -> None:
    values = np.sin(np.arange(40.0))
    curve = curves.socialfx_curve_db(values, 2.0)
    assert curve[0] == pytest.approx(2.0 * values[0])
    assert curve[-1] == pytest.approx(2.0 * values[-1])
    assert np.abs(curve).max() <= 2.0


def test_near_duplicates_share_a_group() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((2, 64))
    groups = curves.near_duplicate_groups(np.stack([a, b, a * 1.5 + 0.001 * b, b + 3.0]))
    assert groups[0] == groups[2] != groups[1] == groups[3]


@pytest.mark.parametrize("corpus", ["safe", "socialfx"])
def test_our_curves_are_the_datas_own(corpus: str, data_folder: Path) -> None:
    read = readers.read_safe if corpus == "safe" else readers.read_socialfx
    ours = {s.id: s.curve_db for s in read(data_folder / f"{corpus}_settings.csv")}
    with (data_folder / f"{corpus}_curves_db.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    worst = 0.0
    for row in rows:
        worst = max(worst, float(np.abs(ours[row[0]] - level_free(np.array(row[1:], float))).max()))
    assert len(rows) > 1000
    # SocialFX's rows are standardised again on reading (they are stored to six digits).
    assert worst < (1e-3 if corpus == "safe" else 0.02)
