"""The map as one file that needs nothing else: the page of the app, with the quotes inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.control.clock import Clock
from geo.export.atomic import write_whole
from geo.map.chapters import all_evidence
from geo.map.evidence import desk
from geo.map.layers import page_model
from geo.map.page import render_page
from geo.map.places import place_labels

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.pipeline import Dataset


def standalone_page(dataset: Dataset, gazetteer: Gazetteer, clock: Clock = Clock.EVENT, view: str = "") -> str:
    """The page with its evidence.

    Args:
        dataset: What to show.
        gazetteer: Areas and names.
        clock: By which day the periods were folded.
        view: What the page shows, in words; written at its top.

    Returns:
        One HTML document; the same data give the same bytes.
    """
    model = page_model(dataset, gazetteer, clock) | {"shows": view}
    labels = place_labels(dataset, model, gazetteer)
    return render_page(model | {"evidence": all_evidence(desk(dataset, gazetteer, model, clock), labels)})


def write_map(dataset: Dataset, gazetteer: Gazetteer, path: Path) -> None:
    """Write the page to a file, whole or not at all.

    Args:
        dataset: What to show.
        gazetteer: Areas and names.
        path: The file, replaced where it exists.

    Raises:
        ExportError: The file cannot be written.
    """
    write_whole(path, [standalone_page(dataset, gazetteer).encode()])
