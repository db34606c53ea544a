"""Sides that are one, and how reliable sources are: what people decide of more than one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.review_lists import entry_words, named, target_names
from geo.errors import ReviewError
from geo.store.review.operations import RELIABILITY, merge_actor, rate_source
from geo.store.review.target import TargetKind, target_of
from geo.store.review.undo import undo, undoable

if TYPE_CHECKING:
    from geo.app.review_desk import ReviewDesk
    from geo.store.review.draft import Draft
    from geo.store.review.entry import Entry
    from geo.store.review.reviewed import Review


def actors_and_sources(desk: ReviewDesk) -> None:
    """Draw what can be decided of sides and sources.

    Args:
        desk: What the review works with.
    """
    with st.expander("Sides and sources"):
        one, two = st.columns(2)
        with one:
            _merge(desk)
        with two:
            _rate(desk)
        _undo(desk)


def _merge(desk: ReviewDesk) -> None:
    names = {side: party.name for side, party in desk.sides.items()}

    def drafted() -> Draft:
        one, into = st.session_state["merge one"], st.session_state["merge into"]
        if not one or not into:
            message = "Choose two sides."
            raise ReviewError(message)
        return merge_actor(one, desk.sides[into], desk.review, st.session_state["merge why"])

    with st.form("merge", border=False):
        st.selectbox("Count this side …", list(names), format_func=names.__getitem__, key="merge one", index=None)
        st.selectbox("… as this one", list(names), format_func=names.__getitem__, key="merge into", index=None)
        st.text_input("Why", key="merge why")
        st.form_submit_button("Count them as one", on_click=desk.decide, args=(drafted,))


def _rate(desk: ReviewDesk) -> None:
    graded = {name: grade for name, grade in desk.review.reliability.items() if grade}
    publishers = sorted({report.publisher for report in desk.reports.values() if report.publisher})
    words = {name: f"{name} ({graded[name]})" if name in graded else name for name in publishers}
    grades = {grade: f"{grade}, {meaning}" for grade, meaning in RELIABILITY.items()}

    def drafted() -> Draft:
        source = st.session_state["rate source"]
        if not source:
            message = "Choose a source."
            raise ReviewError(message)
        return rate_source(source, st.session_state["rate grade"], desk.review, st.session_state["rate why"])

    with st.form("rate", border=False):
        st.selectbox("Source", publishers, format_func=words.__getitem__, key="rate source", index=None)
        st.selectbox("Reliability", list(grades), format_func=grades.__getitem__, key="rate grade")
        st.text_input("Why", key="rate why")
        st.form_submit_button("Rate the source", on_click=desk.decide, args=(drafted,))


def _undo(desk: ReviewDesk) -> None:
    found = {entry.seq: entry for entry in undoable_beyond_claims(desk.review)}
    if not found:
        return
    names = target_names(desk.review, {side: party.name for side, party in desk.sides.items()})
    words = {seq: f"{seq}: {named(one, names)}, {entry_words(one)}" for seq, one in found.items()}

    def drafted() -> Draft:
        seq = st.session_state["undo which"]
        return undo(seq, [one for one in desk.review.entries if one.target == found[seq].target])

    with st.form("undo", border=False):
        st.selectbox("Take back", list(words), format_func=words.__getitem__, key="undo which")
        st.form_submit_button("Take this decision back", on_click=desk.decide, args=(drafted,))


def undoable_beyond_claims(review: Review) -> list[Entry]:
    """The decisions on sides and sources that can be taken back now."""
    other = [entry for entry in review.entries if target_of(entry.target).kind is not TargetKind.CLAIM]
    targets = dict.fromkeys(entry.target for entry in other)
    return [entry for target in targets for entry in undoable([one for one in other if one.target == target])]
