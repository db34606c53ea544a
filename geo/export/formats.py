"""The registry of formats: the page's buttons, the command line and docs/exports.md take them from here."""

from __future__ import annotations

from geo.errors import ExportError
from geo.export.data_package import data_package
from geo.export.delimited import csv_file
from geo.export.format import Format
from geo.export.geojson import geojson
from geo.export.geopackage import geopackage
from geo.export.geoparquet import geoparquet
from geo.export.hxl import hxl
from geo.export.kml import kml, kmz
from geo.export.layers import (
    ALL,
    CLAIMS_LAYER,
    CONTROL_LAYER,
    EVENTS_IN_ACLED,
    EVENTS_IN_UCDP,
    ON_THE_MAP,
    PLACES_LAYER,
    POINTS_LAYER,
    QUOTES,
    REPORTS_LAYER,
    SIDES_LAYER,
)
from geo.export.web_annotations import web_annotations
from geo.export.workbook import workbook

FORMATS: tuple[Format, ...] = (
    Format(
        id="geojson",
        label="GeoJSON",
        ending=".geojson",
        media_type="application/geo+json",
        opens_in="QGIS, kepler.gl, geojson.io, R (sf), Python (geopandas)",
        layers=(CLAIMS_LAYER, POINTS_LAYER, CONTROL_LAYER, PLACES_LAYER),
        write=geojson,
    ),
    Format(
        id="gpkg",
        label="GeoPackage",
        ending=".gpkg",
        media_type="application/geopackage+sqlite3",
        opens_in="QGIS (colours and time come with it), ArcGIS, R (sf), Python (geopandas)",
        layers=(ALL,),
        write=geopackage,
    ),
    Format(
        id="geoparquet",
        label="GeoParquet",
        ending=".parquet",
        media_type="application/vnd.apache.parquet",
        opens_in="Python (geopandas), R (arrow), DuckDB, kepler.gl, QGIS with Parquet",
        layers=(CLAIMS_LAYER, POINTS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER),
        write=geoparquet,
    ),
    Format(
        id="kml",
        label="KML",
        ending=".kml",
        media_type="application/vnd.google-earth.kml+xml",
        opens_in="Google Earth (with its time slider), Google My Maps, QGIS",
        layers=(ON_THE_MAP,),
        write=kml,
    ),
    Format(
        id="kmz",
        label="KMZ",
        ending=".kmz",
        media_type="application/vnd.google-earth.kmz",
        opens_in="Google Earth: the same as KML, smaller",
        layers=(ON_THE_MAP,),
        write=kmz,
    ),
    Format(
        id="xlsx",
        label="XLSX",
        ending=".xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        opens_in="Excel, LibreOffice, Google Sheets: a sheet a table, with real dates",
        layers=(ALL,),
        write=workbook,
    ),
    Format(
        id="csv",
        label="CSV",
        ending=".csv",
        media_type="text/csv",
        opens_in="R, Python (pandas), kepler.gl, LibreOffice; for Excel rather take XLSX",
        layers=(CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER),
        write=csv_file,
    ),
    Format(
        id="acled",
        label="CSV in ACLED's columns",
        ending="-acled-columns.csv",
        media_type="text/csv",
        opens_in="scripts written for ACLED's column names; it is no ACLED data",
        layers=(EVENTS_IN_ACLED,),
        write=csv_file,
    ),
    Format(
        id="ucdp",
        label="CSV in UCDP GED's columns",
        ending="-ucdp-columns.csv",
        media_type="text/csv",
        opens_in="scripts written for UCDP GED's column names; it is no UCDP data",
        layers=(EVENTS_IN_UCDP,),
        write=csv_file,
    ),
    Format(
        id="hxl",
        label="CSV with HXL hashtags",
        ending="-hxl.csv",
        media_type="text/csv",
        opens_in="Humanitarian Data Exchange (HDX), HXL Proxy, any spreadsheet",
        layers=(CLAIMS_LAYER, CONTROL_LAYER),
        write=hxl,
    ),
    Format(
        id="datapackage",
        label="Data Package",
        ending="-datapackage.zip",
        media_type="application/zip",
        opens_in="frictionless, R (frictionless), Open Data Editor, archives: all tables with schema and checksums",
        layers=(ALL,),
        write=data_package,
    ),
    Format(
        id="annotations",
        label="Web Annotations",
        ending="-annotations.jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        opens_in="Recogito, Hypothesis tools, any reader of W3C annotations: each quote in its text",
        layers=(QUOTES,),
        write=web_annotations,
    ),
)


def format_named(format_id: str) -> Format:
    """The format of an id.

    Raises:
        ExportError: There is none; the message names those that there are.
    """
    for form in FORMATS:
        if form.id == format_id:
            return form
    message = f"There is no format {format_id!r}. Choose one of: {', '.join(form.id for form in FORMATS)}."
    raise ExportError(message)
