"""The map and the evidence beside it: one choice of place and day, made in either."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.app.address import read_place_and_day, write_address
from geo.app.choice import Choice, read_choice, read_opened
from geo.app.components import evidence_panel, map_frame, map_tables
from geo.app.explaining import marks_of
from geo.app.loading import settle
from geo.errors import ArchiveError
from geo.map.evidence import Desk, panel
from geo.map.full_report import marked_report
from geo.map.why import deed_words, fragile_count, reasons

if TYPE_CHECKING:
    from geo.app.address import Words
    from geo.app.choice import Opened
    from geo.app.mapped import Loaded
    from geo.app.showing import Shown

EVIDENCE = "evidence"
PLACE = "place"
DAY = "day"
TURN = "turn"
SINCE = "since"
OPENED = "opened"
WEIGHED = "weighed"
CALLED = "called"  # how often something below the map has asked for it
SHARES = (2.55, 1)
WHY = "why"
WHY_HELP = "Reads all that was ever said of the place, and leaves out one source or rule after the other."


def explore(loaded: Loaded, shown: Shown) -> None:
    """Draw the map and the evidence panel.

    The map is drawn once. What is chosen on it reaches Python through the panel, so that a click draws only the panel.

    Args:
        loaded: Data and map.
        shown: What is shown of it.
    """
    with st.container(key="explore"):
        left, right = st.columns(SHARES)
        with left:
            map_frame()(key="map", data={"page": loaded.page, "version": loaded.version})
            map_tables()(key="tables", data={"version": shown.version, "tables": shown.sent})
        with right:
            st.fragment(_told)(loaded, shown)


def begin(loaded: Loaded, words: Words) -> None:
    """Set place and day to what an address says, else to what the map was made to open with.

    Args:
        loaded: Data and map.
        words: Parameters of the address.
    """
    data, model = loaded.data.survey, loaded.model
    opening = Choice(model["place"] or most_told(loaded), data.start + timedelta(days=model["day"]))
    chosen = read_place_and_day(words, opening, loaded.labels, data.start, data.end)
    st.session_state[PLACE], st.session_state[DAY], st.session_state[SINCE] = chosen.place, chosen.day, None
    st.session_state.setdefault(TURN, 0)
    st.session_state.setdefault(CALLED, 0)
    st.session_state[OPENED] = None
    st.session_state.setdefault(WEIGHED, False)


def most_told(loaded: Loaded) -> str | None:
    """Of the places that can be chosen the one with most claims, of several the first by id; None without claims."""
    counts = loaded.data.survey.spoken
    return min(counts.keys() & loaded.labels.keys(), key=lambda place: (-counts[place], place), default=None)


def _told(loaded: Loaded, shown: Shown) -> None:
    """The panel; a click may be the first to read a file that a run has replaced meanwhile."""
    try:
        _side(loaded, shown)
    except ArchiveError as error:
        st.error(str(error))


def _side(loaded: Loaded, shown: Shown) -> None:
    with st.container(key="side"):
        place: str | None = st.selectbox(
            "Place",
            list(loaded.labels),
            format_func=lambda key: loaded.labels[key],
            index=None,
            key=PLACE,
            placeholder="Choose a place",
            label_visibility="collapsed",
            on_change=_close_report,
        )
        if loaded.data.slow:
            st.toggle("Work out what would change the state", key=WHY, help=WHY_HELP)
        day: date = st.session_state[DAY]
        st.query_params.from_dict(write_address(place, day, shown.view, own=loaded.own))
        data: dict[str, Any] = {"place": place or "", "day": day.isoformat(), "turn": st.session_state[TURN]}
        data["since"] = st.session_state[SINCE].isoformat() if st.session_state[SINCE] else ""
        data["called"] = st.session_state[CALLED]
        data["evidence"] = _evidence(loaded, shown, place, day) if place else None
        data["report"] = _report(loaded, st.session_state[OPENED])
        evidence_panel()(key=EVIDENCE, data=data, on_choice_change=lambda: _take_choice(loaded))


def choose(loaded: Loaded, place: str, day: date) -> None:
    """Show a place and a day on the map and in the panel; to be called before the page is drawn.

    Args:
        loaded: Its places can be chosen.
        place: Id of the place; one that cannot be chosen leaves the place as it is.
        day: The day; one outside the map means its nearest day.
    """
    _take({"place": place, "day": day.isoformat()}, loaded)
    st.session_state[CALLED] += 1
    _close_report()


def compare_days(loaded: Loaded, before: date, after: date, *, call: bool) -> None:
    """Compare two days on the map; to be called before the page is drawn.

    Args:
        loaded: Data and map.
        before: The day that is held.
        after: The day that the slider shows.
        call: Whether to bring the map into sight.
    """
    _take({"since": before.isoformat(), "day": after.isoformat()}, loaded)
    st.session_state[CALLED] += call


def open_report(loaded: Loaded, opened: Opened) -> None:
    """Show a report beside the map; to be called before the page is drawn.

    Args:
        loaded: Data and map.
        opened: The report and a span of it; one that is not known opens nothing.
    """
    if loaded.data.report(opened.report):
        st.session_state[OPENED] = opened
        st.session_state[CALLED] += 1


def _evidence(loaded: Loaded, shown: Shown, place: str, day: date) -> dict[str, Any]:
    data, model = shown.data, loaded.model | (shown.tables or {})
    at = Desk(data.book(place, day), loaded.gazetteer, model, data.spoken, data.view.clock)
    ask = data.inquiry(place, day)
    if ask is None:
        return panel(at, place, day)
    told = panel(at, place, day, deed_words(place, day, ask))
    past = data.history(place, day) if not data.slow or st.session_state.get(WHY) else None
    if past is None:
        return told
    if not loaded.own and not data.slow:
        settle(loaded.version, asked=True)
    whole = data.district_inquiry(day) if st.session_state[WEIGHED] else None
    return told | reasons(place, day, past) | {"fragile": fragile_count(day, whole) if whole else None}


def _report(loaded: Loaded, opened: Opened | None) -> dict[str, Any] | None:
    report = loaded.data.report(opened.report) if opened else None
    if opened is None or report is None:
        return None
    return marked_report(report, opened.start, opened.end, marks_of(loaded, report))


def _take(message: object, loaded: Loaded) -> None:
    """Take over what a message says, as far as it can be used."""
    kept = st.session_state
    last, data = Choice(kept[PLACE], kept[DAY], kept[TURN], kept[SINCE]), loaded.data.survey
    chosen = read_choice(message, last, loaded.labels, data.start, data.end)
    kept[PLACE], kept[DAY], kept[TURN], kept[SINCE] = chosen


def _close_report() -> None:
    st.session_state[OPENED] = None


def _take_choice(loaded: Loaded) -> None:
    """Believe of the map's message only a known place and a day of the map."""
    message = st.session_state[EVIDENCE].get("choice")
    _take(message, loaded)
    st.session_state[WEIGHED] = isinstance(message, dict) and message.get("weighed") is True
    st.session_state[OPENED] = read_opened(message, loaded.data.report)
