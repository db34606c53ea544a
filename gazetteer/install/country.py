"""Install official boundaries and a full list of names for a country, and remove them again.

Files are kept as they were fetched, named by their checksum; the country's manifest is replaced when they and the index
made from them are whole. So whatever goes wrong before leaves the earlier installation as it was.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclass fields are read at run time
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from gazetteer.builds import country_index_path, remove_oldest, world_index
from gazetteer.errors import GazetteerError, InstallError, NotThereError
from gazetteer.index.installed import (
    FOLDER,
    Installation,
    Piece,
    country_folder,
    manifest_path,
    read_installation,
    write_installation,
)
from gazetteer.install.pieces import Chosen, choose, fetch_piece
from gazetteer.overlay.country import build_overlay
from gazetteer.sources.transfer import Patience
from gazetteer.tables.country_codes import country_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to install.

    Attributes:
        country: ISO 3166-1 code, alpha-2 or alpha-3.
        boundaries: "geoboundaries", or the path of a file; None for none, or with `names` None too, what there is.
        names: "geonames", or the path of a file; None likewise.
        origin: A mirror's address or a folder instead of the sources' own addresses.
    """

    country: str
    boundaries: str | None = None
    names: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Folders:
    """Where installed files (`data`) and indexes (`cache`) are kept."""

    data: Path
    cache: Path


def install(
    order: Order, folders: Folders, today: date, progress: Progress, patience: Patience | None = None
) -> Installation:
    """Install what is ordered; parts of the country that are not ordered stay as they are.

    Args:
        order: What.
        folders: Where.
        today: The day that is noted as the day of retrieval.
        progress: Called with what is being done, how much is done and how much there is (0: not known).
        patience: Waiting times and tries of the transfers.

    Returns:
        What is installed of the country now, with remarks on what stayed in doubt.

    Raises:
        GazetteerError: Nothing was installed; an earlier installation is as it was.
    """
    iso3, country = country_codes(order.country)
    with _alone(folders.data, iso3):
        folder = country_folder(folders.data, iso3)
        folder.mkdir(parents=True, exist_ok=True)
        old = read_installation(folders.data, iso3)
        chosen = choose(order.origin, order.boundaries, order.names, folder, patience or Patience())
        pieces, remarks = _pieces(chosen, (iso3, country), folder, today, progress)
        kept = [piece for piece in (old.pieces if old else ()) if piece.part not in {new.part for new in pieces}]
        new = Installation(iso3, country, tuple(sorted((*kept, *pieces), key=lambda piece: piece.part)))
        world, index = world_index(folders.cache, progress), country_index_path(new, folders.cache)
        try:
            remarks += build_overlay(new, folders.data, world, index, progress)
        except GazetteerError:
            _drop(folder, pieces, kept=old.pieces if old else ())
            raise
        new = Installation(iso3, country, new.pieces, remarks)
        write_installation(folders.data, new)
        _tidy(folder, new)
        remove_oldest(index.parent, f"{iso3}-*.sqlite")
        return new


def remove(country: str, folders: Folders) -> str:
    """Remove everything that is installed of a country; the gazetteer is as it was before.

    Args:
        country: ISO 3166-1 code, alpha-2 or alpha-3.
        folders: Where it is installed.

    Returns:
        The alpha-3 code.

    Raises:
        InstallError: Nothing is installed of it, or something else is at work on it.
    """
    iso3, _ = country_codes(country)
    with _alone(folders.data, iso3):
        manifest = manifest_path(folders.data, iso3)
        if not manifest.exists():
            message = f"Nothing is installed of {iso3}. `claimline gazetteer list` shows what is."
            raise InstallError(message)
        manifest.unlink()
        shutil.rmtree(country_folder(folders.data, iso3), ignore_errors=True)
        for index in (folders.cache / "installed").glob(f"{iso3}-*.sqlite"):
            # Some systems keep a file that is open from being removed; without the manifest it counts for nothing.
            with suppress(OSError):
                index.unlink()
    return iso3


def _pieces(
    chosen: Chosen, codes: tuple[str, str], folder: Path, today: date, progress: Progress
) -> tuple[list[Piece], tuple[str, ...]]:
    """Fetch the parts; one that was not asked for by name may be missing at its source."""
    pieces, missing = [], []
    for part in chosen.parts:
        try:
            pieces.append(fetch_piece(part, chosen, codes, folder, today, progress))
        except NotThereError as error:
            if part in chosen.required:
                raise
            missing.append(f"Without {part}: {error}")
    if not pieces:
        raise InstallError("\n".join(missing))
    return pieces, tuple(missing)


@contextmanager
def _alone(data: Path, iso3: str) -> Iterator[None]:
    """Keep other processes from the country; a lock ends with the process that holds it, however that ends."""
    try:
        (data / FOLDER).mkdir(parents=True, exist_ok=True)
        with FileLock(data / FOLDER / f"{iso3}.lock", timeout=0):
            yield
    except Timeout as error:
        message = f"Another process is installing or removing {iso3}. Wait until it has ended, then try again."
        raise InstallError(message) from error
    except OSError as error:
        message = f"{data}: files cannot be kept there ({error}). Set CLAIMLINE_DATA to a folder with room."
        raise InstallError(message) from error


def _drop(folder: Path, pieces: Iterable[Piece], kept: Iterable[Piece]) -> None:
    """Remove files that turned out to be unusable, so that they are fetched anew."""
    wanted = {piece.file for piece in kept}
    for piece in pieces:
        if piece.file not in wanted:
            (folder / piece.file).unlink(missing_ok=True)


def _tidy(folder: Path, installation: Installation) -> None:
    """Remove what is left of earlier installations and of broken transfers."""
    wanted = {piece.file for piece in installation.pieces}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink(missing_ok=True)
