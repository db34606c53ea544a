"""Lines of claims put in as they come, given back by day and report; what memory cannot hold lies on the disk."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from types import TracebackType


class Spool:
    """A file without a name, gone when it is closed by leaving its `with` block."""

    def __init__(self) -> None:
        """Open it; SQLite keeps a database without a name in memory until that is much, then in a temporary file."""
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("CREATE TABLE piece (published TEXT, report TEXT, lines BLOB, problem TEXT)")
        self._rows.execute("BEGIN")

    def __enter__(self) -> Self:
        """The spool."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the file."""
        self._rows.close()

    def put(self, published: date, report: str, lines: bytes, problem: str) -> None:
        """Keep what a report gave.

        Args:
            published: Its day of publication.
            report: Its id.
            lines: Its claims.
            problem: Why it was not read; empty where it was.
        """
        row = (published.isoformat(), report, lines, problem)
        self._rows.execute("INSERT INTO piece VALUES (?, ?, ?, ?)", row)

    def lines(self) -> Iterator[bytes]:
        """The claims by day of publication, then by the report's id."""
        for (lines,) in self._ordered("lines"):
            if lines:
                yield lines

    def problems(self) -> Iterator[str]:
        """Why reports were not read, in the same order."""
        for (problem,) in self._ordered("problem"):
            if problem:
                yield problem

    def _ordered(self, column: str) -> sqlite3.Cursor:
        # The order of SQLite's text is that of its UTF-8, which is that of code points, which is Python's.
        self._rows.execute("CREATE INDEX IF NOT EXISTS ordered ON piece (published, report)")
        return self._rows.execute(f"SELECT {column} FROM piece ORDER BY published, report")  # noqa: S608 - our own words
