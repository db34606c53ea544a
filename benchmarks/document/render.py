"""Renders the documents of a run: every figure in them is one of `benchmarks.json`, or reckoned from such here.

`python -m benchmarks.document.render` renders those of docs/ anew after a template was changed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.document.figures import FILTERS
from benchmarks.document.plots import plots
from benchmarks.suite.parts import PARTS
from benchmarks.suite.results import read_run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIGURES = "benchmarks.json"
DOCUMENTS = ("benchmarks.md", "scale.md")
TEMPLATES = Path(__file__).parent / "templates"
PRICE = 0.05  # of a core hour, an assumption that docs/scale.md calls so; in any currency
DOCS = Path(__file__).parents[2] / "docs"


def rendered(run: Mapping[str, Any], name: str) -> str:
    """A document of a run.

    Args:
        run: As `benchmarks.json` holds it.
        name: One of `DOCUMENTS`.

    Returns:
        Markdown.

    Raises:
        UndefinedError: A template asks for a figure that the run does not have.
    """
    outcomes = {outcome["name"]: outcome for outcome in run["outcomes"]}
    template = _environment().get_template(f"{name}.jinja")
    return template.render(run=run, parts=PARTS, outcomes=outcomes, plots=tuple(plots(run)), price=PRICE)


def write_documents(docs: Path) -> Iterator[Path]:
    """Write documents and plots beside the figures.

    Args:
        docs: Folder that holds `benchmarks.json`.

    Yields:
        Each file, once it is written.
    """
    run = read_run(docs / FIGURES)
    for name in DOCUMENTS:
        path = docs / name
        path.write_text(rendered(run, name), encoding="utf-8")
        yield path
    from benchmarks.document.pictures import picture  # noqa: PLC0415 - drawing needs an extra

    for name, plot in plots(run).items():
        path = docs / f"{name}.svg"
        path.write_text(picture(plot), encoding="utf-8")
        yield path


def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - Markdown of our own figures
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment


if __name__ == "__main__":
    for written in write_documents(DOCS):
        sys.stdout.write(f"{written}\n")
