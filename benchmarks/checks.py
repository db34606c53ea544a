"""Small runs of the checks that damage files and kill processes; each has a larger run of its own.

`python -m benchmarks.fuzz_readers --count 10000 --bombs`, `python -m benchmarks.intake`, `python -m benchmarks.kill
--rounds 100 --database postgresql`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.fuzz_readers import Damaged, damaged
from benchmarks.intake import Intake, intake
from benchmarks.kill import Killed, killed

if TYPE_CHECKING:
    from benchmarks.suite.settings import Settings

SEED = 1
FILES, BROKEN_SHARE, DAMAGED, ROUNDS = 500, 20, 2_000, 20


@dataclass(frozen=True, slots=True)
class Checks:
    """What came of all three."""

    damaged: Damaged
    intake: Intake
    killed: Killed


def measured(settings: Settings) -> Checks:
    """Damage, take in, kill."""
    files = settings.size(FILES, 60)
    broken = files // BROKEN_SHARE
    return Checks(
        damaged=damaged(settings.size(DAMAGED, 100), SEED),
        intake=intake(files - broken, broken),
        killed=killed(settings.size(ROUNDS, 2), "sqlite", SEED),
    )
