"""The bytes of a file to its parts, by the reader of its format."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from geo.errors import ReportError
from geo.reports.draft import Draft, Said
from geo.reports.formats.known import formats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.reports.draft import Part
    from geo.reports.options import ReadingOptions

    Reader = Callable[[bytes, ReadingOptions], Iterator[Part]]

# Neither a database nor a terminal takes them: control characters but tab and line feed, and halves of letters.
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MOST_LETTERS = 500


def read_parts(format_id: str, data: bytes, options: ReadingOptions) -> Iterator[Part]:
    """Read a file.

    The text of a plain text file is left as it is. In that of every other format line ends become line feeds, and each
    other control character, and each half of a letter, becomes U+FFFD. Marks that turn the direction of writing stay;
    whoever shows a text has to show them as what they are.

    Args:
        format_id: Key of `formats.toml`.
        data: The raw bytes.
        options: Columns of tables, limits.

    Yields:
        Texts, parts that cannot be read, files inside of the file.

    Raises:
        ReportError: The file cannot be read; the message names no file.
    """
    left = options.limits.letters
    for part in _all_parts(format_id, data, options):
        if not isinstance(part, Draft):
            yield part
            continue
        left -= len(part.text)
        if left < 0:
            reason = f"it holds more than {options.limits.letters:,} letters"
            raise ReportError(reason, "Split it into single reports")
        yield part if format_id == "txt" else fit_draft(part)


def _all_parts(format_id: str, data: bytes, options: ReadingOptions) -> Iterator[Part]:
    try:
        yield from reader_of(format_id)(data, options)
    except ModuleNotFoundError:
        raise _not_installed(format_id) from None


def reader_of(format_id: str) -> Reader:
    """The reader of a format; its libraries are loaded on the first call.

    Raises:
        ReportError: A package that it needs is not installed.
    """
    try:
        return cast("Reader", import_module(f"geo.reports.formats.{format_id}").read)
    except ModuleNotFoundError:
        raise _not_installed(format_id) from None


def _not_installed(format_id: str) -> ReportError:
    reason = f"reading {formats()[format_id].name} needs a package that is not installed"
    return ReportError(reason, 'Install it: pip install "claimline[readers]"')


def fit_text(text: str) -> str:
    """A text as it can be stored and shown: one kind of line end, no control characters but tab and line feed."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))


def fit_draft(draft: Draft) -> Draft:
    """A draft all of whose words can be stored and shown, see `fit_text`."""
    return replace(
        draft,
        text=fit_text(draft.text),
        day=_line(draft.day),
        title=_line(draft.title),
        publisher=_line(draft.publisher),
        url=_words(draft.url) or None,
        language=_words(draft.language) or None,
        part=_words(draft.part),
        record=None if draft.record is None else draft.record.encode("utf-8", "replace").decode(),
    )


def _line(said: Said | None) -> Said | None:
    """What was said, in one line; None where that is nothing."""
    words = _words(said.words) if said else ""
    return Said(words, _words(said.where)) if said and words else None


def _words(text: str | None) -> str:
    return " ".join(fit_text(text or "").split())[:_MOST_LETTERS]
