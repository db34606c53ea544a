"""District boundaries from a file: GeoJSON as geoBoundaries has it, or any vector format that GDAL reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely
from pyogrio.errors import DataSourceError

from gazetteer.data_files import data_table
from gazetteer.errors import DataError
from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

# Neighbours keep sharing their edge; about 50 m, finer than the screen shows and a tenth of the points.
TOLERANCE_DEGREES = 0.0005
_HEAD_BYTES = 200
_POLYGONS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of one district as a file has it.

    Attributes:
        id: `gb:<shapeID>`, the file's P-code, or `bd:<name>` where the file has no ids.
        name: As the file has it; may be empty.
        pcode: P-code, or None where the file has none.
        geometry: Polygon or MultiPolygon, EPSG:4326, (lon, lat).
    """

    id: str
    name: str
    pcode: str | None
    geometry: BaseGeometry


def read_boundaries(path: Path) -> tuple[Boundary, ...]:
    """Read the boundaries of a file, simplified as one coverage.

    Args:
        path: The file; `data/boundary_columns.toml` lists the columns that are understood.

    Returns:
        The boundaries in the order of the file, ids unique.

    Raises:
        DataError: It is no boundary file, holds no polygons, or has no column of names.
    """
    _refuse_pages(path)
    try:
        frame = gpd.read_file(path)
    except (DataSourceError, ValueError, OSError) as error:
        message = (
            f"{path}: this is no boundary file that can be read ({error}). Give GeoJSON, GeoPackage or a Shapefile."
        )
        raise DataError(message) from error
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        message = f"{path}: the file holds no boundaries. Give a file of districts with their outlines."
        raise DataError(message)
    frame = _in_degrees(frame, path)
    outlines = [_polygonal(outline) for outline in frame.geometry]
    if not any(outlines):
        message = f"{path}: the file holds no polygons. Give a file of districts with their outlines."
        raise DataError(message)
    rows = [(*row, outline) for row, outline in zip(_labels(frame, path), outlines, strict=True) if outline]
    thinned = shapely.coverage_simplify([row[-1] for row in rows], TOLERANCE_DEGREES)
    return tuple(_numbered((*row[:-1], shapely.make_valid(area)) for row, area in zip(rows, thinned, strict=True)))


def _refuse_pages(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES).lstrip()
    if head[:1] == b"<":
        message = f"{path}: this is a web page or XML, not boundaries ({head[:40]!r}). Check the address."
        raise DataError(message)
    if head.startswith(b"version https://git-lfs"):
        message = f"{path}: this is a Git LFS pointer, not the file itself. Fetch the file with `git lfs pull`."
        raise DataError(message)


def _in_degrees(frame: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    if frame.crs is not None:
        return frame.to_crs("EPSG:4326")
    left, bottom, right, top = frame.total_bounds
    if left < -180 or bottom < -90 or right > 180 or top > 90:  # noqa: PLR2004 - the whole globe
        message = (
            f"{path}: the file does not say in which reference system its coordinates are. Save it with EPSG:4326."
        )
        raise DataError(message)
    return frame.set_crs("EPSG:4326")


def _labels(frame: gpd.GeoDataFrame, path: Path) -> Iterator[tuple[str, str, str]]:
    """Id, name and P-code of each row, empty where there is none."""
    columns = data_table("boundary_columns.toml")
    ids, codes, names = (_column(frame, columns[what]) for what in ("id", "pcode", "name"))
    if names is None:
        message = f"{path}: no column of names was found among {', '.join(frame.columns[:-1])}. Name it `shapeName`."
        raise DataError(message)
    for number in range(len(frame)):
        yield (
            _text(ids.iloc[number]) if ids is not None else "",
            _text(names.iloc[number]),
            _text(codes.iloc[number]) if codes is not None else "",
        )


def _column(frame: gpd.GeoDataFrame, known: Sequence[str]) -> Any:  # noqa: ANN401 - pandas ships no types
    by_lower = {str(column).lower(): column for column in reversed(frame.columns)}
    found = next((by_lower[name.lower()] for name in known if name.lower() in by_lower), None)
    return None if found is None else frame[found]


def _text(value: object) -> str:
    """A cell as one printable line; a missing value as nothing."""
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return ""
    return "".join(letter for letter in str(value) if letter.isprintable()).strip()


def _polygonal(outline: BaseGeometry | None) -> BaseGeometry | None:
    """The polygons of an outline, mended where they cross themselves; None where there are none."""
    if outline is None or outline.is_empty:
        return None
    mended = outline if outline.is_valid else shapely.make_valid(outline)
    if mended.geom_type in _POLYGONS:
        return mended
    parts = [part for part in shapely.get_parts(mended) if part.geom_type in _POLYGONS]
    return shapely.union_all(parts) if parts else None


def _numbered(rows: Iterator[tuple[str, str, str, BaseGeometry]]) -> Iterator[Boundary]:
    seen: Counter[str] = Counter()
    for key, name, pcode, outline in rows:
        identifier = f"gb:{key}" if key else pcode or f"bd:{'-'.join(normalise(name).split())}"
        seen[identifier] += 1
        unique = identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}"
        yield Boundary(unique, name, pcode or None, outline)
