"""Files dragged over the editor by another program and dropped on it. What the editor does with them is seen in its window."""

import subprocess

import numpy as np
import pytest
from scipy.io import wavfile
from scipy.signal import freqz, lfilter

from dragging import FILES, Drag
from sound import gain_db
from test_windows import pixels
from window import BUNDLE, HOST
from wine import WINE

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


def test_a_preset_is_loaded_and_kept(window, drag, tmp_path):
    preset = tmp_path / "From a friend ü.vstpreset"
    subprocess.run(
        [*HOST.split(), "preset", "save", preset, "--word", "warm", "--amount", "60", "--plugin", BUNDLE], check=True, env=window.display.environment, capture_output=True)
    assert drop(window, drag(preset))
    assert window.value("Word A")[1] == "Warm"
    assert window.value("Amount")[0] == pytest.approx(0.4)
    before = window.value("Amount")[0]
    window.display.key("ctrl+z")
    window.ask("wait 300")
    assert window.value("Amount")[0] == before, "keys are the host's: nothing that is dropped takes the keyboard"


def test_a_path_longer_than_windows_once_allowed_is_read(window, drag, tmp_path):
    saved, folder = tmp_path / "warm.vstpreset", tmp_path / "/".join(["a long folder's name 暖 " * 4] * 4)
    folder.mkdir(parents=True)
    subprocess.run([*HOST.split(), "preset", "save", saved, "--word", "warm", "--plugin", BUNDLE], check=True, env=window.display.environment, capture_output=True)
    preset = saved.rename(folder / saved.name)
    assert len(str(preset)) > 300
    assert drop(window, drag(preset))
    assert window.value("Word A")[1] == "Warm"


def test_an_audio_file_is_what_the_track_is_made_to_sound_like(open_window, drag, noise, tmp_path):
    recorded = tmp_path / "out.wav"
    window = open_window(noise, "--loop", "--record", recorded)
    window.ask("wait 4500")
    # A low shelf of some 8 dB.
    darker = [1.15, -0.9], [1, -0.9]
    rate, sound = wavfile.read(noise)
    reference = tmp_path / "a darker 暖 mix.wav"
    wavfile.write(reference, rate, (0.3 * lfilter(*darker, sound, axis=0)).astype(np.float32))
    assert drop(window, drag(reference))
    for _ in range(40):
        window.ask("wait 250")
        if window.value("Word A")[1] == "like a darker 暖 mix.wav":
            break
    assert window.value("Word A")[1] == "like a darker 暖 mix.wav"
    window.ask("wait 9000")
    assert window.close() == 0
    frequencies = [100, 400, 1600, 6400]
    gains, asked = gain_db(noise, recorded, frequencies), 20 * np.log10(np.abs(freqz(*darker, worN=frequencies, fs=rate)[1]))
    assert gains - gains.mean() == pytest.approx(asked - asked.mean(), abs=1)
