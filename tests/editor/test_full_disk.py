"""A disk that is really full: 64 kB of memory, as the user's folders of an editor that runs in a namespace of its own."""

import json
import os
import pathlib
import subprocess

import pytest

MOUNTS = 'for folder in "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"; do mount -t tmpfs -o size=64k tmpfs "$folder"; done; '
# As root a namespace may mount; then it is the user again, whom the session bus knows.
SMALL_DISKS = [
    "unshare", "--user", "--map-root-user", "--mount", "sh", "-ec", MOUNTS + 'exec "$@"', "-",
    "unshare", "--user", f"--map-user={os.getuid()}", f"--map-group={os.getgid()}",
]


@pytest.fixture
def window(reader, open_on_bus, tmp_path):
    refused = subprocess.run([*SMALL_DISKS, "true"], env={**os.environ, "XDG_DATA_HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path}, capture_output=True, text=True)
    if refused.returncode != 0:
        pytest.skip(f"no file system can be mounted in a namespace of one's own here: {refused.stderr.strip()}")
    return open_on_bus(within=SMALL_DISKS)


class Disk:
    """One of the editor's folders, seen from outside its namespace."""

    def __init__(self, window, home):
        self.root = pathlib.Path(f"/proc/{window.pid}/root{window.homes[home]}")

    def fill(self):
        with open(self.root / "filler", "wb", buffering=0) as filler:
            with pytest.raises(OSError, match="No space left"):
                while True:
                    filler.write(bytes(1024))

    def make_room(self):
        (self.root / "filler").unlink()

    def files(self):
        """All there is, by name; a file that was left half would be among them."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob("*") if path.is_file() and path.name != "filler"}


def press(reader, role, name):
    reader.find(role, name).do_action(0)


def save_preset(reader, name):
    from screen_reader import Atspi
    Atspi.EditableText.set_text_contents(reader.find("entry", "Preset's name"), name)
    press(reader, "push button", "Save")


def switch_on(reader, setting):
    press(reader, "push button", "Settings")
    # A line that is not checked yet.
    press(reader, "menu item", setting)


def test_a_preset_is_not_saved_and_the_user_is_told(window, reader, tmp_path):
    disk = Disk(window, "XDG_DATA_HOME")
    press(reader, "push button", "Preset")
    press(reader, "push button", "Save as a preset")
    save_preset(reader, "First")
    reader.until(lambda: len(disk.files()) == 1, "the first preset's file")
    before = disk.files()
    disk.fill()
    window.ask("set Amount=60")
    press(reader, "push button", "Save as a preset")
    for name in ("Second", "First"):
        save_preset(reader, name)
        window.ask("wait 300")
        reader.find("label", "The preset could not be saved: the disk is full.")
        assert disk.files() == before
        window.picture(tmp_path / f"{name}.png")
    disk.make_room()
    save_preset(reader, "Second")
    reader.until(lambda: len(disk.files()) == 2, "the second preset's file")
    assert before.items() <= disk.files().items()


def test_settings_are_not_kept_and_the_user_is_told_and_with_room_again_they_are(window, reader, tmp_path):
    disk = Disk(window, "XDG_CONFIG_HOME")
    switch_on(reader, "Light")
    reader.until(lambda: disk.files(), "the settings' file")
    (name, before), = disk.files().items()
    disk.fill()
    for item in ("Reduced motion", "Piano under the curve"):
        switch_on(reader, item)
        window.ask("wait 3000")
        assert disk.files() == {name: before}
    reader.find("label", f'The window\'s settings can\'t be saved; they stay as they are until the host ends. (Cannot write '
                f'"{window.homes["XDG_CONFIG_HOME"]}/{name}": the disk is full.)')
    window.picture(tmp_path / "told.png")
    disk.make_room()
    window.ask("close")
    kept = json.loads(disk.files()[name])
    assert (kept["theme"], kept["reduced_motion"], kept["show_piano"]) == ("Light", True, True)
