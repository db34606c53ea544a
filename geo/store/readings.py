"""What was read in the reports, run by run; what counts of a report is its latest reading."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from geo.choose import Choice
from geo.claims.extract import Unplaced
from geo.profile import Profile
from geo.store.records import Json, canonical, record_of, value_of
from geo.store.review.key import claim_keys
from geo.store.schema import claims, readings, reports, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from geo.claims.claim import Claim
    from geo.store.versions import Versions


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report gave.

    Attributes:
        claims: Its claims, in the order of the text.
        unplaced: Names that were found and not placed.
        problem: Why it was not read, in a sentence, or None.
        choice: The profile that it took from the library; None where one profile was given for all.
    """

    claims: tuple[Claim, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    problem: str | None = None
    choice: Choice | None = None

    def named(self, report: str) -> Reading:
        """The same of a report of another id."""
        return Reading(
            tuple(replace(claim, report=report) for claim in self.claims),
            tuple(replace(name, report=report) for name in self.unplaced),
            self.problem,
            self.choice,
        )


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim of a reading as JSON, with its key and the row of its report."""

    key: str
    record: Json
    report_id: int


def run_of(versions: Versions, at: datetime, connection: Connection) -> int:
    """The run of these versions: the latest one, or a new one where anything has changed since."""
    row = {
        "rules": versions.rules,
        "gazetteer": versions.gazetteer,
        "profile": canonical(record_of(versions.profile)),
    }
    latest = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).mappings().one_or_none()
    if latest and all(latest[name] == value for name, value in row.items()):
        return int(latest["id"])
    new = connection.execute(runs.insert().returning(runs.c.id), row | {"started_at": at.isoformat()})
    return int(new.scalar_one())


def latest_run(connection: Connection) -> int | None:
    """The id of the latest run, None in an empty workspace."""
    found: int | None = connection.scalar(select(func.max(runs.c.id)))
    return found


def current_profile(connection: Connection) -> Profile | None:
    """The profile of the latest run; None in an empty workspace."""
    text = connection.scalar(select(runs.c.profile).order_by(runs.c.id.desc()).limit(1))
    return value_of(json.loads(text), Profile) if text is not None else None


def put_reading(reading: Reading, report_id: int, sha256: str, run: int, connection: Connection) -> None:
    """Write what a run read in a report, in a transaction that writes."""
    row: dict[str, Any] = {
        "report_id": report_id,
        "run_id": run,
        "problem": reading.problem,
        "unplaced": canonical([record_of(name) for name in reading.unplaced]),
        "choice": canonical(record_of(reading.choice)) if reading.choice else None,
    }
    reading_id = connection.execute(readings.insert().returning(readings.c.id), row).scalar_one()
    rows = [
        {"reading_id": reading_id, "number": number, "key": key, "record": canonical(record_of(claim))}
        for number, (key, claim) in enumerate(claim_keys(reading.claims, sha256))
    ]
    if rows:
        connection.execute(claims.insert(), rows)


def unread_reports(run: int, connection: Connection) -> tuple[int, ...]:
    """The rows of the reports that a run has not read yet, in the order in which they came."""
    read = select(readings.c.report_id).where(readings.c.run_id == run)
    found = connection.execute(select(reports.c.id).where(reports.c.id.not_in(read)).order_by(reports.c.id))
    return tuple(int(row.id) for row in found)


def current_claims(connection: Connection, *only: str) -> Iterator[KeptClaim]:
    """The claims of the latest reading of each report, in the order of reports and text.

    Args:
        connection: A transaction.
        only: Keys of the claims asked for; all where none is given.
    """
    query = (
        select(claims.c.key, claims.c.record, readings.c.report_id)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(_latest())
        .order_by(readings.c.report_id, claims.c.number)
    )
    if only:
        query = query.where(claims.c.key.in_(only))
    for row in connection.execute(query):
        yield KeptClaim(row.key, json.loads(row.record), row.report_id)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What the latest readings say besides claims.

    Attributes:
        unplaced: Names that were found and not placed.
        problems: Why reports were not read.
        unread: The rows of those reports.
        choices: Report id → the profile that it took from the library, where it took one.
    """

    unplaced: tuple[Unplaced, ...]
    problems: tuple[str, ...]
    unread: frozenset[int]
    choices: Mapping[str, Choice]


def current_leftovers(connection: Connection) -> Leftovers:
    """What the latest readings say besides claims, in the order in which the reports came."""
    query = select(readings, reports.c.name).join(reports, reports.c.id == readings.c.report_id).where(_latest())
    rows = connection.execute(query.order_by(readings.c.report_id)).all()
    told = tuple(row for row in rows if row.problem is not None)
    return Leftovers(
        unplaced=tuple(value_of(record, Unplaced) for row in rows for record in json.loads(row.unplaced)),
        problems=tuple(row.problem for row in told),
        unread=frozenset(row.report_id for row in told),
        choices={row.name: value_of(json.loads(row.choice), Choice) for row in rows if row.choice},
    )


def _latest() -> ColumnElement[bool]:
    other = readings.alias()
    newest = select(func.max(other.c.run_id)).where(other.c.report_id == readings.c.report_id).scalar_subquery()
    return readings.c.run_id == newest
