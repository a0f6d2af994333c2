"""The audio-thread watchdog in Ardour: nothing forbidden in process() while every parameter is automated, the editor is open and a user clicks."""

import base64
import os
import pathlib
import time

import pytest

import screen
from daw import Ardour
from watch import Watch, assert_real_time_safe, assert_steady

SECONDS = 2


@pytest.fixture(scope="module")
def watch(tmp_path_factory):
    watch = Watch(tmp_path_factory.mktemp("watch"), "ardour-")
    yield watch
    watch.close()


@pytest.fixture(scope="module")
def ardour(display, watch, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ardour")
    ardour = Ardour(display, pathlib.Path(os.environ["ARDOUR_AUTOMATED"]), folder / "log", watch.environment)
    try:
        ardour.show_the_mixer()
        watch.begin()
        ardour.start()
        yield ardour
        ardour.saved()
    finally:
        screen.save(display, folder / "last.png")
        code = ardour.quit()
    assert code == 0, f"Ardour ended with {code}: {ardour.said[-2000:]}"


def play():
    time.sleep(SECONDS)


def test_what_is_planted_is_found(ardour, watch):
    assert watch.finds_what_is_planted()


def test_with_everything_automated_and_no_editor(ardour, watch):
    assert_steady(watch.settle(play))


def test_with_everything_automated_and_the_editor_open(display, ardour, watch):
    assert_real_time_safe(watch.seen_in("the editor opens", ardour.open_editor))
    display.move(1590, 1190)
    phases = watch.settle(play)
    assert phases[-1].frames > 0
    assert_steady(phases)


def test_while_presets_and_both_halves_of_the_comparison_are_loaded(display, ardour, watch):
    left, top, width, _ = ardour.editor()

    def load():
        for _ in range(8):
            display.click(left + width * 565 // 1120, top + 28)  # the next preset
            time.sleep(0.2)
        for x in (772, 741) * 3:  # B, A
            display.click(left + width * x // 1120, top + 28)
            time.sleep(0.2)

    assert_real_time_safe(watch.seen_in("presets are loaded", load))
    assert b'"preset":' in base64.b64decode(ardour.saved()[0].state)


def test_while_a_user_clicks_types_saves_and_closes_the_editor(display, ardour, watch):
    left, top, width, height = ardour.editor()

    def work():
        for i in range(6):
            display.click(left + width * 4 // 5, top + height // 2 + 14 * (i - 3))
        display.click(left + width // 3, top + 85)
        display.type("a bit warmer, not muddy")
        display.key("Return")
        ardour.saved()
        ardour.close_editor()

    assert_real_time_safe(watch.seen_in("a user at work", work))
