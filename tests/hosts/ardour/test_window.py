"""The editor in Ardour's own window: what is done in it with mouse and keyboard is in the session that Ardour saves."""

import time

import matplotlib.image
import numpy as np
import pytest

import screen
from daw import until
from display import Display
from window import Window

PHRASE = "a bit warmer, not muddy"
TYPED_PHRASE = 1  # the slot of Word A that holds what was typed


@pytest.fixture(scope="module")
def ours():
    """The same editor in our own host, which says where a parameter's control lies, and what it looks like."""
    display = Display()
    window = Window(display, "--set", "Word A=warm")
    yield window
    window.close()
    display.close()


@pytest.fixture
def editor(ardour, display):
    """The editor's rectangle, opened where it isn't, with the mouse away from it."""
    display.move(1590, 1190)
    return ardour.editor() or ardour.open_editor()


def seen(display, editor):
    left, top, width, height = editor
    return screen.picture(display)[top:top + height, left:left + width].astype(int)


def at(ours, editor, parameter):
    x, y = ours.place(parameter)
    return editor[0] + x, editor[1] + y


def test_it_opens_by_a_double_click_and_looks_as_in_our_own_host(display, ardour, editor, ours, tmp_path):
    assert editor[2:] == (ours.width, ours.height)
    wanted = (matplotlib.image.imread(ours.picture(tmp_path / "ours.png"))[..., :3] * 255).astype(int)

    def share_alike():
        return (np.abs(seen(display, editor) - wanted).max(axis=2) <= 8).mean()

    # The meters and the foot tell of what plays; all else is the same, to the pixel.
    until(lambda: share_alike() > 0.97, "the picture of our own host")
    assert len(np.unique(wanted.reshape(-1, 3), axis=0)) > 200, "a picture, not a plain area"


def test_a_knob_that_is_dragged_is_in_the_saved_session(display, ardour, editor, ours):
    before = ardour.saved()[0].values
    x, y = at(ours, editor, "Macro 1")
    display.drag((x, y), (x, y - 60))
    after = ardour.saved()[0].values
    assert before["Macro 1"] == 0 and 10 <= after["Macro 1"] <= 100
    assert {name for name in after if after[name] != before[name]} == {"Macro 1"}


def test_a_word_that_is_clicked_is_in_the_saved_session(display, ardour, editor):
    before = ardour.saved()[0].values
    left, top, width, height = editor
    map_left, map_top, map_right, map_bottom = width * 760 // 1120, 200, width - 44, height - 270
    points = [(x, y) for x in range(map_left, map_right, 14) for y in range(map_top, map_bottom, 14)]
    middle = np.mean(points, axis=0)
    # As many clicks as it takes to hit one: words move with the vocabulary.
    for x, y in sorted(points, key=lambda point: np.hypot(*(point - middle)))[:12]:
        display.click(left + x, top + y)
    after = ardour.saved()[0].values
    assert after["Word A"] > TYPED_PHRASE and after["Word A"] != before["Word A"]


def test_a_phrase_that_is_typed_is_in_the_saved_session_and_not_ardours(display, ardour, editor):
    before = ardour.saved()[0].state
    left, top, width, _ = editor
    display.click(left + width // 3, top + 85)
    display.type(PHRASE)
    display.key("Return")
    until(lambda: ardour.saved()[0].values["Word A"] == TYPED_PHRASE, "the typed phrase")
    assert ardour.saved()[0].state != before


def test_closed_and_opened_again_it_shows_the_same(display, ardour, editor):
    before = seen(display, editor)
    ardour.close_editor()
    display.move(1590, 1190)
    again = ardour.open_editor()
    display.move(1590, 1190)
    until(lambda: (np.abs(seen(display, again) - before).max(axis=2) <= 8).mean() > 0.97, "the editor as it was")


def test_opened_and_closed_ten_times_ardour_lives(ardour, editor):
    for _ in range(10):
        ardour.close_editor()
        ardour.open_editor()
    assert ardour.lives


def test_it_plays_with_the_editor_open(display, ardour, editor):
    still = ardour.saved()
    ardour.start()
    time.sleep(3)
    ardour.stop()
    assert ardour.saved() == still
