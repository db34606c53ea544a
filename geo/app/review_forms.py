"""The two forms of the review: what a claim should say, and a claim that the rules do not read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.review_desk import short
from geo.app.review_fields import Fields, draw_fields, offered_places, read_fields
from geo.claims.sentences.cut import sentences
from geo.store.review.marked import Marked, marked_claim
from geo.store.review.operations import add, correct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Place
    from geo.app.review_desk import ReviewDesk
    from geo.claims.claim import Claim, Party
    from geo.reports.report import Report
    from geo.store.review.draft import Draft
    from geo.store.review.reviewed import ReviewedClaim

REASON = "Why"


def correct_form(seen: ReviewedClaim, desk: ReviewDesk) -> None:
    """Draw the form that corrects a claim.

    Args:
        seen: The claim as it is shown; a decision made since by somebody else is not overwritten.
        desk: What the review works with.
    """
    claim, prefix = seen.claim, f"correct {seen.key} {seen.state['version']}"
    with st.expander("Correct it"):
        name = st.text_input("Find another place", key=f"{prefix} find", placeholder=claim.place_text)
        places = offered_places(name, claim.place, desk.gazetteer)

        def drafted() -> Draft:
            fields = read_fields(prefix, fields_of(claim), places, desk.sides)
            return correct(seen, corrected(claim, fields), st.session_state[f"{prefix} why"])

        with st.form(f"{prefix} form", border=False):
            draw_fields(prefix, fields_of(claim), places, desk)
            st.text_input(REASON, key=f"{prefix} why")
            st.form_submit_button("Save the correction", on_click=desk.decide, args=(drafted,))


def add_form(desk: ReviewDesk) -> None:
    """Draw the form that makes a claim of a sentence.

    Args:
        desk: What the review works with.
    """
    with st.expander("Add a claim that was not read"):
        one, two = st.columns((1, 2))
        chosen = one.selectbox("Report", list(desk.reports), format_func=desk.report_words, key="add report")
        if not chosen:
            return
        report = desk.reports[chosen]
        spans = [(found.start, found.end) for found in sentences(report.text, report.body)]
        words_of = {span: short(report.text[span[0] : span[1]]) for span in spans}
        span = two.selectbox("Sentence", spans, format_func=words_of.__getitem__, key=f"add sentence {chosen}")
        words = one.text_input("Its words for the place", key="add words")
        name = two.text_input("Name of the place", key="add find", placeholder="where the words are not its name")
        if span:
            _add_fields(report, span, words, offered_places(name or words, None, desk.gazetteer), desk)


def _add_fields(report: Report, span: tuple[int, int], words: str, places: Sequence[Place], desk: ReviewDesk) -> None:
    def drafted() -> Draft:
        claim = marked_claim(report, marked_of(span, words, read_fields("add", Fields(None), places, desk.sides)))
        return add(claim, report.sha256, desk.review, st.session_state["add why"])

    with st.form("add form", border=False):
        draw_fields("add", Fields(None), places, desk)
        st.text_input(REASON, key="add why")
        st.form_submit_button("Add the claim", on_click=desk.decide, args=(drafted,))


def fields_of(claim: Claim) -> Fields:
    """What a claim says, as fields."""
    return Fields(
        claim.place,
        claim.action,
        claim.actor,
        claim.opponent,
        claim.assertion,
        claim.attribution,
        claim.claimant,
        claim.event_start,
        claim.event_end,
    )


def corrected(claim: Claim, fields: Fields) -> Claim:
    """A claim that says what the fields say; a side that stays the same keeps the report's words for it."""
    return replace(
        claim,
        place=fields.place or claim.place,
        action=fields.action,
        actor=_kept(claim.actor, fields.actor),
        opponent=_kept(claim.opponent, fields.opponent),
        assertion=fields.assertion,
        attribution=fields.attribution,
        claimant=fields.claimant,
        event_start=fields.event_start,
        event_end=fields.event_end,
    )


def marked_of(span: tuple[int, int], words: str, fields: Fields) -> Marked:
    """A sentence with what the fields say of it; the fields have a place."""
    if fields.place is None:
        message = "A marked sentence needs a place."
        raise ValueError(message)
    return Marked(
        start=span[0],
        end=span[1],
        place=fields.place,
        place_text=words,
        action=fields.action,
        actor=fields.actor,
        opponent=fields.opponent,
        assertion=fields.assertion,
        attribution=fields.attribution,
        claimant=fields.claimant,
        event_start=fields.event_start,
        event_end=fields.event_end,
    )


def _kept(before: Party | None, after: Party | None) -> Party | None:
    return before if before and after and before.id == after.id else after
