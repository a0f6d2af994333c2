"""Words that nobody set: the graph, the kernel, the table's file, Spanish, a user's own vectors."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from conftest import NOWHERE

from semantic_eq_training import lexicon, readers, scale, words
from semantic_eq_training.grid import POINTS, cosine, unit
from semantic_eq_training.lexicon import (
    candidates,
    gaussian_process,
    graph,
    kernel,
    leave_one_out,
    morphology,
    page_rank,
    people,
    sound,
    sources,
    spanish,
    table_file,
    thesauri,
    unseen,
    vectors,
    wordnet,
)
from semantic_eq_training.readers import DataError, Setting, Term


@pytest.fixture(scope="module")
def real(data_folder_or_none: Path | None) -> kernel.Lexicon:
    found = sources.find(data_folder_or_none)
    if found.missing():
        pytest.skip(f"not there: {', '.join(found.missing())}")
    return kernel.load(data_folder_or_none)


@pytest.fixture(scope="module")
def data_folder_or_none(request: pytest.FixtureRequest) -> Path | None:
    return request.getfixturevalue("data_folder")


def _alike(known: kernel.Lexicon, a: str, b: str) -> float:
    found = kernel.features(known, [("en", a), ("en", b)])
    return float((found.walk[0] @ found.walk[1].T).toarray()[0, 0])


def test_near_words_are_nearer_than_far_ones_and_antonyms_farthest(bare: kernel.Lexicon) -> None:
    assert _alike(bare, "mellow", "soft") > _alike(bare, "mellow", "punchy") + 0.1
    assert _alike(bare, "dull", "bright") < _alike(bare, "dull", "muffled") - 0.2


def test_a_walk_goes_as_far_as_its_steps() -> None:
    chain = graph.assemble(graph.Relations({"roget": [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)]}, set()))
    one = page_rank.vectors(chain, ["a"], steps=1).toarray()[0] > 0
    two = page_rank.vectors(chain, ["a"], steps=2).toarray()[0] > 0
    assert one.tolist() == [True, True, False, False]
    assert two.tolist() == [True, True, True, False]


def test_a_walk_takes_antonyms_away() -> None:
    edges = {"roget": [("hot", "warm", 1.0), ("cold", "chilly", 1.0), ("warm", "mild", 1.0), ("chilly", "mild", 1.0)]}
    with_them = graph.assemble(graph.Relations(edges, {("hot", "cold")}))
    found = page_rank.vectors(with_them, ["hot", "cold"])
    assert float((found[0] @ found[1].T).toarray()[0, 0]) < -0.3
    assert np.allclose(np.sqrt(found.multiply(found).sum(axis=1)), 1.0)


def test_an_unknown_word_starts_from_its_stem(bare: kernel.Lexicon) -> None:
    assert "boominess" not in bare.graph.index
    assert _alike(bare, "boominess", "boomy") > 0.9
    assert page_rank.vectors(bare.graph, ["qwertz"]).nnz == 0


@pytest.mark.parametrize(
    ("word", "stem"),
    [("boominess", "boomy"), ("bassy", "bass"), ("muddy", "mud"), ("crunchiest", "crunchy"), ("brighter", "bright"),
     ("edgy", "edge"), ("piercing", "pierce"), ("muffled", "muffle"), ("thudding", "thud"), ("ear-piercing", "ear")],
)  # fmt: skip
def test_stems(word: str, stem: str) -> None:
    assert stem in morphology.stems(word)


def test_bright_sounding_words_are_told_from_dark_ones_by_spelling() -> None:
    names = ["tizzy", "zippy", "boomy", "gloomy"]
    found = sound.features(names)
    between = sound.kernel(found, found, found.std(axis=0) + 1e-3)
    assert between[0, 1] > between[0, 2] and between[2, 3] > between[0, 3]
    assert np.allclose(np.diag(between), 1.0)


def test_the_prior_is_a_covariance_without_any_lexicon(monkeypatch: pytest.MonkeyPatch, bare: kernel.Lexicon) -> None:
    monkeypatch.setattr(kernel, "load", lambda data_dir: bare)
    names = [("en", "warm"), ("en", "mellow"), ("en", "shrill"), ("es", "cálido"), ("es", "xyz"), ("en", "zzz")]
    prior = lexicon.prior(names, None)
    assert np.allclose(np.diag(prior), 1.0) and np.allclose(prior, prior.T)
    assert np.linalg.eigvalsh(prior).min() > 0.0
    assert prior[0, 1] > prior[0, 2] + 0.05
    assert prior[0, 3] > prior[2, 3] + 0.2, "a translation stands near its word"


def test_the_process_goes_through_what_is_sure_and_back_to_nothing() -> None:
    curves = np.random.default_rng(0).standard_normal((3, POINTS))
    between = np.eye(3) * 0.9 + 0.1
    known = gaussian_process.fit(between, np.array([1e-6, 1e-6, 1e3]), curves)
    assert np.allclose(known.mean(between[:1]), curves[:1], atol=1e-3)
    assert np.abs(known.mean(np.zeros((1, 3)))).max() == 0.0
    left = known.unknown(np.concatenate([between, np.zeros((1, 3))]), np.ones(4))
    assert left[0] < 1e-3 * left[3] and left[2] > 0.5 * left[3]


def _people(seed: int = 0) -> list[Setting]:
    """Settings of audio words: curves by a hidden law of the words' places in the graph, and people's scatter."""
    rng = np.random.default_rng(seed)
    names = [w for near, _ in thesauri.bar_groups(graph.AUDIO) for w in near[:2]]
    names = list(dict.fromkeys(names))[:150]
    known = kernel.from_sources(sources.find(None, NOWHERE, NOWHERE))
    found = kernel.features(known, [("en", n) for n in names])
    between = (found.walk @ found.walk.T).toarray()
    law = np.linalg.cholesky(between + 1e-6 * np.eye(len(names))) @ rng.standard_normal((len(names), 4))
    x = np.linspace(-1, 1, POINTS)
    shapes = np.stack([x, x**2, np.sin(4 * x), np.cos(6 * x)])
    shapes = unit(shapes)
    settings = []
    for i, name in enumerate(names):
        for _ in range(1 + i % 8):
            curve = (law[i] + 0.5 * rng.standard_normal(4)) @ shapes * 4
            number = len(settings)
            term = Term("en", name, name)
            settings.append(
                Setting(f"s{number}", "sfx", name, "en", curve - curve.mean(), 0.5, f"p{number}|sfx{number}", (term,))
            )
    return settings


def test_left_out_words_are_guessed_and_certainty_tells_how_well(bare: kernel.Lexicon) -> None:
    settings = _people()
    everyone = people.read(settings)
    consensus = people.consensus(everyone, settings)
    found = leave_one_out.run(bare, everyone, consensus)
    mean = np.mean([cosine(everyone.curves.mean(axis=0), consensus[i]) for i in found.rows])
    assert found.cosine.mean() > mean + 0.3, (found.cosine.mean(), mean)
    assert np.corrcoef(found.expected, found.cosine)[0, 1] > 0.2


def test_leaving_out_by_blocks_is_leaving_out(bare: kernel.Lexicon) -> None:
    settings = _people()
    everyone = people.read(settings)
    found = kernel.features(bare, everyone.names)
    between = kernel.kernel(bare, found, found)
    fast = leave_one_out.from_kernel(between, everyone, people.consensus(everyone, settings))
    i = int(fast.rows[7])
    stays = np.arange(len(everyone.names)) != i
    slow = gaussian_process.fit(between[np.ix_(stays, stays)], everyone.noise[stays], everyone.curves[stays])
    assert np.allclose(fast.curves[7], slow.mean(between[i : i + 1, stays])[0], atol=1e-8)


def test_a_word_left_out_takes_its_translations_with_it() -> None:
    settings = _people()[:40]
    twin = Setting(**{**settings[-1].__dict__, "terms": (Term("es", "xyz", settings[-1].terms[0].concept),)})
    everyone = people.read([*settings, twin, twin, twin])
    between = np.eye(len(everyone.names)) + 1.0
    between[-1, -2] = between[-2, -1] = 1.99
    consensus = people.consensus(everyone, [*settings, twin, twin, twin])
    found = leave_one_out.from_kernel(between, everyone, consensus, "es")
    assert abs(cosine(found.curves[-1], twin.curve_db)) < 0.9


def test_the_table_reads_back_what_went_in() -> None:
    rng = np.random.default_rng(1)
    names = [("es", "frío"), ("en", "cold"), ("es", "ñu"), ("en", "zesty"), ("en", "a-b")]
    z = rng.standard_normal((5, 3)) @ rng.standard_normal((3, 32)) * 8
    data = table_file.to_bytes(names, z, np.linspace(0, 1, 5), components=3)
    back = table_file.from_bytes(data)
    assert [w.encode() for _, w in back.names] == sorted(w.encode() for _, w in names)
    for name, row, sure in zip(names, z, np.linspace(0, 1, 5), strict=True):
        i = back.names.index(name)
        assert np.abs(back.z[i] - row).max() < 0.02 * np.abs(z).max()
        assert abs(back.certainty[i] - sure) <= 0.5 / 255 + 1e-9
    with pytest.raises(ValueError, match="twice"):
        table_file.to_bytes([("en", "a"), ("es", "a")], z[:2], np.ones(2))


def test_a_table_is_made_from_people_alone(monkeypatch: pytest.MonkeyPatch, bare: kernel.Lexicon) -> None:
    monkeypatch.setattr(kernel, "load", lambda data_dir: bare)
    settings = _people()
    consensus = words.consensus(settings, words.fit_effects(settings))
    basis = np.random.default_rng(2).standard_normal((POINTS, 32)) / 8
    log: list[str] = []
    data = lexicon.table(settings, consensus, lambda curves: curves @ basis, None, log=log.append)
    back = table_file.from_bytes(data)
    assert data == lexicon.table(settings, consensus, lambda curves: curves @ basis, None)
    assert any("WordNet" in line for line in log)
    found = {name: i for i, (_, name) in enumerate(back.names)}
    assert len(found) == len(back.names) > 3000
    assert {w.word for w in consensus} <= set(found)
    assert {"mushy", "oscuras", "brillantes"} <= set(found)
    best = consensus[0]
    asked = best.curve_db @ basis
    assert np.linalg.norm(back.z[found[best.word]] - asked) < 0.02 * np.linalg.norm(asked)
    guesses = [i for name, i in found.items() if name not in {w.word for w in consensus}]
    sizes = np.linalg.norm(back.z[guesses], axis=1)
    sure = back.certainty[guesses]
    assert sizes[sure < 0.1].max(initial=0.0) < 0.5 * np.median(sizes[sure > 0.4])


def test_sizes_go_to_flat_where_nothing_is_known() -> None:
    settings = _people()
    sizes = unseen.sizes_db(np.array([0.0, 0.3, 0.6, 0.9]), words.consensus(settings, words.fit_effects(settings)))
    assert sizes[0] == 0.0 and sizes[1] == pytest.approx(sizes[2] / 2) and sizes[2] == sizes[3] > 0.5


def test_spanish_endings() -> None:
    for form in ("oscuro", "oscura", "oscuros", "OSCURAS", "oscurísimo"):
        assert "dark" in spanish.translations(form)
    assert spanish.translations("calido") == spanish.translations("cálido") == ["warm"]
    assert spanish.translations("qwertz") == []
    assert spanish.inflections("chillón") == ["chillón", "chillona", "chillones", "chillonas"]
    assert spanish.inflections("voz") == ["voz", "voces"]
    lost = [f for w in spanish.words() for f in spanish.inflections(w) if not spanish.translations(f)]
    assert not lost, lost


def test_our_lists_are_clean() -> None:
    for near, far in thesauri.bar_groups(graph.AUDIO):
        assert len(near) > 1 and not set(near) & set(far)
        assert all(wordnet.is_word(w) for w in near + far)
    for english in spanish.dictionary().values():
        assert english and all(wordnet.is_word(w) for w in english)


def test_a_users_vectors_are_read_and_count(tmp_path: Path, bare: kernel.Lexicon) -> None:
    lines = ["zorp 1 0 0.5", "warm 1 0.1 0.4", "shrill -1 0.2 0.3"]
    plain, packed = tmp_path / "v.txt", tmp_path / "v.vec.gz"
    plain.write_text("\n".join(lines) + "\n", encoding="utf-8")
    packed.write_bytes(gzip.compress(("3 3\n" + "\n".join(lines)).encode()))
    for path in (plain, packed):
        known = kernel.with_vectors(bare, vectors.read(path))
        found = kernel.features(known, [("en", "zorp"), ("en", "warm"), ("en", "shrill"), ("en", "absent")])
        between = kernel.kernel(known, found, found)
        without = kernel.kernel(bare, f := kernel.features(bare, [("en", "zorp"), ("en", "warm"), ("en", "shrill")]), f)
        assert between[0, 1] > without[0, 1] + 0.4
        assert between[0, 2] < without[0, 2]


@pytest.mark.parametrize(
    ("text", "line"),
    [("warm 1 2\nsoft 1\n", 2), ("warm 1 2\nsoft 1 x\n", 2), ("warm 1 2\nsoft 1 nan\n", 2), ("warm 1 2\n\n", 2),
     ("warm\n", 1), ("2 2\nwarm 1 2\nsoft 1 2 3\n", 3), ("warm 1 inf\n", 1)],
)  # fmt: skip
def test_malformed_vectors_are_refused_with_the_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "v.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"v.txt:{line}:"):
        vectors.read(path)


def test_what_is_no_vector_file_is_refused(tmp_path: Path) -> None:
    cut = tmp_path / "v.gz"
    cut.write_bytes(gzip.compress(b"warm 1 2\n" * 100)[:-12])
    for path in (tmp_path / "absent.txt", cut):
        with pytest.raises(DataError, match=path.name):
            vectors.read(path)
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(DataError, match="no word vectors"):
        vectors.read(tmp_path / "empty.txt")


def test_the_candidates_hold_what_people_may_type(real: kernel.Lexicon) -> None:
    found = {word for _, word in candidates.english(real)}
    typed = "crisp mushy sparkly sad sharp sweet dirty peaceful romantic rounded glittering velvety telephone grumpy"
    assert len(found) == candidates.ENGLISH_WORDS and set(typed.split()) <= found


def test_unseen_words_of_people_are_guessed(real: kernel.Lexicon, data_folder: Path) -> None:
    """The goal's measure, less a margin for other versions of the dictionaries: 87 English and 50 Spanish words."""
    settings = scale.on_one_scale(readers.read_folder(data_folder))
    everyone = people.read(settings)
    consensus = people.consensus(everyone, settings)
    english = leave_one_out.run(real, everyone, consensus, "en").cosine
    spanish_ = leave_one_out.run(real, everyone, consensus, "es").cosine
    assert len(english) > 60 and english.mean() > 0.56, english.mean()
    assert len(spanish_) > 30 and spanish_.mean() > 0.44, spanish_.mean()
