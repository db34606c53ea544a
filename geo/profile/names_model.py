"""The spaCy model that a profile names: where it lies and which one it is, without importing spaCy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from geo.errors import ProfileError

SPACY = (3, 8)  # the first whose memory does not grow with what it read
META = "meta.json"  # every spaCy model has one, as a package and as a folder
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class NamesModel:
    """A spaCy model.

    Attributes:
        name: Its package, or its folder as an absolute path.
        version: Hash of its files: another model reads other names.
    """

    name: str
    version: str


def found_model(name: str, beside: Path) -> NamesModel:
    """Find a model that is on this machine.

    Args:
        name: A package ("en_core_web_sm"), or a folder.
        beside: The folder that a relative path starts from.

    Returns:
        The model.

    Raises:
        ProfileError: There is none of this name, or spaCy is not installed.
    """
    if not _has_spacy():
        message = (
            f"names_model is {name!r}, and spaCy 3.8 or newer is not installed. `pip install 'claimline[model]'` "
            "installs it; or leave names_model out."
        )
        raise ProfileError(message)
    package = _package(name)
    folder = package or beside / name
    if not (folder / META).is_file():
        message = (
            f"names_model is {name!r}, and there is neither a package nor a folder with a spaCy model of that name. "
            "`python -m spacy download en_core_web_sm` installs one; or leave names_model out."
        )
        raise ProfileError(message)
    return NamesModel(name if package else str(folder.resolve()), _version(folder))


def _has_spacy() -> bool:
    try:
        major, minor = version("spacy").split(".")[:2]
    except PackageNotFoundError:
        return False
    return (int(major), int(minor)) >= SPACY


def _package(name: str) -> Path | None:
    """The folder of a model's package; its code is not run, and names with dots would run their parents' code."""
    spec = find_spec(name) if name.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    return next((Path(place) for place in places or () if Path(place, META).is_file()), None)


@cache
def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(file for file in folder.rglob("*") if file.is_file() and file.parent.name != "__pycache__"):
        digest.update(file.relative_to(folder).as_posix().encode())
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()[:_DIGITS]
