"""An archive is read in pieces: a click reads a few row groups, a file is written from runs of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from small_world import SIDES
from written_archive import written_archive
from written_claims import END, PLACES, START, WEST, august, claim

from geo.archive.row_groups import RowGroups, Wanted
from geo.control.fold import fold
from geo.holdings import streams
from geo.holdings.disk import on_disk
from geo.holdings.streams import spans_of
from geo.pipeline import Dataset
from geo.profile import Profile
from geo.reports.report import Report, Span
from geo.view.filters import Filters
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geo.holdings.disk import OnDisk

LINES = [f"{place} {side} takes {day} by media" for day in range(18, 31) for place, side in
         (("West", "red"), ("East", "blue"), ("Village", "red"), ("Seat", "blue"))]  # fmt: skip


@pytest.fixture
def kept(tmp_path: Path) -> OnDisk:
    claims = tuple(claim(line, report=f"r{number:02}") for number, line in enumerate(LINES))
    reports = tuple(
        Report(one.report, one.quote, one.published, "", "0" * 64, (Span(0, len(one.quote)),), "A paper", "Title")
        for one in claims
    )
    war = Profile(title="A war", sides=SIDES, countries=("XX",))
    periods = fold(claims, PLACES, start=START, end=END, stale_after_days=war.stale_after_days)
    data = Dataset(war, reports, claims, periods, PLACES, START, END, (), ())
    return on_disk(written_archive(tmp_path, data))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many row groups each reading takes."""
    taken: list[int] = []
    chosen = RowGroups.chosen

    def counted(self: RowGroups, asked: Wanted) -> list[object]:
        found = chosen(self, asked)
        taken.append(sum(len(numbers) for _, numbers in found))
        return found  # type: ignore[return-value]

    monkeypatch.setattr(RowGroups, "chosen", counted)
    return taken


def test_a_click_reads_the_row_groups_of_its_place(kept: OnDisk, read: list[int]) -> None:
    groups = sum(file.group_count for file in kept.archive.claims.files)
    book = kept.book(WEST.id, august(24))
    assert {one.place.id for one in book.claims.values()} <= {WEST.id, *WEST.parents, "gn:1"}
    assert read
    assert read[0] < groups


def test_a_second_look_at_a_place_and_day_reads_nothing(kept: OnDisk, read: list[int]) -> None:
    first = kept.book(WEST.id, august(24))
    before = len(read)
    assert kept.book(WEST.id, august(24)) is first
    assert len(read) == before


def test_later_claims_are_not_read_for_an_earlier_day(kept: OnDisk) -> None:
    book = kept.book(WEST.id, august(20))
    assert max(one.event_end for one in book.claims.values() if one.event_end) == august(20)


def test_claims_stream_in_runs_of_days(kept: OnDisk, read: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "AT_ONCE", 8)
    found = kept.findings()
    few = streams.ClaimStream(kept.sifted, spans_of({august(day): 4 for day in range(18, 31)}, 8))
    read.clear()
    assert len(list(islice(few, 5))) == 5
    assert len(read) == 1
    assert [one.id for one in few] == [one.id for one in found.claims]
    assert len(list(found.claims)) == len(list(found.claims)) == len(LINES)


def test_a_long_list_says_how_much_of_it_is_shown(kept: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.holdings.disk.MOST_ROWS", 3)
    few = on_disk(kept.archive.folder)
    assert len(few.first_claims()) == 3
    assert len(few.first_reports()) == 3
    assert few.survey.claims == len(LINES)
    assert [one.id for one, _ in few.first_claims()] == [one.id for one, _ in kept.first_claims()][:3]


@pytest.mark.parametrize(
    ("counts", "at_once", "days"),
    [
        ([], 5, []),
        ([3], 5, [(0, 0)]),
        ([2, 2, 2], 5, [(0, 1), (2, 2)]),
        ([9, 1, 1], 5, [(0, 0), (1, 2)]),
        ([1, 9, 1], 5, [(0, 0), (1, 1), (2, 2)]),
        ([1, 1, 1], 1, [(0, 0), (1, 1), (2, 2)]),
    ],
)
def test_runs_of_days_hold_about_so_many_rows(counts: Sequence[int], at_once: int, days: list[tuple[int, int]]) -> None:
    first = date(2021, 1, 1)
    told = spans_of({first + timedelta(days=number): count for number, count in enumerate(counts)}, at_once)
    assert [((one - first).days, (other - first).days) for one, other in told] == days


def test_a_view_leaves_nothing_behind(kept: OnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "views"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    view = kept.seen(View(filters=Filters(side=("red",))))
    assert list(folder.iterdir())
    periods = view.findings().periods
    del view
    assert list(periods)
    del periods
    assert not list(folder.iterdir())
