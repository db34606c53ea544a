"""Reports handed over as bytes, as a browser hands them over: no disk is read or written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time
from pathlib import PurePath
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.read import MEGABYTE, MOST_BYTES, ReadResult, distinct, printable
from geo.reports.text import parse_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Given:
    """A text as it was handed over.

    Attributes:
        name: Name of its file; from outside, so it may hold anything.
        data: The raw bytes.
        published: Day of publication, should the text not say it.
    """

    name: str
    data: bytes
    published: date | None = None


def read_given(texts: Iterable[Given]) -> ReadResult:
    """Read the reports in texts that were handed over.

    Args:
        texts: The texts.

    Returns:
        The reports that could be read, and a sentence for each text that could not, with its name.
    """
    problems: list[str] = []
    read = [(printable(given.name), report) for given in texts if (report := _read_or_note(given, problems))]
    return ReadResult(distinct(read, problems), tuple(problems))


def _read_or_note(given: Given, problems: list[str]) -> Report | None:
    try:
        return _read(given)
    except ReportError as error:
        problems.append(f"{printable(given.name)}: {error}.")
        return None


def _read(given: Given) -> Report:
    if len(given.data) > MOST_BYTES:
        sizes = f"the text has {len(given.data) / MEGABYTE:.0f} MB, the limit is {MOST_BYTES // MEGABYTE} MB"
        message = f"{sizes}. Split it into single reports"
        raise ReportError(message)
    return parse_text(given.data, printable(PurePath(given.name).stem), given.published)
