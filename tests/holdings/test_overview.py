"""What an archive comes to is read from the file that says so, unless that was counted of other files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from written_archive import written_archive

from geo.archive.archive import open_archive
from geo.holdings import overview as overviews
from geo.holdings.disk import on_disk
from geo.holdings.overview import OVERVIEW, keep_overview, overview
from geo.pipeline import build_dataset
from geo.profile import load_profile

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.archive.archive import Archive
    from geo.pipeline import Dataset

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(gazetteer: Gazetteer) -> Dataset:
    return build_dataset([SEEDS / "reports"], load_profile(SEEDS / "panjshir-2021.toml"), gazetteer)


@pytest.fixture
def folder(seeds: Dataset, tmp_path: Path) -> Path:
    return written_archive(tmp_path / "archive", seeds)


def refuse(_archive: Archive) -> None:
    pytest.fail("all claims were gone through")


def test_it_is_what_is_counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = overview(open_archive(folder))
    keep_overview(folder)
    monkeypatch.setattr(overviews, "_counted", refuse)
    assert overview(open_archive(folder)) == counted


def test_a_page_opens_the_same_with_and_without_it(folder: Path) -> None:
    before = on_disk(folder).whole
    keep_overview(folder)
    assert on_disk(folder).whole == before


def test_it_is_written_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_overview(folder)
    monkeypatch.setattr(overviews, "_counted", refuse)
    keep_overview(folder)


@pytest.mark.parametrize(
    "text", ["", "broken", "[]", "{}", "{}\n{}", '{"format":0}', '{"format":2,"source":"of another archive"}']
)
def test_what_is_damaged_or_of_another_archive_is_counted_anew(folder: Path, text: str) -> None:
    keep_overview(folder)
    whole = (folder / OVERVIEW).read_bytes()
    (folder / OVERVIEW).write_text(text, encoding="utf-8")
    assert overview(open_archive(folder)).claims == json.loads(whole.splitlines()[1])["claims"]
    keep_overview(folder)
    assert (folder / OVERVIEW).read_bytes() == whole


@given(at=st.integers(0), letter=st.sampled_from("0aZ,"))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_of_which_a_letter_was_changed_is_counted_anew(folder: Path, at: int, letter: str) -> None:
    whole = overview(open_archive(folder))
    keep_overview(folder)
    told = bytearray((folder / OVERVIEW).read_bytes())
    told[at % len(told)] = ord(letter)
    (folder / OVERVIEW).write_bytes(told)
    assert overview(open_archive(folder)) == whole


def test_it_is_not_taken_for_files_that_were_replaced(folder: Path, seeds: Dataset) -> None:
    keep_overview(folder)
    written_archive(folder, seeds, rows=5)  # the same claims in files of other sizes
    archive = open_archive(folder)
    assert overviews._read(archive) is None  # noqa: SLF001 - that it was not taken is seen nowhere else
    assert overview(archive).claims == len(seeds.claims)
