"""What a person should know of the reports that are shown, in a band above the map: only where there is something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app import components
from geo.app.address import says_own
from geo.app.opening import address_words
from geo.app.own import leave_own_reports
from geo.chosen import choices_told

if TYPE_CHECKING:
    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded

MOST_NAMED = 3
OWN = "These are your own reports. They stay in this session and are stored nowhere."
GONE = "Your own reports went with their session: they are stored nowhere. Choose them again to see them."


def notices(loaded: Loaded, arguments: Arguments) -> None:
    """Draw the band.

    Args:
        loaded: Data and map.
        arguments: What the page was started with, to which there is a way back from a person's own reports.
    """
    choices = loaded.data.choices
    told = choices_told(choices, titles=True) if choices else ""
    lines = notice_lines(tuple(loaded.data.problems), told) if loaded.own else [told, *loaded.data.notes]
    if says_own(address_words()) and not loaded.own:
        lines.insert(0, GONE)
    if any(lines):
        with st.container(key="notices", horizontal=True, vertical_alignment="center"):
            components.notice()(key="notice", data={"lines": list(filter(None, lines))})
            if loaded.own:
                first = "the demo" if arguments.demo else "the first map"
                st.button(f"Back to {first}", key="back", on_click=leave_own_reports)


def notice_lines(problems: tuple[str, ...], profiles: str) -> list[str]:
    """What to say of a person's own reports.

    Args:
        problems: A sentence for each text that was left out.
        profiles: Which profiles the reports took, empty where one was given.

    Returns:
        Sentences; of many problems the first, and where the others stand.
    """
    more = len(problems) - MOST_NAMED
    rest = [f"{more} more are listed under “Unresolved”."] if more > 0 else []
    return [f"{OWN} {profiles}".strip(), *(f"Left out: {problem}" for problem in problems[:MOST_NAMED]), *rest]
