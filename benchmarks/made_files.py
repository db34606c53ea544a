"""Real files of every format that is read, made from a few words: what tests and benchmarks read."""

from __future__ import annotations

import csv
import io
import json
import textwrap
import zipfile
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_LINE_LETTERS = 78
_LINES_A_PAGE = 48
# Zip archives must be the same whenever they are made.
_ZIP_DAY = (2022, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """What a file says: its date, who publishes it, its title and its paragraphs."""

    at: datetime
    publisher: str
    title: str
    paragraphs: tuple[str, ...]
    url: str = ""

    def row(self) -> dict[str, str]:
        """As a row of a table."""
        body = "\n".join(self.paragraphs)
        return {
            "Date": self.at.date().isoformat(),
            "Source": self.publisher,
            "Headline": self.title,
            "Text": body,
            "URL": self.url,
        }


def txt(words: Words) -> bytes:
    """A plain text file with header lines."""
    head = f"title: {words.title}\npublisher: {words.publisher}\ndate: {words.at.date().isoformat()}\n\n"
    return (head + "\n\n".join(words.paragraphs) + "\n").encode()


def html(words: Words) -> bytes:
    """A page as news sites have them: metadata, a menu, the article, a foot."""
    body = "".join(f"<p>{escape(textwrap.fill(one, _LINE_LETTERS))}</p>" for one in words.paragraphs)
    meta = {"og:site_name": words.publisher, "article:published_time": words.at.isoformat(), "og:title": words.title}
    head = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in meta.items())
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(words.title)} | Site</title>{head}'
        "</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<main><article><h1>{escape(words.title)}</h1>{body}</article></main>"
        "<footer><p>All rights reserved.</p></footer></body></html>"
    ).encode()


def eml(words: Words, attached: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A mail in plain text, its lines broken as mail programs break them."""
    mail = EmailMessage()
    mail["From"] = f"{words.publisher} <desk@example.org>"
    mail["To"] = "reader@example.org"
    mail["Subject"] = words.title
    mail["Date"] = format_datetime(words.at)
    mail["Message-ID"] = "<made@example.org>"
    mail.set_content("\n\n".join(textwrap.fill(one, _LINE_LETTERS) for one in words.paragraphs))
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def docx(words: Words, *, dated: bool = True) -> bytes:
    """A Word document: a heading, a line with the date if it is to be dated, paragraphs."""
    from docx import Document  # noqa: PLC0415 - only those who make documents need the library

    document = Document()
    document.add_heading(words.title, 1)
    if dated:
        document.add_paragraph(f"Published {words.at:%d %B %Y}")
    for paragraph in words.paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = words.title
    document.core_properties.created = words.at
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def table(rows: Sequence[Words]) -> bytes:
    """A table of comma-separated values."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0].row()))
    writer.writeheader()
    writer.writerows(one.row() for one in rows)
    return file.getvalue().encode()


def sheet(rows: Sequence[Words]) -> bytes:
    """A spreadsheet; its dates are dates."""
    from openpyxl import Workbook  # noqa: PLC0415 - only those who make spreadsheets need the library

    book = Workbook()
    page = book.worksheets[0]
    page.append(list(rows[0].row()))
    for one in rows:
        page.append([one.at.date(), *list(one.row().values())[1:]])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def json_lines(rows: Iterable[Words]) -> bytes:
    """One object a line."""
    objects = ({**asdict(one), "at": None, "date": one.at.isoformat(), "text": one.row()["Text"]} for one in rows)
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in objects).encode()


def parquet(rows: Iterable[Words]) -> bytes:
    """A Parquet file with a day as days are."""
    objects = [{**asdict(one), "at": None, "date": one.at.date(), "text": one.row()["Text"]} for one in rows]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(objects), sink)
    return bytes(sink.getvalue())


def feed(rows: Sequence[Words]) -> bytes:
    """An RSS feed with whole articles."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(one.url)}</link><pubDate>{format_datetime(one.at)}</pubDate>"
        f"<description>{escape(''.join(f'<p>{escape(text)}</p>' for text in one.paragraphs))}</description></item>"
        for one in rows
    )
    head = f"<title>{escape(rows[0].publisher)}</title><language>en</language>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def pdf(words: Words) -> bytes:
    """A PDF with its title and date on top, its lines broken and its pages numbered."""
    lines = [words.title, f"Published {words.at:%d %B %Y}"]
    for paragraph in words.paragraphs:
        lines += textwrap.wrap(paragraph, _LINE_LETTERS)
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)]
    return pdf_of([[words.publisher, *page, f"Page {number}"] for number, page in enumerate(pages, start=1)], words)


def pdf_of(pages: Sequence[Sequence[str]], words: Words) -> bytes:
    """A PDF of lines, in Helvetica, of letters that Western Europe uses."""
    numbers = [5 + 2 * at for at in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{one} 0 R' for one in numbers)}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title %b /CreationDate (D:%b) >>" % (_pdf_text(words.title), f"{words.at:%Y%m%d%H%M%S}".encode()),
    ]
    for number, lines in zip(numbers, pages, strict=True):
        shown = b" T* ".join(_pdf_text(line) + b" Tj" for line in lines)
        content = b"BT /F1 10 Tf 14 TL 50 790 Td " + shown + b" ET"
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {number + 1} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        ]
    return _pdf_file(objects, b" /Info 4 0 R")


def pdf_stream(content: bytes, filters: str) -> bytes:
    """A PDF of one page with the content given, packed as its filters say."""
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"
    head = f"<< /Length {len(content)} /Filter {filters} >>".encode()
    return _pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            page,
            head + b"\nstream\n" + content + b"\nendstream",
        ]
    )


def _pdf_text(text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252", "replace") + b")"


def _pdf_file(objects: Sequence[bytes], info: bytes = b"") -> bytes:
    """Objects with their table of offsets (ISO 32000-1, 7.5.4)."""
    file, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return bytes(file + b"trailer << /Size %d /Root 1 0 R%b >>\nstartxref\n%d\n%%%%EOF\n" % (size, info, start))
