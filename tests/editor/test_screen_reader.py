"""The editor for people who don't see it: read and used through AT-SPI, as Orca does, while the host logs what it is told."""

import os
import pathlib
import signal

import pytest

from test_gestures import assert_whole, values

gi = pytest.importorskip("gi", reason="python3-gi is not installed: nothing of AT-SPI is tested")
try:
    from screen_reader import Atspi, Session, every, has, text_of
except (ImportError, ValueError) as missing:
    pytest.skip(f"gir1.2-atspi-2.0 is not installed: nothing of AT-SPI is tested ({missing})", allow_module_level=True)


@pytest.fixture
def window(reader, open_on_bus):
    return open_on_bus()


def bridge_thread(window):
    """The folder of the thread that answers assistive technology, in /proc; None where there is none."""
    tasks = pathlib.Path(f"/proc/{window.pid}/task").iterdir()
    return next((task for task in tasks if (task / "comm").read_text().strip() == "semanticeq-a11y"), None)


def test_everything_that_the_keyboard_comes_to_has_a_role_a_name_and_a_place(window, reader):
    frame = reader.editor()
    assert frame.get_role_name() == "frame" and frame.get_parent().get_role_name() == "application"
    focusable = [one for one in every(frame) if has(one, Atspi.StateType.FOCUSABLE)]
    assert len(focusable) > 40
    for one in focusable:
        place = one.get_extents(Atspi.CoordType.WINDOW)
        assert one.get_role_name() not in ("unknown", "invalid", "filler") and one.get_name() and place.width > 0 and place.height > 0


def test_amount_is_found_by_its_name_and_read(window, reader):
    amount = reader.find("slider", "Amount")
    assert (amount.get_current_value(), amount.get_minimum_value(), amount.get_maximum_value()) == (100, 0, 150)
    assert amount.get_attributes()["valuetext"] == "100\u2009%"


def test_its_place_on_the_screen_is_where_the_pointer_finds_it(window, reader):
    amount = reader.find("slider", "Amount")
    x, y = window.place("Amount")
    place = amount.get_extents(Atspi.CoordType.SCREEN)
    assert place.x < x < place.x + place.width and place.y < y < place.y + place.height
    assert reader.editor().get_accessible_at_point(x, y, Atspi.CoordType.SCREEN).get_name() == "Amount"


def test_a_window_that_is_moved_is_read_where_it_is_now(window, reader):
    amount = reader.find("slider", "Amount")
    before = amount.get_extents(Atspi.CoordType.SCREEN)
    handle = window.handle()
    window.display.do("windowmove", handle, 200, 100)
    reader.until(lambda: amount.get_extents(Atspi.CoordType.SCREEN).x == before.x + 200, "the window's new place")


def test_a_value_set_by_the_reader_is_a_whole_gesture_for_the_host(window, reader):
    amount = reader.find("slider", "Amount")
    lines = window.edits(lambda: (amount.set_current_value(60), window.ask("wait 200")))
    assert lines[0].startswith("begin") and lines[-1].startswith("end")
    assert_whole(lines)
    assert values(lines, "Amount") == [pytest.approx(0.4)]
    assert window.value("Amount")[0] == pytest.approx(0.4)
    reader.until(lambda: amount.get_current_value() == 60, "the value that was set")


def test_a_value_out_of_range_is_held_in_it(window, reader):
    amount = reader.find("slider", "Amount")
    assert values(window.edits(lambda: (amount.set_current_value(1e9), window.ask("wait 200"))), "Amount") == [1]
    assert not window.edits(lambda: (amount.set_current_value(float("nan")), window.ask("wait 200")))


def test_automation_is_heard(window, reader):
    amount = reader.find("slider", "Amount")
    window.ask("set Amount=30")
    reader.until(lambda: reader.hears("object:property-change:accessible-value", "Amount"), "news of the value")
    assert amount.get_current_value() == pytest.approx(30)


def test_a_window_that_is_minimised_is_still_read(window, reader):
    amount = reader.find("slider", "Amount")
    window.display.do("windowunmap", window.handle())
    window.ask("wait 1500")
    window.ask("set Amount=30")
    reader.until(lambda: amount.get_current_value() == pytest.approx(30), "the value")
    amount.set_current_value(45)
    reader.until(lambda: amount.get_current_value() == pytest.approx(45), "the value that was set")


def test_a_button_is_pressed(window, reader):
    amount, undo = reader.find("slider", "Amount"), reader.find("push button", "Undo")
    reader.until(lambda: not has(undo, Atspi.StateType.ENABLED), "nothing to undo")
    window.edits(lambda: (amount.set_current_value(60), window.ask("wait 200")))
    reader.until(lambda: has(undo, Atspi.StateType.ENABLED), "something to undo")
    assert Atspi.Action.get_action_name(undo, 0) == "press"
    assert values(window.edits(lambda: (undo.do_action(0), window.ask("wait 200"))), "Amount") == [pytest.approx(100 / 150)]


def test_a_switch_says_how_it_stands_before_and_after(window, reader):
    switch = reader.find("toggle button", "On")
    assert has(switch, Atspi.StateType.CHECKED)
    assert values(window.edits(lambda: (switch.do_action(0), window.ask("wait 200"))), "Bypass") == [1]
    reader.until(lambda: not has(switch, Atspi.StateType.CHECKED), "the switch to be off")
    assert reader.hears("object:state-changed:checked", "On")


def test_a_choice_is_chosen(window, reader):
    reader.find("radio button", "B").do_action(0)
    reader.until(lambda: has(reader.find("radio button", "B"), Atspi.StateType.CHECKED), "B to be chosen")
    assert not has(reader.find("radio button", "A"), Atspi.StateType.CHECKED)


def test_a_word_is_chosen_from_the_map(window, reader):
    warm = reader.find("list item", "warm")
    lines = window.edits(lambda: (warm.do_action(0), window.ask("wait 300")))
    assert_whole(lines)
    assert window.value("Word A")[1] == "Warm"
    reader.find("label", "Words in force: warm")


def test_arrows_on_the_map_come_to_words_that_have_no_letters_too(window, reader):
    word_map = reader.find("list", "Word map")
    word_map.grab_focus()
    came_to = [None]

    def another():
        """Whether the keyboard has gone on: a word without letters is there only as long as the keyboard is at it."""
        focused = [(one.get_role_name(), one.get_name()) for one in every(word_map) if has(one, Atspi.StateType.FOCUSED)]
        return len(focused) == 1 and focused[0] != came_to[-1] and not came_to.append(focused[0])

    for key in ("Right", "Down", "Left", "Up", "Right", "Right"):
        window.display.key(key)
        reader.until(another, f"another word after {key}")
    assert {role for role, _ in came_to[1:]} == {"list item"}
    assert len(set(came_to[1:])) > 2


def test_tab_is_followed(window, reader):
    assert reader.find("slider", "Amount").grab_focus()
    reader.until(lambda: reader.hears("object:state-changed:focused", "Amount"), "the keyboard at Amount")
    assert reader.hears("window:activate", "Semantic EQ")
    order = ["Amount"]
    for _ in range(6):
        since = len(reader.heard)
        window.display.key("Tab")
        reader.until(lambda: [heard for heard in reader.heard[since:] if heard[0] == "object:state-changed:focused" and heard[2]], "Tab to be heard")
        order.append([heard for heard in reader.heard[since:] if heard[0] == "object:state-changed:focused" and heard[2]][-1][1])
        assert [one.get_name() for one in every(reader.editor()) if has(one, Atspi.StateType.FOCUSED)] == order[-1:]
    assert order[1:3] == ["Adapt", "Output gain"] or order[1] == "Output gain", order
    assert len(set(order)) == len(order)


def test_arrow_keys_are_heard_as_values(window, reader):
    amount = reader.find("slider", "Amount")
    amount.grab_focus()
    reader.until(lambda: has(amount, Atspi.StateType.FOCUSED), "the keyboard at Amount")
    window.display.key("Down")
    reader.until(lambda: amount.get_current_value() == pytest.approx(98.5), "one step down")
    assert reader.hears("object:property-change:accessible-value", "Amount")


def test_what_is_typed_into_the_prompt_is_read(window, reader):
    prompt = reader.find("entry", "How it should sound")
    assert text_of(prompt) == "" and has(prompt, Atspi.StateType.EDITABLE)
    prompt.grab_focus()
    reader.until(lambda: has(prompt, Atspi.StateType.FOCUSED), "the keyboard at the prompt")
    window.display.type("a bit warm")
    reader.until(lambda: text_of(prompt) == "a bit warm", "what was typed")
    assert Atspi.Text.get_caret_offset(prompt) == Atspi.Text.get_character_count(prompt) == 10
    assert Atspi.Text.get_string_at_offset(prompt, 3, Atspi.TextGranularity.WORD).content == "bit "
    assert reader.hears("object:text-changed:insert", "How it should sound")


def test_the_prompt_is_written_by_the_reader(window, reader):
    prompt = reader.find("entry", "How it should sound")
    assert Atspi.EditableText.set_text_contents(prompt, "nicht zu höll 𝄞")
    reader.until(lambda: text_of(prompt) == "nicht zu höll 𝄞", "the text that was set")
    assert Atspi.Text.get_character_count(prompt) == 15
    Atspi.Text.set_caret_offset(prompt, 14)
    reader.until(lambda: Atspi.Text.get_caret_offset(prompt) == 14, "the caret")


def test_a_menu_is_told_of_gone_through_and_left(window, reader):
    reader.find("push button", "Settings").do_action(0)
    menu = []
    reader.until(lambda: menu.extend(one for one in every(reader.editor()) if one.get_role_name() == "popup menu") or menu, "the menu")
    assert reader.hears("object:children-changed:add", "Semantic EQ")
    assert any(one.get_role_name() == "check menu item" and has(one, Atspi.StateType.CHECKED) for one in every(menu[0]))
    since = len(reader.heard)
    window.display.key("Down")
    reader.until(lambda: any(one for one in every(menu[0]) if has(one, Atspi.StateType.FOCUSED) and "menu item" in one.get_role_name()), "an item with the keyboard")
    assert any(heard[0] == "object:state-changed:focused" and heard[2] for heard in reader.heard[since:])
    window.display.key("Escape")
    reader.until(lambda: not [one for one in every(reader.editor()) if one.get_role_name() == "popup menu"], "the menu to go")


def test_closed_it_leaves_the_desktop_and_opened_it_is_there_again(window, reader):
    reader.editor()
    window.ask("close")
    reader.until(lambda: not reader.applications(), "the desktop to be empty")
    window.ask("open")
    assert reader.find("slider", "Amount").get_current_value() == 100


def test_a_reader_that_comes_late_and_goes_again_is_served_meanwhile(session, reader, open_on_bus):
    session.announce(False)
    window = open_on_bus()
    assert not reader.applications()
    session.announce(True)
    reader.find("slider", "Amount")
    session.announce(False)
    reader.until(lambda: not reader.applications(), "the editor to leave the desktop")
    assert window.figures()["handlers"] > 0


def test_while_nobody_listens_its_thread_sleeps(session, reader, open_on_bus):
    session.announce(False)
    window = open_on_bus()
    window.ask("wait 500")
    sleeping = bridge_thread(window)
    before = switches(sleeping)
    window.display.drag(window.place("Amount"), (window.place("Amount")[0], window.place("Amount")[1] - 40))
    window.ask("wait 1500")
    assert switches(sleeping) == before


def switches(task):
    return [line for line in (task / "status").read_text().splitlines() if "ctxt_switches" in line]


def test_without_a_session_bus_it_starts_no_thread(display, open_on_bus):
    window = open_on_bus(address="")
    assert bridge_thread(window) is None


def test_many_openings_leave_no_thread_and_no_handle(window, reader):
    reader.editor()
    window.ask("reopen 50")
    before = window.figures()
    window.ask("reopen 100")
    after = window.figures()
    print(before, after)
    assert after["handlers"] == before["handlers"]
    for what in ("files", "threads"):
        assert after[what] <= before[what] + 3, what


def test_a_bus_that_stands_still_holds_up_nothing(reader, open_on_bus):
    stuck = Session()
    try:
        os.kill(stuck.pid, signal.SIGSTOP)
        window = open_on_bus(address=stuck.address)
        window.ask("reopen 5")
        window.ask("open")
        assert values(window.edits(lambda: window.display.wheel(*window.place("Amount"), -2)), "Amount")
        window.ask("close")
        os.kill(stuck.pid, signal.SIGCONT)
    finally:
        stuck.close()


def test_a_bus_that_dies_takes_nothing_with_it(reader, open_on_bus):
    mortal = Session()
    mortal.announce(True)
    window = open_on_bus(address=mortal.address)
    window.ask("wait 500")
    mortal.close()
    window.ask("wait 500")
    assert values(window.edits(lambda: window.display.wheel(*window.place("Amount"), -2)), "Amount")
    window.ask("close")
