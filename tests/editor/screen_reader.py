"""What a screen reader sees and does, by the system's own AT-SPI library, on a session bus of its own."""

import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE_SECONDS = 30
KINDS = ("object:state-changed", "object:property-change", "object:children-changed", "object:text-changed", "window")


class Session:
    """A session bus. Its services keep no settings, and their sockets apart from another session's, which would be taken over."""

    def __init__(self):
        self._sockets = tempfile.TemporaryDirectory(prefix="semantic-eq-session-", ignore_cleanup_errors=True)
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "GSETTINGS_BACKEND": "memory", "XDG_RUNTIME_DIR": self._sockets.name})
        self.address = self._daemon.stdout.readline().strip()
        self.pid = self._daemon.pid

    def announce(self, is_there):
        """Says whether assistive technology is there, as a screen reader does that starts or ends."""
        bus = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
            GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", is_there))), None, Gio.DBusCallFlags.NONE, -1, None)
        bus.close_sync(None)

    def close(self):
        self._daemon.kill()
        self._daemon.wait()
        self._daemon.stdout.close()
        self._sockets.cleanup()


class ScreenReader:
    """One for the whole run: the library connects once a process."""

    def __init__(self, session):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = session.address
        session.announce(True)
        Atspi.init()
        del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        self.heard = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in KINDS:
            self._listener.register(kind)

    def applications(self):
        """Every editor's process on the desktop."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        found = []
        for i in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_name() == "Semantic EQ":
                    # What is read is asked for, not remembered.
                    child.set_cache_mask(Atspi.Cache.NONE)
                    found.append(child)
            except GLib.Error:
                pass  # it has just gone
        return found

    def editor(self):
        """The one window."""
        self.until(lambda: len(found := self.applications()) == 1 and found[0].get_child_count() == 1, "the editor on the desktop")
        return self.applications()[0].get_child_at_index(0)

    def find(self, role, name, within=None):
        """The one with a role and name, waited for."""
        found = []

        def look():
            found[:] = [one for one in every(within or self.editor()) if one.get_role_name() == role and one.get_name() == name]
            return len(found) == 1

        self.until(look, f"one {role} “{name}”")
        return found[0]

    def hears(self, kind, name, since=0):
        """Whether an event of something with a name was told."""
        self.turn()
        return any(heard[0].startswith(kind) and heard[1] == name for heard in self.heard[since:])

    def turn(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def until(self, is_so, what):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            self.turn()
            try:
                if is_so():
                    return
            except GLib.Error:
                pass  # what was looked at has gone meanwhile
            assert time.monotonic() < deadline, f"waited in vain for: {what}; heard {self.heard[-20:]}"
            time.sleep(0.02)

    def _hear(self, event):
        try:
            application = event.source.get_application()
            if application is not None and application.get_name() == "Semantic EQ":
                self.heard.append((event.type, event.source.get_name(), event.detail1))
        except GLib.Error:
            pass  # it has gone already


def every(accessible):
    """It and everything in it."""
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        # It may have gone since they were counted.
        if child is not None:
            yield from every(child)


def text_of(accessible):
    return Atspi.Text.get_text(accessible, 0, -1)


def has(accessible, state):
    return accessible.get_state_set().contains(state)
