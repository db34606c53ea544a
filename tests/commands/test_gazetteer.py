import json
import subprocess
import sys
from pathlib import Path

import pytest
from installable import luxembourg_folder
from typer.testing import CliRunner

from gazetteer import Gazetteer
from geo.cli import app, main


@pytest.fixture(autouse=True)
def folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, gazetteer: Gazetteer) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / gazetteer.path.name).symlink_to(gazetteer.path)
    monkeypatch.setenv("CLAIMLINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CLAIMLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["gazetteer", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_a_name_is_found_with_scores_and_reasons() -> None:
    code, out, _ = run("find", "Banu district", "--country", "af", "--near", "Baghlan")
    assert code == 0
    first = out.splitlines()[1]
    assert "Andarab (district)" in first
    assert "AF0907" in first
    assert "the words say district" in out


def test_candidates_come_as_json_too() -> None:
    code, out, _ = run("find", "Andarab", "--country", "AF", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert (found[0]["id"], found[0]["in"], found[0]["source"]) == ("AF0907", ["Baghlan", "Afghanistan"], "ocha")
    assert {"score", "lat", "lon", "reasons"} <= found[0].keys()


def test_a_name_that_is_not_known_gives_status_1() -> None:
    code, out, error = run("find", "Qwertzuiop")
    assert (code, out) == (1, "")
    assert "No place named 'Qwertzuiop' is known" in error


def test_a_country_is_installed_listed_and_removed(tmp_path: Path) -> None:
    folder = luxembourg_folder(tmp_path / "from")
    code, out, _ = run("install", "LUX", "--from", str(folder))
    assert code == 0
    assert "licence  CC0 1.0" in out
    assert "SHA-256" in out
    assert run("list")[1] == out
    assert json.loads(run("list", "--format", "json")[1])[0]["iso3"] == "LUX"
    assert "gb:1B1" in run("find", "Southland")[1]
    assert run("remove", "LU")[2] == "LUX: removed.\n"
    assert "Nothing is installed" in run("list")[2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["install", "ZZZ"], "'ZZZ' is no code of a country"),
        (["install", "AFG", "--from", "nowhere"], "nowhere: there is no such folder"),
        (["remove", "AFG"], "Nothing is installed of AFG"),
        (["find", "Kabul", "--country", "AFG"], "--country AFG: there is no such country"),
        (["find", "Kabul", "--near", "Qwertzuiop"], "--near Qwertzuiop"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_with_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", "gazetteer", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    error = capsys.readouterr().err
    assert ended.value.code == 1
    assert message in error
    assert len(error.strip().splitlines()) == 1


def test_help_needs_none_of_the_large_libraries() -> None:
    code = "import sys, geo.cli; print({'geopandas', 'shapely', 'requests', 'geopy', 'streamlit'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert shown.stdout.strip() == "set()"
