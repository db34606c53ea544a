"""A workspace of any version becomes one of this version, with all that was in it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, select, text
from written_arrivals import filled

from geo.errors import StoreError
from geo.store.address import address_of
from geo.store.engine import engine_of
from geo.store.readings import current_claims
from geo.store.schema import metadata
from geo.store.upgrade import KNOWN, NEWEST, upgrade
from geo.store.verify import verify
from geo.store.workspace import Workspace, open_workspace, opened_workspace

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ScriptDirectory(str(files("geo.store") / "migrations"))


def at_step(address: str, step: str) -> Workspace:
    """A workspace as an earlier version made it."""
    workspace = Workspace(engine_of(address_of(address)), address)
    with workspace.writing() as connection:
        upgrade(connection, step)
    return workspace


def filled_at_step(address: str, step: str, filled_now: Workspace) -> None:
    """The same with all rows that the earlier version could hold."""
    earlier = at_step(address, step)
    tables = MetaData()
    with filled_now.reading() as now, earlier.writing() as then:
        tables.reflect(then)
        for table in (table for table in tables.sorted_tables if table.name in metadata.tables):
            rows = now.execute(select(*(metadata.tables[table.name].c[column.name] for column in table.c))).mappings()
            if found := [dict(row) for row in rows]:
                then.execute(table.insert(), found)
    earlier.close()


def test_the_newest_step_is_the_last_of_the_files() -> None:
    assert STEPS.get_current_head() == NEWEST
    assert {step.revision for step in STEPS.walk_revisions()} == set(KNOWN)
    assert Config().config_file_name is None


def test_the_steps_make_the_tables_that_the_code_writes(workspace: Workspace) -> None:
    with workspace.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("step", KNOWN[:-1])
def test_a_workspace_of_an_earlier_version_is_brought_up_with_what_it_holds(
    address: str, step: str, tmp_path: Path
) -> None:
    with opened_workspace(str(tmp_path / "now.sqlite"), create=True) as now:
        filled(now, "West fell.", "East fell.")
        filled_at_step(address, step, now)
    with opened_workspace(address) as workspace:
        assert verify(workspace) == ()
        with workspace.reading() as connection:
            assert len(list(current_claims(connection))) == 2
        with workspace.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_workspace_of_a_later_version_is_refused(workspace: Workspace, address: str) -> None:
    with workspace.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer Claimline"):
        open_workspace(address)


def test_a_database_of_something_else_is_refused(address: str) -> None:
    other = Workspace(engine_of(address_of(address)), address)
    with other.writing() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    other.close()
    with pytest.raises(StoreError, match="invoices"):
        open_workspace(address, create=True)


def test_a_step_that_fails_leaves_the_workspace_as_it_was(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_step(address, KNOWN[0]).close()

    class StopError(Exception):
        pass

    def half(connection: object, *_: object) -> None:
        upgrade(connection)
        raise StopError

    with monkeypatch.context() as patch:
        patch.setattr("geo.store.workspace.upgrade", half)
        with pytest.raises(StopError):
            open_workspace(address)
    with opened_workspace(address) as workspace:
        assert verify(workspace) == ()


def test_where_there_is_no_workspace_none_is_made_unasked(address: str) -> None:
    with pytest.raises(StoreError, match="claimline add"):
        open_workspace(address)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("mysql://u:secret@h/db", "no address of a workspace"),
        ("postgresql://", "no address of a workspace"),
        ("://", "no address of a workspace"),
        ("postgresql+psycopg://u:secret@127.0.0.1:1/db", "cannot be used"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(named: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as told:
        open_workspace(named, create=True)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("content", [b"date 2022-09-01 A report, no database.\n" * 100, b"x"])
def test_a_file_that_is_no_workspace_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"report\.txt"):
        open_workspace(str(file), create=True)
    assert file.read_bytes() == content


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no workspace can be made there"):
        open_workspace(str(tmp_path / "nowhere" / "w.sqlite"), create=True)
    assert list(tmp_path.iterdir()) == []
