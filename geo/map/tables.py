"""What changes with basis, clock and filters: the intervals of each place, the days' claims, fighting, the legend."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from geo.control.clock import Clock
from geo.map.day_text import day_texts
from geo.map.legend import legend, state_words
from geo.map.runs import Runs, style_paint
from geo.map.survey import Survey, survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.map.events import Fights
    from geo.pipeline import Dataset
    from geo.view.sides import Sides

Json = dict[str, Any]


def tables(dataset: Dataset, sides: Sides, clock: Clock = Clock.EVENT) -> Json:
    """The part of the page model that is made anew for another basis, clock or filter.

    Args:
        dataset: Claims and control periods to show.
        sides: Names and colours, the same for all tables of a map.
        clock: What the days are: those of the events, or those on which they became known.

    Returns:
        A JSON-ready table: `claims` (number a day), `fights`, `styles`, `legend` and `runs`.
    """
    return survey_tables(survey(dataset, clock, sides))


def survey_tables(found: Survey) -> Json:
    """The same as `tables`, of claims that were counted before.

    Args:
        found: What the claims come to.

    Returns:
        A JSON-ready table: `claims` (number a day), `fights`, `styles`, `legend` and `runs`.
    """
    return {
        "claims": found.days,
        "fights": [_fight(fight, found) for fight in found.fights],
        **_styles(found.runs, found.sides),
        "runs": found.runs.by_place,
    }


def as_sent(told: Mapping[str, Any]) -> Json:
    """Tables, or a model that has them, as a browser gets them; `tables.js` reads them.

    Args:
        told: Holds `runs` and `fights`.

    Returns:
        The same with the days of both as text, see `geo.map.day_text`.
    """
    runs, fights = told["runs"], told["fights"]
    days = day_texts(fight["days"] for fight in fights)
    return {
        **told,
        "runs": dict(zip(runs, day_texts(runs.values(), stride=2), strict=True)),
        "fights": [fight | {"days": text} for fight, text in zip(fights, days, strict=True)],
    }


def _fight(fight: Fights, found: Survey) -> Json:
    # `asdict` would copy each of very many days.
    told = {field.name: getattr(fight, field.name) for field in fields(fight)}
    return told | {"name": found.places[fight.place].name}


def _styles(coded: Runs, sides: Sides) -> Json:
    paints = (style_paint(style, sides.colours) for style in coded.styles)
    return {
        "styles": [
            {"status": style.status, "holder": sides.names.get(style.holder, style.holder)}
            | {"words": state_words(style, sides.names), **asdict(look)}
            for style, look in zip(coded.styles, paints, strict=True)
        ],
        "legend": [
            {"label": row.label, **asdict(row.paint)} for row in legend(coded.styles, sides.names, sides.colours)
        ],
    }
