"""Layers: which rows a file holds, and with which geometry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from geo.export.tables.acled import ACLED
from geo.export.tables.claims import CLAIMS
from geo.export.tables.periods import PERIODS
from geo.export.tables.places import PLACES
from geo.export.tables.reports import REPORTS
from geo.export.tables.sides import SIDES
from geo.export.tables.ucdp import UCDP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.export.column import Table
    from geo.export.contents import Contents
    from geo.export.site import Site


class Shape(StrEnum):
    """With which geometry a row is written."""

    ANY = "area or point"
    POINT = "point"
    POINT_ONLY = "point where there is no area"
    AREA = "area"
    NONE = "none"


_PARTIAL = frozenset({Shape.AREA, Shape.POINT_ONLY})


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows of one table with one kind of geometry.

    Attributes:
        id: Identifier, as the command line takes it.
        label: What a person calls it.
        about: What it holds; one line.
        table: The rows and their columns.
        shape: Their geometry.
    """

    id: str
    label: str
    about: str
    table: Table[Any]
    shape: Shape

    def features(self, contents: Contents) -> Iterator[tuple[Any, BaseGeometry | None]]:
        """The rows, each with its geometry, one at a time.

        Rows without an area are left out of layers of areas, rows with one out of layers of points without an area;
        elsewhere every row is there, also one whose place has no known point.
        """
        site_of = self.table.site
        for row in self.table.rows(contents):
            geometry = _geometry(site_of(row), self.shape) if site_of else None
            if geometry is not None or self.shape not in _PARTIAL:
                yield row, geometry


def _geometry(site: Site, shape: Shape) -> BaseGeometry | None:
    if shape is Shape.POINT:
        return site.point
    if shape is Shape.POINT_ONLY:
        return None if site.area else site.point
    return site.area if shape is Shape.AREA else site.area or site.point


EVENTS_IN_ACLED = Layer(
    "claims", "Claims", "Claims that say that something happened, in ACLED's column names.", ACLED, Shape.NONE
)
EVENTS_IN_UCDP = Layer(
    "claims", "Claims", "Claims that say that something happened, in UCDP GED's column names.", UCDP, Shape.NONE
)
ALL = Layer("all", "Everything", "All tables in one file.", CLAIMS, Shape.NONE)
ON_THE_MAP = Layer("all", "Claims and control", "Claims and control periods in one file.", CLAIMS, Shape.ANY)
QUOTES = Layer("all", "Quotes", "The quote of every claim.", CLAIMS, Shape.NONE)
CLAIMS_LAYER = Layer(
    "claims", "Claims", "Each claim on the area of its place, or else on its point.", CLAIMS, Shape.ANY
)
POINTS_LAYER = Layer("points", "Claims as points", "Each claim on the point of its place.", CLAIMS, Shape.POINT)
AREAS_LAYER = Layer("areas", "Claims on areas", "Claims on places that have an area.", CLAIMS, Shape.AREA)
CONTROL_LAYER = Layer(
    "control", "Control periods", "Who held which place from when to when, on areas or else points.", PERIODS, Shape.ANY
)
PLACES_LAYER = Layer("places", "Places", "The places, as points.", PLACES, Shape.POINT)
REPORTS_LAYER = Layer("reports", "Reports", "The reports, without their text.", REPORTS, Shape.NONE)
SIDES_LAYER = Layer("sides", "Sides", "The sides of the war with their colours.", SIDES, Shape.NONE)
