"""What an archive says of itself is read as it was written."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.archive.about import About, about_json, is_archive, read_about
from geo.archive.layout import DATASET, FORMAT, MARK
from geo.errors import ClaimlineError
from geo.profile import Profile, library

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = About(Profile(title="A war"), date(2021, 8, 1), date(2021, 9, 1), {"claims": 3}, {"method": "1"}, {"a": "b"})


@pytest.mark.parametrize("profile", [Profile(), *library()], ids=lambda profile: profile.id)
def test_every_profile_comes_back_as_it_was(profile: Profile, tmp_path: Path) -> None:
    about = About(profile, date(2021, 8, 1), date(2021, 9, 1))
    (tmp_path / DATASET).write_text(about_json(about), encoding="utf-8")
    assert is_archive(tmp_path)
    assert read_about(tmp_path) == about


def test_an_archive_that_is_not_finished_says_so(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text(json.dumps({"format": FORMAT}), encoding="utf-8")
    assert is_archive(tmp_path)
    with pytest.raises(ClaimlineError, match=r"is not finished\. Run the same"):
        read_about(tmp_path)


@pytest.mark.parametrize("name", [MARK, DATASET])
@pytest.mark.parametrize("text", ["", "[1]", '{"rows": 3}', '{"format": "parquet"}'])
def test_a_folder_with_a_file_of_such_a_name_is_no_archive(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert not is_archive(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "does not say what is in an archive"),
        ("{", "does not say what is in an archive"),
        ("[]", "does not say what is in an archive"),
        (about_json(WHOLE).replace("2021-08-01", "soon"), "does not say what is in an archive"),
        (about_json(WHOLE).replace(FORMAT, "claimline-archive/0"), "of format 'claimline-archive/0'"),
    ],
)
def test_what_is_no_archive_is_told_by_name(tmp_path: Path, text: str | None, told: str) -> None:
    if text is not None:
        (tmp_path / DATASET).write_text(text, encoding="utf-8")
    with pytest.raises(ClaimlineError, match=told) as raised:
        read_about(tmp_path)
    assert str(tmp_path / DATASET) in str(raised.value)
