"""What the profiles that reports took come to: one profile for their map, and a sentence that tells of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.profile import library
from geo.profile.joined import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.profile import Profile, Side


def joined_choices(choices: Mapping[str, Choice], claims: Iterable[Claim]) -> Profile:
    """The profiles that reports took, as one for their map.

    Args:
        choices: Report id → the profile it took. A workspace keeps none: then every profile of the library that names
            a side of a claim in its countries and days.
        claims: The claims of the reports.

    Returns:
        Those of their sides that claims name; of their countries those with claims, for a report may be chosen by a
        neighbour's places; no days.
    """
    found = tuple(claims)
    if choices:
        used = tuple(dict.fromkeys(choice.profile for choice in choices.values() if choice.profile.id))
    else:
        used = tuple(profile for profile in library() if any(_is_about(claim, profile) for claim in found))
    read_bare = {report for report, choice in choices.items() if not choice.profile.id}
    heard = frozenset(side for claim in found for side in sides_heard(claim))
    bare = frozenset(claim.place.country for claim in found if claim.report in read_bare)
    return joined_used(used, Heard(heard, frozenset(claim.place.country for claim in found), bare))


@dataclass(frozen=True, slots=True)
class Heard:
    """What all claims together tell of the sides and countries of their wars.

    Attributes:
        sides: Ids of the sides that claims name or that make some.
        countries: Countries of the claims' places.
        bare: Those of them that claims of reports without a profile are about.
    """

    sides: frozenset[str]
    countries: frozenset[str]
    bare: frozenset[str]


def sides_heard(claim: Claim) -> Iterator[str]:
    """Ids of the sides that a claim names, and of the one that makes it."""
    yield from (party.id for party in (claim.actor, claim.opponent) if party)
    if claim.claimant and claim.claimant.side:
        yield claim.claimant.side


def joined_used(used: Iterable[Profile], heard: Heard) -> Profile:
    """As `joined_choices`, from the profiles that reports took, in their order, and what their claims tell."""
    taken = tuple(used)
    home = {code for profile in taken for code in profile.countries}
    war = joined([replace(profile, sides=_heard(profile, heard.sides)) for profile in taken])
    return replace(war, countries=tuple(sorted(heard.bare | (heard.countries & home))) or war.countries)


def choices_told(choices: Mapping[str, Choice], *, titles: bool = False) -> str:
    """The profiles that reports took, on a line: `Profile ukraine-2022 for 12 reports; none for 1 report (…).`.

    Args:
        choices: Report id → the profile it took; at least one.
        titles: Name the profiles by their titles, not by the ids that `--profile` takes.

    Returns:
        One sentence.
    """
    chosen = [choice.profile for choice in choices.values() if choice.profile.id]
    taken = Counter(f"“{profile.title}”" if titles else profile.id for profile in chosen)
    return counts_told(taken, Counter(choice.why for choice in choices.values() if not choice.profile.id))


def counts_told(taken: Mapping[str, int], bare: Mapping[str, int]) -> str:
    """As `choices_told`, from how many reports took each profile, and how many took none for each reason."""
    parts = [
        f"{name} for {_reports(count)}" for name, count in sorted(taken.items(), key=lambda row: (-row[1], row[0]))
    ]
    parts += [f"none for {_reports(count)} ({why})" for why, count in sorted(bare.items())]
    return f"Profile {'; '.join(parts)}."


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _heard(profile: Profile, heard: Collection[str]) -> tuple[Side, ...]:
    """Those of the sides of a profile that claims name or that make some; all of them where no claim does."""
    return tuple(side for side in profile.sides if side.id in heard) or profile.sides


def _is_about(claim: Claim, profile: Profile) -> bool:
    ids = {side.id for side in profile.sides}
    named = {party.id for party in (claim.actor, claim.opponent) if party} & ids
    return bool(named) and claim.place.country in profile.countries and profile.covers(claim.published)
