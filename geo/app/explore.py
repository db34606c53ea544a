"""The map and the evidence beside it: one choice of place and day, made in either."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.choice import Choice, read_choice
from geo.app.components import evidence_panel, map_frame
from geo.map.evidence import evidence, place_labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.app.loading import Loaded

MAP = "map"
PLACE = "place"
DAY = "day"
SHARES = (2.55, 1)


def explore(loaded: Loaded) -> None:
    """Draw the map and the evidence panel.

    Args:
        loaded: Data and map.
    """
    labels = place_labels(loaded.dataset, loaded.model)
    _start(loaded)
    with st.container(key="explore"):
        left, right = st.columns(SHARES)
        with left:
            map_frame()(
                key=MAP,
                data={"page": loaded.page, "version": loaded.version},
                on_choice_change=lambda: _take_choice(loaded, labels),
            )
        with right, st.container(key="side"):
            _side(loaded, labels)


def _start(loaded: Loaded) -> None:
    """First run of a session: the place and day on which the map opens."""
    first_day = loaded.dataset.start + timedelta(days=loaded.model["day"])
    st.session_state.setdefault(PLACE, loaded.model["place"])
    st.session_state.setdefault(DAY, first_day)


def _take_choice(loaded: Loaded, known: Mapping[str, str]) -> None:
    """Believe of the map's message only a known place and a day of the map."""
    message = st.session_state[MAP].get("choice")
    last = Choice(st.session_state[PLACE], st.session_state[DAY])
    choice = read_choice(message, last, known, loaded.dataset.start, loaded.dataset.end)
    st.session_state[PLACE], st.session_state[DAY] = choice


def _side(loaded: Loaded, labels: Mapping[str, str]) -> None:
    place: str | None = st.selectbox(
        "Place",
        list(labels),
        format_func=lambda key: labels[key],
        index=None,
        key=PLACE,
        placeholder="Choose a place",
        label_visibility="collapsed",
    )
    day: date = st.session_state[DAY]
    found = evidence(place, day, loaded.dataset, loaded.gazetteer) if place else None
    evidence_panel()(key="evidence", data={"place": place or "", "evidence": found})
