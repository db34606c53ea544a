"""Claimline's page: `streamlit run streamlit_app.py [-- REPORTS… --profile FILE]`; without arguments, the seeds."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

import streamlit as st

from geo.app.arguments import read_arguments
from geo.app.downloads import downloads
from geo.app.explore import explore
from geo.app.loading import Loaded, load
from geo.app.masthead import masthead
from geo.app.sources import problems, reports_read, unplaced_names
from geo.errors import ClaimlineError

SEEDS = Path(__file__).parent / "seeds"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Claimline", layout="wide", initial_sidebar_state="collapsed")
    st.html(Path(str(files("geo.app") / "browser" / "page.css")))
    try:
        loaded = load(read_arguments(sys.argv[1:], SEEDS))
    except ClaimlineError as error:
        st.error("There is nothing to show yet.")
        st.text(str(error))
        return
    masthead(loaded.dataset)
    explore(loaded)
    below(loaded)


def below(loaded: Loaded) -> None:
    """The lists under the map, and the downloads.

    Args:
        loaded: Data and map.
    """
    data = loaded.dataset
    with st.container(key="below"):
        tabs = {
            f"Reports ({len(data.reports)})": lambda: reports_read(data),
            f"Names not placed ({len(data.unplaced)})": lambda: unplaced_names(data),
            f"Left out ({len(data.problems)})": lambda: problems(data),
            "Downloads": lambda: downloads(loaded),
        }
        for tab, draw in zip(st.tabs(list(tabs)), tabs.values(), strict=True):
            with tab:
                draw()


main()
