"""Which days and which places a map is about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report

ONE_DAY = timedelta(days=1)
HORIZON = timedelta(days=365)


def map_days(profile: Profile, reports: Iterable[Report], claims: Iterable[Claim]) -> tuple[date, date]:
    """The days that the map shows: the profile's range, else from the first event to the last report.

    Events long before the reports ("in 1996") do not stretch the range: without a profile it reaches back a year.

    Returns:
        First day and first day after the last (half-open).
    """
    published = [report.published for report in reports]
    return days_between(profile, min(published), max(published), (claim.event_end for claim in claims))


def days_between(profile: Profile, first: date, last: date, ends: Iterable[date | None]) -> tuple[date, date]:
    """As `map_days`, from the first and last day of publication and the last days of events, None where open."""
    events = [day for day in ends if day and day >= first - HORIZON]
    start = profile.start or min([first, *events])
    end = profile.end or max([last, *(day for day in events if day <= last)])
    return start, max(start, end) + ONE_DAY


def coloured_places(claims: Iterable[Claim], countries: Iterable[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places that the map colours, by id: see `with_units`."""
    return with_units({claim.place.id: claim.place for claim in claims}, countries, gazetteer)


def with_units(claimed: Mapping[str, Place], countries: Iterable[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places that the map colours, by id.

    Args:
        claimed: Every place with a claim of its own, by id.
        countries: The countries of interest; where there are none, those with claims.
        gazetteer: Where provinces and districts are looked up.

    Returns:
        These places, and the countries with their provinces and districts.
    """
    shown = tuple(countries) or tuple(sorted({place.country for place in claimed.values()}))
    places = dict(claimed)
    for country in shown:
        for kind in (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT):
            places.update((place.id, place) for place in gazetteer.places(country, kind))
    return dict(sorted(places.items()))
