"""What is counted in one go through an archive's claims and control periods."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.archive.row_groups import Wanted
from geo.archive.tally import CODED, NEEDED, Tally
from geo.control.clock import Clock
from geo.holdings import coded_runs
from geo.view.filters import FACETS, NO_PUBLISHER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.archive.archive import Archive
    from geo.archive.row_groups import RowGroups
    from geo.archive.sieve import Sifted
    from geo.map.runs import Runs


@dataclass(frozen=True, slots=True)
class Facts:
    """What some claims, and the control periods that were folded of them, come to.

    Attributes:
        claims: How many claims.
        spoken: How many claims are on each place that has any.
        days: How many claims each day of the map has.
        fights: Place id → half-open spans of days with fighting, flat; ascending, none touching the next.
        names: Side id → what the claims call it.
        offered: What occurs in each filter, in order.
        speakers: Ids of the sides whose word some claims are.
        runs: The control periods as a map draws them.
    """

    claims: int
    spoken: Mapping[str, int]
    days: tuple[int, ...]
    fights: Mapping[str, tuple[int, ...]]
    names: Mapping[str, str]
    offered: Mapping[str, tuple[str, ...]]
    speakers: frozenset[str]
    runs: Runs


def count_facts(archive: Archive, sifted: Sifted, control: RowGroups, clock: Clock = Clock.EVENT) -> Facts:
    """Count.

    Args:
        archive: The archive.
        sifted: Its claims that filters let through.
        control: Their control periods.
        clock: By which day the periods were folded, and the claims are counted.

    Returns:
        What they come to.

    Raises:
        ArchiveError: A file was replaced meanwhile, or it cannot be read.
    """
    about = archive.about
    with ThreadPoolExecutor(max_workers=1) as beside:
        drawn = beside.submit(_runs, archive, control)
        tally = Tally(about.start, (about.end - about.start).days, clock)
        for rows in sifted.tables(NEEDED, Wanted(), CODED):
            tally.add(rows)
        return Facts(
            claims=tally.claims,
            spoken=dict(sorted(tally.spoken.items())),
            days=tuple(tally.days.tolist()),
            fights=dict(sorted(tally.fighting_days())),
            names=dict(sorted(tally.names.items())),
            offered=_offered(tally),
            speakers=frozenset(tally.speakers),
            runs=drawn.result(),
        )


def _runs(archive: Archive, control: RowGroups) -> Runs:
    kinds = {place.id: place.kind for place in archive.places.values()}
    tables = control.tables(coded_runs.NEEDED, Wanted(), coded_runs.CODED)
    return coded_runs.coded_runs(tables, archive.about.start, kinds)


def _offered(tally: Tally) -> dict[str, tuple[str, ...]]:
    """What occurs; a claim without a side offers none, a report without a publisher a word of its own."""
    found = {name: {value for value in tally.facets[name] if value} for name in FACETS}
    if tally.facets["publisher"] - found["publisher"]:
        found["publisher"].add(NO_PUBLISHER)
    return {name: tuple(sorted(values)) for name, values in found.items()}
