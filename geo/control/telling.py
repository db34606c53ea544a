"""Claims as sentences: who says what, in words that a careful journalist would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Assertion, DateBasis
from geo.control.signals import Effect, Signal, event_day
from geo.control.wording import day_words, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.claims.claim import Claim
    from geo.control.casebook import Casebook

# The order in which the claims behind a state are told, and how each is put; wording that fits any side's name.
TOLD = {
    Effect.HAS: {"takes": "taken by", "holds": "held by", "repels": "held against an attack by", "loses": "passed to"},
    Effect.LEFT: {"loses": "left by"},
    Effect.DENIED: {},
    Effect.SURROUNDS: {"besieges": "surrounded by"},
    Effect.FIGHTS: {},
}
# What a party says in its own favour; `{of}` is where, where that is not the place itself.
OWN_WORD = {
    "takes": "claimed to have taken {of}",
    "holds": "claimed to hold {of}",
    "repels": "claimed to have repelled an attack on {of}",
    "loses": "claimed that {loser} had lost {of}",
    "besieges": "claimed to surround {of}",
}
ORDER = tuple(TOLD)
DENIED = "not in the hands of"


def told(said: list[tuple[Signal, Claim]], about: set[str], book: Casebook) -> str:
    """What several claims say alike, as one sentence.

    Args:
        said: Claims of one effect for the same sides, each with its signal.
        about: Ids of the place in question and of the units that it lies in.
        book: The findings.

    Returns:
        The sentence, told by the best of the claims, with how many more reports say so.
    """
    signal, claim = min(said, key=lambda one: (not one[0].strong, not one[0].dated, one[0].day, one[1].id))
    more = len({other.report for _, other in said} - {claim.report})
    if not signal.strong and claim.claimant and claim.action in OWN_WORD:
        carried = f"; {more} more {'report carries' if more == 1 else 'reports carry'} such a claim" if more else ""
        return f"{_own_word(claim, about, book)}{carried}; nobody else confirms this."
    backing = f"; {more} more {'report says' if more == 1 else 'reports say'} so" if more else ""
    sides = listed(book.side_words(side) for side in signal.sides)
    what = f"{deed(signal, claim)} {sides} {when_words(claim, claim.published.year)}"
    where = f"of {claim.place.name}" if claim.place.id not in about else ""
    if signal.against_interest and claim.claimant:
        who = claimant_words(claim, book)
        return f"Admitted by {who}: {' '.join(filter(None, (what, where and f'({where})')))}{backing}."
    source = ", ".join(filter(None, (source_words(claim, book), where)))
    return f"{claim.attribution.capitalize()} as {what}{f' ({source})' if source else ''}{backing}."


def deed(signal: Signal, claim: Claim) -> str:
    """What is said to have come about, as words that go before the sides."""
    if claim.assertion is Assertion.DENIED:
        return DENIED
    if signal.effect is Effect.FIGHTS:
        return "the scene of fighting between" if len(signal.sides) > 1 else "the scene of fighting with"
    return TOLD[signal.effect].get(claim.action, "")


def _own_word(claim: Claim, about: set[str], book: Casebook) -> str:
    """`On 25 August the Taliban's spokesman claimed to have taken it`."""
    year = claim.published.year
    of = "it" if claim.place.id in about else claim.place.name
    loser = book.side_words(claim.actor.id) if claim.actor else "the other side"
    what = OWN_WORD[claim.action].format(of=of, loser=loser)
    # "On 25 August they claimed to have taken it by 25 August" would say nothing more.
    run = claim.event_start is not None and claim.event_start != claim.event_end
    own_day = claim.date_basis is not DateBasis.PUBLISHED and (run or event_day(claim) != claim.published)
    when = f" {when_words(claim, year)}" if own_day else ""
    return f"On {day_words(claim.published, year)} {claimant_words(claim, book)} {what}{when}"


def claimant_words(claim: Claim, book: Casebook) -> str:
    """Who says so, with the side: `the Taliban's spokesman Zabihullah Mujahid`; empty for the reporter's own voice."""
    claimant = claim.claimant
    if claimant is None:
        return ""
    if claimant.side is None:
        return claimant.name
    side, name = book.side_words(claimant.side), book.side_name(claimant.side)
    bare = claimant.name.removeprefix("The ").removeprefix("the ")
    if bare.casefold() == name.casefold():
        return side
    if bare.casefold().startswith(f"{name.casefold()} "):
        return f"{_possessive(side)} {bare[len(name) + 1 :]}"
    return claimant.name if name.casefold() in bare.casefold() else f"{_possessive(side)} {bare}"


def source_words(claim: Claim, book: Casebook) -> str:
    """Who says so: the claimant, else the report's publisher, else nothing."""
    if claim.claimant is not None:
        return claimant_words(claim, book)
    report = book.reports.get(claim.report)
    return (report and report.publisher) or ""


def named_source(claim: Claim, book: Casebook) -> str:
    """Who says so, never empty: `Reuters`, or `a report of 22 August`."""
    return source_words(claim, book) or f"a report of {day_words(claim.published, claim.published.year)}"


def listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    every = tuple(names)
    return " and ".join(filter(None, (", ".join(every[:-1]), *every[-1:])))


def word_of(name: str) -> str:
    """What a side says, whether its name is one or many: `Russia's word`, `Houthis' word`."""
    return f"{name}' word" if name.endswith("s") else f"{name}'s word"


def sentence_case(words: str) -> str:
    """The same words with a capital at their start."""
    return words[:1].upper() + words[1:]


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
