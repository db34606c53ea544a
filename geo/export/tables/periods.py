"""The table of control periods."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from geo.export.column import Column, Table, Type, Value, midnight
from geo.export.rows import PeriodRow, period_rows
from geo.export.tables.located import bounded, located

if TYPE_CHECKING:
    from geo.control.period import ControlPeriod

ONE_DAY = timedelta(days=1)


def basis(period: ControlPeriod) -> str:
    """What a state rests on: claims on the place, on a unit above it, or none."""
    if period.inherited_from:
        return "inherited"
    return "own" if period.claims else "none"


def _name(row: PeriodRow, side: str | None) -> str | None:
    return row.sides.names.get(side, side) if side else None


def _colour(row: PeriodRow) -> Value:
    return row.sides.colours.get(row.period.holder) if row.period.holder else None


COLUMNS: tuple[Column[PeriodRow], ...] = (
    Column("id", Type.TEXT, "Place and first day", lambda row: f"{row.period.place}/{row.period.start.isoformat()}"),
    Column("start", Type.TIME, "Begin of the period, UTC", lambda row: midnight(row.period.start)),
    Column("end", Type.TIME, "End of the period, UTC, exclusive", lambda row: midnight(row.period.end)),
    Column("first_day", Type.DAY, "First day of the period", lambda row: row.period.start),
    Column("last_day", Type.DAY, "Last day of the period, inclusive", lambda row: row.period.end - ONE_DAY),
    *located(lambda row: row.site),
    Column("status", Type.TEXT, "held, claimed, contested, besieged or unknown", lambda row: row.period.status.value),
    Column("holder_id", Type.TEXT, "Id of the side that holds or claims it", lambda row: row.period.holder),
    Column("holder", Type.TEXT, "Its name; empty when contested or unknown", lambda row: _name(row, row.period.holder)),
    Column("colour", Type.TEXT, "Its colour, #RRGGBB", _colour),
    Column("rival_ids", Type.TEXT, "Ids of the other sides that contest or besiege it",
           lambda row: ", ".join(row.period.rivals) or None),
    Column("rivals", Type.TEXT, "Their names",
           lambda row: ", ".join(row.sides.names.get(side, side) for side in row.period.rivals) or None),
    Column("basis", Type.TEXT, "own (claims on the place), inherited (on a unit above it) or none",
           lambda row: basis(row.period)),
    Column("inherited_from", Type.TEXT, "Id of that unit", lambda row: row.period.inherited_from),
    Column("claim_count", Type.INTEGER, "Number of claims behind the state", lambda row: len(row.period.claims)),
    Column("claims", Type.TEXT, "Ids of these claims", lambda row: ", ".join(row.period.claims) or None),
    Column("method", Type.TEXT, "Version of the rules that made the period", lambda row: row.period.method),
    *bounded(lambda row: row.site),
)  # fmt: skip

PERIODS = Table(
    "control_periods",
    "One row a period: the state of control of a place over a run of days, derived from claims.",
    COLUMNS,
    period_rows,
    site=lambda row: row.site,
)
