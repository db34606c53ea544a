"""Each format gives the words that were put in, with the day, publisher and title where the file says them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks import made_files
from benchmarks.made_files import Words
from geo.reports.formats.known import formats
from geo.reports.inputs import Given
from geo.reports.read import read_reports
from geo.reports.report import DateBasis, Provenance

if TYPE_CHECKING:
    from geo.reports.report import Report

LONG = (
    "KYIV - Ukrainian troops entered Kupiansk on Friday, the army's spokesman said, after three days of an advance "
    "that took the Russian-backed administrators by surprise and cut the railway to Izium."
)
WORDS = Words(
    datetime(2022, 9, 9, 23, 30, tzinfo=UTC),
    "Example News",
    "Troops enter <Kupiansk> & hold it",
    (LONG, "Russian forces left Izium, he said. {{7*7}} <script>alert(1)</script>"),
    "https://example.org/1",
)
BODY = "\n".join(WORDS.paragraphs)


def analysed(report: Report) -> str:
    return "\n".join(report.text[span.start : span.end] for span in report.body)


SAID_IN_TEXT = Provenance(published="the head of its text", title="the head of its text")
IN_COLUMNS = Provenance(published="column 'Date'", publisher="column 'Source'", title="column 'Headline'")
MADE = {
    "txt": (made_files.txt(WORDS), replace(SAID_IN_TEXT, publisher="the head of its text")),
    "pdf": (made_files.pdf(WORDS), SAID_IN_TEXT),
    "docx": (made_files.docx(WORDS), SAID_IN_TEXT),
    "csv": (made_files.table([WORDS]), IN_COLUMNS),
    "xlsx": (made_files.sheet([replace(WORDS, url="")]), IN_COLUMNS),
    "jsonl": (
        made_files.json_lines([WORDS]),
        Provenance(published="key 'date'", publisher="key 'publisher'", title="key 'title'"),
    ),
    "parquet": (
        made_files.parquet([WORDS]),
        Provenance(published="column 'date'", publisher="column 'publisher'", title="column 'title'"),
    ),
    "html": (
        made_files.html(WORDS),
        Provenance(
            date_basis=DateBasis.PUBLISHED,
            published="the page's metadata (article:published_time)",
            publisher="the page's metadata (og:site_name)",
            title="the page's metadata (og:title)",
        ),
    ),
    "eml": (
        made_files.eml(WORDS),
        Provenance(
            date_basis=DateBasis.SENT,
            published="the mail's date",
            publisher="the mail's sender",
            title="the mail's subject",
        ),
    ),
    "rss": (
        made_files.feed([WORDS]),
        Provenance(
            date_basis=DateBasis.PUBLISHED,
            published="the entry's date (published)",
            publisher="the feed's title",
            title="the entry's title",
        ),
    ),
}
BROKEN = (
    ("a.pdf", b"%PDF-1.4 and no more", "it cannot be read as PDF ("),
    ("b.pdf", made_files.pdf_of([[]], WORDS), "its pages hold pictures and no text. Run text recognition"),
    ("a.docx", made_files.packed([("word/document.xml", b"<w")]), "it cannot be read as a Word document ("),
    ("b.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is locked with a password, or of a format"),
    ("a.xlsx", b"PK\x03\x04 no", "the file is broken, or was not saved whole. Save it anew"),
    ("b.xlsx", b"words", "it cannot be read as a spreadsheet ("),
    ("a.html", b"<html><body><script>1</script></body></html>", "the page holds no text. It may be made by scripts"),
    ("b.html", made_files.html(WORDS).replace(b"article:published_time", b"x"), "no date was found. Save its text"),
    ("a.rss", b"<rss><channel><title>x</title></channel></rss>", "it holds no entries of a news feed"),
    ("a.xml", b'<!DOCTYPE r [<!ENTITY a "b">]><rss><item>&a;</item></rss>', "it declares XML entities"),
    ("b.xml", b"\xff\xfe" + '<!DOCTYPE r [<!ENTITY a "b">]>'.encode("utf-16-le"), "it declares XML entities"),
    ("a.eml", b"\n\nno header", "it has no header of a mail"),
    ("b.eml", b"Date: Fri, 09 Sep 2022 10:00:00 +0000\n\n", "the mail has no text, and nothing is attached"),
    ("c.eml", b"Subject: x\n\nTroops entered.", "no date was found"),
    ("a.parquet", b"PAR1 and no more", "it cannot be read as Parquet ("),
    ("a.zip", b"PK\x03\x04", "the archive is broken"),
)


def test_each_format_gives_its_words_and_where_they_were_said() -> None:
    result = read_reports([Given(f"report.{suffix}", data) for suffix, (data, _) in MADE.items()])
    assert [problem.partition(":")[0] for problem in result.problems if "another report is named" not in problem] == []
    for report, (suffix, (_, said)) in zip(result.reports, MADE.items(), strict=True):
        assert report.published.isoformat() == "2022-09-09", suffix
        assert " ".join(analysed(report).split()) == " ".join(BODY.split()), suffix
        assert LONG in report.text, suffix
        assert report.title == WORDS.title, suffix
        assert report.publisher == (WORDS.publisher if said.publisher else None), suffix
        format_id = next(key for key, one in formats().items() if f".{suffix}" in one.suffixes)
        assert replace(report.provenance, source="") == replace(said, format=format_id), suffix


def test_every_format_has_suffixes_and_media_types_of_its_own() -> None:
    every = [word for one in formats().values() for word in (*one.suffixes, *one.media)]
    assert len(every) == len(set(every))


def test_a_broken_file_is_named_with_reason_and_remedy() -> None:
    problems = read_reports([Given(name, data) for name, data, _ in BROKEN]).problems
    for problem, (name, _, reason) in zip(problems, BROKEN, strict=True):
        assert problem.startswith(f"{name}: {reason}")
        assert problem.endswith(".")
        assert "\n" not in problem


def test_the_day_of_a_files_making_is_the_last_resort_and_says_so() -> None:
    page = made_files.pdf_of([[LONG]], WORDS)
    document = made_files.docx(WORDS, dated=False)
    reports = read_reports([Given("a.pdf", page), Given("b.docx", document)]).reports
    assert len(reports) == 2
    for report in reports:
        assert report.published == WORDS.at.date()
        assert report.provenance.date_basis is DateBasis.CREATED
        assert "reat" in report.provenance.published


def test_what_is_attached_to_a_mail_is_read_after_it() -> None:
    inner = Words(WORDS.at, "Other", "Attached", ("The Taliban took Banu.",))
    attached = [("b.docx", made_files.docx(inner)), ("logo.png", b"\x89PNG"), ("list.csv", made_files.table([inner]))]
    result = read_reports([Given("a.eml", made_files.eml(WORDS, attached))])
    assert [report.provenance.source for report in result.reports] == ["a.eml", "a.eml/b.docx", "a.eml/list.csv, row 2"]
    assert result.problems == ()
