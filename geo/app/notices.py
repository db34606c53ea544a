"""What a person should know of the reports that are shown, in a band above the map: only where there is something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app import components
from geo.app.address import says_own
from geo.app.opening import address_words
from geo.choose import choices_told

if TYPE_CHECKING:
    from geo.app.loading import Loaded

MOST_NAMED = 3
OWN = "These are your own reports. They stay in this session and are stored nowhere."
GONE = "Your own reports went with their session: they are stored nowhere. Choose them again to see them."


def notices(loaded: Loaded) -> None:
    """Draw the band.

    Args:
        loaded: Data and map.
    """
    lines = own_lines(loaded.dataset.problems) if loaded.own else [GONE] if says_own(address_words()) else []
    lines += [choices_told(loaded.dataset.choices, titles=True)] if loaded.dataset.choices else []
    if lines:
        with st.container(key="notices"):
            components.notice()(key="notice", data={"lines": lines})


def own_lines(problems: tuple[str, ...]) -> list[str]:
    """What to say of a person's own reports.

    Args:
        problems: A sentence for each text that was left out.

    Returns:
        Sentences; of many problems the first, and where the others stand.
    """
    more = len(problems) - MOST_NAMED
    rest = [f"{more} more are listed under “Unresolved”."] if more > 0 else []
    return [OWN, *(f"Left out: {problem}" for problem in problems[:MOST_NAMED]), *rest]
