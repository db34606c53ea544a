"""Anything that holds reports to a stream of reports, read one after the other, in bounded memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.assemble import report_of
from geo.reports.drafts import Found, stream_drafts
from geo.reports.options import ReadingOptions
from geo.reports.outcome import Outcome, Problem, Repeat, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geo.reports.inputs import Input

_DEFAULTS = ReadingOptions()


def stream_reports(
    inputs: Iterable[Input],
    options: ReadingOptions = _DEFAULTS,
    *,
    known: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Outcome]:
    """Read the reports in files, folders, archives, bytes and on the web.

    Args:
        inputs: Paths of files or folders, bytes that were handed over, addresses.
        options: Columns of tables, whether the network may be used, limits.
        known: Hashes (SHA-256 of the raw bytes, hexadecimal) of reports that need not be read again.
        progress: Called with the files done, and the files in all as far as is known.

    Yields:
        A report with its raw bytes, a repetition, or a problem, in the order of the inputs. No file, however broken,
        makes it raise, or keeps it longer than the limit of time.
    """
    first = dict.fromkeys(known, "")
    ids: set[str] = set()
    for found in stream_drafts(inputs, options, first, progress):
        if not isinstance(found, Found):
            yield found
            continue
        judged = _judged(found)
        yield _first_or_repeat(judged, first, ids) if isinstance(judged, Taken) else judged


def _judged(found: Found) -> Taken | Problem:
    try:
        return Taken(report_of(found.draft, found.origin), found.origin.raw)
    except ReportError as error:
        return Problem(found.origin.source, error.reason, error.remedy)


def _first_or_repeat(taken: Taken, first: dict[str, str], ids: set[str]) -> Taken | Repeat:
    """Each content once, each id once."""
    report = taken.report
    if report.sha256 in first:
        return Repeat(report.provenance.source, report.sha256, first[report.sha256])
    first[report.sha256] = report.provenance.source
    if report.id not in ids:
        ids.add(report.id)
        return taken
    # The longer id depends on the report's content, not on how many of its name came before.
    longer = f"{report.id}-{report.sha256[:8]}"
    ids.add(longer)
    note = f"{report.provenance.source}: another report is named {report.id!r}; this one is called {longer!r}."
    return Taken(replace(report, id=longer), taken.raw, note)
