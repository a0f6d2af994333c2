"""What windows that nobody looks at cost: frames are counted by the plug-in itself, over all of its windows in the process."""

import re

from wine import linux_only


def drawn(window):
    """Frames since the last time."""
    return int(re.match(r"frames (\d+)", window._answer("frames", "frames")).group(1))


def settle(window):
    """Waits until a whole second passes without a frame."""
    drawn(window)
    for _ in range(60):
        window.ask("wait 1000")
        if drawn(window) == 0:
            return
    raise AssertionError("it never comes to rest")


# On Windows nobody tells a window that others cover it: it draws on.
@linux_only
def test_thirty_instances_of_which_eleven_have_windows_draw_nothing_where_nobody_looks_or_nothing_sounds(open_window):
    window = open_window("--neighbours", 29, "--size", "1120x700")
    settle(window)
    window.ask("wait 4000")
    assert drawn(window) == 0, "five hidden and three covered while they play, two seen and one in front that hear nothing"

    window.ask("show 2")
    window.ask("wait 1500")
    assert drawn(window) > 5, "it plays, and is seen again"
    window.ask("hide 2")
    settle(window)
    window.ask("wait 3000")
    assert drawn(window) == 0


def test_a_window_at_rest_wakes_at_once_by_automation_and_by_the_pointer(window):
    settle(window)
    window.ask("set Amount=40 %")
    window.ask("wait 400")
    assert drawn(window) > 0
    settle(window)
    window.display.move(*window.place("Amount"))
    window.ask("wait 400")
    assert drawn(window) > 0
