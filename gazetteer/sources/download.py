"""Fetch one file over HTTP: resumed where it broke off, no larger than allowed, checked against its checksum."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING, Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from gazetteer.errors import DownloadError, NotThereError
from gazetteer.sources.transfer import MEGABYTE, Fetched, Patience, Transfer, check, sha256_of

if TYPE_CHECKING:
    from pathlib import Path

USER_AGENT: Final = "claimline (gazetteer install)"
_CHUNK_BYTES = 1 << 16
_RETRIED = (429, 500, 502, 503, 504)
_OK, _PARTIAL, _GONE, _RANGE_REFUSED = 200, 206, (404, 410), 416
_REDIRECTS = 10


class _CutError(Exception):
    """The transfer broke off; what has arrived is kept."""


def download(address: str, transfer: Transfer) -> Fetched:
    """Fetch a file.

    Args:
        address: http or https.
        transfer: Where to, how large, how patiently.

    Returns:
        The whole file, at `transfer.part`.

    Raises:
        NotThereError: The server has no such file.
        DownloadError: It could not be fetched; what has arrived of it stays there for the next call, unless it
            was wrong.
    """
    patience = transfer.patience
    with _session(patience) as session:
        for attempt in range(patience.tries):
            if attempt:
                patience.pause(patience.backoff_s * 2 ** (attempt - 1))
            try:
                return _fetch(session, address, transfer)
            except _CutError as cut:
                reason = cut
    message = (
        f"{address}: the transfer was cut {patience.tries} times ({reason}). Run the command again: it goes on from "
        f"where it stopped."
    )
    raise DownloadError(message)


def _session(patience: Patience) -> requests.Session:
    session = requests.Session()
    session.max_redirects = _REDIRECTS
    retry = Retry(
        total=patience.tries - 1,
        backoff_factor=patience.backoff_s,
        status_forcelist=_RETRIED,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    session.headers.update({"User-Agent": USER_AGENT, "Accept-Encoding": "identity"})
    return session


def _fetch(session: requests.Session, address: str, transfer: Transfer) -> Fetched:
    part = transfer.part
    headers = _resuming(address, part)
    with _answer(session, address, headers, transfer.patience.timeout_s) as answer:
        if answer.status_code == _RANGE_REFUSED or (headers and not _goes_on(answer, part)):
            part.unlink(missing_ok=True)
        if answer.status_code == _RANGE_REFUSED:
            reason = "the server refused to go on from there"
            raise _CutError(reason)
        if answer.status_code not in (_OK, _PARTIAL):
            raise _refused(address, answer)
        _note(address, part, answer)
        _save(answer, transfer)
        published = _published(answer)
    _notes(part).unlink(missing_ok=True)
    return check(Fetched(part, address, sha256_of(part), part.stat().st_size), published)


def _answer(session: requests.Session, address: str, headers: dict[str, str], timeout_s: float) -> requests.Response:
    try:
        return session.get(address, headers=headers, stream=True, timeout=timeout_s)
    except requests.TooManyRedirects as error:
        message = f"{address}: the server redirects in a circle. Give another address with --from."
        raise DownloadError(message) from error
    except (requests.RequestException, ValueError) as error:
        message = (
            f"{address}: no connection ({_reason(error)}). Check the network, or give a mirror or folder with --from."
        )
        raise DownloadError(message) from error


def _save(answer: requests.Response, transfer: Transfer) -> None:
    part, most_bytes = transfer.part, transfer.most_bytes
    there = part.stat().st_size if answer.status_code == _PARTIAL else 0
    length = answer.headers.get("Content-Length", "")
    total = there + int(length) if length.isdigit() else 0
    if total > most_bytes:
        raise _too_large(answer.url, f"has {total / MEGABYTE:,.0f} MB", most_bytes)
    with part.open("ab" if there else "wb") as file:
        try:
            for chunk in answer.iter_content(_CHUNK_BYTES):
                there += len(chunk)
                if there > most_bytes:
                    break
                file.write(chunk)
                transfer.steps(there, total)
        except requests.RequestException as error:
            raise _CutError(_reason(error)) from error
    if there > most_bytes:
        part.unlink()
        raise _too_large(answer.url, "does not end", most_bytes)


def _resuming(address: str, part: Path) -> dict[str, str]:
    """Headers that ask for the rest of a file, if it is still the file that the part is of."""
    try:
        notes = json.loads(_notes(part).read_text(encoding="utf-8"))
        there = part.stat().st_size
    except (OSError, ValueError):
        return {}
    if not there or notes.get("address") != address or not notes.get("validator"):
        return {}
    return {"Range": f"bytes={there}-", "If-Range": notes["validator"]}


def _goes_on(answer: requests.Response, part: Path) -> bool:
    found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    if answer.status_code == _PARTIAL and (not found or int(found[1]) != part.stat().st_size):
        part.unlink()
        reason = "the server sent another range than was asked for"
        raise _CutError(reason)
    return answer.status_code == _PARTIAL


def _note(address: str, part: Path, answer: requests.Response) -> None:
    """Remember how to tell whether the file is still the same (RFC 9110: only a strong ETag or a date will do)."""
    tag = answer.headers.get("ETag", "")
    validator = tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        validator = ""
    _notes(part).write_text(json.dumps({"address": address, "validator": validator}), encoding="utf-8")


def _notes(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _published(answer: requests.Response) -> str | None:
    """The SHA-256 that the server itself gives for the whole file (RFC 9530)."""
    found = re.search(r"sha-256=:([A-Za-z0-9+/=]+):", answer.headers.get("Repr-Digest", ""))
    try:
        return base64.b64decode(found[1], validate=True).hex() if found else None
    except binascii.Error:
        return None


def _refused(address: str, answer: requests.Response) -> DownloadError:
    status = f"{answer.status_code} {answer.reason}".strip()
    if answer.status_code in _GONE:
        return NotThereError(f"{address}: the server has no such file ({status}). Check the country, or --from.")
    return DownloadError(f"{address}: the server answers {status}. Try again later, or give a mirror with --from.")


def _too_large(address: str, size: str, most_bytes: int) -> DownloadError:
    return DownloadError(
        f"{address}: the file {size}, more than the {most_bytes / MEGABYTE:,.0f} MB that are accepted. Check the "
        f"address; fetch it yourself and give the file if it is right."
    )


def _reason(error: Exception) -> str:
    inner = error.args[0] if error.args else error
    return str(getattr(inner, "reason", None) or inner or type(error).__name__)[:200]
