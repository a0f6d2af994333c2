"""An editor in the project's own host, driven by its commands and read by its lines (`semantic-eq edit --commands --log-edits`)."""

import os
import re
import subprocess
import threading
import time

BUNDLE = os.environ.get("SEMANTIC_EQ_VST3", "out/SemanticEq.vst3")
HOST = os.environ.get("SEMANTIC_EQ_CLI", "out/bin/semantic-eq")
PATIENCE_SECONDS = 60


class Refused(Exception):
    """The host says no, and why."""


class Window:
    """One run of the host. The editor's place is the display's upper left corner: its points are the screen's."""

    def __init__(self, display, *options):
        self.display = display
        self.lines = []
        self._grown = threading.Condition()
        self._process = subprocess.Popen(
            [*HOST.split(), "edit", "--commands", "--log-edits", "--plugin", BUNDLE, *map(str, options)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1, env=display.environment)
        threading.Thread(target=self._listen, daemon=True).start()
        self.width, self.height = map(int, self.wait_for(r"editor (\d+)x(\d+)").groups())
        # The first frame.
        self.ask("wait 200")

    def _listen(self):
        for line in self._process.stdout:
            with self._grown:
                self.lines.append(line.rstrip("\n"))
                self._grown.notify_all()
        with self._grown:
            self.lines.append("(ended)")
            self._grown.notify_all()

    def wait_for(self, pattern, since=0):
        """The first line that matches, waited for."""
        until = time.monotonic() + PATIENCE_SECONDS
        with self._grown:
            while True:
                for line in self.lines[since:]:
                    if found := re.match(pattern, line):
                        return found
                if "(ended)" in self.lines or not self._grown.wait(until - time.monotonic()):
                    raise AssertionError(f"no line like {pattern} from the host, but: {self.lines[since:]} {self.errors() if self.lines[-1:] == ['(ended)'] else ''}")

    def ask(self, command):
        """Gives a command and waits for its answer: the lines that came meanwhile."""
        since = len(self.lines)
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        escaped = re.escape(command)
        if self.wait_for(rf"(done|refused) {escaped}", since).group(1) == "refused":
            raise Refused(next(line for line in self.lines[since:] if line.startswith("refused")))
        return self.lines[since:]

    def edits(self, act):
        """Everything that the editor tells its host while something is done, and shortly after."""
        since = len(self.lines)
        act()
        self.ask("wait 200")
        return [line for line in self.lines[since:] if re.match(r"(begin|perform|end|group|end of group|dirty|menu|restart|key) ?", line)]

    def value(self, name):
        """A parameter's value, 0 to 1, and its text."""
        found = re.match(r'value \d+ ".*?" ([\d.]+) "(.*)"', self.ask(f"get {name}")[0])
        return float(found.group(1)), found.group(2)

    def place(self, name):
        """A point of a parameter's control."""
        line = next(line for line in self.ask(f"where {name}") if line.startswith("where"))
        return tuple(int(number) for number in line.split()[-2:])

    def levels(self):
        """Levels in dB since the last time: in, out."""
        line = next(line for line in self.ask("level") if line.startswith("level"))
        return tuple(float(number) for number in re.findall(r"(-?[\d.]+) dB", line))

    def figures(self):
        """Files, megabytes, threads, handlers in the run loop, percent of a core that the host's main thread used."""
        line = next(line for line in self.ask("figures") if line.startswith("figures"))
        names = ("files", "megabytes", "threads", "handlers", "busy")
        return dict(zip(names, (float(number) for number in re.findall(r"[\d.]+", line))))

    def picture(self, path):
        self.ask(f"picture {path}")
        return path

    def close(self):
        """Ends the host, and says its exit code."""
        if self._process.poll() is None:
            try:
                self._process.stdin.write("quit\n")
                self._process.stdin.close()
            except OSError:
                pass
        try:
            return self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def errors(self):
        return self._process.stderr.read()
