import pytest

from benchmarks.intake import main
from gazetteer import Gazetteer


def test_every_whole_file_of_a_mixed_folder_is_taken_in_and_every_broken_one_named(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
    assert main(["--files", "60", "--broken", "9"]) == 0
    assert "9 of 9 broken files named" in capsys.readouterr().out
