"""What the page asks of its data, wherever they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.claims.extract import Unplaced
    from geo.control.casebook import Casebook
    from geo.control.inquiry import Inquiry
    from geo.control.period import ControlPeriod
    from geo.export.contents import Findings
    from geo.map.survey import Survey
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.report import Report
    from geo.view.view import View

    Told = tuple[Claim, Report | None]


class Holdings(Protocol):
    """Findings as a view shows them: in memory (`InMemory`) or in an archive on a disk (`OnDisk`)."""

    @property
    def view(self) -> View:
        """Basis, clock and filters."""

    @property
    def survey(self) -> Survey:
        """What the claims come to."""

    @property
    def unplaced(self) -> Sequence[Unplaced]:
        """Names that found no place; of very many the first."""

    @property
    def problems(self) -> Sequence[str]:
        """A sentence for each input that was left out; of very many the first."""

    @property
    def choices(self) -> Mapping[str, Choice]:
        """Report id → the profile that it took from the library; empty where one was given for all."""

    @property
    def spoken(self) -> Collection[str]:
        """Ids of the places that are spoken of, by claims on them or on their seat."""

    @property
    def most(self) -> int:
        """How many rows a list on the page shows at most."""

    @property
    def slow(self) -> bool:
        """Another view takes seconds to make; what a state hangs on is told only where that is asked for."""

    @property
    def doubts(self) -> int:
        """How many names found no place and how many inputs were left out, all of them."""

    @property
    def too_large(self) -> str:
        """Why files are not handed to a browser, and what to do instead; empty where they are."""

    @property
    def too_large_for_page(self) -> str:
        """The same for the map as one file."""

    @property
    def notes(self) -> Sequence[str]:
        """What is not offered of these data and why, a sentence each."""

    def read_with(self, report_id: str) -> Profile:
        """The profile that a report was read with: the one that it took from the library, or the map's."""

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """What can be chosen in each filter: what occurs in all claims, in order."""

    def bases(self) -> Mapping[str, str]:
        """The bases that can be chosen, by name, with their labels."""

    def book(self, place: str, day: date) -> Casebook:
        """What explaining a place on a day needs; it may hold no other place's claims."""

    def inquiry(self, place: str, day: date) -> Inquiry | None:
        """The same, prepared to be asked what each claim did; None while that cannot be told."""

    def history(self, place: str, day: date) -> Inquiry | None:
        """The same with all that was ever said of the place, to be asked what its state hangs on."""

    def district_inquiry(self, day: date) -> Inquiry | None:
        """What asking about all districts of a day needs; None where that cannot be told."""

    def report(self, report_id: str) -> Report | None:
        """A report with its whole text, None where there is none of this id."""

    def doubted_reports(self) -> Mapping[str, Report]:
        """The reports that `unplaced` names stand in, by id; they may be without their texts."""

    def first_claims(self) -> Sequence[Told]:
        """The claims that are shown with their reports, in the order of the reports and of the text; at most `most`."""

    def first_reports(self) -> Sequence[tuple[Report, int]]:
        """All reports with the number of their claims, by day of publication, then id; at most `most`."""

    def periods_of(self, places: Collection[str]) -> Iterable[ControlPeriod]:
        """The control periods of some places, ordered by (place, start)."""

    def seen(self, view: View, progress: Callable[[int, int], None] | None = None) -> Holdings:
        """The same findings as another view shows them; `progress` is called with (places done, places in all)."""

    def findings(self) -> Findings:
        """What is shown, for files: its claims can be gone through without being held."""

    def dataset(self) -> Dataset:
        """What is shown, held in memory.

        Raises:
            ClaimlineError: It is too much for that; the message says what to do.
        """
