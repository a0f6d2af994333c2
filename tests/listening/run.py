#!/usr/bin/python3
"""Real audio through the real plug-in: is what was asked for heard, and does Adapt bring every track to it?

    run.py CLI [PACKAGE | FOLDER ...]

CLI is out/bin/semantic-eq. Packages are Debian's, installed, or folders named like them (see semantic_eq_training.listening.recordings).
Held-out clips x the 20 best-known words; prints each measure, the failures by clip and word, and a count.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import clips

WORDS = 20
FEWEST_CLIPS = 12
SHOWN = 12

# Of what is asked: filters ring and gates open otherwise behind them, so that a prediction from a spectrum is not exact to the last percent.
PREDICTED_WITHIN = 0.03


@dataclass(frozen=True)
class Case:
    """A clip and a word: heard over asked without and with Adapt, and the word's place among the risers (0: first), without."""

    clip: clips.Sound
    word: str
    plain: float
    fitted: float
    place: int


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    cli, *sources = arguments
    words = best_known(cli)
    with tempfile.TemporaryDirectory() as scratch:
        sounds = clips.held_out(sources, Path(scratch))
        print(f"{len(sounds)} held-out clips: " + ", ".join(s.name for s in sounds))
        jobs = [(cli, Path(scratch), sound, word, words) for sound in sounds for word in words]
        with ThreadPoolExecutor(2) as pool:
            cases = list(pool.map(lambda job: judge(*job), jobs))
    return report(sounds, words, cases)


def best_known(cli: str) -> list[str]:
    """The words that most people have set."""
    known = json.loads(run(cli, "words", "--json"))
    return [w["word"] for w in sorted(known, key=lambda w: (-w["settings"], w["slot"]))[:WORDS]]


def judge(cli: str, scratch: Path, sound: clips.Sound, word: str, words: list[str]) -> Case:
    """Renders a clip with a word, without and with Adapt."""
    heard = []
    for adapt in ("0", "100"):
        out = scratch / f"out-{hash((sound.path, word, adapt))}.wav"
        heard.append(json.loads(run(cli, "render", str(sound.path), str(out), "--word", word, "--adapt", adapt, "--json"))["listening"])
        out.unlink()
    changes = heard[0]["changes"]
    place = sorted(words, key=lambda w: -changes[w]).index(word) if changes[word] > 0 else WORDS
    return Case(sound, word, heard[0]["share"], heard[1]["share"], place)


def run(cli: str, *arguments: str) -> str:
    done = subprocess.run([cli, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"semantic-eq {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def report(sounds: list[clips.Sound], words: list[str], cases: list[Case]) -> int:
    """Prints the measures and the failures; the exit code says whether any is missed."""
    plain, fitted, place = (np.array([getattr(c, k) for c in cases]) for k in ("plain", "fitted", "place"))
    further = np.abs(fitted - 1) - np.abs(plain - 1)
    rows = [
        ("clips", len(sounds), len(sounds) >= FEWEST_CLIPS, f"at least {FEWEST_CLIPS}"),
        ("the asked word rises", np.mean(plain > 0), np.mean(plain > 0) >= 0.95, "at least 95 %"),
        ("it is among the three largest risers", np.mean(place < 3), np.mean(place < 3) >= 0.80, "at least 80 %"),
        ("it is the largest", np.mean(place < 1), np.mean(place < 1) >= 0.60, "at least 60 %"),
        ("spread with Adapt, by without", np.std(fitted) / np.std(plain), np.std(fitted) <= 0.5 * np.std(plain), "at most 50 %"),
        ("furthest beyond the change without Adapt, of asked", further.max(), further.max() <= PREDICTED_WITHIN, f"at most {100 * PREDICTED_WITHIN:.0f} %"),
    ]
    for what, value, good, wanted in rows:
        text = f"{value}" if isinstance(value, int) else f"{100 * value:.1f} %"
        print(f"  {'ok  ' if good else 'FAIL'} {what}: {text} ({wanted})")
    print(f"  heard over asked: {plain.mean():.2f} ± {plain.std():.2f} without Adapt, {fitted.mean():.2f} ± {fitted.std():.2f} with it")
    by_word_and_clip(sounds, words, cases)
    missed = sum(not good for _, _, good, _ in rows)
    print(f"{len(rows) - missed} passed, {missed} failed")
    return 1 if missed else 0


def by_word_and_clip(sounds: list[clips.Sound], words: list[str], cases: list[Case]) -> None:
    """Where it fails: a line a word and a clip that do, and the cases furthest off."""
    for name, key in [(w, lambda c, w=w: c.word == w) for w in words] + [(s.name, lambda c, s=s: c.clip is s) for s in sounds]:
        of = [c for c in cases if key(c)]
        late = [c for c in of if c.place >= 3]
        if late:
            where = ", ".join(f"{c.word if c.word != name else c.clip.name}" for c in late[:6])
            print(f"  {name}: not among the three largest in {len(late)} of {len(of)} ({where})")
    worst = sorted((c for c in cases if abs(c.fitted - 1) > 0.05), key=lambda c: -abs(c.fitted - 1))
    print(f"  more than 5 % off with Adapt: {len(worst)} of {len(cases)}")
    for c in worst[:SHOWN]:
        print(f"    {c.clip.name} / {c.word}: {100 * c.plain:.0f} % without, {100 * c.fitted:.0f} % with it")
    further = sorted((c for c in cases if abs(c.fitted - 1) > abs(c.plain - 1) + 1e-3), key=lambda c: abs(c.plain - 1) - abs(c.fitted - 1))
    print(f"  further from asked than without Adapt: {len(further)} of {len(cases)}")
    for c in further[:SHOWN]:
        print(f"    {c.clip.name} / {c.word}: {100 * c.plain:.1f} % without, {100 * c.fitted:.1f} % with it")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
