"""Make `data/provinces.geojson.gz` from Natural Earth's provinces: names tidied, labels corrected, outlines small.

Run: python -m gazetteer.make.natural_earth FOLDER/world_map.gpkg
The input is Debian's `qgis-common` (Natural Earth 4.1.0, 1:10m admin 1, public domain). The same input gives the same
bytes.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from gazetteer.data_files import data_table
from gazetteer.names import normalise

DATA = Path(__file__).parents[1] / "data"
LAYER = "states_provinces"
TOLERANCE_DEGREES = 0.015
DECIMALS = 3
_Row = dict[str, Any]


def main(source: Path, target: Path) -> None:
    """Read the GeoPackage, correct and simplify it, and write the compact file.

    Args:
        source: `world_map.gpkg`.
        target: The gzipped GeoJSON to write (EPSG:4326, three decimals: about 100 m).
    """
    facts = data_table("natural_earth.toml")
    frame = gpd.read_file(source, layer=LAYER)
    frame["geometry"] = simplified(frame.geometry.to_numpy())
    rows = [corrected(row, facts) for row in frame.astype(object).where(frame.notna(), None).to_dict("records")]
    units = [row for row in rows if row["name"] and not row.get("drop")]
    features = [feature(row, identifier) for row, identifier in zip(units, identifiers(units, facts), strict=True)]
    features.sort(key=lambda item: str(item["properties"]["id"]))
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def simplified(outlines: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Simplify all outlines as one coverage, so that neighbours keep sharing their edge, and round the coordinates."""
    thinned: np.ndarray[Any, Any] = shapely.coverage_simplify(outlines, TOLERANCE_DEGREES)
    rounded = shapely.transform(thinned, lambda xy: np.round(xy, DECIMALS))
    mended: np.ndarray[Any, Any] = shapely.set_precision(thinned, 10**-DECIMALS)
    return np.where(shapely.is_valid(rounded), rounded, mended)


def corrected(row: _Row, facts: _Row) -> _Row:
    """Apply the first correction that fits, and gather the names a unit goes by."""
    change: _Row = next((c for c in facts["correction"] if all(row[k] == v for k, v in c["match"].items())), {})
    label = (row["woe_label"] or "").split(",")[0]
    raw = [row["name"], row["woe_name"], row["gn_name"], label, *change.get("names", [])]
    names = [part for text in raw if text for part in plain_names(text, facts["affixes"])]
    name = change.get("name") or (names[0] if names else row["admin"])
    forget = {normalise(n) for n in change.get("forget", [])}
    return row | {
        "source_name": change.get("name") or row["name"],
        "name": name,
        "names": [n for n in names if normalise(n) not in forget],
        "country": change.get("country") or row["iso_a2"],
        "drop": change.get("drop") or row["name"] is None,
    }


def plain_names(text: str, affixes: list[str]) -> list[str]:
    """Split "Homs (Hims)" in two and take off words such as "Oblast'" and marks that no report writes."""
    words = "|".join(re.escape(affix) for affix in affixes)
    parts = re.split(r"\s*[()/]\s*", text)
    bare = [re.sub(rf"^(?:{words})\s+|\s+(?:{words})$", "", part).strip() for part in parts]
    return [
        re.sub("['`\u2019\u2018]", "", name)
        for name in bare
        if len(name) > 1 and not re.search(r"\d|aggregation", name)
    ]


def identifiers(units: list[_Row], facts: _Row) -> list[str]:
    """Our own id where we have one, else `ne:<country>-<Name>`; later units of one name get a number."""
    seen: Counter[str] = Counter()
    found = []
    for row in units:
        slug = "-".join(word.capitalize() for word in normalise(row["name"]).split())
        identifier = facts["ids"].get(row["country"], {}).get(row["source_name"]) or f"ne:{row['country']}-{slug}"
        seen[identifier] += 1
        found.append(identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}")
    return found


def feature(row: _Row, identifier: str) -> _Row:
    """One GeoJSON feature with id, name, further names and country."""
    others = {normalise(name): name for name in reversed(row["names"])}
    others.pop(normalise(row["name"]), None)
    properties = {"id": identifier, "name": row["name"], "names": sorted(others.values()), "country": row["country"]}
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(row["geometry"])}


if __name__ == "__main__":
    main(Path(sys.argv[1]), DATA / "provinces.geojson.gz")
