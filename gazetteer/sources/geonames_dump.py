"""The GeoNames dump of a country: tab-separated rows in a zip file, and the zip of their alternate names."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table
from gazetteer.entry import Entry
from gazetteer.errors import DataError
from gazetteer.place import Kind, Place
from gazetteer.sources.geonames import SOURCE, keeps, native_name, plain_name, settlement_kind
from gazetteer.sources.origin import Origin, fetch
from gazetteer.sources.transfer import MEGABYTE, Fetched, Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

OFFICIAL = Origin("https://download.geonames.org")
LICENCE = "CC BY 4.0"
MOST_BYTES = 500 * MEGABYTE
MOST_UNPACKED_BYTES = 4_000 * MEGABYTE
COLUMNS, ALTERNATE_COLUMNS = 19, 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the dump: GeoNames' id, the usual name, all names, the point (WGS 84), feature code and inhabitants."""

    geoname_id: str
    name: str
    names: tuple[str, ...]
    lon: float
    lat: float
    code: str
    population: int


@dataclass(frozen=True, slots=True)
class Features:
    """What `data/geonames_features.toml` makes of feature codes."""

    settlements: frozenset[str]
    districts: frozenset[str]
    seats: tuple[str, ...]
    kinds: Mapping[str, Kind]
    not_languages: frozenset[str]


def fetch_names(origin: Origin, country: str, transfer: Transfer) -> Fetched:
    """Fetch a country's dump.

    Args:
        origin: `OFFICIAL`; or a mirror or folder, with GeoNames' paths or with the file alone (`AF.zip`).
        country: ISO 3166-1 alpha-2 code.
        transfer: Where to and how patiently.

    Raises:
        NotThereError: There is no such dump.
        DownloadError: It could not be fetched.
    """
    names = (f"export/dump/{country}.zip", f"{country}.zip")
    return fetch(origin, names, replace(transfer, most_bytes=MOST_BYTES))


def fetch_alternates(origin: Origin, country: str, transfer: Transfer) -> Fetched:
    """Fetch the alternate names of a country; arguments and errors as for `fetch_names`."""
    names = (f"export/dump/alternatenames/{country}.zip", f"alternatenames/{country}.zip")
    return fetch(origin, names, replace(transfer, most_bytes=MOST_BYTES))


def read_dump(path: Path, country: str, alternates: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """Read the rows of a dump that become places.

    Args:
        path: The zip file, or the text file in it.
        country: ISO 3166-1 alpha-2 code; rows of other countries are passed over.
        alternates: As `read_alternates` gives them; they take the place of the dump's own list of names.

    Yields:
        Rows in the order of the file.

    Raises:
        DataError: The file is broken, or a row is not as GeoNames' readme says; the message names file and row.
    """
    wanted = features()
    known = wanted.settlements | wanted.districts | wanted.kinds.keys()
    with _lines(path, country) as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if len(cells) != COLUMNS:
                message = (
                    f"{path}: row {number} has {len(cells)} columns, not {COLUMNS}. Give a dump as GeoNames has it."
                )
                raise DataError(message)
            if cells[8] == country and cells[7] in known:
                yield _row(cells, alternates, f"{path}: row {number}")


def read_alternates(path: Path, country: str) -> dict[str, tuple[str, ...]]:
    """Read the alternate names of a country.

    Args:
        path: The zip file, or the text file in it.
        country: ISO 3166-1 alpha-2 code.

    Returns:
        GeoNames id → names, without codes and links.

    Raises:
        DataError: The file is broken.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    with _lines(path, country) as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if len(cells) < ALTERNATE_COLUMNS:
                message = (
                    f"{path}: row {number} has {len(cells)} columns, fewer than {ALTERNATE_COLUMNS}. Fetch it again."
                )
                raise DataError(message)
            if cells[2] not in features().not_languages:
                found[cells[1]].append(cells[3])
    return {geoname: tuple(names) for geoname, names in found.items()}


def entry(row: Row, country: str, parents: Sequence[str], seat_of: str | None = None) -> Entry:
    """The place that a row tells of.

    Args:
        row: The row.
        country: ISO 3166-1 alpha-2 code.
        parents: Ids of the units that it lies in, nearest first.
        seat_of: Id of the district whose seat it is.
    """
    names = tuple(name for name in row.names if keeps(name, country))
    place = Place(
        id=f"gn:{row.geoname_id}",
        name=plain_name(row.name),
        kind=kind(row),
        lon=row.lon,
        lat=row.lat,
        country=country,
        parents=tuple(parents),
        native=native_name(names),
        population=row.population,
        seat_of=seat_of,
        source=SOURCE,
    )
    return Entry(place, names)


def kind(row: Row) -> Kind:
    """What the row's place is."""
    wanted = features()
    if row.code in wanted.districts:
        return Kind.DISTRICT
    return wanted.kinds.get(row.code) or settlement_kind(row.population)


@cache
def features() -> Features:
    """The table of feature codes."""
    table = data_table("geonames_features.toml")
    return Features(
        settlements=frozenset(table["settlements"]),
        districts=frozenset(table["districts"]),
        seats=tuple(table["seats"]),
        kinds={code: Kind(name) for name, codes in table["kinds"].items() for code in codes},
        not_languages=frozenset(table["not_languages"]),
    )


def _row(cells: list[str], alternates: Mapping[str, tuple[str, ...]], where: str) -> Row:
    names = alternates.get(cells[0]) or tuple(filter(None, cells[3].split(",")))
    try:
        return Row(cells[0], cells[1], names, float(cells[5]), float(cells[4]), cells[7], int(cells[14] or 0))
    except ValueError as error:
        message = f"{where} cannot be used ({error}). Give a dump as GeoNames has it."
        raise DataError(message) from error


@contextmanager
def _lines(path: Path, country: str) -> Iterator[io.TextIOWrapper]:
    """The lines of the text file, packed or not; a broken file is told in a sentence."""
    try:
        if not zipfile.is_zipfile(path) and path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8", newline="\n") as file:
                yield file
            return
        with zipfile.ZipFile(path) as packed, packed.open(_member(packed, path, country)) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, csv.Error, NotImplementedError) as error:
        message = f"{path}: the file is broken or no GeoNames dump ({error}). Fetch it again."
        raise DataError(message) from error


def _member(packed: zipfile.ZipFile, path: Path, country: str) -> zipfile.ZipInfo:
    found = next((one for one in packed.infolist() if one.filename == f"{country}.txt"), None)
    if found is None:
        message = f"{path}: the zip file holds no {country}.txt. Give the dump of {country}."
        raise DataError(message)
    if found.file_size > MOST_UNPACKED_BYTES:
        size = f"{found.file_size / MEGABYTE:,.0f} MB unpacked; at most {MOST_UNPACKED_BYTES / MEGABYTE:,.0f} MB"
        message = f"{path}: {found.filename} would have {size} are accepted. Check where the file comes from."
        raise DataError(message)
    return found
