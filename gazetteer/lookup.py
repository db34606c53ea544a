"""The gazetteer as the product uses it: the index of the world and, over it, those of installed countries."""

from __future__ import annotations

import weakref
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

from gazetteer.builds import are_built, country_index, world_index
from gazetteer.entry import Area
from gazetteer.errors import UnknownPlaceError
from gazetteer.index.file import IndexFile
from gazetteer.index.folders import default_cache_dir, default_data_dir
from gazetteer.index.installed import read_installations
from gazetteer.names import KEY_MARK, key_of_normal, normalise
from gazetteer.place import Candidate, Kind, Place
from gazetteer.tables.cases import nominatives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import geopandas as gpd

    Progress = Callable[[str, int, int], None]

_COUNTRY, _OUTLINE_COUNTRY = 5, 4
_GRADE = 12
_REASONS = ("its name", "another of its names", "a spelling of its name")
_SCORES = (1.0, 0.9, 0.6)


class Gazetteer:
    """Names to places and places to outlines. Safe to share between threads; nothing in it changes.

    An installed country's index holds all that is known of that country; the world's records of it are passed over.
    """

    def __init__(self, path: Path, installed: Mapping[str, Path] | None = None) -> None:
        """Open indexes that `write_index` has made.

        Args:
            path: The index of the world.
            installed: Country code (ISO 3166-1 alpha-2) → the index of that country.
        """
        self._world = IndexFile(path)
        self._installed = {code: IndexFile(file) for code, file in (installed or {}).items()}
        self.close = weakref.finalize(self, _close, (self._world, *self._installed.values()))
        self._parents_of = lru_cache(maxsize=8192)(self._read_parents)
        self._candidates_of = lru_cache(maxsize=8192)(self._read_candidates)
        self.path = path

    @classmethod
    def open(
        cls, *, cache_dir: Path | None = None, data_dir: Path | None = None, progress: Progress | None = None
    ) -> Self:
        """Open the index of the data at hand, building it first where there is none (about 20 s, once).

        Args:
            cache_dir: Folder of the indexes; default `default_cache_dir()`.
            data_dir: Folder of what `gazetteer.install.country` has fetched; default `default_data_dir()`.
            progress: Called with a sentence, the number of places written and about how many there are.

        Returns:
            The gazetteer.

        Raises:
            GazetteerError: An index cannot be written, or an installed file cannot be used.
        """
        cache, data = cache_dir or default_cache_dir(), data_dir or default_data_dir()
        show = progress or (lambda _text, _done, _all: None)
        world = world_index(cache, show)
        return cls(world, {one.country: country_index(one, data, cache, show) for one in read_installations(data)})

    @staticmethod
    def is_quick_to_open() -> bool:
        """Whether the indexes of the data at hand are built, in the usual folders."""
        return are_built(default_cache_dir(), read_installations(default_data_dir()))

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
        found = self._candidates_of(normal) if normal else ()
        if found and found[0].score == _SCORES[0]:
            return found
        return self._declined(name) or found

    def children(self, place_id: str) -> tuple[Place, ...]:
        """The places directly inside a unit, by id."""
        found = self._rows("SELECT * FROM record WHERE parent = ?", place_id)
        return tuple(map(self._place, sorted(found, key=itemgetter(0))))

    def places(self, country: str, kind: Kind) -> tuple[Place, ...]:
        """All places of a kind in a country (ISO 3166-1 alpha-2), by id."""
        found = self._file(country).rows(
            "SELECT * FROM record WHERE country = ? AND kind = ? ORDER BY id", country, str(kind)
        )
        return tuple(map(self._place, found))

    def countries(self) -> tuple[Place, ...]:
        """All countries, by id."""
        found = self._rows("SELECT * FROM record WHERE kind = ?", str(Kind.COUNTRY))
        return tuple(map(self._place, sorted(found, key=itemgetter(0))))

    def area(self, place_id: str) -> Area | None:
        """The outline of a place (EPSG:4326), or None where it has none."""
        import shapely  # noqa: PLC0415 - a tenth of a second that names do not need

        rows = self._rows("SELECT * FROM outline WHERE id = ?", place_id, country=_OUTLINE_COUNTRY)
        return Area(shapely.from_wkb(rows[0][3]), bool(rows[0][1]), rows[0][2]) if rows else None

    def areas(self, country: str, kind: Kind) -> gpd.GeoDataFrame:
        """Outlines of all places of a kind in a country.

        Returns:
            Columns place_id, approximate, source, geometry (EPSG:4326), by place id.
        """
        import geopandas as gpd  # noqa: PLC0415 - half a second that names do not need

        query = "SELECT * FROM outline WHERE country = ? AND kind = ? ORDER BY id"
        rows = self._file(country).rows(query, country, str(kind))
        table = {
            "place_id": [row[0] for row in rows],
            "approximate": [bool(row[1]) for row in rows],
            "source": [row[2] for row in rows],
        }
        return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries.from_wkb([row[3] for row in rows]), crs="EPSG:4326")

    def _declined(self, name: str) -> tuple[Candidate, ...]:
        for nominative in nominatives(name):
            exact = [c for c in self._candidates_of(normalise(nominative)) if c.score >= _SCORES[1]]
            if exact:
                return tuple(Candidate(c.place, _SCORES[1], (f"a case of {nominative!r}",)) for c in exact)
        return ()

    def _read_candidates(self, normal: str) -> tuple[Candidate, ...]:
        rows = self._rows("SELECT * FROM named WHERE form IN (?, ?)", normal, KEY_MARK + key_of_normal(normal))
        rows.sort(key=lambda row: (row[0], row[_GRADE]))
        best = [next(group) for _, group in groupby(rows, key=itemgetter(0))]
        best.sort(key=lambda row: (row[_GRADE], -row[8], row[0]))
        return tuple(Candidate(self._place(row), _SCORES[row[_GRADE]], (_REASONS[row[_GRADE]],)) for row in best)

    def _place(self, row: tuple[Any, ...]) -> Place:
        identifier, name, kind, lon, lat, country, parent, native, population, seat_of, source, radius_km = row[:12]
        parents = (parent, *self._parents_of(parent)) if parent else ()
        return Place(
            identifier, name, Kind(kind), lon, lat, country, parents, native, population, seat_of, source, radius_km
        )

    def _read_parents(self, place_id: str) -> tuple[str, ...]:
        rows = self._rows("SELECT * FROM record WHERE id = ?", place_id)
        parent = rows[0][6] if rows else None
        return (parent, *self._parents_of(parent)) if parent else ()

    def _file(self, country: str) -> IndexFile:
        return self._installed.get(country, self._world)

    def _rows(self, query: str, *values: str, country: int = _COUNTRY) -> list[tuple[Any, ...]]:
        """Rows of all files; `country` is the column that tells which of the world's rows another file replaces."""
        world = self._world.rows(query, *values)
        if not self._installed:
            return world
        found = [row for row in world if row[country] not in self._installed]
        return found + [row for file in self._installed.values() for row in file.rows(query, *values)]


def _close(files: Iterable[IndexFile]) -> None:
    for file in files:
        file.close()
