"""The audio-thread watchdog in another's host (tests/realtime/guest): what the plug-in's process() does there, phase by phase."""

import os
import re
import typing

LIBRARY = "SemanticEq.so"


class Phase(typing.NamedTuple):
    """What was seen between two marks."""

    calls: int  # that an audio thread must not make
    blocks: int
    samples: int
    bytes: int  # of managed memory, on all threads
    collections: int
    stopped: int  # blocks that a collection stopped
    frames: int  # that the editor drew
    parameters: int  # that had points in their queues
    attach: int  # calls of threads that the runtime saw for the first time: exempt
    dispatch: int  # 1: system calls are watched, wherever they come from
    named: str


class Watch:
    """To be made before the host, started with its environment, and asked when it has loaded the plug-in."""

    def __init__(self, folder, host):
        self._asks, self._tells = str(folder / "watch"), str(folder / "watch.told")
        os.mkfifo(self._asks)
        os.mkfifo(self._tells)
        self._pipes = None
        self.environment = {"LD_PRELOAD": os.environ["SEMANTIC_EQ_GUEST"], "SEMANTIC_EQ_WATCH": self._asks, "SEMANTIC_EQ_WATCH_IN": host}

    def begin(self):
        """Puts the watch on the plug-in."""
        self._pipes = open(self._asks, "w", buffering=1), open(self._tells)
        assert self._ask(f"watch /{LIBRARY}") == "watching"

    def phase(self, name):
        """Ends one phase and begins another; gives the one that ends. The host has to be playing."""
        told = self._ask(f"phase {name}")
        print(told)
        found = re.match(r"phase .*?: (.*) \((.*)\)$", told)
        assert found, told
        values = dict(re.findall(r"(\w+) (-?\d+)", found.group(1)))
        return Phase(**{name: int(value) for name, value in values.items()}, named=found.group(2))

    def seen_in(self, name, act):
        """What was seen while something was done."""
        self.phase(name)
        act()
        return self.phase("between")

    def settle(self, wait, rests=3, times=60):
        """The first phases in a row without a managed byte on any thread. Before, each thing is made at its first time: a word's texts when
        the editor shows it, so it takes as long as the editor needs to have shown every word."""
        last = []
        for _ in range(times):
            last = [*last, self.seen_in("settling", wait)][-rests:]
            assert_real_time_safe(last[-1])
            if len(last) == rests and sum(phase.bytes for phase in last) == 0:
                return last
        raise AssertionError(f"it never comes to rest: {last}")

    def finds_what_is_planted(self):
        """The watch's own test: a malloc and a system call in a block, as if the plug-in had made them."""
        phase = self.seen_in("planted", lambda: self._ask("plant"))
        return phase.calls >= 3 and "malloc 1" in phase.named and "syscall" in phase.named

    def close(self):
        for pipe in self._pipes or ():
            pipe.close()

    def _ask(self, line):
        asks, tells = self._pipes
        asks.write(line + "\n")
        return tells.readline().rstrip("\n")


def assert_real_time_safe(phase):
    assert phase.dispatch == 1, "system calls are watched, wherever they come from"
    assert phase.blocks > 0
    assert phase.calls == 0, phase.named


def assert_steady(phases):
    """With everything automated, and nobody at work."""
    assert sum(phase.blocks for phase in phases) > 50
    assert min(phase.parameters for phase in phases) > 100
    assert sum(phase.bytes + phase.collections for phase in phases) == 0, "managed bytes and collections, on all threads"
