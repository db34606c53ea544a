"""Long lists of reports on a disk, read row by row: they may be larger than any other file, and than the memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.draft import Draft, Refusal
from geo.reports.formats import parquet
from geo.reports.formats.jsonl import line_draft
from geo.reports.formats.known import by_suffix
from geo.reports.formats.read import fit_draft
from geo.reports.options import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from geo.reports.draft import Part
    from geo.reports.options import ReadingOptions

# Shorter lists are read whole, like every other file, which tells more of what may be wrong with them.
LONG_BYTES = MEGABYTE
# How they begin.
_HEADS = {"jsonl": b"{", "parquet": b"PAR1"}
_MARK = b"\xef\xbb\xbf"
_BLOCK = 1 << 20
_SPLIT = "Split it into single reports"


@dataclass(frozen=True, slots=True)
class RowsOnDisk:
    """A long list.

    Attributes:
        format: Id of its format.
        count: Counts its rows, more quickly than reading them.
        parts: Reads them, one at a time.
    """

    format: str
    count: Callable[[], int]
    parts: Callable[[], Iterator[Part]]


def rows_on_disk(path: Path, options: ReadingOptions) -> RowsOnDisk | None:
    """A long list that is read row by row.

    Args:
        path: Any file.
        options: Columns that a person named; the limit of letters, which here holds for each row.

    Returns:
        The list; None where the file is none, or is short enough to be read whole.
    """
    known = by_suffix(path.suffix)
    if known is None or known.id not in _HEADS or not _is_long(path, _HEADS[known.id]):
        return None
    if known.id == "parquet":
        return RowsOnDisk(known.id, lambda: _rows(path), lambda: _limited(_table(path, options), options))
    return RowsOnDisk(known.id, lambda: _lines(path), lambda: _limited(_json_lines(path, options), options))


def _is_long(path: Path, head: bytes) -> bool:
    """Whether a file is long, and begins as it should: lines in another encoding are for who reads them whole."""
    try:
        if not path.is_file() or path.stat().st_size <= LONG_BYTES:
            return False
        with path.open("rb") as file:
            return file.readline(_BLOCK).removeprefix(_MARK).lstrip().startswith(head)
    except OSError:
        return False


def _table(path: Path, options: ReadingOptions) -> Iterator[Part]:
    from pyarrow import OSFile  # noqa: PLC0415 - a third of a second that other formats do not need

    with OSFile(str(path)) as file:
        yield from parquet.rows(file, options)


def _rows(path: Path) -> int:
    from pyarrow import OSFile  # noqa: PLC0415 - as above

    with OSFile(str(path)) as file:
        return max(1, parquet.count(file))


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b"")))


def _json_lines(path: Path, options: ReadingOptions) -> Iterator[Part]:
    most = options.limits.file_bytes
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(most + 1):
                number += 1
                if len(line) > most:
                    reason = f"line {number} is longer than any report"
                    raise ReportError(reason, "Write one object a line")
                yield from _json_line(line, f"line {number}", options)
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        raise ReportError(reason, "Check its permissions") from None


def _json_line(line: bytes, part: str, options: ReadingOptions) -> Iterator[Part]:
    try:
        text = line.removeprefix(_MARK).decode()
    except UnicodeDecodeError as error:
        yield Refusal(part, f"this is not UTF-8 ({error.reason})", "Save the list as UTF-8")
        return
    if text.strip():
        yield line_draft(text.removesuffix("\n"), part, options)


def _limited(parts: Iterator[Part], options: ReadingOptions) -> Iterator[Part]:
    most = options.limits.letters
    for part in parts:
        if not isinstance(part, Draft):
            yield part
        elif len(part.text) > most:
            yield Refusal(part.part, f"it holds more than {most:,} letters", _SPLIT)
        else:
            yield fit_draft(part)
