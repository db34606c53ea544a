"""The map as one file that needs nothing else: the page of the app, with the quotes inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.control.asking import asking
from geo.control.clock import Clock
from geo.control.origins import origins
from geo.control.timeline import by_place
from geo.export.atomic import write_whole
from geo.map.chapters import Told, all_evidence
from geo.map.evidence import desk
from geo.map.guide import guide_data
from geo.map.layers import survey_model
from geo.map.looks import looks
from geo.map.page import render_page
from geo.map.places import place_labels
from geo.map.readings import readings
from geo.map.survey import survey
from geo.map.tables import as_sent, tables
from geo.view.sides import all_sides
from geo.view.view import View, bases, filter_words, view_words

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.map.looks import Look
    from geo.pipeline import Dataset
    from geo.view.sides import Sides

USUAL = View()


def standalone_page(
    dataset: Dataset, gazetteer: Gazetteer, view: View = USUAL, known_sides: Sides | None = None
) -> str:
    """The page with its evidence, and with the other ways to look at the same claims where they are not too many.

    Args:
        dataset: What to show: the claims that the view's filters let through, folded as the view says.
        gazetteer: Areas and names.
        view: How the claims are looked at first; the filters stand at the top of the page.
        known_sides: Names and colours, so that they are those of a map that shows more; those of the claims where None.

    Returns:
        One HTML document; the same data give the same bytes.
    """
    sides, found = known_sides or all_sides(dataset), looks(dataset, view)
    counted = survey(dataset, view.clock, sides)
    model = survey_model(counted, gazetteer)
    told = [{}, *(tables(look.dataset, sides, look.clock) for look in found[1:])]
    signals = by_place(dataset.claims, dataset.places)
    known = origins(dataset.reports, dataset.claims)
    desks = [desk(look.dataset, gazetteer, model | more, look.clock) for look, more in zip(found, told, strict=True)]
    ways = [
        Told(at, asking(at.book, look.basis, look.clock, signals, known)) for at, look in zip(desks, found, strict=True)
    ]
    labels = place_labels(counted, model, gazetteer)
    evidence = all_evidence(ways, labels, readings(dataset, gazetteer))
    switched = [None, *map(as_sent, told[1:])]
    packed = [
        {"basis": look.basis, "label": look.label, "known": look.clock is Clock.KNOWN, "tables": more} | about
        for look, more, about in zip(found, switched, evidence["looks"], strict=True)
    ]
    heading = {"shows": _heading(view, dataset, found), "guide": guide_data(dataset.profile, sides)}
    return render_page(model | heading, evidence | {"looks": packed})


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
