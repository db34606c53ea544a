from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.geoparsers import in_context, largest_population
from benchmarks.gold import GoldError, Toponym, read_gold
from benchmarks.places import Way, row
from benchmarks.score import score

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.geoparsers import Geoparser

KABUL, KUNDUZ = Toponym(0, 5, 69.17, 34.53), Toponym(10, 16, 68.87, 36.73)


def written(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_file_of_labelled_texts_is_read_with_its_names_in_order(tmp_path: Path) -> None:
    names = [{"start": 10, "end": 16, "lat": 36.73, "lon": 68.87}, {"start": 0, "end": 5, "lat": 34.53, "lon": 69.17}]
    path = written(tmp_path / "x.jsonl", {"doc_id": "1", "text": "Kabul and Kunduz", "toponyms": names})
    assert read_gold(path)[0].toponyms == (KABUL, KUNDUZ)


@pytest.mark.parametrize("line", ["{", "[]", '{"doc_id": "1"}'])
def test_a_line_that_is_no_labelled_text_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.jsonl, line 1"):
        read_gold(path)


@pytest.mark.parametrize(
    ("labelled", "predicted", "precision", "recall", "end_to_end"),
    [
        ([KABUL, KUNDUZ], [KABUL, KUNDUZ], 1.0, 1.0, 1.0),
        ([KABUL, KUNDUZ], [KABUL], 1.0, 0.5, 0.5),
        ([KABUL], [KABUL, KUNDUZ], 0.5, 1.0, 1.0),
        ([KABUL], [Toponym(0, 5, 0.0, 0.0)], 1.0, 1.0, 0.0),
        ([KABUL], [Toponym(0, 5)], 1.0, 1.0, 0.0),
        ([KABUL], [Toponym(0, 6, 69.17, 34.53)], 0.0, 0.0, 0.0),
        ([], [], 0.0, 0.0, 0.0),
    ],
)
def test_names_count_when_span_and_place_are_right(
    labelled: list[Toponym], predicted: list[Toponym], precision: float, recall: float, end_to_end: float
) -> None:
    found = score([(labelled, predicted)])
    assert (found.precision, found.recall, found.end_to_end) == (precision, recall, end_to_end)


@pytest.mark.parametrize("finds", [in_context, largest_population])
def test_a_way_is_scored_and_timed(tmp_path: Path, finds: Geoparser) -> None:
    names = [{"start": 18, "end": 23, "lat": 34.53, "lon": 69.17}]
    texts = read_gold(
        written(tmp_path / "tiny.jsonl", {"doc_id": "1", "text": "Fighting began in Kabul.", "toponyms": names})
    )
    found = row("tiny", texts, Way("a way", finds))
    assert (found.texts, found.way, found.score.end_to_end) == ("tiny", "a way", 1.0)
    assert min(found.one, found.two, found.peak_mib) > 0


def test_names_without_points_stand_where_most_people_live() -> None:
    only_names = Way("names", lambda _: (Toponym(18, 23),), places=False)
    (name,) = only_names("Fighting began in Kabul.")
    assert name.lat == pytest.approx(34.5, abs=0.1)
