"""The page on a workspace: its reports and claims as they stand after review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.first_start import open_gazetteer
from geo.app.mapped import prepared
from geo.store.address import chosen_address
from geo.store.dataset import state_token, workspace_dataset
from geo.store.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from geo.app.mapped import Loaded


def load_workspace(named: str) -> Loaded:
    """The map of a workspace; made once for all visitors, and anew after something was taken in or decided.

    Args:
        named: A file, or the address of a PostgreSQL database; empty for the usual workspace.

    Returns:
        The data and the map.

    Raises:
        StoreError: There is no such workspace, it cannot be read, or it holds no report.
    """
    return _load(named, state_token(kept_open(named)))


@st.cache_resource(show_spinner=False)
def kept_open(named: str) -> Workspace:
    """The workspace, opened once for all visitors."""
    return open_workspace(chosen_address(named or None))


@st.cache_resource(max_entries=2, show_spinner="Drawing the map …")
def _load(named: str, token: str) -> Loaded:  # noqa: ARG001 - part of the key
    gazetteer = open_gazetteer()
    return prepared(workspace_dataset(kept_open(named), gazetteer), gazetteer, own=False)
