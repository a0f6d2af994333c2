"""Files dragged over the editor by another program and dropped on it. What the editor does with them is seen in its window."""

import pathlib
import shutil
import subprocess
import sys

import numpy as np
import pytest

from dragging import FILES, Drag
from test_windows import pixels
from wine import WINE, linux_only

# With letters that a list of files must write otherwise.
NAME = "a file ü 暖かい #1 100%.txt"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / NAME
    path.write_text("Nothing that an equaliser could play.")
    return path


@pytest.fixture
def drag(display):
    """Begins to drag; what is dragged at a test's end is let go of."""
    drags = []

    def begin(*paths, **what):
        drags.append(Drag(display, *paths, **what))
        return drags[-1]

    yield begin
    for one in drags:
        one.close()


class Look:
    """How much of the window looks otherwise than it did."""

    def __init__(self, window, folder):
        self._window, self._folder, self._count = window, folder, 0
        window.ask("wait 500")
        self._first = self._picture()

    def change(self):
        """The share of its pixels, now."""
        self._window.ask("wait 300")
        share = (np.abs(self._picture() - self._first).max(axis=2) > 8).mean()
        print(f"{share:.4f} of the window is otherwise")
        return share

    def _picture(self):
        self._count += 1
        return pixels(self._window.picture(self._folder / f"{self._count}.png"))


@pytest.fixture
def look(window, tmp_path):
    return Look(window, tmp_path)


def middle(window):
    return window.width // 2, window.height // 2


def drop(window, one):
    """Drags to the middle of the editor and lets go; whether it was taken. The editor has had the time to act."""
    accepted = one.over(*middle(window))
    taken = one.drop()
    assert taken == accepted
    window.ask("wait 500")
    return taken


# Shares of the window that look otherwise: all of it but what is dark anyway, and a line of text in its box.
VEIL, MESSAGE = 0.1, 0.01


def test_a_file_that_is_dropped_is_answered_in_the_window(window, look, drag, file):
    one = drag(file)
    assert one.over(*middle(window))
    assert look.change() > VEIL, "it says that files can be dropped"
    assert one.drop()
    assert MESSAGE < look.change() < VEIL, "it says what became of it, and nothing covers the rest"


def test_files_that_pass_leave_nothing(window, look, drag, file):
    one = drag(file)
    for _ in range(3):
        assert one.over(*middle(window))
        assert one.over(20, 20)
        assert look.change() > VEIL
        one.leave()
        assert look.change() < 0.0005


def test_two_files_of_a_program_that_has_much_to_offer_are_taken(window, look, drag, file):
    others = [f"application/x-other-{i}" for i in range(8)]
    assert drop(window, drag(file, file, types=[*others, FILES]))
    assert MESSAGE < look.change() < VEIL


def test_text_is_refused(window, look, drag):
    one = drag(text="file:///etc/passwd", types=["UTF8_STRING", "text/plain"])
    assert not one.over(*middle(window))
    assert look.change() < 0.0005
    assert not one.drop()
    assert look.change() < 0.0005


def test_a_program_that_dies_in_the_middle_leaves_nothing(window, look, drag, file):
    one = drag(file)
    assert one.over(*middle(window))
    assert look.change() > VEIL
    one.kill()
    if WINE:
        # Windows tells nobody either: the pointer's coming back does.
        window.display.move(5, window.height - 5)
        window.display.move(1590, 1190)
    assert look.change() < 0.0005
    assert drop(window, drag(file)), "the next one is heard"


def test_a_window_closed_under_a_drag_is_opened_again(window, drag, file):
    one = drag(file)
    assert one.over(*middle(window))
    window.ask("close")
    window.ask("open")
    window.display.do("windowmove", window.handle(), 0, 0)
    window.ask("wait 300")
    assert drop(window, drag(file))


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
