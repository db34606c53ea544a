"""GDAL's own programs, as an independent reader of what was written."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_gdal = pytest.mark.skipif(
    shutil.which("ogr2ogr") is None, reason="needs GDAL's programs: apt-get install gdal-bin"
)


# Of the format that GDAL hands on to the test, not of the one that it reads.
HANDED_ON = "The output driver does not natively support"


def layer_names(path: Path) -> list[str]:
    """The layers that `ogrinfo` finds."""
    return [line.split(": ", 1)[1].split(" (")[0] for line in _told("ogrinfo", "-q", str(path))]


def row_count(path: Path, layer: str) -> int:
    """How many rows of a layer `ogrinfo` counts."""
    told = _told("ogrinfo", "-q", "-al", str(path), layer)
    return sum(line.startswith("OGRFeature(") for line in told)


def features(path: Path, *layers: str) -> list[dict[str, Any]]:
    """The features that `ogr2ogr` reads, as GeoJSON."""
    return [json.loads(line) for line in _told("ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", str(path), *layers)]


def _told(*command: str) -> list[str]:
    """What a program says; a warning of it is an error here."""
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - GDAL's own programs
    assert [line for line in told.stderr.splitlines() if HANDED_ON not in line] == []
    return told.stdout.splitlines()
