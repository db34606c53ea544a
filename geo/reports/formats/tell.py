"""Tells the format of a file: by what its bytes begin with, else by its suffix. A wrong suffix misleads nobody."""

from __future__ import annotations

import io
import re
from pathlib import PurePath

from geo.errors import ReportError
from geo.reports.archive import open_archive
from geo.reports.formats.known import Format, by_suffix, formats, remedy_for
from geo.reports.options import Limits

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
PDF_MAGIC = b"%PDF-"
OLD_OFFICE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# PDF readers accept some bytes before the file's own first ones.
_HEAD = 1024
_PROLOGUE = re.compile(rb"\s*(?:<\?[^>]*>|<!--.*?-->)", re.DOTALL)
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+)?(?P<tag>[a-z:]+)", re.IGNORECASE)
_TAGS = {b"html": "html", b"rss": "feed", b"feed": "feed", b"rdf:rdf": "feed"}
# A mail begins with header lines; these few are in nearly every one, and in no report's own header.
_MAIL = re.compile(rb"(?:received|return-path|delivered-to|message-id|mime-version|from|x-[\w-]+):\s", re.IGNORECASE)
_OFFICE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "sheet", "xl/workbook.bin": "sheet"}
_TEXTUAL = ("txt", "html", "csv", "jsonl", "feed", "eml")


def tell_format(name: str, data: bytes) -> Format | None:
    """Tell the format of a file.

    Args:
        name: Name of the file.
        data: Its bytes.

    Returns:
        The format, or None where neither bytes nor suffix tell it: then it may still be plain text.

    Raises:
        ReportError: It is of a format that is known and not read.
    """
    suffix = PurePath(name).suffix.casefold()
    named = by_suffix(suffix)
    found = _by_bytes(data, named)
    if found:
        return formats()[found]
    if data.startswith(OLD_OFFICE_MAGIC) and (named is None or named.id != "sheet"):
        reason = "it is locked with a password, or of a format of old that is not read"
        raise ReportError(reason, remedy_for(suffix) if named is None else "Save it without a password, or as .docx")
    return named


def _by_bytes(data: bytes, named: Format | None) -> str | None:
    """The id of the format that the first bytes show."""
    if data.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        return _packed(data, named)
    if PDF_MAGIC in data[:_HEAD] and (named is None or named.id not in _TEXTUAL or data.startswith(PDF_MAGIC)):
        return "pdf"
    tag = _first_tag(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    if tag and (named is None or named.id in _TEXTUAL):
        return tag
    return "eml" if named is None and _MAIL.match(data) else None


def _first_tag(head: bytes) -> str | None:
    """The format that the first tag shows, behind declarations and comments."""
    at = 0
    while before := _PROLOGUE.match(head, at):
        at = before.end()
    markup = _MARKUP.match(head, at)
    return _TAGS.get(markup["tag"].lower()) if markup else None


def _packed(data: bytes, named: Format | None) -> str:
    """Office documents are zip archives; the names of their members tell which."""
    if named and named.id in {"docx", "sheet"}:
        return named.id
    with open_archive(io.BytesIO(data), Limits()) as archive:
        names = set(archive.namelist())
    return next((found for part, found in _OFFICE_PARTS.items() if part in names), "zip")
