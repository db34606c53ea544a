"""The top of the page: the product's name, drawn before anything is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from geo.app import components

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


class Top(NamedTuple):
    """Where more is put beside the name.

    Attributes:
        head: All that stands above the map.
        name: The line with the name and what the map is made of.
        title: The name and what can be opened beside it.
    """

    head: DeltaGenerator
    name: DeltaGenerator
    title: DeltaGenerator


def top() -> Top:
    """Draw the name. The browser fetches what it draws the page's own parts with while the map is made."""
    head = st.container(key="head")
    name = head.container(key="name")
    title = name.container(key="title", horizontal=True, vertical_alignment="center")
    with title:
        components.masthead()(key="masthead")
    return Top(head, name, title)
