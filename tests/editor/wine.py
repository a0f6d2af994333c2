"""The editor as it is built for Windows, under wine: all the same tests with SEMANTIC_EQ_WINE naming wine's loader."""

import glob
import os
import shutil
import subprocess
import tempfile

import pytest

WINE = os.environ.get("SEMANTIC_EQ_WINE")

linux_only = pytest.mark.skipif(WINE is not None, reason="of X11, D-Bus or /proc, which Windows has not")


class Prefix:
    """A Windows of its own: registry, drives and users, gone with `close`."""

    def __init__(self, environment):
        self._folder = tempfile.TemporaryDirectory(prefix="semantic-eq-wine-")
        # A crash ends the program instead of asking whether to debug it.
        self.environment = dict(
            environment, WINEPREFIX=self._folder.name, WINEARCH="win64", WINEDEBUG="-all", WINEDLLOVERRIDES="winedbg.exe=d")
        self._run(WINE, "reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")

    def forget_settings(self):
        """What earlier windows left of sizes and presets."""
        for folder in glob.glob(os.path.join(self._folder.name, "drive_c/users/*/AppData/*/Semantic EQ")):
            shutil.rmtree(folder)

    def close(self):
        self._run(shutil.which("wineserver") or os.path.join(os.path.dirname(WINE), "wineserver"), "-k")
        self._folder.cleanup()

    def _run(self, *command):
        subprocess.run(command, env=self.environment, capture_output=True, timeout=300)
