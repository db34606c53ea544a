"""Opens a map in a session: what its address says is where everything begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app import explore, switches

if TYPE_CHECKING:
    from geo.app.address import Words
    from geo.app.mapped import Loaded

OPEN = "open_map"


def open_map(loaded: Loaded) -> None:
    """Set every choice for a map that is new to this session; leave them for one that is open already.

    Args:
        loaded: Data and map.
    """
    if st.session_state.get(OPEN) == loaded.version:
        return
    st.session_state[OPEN] = loaded.version
    words = address_words()
    switches.begin(loaded, words)
    explore.begin(loaded, words)


def address_words() -> Words:
    """Parameters of the page's address, each with its values."""
    return {key: st.query_params.get_all(key) for key in st.query_params}
