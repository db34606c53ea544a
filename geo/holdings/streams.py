"""What an archive holds, one after the other, for files: it can be gone through more than once and is never held."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from geo.archive.claim_rows import COLUMNS, claims_of
from geo.archive.layout import CONTROL, REPORTS
from geo.archive.other_rows import periods_of, reports_of
from geo.archive.row_groups import Wanted, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gazetteer.place import Place
    from geo.archive.archive import Archive
    from geo.archive.row_groups import RowGroups
    from geo.archive.sieve import Sifted
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.report import Report

AT_ONCE = 20_000
PLACES_AT_ONCE = 32
ONE_DAY = timedelta(days=1)
IN_TEXT = tuple((name, "ascending") for name in ("published", "report", "quote_start", "place_start", "id"))
"""The order of claims: by day of publication, report and text."""
BY_DAY = (("published", "ascending"), ("report", "ascending"))
"""The order of reports."""
Spans = tuple[tuple[date, date], ...]


def spans_of(counts: Mapping[date, int], at_once: int = AT_ONCE) -> Spans:
    """Days of publication in runs, each of about so many rows as are held at once.

    Args:
        counts: How many rows are of each day.
        at_once: How many rows are held.

    Returns:
        First and last day of each run, inclusive, in order.
    """
    spans: list[tuple[date, date]] = []
    held = at_once
    for day in sorted(counts):
        if held + counts[day] > at_once or not spans:
            spans.append((day, day))
            held = 0
        spans[-1], held = (spans[-1][0], day), held + counts[day]
    return tuple(spans)


def days_counted(rows: RowGroups | Sifted) -> dict[date, int]:
    """How many rows are of each day of publication."""
    found: dict[date, int] = defaultdict(int)
    for table in rows.tables(("published",), Wanted()):
        counts = pc.value_counts(table["published"])
        for day, count in zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True):
            found[day] += count
    return dict(found)


@dataclass(frozen=True, slots=True)
class ClaimStream:
    """Claims by day of publication, report and text."""

    sifted: Sifted
    spans: Spans

    def __iter__(self) -> Iterator[Claim]:
        """The claims, a run of days at a time."""
        for span in self.spans:
            rows = self.sifted.read(COLUMNS, Wanted(days={"published": span}))
            yield from claims_of(rows.sort_by(list(IN_TEXT)), self.sifted.places)


@dataclass(frozen=True, slots=True)
class ReportStream:
    """Reports by day of publication, then id."""

    reports: RowGroups
    spans: Spans

    def __iter__(self) -> Iterator[Report]:
        """The reports, a run of days at a time."""
        for span in self.spans:
            rows = self.reports.read(REPORTS.names, Wanted(days={"published": span}))
            yield from reports_of(rows.sort_by(list(BY_DAY)))


@dataclass(frozen=True, slots=True)
class PeriodStream:
    """Control periods by place and day."""

    control: RowGroups
    places: tuple[str, ...]

    def __iter__(self) -> Iterator[ControlPeriod]:
        """The periods, some places at a time."""
        for first in range(0, len(self.places), PLACES_AT_ONCE):
            rows = self.control.read(CONTROL.names, wanted("place_id", self.places[first : first + PLACES_AT_ONCE]))
            yield from periods_of(rows.sort_by([("place_id", "ascending"), ("start", "ascending")]))


@dataclass(frozen=True, slots=True)
class Streamed:
    """Findings that are never held; see `geo.export.contents.Findings`."""

    profile: Profile
    reports: ReportStream
    claims: ClaimStream
    periods: PeriodStream
    places: Mapping[str, Place]
    start: date
    end: date


def streamed(archive: Archive, sifted: Sifted, control: RowGroups) -> Streamed:
    """What a view of an archive shows.

    Args:
        archive: The archive.
        sifted: Its claims that the view's filters let through.
        control: Their control periods.

    Returns:
        All of it, to be gone through again and again, nothing of it held.
    """
    about = archive.about
    return Streamed(
        profile=about.profile,
        reports=ReportStream(archive.reports, spans_of(days_counted(archive.reports))),
        claims=ClaimStream(sifted, spans_of(days_counted(sifted))),
        periods=PeriodStream(control, tuple(sorted(archive.places))),
        places=archive.places,
        start=about.start,
        end=about.end,
    )
