"""Files dragged by GTK's own drags, as its file managers do: into the editor's window, and through a host that embeds it in a GtkSocket."""

import pathlib
import shutil
import subprocess
import sys

import numpy as np
import pytest

from test_drop import MESSAGE, VEIL, file, look, middle  # noqa: F401
from wine import WINE, linux_only


class GtkProgram:
    """A program of GTK's."""

    def __init__(self, display, *words):
        self._process = subprocess.Popen(
            [sys.executable, pathlib.Path(__file__).with_name("gtk_programs.py"), *map(str, words)], stdout=subprocess.PIPE, text=True,
            env={**display.environment, "NO_AT_BRIDGE": "1"})
        assert self.says() == "shown"

    def says(self):
        return self._process.stdout.readline().strip()

    def close(self):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def gtk(display):
    """Begins a program of GTK's; it ends with the test."""
    gi = pytest.importorskip("gi", reason="python3-gi is not installed: no drag of GTK's is tested")
    try:
        gi.require_version("Gtk", "3.0")
    except ValueError as missing:
        pytest.skip(f"gir1.2-gtk-3.0 is not installed: no drag of GTK's is tested ({missing})")
    programs = []

    def begin(*words):
        programs.append(GtkProgram(display, *words))
        return programs[-1]

    yield begin
    for program in programs:
        program.close()


def drag_by_hand(display, end):
    """From the middle of GTK's window; the button is still held."""
    start = 1460, 1040
    display.move(*start)
    display.do("mousedown 1")
    for i in range(1, 13):
        display.move(*(round(a + (b - a) * i / 12) for a, b in zip(start, end)))


def files_of_gtk(gtk, *paths):
    return gtk("files", 1400, 1000, *paths)


def set_window(display, window, name, value):
    subprocess.run(["xprop", "-id", hex(window), "-f", name, "32x", "-set", name, str(value)], env=display.environment, check=True)


def editor_within(window):
    """The editor's own window in the host's, on X11."""
    told = subprocess.run(
        ["xwininfo", "-children", "-id", str(window.handle())], env=window.display.environment, capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[0] for line in told.splitlines() if line.strip().startswith("0x")), 16)


needs_xprop = pytest.mark.skipif(shutil.which("xprop") is None, reason="x11-utils is not installed")


@needs_xprop
def test_gtk_drags_files_into_it(window, look, gtk, file):
    if not WINE:
        # GTK knows hosts' windows only. Ours says that the editor is to be asked, as a host may.
        editor = editor_within(window)
        for one, name, value in ((window.handle(), "XdndAware", 5), (window.handle(), "XdndProxy", editor), (editor, "XdndProxy", editor)):
            set_window(window.display, one, name, value)
    source = files_of_gtk(gtk, file, file)
    drag_by_hand(window.display, middle(window))
    assert look.change() > VEIL
    window.display.do("mouseup 1")
    assert [source.says(), source.says()] == ["begins", "ends"], "it is told that its files were taken, and that they are to stay"
    window.display.move(1590, 1190)
    window.ask("wait 500")
    assert MESSAGE < look.change() < VEIL


@linux_only
@needs_xprop
def test_gtk_drags_files_into_it_through_a_host_of_gtks(window, gtk, file):
    gtk("host", editor_within(window), window.width, window.height)
    files_of_gtk(gtk, file)

    def change(before):
        window.ask("wait 500")
        return (np.abs(screen(window.display) - before).max(axis=2)[:window.height, :window.width] > 8).mean()

    window.ask("wait 500")
    before = screen(window.display)
    drag_by_hand(window.display, middle(window))
    assert change(before) > VEIL
    window.display.do("mouseup 1")
    window.display.move(1590, 1190)
    # GTK 3.24's socket keeps for itself that the files were taken: nothing is asked of the source here.
    assert MESSAGE < change(before) < VEIL


def screen(display):
    """What the screen shows, as rows by columns by colours (X11/XWDFile.h)."""
    file = subprocess.run(["xwd", "-silent", "-root"], env=display.environment, capture_output=True, check=True).stdout
    field = np.frombuffer(file[:100], ">u4").astype(int)
    width, height, row, colours = field[4], field[5], field[12], field[19]
    pixels = np.frombuffer(file, np.uint8, offset=field[0] + 12 * colours).reshape(height, row)
    return pixels[:, :4 * width].reshape(height, width, 4)[:, :, :3].astype(int)
