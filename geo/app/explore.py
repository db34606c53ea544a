"""The map and the evidence beside it: one choice of place and day, made in either."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.choice import Choice, read_choice
from geo.app.components import evidence_panel, map_frame
from geo.map.evidence import panel

if TYPE_CHECKING:
    from geo.app.loading import Loaded

EVIDENCE = "evidence"
PLACE = "place"
DAY = "day"
TURN = "turn"
SHARES = (2.55, 1)


def explore(loaded: Loaded) -> None:
    """Draw the map and the evidence panel.

    The map is drawn once. What is chosen on it reaches Python through the panel, so that a click draws only the panel.

    Args:
        loaded: Data and map.
    """
    first_day = loaded.dataset.start + timedelta(days=loaded.model["day"])
    st.session_state.setdefault(PLACE, loaded.model["place"] or None)
    st.session_state.setdefault(DAY, first_day)
    st.session_state.setdefault(TURN, 0)
    with st.container(key="explore"):
        left, right = st.columns(SHARES)
        with left:
            map_frame()(key="map", data={"page": loaded.page, "version": loaded.version})
        with right:
            st.fragment(_side)(loaded)


def _side(loaded: Loaded) -> None:
    with st.container(key="side"):
        place: str | None = st.selectbox(
            "Place",
            list(loaded.labels),
            format_func=lambda key: loaded.labels[key],
            index=None,
            key=PLACE,
            placeholder="Choose a place",
            label_visibility="collapsed",
        )
        day: date = st.session_state[DAY]
        found = panel(loaded.desk, place, day) if place else None
        evidence_panel()(
            key=EVIDENCE,
            data={"place": place or "", "day": day.isoformat(), "turn": st.session_state[TURN], "evidence": found},
            on_choice_change=lambda: _take_choice(loaded),
        )


def _take_choice(loaded: Loaded) -> None:
    """Believe of the map's message only a known place and a day of the map."""
    message = st.session_state[EVIDENCE].get("choice")
    last = Choice(st.session_state[PLACE], st.session_state[DAY], st.session_state[TURN])
    data = loaded.dataset
    chosen = read_choice(message, last, loaded.labels, data.start, data.end)
    st.session_state[PLACE], st.session_state[DAY], st.session_state[TURN] = chosen
