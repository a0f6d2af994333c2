"""A JUCE host (host.cpp) with the editor open: what a click does there, and what is heard."""

import re
import subprocess

import pytest

from display import Display
from juce_host import JuceHost
from window import Window


@pytest.fixture(scope="module")
def places():
    """Where controls are, as our own host is told at the same size."""
    display = Display()
    window = Window(display)
    yield window.place
    window.close()
    display.close()


@pytest.fixture
def host(display):
    display.move(1590, 1190)
    host = JuceHost(display)
    yield host
    assert host.close() == 0


def test_it_is_loaded_with_its_editor(host):
    assert host.loaded[0] == "Semantic EQ"
    assert int(host.loaded[1]) > 100
    assert host.loaded[2] == "yes"
    assert host.width >= 640 and host.height >= 400


def test_a_drag_is_one_gesture_of_one_parameter_and_is_heard(host, places):
    host.ask("set Word A=bright")
    host.settle()
    before = host.gain()
    assert abs(before) > 0.2
    since = len(host.lines)
    x, y = places("Amount")
    host.display.drag((x, y), (x, y + 150))
    host.settle()
    told = [line for line in host.lines[since:] if re.match("begin|perform|end", line)]
    assert told[0] == "begin Amount" and told[-1] == "end Amount"
    assert {line.split(" = ")[0] for line in told[1:-1]} == {"perform Amount"}
    assert float(re.search(r"= ([\d.]+)", told[-2]).group(1)) < 0.2
    host.settle()
    assert abs(host.gain()) < abs(before) / 2


def test_a_click_that_is_not_on_a_control_tells_nothing(host):
    since = len(host.lines)
    host.display.move(host.width - 2, host.height // 2)
    host.settle()
    assert not [line for line in host.lines[since:] if re.match("begin|perform|end", line)]


def test_it_is_resized_and_reopened_by_juce(host):
    host.ask("size 1200 760")
    assert "editor 1200x760" in " ".join(host.lines)
    host.settle()
    host.ask("reopen 20")
    host.settle()
    assert not [line for line in host.lines if "did not open" in line]


def test_its_state_is_saved_with_the_editor_open(host, tmp_path):
    host.ask("set Amount=30")
    host.ask(f"save {tmp_path / 'state'}")
    assert (tmp_path / "state").stat().st_size > 500


def test_automation_moves_the_editor(host, tmp_path):
    def picture(name):
        path = tmp_path / name
        subprocess.run(["xwd", "-root", "-silent", "-out", path], env=host.display.environment, check=True)
        return path.read_bytes()

    host.ask("set Amount=20")
    host.settle()
    before = picture("before.xwd")
    host.ask("set Amount=140")
    host.settle()
    assert picture("after.xwd") != before
