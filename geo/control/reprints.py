"""Reprints: reports of which one repeats most of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from datasketch import MinHash

    from geo.reports.report import Report

WORD = re.compile(r"[^\W_]+")
SHINGLE_WORDS = 4
# Of the shorter report's shingles, the share that the longer one holds too; an edited agency text keeps more.
COPIED = 0.6
# Shorter texts are alike by chance; they are copies only where they are equal.
LEAST_SHINGLES = 16
# A short text within one three times as long has a Jaccard similarity of a third: the sieve must let it through.
SIEVE = 0.2
PERMUTATIONS = 128
# Up to so many reports, all are compared with all: exact, and faster than loading the library that spares it.
FEW = 120


def reprints(reports: Iterable[Report]) -> dict[str, str]:
    """Tell which reports are the same text, edited or not.

    Args:
        reports: All reports.

    Returns:
        Report id to the id of the report that stands for all copies of its text: the one published first, then the
        one with the smallest id. Copies of copies belong together.
    """
    ordered = sorted(reports, key=lambda report: (report.published, report.id))
    shingles = {report.id: _shingles(report) for report in ordered}
    near = _earlier if len(ordered) <= FEW else _sieved
    stands_for: dict[str, str] = {}
    rank = {report.id: number for number, report in enumerate(ordered)}
    for report, candidates in near(shingles):
        firsts: set[str] = set()
        for other in candidates:
            first = _first(other, stands_for)
            # One copy is enough: the others of its text need not be compared.
            if first not in firsts and _copied(shingles[report], shingles[other]):
                firsts.add(first)
        leader = min(firsts, key=rank.__getitem__, default=report)
        stands_for |= dict.fromkeys((*firsts, report), leader)
    return {report.id: _first(report.id, stands_for) for report in ordered}


def _earlier(shingles: Mapping[str, frozenset[bytes]]) -> Iterator[tuple[str, list[str]]]:
    """Each report that has words, and all such before it."""
    before: list[str] = []
    for report, own in shingles.items():
        yield report, list(before) if own else []
        if own:
            before.append(report)


def _sieved(shingles: Mapping[str, frozenset[bytes]]) -> Iterator[tuple[str, list[str]]]:
    """Each report, and those before it that look alike."""
    from datasketch import MinHashLSH  # noqa: PLC0415 - slow to import, and only many reports need it

    sieve = MinHashLSH(threshold=SIEVE, num_perm=PERMUTATIONS, weights=(0.1, 0.9))
    for report, own in shingles.items():
        sketch = _sketch(own)
        yield report, sieve.query(sketch) if own else []
        if own:
            sieve.insert(report, sketch)


def _first(report: str, stands_for: dict[str, str]) -> str:
    while stands_for[report] != report:
        report = stands_for[report]
    return report


def _shingles(report: Report) -> frozenset[bytes]:
    """Runs of words of what is analysed, without page furniture; none of a text of a few words."""
    words = WORD.findall(" ".join(report.text[span.start : span.end] for span in report.body).casefold())
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]).encode() for at in range(len(words) - SHINGLE_WORDS + 1))


def _sketch(shingles: frozenset[bytes]) -> MinHash:
    from datasketch import MinHash  # noqa: PLC0415 - as above

    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch(sorted(shingles))
    return sketch


def _copied(one: frozenset[bytes], other: frozenset[bytes]) -> bool:
    shorter = min(len(one), len(other))
    return len(one & other) >= COPIED * shorter if shorter >= LEAST_SHINGLES else one == other
