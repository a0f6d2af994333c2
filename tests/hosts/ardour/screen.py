"""What can be seen on a display: its pixels, and windows within windows."""

import re
import struct
import subprocess

import matplotlib.image
import numpy as np


def picture(display):
    """The whole screen: rows, columns, red-green-blue, 0 to 255."""
    dump = subprocess.run(["xwd", "-root", "-silent"], env=display.environment, capture_output=True, check=True).stdout
    # The X Window Dump's header (X11/XWDFile.h): big-endian words, a name, a colour table, rows of blue-green-red-unused.
    words = struct.unpack(">25I", dump[:100])
    header, width, height, row_bytes, colours = words[0], words[4], words[5], words[12], words[19]
    pixels = np.frombuffer(dump, np.uint8, height * row_bytes, header + 12 * colours)
    return pixels.reshape(height, row_bytes // 4, 4)[:, :width, 2::-1]


def save(display, path):
    """A picture for eyes."""
    matplotlib.image.imsave(path, picture(display))


def entry_of_a_plugin(pixels):
    """The middle of a plug-in before the fader in Ardour's mixer: a broad bar of dark red, and nothing else there is that."""
    red, green, blue = (pixels[..., i].astype(int) for i in range(3))
    is_red = (red >= 60) & (red <= 140) & (red > 1.6 * green) & (red > 1.6 * blue)
    rows = np.flatnonzero(is_red.sum(axis=1) >= 50)
    if len(rows) < 8:
        return None
    columns = np.flatnonzero(is_red[rows].sum(axis=0) >= len(rows) // 2)
    return int(np.median(columns)), int(np.median(rows))


def embedded(display, window):
    """Left, top, width, height of the innermost window of any size in another."""
    tree = subprocess.run(["xwininfo", "-tree", "-id", window], env=display.environment, capture_output=True, text=True).stdout
    found = re.findall(r"(\d+)x(\d+)\+-?\d+\+-?\d+ +\+(-?\d+)\+(-?\d+)", tree)
    inner = [tuple(map(int, one)) for one in found if int(one[0]) > 100]
    return (inner[-1][2], inner[-1][3], inner[-1][0], inner[-1][1]) if len(inner) > 1 else None
