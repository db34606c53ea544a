"""An archive answers as the same reports do in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from written_archive import written_archive

from geo.archive import refold
from geo.archive.sieve import Sifted
from geo.choose import NOBODY, Choice
from geo.control.clock import Clock
from geo.errors import ClaimlineError
from geo.export.contents import contents
from geo.export.formats import FORMATS
from geo.holdings.disk import on_disk
from geo.holdings.export_command import export_command
from geo.holdings.memory import in_memory
from geo.map.evidence import Desk, panel
from geo.map.full_report import report_words
from geo.map.layers import survey_model
from geo.map.why import deed_words, reasons
from geo.pipeline import Dataset, build_dataset
from geo.profile import library, load_profile
from geo.view.filters import Filters
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from gazetteer import Gazetteer
    from geo.archive.row_groups import Wanted
    from geo.claims.claim import Claim
    from geo.export.format import Format
    from geo.holdings.disk import OnDisk
    from geo.holdings.holdings import Holdings
    from geo.holdings.memory import InMemory

    Both = Callable[[View], tuple[InMemory, OnDisk]]

SEEDS = Path(__file__).parents[2] / "seeds"
ANDARAB, DEH_SALAH, PUL_E_HISAR, RUKHA, BAGHLAN = "AF0907", "AF0908", "AF0912", "AF0805", "AF09"
PLACES = (ANDARAB, DEH_SALAH, PUL_E_HISAR, RUKHA, BAGHLAN, "AF0101")
DAYS = tuple(date(2021, 8, 19) + timedelta(days=number) for number in (0, 2, 3, 6, 9, 16))
VIEWS = {
    "usual": View(),
    "one side's word": View(basis="taliban"),
    "as known that day": View(clock=Clock.KNOWN),
    "takes": View(filters=Filters(action=("takes",))),
    "a side, asserted": View(filters=Filters(side=("resistance",), assertion=("asserted",))),
    "districts": View(filters=Filters(kind=("district",))),
    "words": View(filters=Filters(text="DISTRICTS resistance")),
    "known, with words": View(clock=Clock.KNOWN, filters=Filters(text="Panjshir")),
    "nothing": View(filters=Filters(text="no report says this")),
}


@pytest.fixture(scope="module")
def seeds(gazetteer: Gazetteer) -> Dataset:
    return build_dataset([SEEDS / "reports"], load_profile(SEEDS / "panjshir-2021.toml"), gazetteer)


@pytest.fixture(scope="module")
def folder(seeds: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_archive(tmp_path_factory.mktemp("archive"), seeds)


@pytest.fixture(scope="module")
def held(seeds: Dataset) -> InMemory:
    return in_memory(seeds)


@pytest.fixture(scope="module")
def kept(folder: Path) -> OnDisk:
    return on_disk(folder)


@pytest.fixture(scope="module")
def both(held: InMemory, kept: OnDisk) -> Callable[[View], tuple[InMemory, OnDisk]]:
    """The same view of both, made once."""
    return cache(lambda view: (held.seen(view), kept.seen(view)))


def shown(found: Holdings, place: str, day: date, gazetteer: Gazetteer, model: dict[str, object]) -> dict[str, object]:
    """The whole evidence panel."""
    at = Desk(found.book(place, day), gazetteer, model, found.spoken, found.view.clock)
    ask, past = found.inquiry(place, day), found.history(place, day)
    assert ask is not None
    assert past is not None
    return panel(at, place, day, deed_words(place, day, ask)) | reasons(place, day, past)


@pytest.mark.parametrize("view", VIEWS.values(), ids=list(VIEWS))
def test_the_map_is_the_same(both: Both, gazetteer: Gazetteer, view: View) -> None:
    one, other = (survey_model(found.survey, gazetteer) for found in both(view))
    looks = [{place: coloured(model, place) for place in model["runs"]} for model in (one, other)]
    assert looks[0] == looks[1]
    mixed = ("styles", "runs")  # numbered in the order in which the files have the places
    assert {name: part for name, part in one.items() if name not in mixed} == {
        name: part for name, part in other.items() if name not in mixed
    }


def coloured(model: dict[str, object], place: str) -> list[tuple[int, object]]:
    """From which day on a place has which look."""
    run, styles = model["runs"][place], model["styles"]  # type: ignore[index]
    return [(day, styles[code]) for day, code in zip(run[::2], run[1::2], strict=True)]


@pytest.mark.parametrize("view", VIEWS.values(), ids=list(VIEWS))
@pytest.mark.parametrize("place", PLACES)
def test_the_evidence_is_the_same(both: Both, gazetteer: Gazetteer, view: View, place: str) -> None:
    one, other = both(view)
    model = survey_model(one.survey, gazetteer)
    for day in DAYS:
        assert shown(one, place, day, gazetteer, model) == shown(other, place, day, gazetteer, model)


@pytest.mark.parametrize("view", [VIEWS["usual"], VIEWS["takes"]], ids=["usual", "takes"])
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_the_files_are_the_same(both: Both, gazetteer: Gazetteer, form: Format, view: View) -> None:
    sides = both(View())[0].survey.sides
    for layer in form.layers:
        one, other = (
            b"".join(form.write(contents(found.findings(), gazetteer, view, sides), layer)) for found in both(view)
        )
        assert one == other, layer.id


@pytest.mark.parametrize("view", VIEWS.values(), ids=list(VIEWS))
def test_the_lists_are_the_same(both: Both, view: View) -> None:
    one, other = both(view)
    assert sorted((claim for claim, _ in one.first_claims()), key=in_text) == [
        claim for claim, _ in other.first_claims()
    ]
    assert [(report.id, count) for report, count in one.first_reports()] == [
        (report.id, count) for report, count in other.first_reports()
    ]
    some = [ANDARAB, PUL_E_HISAR]
    told = [(one.place, one.start, one.end, one.status, one.holder) for one in one.periods_of(some)]
    assert told == [(one.place, one.start, one.end, one.status, one.holder) for one in other.periods_of(some)]


def in_text(claim: Claim) -> tuple[object, ...]:
    return claim.published, claim.report, claim.start, claim.place_start, claim.id


def test_what_can_be_chosen_is_the_same_but_for_corroboration(held: InMemory, kept: OnDisk) -> None:
    assert kept.offered() == held.offered()
    assert kept.bases() == {name: label for name, label in held.bases().items() if name != "corroborated"}
    assert kept.notes
    with pytest.raises(ClaimlineError, match="not offered for an archive"):
        kept.seen(View(basis="corroborated"))


def test_a_report_and_what_found_no_place_come_back_whole(held: InMemory, kept: OnDisk) -> None:
    for report, _ in held.first_reports():
        assert kept.report(report.id) == report
    assert kept.report("no such report") is None
    assert sorted(kept.unplaced, key=repr) == sorted(held.unplaced, key=repr)
    told = {name.report: report_words(held.doubted_reports()[name.report]) for name in held.unplaced}
    assert {name: report_words(report) for name, report in kept.doubted_reports().items()} == told
    assert kept.problems == held.problems
    assert kept.doubts == held.doubts


def test_a_view_is_folded_with_the_claims_of_some_places_at_a_time(
    kept: OnDisk, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = View(clock=Clock.KNOWN)
    _, whole = both(view)
    taken: list[int] = []
    coded = refold.signal_columns
    monkeypatch.setattr(refold, "signal_columns", lambda rows, places: taken.append(len(rows)) or coded(rows, places))
    monkeypatch.setattr(refold, "AT_ONCE", 1)
    tables = Sifted.tables
    asked: list[int] = []

    def counted(self: Sifted, columns: Sequence[str], wanted: Wanted, coded: Sequence[str] = ()) -> Iterator[pa.Table]:
        asked.append(len(wanted.values))
        return tables(self, columns, wanted, coded)

    monkeypatch.setattr(Sifted, "tables", counted)
    seen = kept.seen(view)
    assert len(taken) > 1
    assert max(taken) < kept.survey.claims
    assert asked[: len(taken)] == [1] * len(taken)  # each time only the claims on its places are read
    assert list(seen.findings().periods) == list(whole.findings().periods)


def test_a_report_is_marked_as_it_was_read(seeds: Dataset, kept: OnDisk, tmp_path: Path) -> None:
    first, second, third = (report.id for report in seeds.reports[:3])
    given = load_profile(SEEDS / "panjshir-2021.toml")
    known = library()[0]
    data = replace(seeds, choices={first: Choice(known), second: Choice(NOBODY), third: Choice(given)})
    chosen = on_disk(written_archive(tmp_path, data))
    assert [chosen.read_with(one) for one in (first, second)] == [known, NOBODY]
    assert chosen.dataset().read_with(first) == in_memory(data).read_with(first) == known
    assert kept.read_with(first) == kept.archive.about.profile


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(), "claimline export 'a war' --out FILE"),
        (
            View("taliban", Clock.KNOWN, Filters(side=("a b", "c"), text="t u")),
            "claimline export 'a war' --basis=taliban --clock=known '--side=a b' --side=c '--text=t u' --out FILE",
        ),
    ],
)
def test_the_command_writes_what_is_shown(view: View, said: str) -> None:
    assert export_command(Path("a war"), view) == said


def test_what_is_too_much_for_a_browser_names_the_folder_as_given(
    kept: OnDisk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.holdings.disk_limits.MOST_IN_A_FILE", 0)
    assert f"export {folder} --clock=known --out" in replace(kept, view=View(clock=Clock.KNOWN)).too_large


def test_what_is_not_held_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.holdings.disk.MOST_ROWS", 0)
    monkeypatch.setattr("geo.holdings.disk_held.MOST_REPORTS", 1)
    few = on_disk(folder)
    found, counts = few.dataset(), few.archive.about.counts
    assert {one.id for one in found.reports} == {claim.report for claim in found.claims}
    assert not found.unplaced
    assert f"Only 0 of {counts['unplaced']:,} names without a place are told of here" in " ".join(found.problems)


def test_little_can_be_held_whole(seeds: Dataset, kept: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = kept.dataset()
    claims = tuple(sorted(seeds.claims, key=in_text))
    assert (found.claims, found.reports, found.periods) == (claims, seeds.reports, seeds.periods)
    monkeypatch.setattr("geo.holdings.disk_limits.MOST_HELD", 3)
    with pytest.raises(ClaimlineError, match="Narrow the filters"):
        kept.dataset()
