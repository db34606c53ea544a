"""A reader's draft to a report: which date holds, where the article begins, what is furniture."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.dates import find_day
from geo.reports.draft import Said
from geo.reports.furniture import body_spans
from geo.reports.header import Header, read_header
from geo.reports.report import DateBasis, Provenance, Report

if TYPE_CHECKING:
    from datetime import date

    from geo.reports.draft import Draft

HEAD = "the head of its text"
_REMEDY = "Save its text as .txt with `date YYYY-MM-DD` on the first line"
_REMEDIES = {"txt": "Put `date YYYY-MM-DD` on the first line"}
_DATE_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a draft from outside of it.

    Attributes:
        report_id: Id of the report.
        source: Where it comes from, fit to print.
        format: Id of its format.
        raw: The bytes to take the hash of.
        published: Day of publication said by who handed it over.
        url: Address that it was fetched from.
    """

    report_id: str
    source: str
    format: str
    raw: bytes
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    words: str
    basis: DateBasis
    where: str


def report_of(draft: Draft, origin: Origin) -> Report:
    """Make a report of what a reader found.

    The date of the document's own metadata holds; where it has none, or only that of the file's making, the head of the
    text is read, as of a plain text file.

    Args:
        draft: Text and metadata.
        origin: What is known from outside.

    Returns:
        The report.

    Raises:
        ReportError: There is no date, it cannot be read or can mean two days, or there is no text; no file is named.
    """
    stated = draft.day is not None and draft.basis is not DateBasis.CREATED
    header = Header() if stated else read_header(draft.text)
    day = _day(draft, header, origin)
    if day is None:
        reason = "no date was found"
        raise ReportError(reason, _REMEDIES.get(origin.format, _REMEDY))
    title = _said(header.title, draft.title)
    body = body_spans(draft.text, header.end, title.words if title else None)
    if not body:
        reason = "nothing but a header was found"
        raise ReportError(reason, "Put the report's text below its date")
    publisher = _said(header.publisher, draft.publisher)
    return Report(
        id=origin.report_id,
        text=draft.text,
        published=day.day,
        published_text=day.words,
        sha256=hashlib.sha256(origin.raw).hexdigest(),
        body=body,
        publisher=publisher.words if publisher else None,
        title=title.words if title else None,
        url=header.url or draft.url or origin.url,
        language=header.language or draft.language,
        provenance=Provenance(
            source=origin.source,
            format=origin.format,
            date_basis=day.basis,
            published=day.where,
            publisher=publisher.where if publisher else "",
            title=title.where if title else "",
        ),
    )


def _day(draft: Draft, header: Header, origin: Origin) -> _Day | None:
    """The day of publication, from the surest statement that there is."""
    if header.published:
        return _Day(header.published, header.published_text, DateBasis.STATED, HEAD)
    if origin.published and (draft.day is None or draft.basis is DateBasis.CREATED):
        return _Day(origin.published, "", DateBasis.GIVEN, "given with the report")
    if draft.day is None:
        return None
    found = find_day(draft.day.words, draft.language)
    if found is None:
        reason = f"the date {draft.day.words[:_DATE_LETTERS]!r} ({draft.day.where}) cannot be read"
        raise ReportError(reason, "Write it as YYYY-MM-DD")
    return _Day(found.day, draft.day.words[found.start : found.end], draft.basis, draft.day.where)


def _said(in_head: str | None, in_metadata: Said | None) -> Said | None:
    """The words of the report itself come before those of the file."""
    return Said(in_head, HEAD) if in_head else in_metadata
