"""What a source yields: a place with every name it goes by and, where there is one, its outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Place  # noqa: TC001 - dataclass fields are read at run time

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Area:
    """The outline of a place.

    Attributes:
        geometry: Polygon or MultiPolygon, EPSG:4326, (lon, lat).
        approximate: True where it was drawn around localities and is no official boundary.
        source: Key that `gazetteer.attribution` understands: of `data/attribution.toml`, or of what is installed.
    """

    geometry: BaseGeometry
    approximate: bool
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A place ready for the index.

    Attributes:
        place: The record.
        names: Names besides `place.name`, in any script, `place.native` among them.
        area: The outline, or None.
    """

    place: Place
    names: tuple[str, ...] = ()
    area: Area | None = None
