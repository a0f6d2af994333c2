"""Command line: python3 -m semantic_eq_training.listening --data DIR --recordings PACKAGE… --out DIR --report DIR."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .. import __version__, readers, scale
from ..export import write_atomically
from . import choosing, evaluation, export, fitting, people, recordings, report, study, vectors, vocabulary

NEEDED = ("ffmpeg", "fluidsynth")


def main(arguments: list[str] | None = None) -> int:
    """Trains, exports and reports; 0, or 2 with one line on what is wrong."""
    packages = " ".join((*recordings.PACKAGES, *recordings.SOUNDFONT_PACKAGES))
    parser = argparse.ArgumentParser(
        prog="semantic_eq_training.listening",
        description="Trains and exports Semantic EQ's listener.",
        epilog=f"The released one was trained on Debian 12's {packages}.",
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with people's settings (see README.md)")
    parser.add_argument(
        "--recordings", nargs="+", required=True, help="installed packages' names, or folders named like the package"
    )
    parser.add_argument("--model", type=Path, help="model folder with the words (default: v2 beside --out's parent)")
    parser.add_argument("--out", type=Path, required=True, help="listener folder to write")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same listener (default 1)")
    parser.add_argument("--cache", type=Path, help="spectra (.npz): read if there, else kept here")
    parser.add_argument("--report", type=Path, help="also validate, and write LISTENER.md into this folder")
    options = parser.parse_args(arguments)
    started = time.monotonic()

    def log(line: str) -> None:
        print(f"[{time.monotonic() - started:5.1f} s] {line}", file=sys.stderr, flush=True)

    try:
        _run(options, log)
    except (readers.DataError, recordings.RecordingsError, ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace, log: Callable[[str], None]) -> None:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        raise recordings.RecordingsError(f"{' and '.join(missing)} not found: install Debian's packages of these names")
    settings = scale.on_one_scale(readers.read_folder(options.data))
    words = vocabulary.read(options.model or options.out.parents[1] / "v2")
    found = recordings.found(options.recordings)
    clips = _clips(options.cache, found, log)

    trained = [c for c in clips if not c.held_out]
    known, withheld = people.parts(settings, options.seed)
    names = [w.word for w in words.anchors]
    lessons = fitting.Lessons(
        evaluation.spectra(trained),
        recordings.weights(trained),
        np.stack([w.curve_db for w in words.anchors]),
        people.called(known, names[: vocabulary.BEST_KNOWN]),
        names.index("bright"),
        names.index("dark"),
    )
    plan = fitting.Plan()
    listener, trials = choosing.choose(words, lessons, plan, options.seed, log)
    made_by = (
        f"semantic_eq_training.listening {__version__}, seed {options.seed}, {len(trained)} clips, "
        f"{len(lessons.settings.word)} settings, exponent {listener.hearing.exponent:g}"
    )
    inputs = vectors.vectors(listener.reference, lessons.curves_db, options.seed)
    files = export.folder(listener, inputs, options.out.name, made_by, words.version)
    if options.report:
        subject = study.Subject(listener, words, lessons, [c for c in clips if c.held_out], options.seed)
        asked = people.called(withheld, names[: vocabulary.BEST_KNOWN])
        text = report.report(subject, trials, clips, found, settings, asked, plan, made_by, log)
        write_atomically(options.report / "LISTENER.md", text.encode("utf-8"))
    for name, content in files.items():
        write_atomically(options.out / name, content)
    log(f"wrote {options.out}: {sum(len(f) for f in files.values()) / 1024:.0f} KiB")


def _clips(
    cache: Path | None, found: list[recordings.Recording], log: Callable[[str], None]
) -> list[recordings.Clip]:
    if cache is not None and cache.is_file():
        return recordings.load(cache)
    log(f"listening to {len(found)} recordings")
    clips = recordings.clips(found)
    if cache is not None:
        recordings.save(cache, clips)
    return clips


if __name__ == "__main__":
    sys.exit(main())
