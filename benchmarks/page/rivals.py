"""The same days drawn with Folium's own means, as its documentation shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import folium
from folium.plugins import TimeSliderChoropleth, TimestampedGeoJson
from shapely.geometry import mapping

from geo.map.runs import style_paint
from geo.map.shapes import opening_view, shapes
from geo.map.survey import survey

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.pipeline import Dataset

DECIMALS = 4  # of degrees, as in Claimline's own page
UNKNOWN = 0
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """What all of them draw: areas, and for each its run of days and colours.

    Attributes:
        features: GeoJSON features by place id; each has `name`.
        spans: For each place its spans of days, half-open day numbers, with their colour.
        day_names: ISO day of each day number.
        view: (left, bottom, right, top) in degrees.
    """

    features: dict[str, Json]
    spans: dict[str, tuple[tuple[int, int, str], ...]]
    day_names: tuple[str, ...]
    view: tuple[float, float, float, float]

    def colour(self, place: str, day: int) -> str:
        """The colour of a place on a day."""
        return next(colour for start, end, colour in self.spans[place] if start <= day < end)


def picture(dataset: Dataset, gazetteer: Gazetteer) -> Picture:
    """Take the colours and outlines from the parts that Claimline's page is made of."""
    found = survey(dataset)
    drawn, coded = shapes(found, gazetteer), found.runs
    days = (dataset.end - dataset.start).days
    colours = [style_paint(style, found.sides.colours).colours[0] for style in coded.styles]
    view = opening_view(found, drawn, gazetteer)
    if view is None:
        message = "The invented data name no place: there is nothing to draw."
        raise ValueError(message)
    return Picture(
        features={shape.place.id: _feature(shape.place.id, shape.place.name, shape.geometry) for shape in drawn},
        spans={shape.place.id: _spans(coded.by_place.get(shape.place.id, ()), days, colours) for shape in drawn},
        day_names=tuple((dataset.start + timedelta(days=number)).isoformat() for number in range(days)),
        view=view,
    )


def _feature(place: str, name: str, geometry: object) -> Json:
    coordinates = json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), DECIMALS))
    return {"type": "Feature", "id": place, "properties": {"name": name}, "geometry": coordinates}


def _spans(run: tuple[int, ...], days: int, colours: list[str]) -> tuple[tuple[int, int, str], ...]:
    steps = [(0, UNKNOWN), *zip(run[::2], run[1::2], strict=True), (days, UNKNOWN)]
    return tuple((start, end, colours[code]) for (start, code), (end, _) in pairwise(steps) if start < end)


def redrawn(shown: Picture, day: int) -> folium.Map:
    """The map of one day, to be drawn anew for the next: what `st.slider` and `st_folium` need."""
    canvas = _canvas(shown)
    features = [
        feature | {"properties": feature["properties"] | {"id": place, "colour": shown.colour(place, day)}}
        for place, feature in shown.features.items()
    ]
    layer = folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: {"fillColor": feature["properties"]["colour"], "fillOpacity": 1, "weight": 1},
    )
    layer.add_to(canvas)
    return canvas


def slider_choropleth(shown: Picture) -> folium.Map:
    """`TimeSliderChoropleth`: a table of colours with every place on every day, as it paints only what it is told."""
    canvas = _canvas(shown)
    styles = {
        place: {
            str(_seconds(day)): {"color": colour, "opacity": 1}
            for start, end, colour in spans
            for day in shown.day_names[start:end]
        }
        for place, spans in shown.spans.items()
    }
    collection = {"type": "FeatureCollection", "features": list(shown.features.values())}
    TimeSliderChoropleth(json.dumps(collection), styledict=styles).add_to(canvas)
    return canvas


def timestamped(shown: Picture) -> folium.Map:
    """`TimestampedGeoJson`: a feature a place and period, with the times at which it is shown."""
    canvas = _canvas(shown)
    features = [
        {
            "type": "Feature",
            "geometry": shown.features[place]["geometry"],
            "properties": {
                "times": [_seconds(day) * 1000 for day in shown.day_names[start:end]],
                "style": {"fillColor": colour, "fillOpacity": 1, "weight": 1},
                "popup": shown.features[place]["properties"]["name"],
            },
        }
        for place, spans in shown.spans.items()
        for start, end, colour in spans
    ]
    collection = {"type": "FeatureCollection", "features": features}
    layer = TimestampedGeoJson(collection, period="P1D", duration="P1D", transition_time=1, auto_play=False)  # type: ignore[no-untyped-call]  # Folium leaves it untyped
    layer.add_to(canvas)
    return canvas


def _canvas(shown: Picture) -> folium.Map:
    canvas = folium.Map(tiles=None)
    left, bottom, right, top = shown.view
    canvas.fit_bounds([(bottom, left), (top, right)])
    return canvas


def _seconds(day: str) -> int:
    return round(datetime.combine(datetime.fromisoformat(day).date(), time(), UTC).timestamp())
