"""What an archive's folder holds: its files and their columns. Names here are a contract with those who read them.

    ARCHIVE/archive.json                             that it is an archive, finished or not; written first
    ARCHIVE/dataset.json                             what it is; written last, so a folder without it is not finished
    ARCHIVE/claims/month=YYYY-MM/part-NNNNN.parquet  GeoParquet, by place, event start, id; `month=unknown` without one
    ARCHIVE/control/part-NNNNN.parquet               control periods by place and start; a place is in one file
    ARCHIVE/places.parquet                           GeoParquet, every place that is coloured, by id
    ARCHIVE/reports/part-NNNNN.parquet               reports with their text, by id within a file
    ARCHIVE/unplaced/part-NNNNN.parquet              names that found no place, by report
    ARCHIVE/problems.jsonl                           what was not read, and why
    ARCHIVE/overview.jsonl                           what all claims come to, for the page (`geo.holdings.overview`)
    ARCHIVE/done/NNNNN.json                          which reports are done, with what they gave
    ARCHIVE/read/NNNNN.arrow                         their claims, from which the files of a month are made

Days are dates, ends of periods exclusive, those of events inclusive. Geometry is EPSG:4326, (lon, lat).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from geo import archive_mark

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FORMAT, MARK, DATASET = archive_mark.FORMAT, archive_mark.MARK, archive_mark.DATASET
PLACES_FILE, PROBLEMS = "places.parquet", "problems.jsonl"
CLAIMS_FOLDER, CONTROL_FOLDER, REPORTS_FOLDER, UNPLACED_FOLDER = "claims", "control", "reports", "unplaced"
DONE_FOLDER, READ_FOLDER = "done", "read"
UNKNOWN_MONTH = "unknown"

TEXT, DAY, FLAG, WHOLE, NUMBER = pa.string(), pa.date32(), pa.bool_(), pa.int64(), pa.float64()
TEXTS = pa.list_(TEXT)
BODY = pa.list_(pa.struct([("start", WHOLE), ("end", WHOLE)]))
CORNERS = ("xmin", "ymin", "xmax", "ymax")
BOX = pa.struct([(corner, NUMBER) for corner in CORNERS])


def _field(name: str, kind: pa.DataType, about: str) -> pa.Field:
    return pa.field(name, kind, metadata={"about": about})


_GEOMETRY = (
    _field("geometry", pa.binary(), "WKB, EPSG:4326, (lon, lat)"),
    _field("bbox", BOX, "The box around the geometry"),
)

CLAIMS = pa.schema([
    _field("id", TEXT, "Hash of the claim's content; the same in every run"),
    _field("place_id", TEXT, "Id of the place"),
    _field("place", TEXT, "Name of the place"),
    _field("place_kind", TEXT, "country, province, district, town, village, pass …"),
    _field("country", TEXT, "Country, ISO 3166-1 alpha-2; empty for a region of several"),
    _field("parents", TEXTS, "Ids of the units that the place lies in, nearest first"),
    _field("seat_of", TEXT, "Id of the district or province whose seat the place is"),
    _field("lon", NUMBER, "Degrees east of the place's point, WGS 84; null where not known"),
    _field("lat", NUMBER, "Degrees north of the place's point, WGS 84; null where not known"),
    _field("place_text", TEXT, "The place as the report writes it"),
    _field("place_start", WHOLE, "First code point of `place_text` in the report's text"),
    _field("runners_up", TEXTS, "Ids of other places that the name could mean, likeliest first"),
    _field("action", TEXT, "takes, holds, loses, besieges, advances, fights or repels"),
    _field("actor_id", TEXT, "Id of the side that acts"),
    _field("actor", TEXT, "Name of the side that acts"),
    _field("actor_text", TEXT, "The report's words for the side that acts"),
    _field("opponent_id", TEXT, "Id of the side that it acts against"),
    _field("opponent", TEXT, "Name of the side that it acts against"),
    _field("opponent_text", TEXT, "The report's words for the side that it acts against"),
    _field("recapture", FLAG, "The words say that the place is taken again"),
    _field("partial", FLAG, "Only part of the place is meant; such a claim colours nothing"),
    _field("assertion", TEXT, "asserted, denied or planned"),
    _field("attribution", TEXT, "stated (by the reporter), claimed (by a party to the war) or reported (by others)"),
    _field("claimant", TEXT, "Who says so; null: the reporter"),
    _field("claimant_kind", TEXT, "party, media, official, resident or source"),
    _field("claimant_side", TEXT, "Id of the claimant's side"),
    _field("against_interest", FLAG, "A party admits its own loss or a rival's gain"),
    _field("day", DAY, "The day from which the claim speaks"),
    _field("event_start", DAY, "First day on which it can have happened; null: open"),
    _field("event_end", DAY, "Last day on which it can have happened, inclusive; null: open"),
    _field("date_text", TEXT, "The words that the days were read from"),
    _field("date_basis", TEXT, "explicit, relative or published: what the days rest on"),
    _field("deaths_low", WHOLE, "Least number of dead that the words allow; null: not said"),
    _field("deaths_high", WHOLE, "Most dead that the words allow; null: not said"),
    _field("casualties_text", TEXT, "The words about casualties"),
    _field("quote", TEXT, "The sentence, verbatim"),
    _field("quote_start", WHOLE, "First code point of the quote in the report's text"),
    _field("quote_end", WHOLE, "One past its last code point"),
    _field("report", TEXT, "Id of the report"),
    _field("published", DAY, "The report's day of publication"),
    _field("publisher", TEXT, "The report's publisher, as it says itself"),
    _field("rule", TEXT, "Name of the rule that made the claim"),
    _field("confidence", NUMBER, "How direct the reading was, 0 to 1"),
    *_GEOMETRY,
])  # fmt: skip

REPORTS = pa.schema([
    _field("report", TEXT, "Id of the report"),
    _field("published", DAY, "Day of publication"),
    _field("published_text", TEXT, "The words that the day was read from"),
    _field("publisher", TEXT, "As the report says itself"),
    _field("title", TEXT, "As the report says itself"),
    _field("url", TEXT, "As the report says itself"),
    _field("language", TEXT, "ISO 639 code, as the report says itself"),
    _field("source", TEXT, "The file, or place in a file, that the report comes from"),
    _field("format", TEXT, "What kind of file that is"),
    _field("date_basis", TEXT, "stated, published, sent, given or created: what the day was read from"),
    _field("published_from", TEXT, "Where the day stands"),
    _field("publisher_from", TEXT, "Where the publisher's name stands"),
    _field("title_from", TEXT, "Where the title stands"),
    _field("sha256", TEXT, "SHA-256 of its bytes, hexadecimal"),
    _field("profile", TEXT, "Id of the profile of the library that it took; empty: none, null: one given for all"),
    _field("claims", WHOLE, "Number of its claims"),
    _field("body", BODY, "What is analysed: half-open spans of code points of the text"),
    _field("text", TEXT, "The text, into which all offsets point"),
])  # fmt: skip

UNPLACED = pa.schema([
    _field("report", TEXT, "Id of the report"),
    _field("text", TEXT, "The name as written"),
    _field("start", WHOLE, "Its first code point in the report's text"),
    _field("why", TEXT, "Why it was not placed; one sentence"),
    _field("candidates", TEXTS, "Names of the places that it could be, likeliest first"),
])  # fmt: skip

PLACES = pa.schema([
    _field("place_id", TEXT, "Id of the place"),
    _field("place", TEXT, "Name of the place"),
    _field("place_kind", TEXT, "country, province, district, town, village, pass …"),
    _field("country", TEXT, "Country, ISO 3166-1 alpha-2; empty for a region of several"),
    _field("parents", TEXTS, "Ids of the units that it lies in, nearest first"),
    _field("lon", NUMBER, "Degrees east of its point, WGS 84; null where not known"),
    _field("lat", NUMBER, "Degrees north of its point, WGS 84; null where not known"),
    _field("radius_km", NUMBER, "How far from the point it may lie, where that is known only roughly; else 0"),
    _field("native", TEXT, "The name in its own script"),
    _field("population", WHOLE, "Inhabitants; 0 where not known"),
    _field("seat_of", TEXT, "Id of the unit whose seat it is"),
    _field("source", TEXT, "Source of the record"),
    _field("claims", WHOLE, "Number of claims on the place itself"),
    _field("approximate", FLAG, "Its area is drawn around known places and is no boundary; null: it has no area"),
    _field("area_source", TEXT, "Source of its area"),
    *_GEOMETRY,
])  # fmt: skip

CONTROL = pa.schema([
    _field("place_id", TEXT, "Id of the place"),
    _field("start", DAY, "First day of the period"),
    _field("end", DAY, "First day after the period"),
    _field("status", TEXT, "held, claimed, contested, besieged or unknown"),
    _field("holder_id", TEXT, "Id of the side that holds or claims it; null when contested or unknown"),
    _field("rival_ids", TEXTS, "Ids of the other sides that contest or besiege it, sorted"),
    _field("inherited_from", TEXT, "Id of the unit above whose claims reach the place; null: its own claims"),
    _field("claim_count", WHOLE, "Number of claims behind the state"),
    _field("claims", TEXTS, "Ids of these claims, sorted"),
    _field("method", TEXT, "Version of the rules that made the period"),
])  # fmt: skip


def month_of(day: date | None) -> str:
    """The month whose folder a claim with this first day of its event lies in: `2021-08`, or `unknown`."""
    return day.isoformat()[:7] if day else UNKNOWN_MONTH


def month_folder(archive: Path, month: str) -> Path:
    """The folder of a month's claims."""
    return archive / CLAIMS_FOLDER / f"month={month}"


def part_name(number: int) -> str:
    """Name of a file of rows: `part-00007.parquet`."""
    return f"part-{number:05}.parquet"


def done_file(archive: Path, number: int) -> Path:
    """The record of a partition that is done."""
    return archive / DONE_FOLDER / f"{number:05}.json"


def read_file(archive: Path, number: int) -> Path:
    """The claims that a partition gave."""
    return archive / READ_FOLDER / f"{number:05}.arrow"
