"""The index of an installed country: all that the gazetteer holds of it, with official areas and more names."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from gazetteer.attribution import installed_source
from gazetteer.errors import DataError, GazetteerError
from gazetteer.index.file import IndexFile
from gazetteer.index.installed import Installation, Part, country_folder
from gazetteer.index.writer import write_index
from gazetteer.overlay.held import read_country
from gazetteer.overlay.merge import UNITS, Dump, merged
from gazetteer.overlay.units import Units, with_boundaries
from gazetteer.sources.boundary_file import read_boundaries
from gazetteer.sources.geonames_dump import read_alternates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from gazetteer.entry import Entry

    Progress = Callable[[str, int, int], None]


def build_overlay(
    installation: Installation, data_dir: Path, world: Path, path: Path, progress: Progress
) -> tuple[str, ...]:
    """Build the index of an installed country.

    Args:
        installation: What is installed.
        data_dir: Folder of the installed files.
        world: The index of the world, which the country is merged with.
        path: The file to make.
        progress: Called with a sentence, the number of places written and about how many there are.

    Returns:
        What stayed in doubt.

    Raises:
        GazetteerError: An installed file cannot be used, or the index cannot be written.
    """
    with closing(IndexFile(world)) as index:
        held = read_country(index, installation.country)
    try:
        units = _units(installation, data_dir, held)
        places = merged(held, units, _dump(installation, data_dir))
        title = f"Merging {installation.iso3}"
        write_index(path, places, lambda done: progress(title, done, max(done, len(held))))
    except FileNotFoundError as error:
        message = (
            f"{error.filename}: this installed file is missing. Run `claimline gazetteer install {installation.iso3}`."
        )
        raise DataError(message) from error
    except (OSError, sqlite3.OperationalError) as error:
        message = f"{path}: the index cannot be written there ({error}). Set CLAIMLINE_CACHE to a folder with room."
        raise GazetteerError(message) from error
    return units.remarks


def _units(installation: Installation, data_dir: Path, held: Sequence[Entry]) -> Units:
    piece = installation.piece(Part.BOUNDARIES)
    if piece is None:
        return Units(tuple(one for one in held if one.place.kind in UNITS))
    boundaries = read_boundaries(country_folder(data_dir, installation.iso3) / piece.file)
    credit = installed_source(f"District boundaries of {installation.iso3}: {piece.source} ({piece.licence})")
    return with_boundaries(held, boundaries, credit)


def _dump(installation: Installation, data_dir: Path) -> Dump:
    folder, country = country_folder(data_dir, installation.iso3), installation.country
    names, alternates = installation.piece(Part.NAMES), installation.piece(Part.ALTERNATES)
    if names is None:
        return Dump(None, country)
    return Dump(folder / names.file, country, read_alternates(folder / alternates.file, country) if alternates else {})
