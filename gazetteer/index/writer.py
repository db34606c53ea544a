"""Write the index: one SQLite file, built beside its final place and then renamed, so that it is whole or absent."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.data_files import data_file, data_table
from gazetteer.names import KEY_MARK, key_of_normal, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gazetteer.entry import Entry

_BATCH = 5_000
# What sorting the names may keep in memory; what is more goes through temporary files.
_CACHE_KIB = 64 * 1024
_NameRow = tuple[str, int, int]


def write_index(path: Path, entries: Iterable[Entry], progress: Callable[[int], None]) -> None:
    """Build the index from entries and put it at `path` in one step.

    Args:
        path: The file to make; two processes that make it at once each write their own and rename it.
        entries: The places; ids must be unique.
        progress: Called now and then with the number of places written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            _fill(database, entries, progress)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(database: sqlite3.Connection, entries: Iterable[Entry], progress: Callable[[int], None]) -> None:
    database.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; PRAGMA temp_store=FILE;"
        f"PRAGMA cache_size=-{_CACHE_KIB};"
    )
    database.executescript(data_file("schema.sql").read_text(encoding="utf-8"))
    database.execute("BEGIN")
    terms: dict[str, int] = {}
    romanised = _romanised_countries()
    numbered = enumerate(entries)
    while batch := list(islice(numbered, _BATCH)):
        _write_places(database, batch, terms)
        database.executemany("INSERT INTO raw_name VALUES (?, ?, ?)", _name_rows(batch, romanised))
        progress(batch[-1][0] + 1)
    database.executemany("INSERT INTO term VALUES (?, ?)", [(code, text) for text, code in terms.items()])
    database.execute(
        "INSERT INTO name SELECT form, place, min(grade) FROM raw_name GROUP BY form, place ORDER BY form, place"
    )
    database.execute("CREATE UNIQUE INDEX place_by_id ON place (id)")
    database.execute("CREATE INDEX place_by_parent ON place (parent)")
    database.execute("CREATE INDEX place_by_country ON place (country, kind)")
    database.execute("COMMIT")
    database.execute("ANALYZE")


def _write_places(database: sqlite3.Connection, batch: list[tuple[int, Entry]], terms: dict[str, int]) -> None:
    def code(text: str) -> int:
        return terms.setdefault(text, len(terms))

    rows, areas = [], []
    for row, entry in batch:
        p = entry.place
        parent = p.parents[0] if p.parents else None
        rows.append(
            (
                row,
                p.id,
                p.name,
                code(p.kind),
                p.lon,
                p.lat,
                p.country,
                parent,
                p.native,
                p.population,
                p.seat_of,
                code(p.source),
                p.radius_km,
            )
        )
        if entry.area:
            areas.append((row, entry.area.approximate, code(entry.area.source), entry.area.geometry.wkb))
    database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO area VALUES (?, ?, ?, ?)", areas)


def _name_rows(batch: list[tuple[int, Entry]], romanised: frozenset[str]) -> Iterator[_NameRow]:
    for row, entry in batch:
        own = normalise(entry.place.name)
        forms = {own} | {normalise(name) for name in entry.names}
        forms.discard("")
        yield from ((form, row, int(form != own)) for form in forms)
        if entry.place.country in romanised:
            keys = {key_of_normal(form) for form in forms}
            yield from ((KEY_MARK + found, row, 2) for found in keys if len(found) > 1)


def _romanised_countries() -> frozenset[str]:
    return frozenset(data_table("scripts.toml")["romanised"])
