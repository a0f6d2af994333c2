"""Ardour's own window on a display without a screen: what a hand does in it, and what its saved session says afterwards."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import typing
import xml.etree.ElementTree as ET

import screen

PATIENCE_SECONDS = 120


def until(look, what, patience=PATIENCE_SECONDS):
    """Waits for something that can be seen, and gives it."""
    deadline = time.monotonic() + patience
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.1)
    return found


def by_doing(act, look, what):
    """Does something again until it is seen: Ardour loses a click or a key that comes while it is busy."""
    for _ in range(PATIENCE_SECONDS // 4):
        act()
        try:
            return until(look, what, 4)
        except AssertionError:
            pass
    raise AssertionError(f"did and waited in vain for {what}")


class Plugin(typing.NamedTuple):
    """What a session's file says of one: its parameters by name, and its own state as Ardour keeps it."""

    values: dict[str, float]
    state: str

    @staticmethod
    def read(element):
        values = {one.get("name"): float(one.get("value")) for one in element.iter("Controllable")}
        return Plugin(values, element.find("vst3").findtext("chunk"))


class WindowManager:
    """Without one, nothing has the keyboard's focus."""

    def __init__(self, display):
        self._process = subprocess.Popen(["openbox", "--sm-disable"], env=display.environment, stderr=subprocess.DEVNULL)

    def close(self):
        self._process.terminate()
        self._process.wait()


class Ardour:
    """One run of it, with a session."""

    def __init__(self, display, session, log, environment=None):
        self.display = display
        self._file = next(pathlib.Path(session).glob("*.ardour"))
        self._log = pathlib.Path(log)
        with self._log.open("wb") as told:
            self._process = subprocess.Popen(
                [shutil.which("ardour") or shutil.which("ardour7"), "--no-splash", "--no-announcements", self._file],
                env={**display.environment, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
        self._title = f"{self._file.stem} - Ardour"
        self._main = self._at_the_plugin = None

    def show_the_mixer(self):
        """Waits for its window, and goes from the editor of regions, which it shows first, to the mixer."""
        self._main = until(lambda: self._window(self._title), "Ardour's window")

        self._at_the_plugin = by_doing(
            lambda: self._press("alt+m"), lambda: screen.entry_of_a_plugin(screen.picture(self.display)), "the plug-in in the mixer")

    @property
    def lives(self):
        return self._process.poll() is None

    @property
    def said(self):
        return self._log.read_text(errors="replace")

    def open_editor(self):
        """Double-clicks the plug-in in the mixer's strip, and gives the editor's rectangle on the screen."""
        return by_doing(lambda: self.display.double_click(*self._at_the_plugin), self.editor, "the editor")

    def editor(self):
        """Left, top, width, height of the plug-in's own window, which lies in one of Ardour's; nothing where it isn't open."""
        handle = self._window("Semantic EQ.*VST3")
        return screen.embedded(self.display, handle) if handle else None

    def close_editor(self):
        """As a user does it, by the window manager."""
        self._focus(self._window("Semantic EQ.*VST3"))
        self.display.key("alt+F4")
        until(lambda: self.editor() is None, "the editor to go")

    def saved(self):
        """Saves, and gives what the session's file says of each of our plug-ins in it, in the order of tracks."""
        before = self._file.stat().st_mtime_ns
        by_doing(
            lambda: self._press("ctrl+s"), lambda: self._file.exists() and self._file.stat().st_mtime_ns != before, "the session to be saved")
        return until(self._plugins, "a whole session file")[1:]

    def toggle_the_plugin(self):
        """Bypasses it, or takes it in again."""
        self.display.click(*self._at_the_plugin, button=2)

    def select_the_track(self):
        """By a click on its name above the plug-in, which opens a menu too."""
        x, y = self._at_the_plugin
        self.display.click(x, y - 76)
        self.display.key("Escape")

    def cut_the_plugin(self):
        self.display.click(*self._at_the_plugin)
        self.display.key("ctrl+x")
        until(lambda: not screen.entry_of_a_plugin(screen.picture(self.display)), "the plug-in to be gone from the mixer")

    def paste_the_plugin(self):
        self.display.key("ctrl+v")

    def duplicate_the_track(self):
        """By the menu of tracks, the fifth in the bar, whose second line it is."""
        dialog = "Duplicate Tracks/Busses"
        self._press("F10")
        for key in [*["Right"] * 4, "Home", "Down", "Return"]:
            self.display.key(key)
            # A menu opens in its own time, and may come to have its first line chosen already.
            time.sleep(0.3)
        handle = until(lambda: self._window(dialog), "the dialog")
        self._focus(handle)
        self.display.key("alt+o")
        until(lambda: not self._window(dialog), "the dialog to go")

    def start(self):
        """Plays, until it is stopped or has come to the session's end."""
        self._press("space")

    stop = start

    def quit(self):
        """Quits as a user does, and gives the exit code; minus the signal's number where it died by one."""
        if self.lives and self._main:
            self._press("ctrl+q")
        try:
            return self._process.wait(30)
        except subprocess.TimeoutExpired:
            os.kill(self._process.pid, signal.SIGKILL)
            return self._process.wait()

    def _press(self, key):
        self._focus(self._main)
        self.display.key(key)

    def _focus(self, window):
        self.display.do("windowactivate", "--sync", window)

    def _window(self, title):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title], env=self.display.environment, capture_output=True, text=True)
        assert self.lives, f"Ardour died: {self.said[-2000:]}"
        return found.stdout.split()[0] if re.search(r"\d", found.stdout) else None

    def _plugins(self):
        try:
            found = [one for one in ET.parse(self._file).iter("Processor") if one.get("type") == "vst3"]
        except ET.ParseError:
            return None  # it is being written
        return [None, *map(Plugin.read, found)]
