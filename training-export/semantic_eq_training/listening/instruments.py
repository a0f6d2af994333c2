"""Instruments to listen to: short MIDI files of ours, rendered by fluidsynth from whichever soundfonts are there."""

from __future__ import annotations

import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .spectrum import RATE

TICKS = 480
QUARTER_S = 0.5
PROGRAMS = 128
DRUM_CHANNEL = 9
DRUM_KITS = (0, 8, 16, 24, 25, 32, 40, 48)

# A passage is four bars of two seconds at most, then silence, so that nothing rings into the next.
PASSAGE_S = 4.0
REST_S = 2.0

_SCALE = (0, 2, 4, 5, 7, 9, 11, 12)
_CHORDS = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7, 12))
_RIFF = (0, 0, 12, 10, 7, 10, 12, 7)


@dataclass(frozen=True)
class Note:
    """A MIDI note: when and how long in seconds, key number, velocity."""

    start_s: float
    seconds: float
    key: int
    velocity: int


def passages() -> dict[str, list[Note]]:
    """What an instrument plays: a riff low, chords in the middle, a scale high, each from 0 s on."""
    low = [Note(0.5 * i, 0.45, 36 + k, 100) for i, k in enumerate(_RIFF)]
    middle = [Note(1.0 * i, 0.95, 57 + k, 85) for i, chord in enumerate(_CHORDS) for k in chord]
    high = [Note(0.5 * i, 0.4, 72 + k, 90) for i, k in enumerate(_SCALE)]
    return {"riff": low, "chords": middle, "scale": high}


def drum_passages() -> dict[str, list[Note]]:
    """What a drum kit plays: a beat of kick, snare and hats, one of toms, and cymbals."""
    eighths = np.arange(16) * 0.25
    beat = [Note(t, 0.2, 42 if i % 4 != 3 else 46, 80) for i, t in enumerate(eighths)]
    beat += [Note(t, 0.2, 36, 110) for t in eighths[::4]] + [Note(t, 0.2, 38, 105) for t in eighths[2::4]]
    toms = [Note(t, 0.3, key, 100) for t, key in zip(eighths, (50, 50, 48, 48, 47, 45, 43, 41) * 2, strict=True)]
    cymbals = [Note(t, 0.9, key, 90) for t, key in ((0.0, 49), (1.0, 51), (1.5, 51), (2.0, 57), (2.5, 53), (3.0, 55))]
    return {"beat": beat, "toms": toms, "cymbals": cymbals}


def midi_file(parts: dict[str, list[Note]], program: int, drums: bool) -> bytes:
    """A MIDI file, format 0: the parts one after another, with rests between."""
    channel = DRUM_CHANNEL if drums else 0
    events = [(0, bytes([0xC0 | channel, program]))]
    for number, notes in enumerate(parts.values()):
        for note in notes:
            start = number * (PASSAGE_S + REST_S) + note.start_s
            # At one tick a note ends before the next begins.
            events.append((_ticks(start) + 1, bytes([0x90 | channel, note.key, note.velocity])))
            events.append((_ticks(start + note.seconds), bytes([0x80 | channel, note.key, 0])))
    events.append((_ticks(len(parts) * (PASSAGE_S + REST_S)), b"\xff\x2f\x00"))
    track, now = b"", 0
    for tick, message in sorted(events, key=lambda e: e[0]):
        track += _variable(tick - now) + message
        now = tick
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS) + b"MTrk" + struct.pack(">I", len(track)) + track


def render(soundfont: Path, program: int, drums: bool) -> dict[str, np.ndarray]:
    """Each passage's sound [2, samples] at 48 kHz, dry, as this soundfont has this program or drum kit."""
    parts = drum_passages() if drums else passages()
    with tempfile.TemporaryDirectory() as folder:
        midi, wave = Path(folder) / "notes.mid", Path(folder) / "notes.raw"
        midi.write_bytes(midi_file(parts, program, drums))
        command = ["fluidsynth", "-n", "-i", "-q", "-g", "0.5", "-R", "0", "-C", "0", "-r", str(RATE), "-T", "raw"]
        command += ["-O", "float", "-F", str(wave), str(soundfont), str(midi)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sound = np.fromfile(wave, "<f4").reshape(-1, 2).T.astype(np.float64)
    length = int((PASSAGE_S + REST_S) * RATE)
    return {name: sound[:, i * length : (i + 1) * length] for i, name in enumerate(parts)}


def _ticks(seconds: float) -> int:
    return round(seconds / QUARTER_S * TICKS)


def _variable(value: int) -> bytes:
    """A MIDI variable-length quantity."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(0x80 | (value & 0x7F))
    return bytes(reversed(digits))
