"""The page's own parts in the browser: each is one script and one style sheet of `geo/app/browser`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from streamlit.components.v2 import component

from geo.map.assets import asset, scripts

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

FRAME = '<iframe title="Map of control claims" sandbox="allow-scripts allow-downloads"></iframe>'


@cache
def map_frame() -> ComponentRenderer:
    """The map page in a sandboxed frame. Data: `page`, `version`."""
    return component("claimline_map", html=FRAME, css=_file("map_frame.css"), js=_file("map_frame.js"))


@cache
def evidence_panel() -> ComponentRenderer:
    """The evidence of a place. Data: `place`, `evidence`; state: `choice`, what was picked on the map."""
    css = asset("evidence.css") + _file("evidence_panel.css")
    js = scripts("text.js", "days.js", "swatch.js", "evidence.js") + _file("evidence_panel.js")
    return component("claimline_evidence", html='<div class="evidence" tabindex="0"></div>', css=css, js=js)


@cache
def masthead() -> ComponentRenderer:
    """The line at the top. Data: `facts`."""
    html = "<header><h1>Claimline</h1><p></p></header>"
    js = scripts("text.js") + _file("masthead.js")
    return component("claimline_masthead", html=html, css=_file("masthead.css"), js=js)


@cache
def records() -> ComponentRenderer:
    """A list of records as text. Data: `columns`, `rows`, `none`."""
    js = scripts("text.js") + _file("records.js")
    return component("claimline_records", html='<div class="records"></div>', css=_file("records.css"), js=js)


@cache
def _file(name: str) -> str:
    return (files("geo.app") / "browser" / name).read_text(encoding="utf-8")
