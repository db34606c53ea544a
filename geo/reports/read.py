"""Files and folders to reports, all at once. One bad file never stops the good ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.inputs import printable
from geo.reports.options import ReadingOptions
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from geo.reports.inputs import Input
    from geo.reports.report import Report

_DEFAULTS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of a set of files.

    Attributes:
        reports: The reports, in the order of the paths; their ids are unique.
        problems: One sentence for each path that was left out, or taken in under another name.
    """

    reports: tuple[Report, ...]
    problems: tuple[str, ...]


def read_report(path: Path) -> Report:
    """Read a file that holds one report.

    Args:
        path: A file of any format that is read.

    Returns:
        The report; its id is the file's stem.

    Raises:
        ReportError: The file cannot be read, or does not hold exactly one report; one sentence names file, reason and
            remedy.
    """
    result = read_reports([path])
    if len(result.reports) == 1:
        return result.reports[0]
    count = f"{printable(path)}: it holds {len(result.reports)} reports. Name a file that holds one."
    raise ReportError(result.problems[0] if result.problems else count)


def read_reports(
    inputs: Iterable[Input],
    options: ReadingOptions = _DEFAULTS,
    progress: Callable[[int, int], None] | None = None,
) -> ReadResult:
    """Read the reports of files, folders, archives, bytes and addresses.

    Args:
        inputs: What to read; of a folder, all files in it and below it, in the order of their names.
        options: Columns of tables, whether the network may be used, limits.
        progress: Called with the files done, and the files in all as far as is known.

    Returns:
        The reports that could be read, and a sentence for each path that could not.
    """
    reports: list[Report] = []
    problems: list[str] = []
    for outcome in stream_reports(inputs, options, progress=progress):
        if isinstance(outcome, Taken):
            reports.append(outcome.report)
        note = outcome.note if isinstance(outcome, Taken) else str(outcome)
        if note:
            problems.append(note)
    return ReadResult(tuple(reports), tuple(problems))
