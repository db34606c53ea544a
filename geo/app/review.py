"""The review: what was read, what people make of it, and the log of that. Only on a workspace."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geo.app import components
from geo.app.review_desk import ReviewDesk
from geo.app.review_forms import add_form
from geo.app.review_lists import LOG_COLUMNS, claim_row, listed, log_rows, parties, target_names
from geo.app.review_one import one_claim
from geo.app.review_sources import actors_and_sources
from geo.app.reviewer import reviewer
from geo.app.workspace import kept_open
from geo.errors import ClaimlineError
from geo.store.review.log import decide
from geo.store.review.reviewed import review_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.app.mapped import Loaded
    from geo.store.review.draft import Draft
    from geo.store.review.reviewed import Review, ReviewedClaim
    from geo.store.workspace import Workspace

PICKED, SAID, WHICH = "review_picked", "review_said", "review_which"
INTRODUCTION = (
    "Pick a claim, compare it with its quote, and decide. Every decision stays in a log that nobody can change; taking "
    "one back is a new entry. The map shows the decisions when it is drawn anew."
)


def review(named: str, loaded: Loaded) -> None:
    """Draw the review of a workspace; what is done in it draws only the review anew.

    Args:
        named: The workspace.
        loaded: Data and map.
    """
    with st.container(key="review"):
        st.fragment(_review)(named, loaded)


def _review(named: str, loaded: Loaded) -> None:
    workspace = kept_open(named)
    with workspace.reading() as connection:
        now = review_of(connection)
    st.text(INTRODUCTION)
    who = _head(now)
    lists = listed(now)
    claims = lists[st.session_state[WHICH]]
    st.text(" · ".join(f"{heading}: {len(found)}" for heading, found in lists.items()))
    desk = ReviewDesk(
        workspace=workspace,
        review=now,
        reports={report.id: report for report, _ in loaded.data.first_reports()},
        sides=parties(now),
        gazetteer=loaded.gazetteer,
        decide=partial(_decide, workspace, who),
    )
    components.notice()(key="review_notice", data={"lines": st.session_state.get(SAID, [])})
    _table(claims, desk)
    seen = next((one for one in now.claims if one.key == st.session_state.get(PICKED)), None)
    if seen:
        one_claim(seen, desk)
    add_form(desk)
    actors_and_sources(desk)
    _log(desk)


def _head(now: Review) -> str:
    """Who decides, which claims are listed, and the way to the map; gives the name."""
    one, two, three = st.columns((1.2, 1.2, 3), vertical_alignment="bottom")
    with one:
        who = reviewer()
    two.selectbox("Claims", list(listed(now)), key=WHICH)
    with three.container(horizontal=True):
        st.button("Next claim", on_click=_next, args=(now,))
        if st.button("Draw the map anew"):
            st.rerun(scope="app")
    return who


def _next(now: Review) -> None:
    """Open the claim of the list that comes after the one that is open."""
    place = {one.key: number for number, one in enumerate(now.claims)}
    at = place.get(st.session_state.get(PICKED, ""), -1)
    claims = listed(now)[st.session_state[WHICH]]
    later = [one for one in claims if place[one.key] > at]
    st.session_state[PICKED] = next((one.key for one in (*later, *claims)), None)
    st.session_state[SAID] = []


def _table(claims: tuple[ReviewedClaim, ...], desk: ReviewDesk) -> None:
    keys = [one.key for one in claims]
    state = hashlib.sha256(" ".join(keys).encode()).hexdigest()
    name = f"review_table {state}"
    st.dataframe(
        pd.DataFrame([claim_row(one, desk.reports.get(one.claim.report), desk.review) for one in claims]),
        hide_index=True,
        key=name,
        height=240,
        selection_mode="single-row",
        on_select=partial(_pick, name, keys),
    )


def _pick(table: str, keys: list[str]) -> None:
    rows = st.session_state[table]["selection"]["rows"]
    if rows:
        st.session_state[PICKED] = keys[rows[0]]
        st.session_state[SAID] = []


def _decide(workspace: Workspace, who: str, drafted: Callable[[], Draft]) -> None:
    """Take a decision on what was shown when the button was drawn; say what came of it."""
    try:
        entry = decide(workspace, drafted(), who, datetime.now(UTC))
    except ClaimlineError as error:
        st.session_state[SAID] = [str(error)]
    else:
        st.session_state[SAID] = [f"Decision {entry.seq} is kept."]


def _log(desk: ReviewDesk) -> None:
    entries = desk.review.entries
    with st.expander(f"Log ({len(entries)})"):
        rows = log_rows(entries, target_names(desk.review, {side: party.name for side, party in desk.sides.items()}))
        none = "Nobody has decided anything yet."
        components.records()(key="review_log", data={"columns": list(LOG_COLUMNS), "rows": rows, "none": none})
