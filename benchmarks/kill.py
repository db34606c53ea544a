"""Kills a workspace's writers at random moments: `python -m benchmarks.kill [--rounds 100] [--database sqlite]`.

In each round one process takes reports in and another decides on claims; both are killed (SIGKILL) at a random moment
after they are loaded, also while the workspace is being made. Then the workspace must have no fault, and hold every
report and decision that was acknowledged before.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.postgres_server import empty_database, running_postgres
from geo.errors import StoreError
from geo.store.reports import known_hashes
from geo.store.review.log import all_entries
from geo.store.verify import verify
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

READY = "ready"
TASKS = ("take", "review")
LONGEST_S = 1.0
# A new workspace after so many rounds, so that its making is interrupted too.
ROUNDS_A_WORKSPACE = 10
AT_THE_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found after a kill.

    Attributes:
        reports: Reports acknowledged in this round.
        decisions: Decisions acknowledged in this round.
        faults: What `verify` found.
        lost: Acknowledged lines of this and earlier rounds that the workspace does not hold.
    """

    reports: int
    decisions: int
    faults: tuple[str, ...]
    lost: frozenset[str]


@dataclass(frozen=True, slots=True)
class Killed:
    """What was found after all kills.

    Attributes:
        database: Of the workspace.
        rounds: How many.
        writers: Processes that were killed.
        reports: Reports acknowledged.
        decisions: Decisions acknowledged.
        faults: A sentence for each fault or loss.
    """

    database: str
    rounds: int
    writers: int
    reports: int
    decisions: int
    faults: tuple[str, ...]


def kill_round(address: str, acknowledged: set[str], draw: random.Random, *, at_work: bool) -> Outcome:
    """Start both writers, kill them, and look at what is left.

    Args:
        address: The workspace.
        acknowledged: Lines of earlier rounds; those of this round are added.
        draw: Draws the two moments.
        at_work: Kill them after each has something on the disk; else at any moment after they are loaded.

    Returns:
        What was found.
    """
    said = _killed(address, draw, at_work=at_work)
    acknowledged |= said
    faults, held = _held(address)
    return Outcome(
        reports=sum(line.startswith("report ") for line in said),
        decisions=sum(line.startswith("decision ") for line in said),
        faults=faults,
        lost=frozenset(acknowledged - held),
    )


def _killed(address: str, draw: random.Random, *, at_work: bool) -> set[str]:
    """What both said before they were killed; the last line only where it was said to its end.

    They are killed after they have said that they are loaded, or where `at_work`, that something is on the disk.
    """
    writers = [_started(task, address) for task in TASKS]
    said = [_line(writer) for writer in writers for _ in range(1 + at_work)]
    begun = time.monotonic()
    for moment, number in sorted((draw.uniform(0, LONGEST_S), number) for number in range(len(writers))):
        time.sleep(max(0.0, begun + moment - time.monotonic()))
        writers[number].kill()
    texts = [writer.communicate()[0] for writer in writers]
    whole = [text[: text.rfind("\n") + 1] for text in (*said, *texts)]
    return {line for text in whole for line in text.splitlines()} - {READY}


def _line(writer: subprocess.Popen[str]) -> str:
    line = writer.stdout.readline() if writer.stdout else ""
    if not line:
        message = "A writer ended before it was killed."
        raise RuntimeError(message)
    return line


def _started(task: str, address: str) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "benchmarks.kill_workers", task, address)
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program


def _held(address: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The faults of a workspace, and what it holds, in the writers' words; one that was never made holds nothing."""
    try:
        with opened_workspace(address) as workspace:
            faults = verify(workspace)
            with workspace.reading() as connection:
                reports = {f"report {sha256}" for sha256 in known_hashes(connection)}
                decisions = {f"decision {entry.hash}" for entry in all_entries(connection)}
            return faults, frozenset(reports | decisions)
    except StoreError as error:
        if "no such workspace" in str(error) or "holds no workspace" in str(error):
            return (), frozenset()
        return (str(error),), frozenset()


@contextmanager
def _addresses(database: str) -> Iterator[Iterator[str]]:
    """New, empty workspaces, one after the other."""
    if database == "sqlite":
        with TemporaryDirectory() as folder:
            yield (str(Path(folder) / f"{number}.sqlite") for number in range(sys.maxsize))
    else:
        with running_postgres() as server:
            yield (empty_database(server) for _ in range(sys.maxsize))


def killed(rounds: int, database: str, seed: int) -> Killed:
    """Kill writers so many times.

    Args:
        rounds: How many.
        database: `sqlite`, or `postgresql` for a server of its own.
        seed: Draws the moments.

    Returns:
        What was found.
    """
    draw, wrong, reports, decisions = random.Random(seed), list[str](), 0, 0  # noqa: S311 - no secret
    with _addresses(database) as addresses:
        for number in range(rounds):
            if number % ROUNDS_A_WORKSPACE == 0:
                address, acknowledged = next(addresses), set[str]()
            found = kill_round(address, acknowledged, draw, at_work=number % ROUNDS_A_WORKSPACE >= AT_THE_BEGINNING)
            reports, decisions = reports + found.reports, decisions + found.decisions
            wrong += [f"round {number}: {fault}" for fault in found.faults]
            if found.lost:
                wrong.append(f"round {number}: {len(found.lost)} acknowledged are lost, such as {min(found.lost)}.")
    return Killed(database, rounds, len(TASKS) * rounds, reports, decisions, tuple(wrong))


def main() -> None:
    """Kill, look, and print what was found; exit status 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = killed(asked.rounds, asked.database, asked.seed)
    for fault in found.faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(
        f"{found.database}: {found.rounds} rounds, {found.writers} writers killed; {found.reports} reports and "
        f"{found.decisions} decisions acknowledged; {len(found.faults)} faults and losses.\n"
    )
    raise SystemExit(1 if found.faults else 0)


if __name__ == "__main__":
    main()
