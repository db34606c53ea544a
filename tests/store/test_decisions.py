"""Decisions in the workspace: kept for good, and refused where somebody else was faster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError
from written_arrivals import LATER, NOW, filled, read_words
from written_claims import EAST, WEST, party

from geo.claims.claim import Action, DateBasis
from geo.errors import ConflictError, ReviewError
from geo.store.dataset import harvest
from geo.store.readings import current_claims
from geo.store.reports import report_named
from geo.store.reprocess import reprocess
from geo.store.review.log import all_entries, decide, entries_on
from geo.store.review.marked import Marked, marked_claim
from geo.store.review.operations import accept, add, correct, merge_actor, rate_claim, rate_source, reject
from geo.store.review.reviewed import Review, review_of
from geo.store.review.target import Target, TargetKind
from geo.store.review.undo import undo
from geo.store.schema import decisions
from geo.store.verify import head_of, verify

if TYPE_CHECKING:
    from geo.claims.claim import Claim
    from geo.store.workspace import Workspace

TEXT = "West fell. East fell."


def review(workspace: Workspace) -> Review:
    with workspace.reading() as connection:
        return review_of(connection)


def counted(workspace: Workspace) -> tuple[Claim, ...]:
    with workspace.reading() as connection:
        return harvest(connection, review_of(connection)).claims


def test_what_is_decided_is_what_the_map_is_made_of(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    west, east = review(workspace).claims
    decide(workspace, reject(west, "It is about another West."), "Ada", NOW)
    decide(workspace, correct(east, replace(east.claim, place=WEST, action=Action.HOLDS)), "Ada", NOW)
    (left,) = counted(workspace)
    assert (left.place, left.action, left.quote) == (WEST, Action.HOLDS, east.claim.quote)
    assert verify(workspace) == ()


def test_an_entry_tells_who_when_what_before_after_and_why(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    seen = review(workspace).claims[0]
    entry = decide(workspace, reject(seen, "  two\nlines\x00 "), " Ada\u202eL ", NOW)
    assert (entry.seq, entry.at, entry.who, entry.kind, entry.why) == (
        1,
        NOW.isoformat(),
        "Ada L",
        "reject",
        "two lines",
    )
    assert entry.before == seen.state
    assert entry.after["status"] == "rejected"
    with workspace.reading() as connection:
        assert tuple(all_entries(connection)) == (entry,)
        assert entries_on(Target(TargetKind.CLAIM, seen.key), connection) == (entry,)


def test_the_second_of_two_who_edit_one_claim_is_told_and_nothing_is_overwritten(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    seen = review(workspace).claims[0]
    decide(workspace, correct(seen, replace(seen.claim, place=EAST)), "Ada", NOW)
    with pytest.raises(ConflictError, match=r"Ada decided \(correct\)"):
        decide(workspace, reject(seen), "Ben", NOW)
    assert [claim.place for claim in counted(workspace)] == [EAST, EAST]
    assert head_of(workspace)[0] == 1


def test_two_who_edit_different_claims_do_not_disturb_one_another(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    west, east = review(workspace).claims
    decide(workspace, accept(west), "Ada", NOW)
    decide(workspace, accept(east), "Ben", NOW)
    assert [one.status for one in review(workspace).claims] == ["accepted", "accepted"]


def test_a_claim_that_was_read_anew_since_it_was_opened_is_not_decided_on_unseen(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    seen = review(workspace).claims[0]
    list(reprocess(workspace, lambda report: read_words(report, side="blue"), LATER, NOW))
    with pytest.raises(ConflictError, match="read anew"):
        decide(workspace, accept(seen), "Ada", NOW)


def test_a_decision_holds_when_the_rules_read_otherwise_and_this_is_shown(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    west, east = review(workspace).claims
    decide(workspace, accept(west), "Ada", NOW)
    decide(workspace, rate_claim(east, 2), "Ada", NOW)
    list(reprocess(workspace, lambda report: read_words(report, side="blue"), LATER, NOW))
    kept, rated = review(workspace).claims
    assert (kept.claim, kept.reread, kept.unread) == (west.claim, True, False)
    assert (rated.claim.actor, rated.credibility, rated.reread) == (party("blue"), 2, False)


def test_a_claim_that_a_person_vouches_for_stays_when_the_rules_read_it_no_longer(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    west, east = review(workspace).claims
    decide(workspace, accept(west), "Ada", NOW)
    decide(workspace, rate_claim(east, 2), "Ada", NOW)
    list(reprocess(workspace, lambda report: read_words(report, Action.LOSES), LATER, NOW))
    found = {one.key: one for one in review(workspace).claims}
    assert (found[west.key].status, found[west.key].unread) == ("accepted", True)
    assert (found[east.key].status, found[east.key].claim) == ("gone", east.claim)
    assert sorted(claim.action for claim in counted(workspace)) == ["loses", "loses", "takes"]
    assert verify(workspace) == ()


def test_a_marked_sentence_becomes_a_claim_that_later_runs_keep(workspace: Workspace) -> None:
    filled(workspace, "The city fell at dawn.")
    with workspace.reading() as connection:
        report = report_named("r0", connection)
    assert report is not None
    marked = Marked(0, 22, EAST, "The city", Action.TAKES, party("red"), event_start=date(2022, 8, 31))
    claim = marked_claim(report, marked)
    assert (claim.quote, claim.place_start, claim.event_end) == ("The city fell at dawn.", 0, date(2022, 8, 31))
    decide(workspace, add(claim, report.sha256, review(workspace)), "Ada", NOW)
    list(reprocess(workspace, read_words, LATER, NOW))
    assert counted(workspace) == (claim,)
    with pytest.raises(ReviewError, match="already"):
        add(claim, report.sha256, review(workspace))
    assert verify(workspace) == ()


def test_sources_and_actors_are_decided_on_too(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    decide(workspace, rate_source("Example News", "B", review(workspace)), "Ada", NOW)
    decide(workspace, merge_actor("red", party("scarlet"), review(workspace)), "Ada", NOW)
    assert review(workspace).reliability == {"Example News": "B"}
    assert {claim.actor.id for claim in counted(workspace) if claim.actor} == {"scarlet"}
    stale = rate_source("Example News", "C", review(workspace))
    decide(workspace, rate_source("Example News", "D", review(workspace)), "Ben", NOW)
    with pytest.raises(ConflictError, match="Ben decided"):
        decide(workspace, stale, "Ada", NOW)


def test_an_undo_is_a_new_entry(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    seen = review(workspace).claims[0]
    entry = decide(workspace, reject(seen), "Ada", NOW)
    with workspace.reading() as connection:
        same = entries_on(Target(TargetKind.CLAIM, seen.key), connection)
        (read,) = current_claims(connection, seen.key)
    back = decide(workspace, undo(entry.seq, same, read.record, "a slip"), "Ben", NOW)
    assert (back.seq, back.after["undoes"], back.after["status"]) == (2, 1, "read")
    assert len(counted(workspace)) == 2
    assert verify(workspace) == ()


@pytest.mark.parametrize("statement", [update(decisions).values(who="Eve"), delete(decisions)])
def test_the_database_itself_refuses_to_change_the_log(workspace: Workspace, statement: object) -> None:
    filled(workspace, TEXT)
    decide(workspace, accept(review(workspace).claims[0]), "Ada", NOW)
    with pytest.raises(DBAPIError, match="only ever added to"), workspace.engine.begin() as connection:
        connection.execute(statement)
    assert verify(workspace) == ()


def test_a_log_that_was_changed_or_cut_off_behind_the_guards_is_found(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    for seen in review(workspace).claims:
        decide(workspace, accept(seen), "Ada", NOW)
    _, head = head_of(workspace)
    assert verify(workspace, head) == ()
    sqlite = workspace.engine.dialect.name == "sqlite"
    guard = "DROP TRIGGER decisions_no_delete" if sqlite else "DROP TRIGGER decisions_guard ON decisions"
    with workspace.writing() as connection:
        connection.execute(text(guard))
        connection.execute(delete(decisions).where(decisions.c.seq == 2))
    assert verify(workspace) == ()
    assert "cut off" in verify(workspace, head)[0]
    with workspace.writing() as connection:
        connection.execute(text("DROP TRIGGER decisions_no_update") if sqlite else text("SELECT 1"))
        connection.execute(update(decisions).values(who="Eve"))
    assert verify(workspace) == ("Decision 1: it was changed after it was written; its hash does not fit.",)


def refused(workspace: Workspace) -> dict[str, tuple[str, object]]:
    seen = review(workspace).claims[0]
    days = replace(seen.claim, event_start=date(2022, 9, 2), event_end=date(2022, 9, 1))
    return {
        "nothing changed": ("Nothing was changed", lambda: correct(seen, seen.claim)),
        "another quote": (
            "quote",
            lambda: correct(seen, replace(seen.claim, quote="East fell."[: len(seen.claim.quote)])),
        ),
        "days swapped": ("lies before the first", lambda: correct(seen, days)),
        "no such credibility": ("from 1", lambda: rate_claim(seen, 7)),
        "no such reliability": ("from A", lambda: rate_source("News", "G", review(workspace))),
        "into itself": ("already", lambda: merge_actor("red", party("red"), review(workspace))),
        "nobody": ("Nobody is named", lambda: decide(workspace, accept(seen), " \n", NOW)),
    }


@pytest.mark.parametrize(
    "case",
    [
        "nothing changed",
        "another quote",
        "days swapped",
        "no such credibility",
        "no such reliability",
        "into itself",
        "nobody",
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(workspace: Workspace, case: str) -> None:
    filled(workspace, TEXT)
    said, attempt = refused(workspace)[case]
    with pytest.raises(ReviewError, match=said):
        attempt()
    assert head_of(workspace) == (0, None)


@pytest.mark.parametrize(
    ("start", "end", "words", "said"),
    [
        (0, 99, "West", "no part of"),
        (5, 5, "West", "no part of"),
        (0, 10, "", "does not hold"),
        (0, 10, "East", "hold"),
    ],
)
def test_a_mark_outside_the_text_or_without_the_place_is_refused(
    workspace: Workspace, start: int, end: int, words: str, said: str
) -> None:
    filled(workspace, TEXT)
    with workspace.reading() as connection:
        report = report_named("r0", connection)
    assert report is not None
    with pytest.raises(ReviewError, match=said):
        marked_claim(report, Marked(start, end, WEST, words, Action.TAKES))


def test_days_that_a_person_gives_are_explicit(workspace: Workspace) -> None:
    filled(workspace, TEXT)
    seen = review(workspace).claims[0]
    later = replace(seen.claim, event_start=date(2022, 8, 30), event_end=date(2022, 8, 30))
    decide(workspace, correct(seen, later), "Ada", NOW)
    assert review(workspace).claims[0].claim.date_basis is DateBasis.EXPLICIT
