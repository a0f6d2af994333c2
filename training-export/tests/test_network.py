"""What the losses ask for, what the walks between words find, and the ablations' other ways of training."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
import torch

from semantic_eq_training import ablations, latent, losses, parametric, paths, pipeline, readers, report_network, train
from semantic_eq_training.bands import magnitude_db
from semantic_eq_training.grid import cosine, level_free
from semantic_eq_training.model import Decoder, Encoder, centre, decode_curves, encode

TINY = train.TrainingPlan(steps=8, batch=16, refine_steps=5)


def _words(count: int = 40, seed: int = 0) -> np.ndarray:
    """Made-up level-free curves [count, 64] of some 2 dB RMS: slopes and broad waves."""
    rng = np.random.default_rng(seed)
    waves = np.cos(np.pi * np.outer(np.arange(1, 6), np.arange(64) + 0.5) / 64)
    return level_free(1.5 * (rng.standard_normal((count, 5)) / np.arange(1, 6)) @ waves)


def _loss(decoder: Decoder, encoder: Encoder, weights: losses.Weights) -> float:
    curves = torch.tensor(_words(), dtype=torch.float32)
    noise = torch.Generator().manual_seed(1)
    return float(losses.of_curves(decoder, encoder, curves, losses.point_weights(weights), weights, noise)[0].detach())


@pytest.mark.parametrize("term", ["mixing", "consistency", "gains", "latent"])
def test_each_term_of_the_loss_is_there_and_in_proportion_to_its_weight(term: str) -> None:
    decoder, encoder = Decoder(3), Encoder(3)
    with torch.no_grad():
        decoder.wg *= 5.0
    without, with_one, with_two = (
        _loss(decoder, encoder, replace(losses.Weights(), **{term: w})) for w in (0.0, 1.0, 2.0)
    )
    assert with_one > without + 1e-5
    assert with_two - with_one == pytest.approx(with_one - without, rel=1e-3)


def test_bands_out_of_order_cost() -> None:
    decoder, encoder = Decoder(3), Encoder(3)
    weights = losses.Weights()
    kept = _loss(decoder, encoder, weights) - _loss(decoder, encoder, replace(weights, order=0.0))
    with torch.no_grad():
        decoder.cf[0], decoder.cf[1] = 3.0, -3.0
    broken = _loss(decoder, encoder, weights) - _loss(decoder, encoder, replace(weights, order=0.0))
    assert broken > kept + 1.0


def test_erb_weights_let_the_low_end_count_less() -> None:
    points = losses.point_weights(losses.Weights()).numpy()
    assert points.mean() == pytest.approx(1.0, abs=1e-6) and points[-1] > 2.0 * points[0] > 0.0
    assert np.all(losses.point_weights(losses.Weights(erb=False)).numpy() == 1.0)


def test_centring_changes_no_function_and_leaves_no_sum(quick_model: pipeline.TrainedModel) -> None:
    encoder = Encoder(4)
    curves = _words() + 20.0
    before = encode(encoder, curves)
    centre(encoder)
    np.testing.assert_allclose(encode(encoder, curves), before, atol=1e-4)
    for net in (encoder, quick_model.encoder):
        for rows in (net.e0, net.e1):
            assert float(rows.detach().double().sum(dim=1).abs().max()) < 1e-4 * float(rows.detach().abs().max())


def test_a_walk_finds_a_jump_and_a_band_that_passes_its_neighbour(quick_model: pipeline.TrainedModel) -> None:
    starts, ends = paths.random_pairs(quick_model.word_z, 300, 0)
    assert np.all(np.abs(starts - ends).max(axis=1) > 0.0)
    good = paths.check(quick_model.decoder, starts, ends)
    assert good.paths == 300 and good.jumping == 0.0 and good.out_of_order == 0.0

    jumpy = Decoder(0)
    jumpy.load_state_dict(quick_model.decoder.state_dict())
    with torch.no_grad():
        jumpy.w1 *= 300.0
    assert paths.check(jumpy, starts, ends).jumping > 0.1

    passing = Decoder(0)
    passing.load_state_dict(quick_model.decoder.state_dict())
    with torch.no_grad():
        passing.cf[0] += 9.0
        passing.cf[1] -= 9.0
    walked = paths.check(passing, starts, ends)
    assert walked.out_of_order > 0.5 and walked.nearest_octaves.argmin() == 0 and walked.nearest_octaves[0] < 0.0


def test_halfway_and_evenness_are_exact_where_the_decoder_is_linear(quick_model: pipeline.TrainedModel) -> None:
    starts, ends = paths.random_pairs(quick_model.word_z, 50, 1)
    assert np.median(paths.halfway_error_db(quick_model.decoder, starts, ends)) > 0.0
    tiny = 1e-3
    # Near neutral every decoder is linear in its gains.
    assert paths.halfway_error_db(quick_model.decoder, tiny * starts, tiny * ends).max() < 1e-3
    assert np.all(paths.evenness(quick_model.decoder, starts, ends) >= 1.0)
    same = paths.nearest_person(_words(), np.concatenate([_words(5, 9), 3.0 * _words() + 1.0]))
    np.testing.assert_allclose(same, 1.0, atol=1e-9)


def test_unused_components_stay_nought_from_encoder_to_refined_words() -> None:
    decoder, encoder = train.train(_words(60, 2), _words(), replace(TINY, components=3), 1, lambda line: None)
    z = latent.refine(decoder, encoder, _words(), 5)
    assert np.all(z[:, 3:] == 0.0) and np.all(np.abs(z[:, :3]).max(axis=0) > 0.0)


def test_bands_fitted_for_the_parametric_loss_sound_like_the_curve() -> None:
    wanted = _words()
    fitted = parametric.fitted_bands(wanted).numpy()
    assert np.median(cosine(level_free(magnitude_db(fitted)), wanted)) > 0.99
    decoder, encoder = parametric.train(_words(60, 2), wanted, replace(TINY, steps=200), 1)
    assert np.median(cosine(decode_curves(decoder, encode(encoder, wanted)), wanted)) > 0.8


def _differing(a: object, b: object) -> set[str]:
    return {f.name for f in fields(a) if getattr(a, f.name) != getattr(b, f.name)}


def test_ablations_change_one_thing_each() -> None:
    first, *others = ablations.variants(TINY)
    assert first.plan == TINY and not first.parametric
    switched = set()
    for other in others:
        changed = _differing(other.plan.weights, TINY.weights)
        whole = _differing(other.plan, TINY)
        assert len(changed | (whole - {"weights"})) + other.parametric in (1, 2), other.name
        switched |= changed
    assert switched == {f.name for f in fields(losses.Weights)}
    assert {o.plan.components for o in others} == {1, 2, 3, 8, 32}


def test_an_ablation_is_judged_the_same_every_time(sample_settings: list[readers.Setting]) -> None:
    first, again = (ablations.run(sample_settings, 1, TINY) for _ in range(2))
    assert first == again and len({o.unmet_db for o in first}) > 8
    assert len(report_network.ablation_section(first).splitlines()) == len(first) + 4
