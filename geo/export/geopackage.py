"""GeoPackage 1.3: all tables in one file, with styles and temporal settings as QGIS reads them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.export.layers import (
    AREAS_LAYER,
    CONTROL_LAYER,
    PLACES_LAYER,
    POINTS_LAYER,
    REPORTS_LAYER,
    SIDES_LAYER,
    Layer,
    Shape,
)
from geo.export.qgis_style import layer_style
from geo.export.spooled import spooled
from geo.export.text import writable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.export.contents import Contents

# Two layers of control, as a layer of this format has one kind of geometry.
NAMES = {
    "claims_points": POINTS_LAYER,
    "claims_areas": AREAS_LAYER,
    "control_periods": Layer(
        "control_areas", "Control periods", "Who held which area from when to when.", CONTROL_LAYER.table, Shape.AREA
    ),
    "control_points": Layer(
        "control_points",
        "Control periods of places without an area",
        "Who held which place from when to when.",
        CONTROL_LAYER.table,
        Shape.POINT_ONLY,
    ),
    "places": PLACES_LAYER,
    "reports": REPORTS_LAYER,
    "sides": SIDES_LAYER,
}
# Where a SQLite file counts its writes, and for which count its header holds (https://www.sqlite.org/fileformat2.html).
WRITES_COUNTED = (24, 92)
GEOMETRY = "geometry"
KINDS = {Shape.AREA: "MultiPolygon", Shape.POINT: "Point", Shape.POINT_ONLY: "Point"}
LAYER = {"GEOMETRY_NAME": GEOMETRY, "DATETIME_PRECISION": "MILLISECOND"}


def geopackage(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write everything as a GeoPackage.

    Args:
        contents: What to write.
        layer: Takes no part: the file holds all tables.

    Yields:
        Bytes; the same contents give the same bytes.
    """
    del layer
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError  # noqa: PLC0415 - for this format alone

    failures = (DataLayerError, DataSourceError, FeatureError, sqlite3.Error)
    yield from spooled("claimline.gpkg", partial(_write, contents), failures)


def _write(contents: Contents, path: Path) -> None:
    for name, layer in NAMES.items():
        _layer(contents, name, layer, path)
    # The time of writing would make every file another; the last day of the findings stands for it.
    changed = f"{contents.findings.end.isoformat()}T00:00:00.000Z"
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(files("geo.export").joinpath("geopackage.sql").read_text(encoding="utf-8"))
        for name, layer in NAMES.items():
            _describe(file, contents, name, layer)
            _style(file, contents, name, layer, changed)
        file.execute("UPDATE gpkg_contents SET last_change = ?", (changed,))
    _forget_writes(path)


def _forget_writes(path: Path) -> None:
    """Set SQLite's count of writes, which is not always the same for the same data, to one."""
    with path.open("r+b") as file:
        for offset in WRITES_COUNTED:
            file.seek(offset)
            file.write((1).to_bytes(4, "big"))


def _layer(contents: Contents, name: str, layer: Layer, path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - a third of a second that other formats do not need
    import pyogrio  # noqa: PLC0415 - as above

    from geo.export.arrow import batches, fields, wkb  # noqa: PLC0415 - as above

    shaped = layer.shape is not Shape.NONE
    tag = {"ARROW:extension:name": "geoarrow.wkb"}
    schema = pa.schema(
        [*fields(layer.table.columns), *([pa.field(GEOMETRY, pa.binary(), metadata=tag)] if shaped else [])]
    )
    stream = pa.RecordBatchReader.from_batches(
        schema,
        (
            pa.record_batch([*arrays, *([wkb(geometries)] if shaped else [])], schema=schema)
            for arrays, geometries in batches(contents, layer, writable)
        ),
    )
    pyogrio.write_arrow(
        stream,
        path,
        layer=name,
        driver="GPKG",
        dataset_options=None if path.exists() else {"VERSION": "1.3"},
        layer_options=LAYER if shaped else {"DATETIME_PRECISION": "MILLISECOND"},
        geometry_name=GEOMETRY if shaped else None,
        geometry_type=KINDS[layer.shape] if shaped else None,
        crs="EPSG:4326" if shaped else None,
    )


def _describe(file: sqlite3.Connection, contents: Contents, name: str, layer: Layer) -> None:
    about = (
        f"{layer.about} {contents.shows} Rules: {contents.about['method']}. {contents.about['note']} {contents.credits}"
    )
    file.execute("UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?", (name, about, name))
    rows = [(name, column.name, column.about) for column in layer.table.columns]
    file.executemany("INSERT INTO gpkg_data_columns (table_name, column_name, description) VALUES (?, ?, ?)", rows)


def _style(file: sqlite3.Connection, contents: Contents, name: str, layer: Layer, changed: str) -> None:
    style = layer_style(contents, layer)
    if style:
        file.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
            " styleQML, useAsDefault, description, update_time) VALUES ('', '', ?, ?, ?, ?, 1, ?, ?)",
            (name, GEOMETRY, "By side", style, "Colours by side, shown from start to end", changed),
        )
