"""The line at the top: beside the name how to read the map and a person's own reports, and what the map is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app import components
from geo.app.own import ask_for_reports
from geo.map.guide import guide_data

if TYPE_CHECKING:
    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded
    from geo.app.top import Top
    from geo.map.survey import Survey


def masthead(loaded: Loaded, top: Top, arguments: Arguments) -> None:
    """Draw the line at the top.

    Args:
        loaded: Data and map.
        top: Where the name stands.
        arguments: What the page was started with.
    """
    with top.title:
        with st.popover("How to read this map", type="tertiary"):
            components.guide()(key="guide", data=guide_data(loaded.data.survey.profile, loaded.data.survey.sides))
        if st.button("Your reports", type="tertiary", key="ask"):
            ask_for_reports(arguments)
    with top.name:
        components.facts()(key="facts", data={"facts": facts_line(loaded.data.survey)})


def facts_line(found: Survey) -> str:
    """What a map is made of, in a line."""
    facts = (found.profile.title, counted(found.reports, "report"), counted(found.claims, "claim"))
    return " · ".join(filter(None, facts))


def counted(number: int, word: str) -> str:
    """A number with its word: "1 report", "5,000 reports"."""
    return f"{number} {word}" if number == 1 else f"{number:,} {word}s"
