"""The differentiable equaliser is what the engine plays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from semantic_eq_training.bands import BANDS, HIGHEST_HZ, HIGHEST_SHELF_Q, magnitude_db, magnitude_db_torch


@pytest.fixture(scope="module")
def engine() -> tuple[np.ndarray, np.ndarray]:
    """Bands [n, 8, 3] (log2 Hz, dB, log2 Q) and the engine's curves [n, 64]; tests/Dsp.Tests holds the file to dsp."""
    rows = np.loadtxt(Path(__file__).parent / "golden" / "engine_curves.csv", delimiter=",")
    bands = rows[:, :24].reshape(-1, 8, 3).copy()
    bands[..., [0, 2]] = np.log2(bands[..., [0, 2]])
    return bands, rows[:, 24:]


def test_the_vectors_cover_the_decoders_ranges(engine: tuple[np.ndarray, np.ndarray]) -> None:
    bands, curves = engine
    assert bands.shape == (256, 8, 3) and curves.shape == (256, 64)
    for i, band in enumerate(BANDS):
        hz, db, q = (bands[:, i, j] for j in range(3))
        assert hz.min() < np.log2(band.hz_min) + 0.3 and hz.max() > np.log2(band.hz_max) - 0.3, i
        assert q.min() < np.log2(band.q_min) + 0.1 and q.max() > np.log2(band.q_max) - 0.1, i
        assert db.min() == -band.db_max and db.max() == band.db_max
        assert band.hz_max <= HIGHEST_HZ and (band.type == "bell" or band.q_max <= HIGHEST_SHELF_Q)


def test_curves_are_the_engines_within_a_thousandth_of_a_db(engine: tuple[np.ndarray, np.ndarray]) -> None:
    bands, curves = engine
    assert np.abs(magnitude_db(bands) - curves).max() < 1e-4
    single = magnitude_db_torch(torch.tensor(bands, dtype=torch.float32)).numpy()
    assert np.abs(single - curves).max() < 1e-3


def test_gradients_are_the_slopes_and_finite_everywhere(engine: tuple[np.ndarray, np.ndarray]) -> None:
    few = torch.tensor(engine[0][:3], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(magnitude_db_torch, (few,), eps=1e-6, atol=1e-4)
    for db in (0.0, 1e-6, -12.0, 12.0):
        bands = torch.tensor(engine[0], dtype=torch.float32)
        bands[..., 1] = db
        bands.requires_grad_(True)
        magnitude_db_torch(bands).square().sum().backward()
        assert torch.isfinite(bands.grad).all(), db


def test_a_band_at_0_db_knows_which_way_to_go(engine: tuple[np.ndarray, np.ndarray]) -> None:
    flat = torch.tensor(engine[0] * np.array([1.0, 0.0, 1.0]), dtype=torch.float64, requires_grad=True)
    magnitude_db_torch(flat).sum().backward()
    nudged = engine[0] * np.array([1.0, 0.0, 1.0]) + np.array([0.0, 1e-4, 0.0])
    slope = magnitude_db(nudged).sum() / 1e-4
    assert slope > 1.0
    np.testing.assert_allclose(float(flat.grad[..., 1].sum()), slope, rtol=1e-3)


def test_boost_and_cut_are_inverses_and_no_gain_is_flat(engine: tuple[np.ndarray, np.ndarray]) -> None:
    bands, curves = engine
    mirrored = bands * np.array([1.0, -1.0, 1.0])
    np.testing.assert_allclose(magnitude_db(mirrored), -magnitude_db(bands), atol=1e-9)
    assert np.all(np.abs(magnitude_db(bands * np.array([1.0, 0.0, 1.0]))) < 1e-12)
