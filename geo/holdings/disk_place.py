"""What an archive holds about one place and day: only the row groups that can hold it are read."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from geo.archive.claim_rows import CODED, COLUMNS, claims_of
from geo.archive.layout import CONTROL
from geo.archive.other_rows import periods_of
from geo.archive.row_groups import RowGroups, Wanted, wanted
from geo.control.casebook import Casebook, casebook
from geo.control.clock import Clock, reach_days
from geo.control.inquiry import Inquiry
from geo.control.live import FIGHT_DAYS
from geo.control.origins import origins
from geo.control.signals import spoken_of
from geo.control.timeline import by_place
from geo.holdings.on_demand import Origins, Reports, read_reports

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from gazetteer.place import Place
    from geo.archive.archive import Archive
    from geo.archive.sieve import Sifted
    from geo.claims.claim import Claim
    from geo.control.basis import Basis
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.report import Report

KEPT = 64
ONE_DAY = timedelta(days=1)
WITHOUT_CLAIMS = [name for name in CONTROL.names if name != "claims"]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a casebook is made of."""

    profile: Profile
    places: Mapping[str, Place]
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    periods: tuple[ControlPeriod, ...]


@dataclass(frozen=True, slots=True)
class PlaceReader:
    """Reads what there is about a place.

    Attributes:
        archive: The archive.
        sifted: Its claims that filters let through.
        control: Their control periods.
        basis: Whose word counts.
        clock: By which day the periods were folded.
        names: Names of the sides, by id.
        spoken: Ids of the places that are spoken of.
        seats: District id → ids of the places that are its seat.
        books: Those read last.
        lock: Held while they are changed.
    """

    archive: Archive
    sifted: Sifted
    control: RowGroups
    basis: Basis
    clock: Clock
    names: Mapping[str, str]
    spoken: frozenset[str]
    seats: dict[str, list[str]] = field(default_factory=dict)
    books: OrderedDict[tuple[str, date], Casebook] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def book(self, place: str, day: date) -> Casebook:
        """The claims on a place, its seat and the units above it, of the days that can bear on a day."""
        with self.lock:
            found = self.books.get((place, day))
            if found is None:
                reach = reach_days(self.archive.about.profile.stale_after_days, FIGHT_DAYS)
                found = self._book(place, day, day - timedelta(days=reach))
                self.books[place, day] = found
                while len(self.books) > KEPT:
                    self.books.popitem(last=False)
            return found

    def inquiry(self, place: str, day: date) -> Inquiry:
        """The same, to be asked what each claim did; the reports' texts are read when it matters who copied whom."""
        book = self.book(place, day)
        claims = self._known(book.claims.values(), day)
        where = Origins(self.archive.reports, claims, self._fresh(day))
        return Inquiry(book, self.basis, by_place(claims, book.places), where)

    def history(self, place: str, day: date) -> Inquiry:
        """The same with every claim up to the day and all their reports, to be asked what the state hangs on."""
        book = self._book(place, day, date.min)
        claims = self._known(book.claims.values(), day)
        reports = read_reports(self.archive.reports, (claim.report for claim in claims))
        found = origins(reports.values(), claims)
        return Inquiry(replace(book, reports=reports), self.basis, by_place(claims, book.places), found)

    def periods_of(self, places: Collection[str]) -> Iterator[ControlPeriod]:
        """The control periods of places, ordered by (place, start); without the ids of the claims behind them."""
        rows = self.control.read(WITHOUT_CLAIMS, wanted("place_id", places))
        return periods_of(rows.sort_by([("place_id", "ascending"), ("start", "ascending")]))

    def _book(self, place: str, day: date, oldest: date) -> Casebook:
        claims = tuple(self._claims(place, oldest, day))
        found = _Found(self.archive.about.profile, self.archive.places, (), claims, self._periods(place, day))
        reports = Reports(self.archive.reports, (claim.report for claim in claims))
        return replace(casebook(found), reports=reports, named=self.names)

    def _claims(self, place: str, oldest: date, day: date) -> Iterator[Claim]:
        places = self.archive.places
        if not self.seats:
            self.seats.update(_seats_of(places))
        units = (place, *(places[place].parents if place in places else ()))
        asked = [one for unit in units for one in (unit, *self.seats.get(unit, ()))]
        rows = self.sifted.read((*COLUMNS, "day"), wanted("place_id", asked, day=(oldest, day)), CODED)
        return claims_of(rows, places)

    def _periods(self, place: str, day: date) -> tuple[ControlPeriod, ...]:
        """All periods of a place; of the one on the day also the claims behind it, of which a map shows no other."""
        rows = self.control.read(CONTROL.names, wanted("place_id", [place])).sort_by("start")
        of_day = Wanted(days={"start": (date.min, day), "end": (day + ONE_DAY, date.max)}).of(rows)
        whole = {period.start: period for period in periods_of(of_day)}
        return tuple(whole.get(period.start, period) for period in periods_of(rows.select(WITHOUT_CLAIMS)))

    def _fresh(self, day: date) -> date:
        return day - timedelta(days=self.archive.about.profile.stale_after_days)

    def _known(self, claims: Collection[Claim], day: date) -> list[Claim]:
        """By the known clock later reports do not count."""
        return [claim for claim in claims if self.clock is not Clock.KNOWN or claim.published <= day]


def _seats_of(places: Mapping[str, Place]) -> dict[str, list[str]]:
    """For each district whose seat is among the places, the ids of those seats."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in places.values():
        for unit in spoken_of(place, places)[1:]:
            found[unit].append(place.id)
    return dict(found)
