"""Judges an Ardour session: what came back after reopening it, and whether it sounds as in our own host.

usage: check.py CREATED REOPENED FASTER INPUT.wav ARDOUR.wav OURS.wav
CREATED, REOPENED and FASTER (at twice the sample rate) are what session.lua printed. Prints a line a check, then the counts.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
from scipy.io import wavfile

LEVEL_TOLERANCE_DB = 0.01
# A difference this far below the signal cannot change its level by 0.01 dB, whatever its phase.
RESIDUAL_DB = 20 * np.log10(10 ** (LEVEL_TOLERANCE_DB / 20) - 1)
# Ardour keeps values in single precision, and writes them as text. A neighbouring word is 1/511 = 0.002 away.
VALUE_TOLERANCE = 1e-5
# Gliding bands and filters have settled this long after the ramp.
GUARD_SECONDS = 0.5

# Ardour adds a chunk about itself to what it exports.
warnings.simplefilter("ignore", wavfile.WavFileWarning)

passed = failed = 0


def check(ok: bool, what: str) -> None:
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print("  ok  " if ok else "  FAIL", what)


def facts(file: str) -> list[list[str]]:
    return [line.split("\t") for line in Path(file).read_text(errors="replace").splitlines() if "\t" in line]


def level_db(x: np.ndarray) -> float:
    return 10 * np.log10(np.mean(np.square(x)) + 1e-30)


def read(file: str) -> np.ndarray:
    rate, samples = wavfile.read(file)
    scale = np.iinfo(samples.dtype).max + 1 if samples.dtype.kind == "i" else 1
    check(rate == 48000 and samples.ndim == 2, f"{Path(file).name}: {len(samples)} samples at {rate} Hz")
    return samples / scale


def session(created: str, reopened: str, faster: str) -> None:
    errors = [fact for fact in facts(created) + facts(reopened) + facts(faster) if fact[0] == "error"]
    for error in errors:
        check(False, f"Ardour: {error[1]}")
    check(any(fact[0] == "inserted" for fact in facts(created)), "Ardour scans the bundle and inserts the plug-in")
    opened(facts(reopened), 48000)
    opened(facts(faster), 96000)


def opened(after: list[list[str]], rate: int) -> None:
    check(any(fact[0] == "reopened" for fact in after), f"the saved session opens again at {rate} Hz, with the plug-in")
    check(any(fact[0] == "rate" and float(fact[1]) == rate for fact in after), f"it runs at {rate} Hz")
    check(["points", "4"] in after, "the four automation points are still there")
    values = [fact for fact in after if fact[0] in ("value", "automation")]
    check(len(values) >= 6, f"{len(values)} values to look at")
    for _, label, found, wanted in values:
        ok = abs(float(found) - float(wanted)) <= VALUE_TOLERANCE
        check(ok, f"after reopening, {label} is {float(found):.5f} of its range (set: {float(wanted):.5f})")


def sound(source: np.ndarray, ardour: np.ndarray, ours: np.ndarray) -> None:
    check(len(ardour) == len(ours) == len(source), f"the same length: {len(source)}, Ardour {len(ardour)}, ours {len(ours)}")
    third = len(source) / 3
    guard = int(GUARD_SECONDS * 48000)
    first = slice(guard, int(third) - guard)
    last = slice(int(2 * third) + guard, len(source) - guard)

    for name, part in (("Amount 0 %", first), ("Amount 100 %", last)):
        level = level_db(ardour[part]) - level_db(ours[part])
        residual = level_db(ardour[part] - ours[part]) - level_db(ours[part])
        check(abs(level) <= LEVEL_TOLERANCE_DB, f"{name}: Ardour's level is {level:+.5f} dB from our host's")
        check(residual <= RESIDUAL_DB, f"{name}: what differs from our host is {residual:.1f} dB below the signal (at most {RESIDUAL_DB:.1f})")
    flat = level_db(ardour[first] - source[first]) - level_db(source[first])
    check(flat <= -100, f"Amount 0 % leaves the input as it was: what differs is at {flat:.1f} dB")
    changed = level_db(ardour[last] - source[last]) - level_db(source[last])
    check(changed >= -30, f"Amount 100 % can be heard: what differs from the input is at {changed:.1f} dB")


def main(created: str, reopened: str, faster: str, source: str, ardour: str, ours: str) -> None:
    session(created, reopened, faster)
    if Path(ardour).exists() and Path(ours).exists():
        sound(read(source), read(ardour), read(ours))
    else:
        check(Path(ardour).exists(), "Ardour exports the session")
        check(Path(ours).exists(), "our own host renders the same")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
