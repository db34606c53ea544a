"""The Data Package, held to its schema, keys and checksums by frictionless."""

from __future__ import annotations

import hashlib
import io
import json
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import frictionless
import pytest
from written_contents import file_of, hostile, of, written
from written_findings import findings

from gazetteer.data_files import data_table
from geo.control.clock import Clock
from geo.view.filters import Filters
from geo.view.view import View

if TYPE_CHECKING:
    from geo.export.contents import Contents

FOUND = written()


def descriptor(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found: dict[str, Any] = json.loads(archive.read("datapackage.json"))
        return found


@pytest.mark.parametrize("contents", [FOUND, hostile(), of(findings([]))], ids=["written", "hostile", "empty"])
def test_frictionless_finds_no_fault(contents: Contents, tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(file_of(contents, "datapackage"))
    report = frictionless.validate(str(file))
    assert report.flatten(["type", "message"]) == []
    assert report.valid


def test_frictionless_reads_every_row_with_its_types(tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(file_of(FOUND, "datapackage"))
    package = frictionless.Package(str(file))
    periods = package.get_resource("control_periods").read_rows()
    assert {(row["place_id"], row["first_day"], row["end"].date()) for row in periods} == {
        (one.place, one.start, one.end) for one in FOUND.findings.periods
    }
    assert [row["deaths_high"] for row in package.get_resource("claims").read_rows() if row["deaths_high"]] == [5]


def test_every_file_has_its_size_and_checksum() -> None:
    data = file_of(FOUND, "datapackage")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for resource in descriptor(data)["resources"]:
            content = archive.read(resource["path"])
            assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert resource["bytes"] == len(content)


def test_it_tells_view_method_and_licences() -> None:
    view = View("red", Clock.KNOWN, Filters(action=("takes",), text="west"))
    told = descriptor(file_of(replace(FOUND, view=view), "datapackage"))
    own = told["claimline"]
    assert (own["basis"], own["clock"], own["filters"]) == ("red", "known", {"action": ["takes"], "text": "west"})
    assert own["method"].startswith("claimline-control/")
    assert {one["name"] for one in told["licenses"]} == {"CC-BY-4.0", "other-pd", "other-closed"}
    assert told["temporal"] == {"start": "2021-08-15", "end": "2021-09-11"}


def test_every_licence_of_the_gazetteer_has_its_name_in_data_packages() -> None:
    known = tomllib.loads(Path("geo/export/licences.toml").read_text(encoding="utf-8"))
    assert {entry["licence"] for entry in data_table("attribution.toml").values()} <= set(known)
