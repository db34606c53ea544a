"""Inputs to partitions: so many reports at a time, each content once, each id once, as the inputs alone determine."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Self

from geo.reports.drafts import Found, stream_drafts
from geo.reports.outcome import Repeat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from geo.reports.assemble import Origin
    from geo.reports.draft import Draft
    from geo.reports.inputs import Input
    from geo.reports.options import ReadingOptions

# What is sent to a worker, done again when it is lost, and passed over when it is done: some seconds of work.
REPORTS = 250
LETTERS = 2_000_000
# Of rows that hold no report there may be any number between two that do.
PROBLEMS = 5_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that may be a report.

    Attributes:
        draft: The text, with what its file says of it.
        origin: Where it comes from; without the raw bytes.
        sha256: Of the raw bytes, hexadecimal.
        note: A sentence, where it is called otherwise than its file; else empty.
    """

    draft: Draft
    origin: Origin
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Partition:
    """Some texts, in the order of the inputs.

    Attributes:
        number: From 0.
        pieces: The texts.
        problems: What the inputs hold beside them that was not read: a sentence each.
        key: Hash of all that; two partitions of one key give the same.
    """

    number: int
    pieces: tuple[Piece, ...]
    problems: tuple[str, ...]
    key: str


class Seen(Mapping[str, str]):
    """Hashes of contents, with where they were first, and ids that are taken; in a file that is gone when closed."""

    def __init__(self) -> None:
        """Nothing was seen."""
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("CREATE TABLE content (sha256 TEXT PRIMARY KEY, source TEXT) WITHOUT ROWID")
        self._rows.execute("CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._rows.execute("BEGIN")

    def __enter__(self) -> Self:
        """What was seen."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the file."""
        self._rows.close()

    def __getitem__(self, sha256: str) -> str:
        """Where a content was first."""
        row = self._rows.execute("SELECT source FROM content WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise KeyError(sha256)
        return str(row[0])

    def __iter__(self) -> Iterator[str]:
        """The hashes."""
        return (str(row[0]) for row in self._rows.execute("SELECT sha256 FROM content"))

    def __len__(self) -> int:
        """How many contents there were."""
        return int(self._rows.execute("SELECT count(*) FROM content").fetchone()[0])

    def add(self, sha256: str, source: str) -> None:
        """Note a content."""
        self._rows.execute("INSERT INTO content VALUES (?, ?)", (sha256, source))

    def take(self, report_id: str) -> bool:
        """Take an id; whether it was free."""
        return self._rows.execute("INSERT OR IGNORE INTO taken VALUES (?)", (report_id,)).rowcount == 1


def partitions(
    inputs: Iterable[Input],
    options: ReadingOptions,
    *,
    most_reports: int = REPORTS,
    most_problems: int = PROBLEMS,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Partition]:
    """Read texts and share them out.

    Args:
        inputs: Paths of files or folders, addresses.
        options: Columns of tables, whether the network may be used, limits.
        most_reports: How many texts a partition has at most.
        most_problems: With how many problems it is closed, also where it has fewer texts.
        progress: Called with the files and rows done, and how many there are as far as is known.

    Yields:
        Partitions, taken from the inputs only as they are asked for; one may have problems alone.
    """
    number, letters = 0, 0
    pieces: list[Piece] = []
    problems: list[str] = []
    with Seen() as seen:
        for found in _first_only(stream_drafts(inputs, options, seen, progress), seen):
            if isinstance(found, str):
                problems.append(found)
                if len(problems) >= most_problems:
                    yield _partition(number, pieces, problems)
                    number, letters, pieces, problems = number + 1, 0, [], []
                continue
            if pieces and (len(pieces) == most_reports or letters + len(found.draft.text) > LETTERS):
                yield _partition(number, pieces, problems)
                number, letters, pieces, problems = number + 1, 0, [], []
            pieces.append(found)
            letters += len(found.draft.text)
            if found.note:
                problems.append(found.note)
    if pieces or problems:
        yield _partition(number, pieces, problems)


def _first_only(found: Iterable[object], seen: Seen) -> Iterator[Piece | str]:
    """Each content once, each id once; what is passed over is a sentence."""
    for one in found:
        if not isinstance(one, Found):
            yield str(one)
            continue
        sha256 = hashlib.sha256(one.origin.raw).hexdigest()
        if sha256 in seen:
            yield str(Repeat(one.origin.source, sha256, seen[sha256]))
            continue
        seen.add(sha256, one.origin.source)
        yield _named(Piece(replace(one.draft, record=None), replace(one.origin, raw=b""), sha256), seen)


def _named(piece: Piece, seen: Seen) -> Piece:
    origin = piece.origin
    if seen.take(origin.report_id):
        return piece
    # The longer id depends on the content, not on how many of its name came before.
    longer = f"{origin.report_id}-{piece.sha256[:8]}"
    note = f"{origin.source}: another report is named {origin.report_id!r}; this one is called {longer!r}."
    seen.take(longer)
    return replace(piece, origin=replace(origin, report_id=longer), note=note)


def _partition(number: int, pieces: list[Piece], problems: list[str]) -> Partition:
    digest = hashlib.sha256()
    for piece in pieces:
        # All that a report is made of: another column of the same row is another text.
        digest.update(json.dumps(asdict(piece), sort_keys=True, default=str).encode() + b"\x1e")
    for problem in problems:
        digest.update(problem.encode() + b"\x1d")
    return Partition(number, tuple(pieces), tuple(problems), digest.hexdigest())
