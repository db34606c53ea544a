"""KML 2.2 (OGC 07-147r2) and KMZ: control periods and claims, each with its time and the colour of its side."""

from __future__ import annotations

import html
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import shapely

from geo.export.column import Type, midnight, rfc3339
from geo.export.kml_styles import claim_style, period_style, styles
from geo.export.layers import CONTROL_LAYER, POINTS_LAYER
from geo.export.site import KEPT
from geo.export.tables.claims import ONE_DAY, days_of
from geo.export.text import writable
from geo.export.zipped import zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.export.column import Column, Table, Value
    from geo.export.contents import Contents
    from geo.export.layers import Layer
    from geo.export.rows import ClaimRow, PeriodRow

NAMESPACE = "http://www.opengis.net/kml/2.2"
TYPES = {Type.BOOLEAN: "bool", Type.INTEGER: "int", Type.NUMBER: "double"}
SECOND = timedelta(seconds=1)


def kml(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write control periods and claims as KML.

    Args:
        contents: What to write.
        layer: Takes no part: the file holds both.

    Yields:
        UTF-8 bytes, a placemark a line; the same contents give the same bytes.
    """
    del layer
    yield from (f"{line}\n".encode() for line in _document(contents))


def kmz(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write the same, zipped.

    Args:
        contents: What to write.
        layer: Takes no part.

    Yields:
        Bytes; the same contents give the same bytes.
    """
    yield from zipped([("doc.kml", kml(contents, layer))])


def _document(contents: Contents) -> Iterator[str]:
    about = contents.about
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<kml xmlns="{NAMESPACE}"><Document>'
    yield _element("name", about["title"]) + _described(
        about[key] for key in ("shows", "note", "attribution", "method")
    )
    yield styles(contents.sides)
    yield from map(_schema, (CONTROL_LAYER.table, POINTS_LAYER.table))
    yield from _folder(contents, CONTROL_LAYER, _period)
    yield from _folder(contents, POINTS_LAYER, _claim)
    yield "</Document></kml>"


def _schema(table: Table[Any]) -> str:
    fields = (
        f'<SimpleField type="{TYPES.get(column.type, "string")}" name="{column.name}">'
        f"{_element('displayName', column.about)}</SimpleField>"
        for column in _data_columns(table)
    )
    return f'<Schema name="{table.name}" id="{table.name}">{"".join(fields)}</Schema>'


def _folder(contents: Contents, layer: Layer, head: Callable[[Contents, Any], str]) -> Iterator[str]:
    shaped = lru_cache(maxsize=KEPT)(_shape)
    columns = [(column.read, f'<SimpleData name="{column.name}">') for column in _data_columns(layer.table)]
    yield f"<Folder>{_element('name', layer.label)}"
    for row, geometry in layer.features(contents):
        cells = "".join(f"{opened}{_text(value)}</SimpleData>" for read, opened in columns
                        if (value := read(row)) is not None)  # fmt: skip
        data = f'<ExtendedData><SchemaData schemaUrl="#{layer.table.name}">{cells}</SchemaData></ExtendedData>'
        yield f"<Placemark>{head(contents, row)}{data}{shaped(geometry)}</Placemark>"
    yield "</Folder>"


def _period(contents: Contents, row: PeriodRow) -> str:
    period, sides = row.period, contents.sides
    holder = f" {sides.names.get(period.holder, period.holder)}" if period.holder else ""
    return (
        _element("name", f"{row.site.name}: {period.status}{holder}")
        + _described((f"{period.start} to {period.end - ONE_DAY}", f"Claims behind it: {len(period.claims)}"))
        + _span(period.start, period.end)
        + _element("styleUrl", f"#{period_style(sides, period.status, period.holder)}")
    )


def _claim(contents: Contents, row: ClaimRow) -> str:
    claim, report = row.claim, row.report
    denied = "" if claim.assertion == "asserted" else f" ({claim.assertion})"
    part = "Part of " if claim.partial else ""
    actor = f" {claim.actor.name}" if claim.actor else ""
    said = f"says {claim.claimant.name}" if claim.claimant else ""
    source = (report.publisher or "", report.title or "", report.url or "") if report else ()
    quote = f"\N{LEFT DOUBLE QUOTATION MARK}{claim.quote}\N{RIGHT DOUBLE QUOTATION MARK}"
    return (
        _element("name", f"{part}{claim.place.name}:{actor} {claim.action}{denied}")
        + _described((quote, said, *source, f"published {claim.published}"))
        + _span(*days_of(claim))
        + _element("styleUrl", f"#{claim_style(contents.sides, claim.actor.id if claim.actor else None)}")
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(writable(text))}</{name}>"


def _described(lines: Iterable[str]) -> str:
    """Google Earth shows a description as HTML, so that text is escaped for that first."""
    return _element("description", "<br/>".join(html.escape(line) for line in lines if line))


def _span(start: date, end: date) -> str:
    """KML has no exclusive end: at the same instant Google Earth would draw a period and the next above each other."""
    last = midnight(end) - SECOND
    return f"<TimeSpan><begin>{rfc3339(midnight(start))}</begin><end>{rfc3339(last)}</end></TimeSpan>"


def _data_columns(table: Table[Any]) -> list[Column[Any]]:
    """The columns besides the times, which the time span tells."""
    return [column for column in table.columns if column.type is not Type.TIME]


@lru_cache(maxsize=8_192, typed=True)
def _text(value: Value) -> str:
    if isinstance(value, bool):
        # XML Schema lets a boolean be a number or a word; GDAL reads only the number.
        return str(int(value))
    return rfc3339(value) if isinstance(value, date) else escape(writable(str(value)))


def _shape(geometry: BaseGeometry | None) -> str:
    if geometry is None:
        return ""
    if geometry.geom_type == "Point":
        return f"<Point><coordinates>{_pairs(geometry)}</coordinates></Point>"
    polygons = "".join(map(_polygon, geometry.geoms))
    return f"<MultiGeometry>{polygons}</MultiGeometry>"


def _polygon(polygon: BaseGeometry) -> str:
    rings = chain([("outer", polygon.exterior)], (("inner", ring) for ring in polygon.interiors))
    bounds = (
        f"<{side}BoundaryIs><LinearRing><coordinates>{_pairs(ring)}</coordinates></LinearRing></{side}BoundaryIs>"
        for side, ring in rings
    )
    return f"<Polygon>{''.join(bounds)}</Polygon>"


def _pairs(geometry: BaseGeometry) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat in shapely.get_coordinates(geometry).tolist())
