"""Reports to an archive: partition by partition, then by month and by place; what is done is passed over."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from geo.archive.arrow_alone import leave_pandas_out
from geo.archive.finish import Parts, finish, inputs_read, periods_of_finished
from geo.archive.folder import alone_in, keep_partitions, mark, refuse_dropped
from geo.archive.layout import DATASET, PROBLEMS
from geo.archive.ledger import all_done, is_done, keep, key_of
from geo.archive.partitions import REPORTS, partitions
from geo.archive.reading import Settings, made_of, made_singly
from geo.archive.summary import Summary, added
from geo.archive.versions import made_with
from geo.engine.engine import Lost
from geo.errors import ReportError
from geo.export.atomic import write_whole
from geo.reports.inputs import input_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.archive.partitions import Partition
    from geo.archive.reading import Made
    from geo.engine.engine import Engine
    from geo.profile import Profile
    from geo.reports.inputs import Input
    from geo.reports.options import ReadingOptions

    Progress = Callable[[str, int, int], None]

READING = "Finding claims"
# So many reasons are told where no report at all could be read.
TOLD_PROBLEMS = 10


@dataclass(frozen=True, slots=True)
class Order:
    """What an archive is to be made of.

    Attributes:
        inputs: Paths of files or folders, addresses.
        options: Columns of tables, whether the network may be used, limits.
        settings: Profile and versions that they are read with.
        most_reports: How many texts a partition has at most.
        replace: Whether an archive that is made of other inputs too may lose them, and texts that a process died of
            are tried again.
    """

    inputs: tuple[Input, ...]
    options: ReadingOptions
    settings: Settings
    most_reports: int = REPORTS
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a run did.

    Attributes:
        summary: What all reports of the archive amount to.
        partitions: How many partitions it has.
        passed_over: How many of them were done before.
        periods: How many control periods it has.
        problems: How many texts were not read.
    """

    summary: Summary
    partitions: int
    passed_over: int
    periods: int
    problems: int


def ordered(
    inputs: Iterable[Input],
    options: ReadingOptions,
    profile: Profile,
    most_reports: int = REPORTS,
    *,
    replace: bool = False,
) -> Order:
    """What an archive is to be made of, with the versions of this installation."""
    return Order(tuple(inputs), options, Settings(profile, made_with()), most_reports, replace)


def build(archive: Path, order: Order, engine: Engine, gazetteer: Gazetteer, progress: Progress) -> Built:
    """Make an archive, or bring one up to what it is to be made of.

    Args:
        archive: Its folder; made where there is none.
        order: What it is made of.
        engine: Who works.
        gazetteer: Places.
        progress: Called with what is being done, how much is done, and how much there is (0: not known).

    Returns:
        What was done. However often a run was stopped before and whoever worked, the folder holds the same bytes.

    Raises:
        ArchiveError: The folder holds something else, another run is at work in it, or it would lose inputs.
        ExportError: A file cannot be written.
        ReportError: No report could be read.
    """
    leave_pandas_out()
    with alone_in(archive):
        names = {input_name(one) for one in order.inputs}
        if not order.replace:
            refuse_dropped(archive, names)
        count, passed_over = _read(archive, order, names, engine, progress)
        mark(archive, names)
        keep_partitions(archive, count)
        summary = added(done.summary for done in all_done(archive, count))
        problems = _write_problems(archive, count)
        parts = Parts(count, summary, problems, inputs_read(archive, order.inputs, count))
        periods = periods_of_finished(archive, parts, order.settings)
        if passed_over < count or periods is None:
            periods = finish(archive, parts, order.settings, engine, gazetteer, progress)
        return Built(summary, count, passed_over, periods, problems)


def _read(archive: Path, order: Order, names: Collection[str], engine: Engine, progress: Progress) -> tuple[int, int]:
    """Read all partitions that are not done; how many there are, and how many were."""
    known, count, passed_over, pieces, read = 0, 0, 0, 0, 0
    sent: deque[tuple[Partition, str]] = deque()
    # Until a report is read, nothing that the archive has is replaced: a path may be wrong, a disk not there.
    waiting: list[tuple[int, str, Made]] = []

    def far(_done: int, total: int) -> None:
        nonlocal known
        known = total

    def told(more: int) -> None:
        nonlocal pieces
        pieces += more
        progress(READING, pieces, max(pieces, known))

    def to_read() -> Iterator[Partition]:
        nonlocal count, passed_over, read
        for partition in partitions(order.inputs, order.options, most_reports=order.most_reports, progress=far):
            count += 1
            key = key_of(partition, order.settings)
            if done := is_done(archive, partition.number, key, again=order.replace):
                passed_over += 1
                read += done.summary.reports
                told(len(partition.pieces))
                continue
            sent.append((partition, key))
            yield partition

    for found in engine.map(partial(made_of, order.settings), to_read()):
        partition, key = sent.popleft()
        made: Made = made_singly(order.settings, partition) if isinstance(found, Lost) else found
        waiting.append((partition.number, key, made))
        read += made.summary.reports
        told(len(partition.pieces))
        if read:
            _keep_all(archive, names, waiting)
    if not read:
        raise ReportError(_no_reports(archive, (problem for _, _, made in waiting for problem in made.problems)))
    _keep_all(archive, names, waiting)
    return count, passed_over


def _write_problems(archive: Path, count: int) -> int:
    """One problem a line, in the order of the inputs; how many there are."""
    problems = 0

    def lines() -> Iterator[bytes]:
        nonlocal problems
        for done in all_done(archive, count):
            for problem in done.problems:
                problems += 1
                row = {"partition": done.number, "problem": problem}
                yield f"{json.dumps(row, ensure_ascii=False)}\n".encode()

    write_whole(archive / PROBLEMS, lines())
    return problems


def _keep_all(archive: Path, names: Collection[str], waiting: list[tuple[int, str, Made]]) -> None:
    mark(archive, names)
    for number, key, made in waiting:
        (archive / DATASET).unlink(missing_ok=True)
        keep(archive, number, key, made)
    waiting.clear()


def _no_reports(archive: Path, problems: Iterator[str]) -> str:
    first = list(islice(problems, TOLD_PROBLEMS))
    if not first:
        return "No report was given. Name at least one file or folder."
    more = sum(1 for _ in problems)
    others = f"\n{more:,} more could not be read either." if more else ""
    reasons = "\n".join(first)
    return f"None of the reports could be read, so {archive} is left as it was:\n{reasons}{others}"
