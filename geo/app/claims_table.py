"""The table of the claims that are shown; a row that is picked shows its place and day on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geo.app.explore import choose
from geo.control.signals import event_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.app.mapped import Loaded
    from geo.app.showing import Shown
    from geo.claims.claim import Claim
    from geo.holdings.holdings import Told
    from geo.reports.report import Report

TABLE = "claims_table"


def claims_table(loaded: Loaded, shown: Shown) -> None:
    """Draw the table: every column sorts, and the table can be searched and saved.

    Args:
        loaded: Data and map.
        shown: The claims to list.
    """
    shows, all_claims = shown.data.survey.claims, loaded.data.survey.claims
    told = shown.data.first_claims()
    with st.container(key="claims"):
        st.text(f"{shows:,} of {all_claims:,} claims. Pick a row to see its place and day on the map.")
        if len(told) < shows:
            st.text(f"Showing the first {len(told):,} of {shows:,}, by day of publication: narrow the filters.")
        st.dataframe(
            claims_frame(told),
            hide_index=True,
            column_config={name: st.column_config.DateColumn(format="D MMM YYYY") for name in ("Day", "Published")},
            key=f"{TABLE} {shown.version}",
            selection_mode="single-row",
            on_select=lambda: _take_row(loaded, shown, told),
        )


def claims_frame(told: Sequence[Told]) -> pd.DataFrame:
    """Claims with their reports as a table, a row a claim."""
    return pd.DataFrame([_row(claim, report) for claim, report in told])


def _row(claim: Claim, report: Report | None) -> dict[str, object]:
    return {
        "Day": event_day(claim),
        "Place": claim.place.name,
        "Kind": claim.place.kind.value,
        "Action": claim.action.value,
        "Who": claim.actor.name if claim.actor else "",
        "Against": claim.opponent.name if claim.opponent else "",
        "Assertion": claim.assertion.value,
        "Word": claim.attribution.value,
        "Said by": claim.claimant.name if claim.claimant else "",
        "Publisher": (report and report.publisher) or "",
        "Published": claim.published,
        "Quote": claim.quote,
    }


def _take_row(loaded: Loaded, shown: Shown, told: Sequence[Told]) -> None:
    rows = st.session_state[f"{TABLE} {shown.version}"]["selection"]["rows"]
    if rows:
        claim, _ = told[rows[0]]
        choose(loaded, claim.place.id, event_day(claim))
