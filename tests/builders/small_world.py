"""An invented country of two districts beside a neighbour: a gazetteer and a data set small enough to check by eye."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
from shapely import box, union_all
from written_claims import CAPITAL, COUNTRY, EAST, END, PLACES, PROVINCE, SEAT, START, VILLAGE, WEST, claim

from gazetteer import Area, Kind, Place
from gazetteer.place import Candidate
from geo.control.fold import fold
from geo.pipeline import Dataset
from geo.profile import Profile, Side

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NEIGHBOUR = Place("YY", "Neighbour", Kind.COUNTRY, 66, 35, "YY")
SIDES = (Side("red", "Red side", "#AA3377"), Side("blue", "Blue side", "#4477AA"))
GEOMETRIES: dict[str, BaseGeometry] = {
    "XX0101": box(67, 34, 69, 36),
    "XX0102": box(69, 34, 71, 36),
    "XX01": union_all([box(67, 34, 69, 36), box(69, 34, 71, 36)]),
    "XX": box(67, 34, 71, 36),
    "YY": box(40, 30, 67, 40),
}


class SmallGazetteer:
    """What the map asks of a gazetteer, in memory. `renamed` gives places other names."""

    def __init__(self, *, without: tuple[str, ...] = (), renamed: dict[str, str] | None = None) -> None:
        names = renamed or {}
        known = {**PLACES, NEIGHBOUR.id: NEIGHBOUR}
        self.known = {key: replace(place, name=names.get(key, place.name)) for key, place in known.items()}
        self.geometries = {key: geometry for key, geometry in GEOMETRIES.items() if key not in without}

    def get(self, place_id: str) -> Place:
        return self.known[place_id]

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        return tuple(Candidate(place, 1.0) for place in self.known.values() if place.name == name)

    def countries(self) -> tuple[Place, ...]:
        return tuple(place for place in self.known.values() if place.kind is Kind.COUNTRY)

    def area(self, place_id: str) -> Area | None:
        geometry = self.geometries.get(place_id)
        return Area(geometry, approximate=place_id == "XX0101", source="natural-earth") if geometry else None

    def areas(self, country: str, kind: Kind) -> gpd.GeoDataFrame:
        drawn = (place for place in self.known.values() if place.id in self.geometries)
        ids = [place.id for place in drawn if place.country == country and place.kind is kind]
        table = {
            "place_id": ids,
            "approximate": [key == "XX0101" for key in ids],
            "source": ["natural-earth"] * len(ids),
        }
        return gpd.GeoDataFrame(table, geometry=[self.geometries[key] for key in ids], crs="EPSG:4326")


def small_dataset(*lines: str, gazetteer: SmallGazetteer | None = None, profile: Profile | None = None) -> Dataset:
    """A data set of claims written as in `written_claims.claim`."""
    known = (gazetteer or SmallGazetteer()).known
    claims = tuple(replace(one, place=known[one.place.id]) for one in map(claim, lines))
    war = profile or Profile(title="A small war", sides=SIDES, countries=("XX",))
    ids = [COUNTRY.id, PROVINCE.id, WEST.id, EAST.id, SEAT.id, VILLAGE.id, CAPITAL.id]
    places = {key: known[key] for key in ids}
    return Dataset(
        profile=war,
        reports=(),
        claims=claims,
        periods=fold(claims, places, start=START, end=END, stale_after_days=war.stale_after_days),
        places=places,
        start=START,
        end=END,
        unplaced=(),
        problems=(),
    )
