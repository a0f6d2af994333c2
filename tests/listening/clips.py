"""Sounds that nobody has trained the listener on: of Debian's packages, of instruments rendered by fluidsynth, and made by formula."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.io import wavfile

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training-export"))

from semantic_eq_training.listening import recordings, spectrum  # noqa: E402

PER_PACKAGE = 2
INSTRUMENTS = 6
SYNTHETIC = 2
SHORTEST_S = 1.0


@dataclass(frozen=True)
class Sound:
    """A file to be made better or worse, and where it is from."""

    kind: str
    name: str
    path: Path


def held_out(sources: list[str], folder: Path) -> list[Sound]:
    """WAV files of held-out clips in a folder: of each package two, of all instruments six, two made by formula; long enough ones only."""
    found = [r for r in recordings.found(_available(sources)) if recordings.held_out(r.group)]
    chosen: list[Sound] = []
    for group in sorted({r.group for r in found if r.kind == "package"}):
        chosen += _take([r for r in found if r.group == group], PER_PACKAGE, folder)
    for kind, most in (("instrument", INSTRUMENTS), ("synthetic", SYNTHETIC)):
        chosen += _take([r for r in found if r.kind == kind], most, folder)
    return chosen


def _available(sources: list[str]) -> list[str]:
    """Those named; else what is installed of what the listener's training knows."""
    if sources:
        return sources
    result = []
    for package in (*recordings.PACKAGES, *recordings.SOUNDFONT_PACKAGES):
        try:
            recordings.package_files(package)
        except recordings.RecordingsError:
            continue
        result.append(package)
    return result


def _take(candidates: list[recordings.Recording], most: int, folder: Path) -> list[Sound]:
    """So many of them, evenly through their order, the next one where one is too short or silent."""
    chosen: list[Sound] = []
    for start in np.linspace(0, len(candidates), most, endpoint=False).astype(int):
        for recording in candidates[start : start + max(1, len(candidates) // most)]:
            sound = recording.sound()
            if sound.shape[1] < SHORTEST_S * spectrum.RATE or spectrum.long_term_db(sound) is None:
                continue
            path = folder / f"{recording.kind}-{len(chosen)}-{recording.group}-{recording.name}.wav".replace("/", "-").replace(" ", "-")
            wavfile.write(path, spectrum.RATE, np.ascontiguousarray(sound.T, dtype=np.float32))
            chosen.append(Sound(recording.kind, recording.name, path))
            break
    return chosen
