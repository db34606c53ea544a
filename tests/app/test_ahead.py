"""A map that is made ahead is the one that the page would make, and is taken once."""

from __future__ import annotations

from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from geo.app import server
from geo.app.ahead import AHEAD, Ahead
from geo.app.arguments import Arguments, read_arguments, seeds_beside
from geo.app.mapped import of_reports
from geo.app.source import source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer import Gazetteer

PAGE = Path(__file__).parents[2] / "streamlit_app.py"
SEEDS = read_arguments((), seeds_beside(PAGE))


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def begun(arguments: Arguments) -> Ahead:
    ahead = Ahead()
    ahead.begin(arguments)
    return ahead


def test_it_is_the_map_that_the_page_would_make(gazetteer: Gazetteer) -> None:
    ahead, source = begun(SEEDS), source_of(SEEDS)
    loaded = ahead.taken(source)
    assert loaded is not None
    assert loaded.gazetteer is ahead.opened()
    assert loaded.version == of_reports(source.paths, source.profile, gazetteer).version
    assert ahead.taken(source) is None


def test_what_was_changed_meanwhile_is_not_taken(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("date 2022-09-10 KYIV - Ukrainian troops entered Kupiansk.", encoding="utf-8")
    arguments = Arguments((report,), "none")
    ahead = begun(arguments)
    made = ahead.loaded
    report.write_text("date 2022-09-11 KYIV - Ukrainian troops entered Kupiansk, too.", encoding="utf-8")
    assert ahead.taken(source_of(arguments)) is None
    assert ahead.loaded is None
    assert made is not None
    made.result()  # its thread reads on, and must not outlive the test


@pytest.mark.parametrize(
    "arguments",
    [
        Arguments((), "none", workspace="war.sqlite"),
        Arguments((Path("no such report.txt"),), "none"),
        Arguments((), "no such profile.toml"),
    ],
    ids=["a workspace", "no report", "no profile"],
)
def test_what_cannot_be_made_is_left_to_the_page(arguments: Arguments) -> None:
    assert begun(arguments).taken(source_of(arguments)) is None


def test_an_index_that_is_not_there_is_left_to_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(tmp_path))
    ahead = begun(SEEDS)
    assert ahead.opened() is None
    assert ahead.taken(source_of(SEEDS)) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), SEEDS),
        (("--server.port", "1", "--", "reports/", "--profile", "none"), Arguments((Path("reports"),), "none")),
    ],
)
def test_the_server_is_run_as_streamlit_runs_it(
    words: Sequence[str], told: Arguments, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[Sequence[str], str]] = []
    begun: Queue[Arguments] = Queue()
    begun_with: list[Arguments] = []

    def run(words: Sequence[str], prog_name: str) -> None:
        ran.append((words, prog_name))
        begun_with.append(begun.get(timeout=30))  # as the server goes on until it is ended

    monkeypatch.setattr(server.runtime, "exists", lambda: True)
    monkeypatch.setattr(AHEAD.__class__, "begin", lambda _ahead, arguments: begun.put(arguments))
    monkeypatch.setattr(server.cli, "main", run)
    server.main([str(PAGE), *words])
    assert ran == [(["run", str(PAGE), *words], "streamlit")]
    assert begun_with == [told]
