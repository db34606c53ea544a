"""Which column holds what, and what a row gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.errors import ReportError
from geo.reports.formats.columns import FIELDS, map_columns, usual_headings
from geo.reports.inputs import Given
from geo.reports.options import Limits, ReadingOptions
from geo.reports.read import ReadResult, read_reports

if TYPE_CHECKING:
    from geo.reports.report import Report


def given(name: str, text: str, *columns: tuple[str, str], rows: int = 100) -> ReadResult:
    options = ReadingOptions(columns, limits=Limits(rows=rows))
    return read_reports([Given(name, text.encode())], options)


def brief(report: Report) -> tuple[str, str, str, str | None, str | None]:
    return report.id, report.published.isoformat(), report.text, report.publisher, report.title


@pytest.mark.parametrize(
    ("headings", "mapped"),
    [
        (["Date", "Text"], {"date": "Date", "text": "Text"}),
        (["event_date", "published_at", "body"], {"date": "published_at", "text": "body"}),
        (
            ["Headline", "Source", "Publication date", "Full-Text", "Link", "lang"],
            {
                "title": "Headline",
                "publisher": "Source",
                "date": "Publication date",
                "text": "Full-Text",
                "url": "Link",
                "language": "lang",
            },
        ),
        (
            ["Fecha", "Medio", "Título", "Texto"],
            {"date": "Fecha", "publisher": "Medio", "title": "Título", "text": "Texto"},
        ),
    ],
)
def test_usual_headings_tell_what_a_column_holds(headings: list[str], mapped: dict[str, str]) -> None:
    assert map_columns(headings, ()) == mapped


def test_each_field_has_headings_that_no_other_field_has() -> None:
    headings = usual_headings()
    assert set(headings) == set(FIELDS)
    every = [heading for usual in headings.values() for heading in usual]
    assert len(every) == len(set(every))
    assert [heading for heading in every if heading != " ".join(heading.casefold().split())] == []


def test_a_named_column_comes_before_a_guess_and_is_not_guessed_for_another_field() -> None:
    assert map_columns(["Date", "Text", "Summary"], [("text", "summary")]) == {"date": "Date", "text": "Summary"}
    assert map_columns(["Day", "Text", "Title"], [("text", "Title")]) == {"date": "Day", "text": "Title"}


@pytest.mark.parametrize(
    ("headings", "chosen", "reason"),
    [
        (["Words", "When"], (), "no column for text and date was found among the headings 'Words', 'When'"),
        (["Text", "When"], (), "no column for date was found among the headings 'Text', 'When'"),
        (["Text", "When"], [("date", "Wen")], "it has no column 'Wen' for date, but the headings 'Text', 'When'"),
        ([], (), "no column for text and date was found among no headings"),
    ],
)
def test_a_column_that_is_not_there_is_refused_with_the_headings_that_are(
    headings: list[str], chosen: list[tuple[str, str]], reason: str
) -> None:
    with pytest.raises(ReportError) as refusal:
        map_columns(headings, chosen)
    assert refusal.value.reason == reason
    assert "--column" in refusal.value.remedy


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_gives_a_report_a_row_whatever_parts_its_cells(delimiter: str) -> None:
    rows = [
        ["Date", "Source", "Title", "Text"],
        ["2022-09-10", "AP", "In", '"Troops entered,\nat last; so\t| say ""we"""'],
    ]
    result = given("list.csv", "\r\n".join(delimiter.join(row) for row in rows))
    text = 'Troops entered,\nat last; so\t| say "we"'
    assert [brief(report) for report in result.reports] == [("list-2", "2022-09-10", text, "AP", "In")]
    provenance = result.reports[0].provenance
    assert (provenance.source, provenance.published, provenance.publisher) == (
        "list.csv, row 2",
        "column 'Date'",
        "column 'Source'",
    )


def test_bad_rows_are_named_and_stop_no_others() -> None:
    result = given("a.csv", "date,text\n,no day\n2022-09-10,Good.\n\n2022-09-11,\n03/04/2021,Which?\nsoon,When?\n")
    assert [report.text for report in result.reports] == ["Good."]
    assert result.problems == (
        "a.csv, row 2: the column 'date' is empty. Fill it in, or leave the row out.",
        "a.csv, row 5: the column 'text' is empty. Fill it in, or leave the row out.",
        "a.csv, row 6: the date '03/04/2021' can mean two days. Write it as YYYY-MM-DD.",
        "a.csv, row 7: the date 'soon' (column 'date') cannot be read. Write it as YYYY-MM-DD.",
    )


def test_lines_of_json_give_a_report_each_and_bad_ones_are_named() -> None:
    lines = (
        '{"text": "Good.", "date": "2022-09-10T10:00:00Z", "outlet": "AP", "tags": [1]}',
        "[1]",
        '{"text": ',
        '{"words": "x"}',
        '{"text": "No day.", "date": null}',
        "[" * 50_000,
    )
    result = given("a.jsonl", "\n".join(lines))
    assert [brief(report) for report in result.reports] == [("a-1", "2022-09-10", "Good.", "AP", None)]
    reasons = [problem.partition(": ")[2] for problem in result.problems]
    for reason, start in zip(
        reasons,
        (
            "this is a JSON list",
            "this is no JSON",
            "no column for text and date",
            "the key 'date' is empty",
            "this is no JSON",
        ),
        strict=True,
    ):
        assert reason.startswith(start)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "date,text\n" + "2022-09-10,Good.\n" * 5),
        ("a.jsonl", '{"text": "Good.", "date": "2022-09-10"}\n' * 6),
    ],
)
def test_more_rows_than_the_limit_are_refused(name: str, text: str) -> None:
    (*_, problem) = given(name, text, rows=4).problems
    assert "it has more than 4 " in problem
    assert problem.endswith("Split it.")


def test_the_same_row_in_two_tables_is_one_report() -> None:
    rows = [Given("a.csv", b"date,text\n2022-09-10,Good."), Given("b.csv", b"text;date\nGood.;2022-09-10")]
    result = read_reports(rows)
    assert [report.id for report in result.reports] == ["a-2"]
    assert result.problems == ("b.csv, row 2: the same bytes as a.csv, row 2; read once.",)
