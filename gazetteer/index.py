"""The gazetteer as the product uses it: one read-only SQLite file, memory-mapped, shared by threads."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import platformdirs

from gazetteer.entry import Area
from gazetteer.errors import GazetteerError, UnknownPlaceError
from gazetteer.names import KEY_MARK, key_of_normal, normalise
from gazetteer.place import Candidate, Kind, Place
from gazetteer.version import data_version

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd

    Progress = Callable[[str, int, int], None]

_MMAP_BYTES = 1 << 31
_ABOUT_ALL = 246_000
_BUILDING = "Building the gazetteer (once)"
_KEPT = 3
_GRADE = 11
_REASONS = ("its name", "another of its names", "a spelling of its name")
_SCORES = (1.0, 0.9, 0.6)


def default_cache_dir() -> Path:
    """Where the index is kept: `CLAIMLINE_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("CLAIMLINE_CACHE") or platformdirs.user_cache_dir("claimline"))


class Gazetteer:
    """Names to places and places to outlines. Safe to share between threads; nothing in it changes."""

    def __init__(self, path: Path) -> None:
        """Open an index that `write_index` has made."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        self._database.execute(f"PRAGMA mmap_size={_MMAP_BYTES}")
        self._lock = threading.Lock()
        self.close = weakref.finalize(self, self._database.close)
        self._parents_of = lru_cache(maxsize=8192)(self._read_parents)
        self._candidates_of = lru_cache(maxsize=16384)(self._read_candidates)
        self.path = path

    @classmethod
    def open(cls, *, cache_dir: Path | None = None, progress: Progress | None = None) -> Self:
        """Open the index of the data at hand, building it first where there is none (about 20 s, once).

        Args:
            cache_dir: Folder of the index; default `default_cache_dir()`.
            progress: Called with a sentence, the number of places written and about how many there are.

        Returns:
            The gazetteer.

        Raises:
            GazetteerError: The index cannot be written there.
        """
        path = (cache_dir or default_cache_dir()) / f"gazetteer-{data_version()}.sqlite"
        if not path.exists():
            _build(path, progress or (lambda _text, _done, _all: None))
        return cls(path)

    def get(self, place_id: str) -> Place:
        """The place with this id.

        Raises:
            UnknownPlaceError: There is none.
        """
        rows = self._rows("SELECT * FROM record WHERE id = ?", place_id)
        if not rows:
            message = f"The gazetteer holds no place {place_id!r}. Look its name up to find its id."
            raise UnknownPlaceError(message)
        return self._place(rows[0])

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places that bear a name: under it first, then under another of theirs, then under its romanisation key.

        Args:
            name: In any script and spelling.

        Returns:
            Candidates, the score telling how the name fits (1 its own name, 0.9 another, 0.6 a spelling); context is
            for `resolve_mentions` to weigh.
        """
        normal = normalise(name)
        return self._candidates_of(normal) if normal else ()

    def children(self, place_id: str) -> tuple[Place, ...]:
        """The places directly inside a unit, by id."""
        return tuple(map(self._place, self._rows("SELECT * FROM record WHERE parent = ? ORDER BY id", place_id)))

    def places(self, country: str, kind: Kind) -> tuple[Place, ...]:
        """All places of a kind in a country (ISO 3166-1 alpha-2), by id."""
        found = self._rows("SELECT * FROM record WHERE country = ? AND kind = ? ORDER BY id", country, str(kind))
        return tuple(map(self._place, found))

    def countries(self) -> tuple[Place, ...]:
        """All countries, by id."""
        return tuple(map(self._place, self._rows("SELECT * FROM record WHERE kind = ? ORDER BY id", str(Kind.COUNTRY))))

    def area(self, place_id: str) -> Area | None:
        """The outline of a place (EPSG:4326), or None where it has none."""
        import shapely  # noqa: PLC0415 - a tenth of a second that names do not need

        rows = self._rows("SELECT * FROM outline WHERE id = ?", place_id)
        return Area(shapely.from_wkb(rows[0][3]), bool(rows[0][1]), rows[0][2]) if rows else None

    def areas(self, country: str, kind: Kind) -> gpd.GeoDataFrame:
        """Outlines of all places of a kind in a country.

        Returns:
            Columns place_id, approximate, source, geometry (EPSG:4326), by place id.
        """
        import geopandas as gpd  # noqa: PLC0415 - half a second that names do not need

        rows = self._rows("SELECT * FROM outline WHERE country = ? AND kind = ? ORDER BY id", country, str(kind))
        table = {
            "place_id": [row[0] for row in rows],
            "approximate": [bool(row[1]) for row in rows],
            "source": [row[2] for row in rows],
        }
        return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries.from_wkb([row[3] for row in rows]), crs="EPSG:4326")

    def _read_candidates(self, normal: str) -> tuple[Candidate, ...]:
        rows = self._rows("SELECT * FROM named WHERE form IN (?, ?)", normal, KEY_MARK + key_of_normal(normal))
        rows.sort(key=lambda row: (row[0], row[_GRADE]))
        best = [next(group) for _, group in groupby(rows, key=itemgetter(0))]
        best.sort(key=lambda row: (row[_GRADE], -row[8], row[0]))
        return tuple(Candidate(self._place(row), _SCORES[row[_GRADE]], (_REASONS[row[_GRADE]],)) for row in best)

    def _place(self, row: tuple[Any, ...]) -> Place:
        identifier, name, kind, lon, lat, country, parent, native, population, seat_of, source = row[:11]
        parents = (parent, *self._parents_of(parent)) if parent else ()
        return Place(identifier, name, Kind(kind), lon, lat, country, parents, native, population, seat_of, source)

    def _read_parents(self, place_id: str) -> tuple[str, ...]:
        rows = self._rows("SELECT parent FROM place WHERE id = ?", place_id)
        parent = rows[0][0] if rows else None
        return (parent, *self._parents_of(parent)) if parent else ()

    def _rows(self, query: str, *values: str) -> list[Any]:
        with self._lock:
            return self._database.execute(query, values).fetchall()


def _build(path: Path, progress: Progress) -> None:
    # Only a build needs the sources and what they import; opening an index takes a tenth of a second without them.
    from gazetteer.index_writer import write_index  # noqa: PLC0415
    from gazetteer.load import read_all  # noqa: PLC0415

    try:
        write_index(path, read_all(), lambda done: progress(_BUILDING, done, max(done, _ABOUT_ALL)))
    except (OSError, sqlite3.OperationalError) as error:
        message = f"{path}: the gazetteer cannot be built there ({error}). Set CLAIMLINE_CACHE to a folder with 200 MB."
        raise GazetteerError(message) from error
    _remove_oldest(path.parent)


def _remove_oldest(folder: Path) -> None:
    """Keep the indexes used by the newest versions; another version at work may have any of them open."""
    with suppress(OSError):
        indexes = sorted(folder.glob("gazetteer-*.sqlite"), key=lambda file: file.stat().st_mtime)
        for old in indexes[:-_KEPT]:
            old.unlink()
