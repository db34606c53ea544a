"""All sources together, in the order in which the index takes them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import shape

from gazetteer.data_files import data_file, data_table
from gazetteer.entry import Area, Entry
from gazetteer.place import Kind
from gazetteer.sources.compiled import read_places, read_spellings, with_spellings
from gazetteer.sources.geonames import read_towns
from gazetteer.sources.natural_earth import read_countries, read_provinces
from gazetteer.sources.own import read_records
from gazetteer.tables.lexicon import abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

APPROXIMATE = "approximate-districts"
OWN_COUNTRIES = {"AF": "afghanistan"}
COMPILED = {"places.tsv": "claimline", "regions.tsv": "claimline", "us_counties.tsv": "census"}


def read_all() -> Iterator[Entry]:
    """Countries, provinces, our own records and towns; no place twice.

    Yields:
        Entries. A province that our own records hold keeps their names and takes Natural Earth's outline.
    """
    spelled = with_spellings(_all_sources(), read_spellings(data_file("spellings.tsv")))
    yield from with_spellings(spelled, abbreviations())


def _all_sources() -> Iterator[Entry]:
    provinces = read_provinces()
    own = [entry for code, stem in OWN_COUNTRIES.items() for entry in _own(code, stem, provinces)]
    known = {entry.place.id for entry in own}
    yield from read_countries(provinces)
    yield from (entry for entry in provinces if entry.place.id not in known)
    yield from own
    for file, source in COMPILED.items():
        yield from read_places(data_file(file), source, provinces)
    yield from read_towns(provinces, known)


def merged_provinces(country: str) -> tuple[tuple[str, ...], ...]:
    """Groups of provinces of which only the common outline is right (`data/natural_earth.toml` says why)."""
    return tuple(tuple(group) for group in data_table("natural_earth.toml")["merged"].get(country, []))


def _own(code: str, stem: str, provinces: Sequence[Entry]) -> Iterator[Entry]:
    outlines = {entry.place.id: entry for entry in provinces if entry.place.country == code}
    districts = _district_areas(stem)
    redrawn = {place_id for group in merged_provinces(code) for place_id in group}
    for entry in read_records(data_file(f"{stem}.tsv"), code, districts):
        outline = outlines.get(entry.place.id) if entry.place.kind is Kind.PROVINCE else None
        area = _sum_of(entry.place.id, districts) if entry.place.id in redrawn else (outline.area if outline else None)
        yield replace(entry, names=entry.names + outline.names, area=area) if outline else entry


def _sum_of(province: str, districts: Mapping[str, Area]) -> Area | None:
    parts = [area.geometry for place_id, area in districts.items() if place_id.startswith(province)]
    return Area(shapely.coverage_union_all(parts), approximate=True, source=APPROXIMATE) if parts else None


def _district_areas(stem: str) -> dict[str, Area]:
    path = data_file(f"{stem}_areas.geojson")
    if not path.is_file():
        return {}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        item["properties"]["id"]: Area(shape(item["geometry"]), approximate=True, source=APPROXIMATE)
        for item in features
    }
