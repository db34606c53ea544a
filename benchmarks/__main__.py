"""Measures everything in one run and writes docs/benchmarks.md and docs/scale.md: `python -m benchmarks`.

    pip install ".[benchmark,cluster,readers,workspace]" && npm ci --prefix development
    python -m benchmarks --labelled FOLDER          all of it, in about half an hour on two cores
    python -m benchmarks --quick --only fold        a small try of one part

FOLDER holds the labelled texts `lgl.jsonl`, `geovirus.jsonl` and `control_sentences.jsonl`, which are no part of
Claimline. Figures go to `benchmarks.json`, and both documents with their plots are made from that file. A try, or a run
of some parts only, writes to a temporary folder unless `--docs` names another: a document holds figures of one run.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from benchmarks.document.render import write_documents
from benchmarks.suite.machine import this_machine
from benchmarks.suite.needs import lacking
from benchmarks.suite.parts import PARTS
from benchmarks.suite.results import Run, as_json
from benchmarks.suite.run import ROOT, run_parts
from benchmarks.suite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.suite.parts import Part
    from benchmarks.suite.results import Outcome

DOCS = ROOT / "docs"


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write; returns 1 where a part failed."""
    asked = _parser().parse_args(words)
    parts = [part for part in PARTS if not asked.only or part.name in asked.only]
    settings = Settings(asked.labelled.resolve() if asked.labelled else None, asked.quick)
    docs = asked.docs or (Path(tempfile.mkdtemp(prefix="claimline-docs-")) if asked.quick or asked.only else DOCS)
    console = Console()
    for sentence in lacking(settings):
        console.print(f"What needs it will be named as not measured: {sentence}", markup=False)
    machine, day = this_machine(), datetime.now(UTC).date().isoformat()
    outcomes = _measured(parts, settings, console)
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "benchmarks.json").write_text(as_json(Run(day, settings.quick, machine, outcomes)), encoding="utf-8")
    for path in write_documents(docs):
        console.print(f"Wrote {path}", markup=False, soft_wrap=True)
    return 1 if any(outcome.failed for outcome in outcomes) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a small try, whose figures mean nothing")
    names = [part.name for part in PARTS]
    parser.add_argument("--only", choices=names, action="append", help="this part; can be given more than once")
    parser.add_argument("--labelled", type=Path, metavar="FOLDER", help="labelled texts; without it, parts lack")
    parser.add_argument("--docs", type=Path, metavar="FOLDER", help="where to write (default: docs)")
    return parser


def _measured(parts: Sequence[Part], settings: Settings, console: Console) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    with console.status("Starting …") as status:

        def tell(part: Part, seconds: float) -> None:
            status.update(f"{len(outcomes) + 1}/{len(parts)} {part.title} … {seconds:,.0f} s")

        for outcome, said in run_parts(parts, settings, tell):
            outcomes.append(outcome)
            words = f"failed: {outcome.failed}\n{said}" if outcome.failed else "measured"
            console.print(f"{outcome.name}: {outcome.seconds:,.0f} s, {words}", markup=False, highlight=False)
    return tuple(outcomes)


if __name__ == "__main__":
    raise SystemExit(main())
