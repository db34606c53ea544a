"""Download buttons; a file is made when its button is pressed, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.export.geojson import claims_geojson, control_geojson
from geo.map.standalone import standalone_page

if TYPE_CHECKING:
    from geo.app.loading import Loaded

GEOJSON = "application/geo+json"
WIDTHS = (1, 1, 1, 2)


def downloads(loaded: Loaded) -> None:
    """Draw the download buttons.

    Args:
        loaded: What is downloaded: everything that the page is made of.
    """
    data, gazetteer = loaded.dataset, loaded.gazetteer
    with st.container(key="downloads"):
        st.text("Everything that this page is made of, with sources and methods inside. GeoJSON opens in QGIS.")
        claims, control, page, _ = st.columns(WIDTHS)
        claims.download_button(
            "Claims, GeoJSON",
            lambda: claims_geojson(data.claims, gazetteer, data.reports),
            file_name="claimline-claims.geojson",
            mime=GEOJSON,
            on_click="ignore",
            width="stretch",
        )
        control.download_button(
            "Control periods, GeoJSON",
            lambda: control_geojson(data.periods, data.places, gazetteer, data.profile),
            file_name="claimline-control.geojson",
            mime=GEOJSON,
            on_click="ignore",
            width="stretch",
        )
        page.download_button(
            "This map as one file, HTML",
            lambda: standalone_page(data, gazetteer).encode(),
            file_name="claimline-map.html",
            mime="text/html",
            on_click="ignore",
            width="stretch",
        )
