"""Backups hold one state of everything, and make the same workspace again on either database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text
from written_arrivals import LATER, NOW, arrival, filled, read_words, taken

from benchmarks.postgres_server import empty_database
from geo.errors import StoreError
from geo.store.backup import back_up, restore
from geo.store.copies import link_copies
from geo.store.reprocess import reprocess
from geo.store.review.log import decide
from geo.store.review.operations import accept
from geo.store.review.reviewed import review_of
from geo.store.schema import metadata
from geo.store.verify import verify
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from geo.store.workspace import Workspace

TEXTS = ("West fell. East fell.", "East fell.", "Nowhere\x00 fell.")


def everything(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    with workspace.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }


@pytest.fixture
def used(workspace: Workspace) -> Workspace:
    """A workspace in which something of every kind has been done."""
    filled(workspace, *TEXTS)
    link_copies(workspace)
    list(reprocess(workspace, lambda report: read_words(report, side="blue"), LATER, NOW))
    with workspace.reading() as connection:
        seen = review_of(connection).claims[0]
    decide(workspace, accept(seen), "Ada", NOW)
    return workspace


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(
    request: pytest.FixtureRequest, tmp_path: Path, used: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Where to restore to, after a backup was made to `backup.sqlite`."""
    back_up(used, tmp_path / "backup.sqlite")
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("elsewhere") / "restored.sqlite")
    used.close()
    return empty_database(request.getfixturevalue("postgres"))


def test_a_restored_workspace_holds_every_row_and_can_be_worked_on(tmp_path: Path, elsewhere: str) -> None:
    with opened_workspace(str(tmp_path / "backup.sqlite")) as backup:
        kept = everything(backup)
    assert all(kept.values())
    restore(tmp_path / "backup.sqlite", elsewhere)
    with opened_workspace(elsewhere) as restored:
        assert everything(restored) == kept
        (more,) = taken(restored, [arrival("West fell once more.", "new")])
        assert more.new
        assert verify(restored) == ()


def test_a_backup_holds_what_the_workspace_holds(used: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"
    target.write_bytes(b"an older backup")
    back_up(used, target)
    with opened_workspace(str(target)) as backup:
        assert everything(backup) == everything(used)
    assert sorted(path.name for path in tmp_path.glob("*.part*")) == []


def test_nothing_is_restored_over_something(used: Workspace, address: str, tmp_path: Path) -> None:
    back_up(used, tmp_path / "backup.sqlite")
    before = everything(used)
    with pytest.raises(StoreError, match="already"):
        restore(tmp_path / "backup.sqlite", address)
    assert everything(used) == before


def test_a_backup_with_faults_is_not_restored(used: Workspace, tmp_path: Path) -> None:
    back_up(used, tmp_path / "backup.sqlite")
    with opened_workspace(str(tmp_path / "backup.sqlite")) as backup, backup.writing() as connection:
        connection.execute(text("UPDATE reports SET raw = x'00'"))
    with pytest.raises(StoreError, match="its bytes are not those"):
        restore(tmp_path / "backup.sqlite", str(tmp_path / "restored.sqlite"))
    assert not (tmp_path / "restored.sqlite").exists()


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_is_no_backup_is_told(tmp_path: Path, content: bytes | None) -> None:
    source = tmp_path / "backup.sqlite"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(StoreError):
        restore(source, str(tmp_path / "restored.sqlite"))
    assert [path.name for path in tmp_path.iterdir()] == ([source.name] if content is not None else [])


def test_a_backup_to_a_folder_that_is_not_there_is_told(used: Workspace, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        back_up(used, tmp_path / "nowhere" / "backup.sqlite")
