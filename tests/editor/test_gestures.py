"""What a user's hand does, as the host hears of it: gestures, whole and of the right parameters; keys that stay the host's."""

import re
import subprocess

import pytest


def values(lines, name):
    """The values told of a parameter, 0 to 1."""
    return [float(match.group(1)) for line in lines if (match := re.match(rf'perform \d+ "{re.escape(name)}" ([\d.]+)', line))]


def assert_whole(lines):
    """Every value lies in a gesture of its parameter, and every gesture and group ends."""
    open_ones, groups = set(), 0
    for line in lines:
        word, identity = line.split()[0], line.split()[1:2]
        if word == "begin":
            assert identity[0] not in open_ones
            open_ones.add(identity[0])
        elif word == "perform":
            assert identity[0] in open_ones, line
        elif word == "end" and line != "end of group":
            open_ones.remove(identity[0])
        groups += {"group": 1, "end of group": -1}.get(line, 0)
        assert groups >= 0
    assert not open_ones and groups == 0


@pytest.fixture
def knob(window):
    return window, window.place("Macro 1")


def test_a_knob_dragged_up_rises_and_is_one_gesture(knob):
    window, (x, y) = knob
    lines = window.edits(lambda: window.display.drag((x, y), (x, y - 60)))
    told = values(lines, "Macro 1")
    assert told == sorted(told) and told[-1] > 0.55
    assert lines[0].startswith("begin") and lines[-1].startswith("end")
    assert_whole(lines)
    assert window.value("Macro 1")[0] == pytest.approx(told[-1], abs=1e-6)


def test_shift_is_finer(knob):
    window, (x, y) = knob
    coarse = values(window.edits(lambda: window.display.drag((x, y), (x, y - 40))), "Macro 1")[-1] - 0.5
    window.ask("set Macro 1=0")
    fine = values(window.edits(lambda: window.display.drag((x, y), (x, y - 40), held=["shift"])), "Macro 1")[-1] - 0.5
    assert 0 < fine < coarse / 3


def test_control_click_sets_the_default(knob):
    window, (x, y) = knob
    window.ask("set Macro 1=60")
    lines = window.edits(lambda: window.display.click(x, y, held=["ctrl"]))
    assert values(lines, "Macro 1")[-1] == 0.5
    assert_whole(lines)


def test_the_wheel_is_a_gesture_too(knob):
    window, (x, y) = knob
    lines = window.edits(lambda: (window.display.wheel(x, y, 3), window.ask("wait 1500")))
    told = values(lines, "Macro 1")
    assert len(told) == 3 and told == sorted(told)
    assert_whole(lines)


def test_a_value_is_typed_with_its_unit(knob):
    window, (x, y) = knob

    def type_value():
        window.display.double_click(x, y)
        window.ask("wait 200")
        window.display.type("-25 %")
        window.display.key("Return")

    lines = window.edits(type_value)
    assert values(lines, "Macro 1") == [pytest.approx(0.375)]
    assert_whole(lines)
    assert not [line for line in lines if re.match(r"key (2|5|minus|percent|Return)", line)], "what is typed into a field is not the host's"


def test_the_right_button_brings_the_hosts_menu(knob):
    window, (x, y) = knob
    assert f"menu 20 at {x},{y}" in window.edits(lambda: window.display.click(x, y, button=3))


def test_a_node_dragged_is_one_group_of_its_two_trims(open_window):
    window = open_window("--set", "Word A=warm")
    x, y = window.place("Band 3 gain trim")
    lines = window.edits(lambda: window.display.drag((x, y), (x + 40, y - 40)))
    assert lines[0] == "group" and lines[-1] == "end of group"
    assert values(lines, "Band 3 gain trim")[-1] > 0.55
    assert values(lines, "Band 3 frequency trim")[-1] > 0.55
    assert {line.split('"')[1] for line in lines if '"' in line} == {"Band 3 gain trim", "Band 3 frequency trim"}
    assert_whole(lines)


def test_a_node_goes_back_where_the_word_put_it_by_alt_click(open_window):
    window = open_window("--set", "Word A=warm", "--set", "Band 3 gain trim=4", "--set", "Band 3 frequency trim=0.2")
    x, y = window.place("Band 3 gain trim")
    lines = window.edits(lambda: window.display.click(x, y, held=["alt"]))
    assert values(lines, "Band 3 gain trim")[-1] == 0.5 and values(lines, "Band 3 frequency trim")[-1] == 0.5
    assert_whole([line for line in lines if not line.startswith("key")])


def test_the_wheel_over_a_node_is_its_q(open_window):
    window = open_window("--set", "Word A=warm")
    x, y = window.place("Band 3 gain trim")
    lines = window.edits(lambda: (window.display.wheel(x, y, 2), window.ask("wait 1500")))
    assert values(lines, "Band 3 Q trim")[-1] > 0.5
    assert_whole(lines)


def test_a_switch_is_clicked_on_and_off(window):
    x, y = window.place("Bypass")
    assert values(window.edits(lambda: window.display.click(x, y)), "Bypass") == [1]
    assert values(window.edits(lambda: window.display.click(x, y)), "Bypass") == [0]


def test_undo_and_redo_tell_the_host(knob):
    window, (x, y) = knob
    window.edits(lambda: window.display.drag((x, y), (x, y - 60)))
    moved = window.value("Macro 1")[0]
    # A window that has the keyboard takes the keys of undo; it has it once a field was clicked.
    undo, redo = (int(window.width * 674 / 1120), 28), (int(window.width * 704 / 1120), 28)
    assert values(window.edits(lambda: window.display.click(*undo)), "Macro 1") == [0.5]
    assert values(window.edits(lambda: window.display.click(*redo)), "Macro 1") == [pytest.approx(moved)]


@pytest.mark.parametrize("key", ["space", "r", "ctrl+s", "Home"])
def test_keys_of_the_host_stay_its_own_wherever_the_pointer_is(window, key):
    for place in ((300, 300), window.place("Macro 1"), window.place("Amount")):
        window.display.move(*place)
        pressed = window.edits(lambda: window.display.key(key))
        assert pressed[-1] == f"key {key.split('+')[-1]}", place


def test_automation_moves_what_is_shown_and_tells_nothing(window, tmp_path):
    before = open(window.picture(tmp_path / "before.png"), "rb").read()
    lines = window.edits(lambda: window.ask("set Macro 1=80"))
    assert not lines
    window.ask("wait 300")
    assert open(window.picture(tmp_path / "after.png"), "rb").read() != before


def test_the_grip_resizes_the_hosts_window(window):
    corner = (window.width - 6, window.height - 6)
    window.display.drag(corner, (corner[0] + 120, corner[1] + 80))
    window.ask("wait 300")
    width, height = window.size()
    assert abs(width - window.width - 120) < 12 and abs(height - window.height - 80) < 12
    # It was one drag, and the pointer is let go of.
    window.display.move(200, 200)
    window.ask("wait 300")
    assert window.size() == (width, height)


def test_a_double_click_on_the_curve_adds_an_own_band_there(window):
    x, y = window.width * 300 // 1120, 200
    lines = window.edits(lambda: window.display.double_click(x, y))
    assert values(lines, "Own 1 on") == [1]
    assert values(lines, "Own 1 gain")[-1] > 0.5, "above the middle it raises"
    assert_whole(lines)
    assert "group" in lines, "one step for the host's undo"


@pytest.mark.parametrize("scale", [1.5, 2, 3])
def test_the_hand_finds_its_aim_on_denser_screens(open_window, scale):
    window = open_window("--scale", scale, "--size", f"{round(760 * min(scale, 2))}x{round(500 * min(scale, 2))}")
    x, y = window.place("Macro 2")
    lines = window.edits(lambda: window.display.drag((x, y), (x, y - round(60 * scale))))
    assert values(lines, "Macro 2")[-1] > 0.55
    assert_whole(lines)
    assert f"menu 21 at {x},{y}" in window.edits(lambda: window.display.click(x, y, button=3))


def test_an_open_menu_is_left_by_escape_and_gone_through_by_arrows(window, tmp_path):
    shown = open(window.picture(tmp_path / "before.png"), "rb").read()
    window.display.click(window.width * 300 // 1120, 380, button=3)
    window.ask("wait 300")
    assert open(window.picture(tmp_path / "menu.png"), "rb").read() != shown
    assert window.edits(lambda: window.display.key("Down", "Escape")) == []
    window.display.move(window.width - 40, window.height - 60)
    window.ask("wait 500")
    assert open(window.picture(tmp_path / "after.png"), "rb").read() == shown
    assert window.edits(lambda: window.display.key("space")) == ["key space"]


@pytest.fixture
def german(display):
    """A keyboard with letters that AltGr makes."""
    layout = ["setxkbmap", "-display", display.environment["DISPLAY"]]
    subprocess.run([*layout, "de"], check=True)
    yield
    subprocess.run([*layout, "us"], check=True)


def test_letters_of_another_layout_are_typed_by_altgr_and_a_dead_key_too(german, open_window):
    window = open_window()
    window.display.click(window.width // 3, 85)
    for key in ("w", "a", "r", "m", "space", "z", "udiaeresis", "ssharp", "ISO_Level3_Shift+q", "ISO_Level3_Shift+e", "dead_circumflex", "a"):
        window.display.key(key)
    window.ask("wait 400")
    window.display.key("Return")
    window.ask("wait 300")
    assert window.value("Word A")[1] == "warm züß@€â"
