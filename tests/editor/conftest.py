import pathlib
import shutil
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from display import Display  # noqa: E402
from window import Window  # noqa: E402
from wine import WINE, Prefix  # noqa: E402


@pytest.fixture(scope="session")
def display():
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    display = Display()
    prefix = Prefix(display.environment) if WINE else None
    if prefix:
        display.environment, display.forget_settings = prefix.environment, prefix.forget_settings
    yield display
    if prefix:
        prefix.close()
    display.close()


@pytest.fixture
def open_window(display):
    """Opens editors; those that a test leaves open are closed, and must end well."""
    windows = []

    def open_one(*options):
        display.forget_settings()
        windows.append(Window(display, *options))
        return windows[-1]

    display.move(1590, 1190)
    yield open_one
    assert [window.close() for window in windows] == [0] * len(windows)


@pytest.fixture
def window(open_window):
    return open_window()
