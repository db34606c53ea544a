"""What a reading depends on besides the report: rules, gazetteer and profile."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from gazetteer.index.folders import default_data_dir
from gazetteer.index.installed import read_installations
from geo.bundled import profile_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from geo.profile import Profile

RULES = (".py", ".toml", ".tsv")
DIGITS = 16


@dataclass(frozen=True, slots=True)
class Versions:
    """What a run is made with.

    Attributes:
        rules: Hash of the rules and word lists that make claims.
        gazetteer: Hash of the gazetteer's data and rules, and of what is installed.
        profile: The conflict profile.
    """

    rules: str
    gazetteer: str
    profile: Profile


def versions_now(profile: Profile, data_dir: Path | None = None) -> Versions:
    """The versions that a reading made now has.

    Args:
        profile: The conflict profile.
        data_dir: Folder of installed countries; default that of the gazetteer.
    """
    return Versions(rules_version(), gazetteer_version(data_dir or default_data_dir()), profile)


@cache
def rules_version() -> str:
    """Hash of everything that may change a claim of a text: rules, word lists, the library of profiles."""
    digest = hashlib.sha256(hash_of(("geo.claims",)).encode())
    for name in ("choose.py", "reports/language.py"):
        digest.update(files("geo").joinpath(name).read_bytes())
    for file in profile_files():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:DIGITS]


def gazetteer_version(data_dir: Path) -> str:
    """Hash of the gazetteer's code and data, and of the files that are installed."""
    digest = hashlib.sha256(hash_of(("gazetteer",)).encode())
    for country in read_installations(data_dir):
        for piece in country.pieces:
            digest.update(piece.sha256.encode())
    return digest.hexdigest()[:DIGITS]


@cache
def hash_of(packages: tuple[str, ...]) -> str:
    """Hash of the code and data of packages."""
    digest = hashlib.sha256()
    for package in packages:
        for file in _files(files(package)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:DIGITS]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _files(entry) if entry.name != "__pycache__" else ()
        elif entry.name.endswith(RULES) or folder.name == "data":
            yield entry
