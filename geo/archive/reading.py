"""A partition in, its files out: what a worker does, wherever it is. It touches no disk but for the gazetteer's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geo.archive.arrow_alone import give_back, leave_pandas_out
from geo.archive.files import REPORT_ROWS, arrow_bytes, parquet_bytes
from geo.archive.layout import CLAIMS, READ_FOLDER, REPORTS_FOLDER, UNPLACED_FOLDER, month_of, part_name
from geo.archive.summary import Summary, summary_of
from geo.archive.tables import claims_table, reports_table, unplaced_table
from geo.archive.versions import made_with
from geo.bulk.opened import opened_here
from geo.engine.crew import Crew
from geo.engine.engine import Lost
from geo.errors import ClusterError, ReportError
from geo.profile import AUTO
from geo.profile.names_model import found_model
from geo.report_reading import OneRead, left_out, read_one
from geo.reports.assemble import report_of
from geo.reports.outcome import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pyarrow as pa

    from gazetteer import Gazetteer
    from geo.archive.partitions import Partition, Piece
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report

    _Read = tuple[Report, OneRead] | Problem

UNPLACED_ROWS = 8_192


@dataclass(frozen=True, slots=True)
class Settings:
    """What all partitions of a run are read with.

    Attributes:
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        versions: Of rules, gazetteer and code, as who gives out the work has them.
        read: Reads one report.
    """

    profile: Profile
    versions: Mapping[str, str]
    read: Callable[[Report, Profile, Gazetteer], OneRead] = read_one


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a partition.

    Attributes:
        files: Path within the archive → bytes.
        summary: What its reports amount to.
        problems: A sentence for each text that was not read, or is called otherwise than its file.
        lost: Of how many texts a process died; with more memory, say, they may be read.
    """

    files: Mapping[str, bytes]
    summary: Summary
    problems: tuple[str, ...]
    lost: int = 0


def made_of(settings: Settings, partition: Partition) -> Made:
    """Read a partition.

    Args:
        settings: What it is read with.
        partition: The texts.

    Returns:
        Its files; the same partition and settings give the same bytes on every machine.

    Raises:
        ClusterError: Claimline is another one here.
    """
    leave_pandas_out()
    _check_versions(settings)
    made = _made(settings, partition, (_read(settings, piece) for piece in partition.pieces))
    give_back()
    return made


def made_singly(settings: Settings, partition: Partition) -> Made:
    """Read a partition that killed its worker: each text is tried by itself, in a process that may die of it.

    Args:
        settings: What it is read with.
        partition: The texts.

    Returns:
        What a partition without the deadly texts gives; these are named among its problems.
    """
    with Crew(1) as alone:
        return _made(settings, partition, alone.map(partial(_read, settings), partition.pieces))


def _read(settings: Settings, piece: Piece) -> _Read:
    report = _report(piece)
    return report if isinstance(report, Problem) else (report, settings.read(report, settings.profile, opened_here()))


def _made(settings: Settings, partition: Partition, found: Iterable[_Read | Lost]) -> Made:
    problems = list(partition.problems)
    reads: dict[str, tuple[Report, OneRead]] = {}
    lost = 0
    for piece, one in zip(partition.pieces, found, strict=True):
        if isinstance(one, Lost):
            lost += 1
            why = f"{one.why}, perhaps for want of memory; it is tried again with --replace"
            problems.append(left_out(piece.origin.source, why))
        elif isinstance(one, Problem):
            problems.append(str(one))
        elif one[1].choice is None:
            problems.append(one[1].problem)
        else:
            reads[one[0].id] = one
    every = [reads[key] for key in sorted(reads)]
    return _written(settings.profile, partition.number, every, tuple(problems), lost)


def _report(piece: Piece) -> Report | Problem:
    try:
        return replace(report_of(piece.draft, piece.origin), sha256=piece.sha256)
    except ReportError as error:
        return Problem(piece.origin.source, error.reason, error.remedy)


def _written(
    profile: Profile, number: int, reads: list[tuple[Report, OneRead]], problems: tuple[str, ...], lost: int
) -> Made:
    reports = [report for report, _ in reads]
    choices = {report.id: one.choice for report, one in reads if one.choice}
    claims = [claim for _, one in reads for claim in one.claims]
    unplaced = [name for _, one in reads for name in one.unplaced]
    taken = {report: choice.profile.id for report, choice in choices.items()} if profile == AUTO else None
    told = reports_table(reports, taken, Counter(claim.report for claim in claims))
    publishers = {report.id: report.publisher for report in reports}
    files = {
        f"{REPORTS_FOLDER}/{part_name(number)}": parquet_bytes(told, REPORT_ROWS),
        f"{UNPLACED_FOLDER}/{part_name(number)}": parquet_bytes(unplaced_table(unplaced), UNPLACED_ROWS),
        f"{READ_FOLDER}/{number:05}.arrow": arrow_bytes(_by_month(claims, publishers), CLAIMS),
    }
    return Made(files, summary_of(reports, choices, claims, len(unplaced)), problems, lost)


def _by_month(claims: list[Claim], publishers: Mapping[str, str | None]) -> Iterator[pa.Table]:
    """A table a month, months in order."""
    months = Counter(month_of(claim.event_start) for claim in claims)
    every = claims_table(sorted(claims, key=lambda claim: month_of(claim.event_start)), publishers)
    start = 0
    for _, count in sorted(months.items()):
        yield every.slice(start, count)
        start += count


def _check_versions(settings: Settings) -> None:
    here = made_with()
    other = [name for name, version in settings.versions.items() if here.get(name) != version]
    if other:
        message = f"A worker of the cluster has another Claimline than this one ({', '.join(other)}). Install the same."
        raise ClusterError(message)
    model = settings.profile.names_model
    if model and found_model(model, Path()).version != settings.profile.names_model_version:
        message = f"A worker of the cluster has another names_model {model!r} than this one. Install the same."
        raise ClusterError(message)
