"""What a map of all reports has to know of each part of them: small, and added up without reading anything again."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from geo.archive.layout import month_of
from geo.chosen import Heard, joined_used, sides_heard
from geo.extent import days_between
from geo.profile import AUTO, Profile, library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Summary:
    """Facts about some reports and their claims. Days are ISO 8601; every list is sorted, each value once.

    Attributes:
        reports: How many reports were read.
        unplaced: How many names found no place.
        published: First and last day of publication; none without reports.
        event_ends: Last days of events.
        first_taken: Profile id → day of publication and id of the first report that took it.
        taken: Profile id → how many reports took it.
        bare: Why reports took none → how many.
        sides: Ids of the sides that claims name or that make some.
        countries: Countries of the claims' places.
        bare_countries: Those that claims of reports without a profile are about.
        places: Place id → number of claims on it.
        months: Month of the event → number of claims.
    """

    reports: int = 0
    unplaced: int = 0
    published: tuple[str, ...] = ()
    event_ends: tuple[str, ...] = ()
    first_taken: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)
    bare: Mapping[str, int] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    bare_countries: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(self.months.values())

    def record(self) -> dict[str, Any]:
        """As JSON holds it."""
        return asdict(self)

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Self:
        """From what `record` gave."""
        lists = {name: tuple(value) for name, value in record.items() if isinstance(value, list)}
        first = {profile: (day, report) for profile, (day, report) in record["first_taken"].items()}
        return cls(**{**record, **lists, "first_taken": first})


def summary_of(
    reports: Sequence[Report], choices: Mapping[str, Choice], claims: Sequence[Claim], unplaced: int
) -> Summary:
    """What some reports amount to.

    Args:
        reports: Those that were read.
        choices: Report id → the profile it took.
        claims: Their claims.
        unplaced: How many names found no place.
    """
    chosen = {report.id: choices[report.id] for report in reports}
    days = sorted(report.published.isoformat() for report in reports)
    first: dict[str, tuple[str, str]] = {}
    for report in sorted(reports, key=lambda one: (one.published, one.id)):
        first.setdefault(chosen[report.id].profile.id, (report.published.isoformat(), report.id))
    first.pop("", None)
    return Summary(
        reports=len(reports),
        unplaced=unplaced,
        published=(days[0], days[-1]) if days else (),
        event_ends=_sorted(claim.event_end.isoformat() for claim in claims if claim.event_end),
        first_taken=first,
        taken=_counted(one.profile.id for one in chosen.values() if one.profile.id),
        bare=_counted(one.why for one in chosen.values() if not one.profile.id),
        sides=_sorted(side for claim in claims for side in sides_heard(claim)),
        countries=_sorted(claim.place.country for claim in claims),
        bare_countries=_sorted(claim.place.country for claim in claims if not chosen[claim.report].profile.id),
        places=_counted(claim.place.id for claim in claims),
        months=_counted(month_of(claim.event_start) for claim in claims),
    )


def added(summaries: Iterable[Summary]) -> Summary:
    """What all of them amount to together; their order changes nothing."""
    reports = unplaced = 0
    published: set[str] = set()
    ends: set[str] = set()
    first: dict[str, tuple[str, str]] = {}
    sides, countries, bare_countries = set[str](), set[str](), set[str]()
    taken, bare, places, months = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in summaries:
        reports, unplaced = reports + one.reports, unplaced + one.unplaced
        published.update(one.published)
        ends.update(one.event_ends)
        for profile, at in one.first_taken.items():
            first[profile] = min(at, first.get(profile, at))
        for whole, part in ((sides, one.sides), (countries, one.countries), (bare_countries, one.bare_countries)):
            whole.update(part)
        for count, more in ((taken, one.taken), (bare, one.bare), (places, one.places), (months, one.months)):
            count.update(more)
    return Summary(
        reports, unplaced, (min(published), max(published)) if published else (), _sorted(ends),
        dict(sorted(first.items())), _ordered(taken), _ordered(bare), _sorted(sides), _sorted(countries),
        _sorted(bare_countries), _ordered(places), _ordered(months),
    )  # fmt: skip


def war_of(profile: Profile, summary: Summary) -> Profile:
    """The profile that a map of all of it is shown with: as `geo.pipeline.folded` has it.

    Args:
        profile: The one that was given, or `AUTO`.
        summary: Of all reports.
    """
    if profile != AUTO:
        return profile
    by_id = {one.id: one for one in library()}
    used = [by_id[name] for name, _ in sorted(summary.first_taken.items(), key=lambda row: row[1])]
    heard = Heard(*map(frozenset, (summary.sides, summary.countries, summary.bare_countries)))
    return joined_used(used, heard)


def days_of_map(war: Profile, summary: Summary) -> tuple[date, date]:
    """The days that a map of all of it shows, half-open: as `geo.extent.map_days` has them; one report at least."""
    first, last = map(date.fromisoformat, summary.published)
    return days_between(war, first, last, map(date.fromisoformat, summary.event_ends))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _counted(values: Iterable[str]) -> dict[str, int]:
    return _ordered(Counter(values))


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
