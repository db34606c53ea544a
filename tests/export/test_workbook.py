"""XLSX, read back by openpyxl."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
from written_claims import claim
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import found_in

from geo.export import workbook
from geo.export.text import writable

if TYPE_CHECKING:
    import pytest

FOUND = written()


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book:
        head, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def test_every_table_is_a_sheet_with_every_row() -> None:
    found = {name: len(rows) for name, rows in sheets(file_of(FOUND, "xlsx")).items() if name != "about"}
    assert found == {"claims": 6, "control_periods": len(FOUND.findings.periods), "places": 7, "reports": 6, "sides": 2}


def test_days_are_dates_and_numbers_are_numbers() -> None:
    found = sheets(file_of(FOUND, "xlsx"))
    claims = {row["place"]: row for row in found["claims"]}
    assert claims["Village"]["start"] == datetime(2021, 8, 22)  # noqa: DTZ001 - Excel knows no time zones
    assert claims["Village"]["event_end"] == datetime(2021, 8, 24)  # noqa: DTZ001 - as above
    assert (claims["Village"]["deaths_low"], claims["Village"]["partial"]) == (3, False)
    periods = {(row["place_id"], row["first_day"].date(), row["last_day"].date()) for row in found["control_periods"]}
    assert periods == {
        (one.place, one.start, date.fromordinal(one.end.toordinal() - 1)) for one in FOUND.findings.periods
    }


def test_the_first_sheet_says_what_all_of_it_means() -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of(FOUND, "xlsx")))
    rows = [[cell.value for cell in row] for row in book["about"].iter_rows()]
    told = {row[0]: row[1] for row in rows[:5]}
    assert told["shows"] == FOUND.shows
    assert "approximate" in told["note"]
    assert told["attribution"].endswith("Quotes belong to their publishers.")
    assert ["claims", "quote", "The sentence, verbatim"] in rows
    heading = rows.index(["sheet", "column", "meaning"]) + 1
    assert [cell.font.bold for cell in book["about"][heading]] == [True, True, True]


def test_text_is_never_a_formula_a_number_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of(hostile(), "xlsx")))
    (row,) = book["claims"].iter_rows(min_row=2)
    cells = {head.value: cell for head, cell in zip(book["claims"][1], row, strict=True)}
    # XML reads each end of a line as a line feed.
    quote = cells["quote"].value.replace("_x000D_", "\r")
    assert quote.replace("\r\n", "\n") == writable(HOSTILE).replace("\r\n", "\n")
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert cells["quote"].quotePrefix


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    one = claim("West red takes 20")
    long = replace(one, quote="a" * 40_000, end=40_000)
    (row,) = sheets(file_of(of(found_in([long])), "xlsx"))["claims"]
    assert len(row["quote"]) == workbook.LETTERS
    assert row["quote"].endswith(workbook.CUT)


def test_rows_that_no_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS", 4)
    found = sheets(file_of(FOUND, "xlsx"))
    assert [len(found[name]) for name in ("claims", "claims 2")] == [3, 3]
    assert {row["id"] for name in ("claims", "claims 2") for row in found[name]} == {
        one.id for one in FOUND.findings.claims
    }


def test_a_day_before_excels_calendar_is_text() -> None:
    one = replace(claim("West red takes 20"), event_start=date(1839, 8, 7), event_end=date(1839, 8, 7))
    (row,) = sheets(file_of(of(found_in([one])), "xlsx"))["claims"]
    assert row["event_start"] == "1839-08-07"
