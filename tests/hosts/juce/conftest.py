import pathlib
import sys

import pytest

sys.path[:0] = [str(pathlib.Path(__file__).parents[2] / "editor"), str(pathlib.Path(__file__).parents[1])]

from display import Display  # noqa: E402


@pytest.fixture(scope="module")
def display():
    display = Display()
    yield display
    display.close()
