"""What comes of each file: a report, a repetition, or a problem with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that was read.

    Attributes:
        report: The report; its id is unique among those of one run.
        raw: The bytes that `report.sha256` is the hash of: of a file, the file; of a row, line or entry of a list, its
            fields as JSON with sorted keys in UTF-8.
        note: A sentence, where the report is called otherwise than its file; else empty.
    """

    report: Report
    raw: bytes
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same bytes as before; they are not read again.

    Attributes:
        source: Where they are.
        sha256: Their hash.
        first: Where they were first; empty where the caller said that they are known.
    """

    source: str
    sha256: str
    first: str

    def __str__(self) -> str:
        """The sentence."""
        return f"{self.source}: the same bytes as {self.first or 'a report that is known'}; read once."


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, or a part of one, that was not read.

    Attributes:
        source: Where it is, fit to print.
        reason: Why, without a full stop.
        remedy: What to do about it, without a full stop.
    """

    source: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        """The sentences, in one line."""
        return f"{self.source}: {self.reason}. {self.remedy}." if self.remedy else f"{self.source}: {self.reason}."


Outcome = Taken | Repeat | Problem
