"""The suite runs whatever else fails, and its documents say what its figures say."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from benchmarks.document.render import DOCUMENTS, FIGURES, TEMPLATES, rendered
from benchmarks.growth import exponent
from benchmarks.suite.machine import this_machine
from benchmarks.suite.needs import LABELLED, lacking
from benchmarks.suite.parts import PARTS, part_named
from benchmarks.suite.results import Outcome, Run, as_json, read_run
from benchmarks.suite.run import ROOT, run_parts
from benchmarks.suite.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.suite.parts import Part

DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_what_its_figures_render(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == rendered(read_run(DOCS / FIGURES), name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_plot_that_a_document_shows_is_there(name: str) -> None:
    shown = re.findall(r"\]\(([\w-]+\.svg)\)", (DOCS / name).read_text(encoding="utf-8"))
    assert [plot for plot in shown if not (DOCS / plot).is_file()] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_has_a_template_and_a_module_that_measures(part: Part) -> None:
    assert (TEMPLATES / f"{part.name}.md.jinja").is_file()
    source = ROOT.joinpath(*part.module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    assert "def measured(settings: Settings)" in source


def test_a_part_that_fails_is_named_and_the_rest_go_on() -> None:
    told: list[str] = []
    parts = [part_named("places"), part_named("sentences")]
    outcomes = [outcome for outcome, _ in run_parts(parts, Settings(), lambda part, _: told.append(part.name))]
    assert [outcome.name for outcome in outcomes] == ["places", "sentences"]
    assert all("with --labelled" in outcome.failed and outcome.result is None for outcome in outcomes)
    assert set(told) == {"places", "sentences"}


def test_what_is_not_there_is_told_before_the_run(tmp_path: Path) -> None:
    told = " ".join(lacking(Settings(tmp_path)))
    assert "lgl.jsonl, geovirus.jsonl, control_sentences.jsonl" in told
    for name in LABELLED:
        (tmp_path / name).touch()
    assert "jsonl" not in " ".join(lacking(Settings(tmp_path)))


def test_a_document_names_the_parts_that_failed(tmp_path: Path) -> None:
    outcomes = tuple(Outcome(part.name, 1.5, None, f"{part.name} went wrong.") for part in PARTS)
    path = tmp_path / FIGURES
    path.write_text(as_json(Run("2026-01-01", True, this_machine(), outcomes)), encoding="utf-8")  # noqa: FBT003 - a record
    document = rendered(read_run(path), "benchmarks.md")
    assert [part.name for part in PARTS if f"{part.name} went wrong." not in document] == []
    assert "small try" in document


def test_figures_are_kept_with_four_digits() -> None:
    kept = Outcome("fold", 1234.5678, {"sizes": (0.00123456, 98765.4321, 7)})
    run = json.loads(as_json(Run("2026-01-01", False, this_machine(), (kept,))))  # noqa: FBT003 - a record
    (outcome,) = run["outcomes"]
    assert outcome["seconds"] == 1234.6
    assert outcome["result"]["sizes"] == [0.001235, 98765.4, 7]


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    sizes = (10.0, 100.0, 1000.0)
    assert exponent(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)
