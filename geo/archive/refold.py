"""The control periods of an archive's claims folded anew, on another basis, clock or filter, some places at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from geo.archive.control import buckets
from geo.archive.layout import CONTROL, part_name
from geo.archive.row_groups import row_groups, wanted
from geo.archive.signals import NEEDED, signal_columns
from geo.archive.tables import control_table
from geo.control.fold import fold_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from geo.archive.about import About
    from geo.archive.row_groups import RowGroups
    from geo.archive.sieve import Sifted
    from geo.control.basis import Basis
    from geo.control.clock import Clock

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
    done = 0
    for number, bucket in enumerate(buckets(sifted.places, spoken, AT_ONCE)):
        places = {place.id: place for place in bucket.places}
        found = list(sifted.tables(NEEDED, wanted("place_id", bucket.claimed), CODED))
        bearing = pa.concat_tables(found or [sifted.claims.schema.empty_table().select(NEEDED)])
        periods = fold_columns(
            signal_columns(bearing.unify_dictionaries(), sifted.places),
            places,
            start=about.start,
            end=about.end,
            stale_after_days=about.profile.stale_after_days,
            basis=basis,
            clock=clock,
        )
        pq.write_table(control_table(tuple(periods)), folder / part_name(number), row_group_size=CONTROL_ROWS)
        done += len(places)
        progress(done, len(sifted.places))
    return row_groups(tuple(folder.glob("*.parquet")), CONTROL, ("place_id",))
