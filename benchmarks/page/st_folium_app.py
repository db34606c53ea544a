"""A Streamlit page that draws the map of the chosen day anew with `st_folium`; started by `benchmarks.page`."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st
from streamlit_folium import st_folium

from benchmarks.page.data import invented
from benchmarks.page.rivals import Picture, picture, redrawn
from geo.map.evidence import Desk, desk, panel
from geo.map.layers import page_model


@st.cache_resource
def prepared() -> tuple[Picture, Desk]:
    """Outlines and colours, and what the evidence needs."""
    dataset, gazetteer = invented()
    return picture(dataset, gazetteer), desk(dataset, gazetteer, page_model(dataset, gazetteer))


st.set_page_config(layout="wide")
shown, at = prepared()
day = st.slider("Day", 0, len(shown.day_names) - 1, 700)
said = st_folium(redrawn(shown, day), key="map", width=1000, height=700, returned_objects=["last_active_drawing"])
chosen = (said or {}).get("last_active_drawing")
if chosen:
    first, _ = invented()
    found = panel(at, chosen["properties"]["id"], first.start + timedelta(days=day))
    st.text(found["name"] + "\n" + found["headline"] + "\n" + found["account"])
