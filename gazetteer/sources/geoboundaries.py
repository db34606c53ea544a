"""District boundaries of geoBoundaries' open collection (gbOpen): the API's answer, then the GeoJSON that it names."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from gazetteer.errors import DataError, DownloadError, NotThereError
from gazetteer.sources.download import download
from gazetteer.sources.origin import Origin, fetch
from gazetteer.sources.transfer import MEGABYTE, Fetched, Transfer

OFFICIAL = Origin("https://www.geoboundaries.org")
MOST_BYTES = 300 * MEGABYTE
_MOST_ANSWER_BYTES = 2 * MEGABYTE
_LONGEST = 300
_UNSTATED = "not stated; geoBoundaries' own work is CC BY 4.0"


@dataclass(frozen=True, slots=True)
class Description:
    """What geoBoundaries says of a file.

    Attributes:
        source: Who drew the boundaries.
        licence: The licence of this country's file.
        year: The year that they stand for.
        address: Where the file is, or empty.
    """

    source: str = "geoBoundaries gbOpen"
    licence: str = _UNSTATED
    year: str = ""
    address: str = ""


def fetch_boundaries(origin: Origin, iso3: str, transfer: Transfer) -> tuple[Fetched, Description]:
    """Fetch the second-level boundaries of a country.

    Args:
        origin: `OFFICIAL`; or a mirror or folder, with the API's paths or with the files of a geoBoundaries release
            (`geoBoundaries-AFG-ADM2.geojson`, `…-metaData.json`). Nothing is asked of any other server then.
        iso3: ISO 3166-1 alpha-3 code.
        transfer: Where to and how patiently.

    Returns:
        The GeoJSON file and what is said of it.

    Raises:
        NotThereError: There are no such boundaries.
        DownloadError: A file could not be fetched.
        DataError: The API's answer cannot be used.
    """
    transfer = replace(transfer, most_bytes=MOST_BYTES)
    about = _description(origin, iso3, transfer)
    if origin.base == OFFICIAL.base or (origin.online and _same_server(about.address, origin.base)):
        return download(about.address, transfer), about
    return fetch(origin, (f"geoBoundaries-{iso3}-ADM2.geojson",), transfer), about


def describe(answer: bytes, address: str) -> Description:
    """Read what the API, or the metadata file of a release, says.

    Args:
        answer: The bytes.
        address: Where they come from, for messages and for addresses relative to it.

    Raises:
        DataError: It is no JSON, or not such an answer.
    """
    try:
        facts = json.loads(answer)
    except ValueError as error:
        begins = answer[:40].decode("utf-8", "replace").strip()
        message = f"{address}: the answer is no JSON (it begins {begins!r}). Check the address and the network."
        raise DataError(message) from error
    if isinstance(facts, list) and len(facts) == 1:
        facts = facts[0]
    if not isinstance(facts, dict):
        message = f"{address}: the answer describes no boundaries. Check the address."
        raise DataError(message)
    sources = [_said(facts, key) for key in ("boundarySource", "boundarySource-1", "boundarySource-2")]
    return Description(
        source=", ".join(["geoBoundaries gbOpen", *dict.fromkeys(filter(None, sources))]),
        licence=_said(facts, "boundaryLicense") or _UNSTATED,
        year=_said(facts, "boundaryYearRepresented") or _said(facts, "boundaryYear"),
        address=urljoin(address, _said(facts, "gjDownloadURL")) if _said(facts, "gjDownloadURL") else "",
    )


def _description(origin: Origin, iso3: str, transfer: Transfer) -> Description:
    api = f"api/current/gbOpen/{iso3}/ADM2/"
    names = (api,) if origin.online else (f"{api}index.json",)
    beside = transfer.part.with_name(f"{transfer.part.name}.about")
    official = origin.base == OFFICIAL.base
    try:
        release = () if official else (f"geoBoundaries-{iso3}-ADM2-metaData.json",)
        found = fetch(origin, (*names, *release), Transfer(beside, _MOST_ANSWER_BYTES, transfer.patience))
        about = describe(found.path.read_bytes(), found.address)
    except NotThereError:
        if official:
            message = f"{origin.address(api)}: geoBoundaries has no second-level boundaries of {iso3}."
            raise NotThereError(message) from None
        return Description()
    finally:
        beside.unlink(missing_ok=True)
    if official and not about.address.startswith("https://"):
        message = f"{found.address}: the answer names no file to download. Try again later, or give a file."
        raise DownloadError(message)
    return about


def _said(facts: dict[str, Any], key: str) -> str:
    """A value as one printable line; what geoBoundaries writes for "unknown" as nothing."""
    text = "".join(letter for letter in str(facts.get(key) or "") if letter.isprintable()).strip()[:_LONGEST]
    return "" if text.lower() in ("nan", "none", "null", "unknown") else text


def _same_server(address: str, base: str) -> bool:
    return bool(address) and urlsplit(address)[:2] == urlsplit(base)[:2]
