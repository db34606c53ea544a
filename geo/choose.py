"""Which profile of the library fits a report, by its day, the countries of its places, and the sides that it names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from gazetteer.place import Resolved
from geo.claims.claim import DateBasis
from geo.claims.extract import finder_of, resolutions_of
from geo.claims.reading.report import named_in
from geo.claims.times.find import find_times
from geo.profile import AUTO, Profile, library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer import Gazetteer
    from geo.reports.report import Report

# A report about a war names places of other countries too (who met where, who backs whom), but fewer of them.
LEAST_SHARE = 0.5
NOBODY = Profile()


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile that a report is read with; `why` says in a few words why it is empty."""

    profile: Profile
    why: str = ""


def profile_for(report: Report, profile: Profile, gazetteer: Gazetteer) -> Choice:
    """The profile that a report is read with: the one given, for `AUTO` the one of the library that fits it."""
    return choose(report, library(), gazetteer) if profile == AUTO else Choice(profile)


def choose(report: Report, profiles: Iterable[Profile], gazetteer: Gazetteer) -> Choice:
    """Choose the profile that fits a report.

    Args:
        report: What to read.
        profiles: What to choose from, usually the library.
        gazetteer: Where place names are looked up.

    Returns:
        The profile whose days hold the report's day and whose countries hold most of its places; where there is none,
        one whose days hold most days that the report tells of, as a history does; else one with sides from whose own
        countries most of the places are. Of a war that spread, the report names who spread it, or places where it
        began. Of several the one that lies within all others ("Panjshir 2021" within
        "Afghanistan 1978 to 2021"), else the one of which the report names the most sides. An empty profile where none
        fits or several fit as well.
    """
    places = _countries(report, gazetteer)
    known = tuple(profiles)
    near = _near(known, places)
    of_war = [profile for profile in near if _is_of_war(report, profile, places)]
    abroad = _near(known, places, abroad=True)
    fitting = (
        [profile for profile in of_war if profile.covers(report.published)]
        or _of_days_told(report, of_war)
        or [one for one in abroad if one.covers(report.published) and _is_of_war(report, one, places)]
    )
    if not fitting:
        return Choice(NOBODY, _why_none(one for one in near if one not in of_war and one.covers(report.published)))
    if len(fitting) > 1:
        fitting = _likeliest({profile: _named_sides(report, profile, gazetteer) for profile in fitting})
    if len(fitting) == 1:
        return Choice(fitting[0])
    return Choice(NOBODY, f"{' and '.join(sorted(profile.id for profile in fitting))} fit it as well")


def _why_none(spread: Iterable[Profile]) -> str:
    """Why no profile fits, where these are only of a war that spread to the report's places."""
    ids = " and ".join(sorted(profile.id for profile in spread))
    return f"it names nobody who brought the war of {ids} there" if ids else "no profile covers its places and day"


def _countries(report: Report, gazetteer: Gazetteer) -> Mapping[str, int]:
    """How many names of the report mean places of each country, as it reads without any profile."""
    found = resolutions_of(report, NOBODY, gazetteer)
    return Counter(one.place.country for one in found if isinstance(one, Resolved) and one.place.country)


def _near(profiles: Iterable[Profile], places: Mapping[str, int], *, abroad: bool = False) -> list[Profile]:
    """Those of the profiles whose countries hold most of the places; `abroad` adds the countries of their sides."""
    least = max(1, sum(places.values()) * LEAST_SHARE)
    codes = ((profile, _codes(profile, abroad=abroad)) for profile in profiles)
    return [profile for profile, own in codes if sum(places.get(code, 0) for code in own) >= least]


def _is_of_war(report: Report, profile: Profile, places: Mapping[str, int]) -> bool:
    """Whether a report is about a profile's war, not about another one in a country to which it has spread.

    A profile names the country of its war first; of one with few places there, a report must name those who brought the
    war to the others: in Chad there are other rebels than Boko Haram.
    """
    main, *others = profile.countries or ("",)
    stateless = [side for side in profile.sides if not side.nations]
    if not stateless or places.get(main, 0) >= max((places.get(code, 0) for code in others), default=0):
        return True
    return _proper_names(profile).search(report.text) is not None


@lru_cache(maxsize=64)
def _proper_names(profile: Profile) -> re.Pattern[str]:
    """Finds a name with capitals of a side that is no nation's, as whole words."""
    actors = (actor for side in profile.sides if not side.nations for actor in side.actors)
    names = {name for actor in actors for name in (actor.name, *actor.aliases) if not name.islower()}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names))) or '(?!)'})(?!\w)")


def _codes(profile: Profile, *, abroad: bool) -> set[str]:
    nations = {code for side in profile.sides for code in side.nations} if abroad else set()
    return nations | set(profile.countries)


def _of_days_told(report: Report, profiles: Iterable[Profile]) -> list[Profile]:
    """Those of the profiles that cover most of the days that a report gives in full."""
    found = (when for span in report.body for when in find_times(report.text, span.start, span.end, report.published))
    days = [when.first for when in found if when.first and when.basis is DateBasis.EXPLICIT]
    least = max(1, len(days) * LEAST_SHARE)
    return [profile for profile in profiles if sum(map(profile.covers, days)) >= least]


def _named_sides(report: Report, profile: Profile, gazetteer: Gazetteer) -> int:
    finder, ids = finder_of(profile, gazetteer), {side.id for side in profile.sides}
    spans = chain.from_iterable(named_in(report.text, report.body, finder))
    return len({span.party.id for span in spans if span.party} & ids)


def _likeliest(named: Mapping[Profile, int]) -> list[Profile]:
    """Of profiles and the number of their sides that are named: the one within all that have any, else the most."""
    heard = [profile for profile, count in named.items() if count] or list(named)
    inner = [one for one in heard if all(_within(one, other) for other in heard)]
    most = max(named.values())
    return inner if len(inner) == 1 else [profile for profile, count in named.items() if count == most]


def _within(one: Profile, other: Profile) -> bool:
    """Whether a profile's days and countries lie within another's."""
    begins = other.start is None or (one.start is not None and other.start <= one.start)
    ends = other.end is None or (one.end is not None and one.end <= other.end)
    return begins and ends and set(one.countries) <= set(other.countries)
