"""The page's own scripts and styles, and Leaflet's, as text from installed packages: never from the network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LEAFLET = "xstatic.pkg.leaflet"


@cache
def asset(name: str) -> str:
    """Text of a file of `geo/map/browser`.

    Args:
        name: File name, for example `timeline.js`.

    Returns:
        The text, with line feeds only, so that its hash is the one that a browser computes.
    """
    return _text(files("geo.map") / "browser" / name)


def scripts(*names: str) -> str:
    """Several scripts of `geo/map/browser` as one."""
    return "\n".join(asset(name) for name in names)


@cache
def leaflet_script() -> str:
    """Leaflet without its pointer to a source map, which a browser would look for."""
    lines = _text(files(LEAFLET) / "data" / "leaflet.js").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


@cache
def leaflet_styles() -> str:
    """Leaflet's style sheet; the pictures that it names belong to controls that the page does not use."""
    return _text(files(LEAFLET) / "data" / "leaflet.css")


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
