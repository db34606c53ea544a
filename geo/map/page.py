"""The map as one HTML page: a Folium map without tiles, with our own control on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from geo.map.assets import asset, leaflet_script, leaflet_styles, scripts
from geo.map.basemap import base_map
from geo.map.seal import DATA_SLOT, POLICY_SLOT, seal
from geo.map.tables import as_sent

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLES = ("base.css", "map.css", "timeline.css", "evidence.css", "panel.css", "guide.css")
CODE = (
    "text.js", "days.js", "tables.js", "state.js", "topology.js", "patterns.js", "swatch.js", "areas.js", "points.js",
    "fights.js", "room.js", "labels.js", "legend.js", "describe.js", "histogram.js", "player.js", "datefield.js",
    "changes.js", "timeline.js", "view.js", "outside.js", "compare.js", "basemap.js", "evidence.js", "marks.js",
    "report.js", "switches.js", "packed.js", "chapters.js", "guide.js", "panel.js", "address.js", "frame.js",
    "start.js",
)  # fmt: skip
MARKUP, ALONE = ("instrument.html",), ("guide.html",)
ZOOM_STEP = 0.25


class Canvas(folium.Map):
    """A Folium map that loads nothing: no tiles, no scripts or styles from elsewhere, zoom left to the reader."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - Folium declares it so
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - Folium declares it so
    _template = Template(asset("canvas.jinja"))


class Control(MacroElement):
    """Our control: Leaflet itself, the instrument, the legend, and the scripts that draw the data."""

    _template = Template(asset("control.jinja"))

    def __init__(self, *, alone: bool) -> None:
        """Collect the scripts and styles; none of them holds anything from outside. `alone`: no app is around it."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it untyped
        self._name = "Control"
        self.styles = "\n".join((leaflet_styles(), *(asset(name) for name in STYLES)))
        self.library = leaflet_script()
        self.markup = "\n".join(asset(name) for name in (*MARKUP, *(ALONE if alone else ())))
        self.code = scripts(*CODE)


def render_page(model: Mapping[str, Any], evidence: object = None) -> str:
    """Render the map page.

    Args:
        model: The page model of `geo.map.layers.page_model`.
        evidence: What there is to read, from `geo.map.chapters`: with it the page stands alone.

    Returns:
        One HTML document that needs no network (a reader can ask for a background map, which does). The same model
        gives the same bytes.
    """
    canvas = Canvas(
        tiles=None, location=(0, 0), zoom_start=2, zoom_control=False, keyboard=False, zoomSnap=ZOOM_STEP,
        zoomDelta=2 * ZOOM_STEP, attributionControl=False, maxBoundsViscosity=0.8, minZoom=3, maxZoom=14,
    )  # fmt: skip
    control, around = Control(alone=evidence is not None).add_to(canvas), base_map()
    canvas._id, control._id = "canvas", "control"  # noqa: SLF001 - else Folium draws them by lot
    figure = Figure(title="Claimline")
    figure.header.add_child(Element(POLICY_SLOT), name="policy", index=0)
    figure.add_child(canvas)
    figure.html.add_child(Element(DATA_SLOT), name="data")
    html = figure.render().replace("<html>", '<html lang="en">', 1)
    return seal(html, {"basemap": around._asdict(), **as_sent(model)}, f"https://{around.host}", evidence)
