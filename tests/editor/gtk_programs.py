"""
Programs of GTK 3, by its own library: "files X Y PATH..." drags files from its window, as a file manager does; "host WINDOW WIDTH HEIGHT" takes a window into a
GtkSocket at the screen's corner, as a host of GTK does. Each says by lines what happens.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def say(line):
    print(line, flush=True)


def files(x, y, *paths):
    window, box = Gtk.Window(), Gtk.EventBox()
    window.set_default_size(120, 80)
    window.add(box)
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY | Gdk.DragAction.MOVE)
    box.drag_source_add_uri_targets()
    box.connect("drag-begin", lambda *_: say("begins"))
    box.connect("drag-data-get", lambda _, context, data, *rest: data.set_uris([pathlib.Path(path).as_uri() for path in paths]))
    # GTK tells of failure before the end, and then only of the end.
    box.connect("drag-failed", lambda *_: say("failed") or False)
    box.connect("drag-data-delete", lambda *_: say("deletes"))
    box.connect("drag-end", lambda *_: say("ends"))
    window.show_all()
    window.move(int(x), int(y))
    say("shown")


def host(other, width, height):
    window, socket = Gtk.Window(), Gtk.Socket()
    socket.set_size_request(int(width), int(height))
    window.add(socket)
    window.show_all()
    window.move(0, 0)
    socket.connect("plug-removed", lambda *_: Gtk.main_quit())
    socket.add_id(int(other))
    say("shown")


if __name__ == "__main__":
    {"files": files, "host": host}[sys.argv[1]](*sys.argv[2:])
    Gtk.main()
