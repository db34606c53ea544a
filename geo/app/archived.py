"""The page on an archive: opened once for all visitors, and anew after a run has finished it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.first_start import open_gazetteer
from geo.app.loading import mapped
from geo.archive.about import read_about
from geo.archive.layout import DATASET
from geo.errors import ClaimlineError
from geo.holdings.disk import on_disk
from geo.profile import AUTO

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.app.arguments import Arguments
    from geo.app.loading import Loaded


def load_archive(folder: Path, arguments: Arguments) -> Loaded:
    """The map of an archive.

    Args:
        folder: Its folder.
        arguments: What the page was started with.

    Returns:
        The data and the map; claims stay on the disk.

    Raises:
        ClaimlineError: Something else was named beside it, or it cannot be read.
    """
    if len(arguments.paths) > 1 or arguments.profile != AUTO.id:
        message = f"{folder}: an archive is shown alone and with the profile that it was made with. Name only it."
        raise ClaimlineError(message)
    if not (folder / DATASET).exists():
        read_about(folder)  # tells why
    gazetteer = open_gazetteer()  # here, where its progress can be shown: not within what is kept
    try:
        changed = (folder / DATASET).stat().st_mtime_ns
    except OSError as error:
        message = f"{folder}: the archive cannot be read ({error}). If a run is changing it, reload once that is done."
        raise ClaimlineError(message) from error
    return _load_archive(folder, changed, gazetteer)


@st.cache_resource(max_entries=2, show_spinner="Opening the archive …")
def _load_archive(folder: Path, changed: int, _gazetteer: Gazetteer) -> Loaded:  # noqa: ARG001 - part of the key
    data = on_disk(folder)
    return mapped(data, _gazetteer, data.archive.fingerprint)
