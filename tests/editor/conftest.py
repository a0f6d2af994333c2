import os
import pathlib
import shutil
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from display import Display  # noqa: E402
from sound import write_noise  # noqa: E402
from window import Window  # noqa: E402
from wine import WINE, Prefix  # noqa: E402


# Of D-Bus, of libraries for Linux and of namespaces, which Windows has not.
collect_ignore = ["test_screen_reader.py", "test_faults.py", "test_full_disk.py"] if WINE else []


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


@pytest.fixture
def noise(tmp_path):
    return write_noise(tmp_path / "noise.wav")


class Desk:
    """The display, as a program on a session bus sees it."""

    def __init__(self, display, address):
        self._display = display
        self.environment = {**display.environment, "DBUS_SESSION_BUS_ADDRESS": address}

    def __getattr__(self, name):
        return getattr(self._display, name)


@pytest.fixture(scope="session")
def session():
    try:
        from screen_reader import Session
    except (ImportError, ValueError) as missing:
        pytest.skip(f"python3-gi or gir1.2-atspi-2.0 is not installed: nothing of AT-SPI is tested ({missing})")
    if shutil.which("dbus-daemon") is None or not os.path.exists("/usr/share/dbus-1/services/org.a11y.Bus.service"):
        pytest.skip("dbus-daemon or at-spi2-core is not installed: nothing of AT-SPI is tested")
    session = Session()
    yield session
    session.close()


@pytest.fixture(scope="session")
def listening(session):
    from screen_reader import ScreenReader
    return ScreenReader(session)


@pytest.fixture
def reader(session, listening):
    """What assistive technology reads; no editor is on the desktop yet."""
    session.announce(True)
    listening.until(lambda: not listening.applications(), "the last editor to leave the desktop")
    listening.heard.clear()
    return listening


@pytest.fixture
def open_on_bus(display, session):
    """As `open_window`, for editors that a screen reader can read."""
    windows = []

    def open_one(*options, address=session.address, **manner):
        windows.append(Window(Desk(display, address), *options, **manner))
        return windows[-1]

    display.move(1590, 1190)
    yield open_one
    assert [window.close() for window in windows] == [0] * len(windows)
