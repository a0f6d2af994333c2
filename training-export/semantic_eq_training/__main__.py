"""Command line: python3 -m semantic_eq_training --data DIR --out inference/models/v2 --seed 1."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from . import effects, export, lexicon, pipeline, readers, report_pages, scale, slots, train, words


def main(arguments: list[str] | None = None) -> int:
    """Trains and exports; 0, or 2 with one line on what is wrong."""
    parser = argparse.ArgumentParser(
        prog="semantic_eq_training", description="Trains and exports Semantic EQ's decoder."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with people's settings (see README.md)")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write; slots.csv stands beside it")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same bytes (default 1)")
    parser.add_argument("--report", type=Path, help="also validate, and write a report here, a folder (twice the time)")
    parser.add_argument("--vectors", type=Path, help="your own word vectors (GloVe or fastText, text or .gz)")
    parser.add_argument("--quick", action="store_true", help="a few steps only: for tests, never for release")
    options = parser.parse_args(arguments)
    started = time.monotonic()

    def log(line: str) -> None:
        print(f"[{time.monotonic() - started:5.1f} s] {line}", file=sys.stderr, flush=True)

    try:
        _run(options, log)
    except (readers.DataError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace, log: Callable[[str], None]) -> None:
    nominal = readers.read_folder(options.data)
    slots_path = options.out.parent / "slots.csv"
    known_slots = slots.read(slots_path)
    settings = scale.on_one_scale(nominal)
    plan = train.QUICK if options.quick else train.TrainingPlan()

    prior = effects.tabled(settings, lambda names: lexicon.prior(names, options.data))

    def table(people: list[readers.Setting], known: list[words.Word], z_of: Callable) -> bytes:
        return lexicon.table(people, known, z_of, options.data, options.vectors, log)

    model = pipeline.fit(settings, plan, options.seed, log, prior)
    files, assigned = pipeline.model_files(model, settings, known_slots, options.out.name, options.seed, table)
    pages: dict[str, bytes] = {}
    if options.report:
        subject = report_pages.Subject(model, settings, nominal, options.seed, prior, options.data)
        retrain = partial(pipeline.fit, plan=plan, seed=options.seed, log=log, prior=prior)
        pages = report_pages.pages(subject, retrain, log, options.quick)

    # The vocabulary last: it holds the others' hashes, so a folder cut off half-way is refused, not half believed.
    for name in sorted(files, key=lambda n: n == "vocabulary.json"):
        export.write_atomically(options.out / name, files[name])
    export.write_atomically(slots_path, slots.to_csv(assigned).encode("utf-8"))
    for name, page in pages.items():
        export.write_atomically(options.report / name, page)
    log(f"wrote {options.out}: {sum(len(f) for f in files.values()) / 1024:.0f} KiB")


if __name__ == "__main__":
    sys.exit(main())
