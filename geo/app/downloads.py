"""Download buttons; a file is made when its button is pressed, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.export.geojson import claims_geojson, control_geojson
from geo.map.standalone import standalone_page
from geo.view.view import View, bases, view_words

if TYPE_CHECKING:
    from geo.app.loading import Loaded, Shown

GEOJSON = "application/geo+json"
WIDTHS = (1, 1, 1, 2)


def downloads(loaded: Loaded, shown: Shown) -> None:
    """Draw the download buttons.

    Args:
        loaded: Data and map.
        shown: What is downloaded: exactly what the switches and filters show.
    """
    data, gazetteer = shown.dataset, loaded.gazetteer
    words = view_words(shown.view, bases(data.profile))
    with st.container(key="downloads"):
        st.text(f"Exactly what is shown, and every file says so inside. {words} GeoJSON opens in QGIS.")
        claims, control, page, _ = st.columns(WIDTHS)
        claims.download_button(
            "Claims, GeoJSON",
            lambda: claims_geojson(data.claims, gazetteer, data.reports, words),
            file_name="claimline-claims.geojson",
            mime=GEOJSON,
            on_click="ignore",
            width="stretch",
        )
        control.download_button(
            "Control periods, GeoJSON",
            lambda: control_geojson(data.periods, data.places, gazetteer, data.profile, words),
            file_name="claimline-control.geojson",
            mime=GEOJSON,
            on_click="ignore",
            width="stretch",
        )
        page.download_button(
            "This map as one file, HTML",
            lambda: standalone_page(data, gazetteer, shown.view.clock, _heading(shown, words)).encode(),
            file_name="claimline-map.html",
            mime="text/html",
            on_click="ignore",
            width="stretch",
        )


def _heading(shown: Shown, words: str) -> str:
    """What the one-file map says at its top; the usual view needs no words."""
    return "" if shown.view == View() else words
