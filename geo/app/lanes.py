"""The timeline of all places: a lane a place, coloured like the map; a lane that is picked is shown on the map."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from geo.app.components import lanes_key
from geo.app.explore import choose
from geo.control.period import Status
from geo.map.legend import state_words
from geo.map.runs import style_of, style_paint

if TYPE_CHECKING:
    from datetime import date

    import altair as alt

    from gazetteer.place import Kind
    from geo.app.mapped import Loaded
    from geo.app.showing import Shown
    from geo.view.colours import Paint

Row = dict[str, Any]
LANES = 40
LANE_HEIGHT = 24
PICKED = "picked"
CHART = "lanes"
BAR = 14  # px
STEP = 9  # px from stripe to stripe
DAY_MS = 86_400_000
# Paths from -1 to 1, drawn as high as the root of the size: a slanted stripe as high as a bar, and a dot.
SHAPES = {"hatch": "M-1,1L-0.35,1L1,-1L0.35,-1Z", "dots": "circle"}
SIZES = {"hatch": BAR**2, "dots": 9}
TOLD = {"place": "Place", "state": "State", "from": "From", "to": "Up to, not on"}


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
        survey = shown.data.survey
        places = len({row["id"] for row in rows})
        st.text(f"The {places} places with most claims, coloured like the map. Pick a lane to see it there.")
        lanes_key()(key="lanes_key", data={"rows": lane_keys(loaded, shown)})
        key = f"{CHART} {shown.version}"
        st.altair_chart(
            lane_chart(rows, survey.start, survey.end),
            key=key,
            on_select=lambda: _take_lane(loaded, key),
            selection_mode=PICKED,
        )


def lane_rows(loaded: Loaded, shown: Shown) -> list[Row]:
    """Periods of the places with most claims, at most `LANES` of them, without those in which nothing is known.

    Args:
        loaded: Data and map.
        shown: What is shown of it.

    Returns:
        Tables of `id`, `place`, `state`, `pattern` (`solid`, `dots` or `hatch`), `colour`, `others` (the colours of
        dots or stripes on it, parted by commas), `outline` (the besieger's colour, or empty), `start` and `end` (ISO
        days, half-open), and both in words.
    """
    sides, kinds = shown.data.survey.sides, _kinds(shown)
    chosen = _chosen(loaded, shown)
    rows = []
    told = groupby(shown.data.periods_of(chosen), key=lambda period: (period.place, style_of(period, kinds)))
    for (place, style), alike in told:
        if style.status is not Status.UNKNOWN:
            named = {"id": place, "place": loaded.labels[place], "state": state_words(style, sides.names)}
            periods = tuple(alike)
            rows.append(named | _look(style_paint(style, sides.colours)) | _days(periods[0].start, periods[-1].end))
    return sorted(rows, key=lambda row: chosen.index(row["id"]))


def _look(paint: Paint) -> Row:
    colour, others = paint.colours[0], ",".join(paint.colours[1:] or paint.colours)
    return {"pattern": paint.pattern, "colour": colour, "others": others, "outline": paint.outline or ""}


def _days(start: date, end: date) -> Row:
    words = {"from": f"{start.day} {start:%b %Y}", "to": f"{end.day} {end:%b %Y}"}
    return {"start": start.isoformat(), "end": end.isoformat()} | words


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


def lane_chart(rows: list[Row], start: date, end: date) -> alt.LayerChart | alt.FacetChart:
    """The lanes as a chart; the selection `picked` holds the id of a place.

    Args:
        rows: What `lane_rows` gives.
        start: First day of the chart.
        end: First day after it.

    Returns:
        Bars in the looks of the map: stripes where a place is contested, dots for a party's own word, a dashed outline
        around what is besieged.
    """
    import altair as alt  # noqa: PLC0415 - slow to import; the map is on the screen before its lanes are

    picked = alt.selection_point(name=PICKED, fields=["id"])
    names = list(dict.fromkeys(row["place"] for row in rows))
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y("place:N", title=None, sort=names, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
        opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOLD.items()],
    )
    days = alt.Scale(type="utc", domain=[start.isoformat(), end.isoformat()])
    dates = alt.Axis(format="%-d %b %Y", tickCount=6, labelOverlap=True)
    across = base.encode(x=alt.X("start:T", title=None, scale=days, axis=dates), x2="end:T")
    bars = across.mark_bar(height=BAR, cursor="pointer").encode(color=_given("colour"))
    marks = [_marks(base, pattern, (end - start).days, days) for pattern in SHAPES]
    besieged = across.transform_filter("datum.outline != ''").encode(color=_given("outline"))
    sieges = besieged.mark_bar(filled=False, strokeDash=[4, 3], strokeWidth=2, height=BAR - 2)
    layers = alt.layer(bars.add_params(picked), *marks, sieges)
    told = "A lane a place: who has it, from day to day"
    chart: alt.LayerChart | alt.FacetChart = layers.properties(height=alt.Step(LANE_HEIGHT), description=told)
    return chart


def _marks(base: alt.Chart, pattern: str, days: int, scale: alt.Scale) -> alt.Chart:
    """Stripes or dots at equal steps on the screen, however wide the chart is and whatever it shows."""
    import altair as alt  # noqa: PLC0415 - as above

    step = f"({days * DAY_MS} / max(1, width) * {STEP})"
    marks: alt.Chart = (
        base.transform_filter(f"datum.pattern == '{pattern}'")
        .transform_calculate(k=f"sequence(0, (time(datum.end) - time(datum.start)) / {step})")
        .transform_flatten(["k"])
        .transform_calculate(
            at=f"time(datum.start) + (datum.k + 0.5) * {step}",
            ink="split(datum.others, ',')[datum.k % length(split(datum.others, ','))]",
        )
        .transform_filter("datum.at < time(datum.end)")
        .mark_point(shape=SHAPES[pattern], size=SIZES[pattern], filled=True, cursor="pointer", clip=True)
        .encode(x=alt.X("at:T", title=None, scale=scale), color=_given("ink"))
    )
    return marks


def _given(field: str) -> alt.Color:
    """A colour as the data give it."""
    import altair as alt  # noqa: PLC0415 - as above

    return alt.Color(f"{field}:N", scale=None)


def _take_lane(loaded: Loaded, key: str) -> None:
    chosen = st.session_state[key]["selection"].get(PICKED, [])
    if chosen and chosen[0].get("id") in loaded.labels:
        choose(loaded, chosen[0]["id"], st.session_state["day"])
