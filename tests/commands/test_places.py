import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geo.cli import app, main

ROOT = Path(__file__).parents[2]
FIELDS = {"doc_id", "start", "end", "name", "lat", "lon", "radius_km", "place", "resolution"}


# The command opens the index that the tests share.
pytestmark = pytest.mark.usefixtures("gazetteer")


def lines(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["places", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_mentions_point_into_the_whole_text_of_the_file() -> None:
    path = ROOT / "seeds" / "reports" / "001_5381029668afd7ea.txt"
    text = path.read_text(encoding="utf-8")
    found = lines(str(path), "--profile", str(ROOT / "seeds" / "panjshir-2021.toml"))
    assert found
    assert all(set(line) == FIELDS for line in found)
    assert all(text[line["start"] : line["end"]] == line["name"] for line in found)
    assert {line["doc_id"] for line in found} == {path.stem}


def test_a_name_in_no_gazetteer_has_no_point(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Fighters took the village of Qwertzabad, in Baghlan province, Afghanistan.", encoding="utf-8")
    found = {line["name"]: line for line in lines(str(path))}
    assert found["Baghlan"]["place"] == "AF09"
    assert found["Baghlan"]["resolution"] == "resolved"
    assert found["Baghlan"]["lat"] is not None
    unknown = found["Qwertzabad"]
    assert (unknown["resolution"], unknown["lat"], unknown["lon"], unknown["place"]) == ("unknown", None, None, None)


def test_a_text_needs_no_date_and_a_folder_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army entered Kunduz.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("date 2022-09-10 KYIV - Troops entered Kupiansk.", encoding="utf-8")
    assert {line["doc_id"] for line in lines(str(tmp_path))} == {"a", "b"}


def test_a_file_that_cannot_be_read_is_named_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army entered Kunduz.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    result = CliRunner().invoke(app, ["places", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert "b.txt: this is a binary file" in result.stderr


def test_nothing_to_read_gives_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", "places", str(tmp_path / "none.txt")])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "none.txt: there is no such file" in capsys.readouterr().err
