"""The control periods of an archive: places in buckets that fit the memory, each with the claims that bear on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import ipc

from geo.archive.arrow_alone import give_back, leave_pandas_out
from geo.archive.files import arrow_bytes, parquet_bytes
from geo.archive.layout import CLAIMS, CLAIMS_FOLDER, CONTROL_FOLDER, part_name
from geo.archive.row_groups import row_groups, wanted
from geo.archive.signals import NEEDED, signal_columns
from geo.archive.tables import control_table
from geo.control.fold import fold_columns
from geo.control.signals import spoken_of
from geo.engine.engine import Lost
from geo.errors import ArchiveError
from geo.export.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from gazetteer.place import Place
    from geo.archive.row_groups import RowGroups
    from geo.engine.engine import Engine

# What a worker folds at once; more only where one province has more.
MOST_CLAIMS = 20_000
PERIOD_ROWS = 8_192


@dataclass(frozen=True, slots=True)
class Bucket:
    """Places that are folded together.

    Attributes:
        places: What is told about, by id.
        units: The units above them that are known.
        claimed: Ids of the places whose claims bear on any of these.
    """

    places: tuple[Place, ...]
    units: tuple[Place, ...]
    claimed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapDays:
    """Which days are told about, half-open, and for how many days a claim counts."""

    start: date
    end: date
    stale_after_days: int


@dataclass(frozen=True, slots=True)
class BucketTask:
    """A bucket with its claims, as it is sent to a worker: an Arrow file of the columns that the fold needs."""

    bucket: Bucket
    days: MapDays
    claims: bytes


@dataclass(frozen=True, slots=True)
class BucketMade:
    """The file of a bucket's control periods, and how many they are."""

    data: bytes
    rows: int


def buckets(places: Mapping[str, Place], claims: Mapping[str, int], most_claims: int = MOST_CLAIMS) -> list[Bucket]:
    """Share places out, those of a province together, for they inherit from the same units.

    Args:
        places: All places that are coloured, by id.
        claims: Place id → number of claims on it.
        most_claims: How many claims a bucket has at most, but for those on the countries.

    Returns:
        Buckets with every place once; the same for the same places and claims.
    """
    provinces: dict[str, list[Place]] = {}
    for place in places.values():
        provinces.setdefault(_province(place), []).append(place)
    bearing: dict[str, list[str]] = {}
    for place_id in claims:
        for unit in spoken_of(places[place_id], places):
            bearing.setdefault(unit, []).append(place_id)
    groups: list[list[Place]] = []
    count = most_claims + 1
    for _, group in sorted(provinces.items()):
        own = sum(claims.get(place.id, 0) for place in group)
        if count + own > most_claims:
            groups.append([])
            count = 0
        groups[-1].extend(group)
        count += own
    return [_bucket(group, places, bearing) for group in groups]


def _province(place: Place) -> str:
    """The widest unit below the country that a place is or lies in."""
    return place.parents[-2] if len(place.parents) > 1 else place.id


def _bucket(group: list[Place], places: Mapping[str, Place], bearing: Mapping[str, list[str]]) -> Bucket:
    own = {place.id: place for place in group}
    above = sorted({unit for place in group for unit in place.parents} - own.keys())
    claimed = {place_id for unit in (*own, *above) for place_id in bearing.get(unit, ())}
    units = tuple(places[unit] for unit in above if unit in places)
    return Bucket(tuple(own[key] for key in sorted(own)), units, tuple(sorted(claimed)))


def write_control(archive: Path, shared: Sequence[Bucket], days: MapDays, engine: Engine) -> Iterator[int]:
    """Fold the claims of an archive's months, bucket by bucket.

    Args:
        archive: Its folder.
        shared: What `buckets` gives.
        days: Of the map.
        engine: Who folds.

    Yields:
        The number of periods of each bucket, once its file is written.

    Raises:
        ArchiveError: A worker died of a bucket.
        ExportError: A file cannot be written.
    """
    months = sorted((archive / CLAIMS_FOLDER).glob("*/*.parquet"))
    claims = row_groups(months, CLAIMS, ("place_id",), keep_footers=False)
    tasks = (BucketTask(one, days, _claims(claims, one.claimed)) for one in shared)
    for number, found in enumerate(engine.map(folded_bucket, tasks)):
        if isinstance(found, Lost):
            first = shared[number].places[0].name
            message = f"The claims around {first} could not be folded: {found.why}. Give each process more memory."
            raise ArchiveError(message)
        write_whole(archive / CONTROL_FOLDER / part_name(number), (found.data,))
        give_back()
        yield found.rows


def folded_bucket(task: BucketTask) -> BucketMade:
    """The control periods of a bucket, by place and day: as `geo.control.fold.fold` gives them of all claims."""
    leave_pandas_out()
    places = {place.id: place for place in task.bucket.places}
    known = {place.id: place for place in (*task.bucket.places, *task.bucket.units)}
    claims = ipc.open_file(pa.BufferReader(task.claims)).read_all()
    periods = fold_columns(
        signal_columns(claims, known),
        places,
        start=task.days.start,
        end=task.days.end,
        stale_after_days=task.days.stale_after_days,
    )
    table = control_table(tuple(periods))
    made = BucketMade(parquet_bytes(table, PERIOD_ROWS), len(table))
    give_back()
    return made


def _claims(claims: RowGroups, claimed: Sequence[str]) -> bytes:
    """The claims on some places, of all months; the files are sorted by place, so that little else is read."""
    found = claims.read(NEEDED, wanted("place_id", claimed))
    return arrow_bytes([found] if len(found) else [], pa.schema([CLAIMS.field(name) for name in NEEDED]))
