"""Claims, reports, names without a place, places and control periods as the tables of `geo.archive.layout`."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import shapely

from geo.archive.layout import BOX, CLAIMS, CONTROL, CORNERS, PLACES, REPORTS, UNPLACED
from geo.control.signals import event_day
from geo.export.arrow import wkb
from geo.export.geometry import area_of, box_of, point_of
from geo.export.tables.located import degrees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.claims.extract import Unplaced
    from geo.control.period import ControlPeriod
    from geo.export.geometry import Outline
    from geo.reports.report import Report

    Reads = Mapping[str, Callable[[Any], object]]

GEOMETRY = ("geometry", "bbox")


def _part(owner: str, part: str) -> Callable[[Claim], object]:
    """Reads a part of somebody whom a claim may not name."""

    def read(claim: Claim) -> object:
        who = getattr(claim, owner)
        return getattr(who, part) if who else None

    return read


_PLACE: Reads = {
    "place_id": attrgetter("id"),
    "place": attrgetter("name"),
    "place_kind": attrgetter("kind.value"),
    "country": attrgetter("country"),
    "parents": lambda place: list(place.parents),
    "seat_of": attrgetter("seat_of"),
    "lon": lambda place: degrees(place.lon),
    "lat": lambda place: degrees(place.lat),
}
_CLAIM: Reads = {
    **{name: attrgetter(name) for name in CLAIMS.names if name not in GEOMETRY},
    "runners_up": lambda claim: list(claim.runners_up),
    "action": attrgetter("action.value"),
    "assertion": attrgetter("assertion.value"),
    "attribution": attrgetter("attribution.value"),
    "date_basis": attrgetter("date_basis.value"),
    "day": event_day,
    "quote_start": attrgetter("start"),
    "quote_end": attrgetter("end"),
    **{
        f"{owner}{'' if part == 'name' else f'_{part}'}": _part(owner, part)
        for owner, parts in {
            "actor": ("id", "name", "text"),
            "opponent": ("id", "name", "text"),
            "claimant": ("name", "kind", "side"),
        }.items()
        for part in parts
    },
}
_REPORT: Reads = {
    **{name: attrgetter(name) for name in REPORTS.names},
    "report": attrgetter("id"),
    "source": attrgetter("provenance.source"),
    "format": attrgetter("provenance.format"),
    "date_basis": attrgetter("provenance.date_basis.value"),
    "published_from": attrgetter("provenance.published"),
    "publisher_from": attrgetter("provenance.publisher"),
    "title_from": attrgetter("provenance.title"),
    "body": lambda report: [{"start": span.start, "end": span.end} for span in report.body],
}
_UNPLACED: Reads = {
    **{name: attrgetter(name) for name in UNPLACED.names},
    "candidates": lambda one: list(one.candidates),
}
_PERIOD: Reads = {
    **{name: attrgetter(name) for name in CONTROL.names},
    "place_id": attrgetter("place"),
    "status": attrgetter("status.value"),
    "holder_id": attrgetter("holder"),
    "rival_ids": lambda period: list(period.rivals),
    "claim_count": lambda period: len(period.claims),
    "claims": lambda period: list(period.claims),
}


def claims_table(claims: Sequence[Claim], publishers: Mapping[str, str | None]) -> pa.Table:
    """Claims as rows, in their order.

    Args:
        claims: The claims.
        publishers: Report id → its publisher.
    """
    places = {claim.place.id: claim.place for claim in claims}
    told = {place_id: {name: read(place) for name, read in _PLACE.items()} for place_id, place in places.items()}
    shapes = {place_id: point_of(place) for place_id, place in places.items()}
    columns: dict[str, list[Any]] = {name: [told[claim.place.id][name] for claim in claims] for name in _PLACE}
    columns["publisher"] = [publishers.get(claim.report) for claim in claims]
    return _table(CLAIMS, _CLAIM, claims, columns | _shaped([shapes[claim.place.id] for claim in claims]))


def reports_table(reports: Sequence[Report], profiles: Mapping[str, str] | None, claims: Mapping[str, int]) -> pa.Table:
    """Reports as rows, in their order.

    Args:
        reports: The reports.
        profiles: Report id → the id of the profile of the library that it took, or None where one was given for all.
        claims: Report id → the number of its claims.
    """
    columns = {
        "profile": [profiles.get(report.id) if profiles is not None else None for report in reports],
        "claims": [claims.get(report.id, 0) for report in reports],
    }
    return _table(REPORTS, _REPORT, reports, columns)


def unplaced_table(unplaced: Sequence[Unplaced]) -> pa.Table:
    """Names without a place as rows, in their order."""
    return _table(UNPLACED, _UNPLACED, unplaced, {})


def places_table(places: Sequence[Place], area: Callable[[str], Outline | None], claims: Mapping[str, int]) -> pa.Table:
    """Places as rows, in their order.

    Args:
        places: The places.
        area: Gives the area of a place by its id, None where it has none.
        claims: Place id → the number of claims on it.
    """
    outlines = [area(place.id) for place in places]
    shapes = [
        area_of(outline.geometry) if outline else point_of(place)
        for place, outline in zip(places, outlines, strict=True)
    ]
    columns = {
        "claims": [claims.get(place.id, 0) for place in places],
        "approximate": [outline.approximate if outline else None for outline in outlines],
        "area_source": [outline.source if outline else None for outline in outlines],
    }
    itself = {name: attrgetter(name) for name in PLACES.names if name not in (*_PLACE, *columns, *GEOMETRY)}
    return _table(PLACES, {**itself, **_PLACE}, places, columns | _shaped(shapes))


def control_table(periods: Sequence[ControlPeriod]) -> pa.Table:
    """Control periods as rows, in their order."""
    return _table(CONTROL, _PERIOD, periods, {})


def _table(schema: pa.Schema, reads: Reads, rows: Iterable[object], columns: Mapping[str, Any]) -> pa.Table:
    every = tuple(rows)
    arrays = [
        columns[field.name]
        if isinstance(columns.get(field.name), pa.Array)
        else pa.array(columns[field.name] if field.name in columns else map(reads[field.name], every), field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _shaped(shapes: list[BaseGeometry | None]) -> dict[str, pa.Array]:
    """The columns of a geometry and of the box around it."""
    known = {id(shape): dict(zip(CORNERS, box_of(shape), strict=True)) for shape in shapes if shape is not None}
    boxes = [known[id(shape)] if shape is not None else None for shape in shapes]
    return {"geometry": wkb(shapes), "bbox": pa.array(boxes, BOX)}


def kinds_and_box(table: pa.Table) -> tuple[list[str], tuple[float, float, float, float] | None]:
    """The kinds of geometry in a table, and the box around them all as (west, south, east, north)."""
    shapes = shapely.from_wkb([one for one in table["geometry"].unique().to_pylist() if one is not None])
    if not len(shapes):
        return [], None
    west, south, east, north = map(float, shapely.total_bounds(shapes))
    return sorted({shape.geom_type for shape in shapes}), (west, south, east, north)
