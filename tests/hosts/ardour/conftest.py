"""A display with a window manager, and Ardour on it with a session of its own."""

import os
import pathlib
import shutil
import sys

import pytest

sys.path[:0] = [str(pathlib.Path(__file__).parents[2] / "editor"), str(pathlib.Path(__file__).parents[1])]

import screen  # noqa: E402
from daw import Ardour, WindowManager  # noqa: E402
from display import Display  # noqa: E402


@pytest.fixture(scope="module")
def display():
    display = Display()
    manager = WindowManager(display)
    yield display
    manager.close()
    display.close()


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A copy of the one that session.lua made."""
    return shutil.copytree(os.environ["ARDOUR_SESSION"], tmp_path_factory.mktemp("ardour") / "session")


@pytest.fixture(scope="module")
def ardour(display, session):
    ardour = Ardour(display, session, session.parent / "log")
    try:
        ardour.show_the_mixer()
        yield ardour
    finally:
        screen.save(display, session.parent / "last.png")
        code = ardour.quit()
    assert code == 0, f"Ardour ended with {code}: {ardour.said[-2000:]}"
