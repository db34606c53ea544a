"""What holds of any log of decisions, whatever the rules read before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_arrivals import NOW, arrival, read_words
from written_claims import EAST, WEST, party

from geo.claims.claim import Action, Assertion, Claim
from geo.errors import ReviewError
from geo.store.readings import KeptClaim
from geo.store.records import Json, record_of, value_of
from geo.store.review.draft import Draft, sealed
from geo.store.review.entry import Entry, active, chain_faults
from geo.store.review.key import claim_keys
from geo.store.review.operations import accept, add, correct, merge_actor, rate_claim, rate_source, reject
from geo.store.review.reviewed import COUNTING, Review, fold_review
from geo.store.review.undo import undo, undoable

REPORT = arrival("West fell. East fell, and West again.").report
READ = read_words(REPORT).claims
WHO = st.sampled_from(("Ada", "Ben"))
STEPS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 20), st.integers(0, 20), WHO), max_size=12)


def kept(claims: tuple[Claim, ...]) -> list[KeptClaim]:
    return [KeptClaim(key, record_of(claim), 1) for key, claim in claim_keys(claims, REPORT.sha256)]


def written(entries: list[Entry], draft: Draft, who: str) -> list[Entry]:
    last = (entries[-1].seq, entries[-1].hash) if entries else None
    return [*entries, sealed(draft, who, NOW, last)]


def drafted(review: Review, read: dict[str, Json], what: int, which: int, value: int) -> Draft | None:
    """A decision that somebody might take; None where it makes no sense."""
    seen = review.claims[which % len(review.claims)]
    side = party(f"side{value % 3}")
    ways = (
        lambda: accept(seen),
        lambda: reject(seen),
        lambda: correct(seen, replace(seen.claim, action=list(Action)[value % len(Action)])),
        lambda: correct(seen, replace(seen.claim, place=(WEST, EAST)[value % 2], actor=side)),
        lambda: rate_claim(seen, value % 6 + 1),
        lambda: rate_source("Example News", "ABCDEF"[value % 6], review),
        lambda: merge_actor(f"side{which % 3}", side, review),
        lambda: add(replace(READ[0], actor=side, rule="added"), REPORT.sha256, review),
        lambda: taken_back(review, read, which),
    )
    try:
        return ways[what]()
    except ReviewError:
        return None


def taken_back(review: Review, read: dict[str, Json], which: int) -> Draft | None:
    """An undo of something on one of the targets."""
    if not review.entries:
        return None
    target = review.entries[which % len(review.entries)].target
    same = [one for one in review.entries if one.target == target]
    last = undoable(same)
    return undo(last[-1].seq, same, read.get(target.partition(":")[2])) if last else None


def history(steps: list[tuple[int, int, int, str]], claims: tuple[Claim, ...] = READ) -> list[Entry]:
    """The log after some people have decided some things."""
    read, entries = kept(claims), list[Entry]()
    for what, which, value, who in steps:
        review = fold_review(read, entries)
        draft = drafted(review, {one.key: one.record for one in read}, what, which, value)
        if draft:
            entries = written(entries, draft, who)
    return entries


def standing(review: Review) -> object:
    """What a review amounts to, apart from how many decisions led there."""
    return (
        {one.key: (one.claim, one.status, one.credibility) for one in review.claims if one.status != "gone"},
        review.merged,
        review.reliability,
        sorted(claim.id for claim in review.counting()),
    )


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_read_changes_nothing(
    steps: list[tuple[int, int, int, str]], random: object
) -> None:
    entries, read = history(steps), kept(READ)
    shuffled = list(read)
    random.shuffle(shuffled)
    assert fold_review(shuffled, entries) == fold_review(read, entries)


@given(STEPS)
def test_undoing_the_last_decision_restores_what_was_and_undoing_that_restores_the_decision(
    steps: list[tuple[int, int, int, str]],
) -> None:
    entries, read = history(steps), kept(READ)
    if not entries:
        return
    last = entries[-1]
    records = {one.key: one.record for one in read}
    of_claim = records.get(last.target.partition(":")[2])
    before, after = fold_review(read, entries[:-1]), fold_review(read, entries)
    same = [one for one in entries if one.target == last.target]
    taken_back = written(entries, undo(last.seq, same, of_claim), "Ada")
    assert standing(fold_review(read, taken_back)) == standing(before)
    again = [one for one in taken_back if one.target == last.target]
    restored = written(taken_back, undo(again[-1].seq, again, of_claim), "Ada")
    assert standing(fold_review(read, restored)) == standing(after)


@given(STEPS, st.sets(st.sampled_from(range(len(READ)))), st.booleans())
def test_no_claim_that_somebody_decided_on_is_lost_whatever_is_read_later(
    steps: list[tuple[int, int, int, str]],
    left: set[int],
    reread: bool,  # noqa: FBT001 - drawn
) -> None:
    entries = history(steps)
    now = fold_review(kept(READ), entries)
    later = tuple(
        replace(claim, actor=party("other")) if reread else claim for n, claim in enumerate(READ) if n not in left
    )
    then = fold_review(kept(later), entries)
    decided = {one.key: one for one in now.claims if one.status not in {"read", "gone"}}
    found = {one.key: one for one in then.claims}
    for key, one in decided.items():
        assert (found[key].claim, found[key].status) == (one.claim, one.status)
    assert {entry.target for entry in entries if entry.target.startswith("claim:")} <= {f"claim:{key}" for key in found}


@given(STEPS)
def test_rejected_claims_and_only_they_and_those_gone_do_not_count(steps: list[tuple[int, int, int, str]]) -> None:
    review = fold_review(kept(READ), history(steps))
    assert len(review.counting()) <= sum(one.status in COUNTING for one in review.claims)
    for one in review.claims:
        assert (one.status in COUNTING) == (one.status not in {"rejected", "gone"})


@given(STEPS)
def test_every_state_that_an_entry_says_it_leaves_is_the_state_after_it(steps: list[tuple[int, int, int, str]]) -> None:
    entries, read = history(steps), kept(READ)
    for number, entry in enumerate(entries, start=1):
        kind, _, name = entry.target.partition(":")
        if kind != "claim":
            continue
        (state,) = (one.state for one in fold_review(read, entries[:number]).claims if one.key == name)
        if state["status"] != "gone":
            assert {key: entry.after[key] for key in ("status", "credibility", "claim")} == {
                key: state[key] for key in ("status", "credibility", "claim")
            }


@given(STEPS)
def test_a_log_as_it_was_written_has_no_faults(steps: list[tuple[int, int, int, str]]) -> None:
    assert list(chain_faults(history(steps))) == []


@given(
    STEPS.filter(bool),
    st.integers(0, 20),
    st.sampled_from(("who", "at", "why", "target", "kind", "after", "hash", "seq")),
)
def test_any_change_of_a_log_is_found(steps: list[tuple[int, int, int, str]], at: int, field: str) -> None:
    entries = history(steps)
    if not entries:
        return
    at %= len(entries)
    one = entries[at]
    changed = {
        "who": replace(one, who=one.who + "x"),
        "at": replace(one, at=datetime(2000, 1, 1, tzinfo=UTC).isoformat()),
        "why": replace(one, why="another reason"),
        "target": replace(one, target=one.target + "0"),
        "kind": replace(one, kind=next(kind for kind in type(one.kind) if kind is not one.kind)),
        "after": replace(one, after={**one.after, "more": 1}),
        "hash": replace(one, hash="0" * 63 + "1"),
        "seq": replace(one, seq=one.seq + 1),
    }[field]
    assert list(chain_faults([*entries[:at], changed, *entries[at + 1 :]]))
    if at + 1 < len(entries):
        assert list(chain_faults([*entries[:at], *entries[at + 1 :]]))


def test_what_is_undone_does_not_count_and_an_undone_undo_takes_nothing_back() -> None:
    entries = history([(0, 0, 0, "Ada"), (1, 0, 0, "Ben")])
    assert [entry.kind.value for entry in active(entries)] == ["accept", "reject"]
    entries = written(entries, undo(2, entries), "Ada")
    assert [entry.kind.value for entry in active(entries)] == ["accept"]
    with pytest.raises(ReviewError, match="cannot be undone now"):
        undo(2, entries)
    entries = written(entries, undo(3, entries), "Ada")
    assert [entry.kind.value for entry in active(entries)] == ["accept", "reject"]


def test_merging_goes_on_to_the_last_side_and_a_circle_merges_nobody() -> None:
    claim = replace(READ[0], actor=party("a"), assertion=Assertion.ASSERTED)
    read = kept((claim,))
    empty = fold_review(read, ())
    one = written([], merge_actor("a", party("b"), empty), "Ada")
    two = written(one, merge_actor("b", party("c"), fold_review(read, one)), "Ben")
    (counted,) = fold_review(read, two).counting()
    assert (counted.actor.id, counted.actor.text) == ("c", claim.actor.text)
    # Ben had not seen what Ada did.
    circle = written(one, merge_actor("b", party("a"), empty), "Ben")
    assert [c.actor.id for c in fold_review(read, circle).counting()] == ["a"]


def test_a_record_is_the_claim_it_was_made_of() -> None:
    for claim in READ:
        assert value_of(record_of(claim), Claim) == claim
