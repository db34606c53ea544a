"""Findings in memory: those of reports and workspaces."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.control.asking import asking
from geo.control.casebook import casebook
from geo.control.origins import origins
from geo.control.reprints import FEW
from geo.control.timeline import by_place
from geo.map.survey import survey
from geo.view.filters import offered
from geo.view.sides import all_sides
from geo.view.view import View, looked_at, offered_bases

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date

    from geo.choose import Choice
    from geo.claims.extract import Unplaced
    from geo.control.casebook import Casebook
    from geo.control.inquiry import Inquiry
    from geo.control.period import ControlPeriod
    from geo.control.signals import Signal
    from geo.holdings.holdings import Told
    from geo.map.survey import Survey
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.report import Report

Origins = Future["Mapping[str, frozenset[str]]"]
EVERY_ROW = 1_000_000_000


@dataclass(frozen=True, slots=True)
class InMemory:
    """Findings in memory; see `geo.holdings.holdings.Holdings` for what each method gives.

    Attributes:
        whole: All claims, folded on the basis of all by the days of the events.
        shown: Those that the view's filters let through, folded as it says.
        view: Basis, clock and filters.
        survey: What the shown claims come to.
        index: The shown claims by place.
        signals: What bears on each place.
        origins: Where each claim of `whole` comes from, once that is known.
    """

    whole: Dataset
    shown: Dataset
    view: View
    survey: Survey
    index: Casebook
    signals: Mapping[str, tuple[Signal, ...]]
    origins: Origins
    most: int = EVERY_ROW
    notes: tuple[str, ...] = ()
    slow: bool = False
    too_large: str = ""
    too_large_for_page: str = ""

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """See `Holdings`."""
        return self.whole.unplaced

    @property
    def problems(self) -> tuple[str, ...]:
        """See `Holdings`."""
        return self.whole.problems

    @property
    def doubts(self) -> int:
        """See `Holdings`."""
        return len(self.unplaced) + len(self.problems)

    @property
    def choices(self) -> Mapping[str, Choice]:
        """See `Holdings`."""
        return self.whole.choices

    def read_with(self, report_id: str) -> Profile:
        """See `Holdings`."""
        return self.whole.read_with(report_id)

    @property
    def spoken(self) -> Collection[str]:
        """See `Holdings`."""
        return self.index.spoken.keys()

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """See `Holdings`."""
        return offered(self.whole)

    def bases(self) -> Mapping[str, str]:
        """See `Holdings`."""
        return offered_bases(self.whole)

    def book(self, place: str, day: date) -> Casebook:  # noqa: ARG002 - all of it is there
        """See `Holdings`."""
        return self.index

    def inquiry(self, place: str, day: date) -> Inquiry | None:  # noqa: ARG002 - as above
        """See `Holdings`; None while it is being worked out who copied whom."""
        return self.district_inquiry(day)

    def history(self, place: str, day: date) -> Inquiry | None:
        """See `Holdings`."""
        return self.inquiry(place, day)

    def district_inquiry(self, day: date) -> Inquiry | None:
        """See `Holdings`; None while it is being worked out who copied whom."""
        if not self.origins.done():
            return None
        return asking(self.index, self.view.basis, self.view.clock, self.signals, self.origins.result()).on(day)

    def report(self, report_id: str) -> Report | None:
        """See `Holdings`."""
        return self.index.reports.get(report_id)

    def doubted_reports(self) -> Mapping[str, Report]:
        """See `Holdings`."""
        return self.index.reports

    def first_claims(self) -> tuple[Told, ...]:
        """See `Holdings`."""
        return tuple((claim, self.report(claim.report)) for claim in self.shown.claims)

    def first_reports(self) -> tuple[tuple[Report, int], ...]:
        """See `Holdings`."""
        counts = Counter(claim.report for claim in self.whole.claims)
        return tuple((report, counts[report.id]) for report in self.whole.reports)

    def periods_of(self, places: Collection[str]) -> Iterator[ControlPeriod]:
        """See `Holdings`."""
        return (period for place in sorted(places) for period in self.index.periods.get(place, ()))

    def seen(self, view: View, progress: Callable[[int, int], None] | None = None) -> InMemory:  # noqa: ARG002 - at once
        """See `Holdings`."""
        return _in_memory(self.whole, looked_at(self.whole, view), view, self.origins)

    def findings(self) -> Dataset:
        """See `Holdings`."""
        return self.shown

    def dataset(self) -> Dataset:
        """See `Holdings`."""
        return self.shown


def in_memory(dataset: Dataset) -> InMemory:
    """Hold a data set, seen as it was folded: all claims, by the days of the events.

    Args:
        dataset: Reports, claims and control periods.

    Returns:
        The holdings.
    """
    return _in_memory(dataset, dataset, View(), find_origins(dataset))


def _in_memory(whole: Dataset, shown: Dataset, view: View, found: Origins) -> InMemory:
    return InMemory(
        whole=whole,
        shown=shown,
        view=view,
        survey=survey(shown, view.clock, all_sides(whole)),
        index=casebook(shown),
        signals=by_place(shown.claims, shown.places),
        origins=found,
    )


def find_origins(dataset: Dataset) -> Origins:
    """Work out where all claims come from.

    Args:
        dataset: Reports and claims.

    Returns:
        The origins: there already for few reports; for many they come while the map is looked at.
    """
    if len(dataset.reports) > FEW:
        return _worker().submit(origins, dataset.reports, dataset.claims)
    found: Origins = Future()
    found.set_result(origins(dataset.reports, dataset.claims))
    return found


@cache
def _worker() -> ThreadPoolExecutor:
    """One thread for all: origins are worked out while the page stays free."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="origins")
