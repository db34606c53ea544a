"""The first rows of an archive's lists: what a page can show of very many."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from geo.archive.claim_rows import COLUMNS, claims_of
from geo.archive.other_rows import reports_of, unplaced_of
from geo.archive.row_groups import Wanted, wanted
from geo.holdings.on_demand import HEADS, Reports
from geo.holdings.streams import BY_DAY, IN_TEXT, days_counted, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.archive.archive import Archive
    from geo.archive.row_groups import RowGroups
    from geo.archive.sieve import Sifted
    from geo.claims.extract import Unplaced
    from geo.holdings.holdings import Told
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Lists:
    """The first rows of each list; each is read when it is first asked for, and kept."""

    claims: Callable[[], tuple[Told, ...]]
    reports: Callable[[], tuple[tuple[Report, int], ...]]
    unplaced: Callable[[], tuple[Unplaced, ...]]
    problems: Callable[[], tuple[str, ...]]
    doubted: Callable[[], Mapping[str, Report]]


def lists_of(archive: Archive, sifted: Sifted, most: int) -> Lists:
    """The lists of an archive.

    Args:
        archive: The archive.
        sifted: Its claims that filters let through.
        most: How many rows a list has at most.

    Returns:
        The lists, nothing read.
    """
    unplaced = cache(partial(first_unplaced, archive, most))
    return Lists(
        claims=cache(partial(first_claims, archive, sifted, most)),
        reports=cache(partial(first_reports, archive, most)),
        unplaced=unplaced,
        problems=cache(partial(told_problems, archive, most)),
        doubted=cache(lambda: Reports(archive.reports, (name.report for name in unplaced()))),
    )


def first_claims(archive: Archive, sifted: Sifted, most: int) -> tuple[Told, ...]:
    """The first claims with their reports, by day of publication, report and text.

    Args:
        archive: The archive.
        sifted: Its claims that filters let through.
        most: How many at most.

    Returns:
        The claims; their reports have no text.
    """
    rows = _first(sifted, COLUMNS, IN_TEXT, most)
    claims = tuple(claims_of(rows, archive.places))
    names = sorted({claim.report for claim in claims})
    reports = {one.id: one for one in reports_of(archive.reports.read(HEADS, wanted("report", names)))}
    return tuple((claim, reports.get(claim.report)) for claim in claims)


def first_reports(archive: Archive, most: int) -> tuple[tuple[Report, int], ...]:
    """The first reports by day of publication, then id, with the number of their claims."""
    rows = _first(archive.reports, (*HEADS, "claims"), BY_DAY, most)
    return tuple(zip(reports_of(rows), rows["claims"].to_pylist(), strict=True))


def first_unplaced(archive: Archive, most: int) -> tuple[Unplaced, ...]:
    """The first names that found no place, in the order of the files."""
    tables = archive.unplaced.tables(archive.unplaced.schema.names, Wanted())
    return tuple(islice((name for table in tables for name in unplaced_of(table)), most))


def told_problems(archive: Archive, most: int) -> tuple[str, ...]:
    """What was not read, the first of it, in sentences."""
    if not archive.problems.exists():
        return ()
    with archive.problems.open(encoding="utf-8") as lines:
        return tuple(json.loads(line)["problem"] for line in islice(lines, most))


def _first(rows: RowGroups | Sifted, columns: Sequence[str], order: Sequence[tuple[str, str]], most: int) -> pa.Table:
    """The first rows by day of publication: only those days are read that hold them."""
    spans = spans_of(days_counted(rows), most)
    found: list[pa.Table] = []
    for span in spans:
        found.append(rows.read(columns, Wanted(days={"published": span})).sort_by(list(order)))
        if sum(map(len, found)) >= most:
            break
    return pa.concat_tables(found).slice(0, most) if found else rows.read(columns, wanted("report", []))
