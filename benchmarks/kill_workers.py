"""The two processes that `benchmarks.kill` kills: one takes reports in, the other decides on claims, both without end.

What is on the disk is acknowledged by a line: `report <sha256>` or `decision <hash>`.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from gazetteer import Gazetteer
from geo.claims.claim import Action
from geo.errors import ReviewError
from geo.profile import Profile
from geo.reports.inputs import Given
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports
from geo.store.intake import take_in
from geo.store.reader import reader_with
from geo.store.reports import Arrival
from geo.store.review.log import decide
from geo.store.review.operations import accept, correct, rate_claim, reject
from geo.store.review.reviewed import claim_now
from geo.store.schema import claims, reports
from geo.store.versions import versions_now
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.store.review.draft import Draft
    from geo.store.review.reviewed import ReviewedClaim
    from geo.store.workspace import Workspace

# So many of the reports that are there already are given again.
AGAIN = 5
TEXT = """date 2022-09-{day:02}
KYIV - Ukrainian troops entered Kupiansk on Friday, officials said in statement {number}. Russian forces withdrew from
Izium and still held Lyman, according to residents. Report {number} could not be confirmed.
"""


def main() -> None:
    """Say that all is loaded, then work until killed."""
    task, address = sys.argv[1:]
    gazetteer = Gazetteer.open()
    _say("ready")
    with opened_workspace(address, create=True) as workspace:
        if task == "take":
            _take(workspace, gazetteer)
        else:
            _review(workspace)


def _take(workspace: Workspace, gazetteer: Gazetteer) -> None:
    with workspace.reading() as connection:
        start = connection.scalar(select(func.count()).select_from(reports)) or 0
    read, versions = reader_with(Profile(), gazetteer), versions_now(Profile())
    for kept in take_in(workspace, _arrivals(max(0, start - AGAIN)), read, versions, datetime.now(UTC)):
        _say(f"report {kept.sha256}")


def _arrivals(start: int) -> Iterator[Arrival]:
    for number in count(start):
        given = Given(f"r{number}.txt", TEXT.format(day=number % 30 + 1, number=number).encode())
        for outcome in stream_reports([given]):
            if isinstance(outcome, Taken):
                yield Arrival(outcome.report, outcome.raw)


def _review(workspace: Workspace) -> None:
    draw = random.Random()  # noqa: S311 - no secret
    while True:
        with workspace.reading() as connection:
            key = connection.scalar(select(claims.c.key).order_by(func.random()).limit(1))
            seen = claim_now(key, connection) if key else None
        try:
            if seen:
                entry = decide(workspace, _drawn(seen, draw), "Ada", datetime.now(UTC))
                _say(f"decision {entry.hash}")
        except ReviewError:
            continue


def _drawn(seen: ReviewedClaim, draw: random.Random) -> Draft:
    """Some decision on a claim."""
    what = draw.choice(("accept", "reject", "rate", "correct"))
    if what == "accept":
        return accept(seen, "as the report says")
    if what == "reject":
        return reject(seen)
    if what == "rate":
        return rate_claim(seen, draw.randint(1, 6))
    return correct(seen, replace(seen.claim, action=draw.choice(list(Action))))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
