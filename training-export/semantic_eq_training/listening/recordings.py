"""Where recordings come from, which of them nobody trains on, and their spectra: audio itself is never kept.

Packages are Debian's, installed (a name, whose files dpkg lists) or unpacked (a folder named like the package).
Held out are whole packages and whole instruments, by their names alone: see `held_out`.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from . import instruments, synthetic
from .spectrum import RATE, long_term_db

PACKAGES = (
    "sonic-pi-samples hydrogen-data asc-music drascula-music fillets-ng-data hyperrogue-music lomiri-sounds "
    "moon-lander-data planetblupi-music-ogg pushover-data singularity-music sound-theme-freedesktop"
).split()
SOUNDFONT_PACKAGES = ("timgm6mb-soundfont", "fluid-soundfont-gm")

AUDIO = (".wav", ".flac", ".ogg", ".oga", ".mp3", ".opus", ".aif", ".aiff")
SOUNDFONTS = (".sf2",)

# So that no package with many files is all that counts, and long ones are heard in their middle.
MOST_CLIPS = 64
LONGEST_S = 40.0
SHORTEST_S = 0.1

HELD_OUT_OF_256 = 77

# Music and single sounds count more than what we made up.
KIND_SHARES = {"package": 0.5, "instrument": 0.4, "synthetic": 0.1}


class RecordingsError(Exception):
    """Recordings that cannot be had: one line that says which, and what to do."""


@dataclass(frozen=True)
class Recording:
    """A sound that can be had: kind (package, instrument, synthetic), the group that is held out whole or not at all,
    its name, and how to get it: [channels, samples] at 48 kHz."""

    kind: str
    group: str
    name: str
    sound: Callable[[], np.ndarray]


@dataclass(frozen=True)
class Clip:
    """A recording's spectrum [64], level-free dB, and where it is from: see `Recording`."""

    kind: str
    group: str
    name: str
    spectrum_db: np.ndarray

    @property
    def held_out(self) -> bool:
        """Nobody trains on it."""
        return held_out(self.group)


def held_out(group: str) -> bool:
    """Whether a group (a package, an instrument, a synthetic sound) is held out: by a hash of its name."""
    return hashlib.sha256(group.encode("utf-8")).digest()[0] < HELD_OUT_OF_256


def found(sources: list[str]) -> list[Recording]:
    """Every recording of the packages and folders, of their soundfonts' instruments, and the synthetic ones."""
    result: list[Recording] = []
    for source in sources:
        name, files = package_files(source)
        before = len(result)
        result += [Recording("package", name, f.stem, partial(decode, f)) for f in audio_files(files)]
        for font in (f for f in files if f.suffix in SOUNDFONTS and not f.is_symlink()):
            result += _instruments(font)
        if len(result) == before:
            raise RecordingsError(f"{source}: neither sounds nor a soundfont in it")
    return result + [Recording("synthetic", n, n, partial(_only, s)) for n, s in synthetic.sounds()]


def clips(recordings: list[Recording]) -> list[Clip]:
    """The spectra of those that are not silent and not too short."""
    result = []
    for recording in recordings:
        sound = recording.sound()
        spectrum = long_term_db(sound) if sound.shape[1] >= SHORTEST_S * RATE else None
        if spectrum is not None:
            result.append(Clip(recording.kind, recording.group, recording.name, spectrum))
    return result


def weights(found_clips: list[Clip]) -> np.ndarray:
    """How much each clip counts [n], the sum being 1: kinds by KIND_SHARES, in each kind every group the same."""
    often = Counter((c.kind, c.group) for c in found_clips)
    groups = Counter(kind for kind, _ in often)
    raw = [KIND_SHARES[c.kind] / (groups[c.kind] * often[c.kind, c.group]) for c in found_clips]
    return np.array(raw) / np.sum(raw)


def package_files(source: str) -> tuple[str, list[Path]]:
    """A package's name and its files: of a folder, or as dpkg lists them."""
    folder = Path(source)
    if folder.is_dir():
        return folder.name, sorted(p for p in folder.rglob("*") if p.is_file())
    listed = subprocess.run(["dpkg", "-L", source], capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        raise RecordingsError(f"{source}: no such folder, nor a package that is installed (see README.md for which)")
    return source, sorted(p for p in map(Path, listed.stdout.splitlines()) if p.is_file())


def decode(path: Path) -> np.ndarray:
    """Sound [2, samples] at 48 kHz of the middle of a file, 40 s at most; empty where ffmpeg finds none."""
    command = ["ffmpeg", "-v", "quiet", "-nostdin", "-i", str(path), "-map", "0:a:0", "-t", "600", "-ac", "2"]
    command += ["-ar", str(RATE), "-f", "f32le", "-"]
    data = subprocess.run(command, capture_output=True, check=False).stdout
    sound = np.frombuffer(data[: len(data) // 8 * 8], "<f4").reshape(-1, 2).T
    spare = max(0, sound.shape[1] - int(LONGEST_S * RATE)) // 2
    return sound[:, spare : sound.shape[1] - spare].astype(np.float64)


def audio_files(files: list[Path]) -> list[Path]:
    """At most 64 audio files, evenly through their order."""
    audio = [f for f in files if f.suffix.lower() in AUDIO]
    if len(audio) <= MOST_CLIPS:
        return audio
    return [audio[i] for i in np.linspace(0, len(audio) - 1, MOST_CLIPS).round().astype(int)]


def _instruments(font: Path) -> list[Recording]:
    programs = [(f"instrument {p:03d}", p, False) for p in range(instruments.PROGRAMS)]
    kits = [(f"drum kit {p:03d}", p, True) for p in instruments.DRUM_KITS]
    return [
        Recording("instrument", group, f"{font.stem} {group} {part}", partial(_passage, font, program, drums, part))
        for group, program, drums in programs + kits
        for part in (instruments.drum_passages() if drums else instruments.passages())
    ]


@lru_cache(maxsize=1)
def _rendered(font: Path, program: int, drums: bool) -> dict[str, np.ndarray]:
    return instruments.render(font, program, drums)


def _passage(font: Path, program: int, drums: bool, passage: str) -> np.ndarray:
    return _rendered(font, program, drums)[passage]


def _only(sound: np.ndarray) -> np.ndarray:
    return sound


def save(path: Path, kept: list[Clip]) -> None:
    """Keeps clips' spectra, so that a second run need not listen again."""
    columns = {k: np.array([getattr(c, k) for c in kept]) for k in ("kind", "group", "name", "spectrum_db")}
    np.savez_compressed(path, **columns)


def load(path: Path) -> list[Clip]:
    """What was kept."""
    with np.load(path) as kept:
        rows = zip(kept["kind"], kept["group"], kept["name"], kept["spectrum_db"], strict=True)
        return [Clip(str(k), str(g), str(n), s) for k, g, n, s in rows]
