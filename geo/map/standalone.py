"""The map as one file that needs nothing else: the page of the app, with the quotes inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.control.clock import Clock
from geo.export.atomic import write_whole
from geo.map.chapters import all_evidence
from geo.map.evidence import desk
from geo.map.layers import page_model
from geo.map.looks import looks
from geo.map.page import render_page
from geo.map.places import place_labels
from geo.map.survey import survey
from geo.map.tables import tables
from geo.view.sides import all_sides
from geo.view.view import View, bases, filter_words, view_words

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.map.looks import Look
    from geo.pipeline import Dataset

USUAL = View()


def standalone_page(dataset: Dataset, gazetteer: Gazetteer, view: View = USUAL) -> str:
    """The page with its evidence, and with the other ways to look at the same claims where they are not too many.

    Args:
        dataset: What to show: the claims that the view's filters let through, folded as the view says.
        gazetteer: Areas and names.
        view: How the claims are looked at first; the filters stand at the top of the page.

    Returns:
        One HTML document; the same data give the same bytes.
    """
    model = page_model(dataset, gazetteer, view.clock)
    sides, found = all_sides(dataset), looks(dataset, view)
    told = [{}, *(tables(look.dataset, sides, look.clock) for look in found[1:])]
    desks = [desk(look.dataset, gazetteer, model | more, look.clock) for look, more in zip(found, told, strict=True)]
    evidence = all_evidence(desks, place_labels(survey(dataset, view.clock), model, gazetteer))
    switches = [
        {"basis": look.basis, "label": look.label, "known": look.clock is Clock.KNOWN, "tables": more or None}
        for look, more in zip(found, told, strict=True)
    ]
    return render_page(model | {"shows": _heading(view, dataset, found), "looks": switches, "evidence": evidence})


def _heading(view: View, dataset: Dataset, found: tuple[Look, ...]) -> str:
    """What the page says at its top: what cannot be switched in it, and is not as usual."""
    if len(found) == 1 and view != USUAL:
        return view_words(view, bases(dataset.profile))
    return "" if view.filters == USUAL.filters else filter_words(view.filters)


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
