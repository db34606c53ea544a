"""How long a file takes to write and how much memory.

Invented claims on 400 districts in 34 provinces over 1,500 days, three a report, one after the other: none is held but
by what writes them, so that the peak is the writer's own. Every district has an area of 25 corners; half as many
control periods as claims are written where a file holds those too. Each size runs in a process of its own.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from shapely import Point

from benchmarks.alone import alone
from benchmarks.fold import ACTIONS, DAYS, FIRST, SIDES, places
from benchmarks.memory import peak_mib
from gazetteer.entry import Area
from gazetteer.place import Kind, Place
from geo.claims.claim import Assertion, Attribution, Claim, Claimant, DateBasis
from geo.control.method import METHOD
from geo.control.period import ControlPeriod, Status
from geo.export.atomic import write_whole
from geo.export.contents import Contents, contents
from geo.export.formats import format_named
from geo.profile import Profile
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.suite.settings import Settings

SMALL, LARGE = 10_000, 100_000
# One format of each writer; the slowest are measured at a tenth.
WRITERS = ("csv", "geojson", "geoparquet", "gpkg", "annotations", "kml", "xlsx", "datapackage")
A_REPORT = 3
CORNERS = 6  # of a quarter circle
MIB = 1 << 20
PRIME = 7_919  # spreads claims over places


@dataclass(frozen=True, slots=True)
class Written:
    """One file.

    Attributes:
        format: Its id.
        label: Its name for people.
        claims: How many it holds.
        seconds: By the clock.
        cpu_seconds: Processor time.
        peak_mib: The most memory of the process.
        file_mib: Its size.
    """

    format: str
    label: str
    claims: int
    seconds: float
    cpu_seconds: float
    peak_mib: float
    file_mib: float


@dataclass(frozen=True, slots=True)
class Files:
    """Two sizes of each file, the smaller first."""

    files: tuple[tuple[Written, Written], ...]


@dataclass(frozen=True, slots=True)
class MadeUpClaims:
    """So many claims, made anew and the same whenever they are gone through."""

    count: int
    among: tuple[Place, ...]

    def __iter__(self) -> Iterator[Claim]:
        """The claims by day of publication and report."""
        return (_claim(number, self.count, self.among) for number in range(self.count))


@dataclass(frozen=True, slots=True)
class MadeUpReports:
    """The reports of so many claims."""

    count: int

    def __iter__(self) -> Iterator[Report]:
        """The reports by day of publication."""
        return (_report(number, self.count) for number in range(0, self.count, A_REPORT))


@dataclass(frozen=True, slots=True)
class MadeUpPeriods:
    """Half as many control periods as claims, evenly over places and days."""

    count: int
    among: tuple[Place, ...]

    def __iter__(self) -> Iterator[ControlPeriod]:
        """The periods by place and day."""
        runs = max(1, min(DAYS, self.count // 2 // len(self.among)))
        for place in self.among:
            for run in range(runs):
                first, stop = (FIRST + timedelta(days=DAYS * edge // runs) for edge in (run, run + 1))
                claims = tuple(f"{run:016x}" for _ in range(5))
                side = SIDES[run % len(SIDES)].id
                yield ControlPeriod(place.id, first, stop, Status.HELD, side, (), None, claims, METHOD)


@dataclass(frozen=True, slots=True)
class MadeUpFindings:
    """What the pipeline would give, made while it is written."""

    claims: MadeUpClaims
    reports: MadeUpReports
    periods: MadeUpPeriods
    places: Mapping[str, Place]
    profile: Profile = Profile()  # noqa: RUF009 - frozen
    start: date = FIRST
    end: date = FIRST + timedelta(days=DAYS)


class MadeUpAtlas:
    """A round area for every district."""

    def __init__(self, known: Mapping[str, Place]) -> None:
        """Take the places."""
        self._known = known

    def get(self, place_id: str) -> Place:
        """The place."""
        return self._known[place_id]

    def area(self, place_id: str) -> Area | None:
        """The area of a district."""
        place = self._known[place_id]
        if place.kind is not Kind.DISTRICT:
            return None
        return Area(Point(place.lon, place.lat).buffer(0.2, quad_segs=CORNERS), approximate=True, source="claimline")


def _published(number: int, count: int) -> date:
    return FIRST + timedelta(days=(number - number % A_REPORT) * DAYS // count)


def _claim(number: int, count: int, among: tuple[Place, ...]) -> Claim:
    actor, opponent = SIDES[number % len(SIDES)], SIDES[(number + 1) % len(SIDES)]
    published = _published(number, count)
    quote = f"Sentence {number}: the {actor.name} side told reporters that it had taken what the other side still held."
    return Claim(
        report=f"r{number // A_REPORT:08}",
        place=among[number * PRIME % len(among)],
        place_text="Place",
        place_start=number % A_REPORT * 200,
        action=ACTIONS[number % len(ACTIONS)],
        actor=actor,
        opponent=opponent,
        assertion=Assertion.ASSERTED,
        attribution=Attribution.REPORTED,
        claimant=Claimant(actor.name, "party", actor.id),
        event_start=published,
        event_end=published,
        date_text="",
        date_basis=DateBasis.EXPLICIT,
        published=published,
        quote=quote,
        start=number % A_REPORT * 200,
        end=number % A_REPORT * 200 + len(quote),
        rule="benchmark",
    )


def _report(number: int, count: int) -> Report:
    published = _published(number, count)
    text = "Text of the report. " * 30
    return Report(
        id=f"r{number // A_REPORT:08}",
        text=text,
        published=published,
        published_text=published.isoformat(),
        sha256=f"{number:064x}",
        body=(Span(0, len(text)),),
        publisher=f"Paper {number % 50}",
        title=f"Report {number // A_REPORT}",
        url=f"https://example.org/{number // A_REPORT}",
    )


def made_up(count: int) -> Contents:
    """What a file of so many claims is made from."""
    known = {place.id: _set_down(place, number) for number, place in enumerate(places().values())}
    districts = tuple(place for place in known.values() if place.kind is Kind.DISTRICT)
    claims, periods = MadeUpClaims(count, districts), MadeUpPeriods(count, districts)
    return contents(MadeUpFindings(claims, MadeUpReports(count), periods, known), MadeUpAtlas(known))


def measured(settings: Settings) -> Files:
    """Write each format in both sizes."""
    small, large = settings.size(SMALL, 200), settings.size(LARGE, 1_000)
    return Files(tuple((alone(measure, name, small), alone(measure, name, large)) for name in WRITERS))


def measure(format_id: str, count: int) -> Written:
    """Write one file of so many claims, in the format's usual layer."""
    form = format_named(format_id)
    with TemporaryDirectory() as folder:
        path = Path(folder) / form.file_name(form.layers[0])
        began, began_cpu = time.perf_counter(), time.process_time()
        write_whole(path, form.write(made_up(count), form.layers[0]))
        took, took_cpu = time.perf_counter() - began, time.process_time() - began_cpu
        return Written(format_id, form.label, count, took, took_cpu, peak_mib(), path.stat().st_size / MIB)


def _set_down(place: Place, number: int) -> Place:
    lon, lat = 60 + number % 20 * 0.5, 30 + number // 20 * 0.5
    return Place(place.id, place.name, place.kind, lon, lat, place.country, place.parents, source="claimline")
