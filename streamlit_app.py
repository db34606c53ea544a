"""Claimline's page: `streamlit run streamlit_app.py [-- REPORTS… --profile FILE]`; without arguments, the seeds."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.arguments import read_arguments
from geo.app.claims_table import claims_table
from geo.app.compare import compare
from geo.app.downloads import downloads
from geo.app.explore import explore
from geo.app.lanes import lanes
from geo.app.loading import Loaded, load, settle
from geo.app.masthead import masthead
from geo.app.notices import notices
from geo.app.opening import open_map
from geo.app.own import nothing_to_show, own_reports
from geo.app.showing import Shown, show
from geo.app.sources import reports_read, unresolved
from geo.app.switches import switches
from geo.errors import ArchiveError, ClaimlineError

if TYPE_CHECKING:
    from geo.app.arguments import Arguments

SEEDS = Path(__file__).parent / "seeds"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Claimline", layout="wide", initial_sidebar_state="collapsed")
    st.html(Path(str(files("geo.app") / "browser" / "page.css")))
    arguments = read_arguments(sys.argv[1:], SEEDS)
    try:
        loaded = own_reports() or load(arguments)
    except ClaimlineError as error:
        nothing_to_show(error, arguments)
        return
    try:
        draw(loaded, arguments)
    except ArchiveError as error:  # a run replaced the archive while it was looked at
        st.error(str(error))


def draw(loaded: Loaded, arguments: Arguments) -> None:
    """The page of what is loaded.

    Args:
        loaded: Data and map.
        arguments: What the page was started with.
    """
    open_map(loaded)
    with st.container(key="head"):
        masthead(loaded, arguments)
        shown = show(loaded, switches(loaded))
    notices(loaded, arguments)
    explore(loaded, shown)
    below(loaded, shown, arguments.workspace)
    if not loaded.own:
        settle(loaded.version)


def below(loaded: Loaded, shown: Shown, workspace: str | None) -> None:
    """The lists under the map, and the downloads.

    Args:
        loaded: Data and map.
        shown: What is shown of it.
        workspace: The workspace that it comes from, if any.
    """
    data = loaded.data
    with st.container(key="below"):
        tabs = {
            "Timeline": lambda: lanes(loaded, shown),
            f"Claims ({shown.data.survey.claims:,})": lambda: claims_table(loaded, shown),
            f"Reports ({data.survey.reports:,})": lambda: reports_read(loaded),
            f"Unresolved ({data.doubts:,})": lambda: unresolved(loaded),
            "Compare days": lambda: compare(loaded, shown),
            "Downloads": lambda: downloads(loaded, shown),
        }
        if workspace is not None and not loaded.own:
            tabs["Review"] = lambda: review_tab(workspace, loaded)
        for tab, draw in zip(st.tabs(list(tabs)), tabs.values(), strict=True):
            with tab:
                draw()


def review_tab(workspace: str, loaded: Loaded) -> None:
    """What people make of the claims; a workspace needs an extra, so its modules are imported only here."""
    from geo.app.review import review  # noqa: PLC0415 - as above

    review(workspace, loaded)


# A process that a test or a reader of an archive starts reads this file again, and is no page.
if __name__ == "__main__":
    main()
