"""The page model: everything that the map shows, small and ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazetteer import attribution
from gazetteer.place import Kind
from geo.control.clock import Clock
from geo.control.period import Status
from geo.map import shapes
from geo.map.survey import Survey, survey
from geo.map.tables import survey_tables
from geo.map.topology import topology

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.map.shapes import Shape
    from geo.pipeline import Dataset

Json = dict[str, Any]


def page_model(dataset: Dataset, gazetteer: Gazetteer, clock: Clock = Clock.EVENT) -> Json:
    """Everything that the map draws.

    Args:
        dataset: Claims and control periods.
        gazetteer: Areas and names.
        clock: By which day the periods were folded.

    Returns:
        A JSON-ready table. Days are numbers from `start` (day 0); coordinates are (lon, lat) in degrees, those of
        arcs in steps of 1/10,000 degree. It holds names and no text of any report.
    """
    return survey_model(survey(dataset, clock), gazetteer)


def survey_model(found: Survey, gazetteer: Gazetteer) -> Json:
    """The same as `page_model`, of claims that were counted before.

    Args:
        found: What the claims come to.
        gazetteer: Areas and names.

    Returns:
        A JSON-ready table; its size depends on places and days, not on the number of claims.
    """
    drawn = shapes.shapes(found, gazetteer)
    points = shapes.point_places(found, drawn)
    day = opening_day(found.days)
    return {
        "title": found.profile.title,
        "counts": {"reports": found.reports, "claims": found.claims},
        "start": found.start.isoformat(),
        "days": (found.end - found.start).days,
        "day": day,
        "place": opening_place(found, drawn, points, day),
        "view": shapes.opening_view(found, drawn, gazetteer),
        "window": shapes.window_of(drawn) if drawn else None,
        "credits": credits_line(drawn, found, gazetteer),
        "approximate": any(shape.approximate for shape in drawn),
        **_geometry(found, drawn, gazetteer),
        "points": [_point(place, found.spoken[place.id]) for place in points],
        "sides": found.sides.colours,
        **survey_tables(found),
    }


def opening_day(claims_per_day: Sequence[int]) -> int:
    """The day shown first: the last one with a claim, so that a reader starts with the newest picture that is known."""
    return max((day for day, count in enumerate(claims_per_day) if count), default=len(claims_per_day) - 1)


def opening_place(found: Survey, drawn: Iterable[Shape], points: Iterable[Place], day: int) -> str:
    """The place chosen first.

    Args:
        found: What the claims come to.
        drawn: The areas.
        points: The places drawn as a point.
        day: The day that is shown first.

    Returns:
        Of the areas that claims are about, the one with most of them, else of the points; of either first among those
        that lie in what the map opens on and are coloured on the day, then among all. Empty where there are none.
    """
    places = tuple({shape.place.id for shape in drawn}), tuple(place.id for place in points)
    seen = {place.id for place in shapes.nearest_claimed(found)}
    live = {place for place in found.runs.by_place if found.runs.style(place, day).status is not Status.UNKNOWN}
    for fitting in (seen & live, live, found.claimed.keys()):
        for known in places:
            claimed = found.claimed.keys() & set(known) & fitting
            if claimed:
                return min(claimed, key=lambda place: (-found.spoken[place], place))
    return ""


def credits_line(drawn: Iterable[Shape], found: Survey, gazetteer: Gazetteer) -> str:
    """Whom to credit for the outlines and places shown."""
    outlines = {shape.source for shape in (*drawn, *shapes.neighbours(tuple(drawn), gazetteer))}
    return attribution(outlines | {place.source for place in found.claimed.values()})


def _geometry(found: Survey, drawn: Sequence[Shape], gazetteer: Gazetteer) -> Json:
    units = {parent for shape in drawn for parent in shape.place.parents}
    around = shapes.neighbours(drawn, gazetteer)
    borders, outer = (topology(shape.geometry for shape in group) for group in (drawn, around))
    return {
        "arcs": borders.delta_coded(),
        "areas": [
            _area(shape, rings, claimed=shape.place.id in found.claimed)
            for shape, rings in zip(drawn, borders.areas, strict=True)
        ],
        "units": [_unit(place, gazetteer) for place in _places(units, gazetteer) if place.kind is not Kind.COUNTRY],
        "context": {
            "arcs": outer.delta_coded(),
            "areas": [_neighbour(shape, rings) for shape, rings in zip(around, outer.areas, strict=True)],
        },
    }


def _neighbour(shape: Shape, rings: object) -> Json:
    return {"name": shape.place.name, "label": shapes.label_point(shape.geometry), "rings": rings}


def _area(shape: Shape, rings: object, *, claimed: bool) -> Json:
    place = shape.place
    return {
        "id": place.id,
        "name": place.name,
        "parents": place.parents,
        "label": shapes.label_point(shape.geometry),
        "claimed": int(claimed),
        "rings": rings,
    }


def _unit(place: Place, gazetteer: Gazetteer) -> Json:
    area = gazetteer.area(place.id)
    label = shapes.label_point(area.geometry) if area else (place.lon, place.lat)
    return {"id": place.id, "name": place.name, "label": label}


def _places(ids: Iterable[str], gazetteer: Gazetteer) -> list[Place]:
    return [gazetteer.get(place_id) for place_id in sorted(ids)]


def _point(place: Place, claims: int) -> Json:
    found = {"id": place.id, "name": place.name, "lon": place.lon, "lat": place.lat, "parents": place.parents}
    return found | {"claims": claims}
