"""What the review lists, and the words of its log."""

from __future__ import annotations

from dataclasses import replace

from written_arrivals import NOW, arrival, read_words
from written_claims import WEST, party

from geo.app.review_lists import ALL, DECIDED, OTHERWISE, UNDECIDED, entry_words, listed, log_rows, standing
from geo.claims.claim import Action
from geo.store.readings import KeptClaim
from geo.store.records import record_of
from geo.store.review.draft import Draft, sealed
from geo.store.review.key import claim_keys
from geo.store.review.operations import accept, correct, merge_actor, rate_claim, rate_source, reject
from geo.store.review.reviewed import Review, fold_review
from geo.store.review.undo import undo

REPORT = arrival("West fell. East fell, and West again.").report


def kept(side: str = "red") -> list[KeptClaim]:
    claims = read_words(REPORT, side=side).claims
    return [KeptClaim(key, record_of(claim), 1) for key, claim in claim_keys(claims, REPORT.sha256)]


def with_decision(review: Review, draft: Draft, read: list[KeptClaim]) -> Review:
    last = review.entries[-1] if review.entries else None
    entry = sealed(draft, "Ada", NOW, (last.seq, last.hash) if last else None)
    return fold_review(read, (*review.entries, entry))


def reviewed() -> Review:
    """One claim accepted and rated, another corrected; a source rated, a side merged; a rejection taken back."""
    read = kept()
    review = fold_review(read, ())
    review = with_decision(review, accept(review.claims[0]), read)
    seen = review.claims[1]
    review = with_decision(review, correct(seen, replace(seen.claim, place=WEST, action=Action.HOLDS)), read)
    review = with_decision(review, reject(review.claims[1], "wrong"), read)
    review = with_decision(review, rate_claim(review.claims[0], 2), read)
    review = with_decision(review, rate_source("Example News", "B", review), read)
    review = with_decision(review, merge_actor("red", party("blue"), review), read)
    same = [entry for entry in review.entries if entry.target == f"claim:{seen.key}"]
    return with_decision(review, undo(3, same, read[1].record), read)


def test_each_claim_is_listed_where_it_belongs() -> None:
    lists = listed(reviewed())
    assert {heading: len(claims) for heading, claims in lists.items()} == {
        UNDECIDED: 1,
        DECIDED: 2,
        OTHERWISE: 0,
        ALL: 3,
    }


def test_what_is_read_otherwise_since_or_no_longer_is_listed_and_says_so() -> None:
    entries = reviewed().entries
    otherwise = listed(fold_review(kept("green"), entries))[OTHERWISE]
    assert [standing(one) for one in otherwise] == ["accepted; read otherwise since", "corrected; read otherwise since"]
    gone = listed(fold_review([], entries))[OTHERWISE]
    assert [standing(one) for one in gone] == ["accepted; no longer read", "corrected; no longer read"]


def test_the_log_tells_every_decision_in_words_the_newest_first() -> None:
    entries = reviewed().entries
    assert [entry_words(entry) for entry in entries] == [
        "accepted",
        "corrected action, place",
        "rejected",
        "credibility 2",
        "reliability B, usually reliable",
        "counts as Blue",
        "took decision 3 back",
    ]
    rows = log_rows(entries, {entries[0].target: "West takes"}, most=7)
    assert rows[0][:4] == ["7", "2022-09-01 12:00:00", "Ada", "took decision 3 back"]
    assert rows[-1] == ["1", "2022-09-01 12:00:00", "Ada", "accepted", "West takes", ""]
    assert rows[4][5] == "wrong"
