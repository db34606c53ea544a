"""What a start may import: a command's help and the page's first run are quick by leaving out what they do not need."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.bundled import bundled_folder

if TYPE_CHECKING:
    from gazetteer import Gazetteer

PAGE = bundled_folder() / "streamlit_app.py"
HEAVY = {
    "altair",
    "babel",
    "dask",
    "datasketch",
    "distributed",
    "folium",
    "geopandas",
    "geopy",
    "lxml",
    "numpy",
    "pandas",
    "psycopg",
    "py3langid",
    "pyarrow",
    "pyogrio",
    "requests",
    "shapely",
    "spacy",
    "sqlalchemy",
    "streamlit",
    "trafilatura",
    "xlsxwriter",
}
# What the page's first run needs of them.
OF_THE_PAGE = {"altair", "babel", "folium", "geopy", "numpy", "pandas", "pyarrow", "requests", "shapely", "streamlit"}
HELP = """
import json, sys
from typer.testing import CliRunner
from geo.cli import app

run = CliRunner().invoke(app, sys.argv[1:])
assert run.exit_code == 0, run.output
print(json.dumps([list(sys.modules), run.output]))
"""


def imported(script: str, *words: str) -> tuple[set[str], str]:
    """The libraries that a script has imported at its end, and what it said."""
    command = [sys.executable, "-W", "ignore", "-c", script, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PAGE.parent)  # noqa: S603 - ourselves
    modules, said = json.loads(done.stdout.splitlines()[-1])
    return {name.partition(".")[0] for name in modules}, said


@pytest.mark.parametrize("command", ["", "extract", "map", "page", "export", "serve", "gazetteer install"])
def test_help_imports_nothing_heavy(command: str) -> None:
    libraries, said = imported(HELP, *command.split(), "--help")
    assert "Usage" in said
    assert libraries & HEAVY == set()


def test_reading_imports_no_model_where_no_profile_names_one(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
    report = "seeds/reports/000_7ce6fbf2c9b4b4c1.txt"
    libraries, said = imported(HELP, "explain", report, "--profile", "seeds/panjshir-2021.toml")
    assert "takes" in said
    assert libraries & {"spacy", "thinc"} == set()


def test_the_page_imports_at_its_start_only_what_its_first_run_needs() -> None:
    modules = [
        node.module for node in ast.parse(PAGE.read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom)
    ]
    lines = [f"import {module}" for module in (*modules, "geo.app.whole_page") if module != "__future__"]
    libraries, _ = imported("\n".join(["import json, sys", *lines, "print(json.dumps([list(sys.modules), '']))"]))
    assert libraries & HEAVY <= OF_THE_PAGE


def test_errors_are_known_without_the_gazetteer() -> None:
    script = "import json, sys, gazetteer.errors; print(json.dumps([[m.replace('.', '_') for m in sys.modules], '']))"
    libraries, _ = imported(script)
    assert "gazetteer_errors" in libraries
    assert "gazetteer_lookup" not in libraries


def test_the_page_does_not_look_for_garbage_all_the_time_while_it_starts() -> None:
    script = "import json, sys, gc, geo.app.arguments; print(json.dumps([[], str(gc.get_threshold()[0])]))"
    assert imported(script) == (set(), "10000")
