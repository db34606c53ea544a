"""GeoJSON (RFC 7946) of claims and of control periods. `start` and `end` are ISO days, half-open: [start, end)."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.attribution import attribution
from gazetteer.place import Kind
from geo.control.fold import METHOD
from geo.control.signals import event_day
from geo.export.feature_collection import feature, feature_collection
from geo.export.geometry import Json, Outline, Outlines, geojson_area, geojson_point
from geo.export.record import Value, flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.report import Report

ONE_DAY = timedelta(days=1)
NOTE = "Claims, not facts. Boundaries are no endorsement; areas marked approximate are drawn around known places."
RIGHTS = "Quotes belong to their publishers."
# Wide units first, so that tools which draw in the order of the file draw districts over their province.
WIDE_FIRST = {Kind.COUNTRY: 0, Kind.PROVINCE: 1, Kind.DISTRICT: 2}
Drawn = tuple[Json | None, Outline | None]


def claims_geojson(claims: Iterable[Claim], gazetteer: Outlines, reports: Iterable[Report], view: str = "") -> bytes:
    """Claims as GeoJSON, each once: on the area of its place where that has one, else on its point.

    Args:
        claims: The claims; they are written in the order of their days.
        gazetteer: Where areas are looked up.
        reports: Their reports, for publisher, title and address.
        view: Which claims these are, in words; written into the collection as `view`.

    Returns:
        UTF-8 bytes; the same claims give the same bytes in whatever order they come.
    """
    return b"".join(_claims("claims", claims, reports, _drawing(gazetteer), view))


def claim_points_geojson(claims: Iterable[Claim], reports: Iterable[Report]) -> bytes:
    """Claims as GeoJSON, each once, on the point of its place.

    Args:
        claims: The claims; they are written in the order of their days.
        reports: Their reports, for publisher, title and address.

    Returns:
        UTF-8 bytes; the same claims give the same bytes in whatever order they come.
    """
    return b"".join(_claims("claim_points", claims, reports, lambda place: (geojson_point(place), None)))


def control_geojson(
    periods: Iterable[ControlPeriod],
    places: Mapping[str, Place],
    gazetteer: Outlines,
    profile: Profile,
    view: str = "",
) -> bytes:
    """Control periods as GeoJSON: one feature a period, on the area of its place or, where it has none, on its point.

    Args:
        periods: The periods; those of places that are not in `places` are left out.
        places: Places by id.
        gazetteer: Where areas are looked up.
        profile: Names and colours of the sides.
        view: What the periods were made from, in words; written into the collection as `view`.

    Returns:
        UTF-8 bytes, wide units first, then by place and day; the same periods give the same bytes in any order.
    """
    known = (period for period in periods if period.place in places)
    ordered = sorted(known, key=lambda one: (WIDE_FIRST.get(places[one.place].kind, 3), one.place, one.start))
    drawing = _drawing(gazetteer)
    members = _members("control_periods", profile.title, (places[one.place] for one in ordered), drawing)
    members |= {"view": view} if view else {}
    return b"".join(feature_collection(members, _period_features(ordered, places, drawing, profile)))


def _claims(
    name: str, claims: Iterable[Claim], reports: Iterable[Report], drawing: Callable[[Place], Drawn], view: str = ""
) -> Iterator[bytes]:
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=lambda one: (event_day(one), one.id))
    by_id = {report.id: report for report in reports}
    members = _members(name, "", (claim.place for claim in ordered), drawing)
    members |= {"view": view} if view else {}
    features = (_claim_feature(claim, by_id.get(claim.report), drawing(claim.place)) for claim in ordered)
    yield from feature_collection(members, features)


def _claim_feature(claim: Claim, report: Report | None, drawn: Drawn) -> Json:
    geometry, outline = drawn
    day = event_day(claim)
    properties: dict[str, Value] = {
        "start": (claim.event_start or day).isoformat(),
        "end": (max(day, claim.event_end or day) + ONE_DAY).isoformat(),
        **flat(claim, report),
        **_boundary(outline),
    }
    return feature(claim.id, geometry, properties)


def _period_features(
    periods: Iterable[ControlPeriod],
    places: Mapping[str, Place],
    drawing: Callable[[Place], Drawn],
    profile: Profile,
) -> Iterator[Json]:
    names = {side.id: side.name for side in profile.sides}
    colours = {side.id: side.colour for side in profile.sides}
    for period in periods:
        place = places[period.place]
        geometry, outline = drawing(place)
        properties: dict[str, Value] = {
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "place_id": place.id,
            "place": place.name,
            "place_kind": place.kind.value,
            "country": place.country,
            "status": period.status.value,
            "holder_id": period.holder,
            "holder": names.get(period.holder, period.holder) if period.holder else None,
            "colour": colours.get(period.holder) if period.holder else None,
            "rival_ids": ", ".join(period.rivals),
            "rivals": ", ".join(names.get(side, side) for side in period.rivals),
            "basis": _basis(period),
            "inherited_from": period.inherited_from,
            "claims": ", ".join(period.claims),
            "claim_count": len(period.claims),
            "method": period.method,
            **_boundary(outline),
        }
        yield feature(f"{period.place}/{period.start.isoformat()}", geometry, properties)


def _basis(period: ControlPeriod) -> str:
    """What a state rests on: claims on the place, on a unit above it, or none."""
    if period.inherited_from:
        return "inherited"
    return "own" if period.claims else "none"


def _boundary(outline: Outline | None) -> dict[str, Value]:
    """Whether the area is approximate; null for a point."""
    return {"approximate": outline.approximate if outline else None, "area_source": outline.source if outline else None}


def _drawing(gazetteer: Outlines) -> Callable[[Place], Drawn]:
    """Look up and prepare each place's geometry once."""

    @cache
    def drawn(place: Place) -> Drawn:
        outline = gazetteer.area(place.id)
        return (geojson_area(outline.geometry), outline) if outline else (geojson_point(place), None)

    return drawn


def _members(name: str, title: str, places: Iterable[Place], drawing: Callable[[Place], Drawn]) -> dict[str, object]:
    """What the collection says about itself."""
    used = set(places)
    sources = {place.source for place in used}
    sources |= {outline.source for place in used if (outline := drawing(place)[1])}
    credit = attribution(sources) if sources - {""} else ""
    members: dict[str, object] = {"name": name, "title": title} if title else {"name": name}
    return members | {"attribution": f"{credit} · {RIGHTS}" if credit else RIGHTS, "method": METHOD, "note": NOTE}
