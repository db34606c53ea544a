"""The way of the data is the direction of the imports: nothing imports backwards."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each part may import itself and those before it.
ORDER = (
    "gazetteer.errors",
    "gazetteer.data_files",
    "gazetteer.place",
    "gazetteer.names",
    "gazetteer.entry",
    "gazetteer.attribution",
    "gazetteer.tables",
    "gazetteer.sources",
    "gazetteer.index",
    "gazetteer.overlay",
    "gazetteer.builds",
    "gazetteer.lookup",
    "gazetteer.reading",
    "gazetteer.mentions",
    "gazetteer.resolve",
    "gazetteer.install",
    "gazetteer.make",
    "gazetteer",
    "geo.errors",
    "geo.bundled",
    "geo.profile",
    "geo.archive_mark",
    "geo.reports",
    "geo.claims",
    "geo.choose",
    "geo.chosen",
    "geo.report_reading",
    "geo.extent",
    "geo.harvest",
    "geo.engine",
    "geo.bulk",
    "geo.control",
    "geo.explain",
    "geo.pipeline",
    "geo.view",
    "geo.export",
    "geo.store",
    "geo.archive",
    "geo.map",
    "geo.holdings",
    "geo.app",
    "geo.commands",
    "geo.cli",
)
MODULES = sorted([*ROOT.glob("gazetteer/**/*.py"), *ROOT.glob("geo/**/*.py")])
PAGE_LIBRARIES = {"streamlit"}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            found.add(node.module or "")
    return found


def part(name: str) -> int | None:
    places = [rank for rank, prefix in enumerate(ORDER) if name == prefix or name.startswith(f"{prefix}.")]
    return places[0] if places else None


def test_every_module_belongs_to_a_part() -> None:
    strays = [dotted(path) for path in MODULES if part(dotted(path)) is None]
    assert strays == ["geo.__init__"]


@pytest.mark.parametrize("path", [path for path in MODULES if part(dotted(path)) is not None], ids=dotted)
def test_a_module_imports_nothing_that_comes_after_it(path: Path) -> None:
    own = part(dotted(path))
    assert own is not None
    backwards = {name for name in imported(path) if (part(name) or 0) > own}
    assert backwards == set()


@pytest.mark.parametrize("path", [path for path in MODULES if not dotted(path).startswith("geo.app")], ids=dotted)
def test_only_the_page_knows_the_library_of_the_page(path: Path) -> None:
    assert {name.partition(".")[0] for name in imported(path)} & PAGE_LIBRARIES == set()
