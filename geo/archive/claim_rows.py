"""Rows of an archive's claims as claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazetteer.place import Kind, Place
from geo.archive.layout import CLAIMS
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

LEFT_OUT = frozenset({"geometry", "bbox", "day", "against_interest"})
COLUMNS = tuple(name for name in CLAIMS.names if name not in LEFT_OUT)
"""Columns from which a claim is made again; the others follow from them."""


def claims_of(rows: pa.Table, places: Mapping[str, Place]) -> Iterator[Claim]:
    """Make claims of rows.

    Args:
        rows: With the columns `COLUMNS` at least.
        places: The archive's places by id; of one that is not among them, what the row says of it.

    Yields:
        The claims in the order of the rows.
    """
    columns = [rows[name].to_pylist() for name in COLUMNS]
    for values in zip(*columns, strict=True):
        row = dict(zip(COLUMNS, values, strict=True))
        yield _claim(row, places.get(row["place_id"]) or _place(row))


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


def _place(row: Mapping[str, Any]) -> Place:
    lon, lat = (float("nan") if row[name] is None else row[name] for name in ("lon", "lat"))
    parents = tuple(row["parents"] or ())
    return Place(row["place_id"], row["place"], Kind(row["place_kind"]), lon, lat, row["country"] or "", parents,
                 seat_of=row["seat_of"])  # fmt: skip
