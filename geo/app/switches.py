"""The switches at the top: basis, clock and filters. What they say is the view of the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.address import read_view
from geo.control.clock import Clock
from geo.view.filters import FACETS, Filters
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.app.address import Words
    from geo.app.mapped import Loaded

BASIS, KNOWN, TEXT = "basis", "known", "only_text"
FACET_KEYS = {name: f"only_{name}" for name in FACETS}
AS_KNOWN = "⟲ as known that day"
LABELS = {
    "side": "Side",
    "action": "Action",
    "assertion": "Assertion",
    "publisher": "Publisher",
    "kind": "Kind of place",
}


def switches(loaded: Loaded) -> View:
    """Draw the switches.

    Args:
        loaded: Its profile names the sides, its claims what can be filtered.

    Returns:
        What they are set to.
    """
    labels, choices = loaded.data.bases(), loaded.data.offered()
    with st.container(key="switches", horizontal=True, vertical_alignment="center"):
        basis = st.pills(
            "Whose word counts", list(labels), format_func=lambda key: labels[key], key=BASIS, required=True,
            label_visibility="collapsed",
        )  # fmt: skip
        known = st.pills(
            "Clock", [AS_KNOWN], selection_mode="multi", key=KNOWN, label_visibility="collapsed",
            help="Only what had been published by the day shown",
        )  # fmt: skip
        filters = _filters(choices, {side.id: side.name for side in loaded.data.survey.profile.sides})
    return View(basis or View().basis, Clock.KNOWN if known else Clock.EVENT, filters)


def begin(loaded: Loaded, words: Words) -> None:
    """Set the switches to what an address says.

    Args:
        loaded: Its profile names the sides, its claims what can be filtered.
        words: Parameters of the address.
    """
    view = read_view(words, loaded.data.bases(), loaded.data.offered())
    st.session_state[BASIS] = view.basis
    st.session_state[KNOWN] = [AS_KNOWN] if view.clock is Clock.KNOWN else []
    for name in FACETS:
        st.session_state[FACET_KEYS[name]] = list(getattr(view.filters, name))
    st.session_state[TEXT] = view.filters.text


def _filters(choices: Mapping[str, tuple[str, ...]], names: dict[str, str]) -> Filters:
    active = sum(bool(st.session_state[key]) for key in (*FACET_KEYS.values(), TEXT))
    with st.popover(f"Filters ({active})" if active else "Filters"):
        for name, label in LABELS.items():
            st.multiselect(label, choices[name], key=FACET_KEYS[name], format_func=lambda key: names.get(key, key))
        st.text_input("Words in quote or place", key=TEXT, max_chars=200)
    chosen = {name: tuple(st.session_state[key]) for name, key in FACET_KEYS.items()}
    return Filters(
        side=chosen["side"],
        action=chosen["action"],
        assertion=chosen["assertion"],
        publisher=chosen["publisher"],
        kind=chosen["kind"],
        text=st.session_state[TEXT].strip(),
    )
