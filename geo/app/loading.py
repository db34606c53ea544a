"""Reads the reports and makes the map once for all visitors; done again only when a file changes."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.app.first_start import open_gazetteer
from geo.archive.about import is_archive
from geo.holdings.memory import in_memory
from geo.map.layers import survey_model
from geo.map.page import render_page
from geo.map.places import place_labels
from geo.pipeline import build_dataset
from geo.profile import named_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer import Gazetteer
    from geo.app.arguments import Arguments
    from geo.holdings.holdings import Holdings
    from geo.pipeline import Dataset


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that the page shows; shared by all visitors and never changed.

    Attributes:
        data: Reports, claims and control periods.
        gazetteer: Places and areas.
        model: The page model.
        labels: The places that can be chosen, with their labels.
        page: The map page as HTML.
        version: Changes with anything above.
        own: Made of what a person handed over in this session, and of no concern to others.
    """

    data: Holdings
    gazetteer: Gazetteer
    model: dict[str, Any]
    labels: dict[str, str]
    page: str
    version: str
    own: bool = False


def load(arguments: Arguments) -> Loaded:
    """Read, extract, fold and draw, or take what is ready.

    Args:
        arguments: Report files and profile.

    Returns:
        The data and the map.

    Raises:
        ClaimlineError: The profile or all of the reports cannot be read.
    """
    if arguments.workspace is not None:
        from geo.app.workspace import load_workspace  # noqa: PLC0415 - a workspace needs an extra

        return load_workspace(arguments.workspace)
    archives = [path for path in arguments.paths if is_archive(path)]
    if archives:
        from geo.app.archived import load_archive  # noqa: PLC0415 - most pages show no archive

        return load_archive(archives[0], arguments)
    open_gazetteer()  # here, where its progress can be shown: not within what is kept
    paths = tuple(str(path) for path in arguments.paths)
    return _load(paths, arguments.profile, _fingerprint(arguments))


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


def prepared(dataset: Dataset, gazetteer: Gazetteer, *, own: bool) -> Loaded:
    """Make the map of a data set in memory.

    Args:
        dataset: What to show.
        gazetteer: Places and areas.
        own: The reports are what a person handed over in this session.

    Returns:
        The data and the map.
    """
    facts = "\n".join(report.sha256 for report in dataset.reports)
    return mapped(in_memory(dataset), gazetteer, facts, own=own)


def mapped(data: Holdings, gazetteer: Gazetteer, facts: str, *, own: bool = False) -> Loaded:
    """Make the map of findings.

    Args:
        data: What to show.
        gazetteer: Places and areas.
        facts: Changes with the data, also with what no map shows.
        own: The reports are what a person handed over in this session.

    Returns:
        The data and the map.
    """
    model = survey_model(data.survey, gazetteer)
    page = render_page(model)
    return Loaded(
        data=data,
        gazetteer=gazetteer,
        model=model,
        labels=place_labels(data.survey, model, gazetteer),
        page=page,
        version=hashlib.sha256(f"{page}\n{facts}".encode()).hexdigest(),
        own=own,
    )


@st.cache_resource(max_entries=4, show_spinner="Reading the reports …")
def _load(paths: tuple[str, ...], profile: str, fingerprint: str) -> Loaded:  # noqa: ARG001 - part of the key
    gazetteer = open_gazetteer()
    war = named_profile(profile)
    return prepared(build_dataset([Path(path) for path in paths], war, gazetteer), gazetteer, own=False)


def _fingerprint(arguments: Arguments) -> str:
    """Changes whenever a file that is read changes: names, sizes and times of change."""
    facts = "\n".join(f"{path}\t{stat.st_size}\t{stat.st_mtime_ns}" for path, stat in _files(arguments))
    return hashlib.sha256(facts.encode()).hexdigest()


def _files(arguments: Arguments) -> Iterator[tuple[Path, Any]]:
    for path in (*arguments.paths, Path(arguments.profile)):
        for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
            if file.is_file():
                yield file, file.stat()
