"""The table of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.column import Column, Table, Type
from geo.export.rows import place_rows
from geo.export.tables.located import bounded, located

if TYPE_CHECKING:
    from geo.export.site import Site


def _itself(site: Site) -> Site:
    return site


COLUMNS: tuple[Column[Site], ...] = (
    *located(_itself),
    Column("native", Type.TEXT, "The name in its own script", lambda site: site.place.native),
    Column("parents", Type.TEXT, "Ids of the units it lies in, nearest first",
           lambda site: ", ".join(site.place.parents) or None),
    Column("seat_of", Type.TEXT, "Id of the unit whose seat it is", lambda site: site.place.seat_of),
    Column("population", Type.INTEGER, "Inhabitants; empty: not known", lambda site: site.place.population or None),
    Column("source", Type.TEXT, "Source of the record", lambda site: site.place.source or None),
    *bounded(_itself),
)  # fmt: skip

PLACES = Table("places", "One row a place that has claims or control periods.", COLUMNS, place_rows, site=_itself)
