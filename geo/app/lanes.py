"""The timeline of all places: a lane a place, coloured like the map; a lane that is picked is shown on the map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geo.app.explore import choose
from geo.control.period import Status
from geo.map.legend import state_words
from geo.map.runs import style_of, style_paint
from geo.view.colours import mix
from geo.view.sides import all_sides

if TYPE_CHECKING:
    import altair as alt

    from geo.app.loading import Loaded, Shown

LANES = 40
LANE_HEIGHT = 24
PICKED = "picked"
CHART = "lanes"


def lanes(loaded: Loaded, shown: Shown) -> None:
    """Draw the lanes of the places with most claims.

    Args:
        loaded: Data and map.
        shown: What is shown of it.
    """
    rows = lane_rows(loaded, shown)
    with st.container(key="timeline"):
        if not rows:
            st.text("No place has a live claim on any day.")
            return
        places = len({row["id"] for row in rows})
        st.text(f"The {places} places with most claims, coloured like the map. Pick a lane to see it there.")
        key = f"{CHART} {shown.version}"
        st.altair_chart(
            lane_chart(rows),
            key=key,
            on_select=lambda: _take_lane(loaded, key),
            selection_mode=PICKED,
        )


def lane_rows(loaded: Loaded, shown: Shown) -> list[dict[str, str]]:
    """Periods of the places with most claims, at most `LANES` of them, without those in which nothing is known.

    Returns:
        Tables of `id`, `place`, `state`, `colour`, `start` and `end` (ISO days, half-open).
    """
    data, sides = shown.dataset, all_sides(loaded.dataset)
    kinds = {place.id: place.kind for place in data.places.values()}
    counts = Counter(claim.place.id for claim in data.claims)
    live = {period.place for period in data.periods if period.status is not Status.UNKNOWN} & loaded.labels.keys()
    chosen = sorted(live, key=lambda place: (-counts[place], place))[:LANES]
    rows = []
    for period in data.periods:
        if period.place in chosen and period.status is not Status.UNKNOWN:
            style = style_of(period, kinds)
            colours = style_paint(style, sides.colours).colours
            rows.append(
                {
                    "id": period.place,
                    "place": loaded.labels[period.place],
                    "state": state_words(style, sides.names),
                    "colour": mix(colours[0], colours[-1], 0.5),
                    "start": period.start.isoformat(),
                    "end": period.end.isoformat(),
                }
            )
    return sorted(rows, key=lambda row: chosen.index(row["id"]))


def lane_chart(rows: list[dict[str, str]]) -> alt.Chart:
    """The lanes as a chart; the selection `picked` holds the id of a place."""
    import altair as alt  # noqa: PLC0415 - slow to import; the map is on the screen before its lanes are

    states = dict(sorted({(row["state"], row["colour"]) for row in rows}))
    picked = alt.selection_point(name=PICKED, fields=["id"])
    names = [row["place"] for row in rows]
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(height=12, cursor="pointer")
        .encode(
            x=alt.X("start:T", title=None),
            x2="end:T",
            y=alt.Y("place:N", title=None, sort=list(dict.fromkeys(names)), axis=alt.Axis(labelLimit=260)),
            color=alt.Color(
                "state:N",
                scale=alt.Scale(domain=list(states), range=list(states.values())),
                legend=alt.Legend(title=None, orient="bottom", columns=3, labelLimit=320),
            ),
            opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
        )
        .add_params(picked)
        .properties(height=LANE_HEIGHT * len(set(names)) + 60)
    )
    return chart


def _take_lane(loaded: Loaded, key: str) -> None:
    chosen = st.session_state[key]["selection"].get(PICKED, [])
    if chosen and chosen[0].get("id") in loaded.labels:
        choose(loaded, chosen[0]["id"], st.session_state["day"])
