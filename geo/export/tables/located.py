"""The columns that tell where a row lies; the same in every table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

from geo.export.column import Column, Type
from geo.export.geometry import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from gazetteer.place import Place
    from geo.export.site import Site

Row = TypeVar("Row")


def located(site: Callable[[Row], Site]) -> tuple[Column[Row], ...]:
    """Columns of the place that a row is about.

    Args:
        site: Where a row lies.

    Returns:
        Id, name, kind and point of the place, and the units that it is or lies in.
    """
    text, number = Type.TEXT, Type.NUMBER
    return (
        Column("place_id", text, "Id of the place: an OCHA P-code or the id of its source", lambda r: site(r).place.id),
        Column("place", text, "Name of the place", lambda r: site(r).place.name),
        Column(
            "place_kind", text, "country, province, district, town, village, pass …", lambda r: site(r).place.kind.value
        ),
        Column("country", text, "Country, ISO 3166-1 alpha-2", lambda r: site(r).place.country or None),
        Column("province_id", text, "Id of its province", lambda r: _id(site(r).province)),
        Column("province", text, "Name of its province", lambda r: _name(site(r).province)),
        Column("district_id", text, "Id of its district", lambda r: _id(site(r).district)),
        Column("district", text, "Name of its district", lambda r: _name(site(r).district)),
        Column("lon", number, "Degrees east of the place's point, WGS 84", lambda r: degrees(site(r).place.lon)),
        Column("lat", number, "Degrees north of the place's point, WGS 84", lambda r: degrees(site(r).place.lat)),
    )


def bounded(site: Callable[[Row], Site]) -> tuple[Column[Row], ...]:
    """Columns of the area of the place that a row is about.

    Args:
        site: Where a row lies.

    Returns:
        Whether the area is approximate, and whence it comes.
    """
    return (
        Column(
            "approximate",
            Type.BOOLEAN,
            "The place's area is drawn around known places and is no boundary; empty: it has no area",
            lambda r: site(r).approximate,
        ),
        Column(
            "area_source",
            Type.TEXT,
            "Source of the place's area",
            lambda r: outline.source if (outline := site(r).outline) else None,
        ),
    )


def degrees(value: float) -> float | None:
    """A coordinate with 6 decimals (about 11 cm), None where it is not known."""
    return round(value, DECIMALS) if math.isfinite(value) else None


def _id(place: Place | None) -> str | None:
    return place.id if place else None


def _name(place: Place | None) -> str | None:
    return place.name if place else None
