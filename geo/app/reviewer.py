"""Who decides: a name that the person gives, or, where the page is told to trust one, a header that a proxy sets."""

from __future__ import annotations

import os

import streamlit as st

VARIABLE = "CLAIMLINE_USER_HEADER"
NAME = "reviewer"
NAME_HELP = "Stands beside each of your decisions in the log, so that others know whom to ask."


def reviewer() -> str:
    """Who the person is; empty while that is not known.

    A header is trusted only where `CLAIMLINE_USER_HEADER` names it: whoever reaches the page without the proxy could
    call themselves anything. Where it is named, no name can be typed.
    """
    header = os.environ.get(VARIABLE)
    if not header:
        return str(st.text_input("Your name", key=NAME, max_chars=200, help=NAME_HELP)).strip()
    name = (st.context.headers.get(header) or "").strip()
    st.text(f"You are {name}." if name else f"The header {header} is missing, so nobody can decide here.")
    return name
