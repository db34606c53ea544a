"""Signals of an archive's claims as the fold takes them, from columns to columns: no claim is made of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.place import Kind, Place
from geo.archive.row_kinds import row_kinds
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.control.columns import SAID, Columns, Days, Ints, Sorted, assembled, said
from geo.control.kinds import Codes, kinds_said
from geo.control.signals import CHANGES, spoken_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAYING = ("action", "assertion", "attribution", "partial", "actor_id", "opponent_id", "claimant_side")
STANDING = ("place_id", "seat_of")
WHEN = ("day", "published", "event_start", "date_basis", "recapture")
NEEDED = ("id", *SAYING, *STANDING, *WHEN)
EPOCH = 719_163  # the ordinal of 1 January 1970, from which Arrow counts days


def signal_columns(claims: pa.Table, places: Mapping[str, Place]) -> Columns:
    """Write the signals of claims as columns.

    Args:
        claims: Rows of an archive's claims, with the columns `NEEDED` at least.
        places: Known places by id, to tell a district from wider units.

    Returns:
        The same as `geo.control.columns.columns` gives of the same claims.
    """
    sides, units = Codes[tuple[str, ...]](), Codes[str]()
    kind, kinds = _sorted(claims, SAYING)
    say = [list(said(_speaking(row), sides)) for row in kinds]
    spot, spots = _sorted(claims, STANDING)
    stand = [[(units.of(one),) for one in _bears_on(row, places)] for row in spots]
    told = Sorted(kinds_said(kind, say, width=SAID), kinds_said(spot, stand, width=1), sides, units)
    return assembled(told, np.asarray(claims["id"].to_numpy(), "S16"), _days(claims))


def _sorted(claims: pa.Table, names: Sequence[str]) -> tuple[Ints, list[dict[str, Any]]]:
    """The kind of each row by the values of some columns, and one row of each kind."""
    kind, first = row_kinds(claims, names)
    return kind, claims.select(list(names)).take(first).to_pylist()


def _speaking(row: Mapping[str, Any]) -> Claim:
    """A claim that says what all rows of a kind say, of nowhere and on no day: neither matters to what is said."""
    day = pa.scalar(0, pa.date32()).as_py()
    return Claim(
        report="", place=NOWHERE, place_text="", place_start=0, action=Action(row["action"]),
        actor=_party(row["actor_id"]), opponent=_party(row["opponent_id"]), assertion=Assertion(row["assertion"]),
        attribution=Attribution(row["attribution"]), claimant=_claimant(row["claimant_side"]), event_start=day,
        event_end=day, date_text="", date_basis=DateBasis.EXPLICIT, published=day, quote=" ", start=0, end=1, rule="",
        partial=row["partial"],
    )  # fmt: skip


NOWHERE = Place("", "", Kind.DISTRICT, 0, 0, "")


def _party(side: str | None) -> Party | None:
    return None if side is None else Party(side, side, side)


def _claimant(side: str | None) -> Claimant | None:
    return None if side is None else Claimant(side, "party", side)


def _bears_on(row: Mapping[str, Any], places: Mapping[str, Place]) -> tuple[str, ...]:
    place = Place(row["place_id"], "", Kind.TOWN, 0, 0, "", seat_of=row["seat_of"])
    return spoken_of(place, places)


def _days(claims: pa.Table) -> Days:
    basis = pc.not_equal(claims["date_basis"].cast(pa.string()), DateBasis.PUBLISHED.value)
    changes = pc.is_in(claims["action"].cast(pa.string()), pa.array([action.value for action in CHANGES]))
    dated = pc.or_(pc.invert(changes), pc.and_(basis, claims["event_start"].is_valid()))
    return Days(
        _ordinals(claims["day"]), _ordinals(claims["published"]), np.asarray(dated), np.asarray(claims["recapture"])
    )


def _ordinals(days: pa.ChunkedArray) -> Ints:
    return np.asarray(days.cast(pa.int32()), np.int64) + EPOCH
