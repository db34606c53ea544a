"""Two days beside each other: which places changed, from what to what."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.components import records
from geo.app.explore import choose, compare_days
from geo.control.wording import day_words
from geo.map.legend import state_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.app.mapped import Loaded
    from geo.app.showing import Shown
    from geo.map.survey import Survey

ONE, OTHER = "compare_from", "compare_to"
DAY_FORMAT = "YYYY-MM-DD"


def compare(loaded: Loaded, shown: Shown) -> None:
    """Draw the choice of two days, and the list of what changed between them; the map compares the days as well.

    Args:
        loaded: Data and map.
        shown: What is shown of it.
    """
    found = shown.data.survey
    first, last = found.start, found.end - timedelta(days=1)
    keys = [f"{name} {loaded.version}" for name in (ONE, OTHER)]  # each map has its own days

    def show(*, call: bool) -> None:
        before, after = (st.session_state[key] for key in keys)
        compare_days(loaded, before, after, call=call)

    quietly = partial(show, call=False)
    day = partial(st.date_input, min_value=first, max_value=last, format=DAY_FORMAT, on_change=quietly)
    with st.container(key="compare"):
        one, other, rest = st.columns((1, 1, 4), vertical_alignment="bottom")
        with one:
            before = day("From", value=first, key=keys[0])
        with other:
            after = day("To", value=last, key=keys[1])
        rest.button("Show both days on the map", key="show_days", on_click=partial(show, call=True))
    rows = [row for row in changes(found, before, after) if row[0] in loaded.labels]
    _table(loaded, rows, before, after)


def _table(loaded: Loaded, found: Sequence[tuple[str, str, str]], before: date, after: date) -> None:
    """The places that changed; one that is picked is shown on the map on the later choice of day."""
    key = f"compared {loaded.version}"

    def take() -> None:
        row = st.session_state[key].get("open")
        if type(row) is int and 0 <= row < len(found):
            choose(loaded, found[row][0], after)

    data = {
        "columns": ["Place", f"On {day_words(before, 0)}", f"On {day_words(after, 0)}"],
        "rows": [[loaded.labels[place], was, is_] for place, was, is_ in found],
        "none": "Nothing changed between these days.",
        "opens": 0,
    }
    records()(key=key, data=data, on_open_change=take)


def changes(found: Survey, before: date, after: date) -> list[tuple[str, str, str]]:
    """The places whose state differs between two days.

    Args:
        found: The control periods as the map draws them, and the names of the sides.
        before: One day.
        after: The other.

    Returns:
        Place id, state on the one day and on the other in words, ordered by id.
    """
    days = [(day - found.start).days for day in (before, after)]
    states = (
        (place, *(state_words(found.runs.style(place, day), found.sides.names) for day in days))
        for place in sorted(found.runs.by_place)
    )
    return [(place, was, is_) for place, was, is_ in states if was != is_]
