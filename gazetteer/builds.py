"""The index files that are needed now: found in the cache folder, or built there once."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError
from gazetteer.index.version import data_version, installed_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from gazetteer.index.installed import Installation

    Progress = Callable[[str, int, int], None]

_ABOUT_ALL = 246_000
_BUILDING = "Building the gazetteer (once)"
_KEPT = 3


def world_index(cache_dir: Path, progress: Progress) -> Path:
    """The index of the data that come with the package; built where there is none (about 20 s).

    Args:
        cache_dir: Folder of the indexes.
        progress: Called with a sentence, the number of places written and about how many there are.

    Returns:
        The file.

    Raises:
        GazetteerError: It cannot be written there.
    """
    path = _world_path(cache_dir)
    if not path.exists():
        _build_world(path, progress)
        remove_oldest(path.parent, "gazetteer-*.sqlite")
    return path


def are_built(cache_dir: Path, installed: Iterable[Installation]) -> bool:
    """Whether the indexes of the world and of installed countries are there, so that opening them takes a moment."""
    return _world_path(cache_dir).exists() and all(country_index_path(one, cache_dir).exists() for one in installed)


def country_index(installation: Installation, data_dir: Path, cache_dir: Path, progress: Progress) -> Path:
    """The index of an installed country; built again where the cache has none (a new version, an emptied cache).

    Args:
        installation: What is installed.
        data_dir: Folder of the installed files.
        cache_dir: Folder of the indexes.
        progress: As for `world_index`.

    Returns:
        The file.

    Raises:
        GazetteerError: An installed file is missing or cannot be used, or the index cannot be written.
    """
    path = country_index_path(installation, cache_dir)
    if not path.exists():
        from gazetteer.overlay.country import build_overlay  # noqa: PLC0415 - only a build needs the geometry libraries

        build_overlay(installation, data_dir, world_index(cache_dir, progress), path, progress)
        remove_oldest(path.parent, f"{installation.iso3}-*.sqlite")
    return path


def country_index_path(installation: Installation, cache_dir: Path) -> Path:
    """Name of the index of an installed country: its contents and the version of the rules that it is made by."""
    version = installed_version(piece.sha256 for piece in installation.pieces)
    return cache_dir / "installed" / f"{installation.iso3}-{version}.sqlite"


def _build_world(path: Path, progress: Progress) -> None:
    # Only a build needs the sources and what they import; opening an index takes a tenth of a second without them.
    from gazetteer.index.load import read_all  # noqa: PLC0415 - as said above
    from gazetteer.index.writer import write_index  # noqa: PLC0415 - as said above

    try:
        write_index(path, read_all(), lambda done: progress(_BUILDING, done, max(done, _ABOUT_ALL)))
    except (OSError, sqlite3.OperationalError) as error:
        message = f"{path}: the gazetteer cannot be built there ({error}). Set CLAIMLINE_CACHE to a folder with 200 MB."
        raise GazetteerError(message) from error


def remove_oldest(folder: Path, pattern: str) -> None:
    """Keep the indexes used by the newest versions; another version at work may have any of them open."""
    with suppress(OSError):
        indexes = sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime)
        for old in indexes[:-_KEPT]:
            old.unlink()


def _world_path(cache_dir: Path) -> Path:
    return cache_dir / f"gazetteer-{data_version()}.sqlite"
