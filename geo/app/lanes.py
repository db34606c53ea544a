"""The timeline of all places: a lane a place, coloured like the map; a lane that is picked is shown on the map."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from geo.app.components import lanes_key
from geo.app.explore import choose
from geo.control.period import Status
from geo.map.legend import state_words
from geo.map.runs import style_of, style_paint

if TYPE_CHECKING:
    import altair as alt

    from gazetteer.place import Kind
    from geo.app.loading import Loaded, Shown

LANES = 40
LANE_HEIGHT = 24
PICKED = "picked"
CHART = "lanes"
BAR = 14
TOLD = {"place": "Place", "state": "State", "start": "From", "end": "Up to, not on"}


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
        lanes_key()(key="lanes_key", data={"rows": lane_keys(loaded, shown)})
        key = f"{CHART} {shown.version}"
        st.altair_chart(
            lane_chart(rows),
            key=key,
            on_select=lambda: _take_lane(loaded, key),
            selection_mode=PICKED,
        )


def lane_rows(loaded: Loaded, shown: Shown) -> list[dict[str, str]]:
    """Periods of the places with most claims, at most `LANES` of them, without those in which nothing is known.

    Args:
        loaded: Data and map.
        shown: What is shown of it.

    Returns:
        Tables of `id`, `place`, `state`, `colour`, `other` (a second colour, empty where there is none), `start` and
        `end` (ISO days, half-open).
    """
    sides, kinds = shown.data.survey.sides, _kinds(shown)
    chosen = _chosen(loaded, shown)
    rows = []
    for period in shown.data.periods_of(chosen):
        if period.status is not Status.UNKNOWN:
            style = style_of(period, kinds)
            colours = style_paint(style, sides.colours).colours
            rows.append(
                {
                    "id": period.place,
                    "place": loaded.labels[period.place],
                    "state": state_words(style, sides.names),
                    "colour": colours[0],
                    "other": colours[-1] if len(colours) > 1 else "",
                    "start": period.start.isoformat(),
                    "end": period.end.isoformat(),
                }
            )
    return sorted(rows, key=lambda row: chosen.index(row["id"]))


def lane_keys(loaded: Loaded, shown: Shown) -> list[dict[str, Any]]:
    """The states of the lanes, each once, with `label` and `paint` as on the map."""
    sides, kinds = shown.data.survey.sides, _kinds(shown)
    told = shown.data.periods_of(_chosen(loaded, shown))
    periods = (one for one in told if one.status is not Status.UNKNOWN)
    found = {state_words(style, sides.names): style for style in (style_of(one, kinds) for one in periods)}
    return [{"label": label, "paint": asdict(style_paint(found[label], sides.colours))} for label in sorted(found)]


def _kinds(shown: Shown) -> dict[str, Kind]:
    return {place.id: place.kind for place in shown.data.survey.places.values()}


def _chosen(loaded: Loaded, shown: Shown) -> list[str]:
    """Ids of the places with most claims that have a state on some day."""
    counts, live = shown.data.survey.spoken, shown.data.survey.runs.by_place.keys() & loaded.labels.keys()
    return sorted(live, key=lambda place: (-counts.get(place, 0), place))[:LANES]


def lane_chart(rows: list[dict[str, str]]) -> alt.LayerChart | alt.FacetChart:
    """The lanes as a chart; the selection `picked` holds the id of a place. Two colours share a bar's height."""
    import altair as alt  # noqa: PLC0415 - slow to import; the map is on the screen before its lanes are

    picked = alt.selection_point(name=PICKED, fields=["id"])
    names = list(dict.fromkeys(row["place"] for row in rows))
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X("start:T", title=None, scale=alt.Scale(type="utc")),
        x2="end:T",
        y=alt.Y("place:N", title=None, sort=names, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
        opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOLD.items()],
    )
    bar = base.mark_bar(height=BAR, cursor="pointer")
    whole = bar.encode(color=alt.Color("colour:N", scale=None)).add_params(picked)
    half = base.transform_filter("datum.other != ''").mark_bar(height=BAR / 2, yOffset=BAR / 4, cursor="pointer")
    layers = alt.layer(whole, half.encode(color=alt.Color("other:N", scale=None)))
    told = "A lane a place: who has it, from day to day"
    chart: alt.LayerChart | alt.FacetChart = layers.properties(height=alt.Step(LANE_HEIGHT), description=told)
    return chart


def _take_lane(loaded: Loaded, key: str) -> None:
    chosen = st.session_state[key]["selection"].get(PICKED, [])
    if chosen and chosen[0].get("id") in loaded.labels:
        choose(loaded, chosen[0]["id"], st.session_state["day"])
