"""The audio-thread watchdog in a JUCE host: nothing forbidden in process() while everything is automated, and states and presets are loaded."""

import pytest

from juce_host import JuceHost
from watch import Watch, assert_real_time_safe, assert_steady


@pytest.fixture(scope="module")
def watch(tmp_path_factory):
    watch = Watch(tmp_path_factory.mktemp("watch"), "host")
    yield watch
    watch.close()


@pytest.fixture(scope="module")
def host(display, watch):
    display.move(1590, 1190)
    host = JuceHost(display, watch.environment)
    watch.begin()
    # The first seconds reach what is made once.
    host.ask("wait 3000")
    yield host
    assert host.close() == 0


def play(host, milliseconds=2000):
    return lambda: host.ask(f"wait {milliseconds}")


def test_what_is_planted_is_found(host, watch):
    assert watch.finds_what_is_planted()


def test_with_everything_automated_and_the_editor_open(host, watch):
    host.ask("automate 1000")
    phases = watch.settle(play(host))
    assert phases[-1].frames > 0
    assert_steady(phases)


def test_states_and_presets_loaded_while_everything_is_automated(host, watch, tmp_path):
    host.ask(f"save {tmp_path / 'state'}")

    def load():
        for turn in range(20):
            host.ask(f"load {tmp_path / 'state'}")
            host.ask(f"program {2 + 7 * turn}")
            host.ask(f"save {tmp_path / 'other'}")
            host.ask("wait 100")

    phase = watch.seen_in("states and presets", load)
    assert_real_time_safe(phase)
    assert phase.parameters > 100


def test_while_the_editor_is_opened_and_closed(host, watch):
    assert_real_time_safe(watch.seen_in("the editor opens and closes", lambda: host.ask("reopen 5")))
    host.ask("automate 0")
    watch.settle(play(host))
