"""Files made to do harm: bombs, endless nesting, entities, far cells. None may hang, swell or run."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING

from benchmarks.made_files import pdf_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SIZE = 200_000_000
_DEPTH = 200_000
_ENTITIES = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
_BOMB_DTD = f'<!DOCTYPE r [<!ENTITY e0 "lol">{_ENTITIES}]>'
_LEAK_DTD = '<!DOCTYPE r [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def hostile_files(*names: str) -> Iterator[tuple[str, bytes]]:
    """Files, each made to do another kind of harm.

    Args:
        names: Which of them; all where none is named.

    Yields:
        Names and bytes.
    """
    for name, make in _MAKERS.items():
        if not names or name in names:
            yield name, make()


def _zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def _related(kind: str, target: str) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{package}">{one}</Relationships>'.encode()


def _types(part: str, kind: str) -> bytes:
    package, form = "http://schemas.openxmlformats.org/package/2006/content-types", "application/vnd.openxmlformats"
    return (
        f'<Types xmlns="{package}"><Default Extension="rels" ContentType="{form}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{form}-officedocument.{kind}.main+xml"/></Types>'
    ).encode()


def _word(body: str, declared: str = "") -> bytes:
    document = f'{declared}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _zipped(
        {
            "[Content_Types].xml": _types("/word/document.xml", "wordprocessingml.document"),
            "_rels/.rels": _related("officeDocument", "word/document.xml"),
            "word/document.xml": document.encode(),
        }
    )


def _workbook(rows: str, declared: str = "") -> bytes:
    sheets = f'<sheets><sheet name="s" sheetId="1" r:id="r1" xmlns:r="{_OFFICE}"/></sheets>'
    sheet = f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return _zipped(
        {
            "[Content_Types].xml": _types("/xl/workbook.xml", "spreadsheetml.sheet"),
            "_rels/.rels": _related("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}">{sheets}</workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": _related("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"{declared}{sheet}".encode(),
        }
    )


def _nested_mail() -> bytes:
    """Parts within parts, deeper than a mail can be meant."""
    head = b"MIME-Version: 1.0\n"
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(2_000)
    )
    return head + opened + b"Content-Type: text/plain\n\ntext"


_MAKERS: dict[str, Callable[[], bytes]] = {
    "zip_bomb.zip": lambda: _zipped({"a.txt": b"0" * _SIZE}),
    "zip_in_zip.zip": lambda: _zipped({"a.zip": _zipped({"b.zip": _zipped({"c.zip": _zipped({"d.zip": b""})})})}),
    "many_entries.zip": lambda: _zipped({f"{number}.txt": b"" for number in range(60_000)}),
    "path.zip": lambda: _zipped({"../../etc/x.txt": b"date 2022-01-01 Text.", "C:\\x.txt": b"date 2022-01-02 Text."}),
    "bomb.pdf": lambda: pdf_stream(zlib.compress(b"BT (x) Tj ET " * (_SIZE // 13), 9), "/FlateDecode"),
    "twice.pdf": lambda: pdf_stream(zlib.compress(zlib.compress(b"\0" * _SIZE, 9), 9), "[/FlateDecode /FlateDecode]"),
    "operators.pdf": lambda: pdf_stream(zlib.compress(b"q BT /F1 1 Tf (a) Tj ET Q " * 1_000_000, 9), "/FlateDecode"),
    "nested_arrays.pdf": lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * _DEPTH,
    "xref_loop.pdf": lambda: b"%PDF-1.4\ntrailer << /Prev 9 /Root 1 0 R >>\nxref\n0 0\nstartxref\n9\n%%EOF",
    "entities.docx": lambda: _word("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", _BOMB_DTD),
    "leak.docx": lambda: _word("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", _LEAK_DTD),
    "nested.docx": lambda: _word("<w:p>" * _DEPTH),
    "long.docx": lambda: _word("<w:p/>" * 3_000_000),
    "far_cell.xlsx": lambda: _workbook('<row><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>'),
    "entities.xlsx": lambda: _workbook("<row><c><v>&e9;</v></c></row>", _BOMB_DTD),
    "rows.xlsx": lambda: _workbook('<row><c t="str"><v>x</v></c></row>' * 1_500_000),
    "nested.html": lambda: b"<html><body>" + b"<div>" * _DEPTH + b"text",
    "attributes.html": lambda: b"<html><body " + b"a='b' " * 500_000 + b">text",
    "unclosed.html": lambda: b"<html><body><p>" + b"<a href=x>" * 300_000,
    "comments.html": lambda: b"<!--" * 1_000_000 + b"<html>",
    "records.html": lambda: b'<html><script type="application/ld+json">' + b"[" * _DEPTH + b"</script><p>text",
    "spaces.html": lambda: b"<html><p>" + b" \t\n" * 5_000_000,
    "entities.xml": f"{_BOMB_DTD}<rss><channel><item><title>&e9;</title></item></channel></rss>".encode,
    "leak.xml": f"{_LEAK_DTD}<rss><channel><item><title>&e9;</title></item></channel></rss>".encode,
    "nested.xml": lambda: b"<rss>" + b"<channel>" * _DEPTH,
    "entries.xml": lambda: b"<rss><channel>" + b"<item><title>x</title></item>" * 300_000 + b"</channel></rss>",
    "nested.jsonl": lambda: b"[" * _DEPTH + b"\n" + b'{"a":' * _DEPTH,
    "lines.jsonl": lambda: b"{}\n" * 3_000_000,
    "number.jsonl": lambda: b'{"date": ' + b"9" * 1_000_000 + b', "text": "x"}',
    "halves.jsonl": lambda: json.dumps({"date": "2022-01-01", "text": "a\ud800\u202e\0", "title": "\udc80"}).encode(),
    "columns.csv": lambda: b"," * 5_000_000 + b"\n",
    "quote.csv": lambda: b'date,text\n"' + b"x" * 30_000_000,
    "rows.csv": lambda: b"date,text\n" + b"2022-01-01,x\n" * 2_000_000,
    "parts.eml": lambda: b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\ntext\n" * 300_000,
    "nested.eml": _nested_mail,
    "headers.eml": lambda: (b"X: =?utf-8?q?" + b"=20" * 100 + b"?=\n") * 20_000 + b"\ntext",
    "dots.txt": lambda: b"date 2022-01-01 " + b"." * 20_000_000,
    "heads.txt": lambda: b"published on: " * 2_000_000,
    "bytes.txt": lambda: bytes(range(0x80, 0x100)) * 200_000,
    "digits.txt": lambda: b"date 1" + b"1" * 10_000_000,
}
