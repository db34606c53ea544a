"""Reading anew: all reports, each once, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_arrivals import LATER, NOW, VERSIONS, filled, read_words

from geo.claims.claim import Action
from geo.store.readings import Reading, current_claims
from geo.store.reprocess import changes, reprocess
from geo.store.review.operations import CORRECTABLE
from geo.store.review.state import JUDGED
from geo.store.verify import verify

if TYPE_CHECKING:
    from geo.reports.report import Report
    from geo.store.workspace import Workspace

TEXTS = ("West fell. East fell.", "East fell.")


def changed(workspace: Workspace) -> list[tuple[str, str, str, tuple[str, ...]]]:
    with workspace.reading() as connection:
        return [(str(one.kind), one.claim.report, one.claim.place.name, one.fields) for one in changes(connection)]


def read_later(report: Report) -> Reading:
    """The second version of the rules: blue takes West, nothing is said of East, which holds in the second report."""
    if report.id == "r0":
        return Reading(tuple(claim for claim in read_words(report, side="blue").claims if claim.place.name == "West"))
    return read_words(report, Action.HOLDS)


def test_what_is_read_otherwise_is_told_claim_by_claim(workspace: Workspace) -> None:
    filled(workspace, *TEXTS)
    assert list(reprocess(workspace, read_later, LATER, NOW)) == ["r0", "r1"]
    assert sorted(changed(workspace)) == [
        ("changed", "r0", "West", ("actor",)),
        ("gone", "r0", "East", ()),
        ("gone", "r1", "East", ()),
        ("new", "r1", "East", ()),
    ]
    with workspace.reading() as connection:
        assert len(list(current_claims(connection))) == 2
    assert verify(workspace) == ()


@pytest.mark.parametrize("field", sorted(CORRECTABLE - {"date_basis"}))
def test_whatever_a_person_can_correct_is_told_when_it_is_read_otherwise(field: str) -> None:
    # How a day was found is no part of what is claimed.
    assert field in JUDGED


def test_with_the_same_versions_there_is_nothing_to_do(workspace: Workspace) -> None:
    filled(workspace, *TEXTS)
    assert list(reprocess(workspace, read_later, VERSIONS, NOW)) == []
    assert changed(workspace) == []


def test_reading_anew_that_is_stopped_goes_on_where_it_stopped(workspace: Workspace) -> None:
    filled(workspace, *TEXTS)
    stopped = reprocess(workspace, read_later, LATER, NOW)
    assert next(stopped) == "r0"
    stopped.close()
    with workspace.reading() as connection:
        assert sorted(one.record["report"] for one in current_claims(connection)) == ["r0", "r1"]
    assert list(reprocess(workspace, read_later, LATER, NOW)) == ["r1"]
    assert len(changed(workspace)) == 4


def test_reports_taken_in_since_are_no_change(workspace: Workspace) -> None:
    filled(workspace, TEXTS[0])
    list(reprocess(workspace, read_words, LATER, NOW))
    filled(workspace, *TEXTS, versions=LATER)
    assert changed(workspace) == []
