"""The control periods of an archive's claims folded anew, on another basis, clock or filter, in bounded memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.archive.layout import CONTROL, part_name
from geo.archive.row_groups import RowGroups, Wanted, row_groups
from geo.archive.signals import NEEDED, signal_columns
from geo.control.fold import fold_columns
from geo.control.signals import spoken_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from gazetteer.place import Place
    from geo.archive.about import About
    from geo.archive.sieve import Sifted
    from geo.control.basis import Basis
    from geo.control.clock import Clock
    from geo.control.period import ControlPeriod

AT_ONCE = 100_000
CONTROL_ROWS = 4_096
CODED = ("action", "assertion", "attribution", "actor_id", "opponent_id", "claimant_side", "place_id", "seat_of",
         "date_basis")  # fmt: skip


def refolded(  # noqa: PLR0913 - independent choices, all by keyword
    sifted: Sifted,
    about: About,
    folder: Path,
    *,
    spoken: Mapping[str, int],
    basis: Basis,
    clock: Clock,
    progress: Callable[[int, int], None],
) -> RowGroups:
    """Fold claims anew and keep the periods in files.

    Args:
        sifted: The claims that filters let through.
        about: Days and profile of the archive.
        folder: Where the files of control periods are written.
        spoken: How many claims are on each place: what is folded at once has about `AT_ONCE` of them.
        basis: Whose word counts.
        clock: By which day.
        progress: Called with (places done, places in all).

    Returns:
        The files, as an archive has them.
    """
    rows = pa.concat_tables(list(sifted.tables(NEEDED, Wanted(), CODED)) or [sifted.claims.schema.empty_table()])
    place_of = rows["place_id"].cast(pa.string())
    done = 0
    for number, places in enumerate(_buckets(sifted.places, spoken)):
        bearing = rows.filter(pc.is_in(place_of, pa.array(_bearing(places, sifted.places))))
        periods = fold_columns(
            signal_columns(bearing.unify_dictionaries(), sifted.places),
            places,
            start=about.start,
            end=about.end,
            stale_after_days=about.profile.stale_after_days,
            basis=basis,
            clock=clock,
        )
        pq.write_table(period_rows(periods), folder / part_name(number), row_group_size=CONTROL_ROWS)
        done += len(places)
        progress(done, len(sifted.places))
    return row_groups(tuple(folder.glob("*.parquet")), CONTROL, ("place_id",))


def period_rows(periods: Iterable[ControlPeriod]) -> pa.Table:
    """Control periods as rows, column by column, so that none is held longer than it takes to write it down."""
    columns: dict[str, list[object]] = {name: [] for name in CONTROL.names}
    for one in periods:
        told = (one.place, one.start, one.end, one.status.value, one.holder, one.rivals, one.inherited_from,
                len(one.claims), one.claims, one.method)  # fmt: skip
        for name, value in zip(CONTROL.names, told, strict=True):
            columns[name].append(value)
    return pa.table(columns, CONTROL)


def _buckets(places: Mapping[str, Place], spoken: Mapping[str, int]) -> Iterable[dict[str, Place]]:
    """Places in order, each bucket with not many more claims on them than are to be held."""
    bucket: dict[str, Place] = {}
    held = 0
    for place in sorted(places):
        bucket[place] = places[place]
        held += spoken.get(place, 0)
        if held >= AT_ONCE:
            yield bucket
            bucket, held = {}, 0
    if bucket:
        yield bucket


def _bearing(places: Mapping[str, Place], every: Mapping[str, Place]) -> list[str]:
    """Ids of the places on which claims bear on some places: themselves, the units above, and the seats of all."""
    units = {unit for place in places.values() for unit in (place.id, *place.parents)}
    seats = seats_of(every)
    return sorted(units.union(*(seats[unit] for unit in units if unit in seats)))


def seats_of(places: Mapping[str, Place]) -> dict[str, list[str]]:
    """For each district whose seat is among the places, the ids of those seats."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in places.values():
        for unit in spoken_of(place, places)[1:]:
            found[unit].append(place.id)
    return dict(found)
