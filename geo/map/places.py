"""What a place is called where a person chooses one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.map.survey import Survey


# A place code of the United Nations' data sets, which other tables are joined by; other ids mean nothing to a reader.
P_CODE = re.compile(r"[A-Z]{2}\d{2,}")


def place_labels(found: Survey, model: Mapping[str, Any], gazetteer: Gazetteer) -> dict[str, str]:
    """The places that can be chosen: those with claims first, then all other areas drawn, each by name.

    Args:
        found: What the claims come to.
        model: The page model of the same data.
        gazetteer: Names of units.

    Returns:
        Place id to label, for example "Deh Salah, district of Baghlan".
    """
    drawn = {area["id"] for area in model["areas"]}
    chosen = [found.places[place_id] for place_id in found.claimed.keys() | drawn if place_id in found.places]
    chosen.sort(key=lambda place: (place.id not in found.claimed, place.name.casefold(), place.id))
    return {place.id: f"{place.name}, {within(place, gazetteer)}" for place in chosen}


def within(place: Place, gazetteer: Gazetteer) -> str:
    """What a place is and where: "district of Baghlan", "town in Andarab, Baghlan", "country"."""
    units = [gazetteer.get(parent) for parent in place.parents]
    narrow = [unit.name for unit in units if unit.kind is not Kind.COUNTRY] or [unit.name for unit in units]
    if not narrow:
        return str(place.kind)
    if place.kind in (Kind.PROVINCE, Kind.DISTRICT):
        return f"{place.kind} of {narrow[0]}"
    return f"{place.kind} in {', '.join(narrow)}"


def kind_line(place: Place, gazetteer: Gazetteer) -> str:
    """What a place is, where, and its official code where it has one: "district of Baghlan · AF0908"."""
    code = f" · {place.id}" if P_CODE.fullmatch(place.id) else ""
    return f"{within(place, gazetteer)}{code}"


def rough_words(place: Place) -> str:
    """How far off a place may be drawn, where its point is known only roughly; else empty."""
    return f"Drawn at a point that may be off by about {place.radius_km:g} km." if place.radius_km else ""
