import json
from pathlib import Path

import pytest

from benchmarks.gold import GoldError, Toponym, read_gold
from benchmarks.places import main
from benchmarks.score import score

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


def test_an_absent_file_is_skipped_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "absent.jsonl")]) == 1
    shown = capsys.readouterr().out
    assert "Skipped" in shown
    assert "Nothing was measured" in shown


def test_the_table_has_a_row_a_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [{"start": 18, "end": 23, "lat": 34.53, "lon": 69.17}]
    written(tmp_path / "tiny.jsonl", {"doc_id": "1", "text": "Fighting began in Kabul.", "toponyms": names})
    assert main([str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert shown.count("tiny") == 2
    assert "largest population" in shown
