"""Findings in an archive on a disk: counted once, read where they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from geo.archive.archive import Archive, open_archive
from geo.archive.refold import refolded
from geo.archive.sieve import Sifted
from geo.control.basis import CLAIMS, CLAIMS_NAME, CORROBORATED_NAME, says
from geo.control.signals import spoken_of
from geo.errors import ClaimlineError
from geo.holdings.disk_held import held
from geo.holdings.disk_lists import Lists, lists_of
from geo.holdings.disk_place import PlaceReader
from geo.holdings.disk_survey import Counted, counted
from geo.holdings.export_command import export_command
from geo.holdings.facts import count_facts
from geo.holdings.on_demand import profiles_taken, read_reports
from geo.holdings.overview import overview
from geo.holdings.streams import ClaimStream, PeriodStream, ReportStream, Streamed, days_counted, spans_of
from geo.view.view import View, bases

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date

    from geo.archive.row_groups import RowGroups
    from geo.choose import Choice
    from geo.claims.extract import Unplaced
    from geo.control.basis import Basis
    from geo.control.casebook import Casebook
    from geo.control.clock import Clock
    from geo.control.inquiry import Inquiry
    from geo.control.period import ControlPeriod
    from geo.holdings.holdings import Told
    from geo.map.survey import Survey
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.report import Report

MOST_ROWS = 1_000
MOST_HELD = 10_000
MOST_IN_A_FILE = 100_000
UNCORROBORATED = (
    "“Corroborated” is not offered for an archive: who repeats whom is worked out for a place and day that you open, "
    "not for all reports at once."
)


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
        if self.survey.claims <= MOST_IN_A_FILE:
            return ""
        return (
            f"{self.survey.claims:,} claims are more than a browser should be handed ({MOST_IN_A_FILE:,}). Narrow the "
            f"filters, or write the file with `{export_command(self.archive.folder, self.view)}`."
        )

    @property
    def too_large_for_page(self) -> str:
        """See `Holdings`."""
        if self.survey.claims <= MOST_HELD:
            return ""
        shown = f"{self.survey.claims:,} are shown"
        return f"The map as one file holds {MOST_HELD:,} claims at most, and {shown}. Narrow the filters."

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """See `Holdings`."""
        return self.whole.offered

    def bases(self) -> Mapping[str, str]:
        """See `Holdings`."""
        profile = self.archive.about.profile
        silent = {side.id for side in profile.sides} - self.whole.speakers
        left_out = silent | {CORROBORATED_NAME}
        return {name: label for name, label in bases(profile).items() if name not in left_out}

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
        control = self._refolded(sifted, self._basis(view.basis), view.clock, progress or _nobody)
        facts = count_facts(self.archive, sifted, control, view.clock)
        shown = counted(self.archive, facts, self.whole.survey.sides)
        return _seen(self.archive, view, self.whole, shown, control)

    def _refolded(self, sifted: Sifted, basis: Basis, clock: Clock, progress: Callable[[int, int], None]) -> RowGroups:
        """Control periods in a folder that goes when nothing reads from it any more."""
        folder = Path(mkdtemp(prefix="claimline-view-"))
        try:
            control = refolded(
                sifted, self.archive.about, folder, spoken=self.archive.spoken, basis=basis, clock=clock,
                progress=progress,
            )  # fmt: skip
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise
        finalize(control, rmtree, folder, ignore_errors=True)
        return control

    def _basis(self, name: str) -> Basis:
        if name == CORROBORATED_NAME:
            raise ClaimlineError(UNCORROBORATED)
        return CLAIMS if name == CLAIMS_NAME else says(name)

    def findings(self) -> Streamed:
        """See `Holdings`."""
        about = self.archive.about
        return Streamed(
            profile=about.profile,
            reports=ReportStream(self.archive.reports, spans_of(days_counted(self.archive.reports))),
            claims=ClaimStream(self.sifted, spans_of(days_counted(self.sifted))),
            periods=PeriodStream(self.control, tuple(sorted(self.archive.places))),
            places=self.archive.places,
            start=about.start,
            end=about.end,
        )

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
    basis = CLAIMS if view.basis == CLAIMS_NAME else says(view.basis)
    spoken = {unit for place in shown.survey.claimed.values() for unit in spoken_of(place, archive.places)}
    place = PlaceReader(archive, sifted, control, basis, view.clock, whole.survey.sides.names, frozenset(spoken))
    return OnDisk(archive, view, whole, shown, sifted, control, place, lists_of(archive, sifted, MOST_ROWS))


def _nobody(done: int, total: int) -> None:
    """Tell nobody of the progress."""
