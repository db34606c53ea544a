"""The scripts that Folium's plugins load from the network, answered from `development/node_modules`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Route

PACKAGES = Path(__file__).parents[2] / "development" / "node_modules"
LOCAL = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "d3.v4.min.js": "d3/build/d3.min.js",
    "moment.min.js": "moment/min/moment.min.js",
    "iso8601.min.js": "iso8601-js-period/iso8601.js",
    "leaflet.timedimension.min.js": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "leaflet.timedimension.control.css": "leaflet-timedimension/dist/leaflet.timedimension.control.css",
}
OWN = ("http://127.0.0.1:", "ws://127.0.0.1:", "file://", "data:", "blob:")


def missing_packages() -> tuple[str, ...]:
    """The scripts that are not unpacked."""
    return tuple(name for name in LOCAL.values() if not (PACKAGES / name).is_file())


def need_packages() -> None:
    """Say what to do where the packages are not unpacked.

    Raises:
        SystemExit: They are not.
    """
    missing = missing_packages()
    if missing:
        message = f"{PACKAGES / missing[0]} is not there. Run `npm ci --prefix development`, then this again."
        raise SystemExit(message)


def answer(route: Route) -> None:
    """Answer a request of a page: this machine's own are let through, known scripts come from the packages.

    The rest (icons, fonts and jQuery UI, of which these maps use nothing) is answered with an empty file, so that no
    map waits for a network.

    Args:
        route: The request.
    """
    address = route.request.url
    if address.startswith(OWN):
        route.continue_()
        return
    name = address.split("?")[0].rsplit("/", 1)[-1]
    local = PACKAGES / LOCAL[name] if name in LOCAL else None
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    body = local.read_bytes() if local else b""
    route.fulfill(body=body, content_type=kind, headers={"Access-Control-Allow-Origin": "*"})
