"""Findings in an archive on a disk: counted once, read where they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.archive.archive import Archive, open_archive
from geo.archive.sieve import Sifted
from geo.control.signals import spoken_of
from geo.errors import ClaimlineError
from geo.holdings.disk_held import held
from geo.holdings.disk_limits import MOST_ROWS, UNCORROBORATED, too_large, too_large_for_page
from geo.holdings.disk_lists import Lists, lists_of
from geo.holdings.disk_place import PlaceReader
from geo.holdings.disk_survey import Counted, counted
from geo.holdings.disk_view import bases_of, basis_of, control_of
from geo.holdings.facts import count_facts
from geo.holdings.on_demand import profiles_taken, read_reports
from geo.holdings.overview import overview
from geo.holdings.streams import streamed
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from geo.archive.row_groups import RowGroups
    from geo.choose import Choice
    from geo.claims.extract import Unplaced
    from geo.control.casebook import Casebook
    from geo.control.inquiry import Inquiry
    from geo.control.period import ControlPeriod
    from geo.holdings.holdings import Told
    from geo.holdings.streams import Streamed
    from geo.map.survey import Survey
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Findings in an archive; see `geo.holdings.holdings.Holdings` for what each method gives.

    Attributes:
        archive: The archive.
        view: Basis, clock and filters.
        whole: What all claims come to.
        shown: What those come to that are shown.
        sifted: The claims that the view's filters let through.
        control: Their control periods.
        place: Reads what there is about one place.
        lists: Reads the first rows of the lists, once.
    """

    archive: Archive
    view: View
    whole: Counted
    shown: Counted
    sifted: Sifted
    control: RowGroups
    place: PlaceReader
    lists: Lists
    most: int = MOST_ROWS
    slow: bool = True
    notes: tuple[str, ...] = (UNCORROBORATED,)

    @property
    def survey(self) -> Survey:
        """See `Holdings`."""
        return self.shown.survey

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """See `Holdings`."""
        return self.lists.unplaced()

    @property
    def problems(self) -> tuple[str, ...]:
        """See `Holdings`."""
        return self.lists.problems()

    @property
    def doubts(self) -> int:
        """See `Holdings`."""
        return sum(self.archive.about.counts.get(name, 0) for name in ("unplaced", "problems"))

    @property
    def choices(self) -> Mapping[str, Choice]:
        """None: what each report took stands with the report, see `read_with`."""
        return {}

    def read_with(self, report_id: str) -> Profile:
        """See `Holdings`."""
        return profiles_taken(self.archive.reports, [report_id]).get(report_id, self.archive.about.profile)

    @property
    def spoken(self) -> Collection[str]:
        """See `Holdings`."""
        return self.place.spoken

    @property
    def too_large(self) -> str:
        """See `Holdings`."""
        return too_large(self.survey.claims, self.archive.folder, self.view)

    @property
    def too_large_for_page(self) -> str:
        """See `Holdings`."""
        return too_large_for_page(self.survey.claims)

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """See `Holdings`."""
        return self.whole.offered

    def bases(self) -> Mapping[str, str]:
        """See `Holdings`."""
        return bases_of(self.archive.about.profile, self.whole.speakers)

    def book(self, place: str, day: date) -> Casebook:
        """See `Holdings`; claims are read of the days that can bear on that day."""
        return self.place.book(place, day)

    def inquiry(self, place: str, day: date) -> Inquiry | None:
        """See `Holdings`."""
        return self.place.inquiry(place, day)

    def history(self, place: str, day: date) -> Inquiry | None:
        """See `Holdings`."""
        return self.place.history(place, day)

    def district_inquiry(self, day: date) -> Inquiry | None:  # noqa: ARG002 - none of any day
        """None: it would take the reports of all districts."""
        return None

    def report(self, report_id: str) -> Report | None:
        """See `Holdings`."""
        return read_reports(self.archive.reports, [report_id]).get(report_id)

    def doubted_reports(self) -> Mapping[str, Report]:
        """See `Holdings`."""
        return self.lists.doubted()

    def first_claims(self) -> tuple[Told, ...]:
        """See `Holdings`."""
        return self.lists.claims()

    def first_reports(self) -> tuple[tuple[Report, int], ...]:
        """See `Holdings`."""
        return self.lists.reports()

    def periods_of(self, places: Collection[str]) -> Iterator[ControlPeriod]:
        """See `Holdings`."""
        return self.place.periods_of(places)

    def seen(self, view: View, progress: Callable[[int, int], None] | None = None) -> OnDisk:
        """See `Holdings`; everything is folded anew, some hundred thousand claims at a time."""
        if view == View():
            return _seen(self.archive, view, self.whole, self.whole, self.archive.control)
        sifted = Sifted(self.archive.claims, self.archive.places, view.filters)
        control = control_of(self.archive, sifted, view, progress)
        shown = counted(self.archive, count_facts(self.archive, sifted, control, view.clock), self.whole.survey.sides)
        return _seen(self.archive, view, self.whole, shown, control)

    def findings(self) -> Streamed:
        """See `Holdings`."""
        return streamed(self.archive, self.sifted, self.control)

    def dataset(self) -> Dataset:
        """See `Holdings`; of many reports only those with claims, of names without a place the first."""
        if self.too_large_for_page:
            raise ClaimlineError(self.too_large_for_page)
        return held(self.archive, self.view, self.findings(), self.lists)


def on_disk(folder: Path) -> OnDisk:
    """Open an archive, seen as it was folded: all claims, by the days of the events.

    Args:
        folder: Its folder.

    Returns:
        The holdings.

    Raises:
        ClaimlineError: It is no archive that is finished, or a file of it cannot be read.
    """
    archive = open_archive(folder)
    found = counted(archive, overview(archive))
    return _seen(archive, View(), found, found, archive.control)


def _seen(archive: Archive, view: View, whole: Counted, shown: Counted, control: RowGroups) -> OnDisk:
    sifted = Sifted(archive.claims, archive.places, view.filters)
    spoken = {unit for place in shown.survey.claimed.values() for unit in spoken_of(place, archive.places)}
    sides = whole.survey.sides.names
    place = PlaceReader(archive, sifted, control, basis_of(view), view.clock, sides, frozenset(spoken))
    return OnDisk(archive, view, whole, shown, sifted, control, place, lists_of(archive, sifted, MOST_ROWS))
