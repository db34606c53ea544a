"""KML 2.2 (OGC 07-147r2) and KMZ: control periods and claims, each with its time and the colour of its side."""

from __future__ import annotations

import html
import io
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import shapely

from geo.export.column import Type, midnight, rfc3339
from geo.export.kml_styles import claim_style, period_style, styles
from geo.export.layers import CONTROL_LAYER, POINTS_LAYER
from geo.export.site import KEPT
from geo.export.tables.claims import ONE_DAY, days_of
from geo.export.text import writable
from geo.export.zipped import zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from geo.export.column import Table, Value
    from geo.export.contents import Contents
    from geo.export.layers import Layer
    from geo.export.rows import ClaimRow, PeriodRow

NAMESPACE = "http://www.opengis.net/kml/2.2"
TYPES = {Type.BOOLEAN: "bool", Type.INTEGER: "int", Type.NUMBER: "double"}
SECOND = timedelta(seconds=1)
BLOCK = 1 << 16
NONE: Mapping[str, str] = MappingProxyType({})


def kml(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write control periods and claims as KML.

    Args:
        contents: What to write.
        layer: Takes no part: the file holds both.

    Yields:
        UTF-8 bytes; the same contents give the same bytes.
    """
    del layer
    text = io.StringIO()
    for _ in _document(_Writer(text), contents):
        if text.tell() > BLOCK:
            yield _taken(text)
    yield _taken(text)


def kmz(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write the same, zipped.

    Args:
        contents: What to write.
        layer: Takes no part.

    Yields:
        Bytes; the same contents give the same bytes.
    """
    yield from zipped([("doc.kml", kml(contents, layer))])


class _Writer:
    """Elements and their text, escaped."""

    def __init__(self, out: io.StringIO) -> None:
        self._out = out
        self._xml = XMLGenerator(out, encoding="utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def within(self, element: str, attributes: Mapping[str, str] = NONE) -> Iterator[None]:
        """An element around what is written meanwhile."""
        self._xml.startElement(element, AttributesImpl(dict(attributes)))
        yield
        self._xml.endElement(element)

    def put(self, element: str, text: str, attributes: Mapping[str, str] = NONE) -> None:
        """An element with text."""
        with self.within(element, attributes):
            self._xml.characters(writable(text))

    def raw(self, xml: str) -> None:
        """Elements that are ready."""
        self._xml.ignorableWhitespace(xml)


def _document(to: _Writer, contents: Contents) -> Iterator[None]:
    about = contents.about
    with to.within("kml", {"xmlns": NAMESPACE}), to.within("Document"):
        to.put("name", about["title"])
        to.put(
            "description", "<br/>".join(html.escape(about[key]) for key in ("shows", "note", "attribution", "method"))
        )
        to.raw(styles(contents.sides))
        for layer in (CONTROL_LAYER, POINTS_LAYER):
            _schema(to, layer.table)
        yield from _folder(to, contents, CONTROL_LAYER, _period)
        yield from _folder(to, contents, POINTS_LAYER, _claim)
    to.raw("\n")


def _schema(to: _Writer, table: Table[Any]) -> None:
    with to.within("Schema", {"name": table.name, "id": table.name}):
        for column in table.columns:
            if column.type is not Type.TIME:
                with to.within("SimpleField", {"type": TYPES.get(column.type, "string"), "name": column.name}):
                    to.put("displayName", column.about)


def _folder(
    to: _Writer, contents: Contents, layer: Layer, head: Callable[[_Writer, Contents, Any], None]
) -> Iterator[None]:
    shaped = lru_cache(maxsize=KEPT)(_shape)
    with to.within("Folder"):
        to.put("name", layer.label)
        for row, geometry in layer.features(contents):
            with to.within("Placemark"):
                head(to, contents, row)
                _data(to, layer.table, row)
                to.raw(shaped(geometry))
            yield


def _period(to: _Writer, contents: Contents, row: PeriodRow) -> None:
    period, names = row.period, contents.sides.names
    holder = f" {names.get(period.holder, period.holder)}" if period.holder else ""
    to.put("name", f"{row.site.name}: {period.status}{holder}")
    _describe(to, (f"{period.start} to {period.end - ONE_DAY}", f"Claims behind it: {len(period.claims)}"))
    _span(to, period.start, period.end)
    to.put("styleUrl", f"#{period_style(contents.sides, period.status, period.holder)}")


def _claim(to: _Writer, contents: Contents, row: ClaimRow) -> None:
    claim, report = row.claim, row.report
    denied = "" if claim.assertion == "asserted" else f" ({claim.assertion})"
    actor = f" {claim.actor.name}" if claim.actor else ""
    to.put("name", f"{claim.place.name}:{actor} {claim.action}{denied}")
    said = f"says {claim.claimant.name}" if claim.claimant else ""
    source = filter(None, (report.publisher, report.title, report.url)) if report else ()
    _describe(to, filter(None, (f"\N{LEFT DOUBLE QUOTATION MARK}{claim.quote}\N{RIGHT DOUBLE QUOTATION MARK}", said,
                                *source, f"published {claim.published}")))  # fmt: skip
    _span(to, *days_of(claim))
    to.put("styleUrl", f"#{claim_style(contents.sides, claim.actor.id if claim.actor else None)}")


def _describe(to: _Writer, lines: Iterable[str]) -> None:
    """Google Earth shows a description as HTML, so that text is escaped for that first."""
    to.put("description", "<br/>".join(map(html.escape, lines)))


def _span(to: _Writer, start: date, end: date) -> None:
    with to.within("TimeSpan"):
        to.put("begin", rfc3339(midnight(start)))
        # KML has no exclusive end: at the same instant Google Earth would draw a period and the next above each other.
        to.put("end", rfc3339(midnight(end) - SECOND))


def _data(to: _Writer, table: Table[Any], row: object) -> None:
    with to.within("ExtendedData"), to.within("SchemaData", {"schemaUrl": f"#{table.name}"}):
        for column in table.columns:
            value = column.read(row)
            if value is not None and column.type is not Type.TIME:
                to.put("SimpleData", _text(value), {"name": column.name})


def _text(value: Value) -> str:
    if isinstance(value, bool):
        # XML Schema lets a boolean be a number or a word; GDAL reads only the number.
        return str(int(value))
    return rfc3339(value) if isinstance(value, date) else str(value)


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


def _taken(text: io.StringIO) -> bytes:
    block = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return block
