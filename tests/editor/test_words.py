"""Words, from a click in the real window to the host's parameters and to the sound."""

import numpy as np
import pytest

from sound import asked, gain_db


def click_a_word(window):
    """Clicks on the map, from its middle outwards, until a word is taken; says which."""
    map_left, map_top, map_right, map_bottom = (window.width * 760 // 1120, 190, window.width - 24, window.height - 260)
    middle = ((map_left + map_right) / 2, (map_top + map_bottom) / 2)
    points = [(x, y) for x in range(map_left + 20, map_right - 20, 14) for y in range(map_top + 10, map_bottom - 10, 14)]
    for x, y in sorted(points, key=lambda p: np.hypot(p[0] - middle[0], p[1] - middle[1])):
        lines = window.edits(lambda: window.display.click(x, y))
        if any('"Word A"' in line for line in lines):
            return window.value("Word A")[1], lines, (x, y)
    raise AssertionError("no click on the map took a word")


def hear(window, noise, tmp_path, frequencies):
    """Lets it play for two loops, ends the host, and measures what was recorded last."""
    window.ask("wait 8500")
    assert window.close() == 0
    return gain_db(noise, tmp_path / "out.wav", frequencies)


def assert_sounds_like(text, window, noise, tmp_path):
    """Within a twentieth of a decibel, at each point of the curve that the command line draws."""
    frequencies, decibels = asked(text)
    assert np.abs(decibels).max() > 0.5
    off = np.abs(hear(window, noise, tmp_path, frequencies) - decibels)
    assert off.max() < 0.05, list(zip(frequencies.round(), off.round(3)))


def test_a_click_on_a_word_is_heard_as_the_command_line_draws_it(open_window, noise, tmp_path):
    window = open_window(noise, "--loop", "--record", tmp_path / "out.wav")
    word, lines, _ = click_a_word(window)
    assert word not in ("None", "")
    assert_sounds_like(word.lower(), window, noise, tmp_path)


def test_a_click_is_one_step_for_the_host(open_window):
    _, lines, _ = click_a_word(open_window())
    assert [line.split()[0] for line in lines if '"Word A"' in line] == ["begin", "perform", "end"]


def test_a_node_dragged_up_is_heard(open_window, noise, tmp_path):
    window = open_window(noise, "--loop", "--record", tmp_path / "out.wav", "--set", "Word A=warm")
    x, y = window.place("Band 5 gain trim")
    window.display.drag((x, y), (x, y - 80))
    trim = 24 * window.value("Band 5 gain trim")[0] - 12
    assert trim > 2
    frequencies, decibels = asked("warm")
    rise = hear(window, noise, tmp_path, frequencies) - decibels
    # Band 5 of warm lies at 1.3 kHz.
    at = np.abs(frequencies - 1331).argmin()
    assert rise[at] == pytest.approx(trim, abs=0.3)
    assert abs(rise[0]) < 0.1 and abs(rise[-1]) < 0.5


def test_a_phrase_typed_into_the_prompt_is_understood_and_heard(open_window, noise, tmp_path):
    phrase = "a bit warmer, not muddy"
    window = open_window(noise, "--loop", "--record", tmp_path / "out.wav")

    def say():
        window.display.click(window.width // 3, 85)
        window.display.type(phrase)
        window.ask("wait 400")
        window.display.key("Return")

    lines = window.edits(say)
    assert any('"Word A"' in line for line in lines)
    assert not [line for line in lines if line.startswith("key")], "what is typed is not the host's"
    assert window.value("Word A")[1] == phrase
    assert_sounds_like(phrase, window, noise, tmp_path)


def test_after_the_phrase_the_keyboard_is_the_hosts_again(open_window):
    window = open_window()
    window.display.click(window.width // 3, 85)
    window.display.type("warm")
    window.display.key("Return")
    window.ask("wait 300")
    assert window.value("Word A")[1].lower() == "warm"
    assert window.edits(lambda: window.display.key("space"))[-1:] == ["key space"]


def test_escape_gives_the_keyboard_back_and_changes_nothing(open_window):
    window = open_window()

    def say_and_take_back():
        window.display.click(window.width // 3, 85)
        window.display.type("bright")
        window.display.key("Escape")
        window.display.key("Escape")

    lines = window.edits(say_and_take_back)
    assert not [line for line in lines if '"Word A"' in line]
    assert window.edits(lambda: window.display.key("space"))[-1:] == ["key space"]


def test_a_word_searched_for_is_taken_by_return(open_window):
    window = open_window()
    # The search field stands at the map's head.
    window.display.click(window.width * 990 // 1120, 141)
    window.display.type("crunchy")
    window.ask("wait 300")
    lines = window.edits(lambda: window.display.key("Return"))
    assert any('"Word A"' in line for line in lines)
    assert window.value("Word A")[1].lower() == "crunchy"


def test_a_drag_from_word_to_word_morphs_between_them(open_window):
    window = open_window()
    first, _, start = click_a_word(window)
    # From the word out: the first that lies on the way becomes the other one.
    for end in ((start[0] + 90, start[1]), (start[0] - 90, start[1]), (start[0], start[1] + 70), (start[0], start[1] - 70), (start[0] + 80, start[1] - 60)):
        lines = window.edits(lambda: window.display.drag(start, end, steps=14))
        if window.value("Word B")[1] != "None":
            break
    assert window.value("Word B")[1] not in ("None", first)
    assert window.value("Word A")[1] == first
    assert window.value("Morph")[0] > 0
    assert any('"Word B"' in line for line in lines)


def test_words_are_mixed_by_the_search_and_by_ctrl_click_and_heard_as_the_command_line_draws_them(open_window, noise, tmp_path):
    window = open_window(noise, "--loop", "--record", tmp_path / "out.wav", "--set", "Word A=warm")
    # The search field stands at the map's head.
    window.display.click(window.width * 990 // 1120, 141)
    window.display.type("airy")
    window.ask("wait 300")
    lines = window.edits(lambda: window.display.key("ctrl+Return"))
    assert window.value("Word A")[1] == "warm 50, airy 50"
    assert [line.split()[0] for line in lines if '"Word A"' in line] == ["begin", "perform", "end"]
    window.display.key("Escape")

    middle = (window.width * 928 // 1120, 330)
    for x, y in [(middle[0] + dx, middle[1] + dy) for dy in range(-60, 61, 20) for dx in range(-100, 101, 20)]:
        window.edits(lambda: window.display.click(x, y, held=("ctrl",)))
        if window.value("Word A")[1].count(",") == 2:
            break
    phrase = window.value("Word A")[1]
    assert phrase.startswith("warm 34, airy 33, "), phrase
    assert_sounds_like(phrase, window, noise, tmp_path)
