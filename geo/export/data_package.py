"""A Frictionless Data Package (https://datapackage.org, version 2): all tables as CSV, with their schema, zipped."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gazetteer.data_files import data_table
from geo.export.column import Table, Type
from geo.export.contents import RIGHTS
from geo.export.delimited import lines, names
from geo.export.workbook import TABLES
from geo.export.zipped import Packed, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.contents import Contents
    from geo.export.layers import Layer

Json = dict[str, Any]
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {Type.TEXT: "string", Type.DAY: "date", Type.TIME: "datetime", Type.INTEGER: "integer", Type.NUMBER: "number"}
FORMAT = {Type.TIME: {"format": "%Y-%m-%dT%H:%M:%SZ"}}
# Column → the table whose key it is.
POINTS_TO = {
    "report": "reports",
    "place_id": "places",
    "actor_id": "sides",
    "opponent_id": "sides",
    "holder_id": "sides",
}


def data_package(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write all tables as a Data Package.

    Args:
        contents: What to write.
        layer: Takes no part: the file holds all tables.

    Yields:
        Bytes of a zip file; the same contents give the same bytes.
    """
    del layer
    members = ((f"{table.name}.csv", lines([names(table.columns)], table, contents)) for table in TABLES)
    yield from zipped(members, lambda packed: ("datapackage.json", [_descriptor(contents, packed)]))


def _descriptor(contents: Contents, packed: list[Packed]) -> bytes:
    about, findings, view = contents.about, contents.findings, contents.view
    filters = {name: getattr(view.filters, name) for name in type(view.filters).__dataclass_fields__}
    told = {
        "$schema": PROFILE,
        "name": "claimline",
        "title": about["title"],
        "description": f"{about['note']} {about['shows']}",
        "keywords": ["conflict", "control", "claims"],
        "licenses": _licences(contents),
        "sources": _sources(contents),
        "temporal": {"start": findings.start.isoformat(), "end": findings.end.isoformat()},
        "claimline": {
            "method": about["method"],
            "basis": view.basis,
            "clock": view.clock.value,
            "filters": {name: chosen for name, chosen in filters.items() if chosen},
            "attribution": about["attribution"],
        },
        "resources": [_resource(table, one) for table, one in zip(TABLES, packed, strict=True)],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _resource(table: Table[Any], packed: Packed) -> Json:
    return {
        "name": table.name,
        "type": "table",
        "path": packed.name,
        "description": table.about,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": packed.size,
        "hash": f"sha256:{packed.sha256}",
        "schema": _schema(table),
    }


def _schema(table: Table[Any]) -> Json:
    key = table.columns[0].name
    fields = [
        {
            "name": column.name,
            "type": TYPES.get(column.type, "boolean"),
            **FORMAT.get(column.type, {}),
            "description": column.about,
        }
        for column in table.columns
    ]
    keys = {other.name: other.columns[0].name for other in TABLES}
    foreign = [
        {
            "fields": [column.name],
            "reference": {"resource": POINTS_TO[column.name], "fields": [keys[POINTS_TO[column.name]]]},
        }
        for column in table.columns
        if column.name in POINTS_TO and POINTS_TO[column.name] != table.name
    ]
    found: Json = {"fields": fields, "primaryKey": [key], "missingValues": [""]}
    return found | ({"foreignKeys": foreign} if foreign else {})


def _known(contents: Contents) -> list[Json]:
    """The gazetteer's own sources that are credited; what is installed is credited in words alone."""
    return [entry for entry in data_table("attribution.toml").values() if entry["text"] in contents.credits]


def _sources(contents: Contents) -> list[Json]:
    return [
        {"title": entry["title"], **({"path": entry["url"]} if "url" in entry else {})} for entry in _known(contents)
    ] + [{"title": RIGHTS}]


def _licences(contents: Contents) -> list[Json]:
    known = tomllib.loads(files("geo.export").joinpath("licences.toml").read_text(encoding="utf-8"))
    wanted = {entry["licence"] for entry in _known(contents)} | {"quotes"}
    return [licence for name, licence in known.items() if name in wanted]
