"""A report in, its claims out: sentences → chunks → events → claims, with who says it, when, and how surely."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer import find_mentions, resolve_mentions
from gazetteer.place import Ambiguous, Unknown
from geo.claims.actors.finder import ActorFinder
from geo.claims.reading.other_times import in_its_time
from geo.claims.reading.report import read_report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from gazetteer import Gazetteer
    from gazetteer.place import Mention, Resolution
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report, Span


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that was found but not placed.

    Attributes:
        report: Id of the report.
        text: The name as written.
        start: Its offset in the report's text.
        why: One sentence.
        candidates: Names of the places it could be, likeliest first; empty where none is known.
    """

    report: str
    text: str
    start: int
    why: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one report gave: its claims in the order of the text, and the names that found no place."""

    claims: tuple[Claim, ...]
    unplaced: tuple[Unplaced, ...]


def extract(report: Report, profile: Profile, gazetteer: Gazetteer) -> Extraction:
    """Read the control claims of a report.

    Args:
        report: What to read.
        profile: Names of the sides; may be empty.
        gazetteer: Where place names are looked up.

    Returns:
        Claims whose quotes are slices of the report's text, and the names that were not placed.
    """
    finder = finder_of(profile, gazetteer)
    resolutions = resolutions_of(report, profile, gazetteer)
    claims = [in_its_time(claim, profile) for claim in read_report(report, resolutions, finder)]
    return Extraction(without_vaguer(claims), tuple(_unplaced(report, resolutions)))


def without_vaguer(claims: Collection[Claim]) -> tuple[Claim, ...]:
    """Leave out claims that name nobody where the report says the same with names."""
    named = {(claim.place.id, claim.action, claim.assertion) for claim in claims if claim.actor}
    return tuple(
        claim for claim in claims if claim.actor or (claim.place.id, claim.action, claim.assertion) not in named
    )


@lru_cache(maxsize=32)
def finder_of(profile: Profile, gazetteer: Gazetteer) -> ActorFinder:
    """Who fights, by the names of a profile; kept for the next report, as reports of several wars may take turns."""
    return ActorFinder(profile, {country.id: country.name for country in gazetteer.countries()})


def resolutions_of(report: Report, profile: Profile, gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """What each place name in a report's body means.

    Args:
        report: What to read.
        profile: Its persons are no places, its countries likelier; may be empty.
        gazetteer: Where place names are looked up.

    Returns:
        One answer a name, in the order of the text.
    """
    mentions = mentions_in(report.text, profile, gazetteer)
    inside = [mention for mention in mentions if _within(mention, report.body)]
    return resolve_mentions(report.text, inside, gazetteer, countries=profile.countries)


def mentions_in(text: str, profile: Profile, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The names of places in a text, those that the profile's model finds among them.

    Args:
        text: What to read.
        profile: Its actors are no places, its countries likelier; may be empty.
        gazetteer: Where place names are looked up.

    Returns:
        Mentions in order, without overlap.

    Raises:
        ProfileError: The profile's model cannot be loaded.
    """
    also = _told_by_model(text, profile.names_model) if profile.names_model else ()
    return find_mentions(text, gazetteer, not_places=profile.names, countries=profile.countries, also=also)


def _told_by_model(text: str, model: str) -> tuple[tuple[int, int], ...]:
    from geo.claims.model_names import model_place_spans  # noqa: PLC0415 - spaCy, which may be missing, only where named

    return model_place_spans(text, model)


def _within(mention: Mention, body: Sequence[Span]) -> bool:
    at = bisect_right(body, mention.start, key=lambda span: span.start) - 1
    return at >= 0 and mention.end <= body[at].end


def _unplaced(report: Report, resolutions: Iterable[Resolution]) -> Iterable[Unplaced]:
    for resolution in resolutions:
        mention = resolution.mention
        if isinstance(resolution, Unknown):
            yield Unplaced(report.id, mention.text, mention.start, resolution.why)
        elif isinstance(resolution, Ambiguous):
            names = tuple(candidate.place.name for candidate in resolution.candidates)
            yield Unplaced(report.id, mention.text, mention.start, resolution.why, names)
