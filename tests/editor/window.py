"""An editor in the project's own host, driven by its commands and read by its lines (`semantic-eq edit --commands --log-edits`)."""

import os
import re

from lines import Lines
from wine import WINE

BUNDLE = os.environ.get("SEMANTIC_EQ_VST3", "out/windows/SemanticEq.vst3" if WINE else "out/SemanticEq.vst3")
HOST = os.environ.get("SEMANTIC_EQ_CLI", f"{WINE} out/windows/semantic-eq.exe" if WINE else "out/bin/semantic-eq")
TOLD = re.compile(r"(begin|perform|end|group|dirty|menu|restart|key)\b")


class Window(Lines):
    """One run of the host. The editor lies in the display's upper left corner: its points are the screen's."""

    def __init__(self, display, *options, bundle=BUNDLE, within=()):
        """An editor of a bundle; `within` is a command that runs the host: in another namespace, say."""
        super().__init__([*within, *HOST.split(), "edit", "--commands", "--log-edits", "--plugin", bundle, *options], display.environment)
        self.display = display
        self.width, self.height = map(int, self.wait_for(r"editor (\d+)x(\d+)").groups())
        if WINE:
            # It leaves room for the frame that a window manager would draw.
            display.do("windowmove", self.handle(), 0, 0)
        # The first frame.
        self.ask("wait 200")

    def edits(self, act):
        """What the editor tells its host while something is done, and shortly after."""
        since = len(self.lines)
        act()
        self.ask("wait 300")
        return [line for line in self.lines[since:] if TOLD.match(line)]

    def value(self, name):
        """A parameter's value, 0 to 1, and its text."""
        found = re.match(r'value \d+ ".*?" ([\d.]+) "(.*)"', self._answer(f"get {name}", "value"))
        return float(found.group(1)), found.group(2)

    def place(self, name):
        """A point of a parameter's control."""
        return tuple(int(number) for number in self._answer(f"where {name}", "where").split()[-2:])

    def handle(self):
        """The host's window, as the display knows it."""
        if WINE:
            return self.display.newest("Semantic EQ")
        return int(re.search(r"in window (\d+)", self._answer("describe", "editor")).group(1))

    @property
    def pid(self):
        return self._process.pid

    def levels(self):
        """Levels in dB since the last time: in, out."""
        return tuple(float(number) for number in re.findall(r"(-?[\d.]+) dB", self._answer("level", "level")))

    def figures(self):
        """Files, megabytes, threads, handlers in the run loop, percent of a core that the host's main thread used."""
        names = ("files", "megabytes", "threads", "handlers", "busy")
        return dict(zip(names, (float(number) for number in re.findall(r"[\d.]+", self._answer("figures", "figures")))))

    def size(self):
        """The editor's width and height now, in pixels."""
        return tuple(int(side) for side in re.match(r"editor (\d+)x(\d+)", self._answer("describe", "editor")).groups())

    def picture(self, path):
        self.ask(f"picture {path}")
        return path

    def _answer(self, command, first_word):
        return next(line for line in self.ask(command) if line.startswith(first_word + " "))
