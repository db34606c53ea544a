"""The background map that a reader can ask for: the only thing that a page may load from the network, and only then."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from xyzservices import providers

PROVIDER = providers.OpenStreetMap.Mapnik


class BaseMap(NamedTuple):
    """Where the pictures come from.

    Attributes:
        url: Address of a picture, with `{z}`, `{x}` and `{y}` in it.
        host: The server that is asked.
        credit: Whom to credit, as text.
        closest: Zoom level up to which there are pictures.
    """

    url: str
    host: str
    credit: str
    closest: int


def base_map() -> BaseMap:
    """The background map that every page offers, off until a reader turns it on."""
    url = PROVIDER.build_url()
    return BaseMap(url, urlsplit(url).hostname or "", PROVIDER.attribution.replace("(C)", "©"), PROVIDER.max_zoom)
