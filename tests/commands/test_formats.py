"""Commands read every format, with what a person says of columns and of the network."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from command_line import claimline

from benchmarks import made_files
from benchmarks.made_files import Words

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

WORDS = Words(datetime(2022, 11, 11, tzinfo=UTC), "AP", "Kherson", ("Ukrainian forces captured Kherson on Friday.",))
OTHER = Words(datetime(2022, 9, 10, tzinfo=UTC), "AP", "Kupiansk", ("Ukrainian forces captured Kupiansk on Friday.",))


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def test_claims_come_out_of_a_pdf_and_an_archive_with_quotes_that_are_in_their_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(made_files.pdf(WORDS))
    (tmp_path / "b.zip").write_bytes(made_files.packed([("c.docx", made_files.docx(OTHER)), ("d.pdf", b"%PDF-")]))
    assert claimline(monkeypatch, "extract", tmp_path, "--profile", "none") == 0
    out, err = capfd.readouterr()
    claims = [json.loads(line) for line in out.splitlines()]
    assert [(claim["report"], claim["quote"]) for claim in claims] == [
        ("c", OTHER.paragraphs[0]),
        ("a", WORDS.paragraphs[0]),
    ]
    assert "b.zip/d.pdf: it cannot be read as PDF" in err


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            (),
            "no column for text and date was found among the headings 'Words', 'When'. Name it: --column text=HEADING.",
        ),
        (("--column", "text"), "--column text: name a column as FIELD=HEADING; the fields are text, date, publisher"),
        (("--column", "body=Words"), "--column body: name a column as FIELD=HEADING"),
        (("--column", "text=Words", "--column", "date=When"), ""),
    ],
)
def test_columns_are_named_where_they_are_not_guessed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    columns: tuple[str, ...],
    told: str,
) -> None:
    (tmp_path / "a.csv").write_text(f"Words,When\n{WORDS.paragraphs[0]},2022-11-11\n", "utf-8")
    assert claimline(monkeypatch, "extract", tmp_path / "a.csv", "--profile", "none", *columns) == bool(told)
    out, err = capfd.readouterr()
    assert told in err
    assert len(out.splitlines()) == (not told)


def test_an_address_is_not_fetched_unless_it_is_allowed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert claimline(monkeypatch, "extract", "http://127.0.0.1/report") == 1
    assert "http://127.0.0.1/report: addresses are fetched only where that is allowed" in capfd.readouterr().err
    assert claimline(monkeypatch, "extract", "http://127.0.0.1/report", "--allow-network") == 1
    assert "127.0.0.1 is not on the public internet" in capfd.readouterr().err
