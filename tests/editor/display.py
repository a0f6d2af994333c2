"""A display without a screen (Xvfb), and a hand on its mouse and keyboard (xdotool)."""

import os
import subprocess
import time


class Display:
    """An X server of its own, gone with `close`."""

    def __init__(self, size="1600x1200"):
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = ":" + told.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.name)

    def forget_settings(self):
        """Each window has a home of its own."""

    def close(self):
        self._server.terminate()
        self._server.wait()

    def do(self, *words):
        """xdotool's own words: "mousemove 10 20 click 1"."""
        subprocess.run(["xdotool", *" ".join(str(word) for word in words).split()], env=self.environment, check=True)
        # A person's hand is slower than this, and a double click is two that follow fast.
        time.sleep(0.05)

    def newest(self, title):
        """The window of that title that was opened last."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], env=self.environment, capture_output=True, text=True)
        return max(int(line) for line in found.stdout.split())

    def move(self, x, y):
        self.do("mousemove", x, y)

    def click(self, x, y, button=1, held=()):
        self.move(x, y)
        self.do(*[f"keydown {key}" for key in held], "click", button, *[f"keyup {key}" for key in held])
        # So that the next click is not the second of a double click.
        time.sleep(0.5)

    def double_click(self, x, y):
        self.move(x, y)
        self.do("click --repeat 2 --delay 60 1")

    def drag(self, start, end, steps=8, held=()):
        self.move(*start)
        self.do(*[f"keydown {key}" for key in held], "mousedown 1")
        for i in range(1, steps + 1):
            self.move(*(round(a + (b - a) * i / steps) for a, b in zip(start, end)))
        self.do("mouseup 1", *[f"keyup {key}" for key in held])

    def wheel(self, x, y, notches):
        self.move(x, y)
        self.do("click", "--repeat", abs(notches), "--delay", 30, 4 if notches > 0 else 5)

    def type(self, text, delay=15):
        subprocess.run(["xdotool", "type", "--delay", str(delay), "--", text], env=self.environment, check=True)

    def key(self, *keys):
        self.do("key", *keys)
