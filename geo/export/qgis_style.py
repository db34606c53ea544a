"""Styles as QGIS keeps them (QML): colours by side, and the fields that its temporal controller goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geo.control.period import Status
from geo.export.layers import Layer, Shape
from geo.export.tables.claims import CLAIMS
from geo.export.tables.periods import PERIODS
from geo.export.text import writable
from geo.profile.palette import COLOURS
from geo.view.colours import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.contents import Contents

# Brushes of Qt for the states: filled, dotted, hatched.
BRUSHES = {Status.HELD: "solid", Status.CLAIMED: "dense5", Status.BESIEGED: "solid"}
# From `start` to before `end` (mode 4, limit 0), as expressions: of two plain fields of a GeoPackage QGIS compares the
# text with its own, which lacks the zone, and a period would still be drawn on the day on which it ends.
TIMES = {
    "enabled": "1",
    "mode": "4",
    "startExpression": 'to_datetime("start")',
    "endExpression": 'to_datetime("end")',
    "startField": "start",
    "endField": "end",
    "limitMode": "0",
    "accumulate": "0",
    "durationField": "",
    "durationUnit": "min",
    "fixedDuration": "0",
}
BY_STATE = "\"status\" || '|' || coalesce(\"holder_id\", '')"
BY_ACTOR = "coalesce(\"actor_id\", '')"
Look = dict[str, str]
Category = tuple[str, str, Look]


def layer_style(contents: Contents, layer: Layer) -> str | None:
    """The style of a layer.

    Args:
        contents: Names and colours of the sides.
        layer: Which rows, with which geometry.

    Returns:
        QML, or None for a layer that is not drawn by side.
    """
    if layer.table is PERIODS:
        return _qml(BY_STATE, list(_states(contents, layer.shape)), layer.shape)
    if layer.table is CLAIMS:
        return _qml(BY_ACTOR, list(_actors(contents, layer.shape)), layer.shape)
    return None


def _states(contents: Contents, shape: Shape) -> Iterator[Category]:
    sides = contents.sides
    for side, name in sides.names.items():
        for status in (Status.HELD, Status.CLAIMED, Status.BESIEGED):
            look = _look(sides.colours[side], shape, brush=BRUSHES[status], dashed=status is Status.BESIEGED)
            yield f"{status}|{side}", f"{name}: {status}", look
    yield f"{Status.CONTESTED}|", "contested", _look(INK, shape, brush="f_diagonal")
    yield f"{Status.UNKNOWN}|", "unknown", _look(PAPER, shape)


def _actors(contents: Contents, shape: Shape) -> Iterator[Category]:
    sides = contents.sides
    yield from ((side, name, _look(sides.colours[side], shape, alpha=110)) for side, name in sides.names.items())
    yield "", "side not named", _look(COLOURS[-1] if shape is Shape.NONE else PAPER, shape)


def _look(colour: str, shape: Shape, *, brush: str = "solid", alpha: int = 255, dashed: bool = False) -> Look:
    """Properties of a simple fill or a simple marker."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    common = {
        "color": f"{red},{green},{blue},{alpha if shape is Shape.AREA else 255}",
        "outline_color": "90,90,90,255",
        "outline_style": "dash" if dashed else "solid",
        "outline_width": "0.6" if dashed else "0.16",
        "outline_width_unit": "MM",
    }
    if shape is Shape.AREA:
        return common | {"style": brush}
    return common | {"name": "circle", "size": "2.6", "size_unit": "MM"}


def _qml(attribute: str, categories: list[Category], shape: Shape) -> str:
    areas = shape is Shape.AREA
    root = ET.Element("qgis", {"version": "3.22", "styleCategories": "Symbology|Temporal"})
    ET.SubElement(root, "temporal", TIMES)
    renderer = ET.SubElement(root, "renderer-v2", {"type": "categorizedSymbol", "attr": attribute})
    listed = ET.SubElement(renderer, "categories")
    symbols = ET.SubElement(renderer, "symbols")
    for number, (value, label, look) in enumerate(categories):
        row = {"value": writable(value), "label": writable(label), "symbol": str(number), "render": "true"}
        ET.SubElement(listed, "category", row | {"type": "string"})
        _symbol(symbols, str(number), look, kind="fill" if areas else "marker")
    ET.SubElement(root, "layerGeometryType").text = "2" if areas else "0"
    return ET.tostring(root, encoding="unicode")


def _symbol(symbols: ET.Element, name: str, look: Look, *, kind: str) -> None:
    symbol = ET.SubElement(symbols, "symbol", {"name": name, "type": kind, "alpha": "1"})
    layer = ET.SubElement(symbol, "layer", {"class": f"Simple{kind.capitalize()}", "enabled": "1", "pass": "0"})
    options = ET.SubElement(layer, "Option", {"type": "Map"})
    for key, value in look.items():
        ET.SubElement(options, "Option", {"name": key, "value": value, "type": "QString"})
