"""Files and folders to reports. One bad file never stops the good ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.text import parse_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geo.reports.report import Report

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
SUFFIX = ".txt"


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
    """Read one report.

    Args:
        path: A plain text file of at most 20 MB.

    Returns:
        The report; its id is the file's stem.

    Raises:
        ReportError: The file cannot be read; one sentence names file, reason and remedy.
    """
    try:
        return parse_text(read_bytes(path), printable(path.stem))
    except ReportError as error:
        message = f"{printable(path)}: {error}."
        raise ReportError(message) from None


def read_reports(paths: Iterable[Path]) -> ReadResult:
    """Read the reports of files and folders.

    Args:
        paths: Files, or folders, of which the `.txt` files are read in the order of their names.

    Returns:
        The reports that could be read, and a sentence for each path that could not.
    """
    problems: list[str] = []
    files = [file for path in paths for file in report_files(path, problems)]
    read = [(printable(file), report) for file in files if (report := _read_or_note(file, problems))]
    return ReadResult(distinct(read, problems), tuple(problems))


def report_files(path: Path, problems: list[str]) -> list[Path]:
    """The report files that a path means: itself, or the `.txt` files of a folder; problems are added to the list."""
    try:
        if not path.is_dir():
            return [path]
        found = sorted(one for one in path.iterdir() if one.suffix.casefold() == SUFFIX and not one.is_dir())
    except OSError as error:
        problems.append(f"{printable(path)}: this folder cannot be read ({error.strerror}). Check its permissions.")
        return []
    if not found:
        problems.append(f"{printable(path)}: this folder holds no {SUFFIX} files. Name a folder of reports.")
    return found


def _read_or_note(path: Path, problems: list[str]) -> Report | None:
    try:
        return read_report(path)
    except ReportError as error:
        problems.append(str(error))
        return None


def distinct(read: Iterable[tuple[str, Report]], problems: list[str]) -> tuple[Report, ...]:
    """Each content once, each id once.

    Args:
        read: Reports, each with the name of its file, fit to print.
        problems: A sentence is added for each report that is left out, or called otherwise than its file.

    Returns:
        The reports in their order.
    """
    by_id: dict[str, Report] = {}
    by_content: dict[str, str] = {}
    for name, report in read:
        if report.sha256 in by_content:
            problems.append(f"{name}: the same bytes as {by_content[report.sha256]}; read once.")
            continue
        by_content[report.sha256] = name
        report_id = _longer_id(report) if report.id in by_id else report.id
        if report_id != report.id:
            problems.append(f"{name}: another report is named {report.id!r}; this one is called {report_id!r}.")
        by_id[report_id] = replace(report, id=report_id)
    return tuple(by_id.values())


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most 20 MB.

    Raises:
        ReportError: It cannot be read; the message names no file.
    """
    try:
        if not path.exists():
            message = "there is no such file. Check the path"
            raise ReportError(message)
        if not path.is_file():
            message = "this is no regular file. Name a text file"
            raise ReportError(message)
        size = path.stat().st_size
        if size > MOST_BYTES:
            sizes = f"the file has {size / MEGABYTE:.0f} MB, the limit is {MOST_BYTES // MEGABYTE} MB"
            message = f"{sizes}. Split it into single reports"
            raise ReportError(message)
        return path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}). Check its permissions"
        raise ReportError(message) from None


def _longer_id(report: Report) -> str:
    """An id that depends on the report's content, not on how many of its name came before."""
    return f"{report.id}-{report.sha256[:8]}"


def printable(name: Path | str) -> str:
    """A file name as text that can be printed and stored: names on a disk may hold any bytes."""
    text = str(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
