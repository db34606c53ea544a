"""Rows of an archive's claims as claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.archive.layout import CLAIMS
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

    from gazetteer.place import Place

OF_PLACE = frozenset({"place", "place_kind", "country", "parents", "seat_of", "lon", "lat", "geometry", "bbox"})
LEFT_OUT = OF_PLACE | {"day", "against_interest", "publisher"}
COLUMNS = tuple(name for name in CLAIMS.names if name not in LEFT_OUT)
"""Columns from which a claim is made again; the others follow from them, from its place or from its report."""

# Of these many rows have the same; texts of which most occur once are better read as they are.
CODED = ("place_id", "place_text", "action", "actor_id", "actor", "actor_text", "opponent_id", "opponent",
         "opponent_text", "assertion", "attribution", "claimant", "claimant_kind", "claimant_side", "date_text",
         "date_basis", "casualties_text", "rule")  # fmt: skip


def claims_of(rows: pa.Table, places: Mapping[str, Place]) -> Iterator[Claim]:
    """Make claims of rows.

    Args:
        rows: With the columns `COLUMNS` at least.
        places: The archive's places by id.

    Yields:
        The claims in the order of the rows.

    Raises:
        ClaimlineError: The place of a claim is not among them.
    """
    columns = [rows[name].to_pylist() for name in COLUMNS]
    for values in zip(*columns, strict=True):
        row = dict(zip(COLUMNS, values, strict=True))
        place = places.get(row["place_id"])
        if place is None:
            message = f"The archive's places lack {row['place_id']!r}, of which claims tell. Make the archive anew."
            raise ClaimlineError(message)
        yield _claim(row, place)


def _claim(row: Mapping[str, Any], place: Place) -> Claim:
    return Claim(
        report=row["report"],
        place=place,
        place_text=row["place_text"],
        place_start=row["place_start"],
        action=Action(row["action"]),
        actor=_party(row, "actor"),
        opponent=_party(row, "opponent"),
        assertion=Assertion(row["assertion"]),
        attribution=Attribution(row["attribution"]),
        claimant=_claimant(row),
        event_start=row["event_start"],
        event_end=row["event_end"],
        date_text=row["date_text"] or "",
        date_basis=DateBasis(row["date_basis"]),
        published=row["published"],
        quote=row["quote"],
        start=row["quote_start"],
        end=row["quote_end"],
        rule=row["rule"],
        confidence=row["confidence"],
        recapture=row["recapture"],
        partial=row["partial"],
        runners_up=tuple(row["runners_up"] or ()),
        deaths_low=row["deaths_low"],
        deaths_high=row["deaths_high"],
        casualties_text=row["casualties_text"] or "",
    )


def _party(row: Mapping[str, Any], name: str) -> Party | None:
    side = row[f"{name}_id"]
    return None if side is None else Party(side, row[name], row[f"{name}_text"] or "")


def _claimant(row: Mapping[str, Any]) -> Claimant | None:
    name = row["claimant"]
    return None if name is None else Claimant(name, row["claimant_kind"], row["claimant_side"])
