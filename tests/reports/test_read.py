"""Files and folders to reports."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reports.inputs import Given
from geo.reports.options import Limits, ReadingOptions
from geo.reports.read import read_report, read_reports

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
GOOD = b"date 2021-08-22 The resistance took Banu."


@pytest.mark.parametrize(
    ("stem", "day", "first", "last"),
    [
        ("000_7ce6fbf2c9b4b4c1", date(2021, 8, 22), "A massive battle has broken out", "'no matter what'."),
        ("001_5381029668afd7ea", date(2021, 8, 25), "As the Taliban militants", "warned in a tweet."),
        ("002_613a906702ce9c68", date(2021, 8, 23), "Amid the prevailing", "in North-East Afghanistan."),
        ("003_2a4c790e69dc5843", date(2021, 9, 4), "In a massive victory", "activities of the Taliban."),
        ("004_012eb5fa66a643bf", date(2021, 8, 21), "Resistance fighters have", "most important prayers of the week."),
    ],
)
def test_each_seed_gives_its_day_and_its_article(stem: str, day: date, first: str, last: str) -> None:
    report = read_report(SEEDS / f"{stem}.txt")
    assert report.published == day
    assert report.text[report.body[0].start :].startswith(first)
    assert report.text[: report.body[-1].end].endswith(last)


def test_the_untouched_text_and_the_hash_of_its_bytes_are_kept() -> None:
    path = SEEDS / "004_012eb5fa66a643bf.txt"
    report = read_report(path)
    assert report.text == path.read_bytes().decode()
    assert report.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_web_page_is_read_without_its_furniture() -> None:
    report = read_report(SEEDS / "004_012eb5fa66a643bf.txt")
    body = " ".join(report.text[span.start : span.end] for span in report.body)
    assert report.title is not None
    for left_out in ("Close", report.title, "Published", "with inputs from", "Latest News", "Leave a Reply", "이메일"):
        assert left_out in report.text
        assert left_out not in body


def test_image_credits_are_not_analysed() -> None:
    report = read_report(SEEDS / "001_5381029668afd7ea.txt")
    body = " ".join(report.text[span.start : span.end] for span in report.body)
    assert "Credit:" not in body
    assert "in the Dara district of Panjshir province, such was" in body


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty. Put"),
        (b"\x00\x01\x02", "this is a binary file"),
        (b"No day here.", "no date was found. Put `date YYYY-MM-DD` on the first line."),
        (b"date 2021-08-22", "nothing but a header"),
        (b"date: 03/04/2021\nText.", "can mean two days. Write it as YYYY-MM-DD."),
        (b"date 2021-08-22 " + bytes(range(0x80, 0x100)) * 4, "its encoding cannot be told. Save"),
    ],
)
def test_a_bad_file_gives_one_sentence_with_its_name_and_stops_no_other(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_bytes(GOOD)
    result = read_reports([tmp_path])
    assert [report.id for report in result.reports] == ["b"]
    assert len(result.problems) == 1
    assert result.problems[0].startswith(f"{tmp_path / 'a.txt'}: ")
    assert reason in result.problems[0]
    assert "\n" not in result.problems[0]


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    result = read_reports([tmp_path, tmp_path / "none.txt"])
    assert result.reports == ()
    assert "this folder holds no reports. Name a folder of files such as .txt, " in result.problems[0]
    assert "there is no such file" in result.problems[1]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD + b" " * 200_000)
    result = read_reports([tmp_path / "a.txt"], ReadingOptions(limits=Limits(file_bytes=100_000)))
    assert result.reports == ()
    assert "a.txt: the file has 0.2 MB, the limit is 0.1 MB. Split it into single reports." in result.problems[0]


def test_the_same_bytes_are_read_once_and_said_so(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(GOOD)
    result = read_reports([tmp_path])
    assert [report.id for report in result.reports] == ["a"]
    assert "the same bytes as" in result.problems[0]


def test_two_reports_of_one_name_get_ids_of_their_own_that_do_not_depend_on_others(tmp_path: Path) -> None:
    for number, folder in enumerate("xyz"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_bytes(GOOD + b"!" * number)
    both = read_reports([tmp_path / "x", tmp_path / "y", tmp_path / "z"])
    fewer = read_reports([tmp_path / "x", tmp_path / "z"])
    assert both.reports[0].id == "a"
    assert len({report.id for report in both.reports}) == 3
    assert both.reports[2].id == fewer.reports[1].id
    assert "another report is named 'a'" in both.problems[0]


def test_a_folder_means_all_reports_in_it_and_below_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for name in ("b.txt", "a.TXT", ".hidden.txt", "d/c.md", "profile.toml"):
        (tmp_path / name).write_bytes(GOOD + name.encode())
    result = read_reports([tmp_path])
    assert [report.id for report in result.reports] == ["a", "b", "c"]
    assert result.problems == ()


def test_files_of_other_formats_are_named_with_what_to_do(tmp_path: Path) -> None:
    for name in ("a.txt", "b.doc", "c.jpg", "d.xyz"):
        (tmp_path / name).write_bytes(GOOD + name.encode())
    result = read_reports([tmp_path])
    assert [report.id for report in result.reports] == ["a"]
    assert [problem.partition(": ")[2] for problem in result.problems] == [
        ".doc files are not read. Save it as .docx.",
        ".jpg files are not read. Run text recognition (OCR) over it and give its text.",
        ".xyz files are not read. Save it as plain text in UTF-8.",
    ]


def test_a_file_name_with_control_characters_is_made_printable(tmp_path: Path) -> None:
    path = tmp_path / "a\n\u202eb.txt"
    path.write_bytes(GOOD)
    assert read_report(path).id == "a\ufffd\ufffdb"


@given(st.text(max_size=300))
def test_any_text_gives_spans_of_itself_or_a_refusal(text: str) -> None:
    for report in read_reports([Given("any.txt", text.encode("utf-8", "replace"))]).reports:
        assert all(0 <= span.start < span.end <= len(report.text) for span in report.body)
