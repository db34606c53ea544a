"""One claim in the review: what it says, its words, what was decided on it, and what can be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app import components
from geo.app.review_forms import correct_form
from geo.app.review_lists import LOG_COLUMNS, claim_facts, log_rows
from geo.store.readings import current_claims
from geo.store.review.operations import CREDIBILITY, accept, rate_claim, reject
from geo.store.review.state import ReviewStatus
from geo.store.review.undo import undo, undoable

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.app.review_desk import ReviewDesk
    from geo.store.records import Json
    from geo.store.review.draft import Draft
    from geo.store.review.reviewed import ReviewedClaim
    from geo.store.workspace import Workspace


def one_claim(seen: ReviewedClaim, desk: ReviewDesk) -> None:
    """Draw a claim with what can be decided on it.

    Args:
        seen: The claim as it stands; decisions hold on to what is shown here.
        desk: What the review works with.
    """
    with st.container(key="review_one"):
        rows = claim_facts(seen, desk.report_words(seen.claim.report))
        components.records()(key="review_facts", data={"columns": ["Claim", "As it stands"], "rows": rows, "none": ""})
        _buttons(seen, desk)
        if seen.status is not ReviewStatus.GONE:
            correct_form(seen, desk)
        if seen.entries:
            rows = log_rows(seen.entries, {entry.target: "this claim" for entry in seen.entries})
            components.records()(key="review_history", data={"columns": list(LOG_COLUMNS), "rows": rows, "none": ""})


def _buttons(seen: ReviewedClaim, desk: ReviewDesk) -> None:
    read = _read(seen, desk.workspace)
    why = f"review_why {seen.key} {seen.state['version']}"
    grade = f"review_grade {seen.key} {seen.state['version']}"
    st.text_input("Why", key=why, placeholder="Your reason, if you like", max_chars=2000)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if seen.status is not ReviewStatus.GONE:
            _button("Accept", lambda: accept(seen, st.session_state[why]), desk)
            if seen.status is not ReviewStatus.REJECTED:
                _button("Reject", lambda: reject(seen, st.session_state[why]), desk)
        for entry in undoable(seen.entries):
            seq = entry.seq
            back = _undoing(seq, seen, read, why)
            _button(f"Take decision {seq} back", back, desk)
        at = list(CREDIBILITY).index(seen.credibility) if seen.credibility else None
        st.selectbox(
            "Credibility",
            list(CREDIBILITY),
            at,
            key=grade,
            format_func=_grade_words,
            placeholder="not rated",
            width=280,
        )
        _button("Rate", lambda: rate_claim(seen, st.session_state[grade] or 0, st.session_state[why]), desk)


def _button(label: str, drafted: Callable[[], Draft], desk: ReviewDesk) -> None:
    st.button(label, on_click=desk.decide, args=(drafted,), key=f"review {label}")


def _undoing(seq: int, seen: ReviewedClaim, read: Json | None, why: str) -> Callable[[], Draft]:
    return lambda: undo(seq, seen.entries, read, st.session_state[why])


def _grade_words(grade: int) -> str:
    return f"{grade}, {CREDIBILITY[grade]}"


def _read(seen: ReviewedClaim, workspace: Workspace) -> Json | None:
    """The claim as the latest run reads it."""
    with workspace.reading() as connection:
        found = next(current_claims(connection, seen.key), None)
    return found.record if found else None
