"""Mails (RFC 5322): the text of the mail is a report, and so is what is attached to it."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import PurePath
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.decode import decode_declared
from geo.reports.draft import Draft, Enclosure, Said
from geo.reports.formats.flow import rejoined
from geo.reports.formats.known import by_media, by_suffix
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.options import ReadingOptions

_SIGNATURE = "-- "


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Enclosure]:
    """Read a mail.

    The text is the plain one where there is one, its lines put together to paragraphs as `geo.reports.formats.flow`
    tells, else that of its HTML as `block_text` gives it. Attached files of formats that are read come after it.

    Args:
        data: The raw bytes.
        options: How many files may be attached.

    Yields:
        The mail's text, where it has one, and what is attached.

    Raises:
        ReportError: It is no mail, or has neither text nor attachments that are read.
    """
    mail = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        reason = "it has no header of a mail"
        raise ReportError(reason, "Save the mail as .eml from the mail program")
    text = _text(mail)
    enclosures = list(_enclosures(mail))
    if not text and not enclosures:
        reason = "the mail has no text, and nothing is attached that is read"
        raise ReportError(reason, "Save its text as .txt")
    if len(enclosures) > options.limits.files:
        reason = f"{len(enclosures):,} files are attached, the limit is {options.limits.files:,}"
        raise ReportError(reason, "Save the files and give them")
    if text:
        yield _draft(mail, text)
    yield from enclosures


def _draft(mail: EmailMessage, text: str) -> Draft:
    subject, sender, sent = _header(mail, "Subject"), _sender(mail), _header(mail, "Date")
    return Draft(
        text=text,
        day=Said(sent, "the mail's date") if sent else None,
        basis=DateBasis.SENT,
        title=Said(subject, "the mail's subject") if subject else None,
        publisher=Said(sender, "the mail's sender") if sender else None,
    )


def _text(mail: EmailMessage) -> str:
    body = mail.get_body(("plain", "html"))
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    words = decode_declared(payload, body.get_content_charset())
    if body.get_content_type() == "text/html":
        # HTML needs a library that not everybody has installed.
        from geo.reports.formats.markup import block_text, tree_of  # noqa: PLC0415 - as said above

        return block_text(tree_of(words))
    return rejoined(_without_signature(words.splitlines()))


def _without_signature(lines: list[str]) -> list[str]:
    """The lines above the mark that begins a signature (RFC 3676, 4.3)."""
    return lines[: lines.index(_SIGNATURE)] if _SIGNATURE in lines else lines


def _enclosures(mail: EmailMessage) -> Iterator[Enclosure]:
    for part in mail.iter_attachments():
        name = part.get_filename() or ""
        known = by_suffix(PurePath(name).suffix) or (by_media(part.get_content_type()) if not name else None)
        inner = part.get_payload(decode=True) if not part.is_multipart() else _attached_mail(part)
        if known and isinstance(inner, bytes) and inner:
            yield Enclosure(name or f"attachment{known.suffixes[0]}", inner)


def _attached_mail(part: EmailMessage) -> bytes | None:
    """A forwarded mail, as bytes."""
    content = part.get_content() if part.get_content_type() == "message/rfc822" else None
    return content.as_bytes() if isinstance(content, EmailMessage) else None


def _sender(mail: EmailMessage) -> str:
    addresses = getattr(mail["From"], "addresses", ())
    return next((one.display_name or one.addr_spec for one in addresses), "")


def _header(mail: EmailMessage, name: str) -> str:
    return str(mail[name] or "").strip()
