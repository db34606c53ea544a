"""The whole page: what is loaded, looked at, and drawn from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.claims_table import claims_table
from geo.app.compare import compare
from geo.app.downloads import downloads
from geo.app.explore import explore
from geo.app.lanes import lanes
from geo.app.loading import load, settle
from geo.app.masthead import masthead
from geo.app.notices import notices
from geo.app.opening import open_map
from geo.app.own import nothing_to_show, own_reports
from geo.app.showing import show
from geo.app.sources import reports_read, unresolved
from geo.app.switches import switches
from geo.errors import ArchiveError, ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded
    from geo.app.showing import Shown
    from geo.app.top import Top


def whole_page(top: Top, arguments: Arguments) -> None:
    """Load what is to be shown, and draw it under the product's name.

    Args:
        top: Where the name stands already.
        arguments: What the page was started with.
    """
    try:
        loaded = own_reports() or load(arguments)
    except ClaimlineError as error:
        nothing_to_show(error, arguments)
        return
    try:
        draw(loaded, top, arguments)
    except ArchiveError as error:  # a run replaced the archive while it was looked at
        st.error(str(error))


def draw(loaded: Loaded, top: Top, arguments: Arguments) -> None:
    """The page of what is loaded.

    Args:
        loaded: Data and map.
        top: Where the name stands already.
        arguments: What the page was started with.
    """
    open_map(loaded)
    masthead(loaded, top, arguments)
    with top.head:
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
        tabs: dict[str, Callable[[], None]] = {
            "Timeline": lambda: lanes(loaded, shown),
            f"Claims ({shown.data.survey.claims:,})": lambda: claims_table(loaded, shown),
            f"Reports ({data.survey.reports:,})": lambda: reports_read(loaded),
            f"Unresolved ({data.doubts:,})": lambda: unresolved(loaded),
            "Compare days": lambda: compare(loaded, shown),
            "Downloads": lambda: downloads(loaded, shown),
        }
        if workspace is not None and not loaded.own:
            tabs["Review"] = lambda: review_tab(workspace, loaded)
        for tab, fill in zip(st.tabs(list(tabs)), tabs.values(), strict=True):
            with tab:
                fill()


def review_tab(workspace: str, loaded: Loaded) -> None:
    """What people make of the claims; a workspace needs an extra, so its modules are imported only here."""
    from geo.app.review import review  # noqa: PLC0415 - as above

    review(workspace, loaded)
