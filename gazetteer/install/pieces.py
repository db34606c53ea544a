"""The parts of an installation: which are wanted, from where, and how each is fetched and described."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InstallError
from gazetteer.index.installed import Part, Piece
from gazetteer.sources import geoboundaries, geonames_dump
from gazetteer.sources.origin import Origin, copy_in, mirror
from gazetteer.sources.transfer import Fetched, Patience, Transfer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Progress = Callable[[str, int, int], None]

GEOBOUNDARIES, GEONAMES = "geoboundaries", "geonames"
_STATED = "as its publisher states"
_NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to fetch.

    Attributes:
        parts: The parts to fetch.
        required: Those of them that must be there.
        origin: A mirror or folder instead of the sources' own addresses, or None.
        files: Part → a file of the user's own.
        patience: Waiting times and tries.
    """

    parts: tuple[Part, ...]
    required: frozenset[Part]
    origin: Origin | None
    files: dict[Part, Path]
    patience: Patience


def choose(origin: str | None, boundaries: str | None, names: str | None, folder: Path, patience: Patience) -> Chosen:
    """Read an order.

    Args:
        origin: Address or folder of a mirror, or None.
        boundaries: "geoboundaries", a path, or None.
        names: "geonames", a path, or None; with both None everything that there is.
        folder: The country's folder.
        patience: Waiting times and tries.

    Raises:
        InstallError: A file that is named does not exist.
        DownloadError: The mirror cannot be reached.
    """
    everything = boundaries is None and names is None
    parts: list[Part] = []
    files = {}
    if boundaries is not None or everything:
        parts.append(Part.BOUNDARIES)
    if boundaries not in (None, GEOBOUNDARIES):
        files[Part.BOUNDARIES] = _file(boundaries, "--boundaries", GEOBOUNDARIES)
    if names is not None or everything:
        parts.append(Part.NAMES)
    if names in (None, GEONAMES) and Part.NAMES in parts:
        parts.append(Part.ALTERNATES)
    if names not in (None, GEONAMES):
        files[Part.NAMES] = _file(names, "--names", GEONAMES)
    required = frozenset() if everything else frozenset(parts) - {Part.ALTERNATES}
    found = mirror(origin, Transfer(folder / "checksums.part", patience=patience)) if origin else None
    return Chosen(tuple(parts), required, found, files, patience)


def fetch_piece(  # noqa: PLR0913, PLR0917 - what, from where, of which country, to where, when, who is told
    part: Part, chosen: Chosen, codes: tuple[str, str], folder: Path, today: date, progress: Progress
) -> Piece:
    """Fetch a part into the country's folder.

    Args:
        part: Which.
        chosen: From where.
        codes: Alpha-3 and alpha-2 code of the country.
        folder: The country's folder.
        today: The day of retrieval.
        progress: Told of the bytes.

    Returns:
        The piece; its file is named by its checksum.

    Raises:
        GazetteerError: It could not be fetched; an incomplete transfer is taken up by the next call.
    """
    title = f"Fetching {part} of {codes[0]}"
    transfer = Transfer(
        folder / f"{part.replace(' ', '-')}.part",
        patience=chosen.patience,
        steps=lambda there, total: progress(title, there, total),
    )
    if part in chosen.files:
        fetched, about = copy_in(chosen.files[part], transfer), _own_file(part, chosen.files[part])
        suffix = chosen.files[part].suffix.lower()
    else:
        fetched, about = _download(part, chosen.origin, codes, transfer)
        suffix = ".geojson" if part is Part.BOUNDARIES else ".zip"
    name = f"{part.replace(' ', '-')}-{fetched.sha256[:_NAME_LENGTH]}{suffix}"
    fetched.path.replace(folder / name)
    source, licence, year = about
    return Piece(part, name, fetched.address, fetched.sha256, fetched.size, source, licence, year, today.isoformat())


def _download(
    part: Part, origin: Origin | None, codes: tuple[str, str], transfer: Transfer
) -> tuple[Fetched, tuple[str, str, str]]:
    """The file, and its source, licence and year."""
    iso3, country = codes
    if part is Part.BOUNDARIES:
        found, about = geoboundaries.fetch_boundaries(origin or geoboundaries.OFFICIAL, iso3, transfer)
        return found, (about.source, about.licence, about.year)
    fetch = geonames_dump.fetch_names if part is Part.NAMES else geonames_dump.fetch_alternates
    found = fetch(origin or geonames_dump.OFFICIAL, country, transfer)
    return found, ("GeoNames", geonames_dump.LICENCE, "")


def _own_file(part: Part, path: Path) -> tuple[str, str, str]:
    return (path.name, geonames_dump.LICENCE if part is Part.NAMES else _STATED, "")


def _file(path: str | None, option: str, source: str) -> Path:
    found = Path(path or "")
    if not found.is_file():
        message = f"{path}: there is no such file. Give {option} a file, or the word {source}."
        raise InstallError(message)
    return found.resolve()
