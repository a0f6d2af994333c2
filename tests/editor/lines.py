"""A program that is driven by lines and tells what happens by lines: each command is answered by "done" or "refused", and itself."""

import os
import re
import subprocess
import tempfile
import threading

PATIENCE_SECONDS = 60


class Refused(Exception):
    """The program says no, and why."""


class Lines:
    """One run of it, in a home of its own, so that no user's settings make a difference or are changed."""

    def __init__(self, command, environment):
        self.lines = []
        self._home = tempfile.TemporaryDirectory(prefix="semantic-eq-editor-")
        self.homes = homes = {name: os.path.join(self._home.name, name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        for home in homes.values():
            os.mkdir(home)
        self._grown = threading.Condition()
        self._process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1,
            env={**environment, **homes})
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for(self, pattern, since=0):
        """The first line that matches, waited for; a program that says nothing at all for a minute has died."""
        with self._grown:
            while True:
                for line in self.lines[since:]:
                    if found := re.match(pattern, line):
                        return found
                if "(ended)" in self.lines or not self._grown.wait(PATIENCE_SECONDS):
                    errors = self._process.stderr.read() if "(ended)" in self.lines else ""
                    raise AssertionError(f"no line like {pattern}, but: {self.lines[since:]} {errors}")

    def ask(self, command):
        """Gives a command and waits for its answer: the lines that came meanwhile."""
        since = len(self.lines)
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        if self.wait_for(rf"(done|refused) {re.escape(command)}", since).group(1) == "refused":
            raise Refused(next(line for line in self.lines[since:] if line.startswith("refused")))
        return self.lines[since:]

    def close(self):
        """Ends it, and says its exit code."""
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
            self._process.wait()
            raise AssertionError(f"it has not ended within {PATIENCE_SECONDS} s of being told to") from None
        finally:
            self._process.stdout.close()
            self._process.stderr.close()
            self._home.cleanup()

    def _listen(self):
        try:
            for line in self._process.stdout:
                self._add(line.rstrip("\n"))
        except ValueError:
            pass  # closed meanwhile
        self._add("(ended)")

    def _add(self, line):
        with self._grown:
            self.lines.append(line)
            self._grown.notify_all()
