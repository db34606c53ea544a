"""Claimline's page: `streamlit run streamlit_app.py [-- REPORTS… --profile FILE]`; without arguments, the seeds."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

import streamlit as st

from geo.app.arguments import read_arguments, seeds_beside
from geo.app.top import top


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Claimline", layout="wide", initial_sidebar_state="collapsed")
    st.html(Path(str(files("geo.app") / "browser" / "page.css")))
    name = top()
    from geo.app.whole_page import whole_page  # noqa: PLC0415 - takes a second, in which the name can be seen

    whole_page(name, read_arguments(sys.argv[1:], seeds_beside(Path(__file__))))


# A process that a test or a reader of an archive starts reads this file again, and is no page.
if __name__ == "__main__":
    main()
