"""Reads the reports and makes the map once for all visitors; done again only when a file changes."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.app.ahead import AHEAD
from geo.app.first_start import open_gazetteer
from geo.app.mapped import of_archive, of_reports
from geo.app.source import source_of

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded
    from geo.app.source import Source


def load(arguments: Arguments) -> Loaded:
    """Read, extract, fold and draw, or take what is ready.

    Args:
        arguments: Report files and profile.

    Returns:
        The data and the map.

    Raises:
        ClaimlineError: The profile, all of the reports, or the archive cannot be read.
    """
    if arguments.workspace is not None:
        from geo.app.workspace import load_workspace  # noqa: PLC0415 - a workspace needs an extra

        return load_workspace(arguments.workspace)
    source = source_of(arguments)
    gazetteer = open_gazetteer()  # here, where its progress can be shown: not within what is kept
    return _load_archive(source, gazetteer) if source.archive else _load_reports(source, gazetteer)


@st.cache_resource(max_entries=8, show_spinner=False)
def settle(version: str, *, asked: bool = False) -> None:  # noqa: ARG001 - once a map, and again once it can be asked
    """Spare what a map is made of the search for garbage; to be called once the page is drawn.

    Streamlit searches all memory for garbage at the end of every run, a click's too. Nobody's click should wait while
    gazetteer, libraries and map, which stay anyway, are searched: that takes longer than all the rest.

    Args:
        version: Of the map.
        asked: Whether it is known by now who copied whom: that is worked out while the map is looked at.
    """
    gc.collect()  # what is garbage now would stay for good
    gc.freeze()


@st.cache_resource(max_entries=2, show_spinner="Opening the archive …")
def _load_archive(source: Source, _gazetteer: Gazetteer) -> Loaded:
    return AHEAD.taken(source) or of_archive(Path(source.paths[0]), _gazetteer)


@st.cache_resource(max_entries=4, show_spinner="Reading the reports …")
def _load_reports(source: Source, _gazetteer: Gazetteer) -> Loaded:
    return AHEAD.taken(source) or of_reports(source.paths, source.profile, _gazetteer)
