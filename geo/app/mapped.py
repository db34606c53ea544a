"""What the page shows, made of findings: the data, and the map as a page of its own. Nothing of a session is in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.holdings.memory import in_memory
from geo.map.layers import survey_model
from geo.map.page import render_page
from geo.map.places import place_labels
from geo.pipeline import build_dataset
from geo.profile import named_profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer import Gazetteer
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


def of_archive(folder: Path, gazetteer: Gazetteer) -> Loaded:
    """Open an archive.

    Args:
        folder: Its folder.
        gazetteer: Places and areas.

    Returns:
        The data and the map; claims stay on the disk.

    Raises:
        ClaimlineError: It cannot be read.
    """
    from geo.holdings.disk import on_disk  # noqa: PLC0415 - most pages show no archive

    data = on_disk(folder)
    return mapped(data, gazetteer, data.archive.fingerprint)


def of_reports(paths: Iterable[str], profile: str, gazetteer: Gazetteer) -> Loaded:
    """Read reports.

    Args:
        paths: Files and folders.
        profile: What `--profile` names.
        gazetteer: Places and areas.

    Returns:
        The data and the map.

    Raises:
        ClaimlineError: The profile or all of the reports cannot be read.
    """
    war = named_profile(profile)
    return prepared(build_dataset([Path(path) for path in paths], war, gazetteer), gazetteer, own=False)


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
