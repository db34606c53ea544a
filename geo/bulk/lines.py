"""A stream of reports to lines of claims: the same bytes however many processes read them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from geo.bulk.opened import opened_here
from geo.engine.crew import Crew
from geo.engine.engine import Here, Lost
from geo.errors import ReportError
from geo.report_reading import left_out, read_one, source_of
from geo.reports.outcome import Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from geo.bulk.spool import Spool
    from geo.claims.claim import Claim
    from geo.engine.engine import Engine
    from geo.profile import Profile
    from geo.reports.outcome import Outcome
    from geo.reports.report import Report

    Writer = Callable[[Iterable[Claim]], Iterator[str]]

# Starting processes takes as long as reading so many reports.
FEW = 20
# So many reports are sent together: enough that sending them costs nothing beside reading them.
CHUNK = 8


@dataclass(frozen=True, slots=True)
class ReportLines:
    """What one report gave.

    Attributes:
        published: Its day of publication.
        report: Its id.
        lines: Its claims, one a line.
        problem: Why it was not read; empty where it was.
        profile: Id of the profile that it took, empty for none.
        why: Why it took none.
    """

    published: date
    report: str
    lines: bytes = b""
    problem: str = ""
    profile: str = ""
    why: str = ""


@dataclass(slots=True)
class Told:
    """What there is to say of a run beside its claims.

    Attributes:
        problems: One sentence for each input that was left out.
        taken: How many reports took each profile, by its id.
        bare: How many reports took none, by the reason.
        read: How many reports were read.
    """

    problems: list[str] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)
    read: int = 0


def read_into(  # noqa: PLR0913 - independent parts, the last by keyword
    spool: Spool,
    outcomes: Iterable[Outcome],
    profile: Profile,
    engine: Engine,
    writer: Writer,
    *,
    progress: Callable[[int], None] | None = None,
) -> Told:
    """Read reports as they come, and keep the lines of their claims.

    Args:
        spool: Where the lines are kept until they can be put in order.
        outcomes: Reports and problems, taken no faster than they are read.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        engine: Who works where there are more than a few reports.
        writer: Claims to lines.
        progress: Called with the number of reports done.

    Returns:
        What there is to say.

    Raises:
        ReportError: There is no report that the rules can read; the message lists the reasons.
    """
    told = Told()
    reports = _taken(outcomes, told)
    first = list(islice(reports, FEW + 1))
    among: Engine = engine if len(first) > FEW else Here()
    for done, one in enumerate(_all_lines(_chunks(first, reports), profile, among, writer), start=1):
        spool.put(one.published, one.report, one.lines, one.problem)
        told.read += not one.problem
        if one.profile:
            told.taken[one.profile] += 1
        elif not one.problem:
            told.bare[one.why] += 1
        if progress:
            progress(done)
    told.problems.extend(spool.problems())
    if not told.read:
        raise ReportError("\n".join(told.problems) or "No report was given. Name at least one file or folder.")
    return told


def _taken(outcomes: Iterable[Outcome], told: Told) -> Iterator[Report]:
    """The reports; what is said beside them is noted."""
    for outcome in outcomes:
        note = outcome.note if isinstance(outcome, Taken) else str(outcome)
        if note:
            told.problems.append(note)
        if isinstance(outcome, Taken):
            yield outcome.report


def _chunks(first: list[Report], more: Iterator[Report]) -> Iterator[tuple[Report, ...]]:
    for start in range(0, len(first), CHUNK):
        yield tuple(first[start : start + CHUNK])
    first.clear()
    while chunk := tuple(islice(more, CHUNK)):
        yield chunk


def _all_lines(
    chunks: Iterable[tuple[Report, ...]], profile: Profile, engine: Engine, writer: Writer
) -> Iterator[ReportLines]:
    """What each report gave, in their order; of a chunk that was lost each report is read by itself."""
    sent: dict[int, tuple[Report, ...]] = {}
    work = partial(read_chunk, profile, writer)
    for number, found in enumerate(engine.map(work, _noted(chunks, sent))):
        chunk = sent.pop(number)
        yield from _singly(chunk, work) if isinstance(found, Lost) else found


def _noted(chunks: Iterable[tuple[Report, ...]], sent: dict[int, tuple[Report, ...]]) -> Iterator[tuple[Report, ...]]:
    for number, chunk in enumerate(chunks):
        sent[number] = chunk
        yield chunk


def read_chunk(profile: Profile, writer: Writer, reports: tuple[Report, ...]) -> tuple[ReportLines, ...]:
    """Read some reports in this process.

    Args:
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        writer: Claims to lines.
        reports: What to read.

    Returns:
        What each of them gave.
    """
    return tuple(_lines(report, profile, writer) for report in reports)


def _lines(report: Report, profile: Profile, writer: Writer) -> ReportLines:
    found = read_one(report, profile, opened_here())
    if found.choice is None:
        return ReportLines(report.published, report.id, problem=found.problem)
    lines = "".join(f"{line}\n" for line in writer(found.claims)).encode()
    return ReportLines(report.published, report.id, lines, "", found.choice.profile.id, found.choice.why)


def _singly(
    reports: tuple[Report, ...], work: Callable[[tuple[Report, ...]], tuple[ReportLines, ...]]
) -> Iterator[ReportLines]:
    """What each report gave where one of them killed a worker: each is read in a process that may die of it."""
    with Crew(1) as alone:
        for report, found in zip(reports, alone.map(work, ((one,) for one in reports)), strict=True):
            if isinstance(found, Lost):
                yield ReportLines(report.published, report.id, problem=left_out(source_of(report), found.why))
            else:
                yield from found
