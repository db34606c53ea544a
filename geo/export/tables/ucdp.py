"""Claims in the names of UCDP GED's columns. A row is a claim; several may tell of one event."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from geo.export.coded import place_precision, time_precision
from geo.export.column import Column, Table, Type
from geo.export.geometry import point_of
from geo.export.tables.acled import asserted_rows
from geo.export.tables.claims import days_of
from geo.export.tables.located import degrees

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.export.column import Value
    from geo.export.rows import ClaimRow

NO_UCDP = "Claimline: claims in UCDP GED's column names; not UCDP data"
ONE_DAY = timedelta(days=1)


def _text(name: str, about: str, read: Callable[[ClaimRow], Value]) -> Column[ClaimRow]:
    return Column(name, Type.TEXT, about, read)


def _integer(name: str, about: str, read: Callable[[ClaimRow], Value]) -> Column[ClaimRow]:
    return Column(name, Type.INTEGER, about, read)


def _empty(*names: str) -> tuple[Column[ClaimRow], ...]:
    return tuple(_text(name, "Empty: a code or judgement of UCDP's own", lambda _: None) for name in names)


def _best(row: ClaimRow) -> int | None:
    low, high = row.claim.deaths_low, row.claim.deaths_high
    return low if low == high else None


def _wkt(row: ClaimRow) -> str | None:
    point = point_of(row.claim.place)
    return point.wkt if point is not None else None


COLUMNS: tuple[Column[ClaimRow], ...] = (
    _text("id", "Id of the claim, with CL before it", lambda row: f"CL{row.id}"),
    *_empty("relid"),
    _integer("year", "Year of the first day", lambda row: days_of(row.claim)[0].year),
    *_empty(
        "active_year",
        "code_status",
        "type_of_violence",
        "conflict_dset_id",
        "conflict_new_id",
        "conflict_name",
        "dyad_dset_id",
        "dyad_new_id",
    ),
    _text(
        "dyad_name",
        "Both sides, where the words name both",
        lambda row: (
            f"{row.claim.actor.name} - {row.claim.opponent.name}" if row.claim.actor and row.claim.opponent else None
        ),
    ),
    *_empty("side_a_dset_id", "side_a_new_id"),
    _text("side_a", "Side that acts", lambda row: row.claim.actor.name if row.claim.actor else None),
    *_empty("side_b_dset_id", "side_b_new_id"),
    _text("side_b", "Side acted against", lambda row: row.claim.opponent.name if row.claim.opponent else None),
    _integer("number_of_sources", "A claim has one report", lambda _: 1),
    _text(
        "source_article",
        "Id of the report and its address",
        lambda row: " ".join(filter(None, (row.claim.report, row.report.url if row.report else None))),
    ),
    _text("source_office", "Publisher", lambda row: row.report.publisher if row.report else None),
    Column("source_date", Type.DAY, "Day of publication", lambda row: row.claim.published),
    _text("source_headline", "Title of the report", lambda row: row.report.title if row.report else None),
    _text(
        "source_original",
        "Who says so; empty: the reporter",
        lambda row: row.claim.claimant.name if row.claim.claimant else None,
    ),
    _integer(
        "where_prec",
        "1 an exact place, 2 part of one, 3 a district, 4 a province, 5 a line or natural feature, 6 a country",
        lambda row: place_precision(row.claim, "ucdp"),
    ),
    _text("where_coordinates", "Place", lambda row: row.claim.place.name),
    _text("where_description", "The place as the report writes it", lambda row: row.claim.place_text),
    _text("adm_1", "Province", lambda row: row.site.province.name if row.site.province else None),
    _text("adm_2", "District", lambda row: row.site.district.name if row.site.district else None),
    Column("latitude", Type.NUMBER, "Degrees north, WGS 84", lambda row: degrees(row.claim.place.lat)),
    Column("longitude", Type.NUMBER, "Degrees east, WGS 84", lambda row: degrees(row.claim.place.lon)),
    _text("geom_wkt", "The same as WKT", _wkt),
    *_empty("priogrid_gid"),
    _text("country", "Country", lambda row: row.site.country.name if row.site.country else None),
    *_empty("country_id", "region", "event_clarity"),
    _integer(
        "date_prec",
        "1 the day is known, 2 within 2-6 days, 3 the week, 4 the month, 5 wider or open",
        lambda row: time_precision(row.claim, "ucdp"),
    ),
    Column("date_start", Type.DAY, "First day of the event", lambda row: days_of(row.claim)[0]),
    Column("date_end", Type.DAY, "Last day of the event, inclusive", lambda row: days_of(row.claim)[1] - ONE_DAY),
    *_empty("deaths_a", "deaths_b", "deaths_civilians"),
    *_empty("deaths_unknown"),
    _integer("best", "Number of dead where the words leave one number; empty: a range, or not said", _best),
    _integer("high", "Most dead that the words allow; empty: not said", lambda row: row.claim.deaths_high),
    _integer("low", "Least number of dead that the words allow; empty: not said", lambda row: row.claim.deaths_low),
    *_empty("gwnoa", "gwnob"),
    _text(
        "claim_action", "takes, holds, loses, besieges, advances, fights or repels", lambda row: row.claim.action.value
    ),
    _text("claim_attribution", "stated, claimed (by a party) or reported", lambda row: row.claim.attribution.value),
    _text("quote", "The sentence, verbatim", lambda row: row.claim.quote),
    _text("data_set", "What this is, and what it is not", lambda _: NO_UCDP),
)

UCDP = Table(
    "ucdp_columns",
    "One row a claim that says that something happened, in the names of UCDP GED's columns; not UCDP data.",
    COLUMNS,
    asserted_rows,
    site=lambda row: row.site,
)
