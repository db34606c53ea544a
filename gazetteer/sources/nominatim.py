"""Names that no record of ours bears, asked of OpenStreetMap's Nominatim: only on request, one at a time, answers kept.

Follows the usage policy (operations.osmfoundation.org/policies/nominatim): at most one request a second, also between
processes, a User-Agent of our own, and no question twice.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable  # noqa: TC003 - dataclass fields are read at run time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from gazetteer.data_files import data_table
from gazetteer.errors import OnlineError
from gazetteer.place import Candidate, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SOURCE = "nominatim"
CACHE_FILE = "nominatim.sqlite"
_MOST_ANSWERS = 10
_KEPT_DAYS = 180
_DAY_S = 86_400.0
_WAIT_FOR_OTHERS_S = 60.0
_SCHEMA = "CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, asked REAL NOT NULL, places TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Service:
    """A Nominatim server and how to treat it.

    Attributes:
        domain: Host, with the port where it is not the usual one.
        scheme: "https" or "http".
        timeout_s: Seconds to wait for an answer.
        gap_s: Least seconds between two requests.
        retries: How often a request that failed is made again.
        retry_after_s: Seconds to wait before that; not less than `gap_s`.
        clock: Tells the time, in seconds since 1970.
        pause: Waits for so many seconds.
    """

    domain: str = "nominatim.openstreetmap.org"
    scheme: str = "https"
    timeout_s: float = 15.0
    gap_s: float = 1.0
    retries: int = 2
    retry_after_s: float = 5.0
    clock: Callable[[], float] = time.time
    pause: Callable[[float], None] = time.sleep


def look_up(
    name: str, cache_dir: Path, *, countries: Sequence[str] = (), service: Service | None = None
) -> tuple[Candidate, ...]:
    """Ask for the places of a name.

    Args:
        name: In any script.
        cache_dir: Folder in which the answers are kept (for 180 days).
        countries: ISO 3166-1 alpha-2 codes; with any, only places there are asked for.
        service: The server; default OpenStreetMap's own.

    Returns:
        Candidates in the server's order, `source` "nominatim", `id` "osm:<type><id>"; scored by the server's
        "importance", 0 to 1.

    Raises:
        OnlineError: The server gave no answer.
    """
    server = service or Service()
    codes = sorted(code.lower() for code in countries)
    question = json.dumps([server.domain, name, codes], ensure_ascii=False)
    cache_dir.mkdir(parents=True, exist_ok=True)
    with _alone(cache_dir / CACHE_FILE) as database:
        found = _kept(database, question, server.clock())
        if found is None:
            _wait(database, server)
            found = _ask(name, codes, server)
            row = (question, server.clock(), json.dumps(found, ensure_ascii=False))
            database.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", row)
    return tuple(candidate for raw in found if (candidate := _candidate(raw)))


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The cache, held for writing: no other process asks meanwhile."""
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_FOR_OTHERS_S, isolation_level=None)) as database:
            database.execute(_SCHEMA)
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")
    except sqlite3.Error as error:
        message = (
            f"{path}: the answers of look-ups cannot be kept there ({error}). Delete the file, or try again later."
        )
        raise OnlineError(message) from error


def _kept(database: sqlite3.Connection, question: str, now: float) -> list[dict[str, Any]] | None:
    oldest = now - _KEPT_DAYS * _DAY_S
    row = database.execute("SELECT places FROM answer WHERE question = ? AND asked > ?", (question, oldest)).fetchone()
    return json.loads(row[0]) if row else None


def _wait(database: sqlite3.Connection, server: Service) -> None:
    last = database.execute("SELECT max(asked) FROM answer").fetchone()[0]
    gap = (last or 0.0) + server.gap_s - server.clock()
    if gap > 0:
        # Never longer than the gap, though the clock may have been set back.
        server.pause(min(gap, server.gap_s))


def _ask(name: str, codes: list[str], server: Service) -> list[dict[str, Any]]:
    geocoder = Nominatim(domain=server.domain, scheme=server.scheme, user_agent=_user_agent(), timeout=server.timeout_s)
    geocode = RateLimiter(
        geocoder.geocode,
        min_delay_seconds=server.gap_s,
        max_retries=server.retries,
        error_wait_seconds=server.retry_after_s,
        swallow_exceptions=False,
    )
    try:
        found = geocode(
            name,
            exactly_one=False,
            limit=_MOST_ANSWERS,
            addressdetails=True,
            namedetails=True,
            language="en",
            country_codes=codes or None,
        )
    except (GeopyError, ValueError) as error:
        reason = str(error) or type(error).__name__
        message = f"{server.domain} gave no answer for {name!r} ({reason}). Check the network, or try again later."
        raise OnlineError(message) from error
    return [location.raw for location in found or ()]


def _candidate(raw: dict[str, Any]) -> Candidate | None:
    """A place of the answer, if it is one of a kind that we know and says where and what it is."""
    kind = _kinds().get(raw.get("addresstype", "")) or _kinds().get(raw.get("type", ""))
    names = raw.get("namedetails") or {}
    name = names.get("name:en") or raw.get("name") or names.get("name")
    if kind is None or not name or not raw.get("osm_type"):
        return None
    place = Place(
        id=f"osm:{raw['osm_type']}{raw['osm_id']}",
        name=_line(name),
        kind=kind,
        lon=float(raw["lon"]),
        lat=float(raw["lat"]),
        country=str((raw.get("address") or {}).get("country_code", "")).upper(),
        native=_line(names["name"]) if names.get("name") not in (None, name) else None,
        source=SOURCE,
    )
    reasons = (f"OpenStreetMap: {_line(raw.get('display_name', ''))}",)
    return Candidate(place, round(float(raw.get("importance") or 0), 3), reasons)


def _line(text: str) -> str:
    return "".join(letter for letter in str(text) if letter.isprintable())


@cache
def _kinds() -> dict[str, Kind]:
    return {word: Kind(kind) for kind, words in data_table("osm_kinds.toml").items() for word in words}


def _user_agent() -> str:
    try:
        return f"claimline/{version('claimline')} (conflict maps; one look-up at a time)"
    except PackageNotFoundError:
        return "claimline (conflict maps; one look-up at a time)"
