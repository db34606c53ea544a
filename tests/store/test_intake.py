"""Taking in: every report once, whole, and as it came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from written_arrivals import LATER, NOW, VERSIONS, arrival, filled, read_words, taken

from geo.reports.report import Report
from geo.store.copies import link_copies
from geo.store.intake import take_in
from geo.store.readings import Reading, current_claims, current_leftovers, current_profile, latest_run
from geo.store.records import value_of
from geo.store.reports import all_reports, report_named
from geo.store.review.reviewed import review_of
from geo.store.schema import copies, reports, runs
from geo.store.verify import verify

if TYPE_CHECKING:
    from geo.store.workspace import Workspace

# What was decoded from bytes has no half of a surrogate pair in it.
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


def test_a_report_and_its_claims_come_back_as_they_went_in(workspace: Workspace) -> None:
    (kept,) = filled(workspace, "West fell. So did East.")
    assert (kept.new, kept.claims) == (True, 2)
    with workspace.reading() as connection:
        ((_, report),) = all_reports(connection)
        claims = review_of(connection).counting()
        profile = current_profile(connection)
    assert report == arrival("West fell. So did East.", "r0").report
    assert claims == read_words(report).claims
    assert profile == VERSIONS.profile


def test_the_same_report_twice_adds_nothing(workspace: Workspace) -> None:
    filled(workspace, "West fell.")
    (again,) = taken(workspace, [arrival("West fell.", "another name")])
    assert not again.new
    with workspace.reading() as connection:
        assert len(list(all_reports(connection))) == 1
        assert len(list(current_claims(connection))) == 1


def test_a_report_of_a_name_that_is_taken_gets_a_longer_one_and_so_do_its_claims(workspace: Workspace) -> None:
    _, second = taken(workspace, [arrival("West fell.", "r"), arrival("East fell.", "r")])
    assert second.name == f"r-{arrival('East fell.').report.sha256[:8]}"
    with workspace.reading() as connection:
        assert {one.record["report"] for one in current_claims(connection)} == {"r", second.name}
    assert verify(workspace) == ()


def test_a_report_that_cannot_be_read_is_kept_with_the_reason(workspace: Workspace) -> None:
    filled(workspace, "Le village est tombé.", read=lambda _: Reading(problem="It is in French."))
    with workspace.reading() as connection:
        left = current_leftovers(connection)
        assert (left.problems, len(left.unread)) == (("It is in French.",), 1)
        assert report_named("r0", connection) is not None


def test_names_without_a_place_are_kept(workspace: Workspace) -> None:
    filled(workspace, "Nowhere fell.")
    with workspace.reading() as connection:
        (name,) = current_leftovers(connection).unplaced
    assert (name.report, name.text, name.start) == ("r0", "Nowhere", 0)


def test_a_run_that_is_stopped_goes_on_where_it_stopped(workspace: Workspace) -> None:
    arrivals = [arrival(f"West fell {number} times.", f"r{number}") for number in range(4)]
    stopped = take_in(workspace, arrivals, read_words, VERSIONS, NOW)
    assert [next(stopped).name, next(stopped).name] == ["r0", "r1"]
    stopped.close()
    assert [kept.new for kept in taken(workspace, arrivals)] == [False, False, True, True]


def test_one_run_serves_until_something_it_depends_on_changes(workspace: Workspace) -> None:
    filled(workspace, "West fell.", "East fell.")
    with workspace.reading() as connection:
        first = latest_run(connection)
        assert len(connection.execute(select(runs)).all()) == 1
    taken(workspace, [arrival("West fell again.", "later")], versions=LATER)
    with workspace.reading() as connection:
        assert latest_run(connection) != first


def test_copies_are_linked_and_kept(workspace: Workspace) -> None:
    text = (
        "Fighters of the red side took the town of West on Monday after a week of heavy fighting around its bazaar, say"
    )
    filled(workspace, f"{text} two residents.", f"{text} three residents.", "East fell.")
    assert link_copies(workspace) == 1
    assert link_copies(workspace) == 1
    with workspace.reading() as connection:
        names = {row: report.id for row, report in all_reports(connection)}
        links = {names[row.report_id]: names[row.original_id] for row in connection.execute(select(copies))}
    assert links == {"r0": "r0", "r1": "r0", "r2": "r2"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_any_text_comes_back_code_point_for_code_point(workspace: Workspace, text: str) -> None:
    one = arrival(f"West {text}")
    one = replace(one, report=replace(one.report, title=text, id=one.report.sha256))
    taken(workspace, [one])
    with workspace.reading() as connection:
        assert report_named(one.report.id, connection) == one.report
        raw = connection.scalar(select(reports.c.raw).where(reports.c.sha256 == one.report.sha256))
    assert raw == one.raw
    assert verify(workspace) == ()


def test_a_report_of_an_earlier_version_without_newer_fields_can_be_read() -> None:
    record = {
        "id": "r",
        "text": "t",
        "published": "2022-09-01",
        "published_text": "",
        "sha256": "0",
        "body": [{"start": 0, "end": 1}],
    }
    assert value_of(record, Report).publisher is None


def test_a_failure_while_a_report_is_written_leaves_nothing_of_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class StopError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StopError

    with monkeypatch.context() as patch:
        patch.setattr("geo.store.intake.put_reading", stop)
        with pytest.raises(StopError):
            filled(workspace, "West fell.")
    with workspace.reading() as connection:
        assert list(all_reports(connection)) == []
        assert latest_run(connection) is None
    assert [kept.new for kept in filled(workspace, "West fell.")] == [True]
