"""A Streamlit page of Claimline's map and evidence panel on the invented data; started by `benchmarks.page`."""

from __future__ import annotations

import hashlib

import streamlit as st

from benchmarks.page.data import invented
from geo.app.explore import explore
from geo.app.loading import Loaded, show
from geo.app.view import View
from geo.map.evidence import desk
from geo.map.layers import page_model
from geo.map.page import render_page
from geo.map.places import place_labels


@st.cache_resource
def loaded() -> Loaded:
    """The invented data as the app has what it reads."""
    dataset, gazetteer = invented()
    model = page_model(dataset, gazetteer)
    page = render_page(model)
    return Loaded(
        dataset=dataset,
        gazetteer=gazetteer,
        model=model,
        desk=desk(dataset, gazetteer, model),
        labels=place_labels(dataset, model, gazetteer),
        page=page,
        version=hashlib.sha256(page.encode()).hexdigest(),
    )


st.set_page_config(layout="wide")
explore(loaded(), show(loaded(), View()))
