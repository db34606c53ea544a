"""The commands of the README on the seed reports."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from typer.testing import CliRunner

from geo.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

SEEDS = ["seeds/reports", "--profile", "seeds/panjshir-2021.toml"]
# Imports that only a command with work to do may pay for.
HEAVY = {"geopandas", "pandas", "numpy", "shapely", "folium", "streamlit"}


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_extract_prints_claims_whose_quotes_stand_in_their_reports(pytestconfig: pytest.Config) -> None:
    claims = [json.loads(line) for line in run("extract", *SEEDS, "--format", "jsonl").splitlines()]
    assert len({claim["report"] for claim in claims}) == 5
    for claim in claims:
        report = pytestconfig.rootpath / "seeds" / "reports" / f"{claim['report']}.txt"
        assert report.read_bytes().decode()[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["place_text"] in claim["quote"]


@pytest.mark.parametrize(("layer", "kinds"), [("claims", {"Polygon", "MultiPolygon", "Point"}), ("points", {"Point"})])
def test_exported_claims_open_in_geopandas(layer: str, kinds: set[str], tmp_path: Path) -> None:
    out = tmp_path / "claims.geojson"
    run("export", *SEEDS, "--format", "geojson", "--layer", layer, "--out", str(out))
    frame = gpd.read_file(out)
    assert set(frame.geom_type) <= kinds
    assert frame.crs.to_epsg() == 4326
    assert frame["quote"].str.len().min() > 0


def test_exported_control_periods_have_first_and_last_days(tmp_path: Path) -> None:
    out = tmp_path / "control.geojson"
    run("export", *SEEDS, "--layer", "control", "--out", str(out))
    frame = gpd.read_file(out)
    assert (frame["start"] < frame["end"]).all()
    assert {"held", "contested", "besieged"} <= set(frame["status"])


def test_the_map_is_one_file_that_asks_for_nothing(tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    run("map", *SEEDS, "--out", str(out))
    page = out.read_text(encoding="utf-8")
    assert "<script src=" not in page
    assert "<link" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_help_loads_no_heavy_library() -> None:
    code = "import sys; import geo.cli; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own interpreter
    assert {name.partition(".")[0] for name in loaded.split()} & HEAVY == set()
