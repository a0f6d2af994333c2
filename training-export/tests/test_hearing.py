"""Hearing, the long-term spectrum it hears, and the directions made of it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from semantic_eq_training.bands import BANDS, magnitude_db
from semantic_eq_training.grid import FREQUENCIES_HZ, POINTS, level_free
from semantic_eq_training.listening import hearing, listener, spectrum, synthetic

EAR = hearing.Hearing(0.15)


def _spectra(count: int = 12, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    waves = np.cos(np.pi * np.outer(np.arange(1, 9), np.arange(POINTS) + 0.5) / POINTS)
    return level_free(8.0 * rng.standard_normal((count, 8)) / np.arange(1, 9) @ waves)


def _bell(hz: float, db: float) -> np.ndarray:
    bands = np.array([[np.log2(b.hz_min), 0.0, 0.0] for b in BANDS])
    bands[4] = [np.log2(hz), db, 0.0]
    return magnitude_db(bands)


def test_shares_sum_to_one_whatever_the_level_and_torch_agrees() -> None:
    spectra = _spectra()
    heard = EAR.heard(spectra)
    np.testing.assert_allclose(heard.sum(axis=1), 1.0, atol=1e-12)
    np.testing.assert_allclose(EAR.heard(spectra - 37.0), heard, atol=1e-12)
    np.testing.assert_allclose(EAR.heard_torch(torch.tensor(spectra)).numpy(), heard, atol=1e-12)


def test_what_has_no_energy_is_not_heard_to_change() -> None:
    dark = np.where(FREQUENCIES_HZ < 500.0, 0.0, -90.0)
    boosted = dark + np.where(FREQUENCIES_HZ > 8000.0, 12.0, 0.0)
    cut = dark - np.where(FREQUENCIES_HZ < 100.0, 12.0, 0.0)
    unheard = np.abs(EAR.heard(boosted) - EAR.heard(dark)).sum()
    heard = np.abs(EAR.heard(cut) - EAR.heard(dark)).sum()
    assert unheard < 0.01 * heard, (unheard, heard)


def test_the_ear_is_most_sensitive_in_its_middle_and_filters_are_wide_as_erbs() -> None:
    threshold = hearing.threshold_in_quiet_db(FREQUENCIES_HZ)
    assert 2000.0 < FREQUENCIES_HZ[threshold.argmin()] < 5000.0
    filters = hearing.auditory_filters()
    edges = hearing.band_edges_hz()
    found = (filters * np.diff(edges)).sum(axis=1)
    middle = (FREQUENCIES_HZ > 200.0) & (FREQUENCIES_HZ < 8000.0)
    np.testing.assert_allclose(found[middle], hearing.erb_hz(FREQUENCIES_HZ)[middle], rtol=0.02)


def test_pink_noise_reads_flat_and_a_tone_in_its_band() -> None:
    pink = spectrum.long_term_db(synthetic.noise(np.random.default_rng(1), -3.0103, 10.0, 24_000.0))
    assert pink is not None
    middle = (FREQUENCIES_HZ > 100.0) & (FREQUENCIES_HZ < 19_000.0)
    assert np.ptp(pink[middle]) < 2.0, pink
    t = np.arange(3 * spectrum.RATE) / spectrum.RATE
    tone = spectrum.long_term_db(0.1 * np.sin(2.0 * np.pi * FREQUENCIES_HZ[40] * t)[None])
    assert tone is not None and tone.argmax() == 40
    power = np.power(10.0, tone / 10.0)
    assert power[39:42].sum() > 0.999 * power.sum()


def test_an_equaliser_adds_its_curve_and_silence_says_nothing() -> None:
    bands = np.array([[np.log2(b.hz_min), 0.0, 0.0] for b in BANDS])
    bands[4, 1], bands[0, 1] = 9.0, -6.0
    sound = synthetic.noise(np.random.default_rng(2), -3.0, 10.0, 24_000.0)
    before, after = spectrum.long_term_db(sound), spectrum.long_term_db(spectrum.equalised(sound, bands))
    assert before is not None and after is not None
    # Under 60 Hz a window's bin is wider than two bands.
    fine = FREQUENCIES_HZ > 60.0
    np.testing.assert_allclose(level_free((after - before)[fine]), level_free(magnitude_db(bands)[fine]), atol=0.2)
    assert spectrum.long_term_db(np.zeros((2, 48_000))) is None
    quiet_end = np.concatenate([sound, 1e-3 * sound[:, ::-1]], axis=1)
    gated = spectrum.long_term_db(quiet_end)
    assert gated is not None
    np.testing.assert_allclose(gated[fine], before[fine], atol=0.3)


def test_on_the_reference_the_asked_word_rises_most_whatever_the_metric() -> None:
    rng = np.random.default_rng(3)
    curves = _spectra(20, 4)
    words = [f"word {i}" for i in range(20)]
    made = listener.build(EAR, _spectra(30, 5), np.full(30, 1 / 30), rng.standard_normal((24, POINTS)), words, curves)
    change = made.changes(made.reference, made.reference + curves)
    np.testing.assert_array_equal(change.argmax(axis=1), np.arange(20))
    np.testing.assert_allclose(np.diag(change), made.asked(curves), rtol=1e-9)
    assert np.all(made.asked(curves) > 0.0) and np.median(made.asked(curves)) == pytest.approx(1.0)
    assert np.all(made.template(np.zeros((1, POINTS))) == 0.0) and made.asked(np.zeros((1, POINTS)))[0] == 0.0


def test_half_a_curve_asks_for_less_than_the_whole_in_nearly_the_same_direction() -> None:
    made = listener.build(EAR, _spectra(30), np.full(30, 1 / 30), np.eye(POINTS), ["a"], _bell(3000.0, 6.0)[None])
    half, whole = (made.asked(_bell(3000.0, db)[None])[0] for db in (3.0, 6.0))
    assert 0.3 * whole < half < 0.7 * whole
    a, b = (made.template(_bell(3000.0, db)[None])[0] for db in (3.0, 6.0))
    assert a @ b / np.sqrt((a @ a) * (b @ b)) > 0.98
