"""Work for engines, some of it deadly; in a module, so that another process can find it."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from geo.export.jsonl import claims_jsonl
from geo.report_reading import OneRead, read_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer import Gazetteer
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report

DEADLY = "Vovchansk"
DEADLY_NUMBER = 3


def doubled(number: int) -> int:
    return 2 * number


def slower_for_less(number: int) -> int:
    """The first tasks are done last."""
    time.sleep(max(0, 10 - number) / 100)
    return number


def process_of(_number: int) -> int:
    return os.getpid()


def refusing(number: int) -> int:
    if number == 3:
        message = "three is refused"
        raise ValueError(message)
    return number


def dying(number: int) -> int:
    if number % 4 == DEADLY_NUMBER:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dying_writer(claims: Iterable[Claim]) -> Iterator[str]:
    """Claims as lines; one about a certain town kills the process."""
    for claim in claims:
        if claim.place.name == DEADLY:
            os.kill(os.getpid(), signal.SIGKILL)
        yield from claims_jsonl((claim,))


def dying_reader(report: Report, profile: Profile, gazetteer: Gazetteer) -> OneRead:
    """Reads a report as usual; one that names a certain town kills the process."""
    if DEADLY in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_one(report, profile, gazetteer)
