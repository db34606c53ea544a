"""The table of claims."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.control.signals import event_day
from geo.export.column import Column, Table, Type, Value, midnight
from geo.export.rows import ClaimRow, claim_rows
from geo.export.tables.located import bounded, located

if TYPE_CHECKING:
    from geo.claims.claim import Claim

ONE_DAY = timedelta(days=1)


def days_of(claim: Claim) -> tuple[date, date]:
    """The days of a claim's event as a map shows them: half-open [start, end), never open."""
    day = event_day(claim)
    return claim.event_start or day, max(day, claim.event_end or day) + ONE_DAY


def _of(name: str, about: str, *, type_: Type = Type.TEXT, path: str = "") -> Column[ClaimRow]:
    """A column of the claim itself."""
    read = attrgetter(path or name)

    def value(row: ClaimRow) -> Value:
        found: Value = read(row.claim)
        return None if found == "" else found

    return Column(name, type_, about, value)


def _party(name: str, what: str) -> tuple[Column[ClaimRow], ...]:
    return (
        _of_any(name, "id", f"Id of the side {what}"),
        _of_any(name, "name", f"Name of the side {what}"),
        _of_any(name, "text", f"The report's words for the side {what}"),
    )


def _of_any(owner: str, part: str, about: str) -> Column[ClaimRow]:
    """A column of somebody whom the claim may not name."""

    def value(row: ClaimRow) -> Value:
        who = getattr(row.claim, owner)
        found: Value = getattr(who, part) if who else None
        return found

    return Column(owner if part == "name" else f"{owner}_{part}", Type.TEXT, about, value)


def _of_report(name: str, about: str) -> Column[ClaimRow]:
    def value(row: ClaimRow) -> Value:
        found: Value = getattr(row.report, name) if row.report else None
        return found

    return Column(name, Type.TEXT, about, value)


COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column("id", Type.TEXT, "Hash of the claim's content; the same in every run", lambda row: row.id),
    Column("start", Type.TIME, "Begin of the event, UTC", lambda row: midnight(days_of(row.claim)[0])),
    Column("end", Type.TIME, "End of the event, UTC, exclusive", lambda row: midnight(days_of(row.claim)[1])),
    *located(lambda row: row.site),
    _of("place_text", "The place as the report writes it"),
    Column("runners_up", Type.TEXT, "Ids of other places that the name could mean, likeliest first",
           lambda row: ", ".join(row.claim.runners_up) or None),
    _of("action", "takes, holds, loses, besieges, advances, fights or repels", path="action.value"),
    *_party("actor", "that acts"),
    *_party("opponent", "that it acts against"),
    _of("recapture", "The words say that the place is taken again", type_=Type.BOOLEAN),
    _of("partial", "Only part of the place is meant; such a claim colours nothing", type_=Type.BOOLEAN),
    _of("assertion", "asserted, denied or planned", path="assertion.value"),
    _of("attribution", "stated (by the reporter), claimed (by a party to the war) or reported (by others)",
        path="attribution.value"),
    _of_any("claimant", "name", "Who says so; empty: the reporter"),
    _of_any("claimant", "kind", "party, media, official, resident or source"),
    _of_any("claimant", "side", "Id of the claimant's side"),
    _of("against_interest", "A party admits its own loss or a rival's gain", type_=Type.BOOLEAN),
    _of("event_start", "First day on which it can have happened; empty: open", type_=Type.DAY),
    _of("event_end", "Last day on which it can have happened, inclusive; empty: open", type_=Type.DAY),
    _of("date_text", "The words that the days were read from"),
    _of("date_basis", "explicit, relative or published: what the days rest on", path="date_basis.value"),
    _of("deaths_low", "Least number of dead that the words allow; empty: not said", type_=Type.INTEGER),
    _of("deaths_high", "Most dead that the words allow; empty: not said", type_=Type.INTEGER),
    _of("casualties_text", "The words about casualties"),
    _of("quote", "The sentence, verbatim"),
    _of("quote_start", "First code point of the quote in the report's text", type_=Type.INTEGER, path="start"),
    _of("quote_end", "One past its last code point", type_=Type.INTEGER, path="end"),
    _of("report", "Id of the report"),
    _of("published", "The report's day of publication", type_=Type.DAY),
    _of_report("publisher", "The report's publisher, as it says itself"),
    _of_report("title", "The report's title"),
    _of_report("url", "The report's address"),
    _of("rule", "Name of the rule that made the claim"),
    _of("confidence", "How direct the reading was, 0 to 1", type_=Type.NUMBER),
    *bounded(lambda row: row.site),
)  # fmt: skip

CLAIMS = Table("claims", "One row a claim: one assertion about one place in one report.", COLUMNS, claim_rows,
               site=lambda row: row.site)  # fmt: skip
