"""Make `data/afghanistan_areas.geojson`: approximate district areas, where no official boundaries can be shipped.

Run: python -m gazetteer.make.district_areas AF
`gazetteer.make.areas` says how they are drawn. The same records give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from gazetteer.data_files import data_file
from gazetteer.errors import DataError
from gazetteer.index.load import OWN_COUNTRIES, merged_provinces
from gazetteer.make.areas import approximate_areas
from gazetteer.place import Kind
from gazetteer.sources.natural_earth import read_provinces
from gazetteer.sources.own import read_records, read_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.entry import Entry

DATA = Path(__file__).parents[1] / "data"
SETTLED = (Kind.CITY, Kind.TOWN, Kind.VILLAGE, Kind.VALLEY)
DECIMALS = 4
ROUNDS = 8


def main(country: str) -> None:
    """Draw the districts of a country that has records of its own, and write them as GeoJSON (EPSG:4326)."""
    stem = OWN_COUNTRIES[country]
    records = data_file(f"{stem}.tsv")
    areas = district_areas(read_records(records, country, {}), province_outlines(country), read_sizes(records))
    lines = ",\n".join(_feature(place_id, areas[place_id]) for place_id in sorted(areas))
    (DATA / f"{stem}_areas.geojson").write_text(
        f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8"
    )


def province_outlines(country: str) -> dict[tuple[str, ...], Any]:
    """Outlines (EPSG:4326) by the ids of the provinces that they hold; one id but for merged ones."""
    outlines = {e.place.id: e.area.geometry for e in read_provinces() if e.place.country == country and e.area}
    groups = merged_provinces(country)
    alone = [(place_id,) for place_id in sorted(outlines) if not any(place_id in group for group in groups)]
    return {group: shapely.union_all([outlines[i] for i in group]) for group in sorted([*alone, *groups])}


def district_areas(
    entries: Sequence[Entry], outlines: Mapping[tuple[str, ...], Any], sizes: Mapping[str, float]
) -> dict[str, Any]:
    """Draw the districts of all provinces.

    Args:
        entries: Districts and the localities in them.
        outlines: Outlines (EPSG:4326) by the province ids that they hold.
        sizes: Areas of districts, km².

    Returns:
        Areas (EPSG:4326, four decimals) by district id: one coverage without gaps or overlaps.
    """
    frame = gpd.GeoSeries(list(outlines.values()), crs="EPSG:4326")
    crs = _equal_area(frame)
    localities = _localities(entries, crs)
    drawn: dict[str, Any] = {}
    for provinces, outline in zip(outlines, frame.to_crs(crs), strict=True):
        drawn |= approximate_areas({d: xy for d, xy in localities.items() if d[:4] in provinces}, outline, sizes)
    back = gpd.GeoSeries([drawn[district] for district in sorted(drawn)], crs=crs).to_crs("EPSG:4326").to_numpy()
    return dict(zip(sorted(drawn), _rounded(back), strict=True))


def _rounded(areas: Any) -> Any:  # noqa: ANN401 - shapely ships no types
    """Round the coordinates and mend what that breaks, until the rounded areas are one coverage again."""
    for _ in range(ROUNDS):
        rounded = shapely.transform(areas, lambda xy: np.round(xy, DECIMALS))
        if shapely.coverage_is_valid(rounded):
            return rounded
        areas = shapely.coverage_clean(rounded)
    message = f"The areas do not stay a clean coverage at {DECIMALS} decimals. Raise DECIMALS in {__name__}."
    raise DataError(message)


def _equal_area(frame: gpd.GeoSeries) -> str:
    left, bottom, right, top = frame.total_bounds
    return f"+proj=laea +lat_0={(bottom + top) / 2:.1f} +lon_0={(left + right) / 2:.1f} +datum=WGS84 +units=m"


def _localities(entries: Sequence[Entry], crs: str) -> dict[str, list[tuple[float, float]]]:
    """Points (metres) by district: its localities and the point inside it that the records hold.

    A district without any locality has no point of its own either: it is left out.
    """
    districts = {e.place.id for e in entries if e.place.kind is Kind.DISTRICT}
    rows = [
        (e.place.parents[0], e.place) for e in entries if e.place.kind in SETTLED and e.place.parents[0] in districts
    ]
    settled = {district for district, _ in rows}
    rows += [(e.place.id, e.place) for e in entries if e.place.id in settled]
    points = gpd.GeoSeries.from_xy([p.lon for _, p in rows], [p.lat for _, p in rows], crs="EPSG:4326").to_crs(crs)
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (district, _), x, y in zip(rows, points.x, points.y, strict=True):
        found[district].append((x, y))
    return dict(found)


def _feature(place_id: str, area: Any) -> str:  # noqa: ANN401 - shapely ships no types
    geometry = json.loads(shapely.to_geojson(area))
    return json.dumps({"type": "Feature", "properties": {"id": place_id}, "geometry": geometry}, separators=(",", ":"))


if __name__ == "__main__":
    main(sys.argv[1])
