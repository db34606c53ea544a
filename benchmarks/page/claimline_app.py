"""A Streamlit page of Claimline's map and evidence panel on the invented data; started by `benchmarks.page`."""

from __future__ import annotations

import streamlit as st

from benchmarks.page.data import invented
from geo.app.explore import explore
from geo.app.loading import settle
from geo.app.mapped import Loaded, prepared
from geo.app.opening import open_map
from geo.app.showing import show
from geo.view.view import View


@st.cache_resource
def loaded() -> Loaded:
    """The invented data as the app has what it reads."""
    return prepared(*invented(), own=False)


st.set_page_config(layout="wide")
open_map(loaded())
explore(loaded(), show(loaded(), View()))
settle(loaded().version)
