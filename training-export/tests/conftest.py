"""What the tests share: folders, the made-up sample, a quickly trained model, and the descriptor data where it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from semantic_eq_training import pipeline, readers, scale, train
from semantic_eq_training.lexicon import kernel, sources

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "training-export" / "sample"
MODELS = ROOT / "inference" / "models"
OURS = ("safe_settings.csv", "socialfx_settings.csv", "terms.csv")
NOWHERE = Path("/nowhere")
ORIGINALS = ("SAFEEqualiserUserData.csv", "eq_contributions.csv")


def copy_sample(names: tuple[str, ...], folder: Path) -> Path:
    """A folder with these files of the sample."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(SAMPLE / name, folder / name)
    return folder


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return copy_sample(OURS, tmp_path / "ours")


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    return copy_sample(ORIGINALS, tmp_path / "originals")


@pytest.fixture(scope="session")
def sample_settings(tmp_path_factory: pytest.TempPathFactory) -> list[readers.Setting]:
    return scale.on_one_scale(readers.read_folder(copy_sample(OURS, tmp_path_factory.mktemp("sample"))))


@pytest.fixture(scope="session")
def quick_model(sample_settings: list[readers.Setting]) -> pipeline.TrainedModel:
    return pipeline.fit(sample_settings, train.QUICK, 1, lambda line: None)


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The descriptor data, which is not in the repository."""
    folder = Path(os.environ.get("SEMANTIC_EQ_DATA", ROOT.parent / "shared" / "data"))
    if not (folder / "safe_settings.csv").is_file():
        pytest.skip("no descriptor data: set SEMANTIC_EQ_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def bare() -> kernel.Lexicon:
    """What is known without any lexicon: this project's own list of audio words."""
    return kernel.from_sources(sources.find(None, NOWHERE, NOWHERE))
