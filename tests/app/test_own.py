"""What a person hands over, and what the page says of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest

from geo.app.notices import GONE, OWN, notice_lines
from geo.app.own import texts_of
from geo.reports.given import Given

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

DAY = date(2022, 9, 10)


class File(BytesIO):
    """A file as the uploader gives it."""

    name = "war.txt"


@pytest.mark.parametrize(
    ("files", "pasted", "names"),
    [
        ([], "", []),
        ([], " \n", []),
        ([b"one"], "", ["war.txt"]),
        ([b"one"], "two", ["war.txt", "pasted text.txt"]),
    ],
)
def test_files_come_first_and_a_blank_text_is_none(files: list[bytes], pasted: str, names: list[str]) -> None:
    given = texts_of(cast("list[UploadedFile]", [File(data) for data in files]), pasted, DAY)
    assert [text.name for text in given] == names
    assert all(text.published == DAY for text in given)


def test_a_pasted_text_is_kept_letter_by_letter() -> None:
    assert texts_of([], " Kyïv {{7*7}}\r\n", None) == (Given("pasted text.txt", " Kyïv {{7*7}}\r\n".encode(), None),)


@pytest.mark.parametrize(
    ("problems", "last"), [(0, f"{OWN} Profile x."), (3, "Left out: 2"), (5, "2 more are listed under")]
)
def test_the_first_problems_are_named_and_the_others_counted(problems: int, last: str) -> None:
    lines = notice_lines(tuple(map(str, range(problems))), "Profile x.")
    assert lines[0] == f"{OWN} Profile x."
    assert lines[-1].startswith(last)
    assert GONE not in lines
