"""Whatever is changed behind the workspace's back is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from written_arrivals import filled

from geo.errors import StoreError
from geo.store.verify import check, verify

if TYPE_CHECKING:
    from geo.store.workspace import Workspace

TEXT = "West fell. So did East."


def test_a_workspace_that_nobody_touched_has_no_faults(workspace: Workspace) -> None:
    filled(workspace, TEXT, "East fell.")
    assert verify(workspace) == ()
    check(workspace)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE reports SET raw = :bytes", "r0: its bytes are not those that were taken in."),
        ("UPDATE reports SET text = :bytes", "r0: its text is not the one that was read."),
        ("UPDATE reports SET sha256 = 'a'", "r0: its bytes are not those that were taken in."),
        ("UPDATE claims SET record = replace(record, 'fell', 'rose')", "is not what the report says there"),
        ("UPDATE claims SET record = replace(record, 'place_start', 'place_begin')", "is no claim"),
        (
            'UPDATE claims SET record = replace(record, \'"place_text":"West\', \'"place_text":"Rest\')',
            "'Rest' does not",
        ),
        ("UPDATE claims SET record = replace(record, '\"r0\"', '\"r9\"')", "names the report 'r9'"),
    ],
)
def test_a_change_is_found_and_named(workspace: Workspace, change: str, said: str) -> None:
    filled(workspace, TEXT)
    with workspace.writing() as connection:
        statement = text(change)
        connection.execute(statement.bindparams(bytes=b"other") if ":bytes" in change else statement)
    faults = verify(workspace)
    assert any(said in fault for fault in faults), faults
    with pytest.raises(StoreError, match="faults were found"):
        check(workspace)
