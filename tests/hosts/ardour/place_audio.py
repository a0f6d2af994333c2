"""Puts a WAV file onto the one track of a saved Ardour session, from its first sample, and sets the session's range to it.

Ardour 7.3's Lua cannot import files; its session file is XML, and this writes what an import would have written.
usage: place_audio.py SESSION_FOLDER WAV
"""

import shutil
import sys
import wave
import xml.etree.ElementTree as ET
from pathlib import Path

SUPERCLOCK_HZ = 282_240_000
SESSION = "session"
TRACK = "Source"

# What a freshly imported region looks like, but without fades: they would change the audio to be compared.
REGION = {
    "muted": 0, "opaque": 1, "locked": 0, "video-locked": 0, "automatic": 0, "import": 0, "external": 0, "sync-marked": 0,
    "left-of-split": 0, "right-of-split": 0, "hidden": 0, "position-locked": 0, "valid-transients": 0, "start": "a0",
    "sync-position": "a0", "ancestral-start": "a0", "ancestral-length": "a0@a0", "stretch": 1, "shift": 1, "layering-index": 0,
    "tags": "", "contents": 0, "envelope-active": 0, "default-fade-in": 0, "default-fade-out": 0, "fade-in-active": 0,
    "fade-out-active": 0, "scale-amplitude": 1, "type": "audio", "first-edit": "nothing",
}  # fmt: skip


class Ids:
    """Ardour numbers every object of a session."""

    def __init__(self, session: ET.Element):
        self.session = session
        self.last = int(session.get("id-counter"))

    def new(self) -> str:
        self.last += 1
        self.session.set("id-counter", str(self.last + 1))
        return str(self.last)


def add(parent: ET.Element, tag: str, **attributes: object) -> None:
    ET.SubElement(parent, tag, {name.replace("_", "-"): str(value) for name, value in attributes.items()})


def add_sources(session: ET.Element, ids: Ids, name: str, channels: int) -> list[str]:
    made = [ids.new() for _ in range(channels)]
    for channel, source in enumerate(made):
        add(session.find("Sources"), "Source", name=name, take_id="", type="audio", flags="", id=source, timestamp=0,
            natural_position="a0", captured_for="", channel=channel, origin="", gain=1)  # fmt: skip
    return made


def add_region(parent: ET.Element, ids: Ids, sources: list[str], length: int, *, whole_file: bool) -> None:
    channels = {f"source-{i}": source for i, source in enumerate(sources)}
    channels |= {f"master-source-{i}": source for i, source in enumerate(sources)}
    add(parent, "Region", name="audio", whole_file=int(whole_file), length=f"a{length}@a0", id=ids.new(), channels=len(sources),
        **REGION, **channels)  # fmt: skip


def main(folder: Path, wav: Path) -> None:
    with wave.open(str(wav)) as audio:
        channels = audio.getnchannels()
        length = audio.getnframes() * (SUPERCLOCK_HZ // audio.getframerate())
    shutil.copy(wav, folder / "interchange" / folder.name / "audiofiles" / wav.name)

    file = folder / f"{SESSION}.ardour"
    tree = ET.parse(file)
    session = tree.getroot()
    ids = Ids(session)
    sources = add_sources(session, ids, wav.name, channels)
    add_region(session.find("Regions"), ids, sources, length, whole_file=True)
    track = next(route for route in session.find("Routes") if route.get("name") == TRACK)
    playlist = next(p for p in session.find("Playlists") if p.get("orig-track-id") == track.get("id"))
    add_region(playlist, ids, sources, length, whole_file=False)

    locations = session.find("Locations")
    for location in [x for x in locations if "IsSessionRange" in x.get("flags", "")]:
        locations.remove(location)
    add(locations, "Location", id=ids.new(), name="session", start="a0", end=f"a{length}", flags="IsSessionRange", locked=0,
        timestamp=0, cue=0)  # fmt: skip
    tree.write(file, encoding="UTF-8", xml_declaration=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
