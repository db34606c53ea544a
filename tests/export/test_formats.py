"""What holds for every format."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from geojson_validator import validate_geometries, validate_structure
from written_contents import file_of, hostile, of, written
from written_findings import findings

from docs.exports import PAGE, with_tables
from geo.errors import ExportError
from geo.export.formats import FORMATS, format_named
from geo.export.rows import in_order
from geo.export.spooled import spooled

if TYPE_CHECKING:
    from geo.export.format import Format
    from geo.export.layers import Layer

FOUND = written()
FILES = [(form, layer) for form in FORMATS for layer in form.layers]
NAMES = [f"{form.id}-{layer.id}" for form, layer in FILES]


def test_formats_have_ids_and_file_names_of_their_own() -> None:
    assert len({form.id for form in FORMATS}) == len(FORMATS)
    assert len({form.file_name(layer) for form, layer in FILES}) == len(FILES)


@pytest.mark.parametrize(("form", "layer"), FILES, ids=NAMES)
def test_the_same_data_give_the_same_bytes_in_whatever_order_they_come(form: Format, layer: Layer) -> None:
    found = FOUND.findings
    turned = of(type(found)(found.profile, found.reports[::-1], found.claims[::-1], found.periods[::-1], found.places))
    assert b"".join(form.write(turned, layer)) == b"".join(form.write(FOUND, layer))


@pytest.mark.parametrize(("form", "layer"), FILES, ids=NAMES)
def test_nothing_found_and_hostile_text_give_a_file_too(form: Format, layer: Layer) -> None:
    assert b"".join(form.write(of(findings([])), layer))
    assert b"".join(form.write(hostile(), layer))


def test_the_documentation_has_every_format_and_every_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_the_command_line_names_every_format(form: Format) -> None:
    assert re.search(rf"\b{form.id}\b", Path("geo/commands/export.py").read_text(encoding="utf-8"))


def test_an_unknown_format_or_layer_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ExportError, match="Choose one of: geojson, gpkg"):
        format_named("shapefile")
    with pytest.raises(ExportError, match="Choose one of: claims, points, control, places"):
        format_named("geojson").layer("reports")


@pytest.mark.parametrize("layer", ["claims", "points", "control", "places"])
def test_a_validator_of_geojson_finds_nothing(layer: str, tmp_path: Path) -> None:
    file = tmp_path / "file.geojson"
    file.write_bytes(file_of(FOUND, "geojson", layer))
    assert validate_structure(str(file)) == {}
    found = validate_geometries(str(file))
    # It warns of holes, as some tools cannot draw them; the west district has one.
    assert (found["invalid"], found["problematic"].keys() - {"holes"}) == ({}, set())


def test_what_is_in_order_is_not_held() -> None:
    rows = [1, 2, 2, 3]
    assert in_order(rows, key=lambda one: one) is rows
    assert in_order([3, 1, 2], key=lambda one: one) == [1, 2, 3]


@pytest.mark.parametrize("failure", [OSError("No space left on device"), KeyError("room")])
def test_a_file_that_cannot_be_made_is_told_in_a_sentence(failure: Exception) -> None:
    def make(path: Path) -> None:
        path.write_bytes(b"half")
        raise failure

    with pytest.raises(ExportError, match=r"war.gpkg cannot be made in .* Give that folder room, or name another"):
        list(spooled("war.gpkg", make, (KeyError,)))


def test_a_fault_of_our_own_is_not_taken_for_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def make(path: Path) -> None:
        path.write_bytes(b"half")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - no message matters
        list(spooled("war.gpkg", make))
    assert list(tmp_path.iterdir()) == []
