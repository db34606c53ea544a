"""What has been installed for a country: its files with source, licence and checksum, in one manifest a country.

An installation counts from the moment that its manifest is in place: it is replaced in one step, after every file that
it names is there.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from gazetteer.errors import DataError

FOLDER = "gazetteer"


class Part(StrEnum):
    """What can be installed of a country."""

    BOUNDARIES = "boundaries"
    NAMES = "names"
    ALTERNATES = "alternate names"


@dataclass(frozen=True, slots=True)
class Piece:
    """One installed file.

    Attributes:
        part: What it holds.
        file: Its name in the country's folder.
        address: Where it was fetched from.
        sha256: Of its bytes, in hexadecimal.
        size: In bytes.
        source: Who made it.
        licence: As the source states it.
        year: The year that it describes; empty where the source does not say.
        retrieved: ISO day on which it was fetched.
    """

    part: Part
    file: str
    address: str
    sha256: str
    size: int
    source: str
    licence: str
    year: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Installation:
    """An installed country.

    Attributes:
        iso3: ISO 3166-1 alpha-3 code.
        country: ISO 3166-1 alpha-2 code.
        pieces: The files, one a part.
        remarks: What stayed in doubt, such as boundaries that no district was found for.
    """

    iso3: str
    country: str
    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...] = ()

    def piece(self, part: Part) -> Piece | None:
        """The file that holds this part, if it is installed."""
        return next((piece for piece in self.pieces if piece.part is part), None)


def country_folder(data_dir: Path, iso3: str) -> Path:
    """Where a country's files are kept."""
    return data_dir / FOLDER / iso3


def read_installations(data_dir: Path) -> tuple[Installation, ...]:
    """All installed countries, by code.

    Raises:
        DataError: A manifest cannot be read.
    """
    return tuple(_read(path) for path in sorted((data_dir / FOLDER).glob("*.json")))


def read_installation(data_dir: Path, iso3: str) -> Installation | None:
    """What is installed of a country; None where nothing is.

    Raises:
        DataError: Its manifest cannot be read.
    """
    path = manifest_path(data_dir, iso3)
    return _read(path) if path.exists() else None


def write_installation(data_dir: Path, installation: Installation) -> None:
    """Put a country's manifest in place, in one step."""
    path = manifest_path(data_dir, installation.iso3)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(installation), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def manifest_path(data_dir: Path, iso3: str) -> Path:
    """The file whose presence makes a country an installed one."""
    return data_dir / FOLDER / f"{iso3}.json"


def _read(path: Path) -> Installation:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        pieces = tuple(Piece(**(piece | {"part": Part(piece["part"])})) for piece in facts["pieces"])
        return Installation(facts["iso3"], facts["country"], pieces, tuple(facts["remarks"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"{path}: this record of an installed country cannot be read ({error!r}). Run "
            f"`claimline gazetteer remove {path.stem}` and install it again."
        )
        raise DataError(message) from error
