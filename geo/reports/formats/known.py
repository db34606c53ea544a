"""The formats that are read: their names, suffixes and media types."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_OTHER_TABLES = ("remedies", "companions")
DEFAULT_REMEDY = "Save it as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        id: Its key in `formats.toml`, and the name of the module that reads it.
        name: In words, with its article where it has one.
        suffixes: In lower case, with the dot.
        media: Media types, in lower case.
        package: The package that has to be there; empty where Python's own library does.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    media: tuple[str, ...]
    package: str


@lru_cache(maxsize=1)
def formats() -> dict[str, Format]:
    """Every format that is read, by id."""
    table = _table()
    return {
        key: Format(key, one["name"], tuple(one["suffixes"]), tuple(one["media"]), one["package"])
        for key, one in table.items()
        if key not in _OTHER_TABLES
    }


def read_suffixes() -> tuple[str, ...]:
    """The suffixes of all files that are read, in lower case, with the dot."""
    return tuple(suffix for one in formats().values() for suffix in one.suffixes)


def by_suffix(suffix: str) -> Format | None:
    """The format of a suffix, None where no reader has it."""
    return next((one for one in formats().values() if suffix.casefold() in one.suffixes), None)


def by_media(media: str) -> Format | None:
    """The format of a media type (`text/html; charset=utf-8`), None where no reader has it."""
    bare = media.partition(";")[0].strip().casefold()
    return next((one for one in formats().values() if bare in one.media), None)


def remedy_for(suffix: str) -> str:
    """What to do with a file of a format that is not read."""
    return str(_table()["remedies"].get(suffix.casefold(), DEFAULT_REMEDY))


def is_companion(suffix: str) -> bool:
    """Whether files with this suffix lie beside reports and are none; a folder's are passed over without a word."""
    return suffix.casefold() in _table()["companions"]["suffixes"]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files("geo.reports.formats").joinpath("formats.toml").read_text(encoding="utf-8"))
