"""The model of languages is unpacked once, mapped by every process, and says what py3langid says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import py3langid
import pytest

from geo.reports.language_model import ARRAYS, identifier, laid_out
from tests.reports.test_language import ENGLISH, FRENCH, GERMAN, UKRAINIAN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, GERMAN, UKRAINIAN, "", "1234", FRENCH.upper()])
def test_a_text_gets_the_language_and_score_that_py3langid_gives_it(text: str) -> None:
    told = identifier()
    assert told.model.classify(text) == py3langid.classify(text)
    assert told.language(text) == py3langid.classify(text)[0]
    assert len(told.mapped) == len(ARRAYS)


def test_the_tables_are_unpacked_once_and_mapped(tmp_path: Path) -> None:
    first = laid_out(tmp_path)
    written = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.npy")}
    second = laid_out(tmp_path)
    assert {path.stem for path in written} == set(ARRAYS)
    assert written == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert all(isinstance(array, np.memmap) for array in (*first.values(), *second.values()))


def test_where_nothing_can_be_written_the_tables_are_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CLAIMLINE_CACHE", str(tmp_path / "file"))
    assert identifier.__wrapped__().language(FRENCH) == "fr"


def test_a_broken_table_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(tmp_path)
    next(tmp_path.rglob("ptc.npy")).write_bytes(b"")
    monkeypatch.setenv("CLAIMLINE_CACHE", str(tmp_path))
    assert identifier.__wrapped__().language(FRENCH) == "fr"
