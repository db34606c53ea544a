"""A partition in, its files out: what a worker does, wherever it is. It touches no disk but for the gazetteer's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

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
from geo.report_reading import OneRead, left_out, read_one
from geo.reports.assemble import report_of
from geo.reports.outcome import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pyarrow as pa

    from gazetteer import Gazetteer
    from geo.archive.partitions import Partition, Piece
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report

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
    """

    files: Mapping[str, bytes]
    summary: Summary
    problems: tuple[str, ...]


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
    _check_versions(settings)
    return _made(settings, partition, {})


def made_singly(settings: Settings, partition: Partition) -> Made:
    """Read a partition that killed its worker: each text is tried by itself, in a process that may die of it.

    Args:
        settings: What it is read with.
        partition: The texts.

    Returns:
        What a partition without the deadly texts gives; these are named among its problems.
    """
    with Crew(1) as alone:
        tries = alone.map(partial(_try, settings), partition.pieces)
        tried = zip(partition.pieces, tries, strict=True)
        deadly = {piece.origin.report_id: one.why for piece, one in tried if isinstance(one, Lost)}
    return _made(settings, partition, deadly)


def _try(settings: Settings, piece: Piece) -> None:
    report = _report(piece)
    if not isinstance(report, Problem):
        settings.read(report, settings.profile, opened_here())


def _made(settings: Settings, partition: Partition, deadly: Mapping[str, str]) -> Made:
    problems = list(partition.problems)
    reads: dict[str, tuple[Report, OneRead]] = {}
    for piece in partition.pieces:
        report = _report(piece)
        if isinstance(report, Problem):
            problems.append(str(report))
        elif report.id in deadly:
            problems.append(left_out(report, deadly[report.id]))
        else:
            found = settings.read(report, settings.profile, opened_here())
            if found.choice is None:
                problems.append(found.problem)
            else:
                reads[report.id] = (report, found)
    return _written(settings.profile, partition.number, [reads[key] for key in sorted(reads)], tuple(problems))


def _report(piece: Piece) -> Report | Problem:
    try:
        return replace(report_of(piece.draft, piece.origin), sha256=piece.sha256)
    except ReportError as error:
        return Problem(piece.origin.source, error.reason, error.remedy)


def _written(profile: Profile, number: int, reads: list[tuple[Report, OneRead]], problems: tuple[str, ...]) -> Made:
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
    return Made(files, summary_of(reports, choices, claims, len(unplaced)), problems)


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
