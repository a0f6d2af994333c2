"""
A program that drags something over other windows by XDND, version 5 (freedesktop.org, "Drag-and-Drop Protocol for the X Window System"): in a process
of its own, as a file manager is. It looks for the window to talk to as Qt does: down from the screen to the first that is XdndAware. Run itself, it
obeys lines: "over X Y", "drop", "leave"; each is answered by one.
"""

import ctypes
import json
import subprocess
import sys
import time
from urllib.parse import quote

PATIENCE_SECONDS = 20
FILES = "text/uri-list"


def as_list(paths):
    """Paths as a file manager hands them on."""
    return "".join(f"file://{quote(str(path))}\r\n" for path in paths)


class Drag:
    """Something that is dragged; by default files."""

    def __init__(self, display, *paths, text=None, types=None):
        self._process = subprocess.Popen(
            [sys.executable, __file__, json.dumps({"types": types or [FILES], "data": as_list(paths) if text is None else text})],
            env=display.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def over(self, x, y):
        """Drags to a point of the screen; whether what is there would take it."""
        return self._ask(f"over {x} {y}") == "accepted"

    def drop(self):
        """Lets go; whether it was taken."""
        return self._ask("drop") == "taken"

    def leave(self):
        self._ask("leave")

    def kill(self):
        """It ends in the middle, as a crash would end it."""
        self._process.kill()
        self._process.wait()

    def close(self):
        self.kill()
        self._process.stdin.close()
        self._process.stdout.close()

    def _ask(self, line):
        self._process.stdin.write(line + "\n")
        answer = self._process.stdout.readline().strip()
        assert answer, "what is dragged over has not answered"
        return answer


class Message(ctypes.Structure):
    """XClientMessageEvent."""

    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p), ("window", ctypes.c_ulong),
        ("kind", ctypes.c_ulong), ("format", ctypes.c_int), ("words", ctypes.c_long * 5)]


class Request(ctypes.Structure):
    """XSelectionRequestEvent."""

    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p), ("owner", ctypes.c_ulong),
        ("requestor", ctypes.c_ulong), ("selection", ctypes.c_ulong), ("target", ctypes.c_ulong), ("property", ctypes.c_ulong), ("time", ctypes.c_ulong)]


class Answer(ctypes.Structure):
    """XSelectionEvent."""

    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p), ("requestor", ctypes.c_ulong),
        ("selection", ctypes.c_ulong), ("target", ctypes.c_ulong), ("property", ctypes.c_ulong), ("time", ctypes.c_ulong)]


class Event(ctypes.Union):
    """XEvent."""

    _fields_ = [("type", ctypes.c_int), ("message", Message), ("request", Request), ("answer", Answer), ("room", ctypes.c_long * 24)]


class Source:
    """The window that drags."""

    SELECTION_REQUEST, SELECTION_NOTIFY, CLIENT_MESSAGE = 30, 31, 33
    ATOM = 4

    def __init__(self, types, data):
        self.x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XCreateSimpleWindow", "XDefaultRootWindow", "XInternAtom"):
            getattr(self.x, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.window = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, ctypes.c_ulong(0), ctypes.c_ulong(0)))
        self.types, self.data = [self.atom(name) for name in types], data.encode()
        self.target = None
        self.accepted = False
        self.x.XSetSelectionOwner(self.display, ctypes.c_ulong(self.atom("XdndSelection")), self.window, ctypes.c_ulong(0))
        if len(types) > 3:
            self.write(self.window, self.atom("XdndTypeList"), self.ATOM, 32, (ctypes.c_ulong * len(types))(*self.types), len(types))

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def write(self, window, name, kind, bits, data, count):
        self.x.XChangeProperty(self.display, window, ctypes.c_ulong(name), ctypes.c_ulong(kind), bits, 0, data, count)

    def over(self, x, y):
        target = self.find(x, y)
        if target != self.target:
            self.leave()
            self.target = target
            if target:
                first = (self.types + [0, 0, 0])[:3]
                self.send("XdndEnter", (5 << 24) | (len(self.types) > 3), *first)
        if not target:
            return False
        self.send("XdndPosition", 0, (x << 16) | y, 0, self.atom("XdndActionCopy"))
        self.accepted = bool(self.hear("XdndStatus")[1] & 1)
        return self.accepted

    def leave(self):
        if self.target:
            self.send("XdndLeave", 0, 0, 0, 0)
        self.target, self.accepted = None, False

    def drop(self):
        # Where nothing was accepted a source lets nothing go.
        if not self.accepted:
            self.leave()
            return False
        self.send("XdndDrop", 0, 0, 0, 0)
        self.target, self.accepted = None, False
        return bool(self.hear("XdndFinished")[1] & 1)

    def find(self, x, y):
        window, child = self.root, ctypes.c_ulong()
        at = ctypes.c_int(), ctypes.c_int()
        while True:
            self.x.XTranslateCoordinates(self.display, self.root, window, x, y, ctypes.byref(at[0]), ctypes.byref(at[1]), ctypes.byref(child))
            if not child.value:
                return None
            window = ctypes.c_ulong(child.value)
            if self.is_aware(window):
                return child.value

    def is_aware(self, window):
        kind, bits, count, left, data = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        self.x.XGetWindowProperty(
            self.display, window, ctypes.c_ulong(self.atom("XdndAware")), ctypes.c_long(0), ctypes.c_long(1), 0, ctypes.c_ulong(0),
            ctypes.byref(kind), ctypes.byref(bits), ctypes.byref(count), ctypes.byref(left), ctypes.byref(data))
        return count.value == 1

    def send(self, kind, *words):
        event = Event(message=Message(
            type=self.CLIENT_MESSAGE, window=self.target, kind=self.atom(kind), format=32, words=(self.window.value, *words)))
        self.x.XSendEvent(self.display, ctypes.c_ulong(self.target), 0, ctypes.c_long(0), ctypes.byref(event))
        self.x.XFlush(self.display)

    def hear(self, kind):
        """The next message of a kind; what is asked for meanwhile is given."""
        wanted, event, until = self.atom(kind), Event(), time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            if not self.x.XPending(self.display):
                time.sleep(0.005)
                continue
            self.x.XNextEvent(self.display, ctypes.byref(event))
            if event.type == self.SELECTION_REQUEST:
                self.give(event.request)
            elif event.type == self.CLIENT_MESSAGE and event.message.kind == wanted:
                return list(event.message.words)
        raise SystemExit(f"no {kind} within {PATIENCE_SECONDS} s")

    def give(self, request):
        # As the last of its types only: wine 8.0 asks for each of them at once, and breaks where all together are more than a kilobyte.
        known = request.target == self.types[-1]
        if known:
            self.write(ctypes.c_ulong(request.requestor), request.property, request.target, 8, self.data, len(self.data))
        answer = Event(answer=Answer(
            type=self.SELECTION_NOTIFY, requestor=request.requestor, selection=request.selection, target=request.target,
            property=request.property if known else 0, time=request.time))
        self.x.XSendEvent(self.display, ctypes.c_ulong(request.requestor), 0, ctypes.c_long(0), ctypes.byref(answer))
        self.x.XFlush(self.display)


def main():
    source = Source(**json.loads(sys.argv[1]))
    for line in sys.stdin:
        word, *where = line.split()
        if word == "over":
            print("accepted" if source.over(*map(int, where)) else "refused", flush=True)
        elif word == "drop":
            print("taken" if source.drop() else "refused", flush=True)
        else:
            source.leave()
            source.x.XSync(source.display, 0)
            print("left", flush=True)


if __name__ == "__main__":
    main()
