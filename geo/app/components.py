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
PANEL = '<div class="evidence" tabindex="0" role="region" aria-label="Evidence"></div>'


@cache
def map_frame() -> ComponentRenderer:
    """The map page in a sandboxed frame. Data: `page`, `version`."""
    js = _file("chosen.js") + _file("map_frame.js")
    return component("claimline_map", html=FRAME, css=_file("map_frame.css"), js=js)


@cache
def map_tables() -> ComponentRenderer:
    """Tables for the map, invisible itself. Data: `version`, `tables` (None for those of the page)."""
    return component("claimline_tables", html="<span></span>", js=_file("chosen.js") + _file("map_tables.js"))


@cache
def evidence_panel() -> ComponentRenderer:
    """The evidence of a place, or a report that is open.

    Data: `place`, `day`, `turn`, `called`, `evidence` and `report`, one of them None; state: `choice`, what was picked.
    """
    css = asset("evidence.css") + _file("evidence_panel.css")
    js = (
        scripts("text.js", "days.js", "swatch.js", "evidence.js", "marks.js", "report.js")
        + _file("chosen.js")
        + _file("evidence_panel.js")
    )
    return component("claimline_evidence", html=PANEL, css=css, js=js)


@cache
def masthead() -> ComponentRenderer:
    """The product's name."""
    return component("claimline_masthead", html="<header><h1>Claimline</h1></header>", css=_file("masthead.css"))


@cache
def facts() -> ComponentRenderer:
    """What the map is made of. Data: `facts`."""
    return component(
        "claimline_facts", html="<p></p>", css=_file("facts.css"), js=scripts("text.js") + _file("facts.js")
    )


@cache
def guide() -> ComponentRenderer:
    """How to read the map. Data: `looks`, a paint for each key, and `stale`, the number of days."""
    js = scripts("text.js", "swatch.js", "guide.js") + _file("guide.js")
    return component("claimline_guide", html=asset("guide.html"), css=asset("guide.css"), js=js)


@cache
def notice() -> ComponentRenderer:
    """A few sentences for the person. Data: `lines`."""
    html = '<div class="notice" role="status"></div>'
    return component("claimline_notice", html=html, css=_file("notice.css"), js=scripts("text.js") + _file("notice.js"))


@cache
def lanes_key() -> ComponentRenderer:
    """Key of the timeline. Data: `rows`, each with `label` and `paint`."""
    js = scripts("text.js", "swatch.js") + _file("lanes_key.js")
    return component("claimline_lanes_key", html="<ul></ul>", css=_file("lanes_key.css"), js=js)


@cache
def records() -> ComponentRenderer:
    """A list of records as text.

    Data: `columns`, `rows`, `none`, and in `opens` the number of the column of links or None; trigger: `open`, the
    number of the row that was asked for.
    """
    js = scripts("text.js") + _file("records.js")
    return component("claimline_records", html='<div class="records"></div>', css=_file("records.css"), js=js)


@cache
def _file(name: str) -> str:
    return (files("geo.app") / "browser" / name).read_text(encoding="utf-8")
