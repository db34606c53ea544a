"""Who holds what on a day: the answer as rows, for the command line and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from geo.control.basis import CLAIMS_NAME, CORROBORATED_NAME, Basis, check_name, corroborated, says
from geo.control.fold import fold
from geo.control.material import Material
from geo.control.origins import origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.report import Report

ONE_DAY = timedelta(days=1)


class Known(Material, Protocol):
    """What control is worked out from; the pipeline's data set is one."""

    @property
    def start(self) -> date:
        """First day of the map."""


@dataclass(frozen=True, slots=True)
class ControlRow:
    """The state of a place on a day.

    Attributes:
        place: Its name.
        place_id: Its id.
        status: `held`, `claimed`, `contested`, `besieged` or `unknown`.
        holder: Id of the side that has it, None when contested or unknown.
        rivals: Ids of the other sides involved, sorted.
        since: First day of this state, at the earliest the first day of the map.
        basis: Name of the basis.
        inherited: The claims are on a unit above it.
        inherited_from: Id of that unit, else None.
        claims: Ids of the claims behind the state, sorted.
    """

    place: str
    place_id: str
    status: str
    holder: str | None
    rivals: tuple[str, ...]
    since: date
    basis: str
    inherited: bool
    inherited_from: str | None
    claims: tuple[str, ...]


def control(
    dataset: Known, *, on: date, basis: str = CLAIMS_NAME, known_by: date | None = None
) -> tuple[ControlRow, ...]:
    """Tell who holds what on a day.

    Args:
        dataset: The pipeline's data set, or anything with the same fields.
        on: The day.
        basis: `claims`, `corroborated` or the id of a side of the profile.
        known_by: Only reports published up to and on this day count; None for all.

    Returns:
        One row a place, ordered by id; places of which nothing is known too.

    Raises:
        ClaimlineError: There is no such basis.
    """
    reports = [report for report in dataset.reports if known_by is None or report.published <= known_by]
    claims = [claim for claim in dataset.claims if known_by is None or claim.published <= known_by]
    periods = fold(
        claims,
        dataset.places,
        start=min(dataset.start, on),
        end=on + ONE_DAY,
        stale_after_days=dataset.profile.stale_after_days,
        basis=basis_named(basis, dataset.profile, reports, claims),
    )
    runs: dict[str, list[ControlPeriod]] = {}
    for period in periods:
        runs.setdefault(period.place, []).append(period)
    return tuple(_row(dataset.places[place], run, basis) for place, run in runs.items())


def basis_named(name: str, profile: Profile, reports: Iterable[Report], claims: Iterable[Claim]) -> Basis:
    """The basis of a name, ready to be folded on.

    Args:
        name: `claims`, `corroborated` or the id of a side of the profile.
        profile: Conflict profile.
        reports: The reports in question; who copies whom is worked out among them.
        claims: Their claims.

    Raises:
        ClaimlineError: There is no such basis; the message names those that there are.
    """
    check_name(name, profile)
    if name == CLAIMS_NAME:
        return Basis(name)
    return corroborated(origins(reports, claims)) if name == CORROBORATED_NAME else says(name)


def same_state(one: ControlPeriod, other: ControlPeriod) -> bool:
    """Whether two periods tell the same state, though perhaps on other claims."""
    return (one.status, one.holder, one.rivals, one.inherited_from) == (
        other.status,
        other.holder,
        other.rivals,
        other.inherited_from,
    )


def since(run: Sequence[ControlPeriod]) -> date:
    """The first day of the state that a run of periods of one place ends with."""
    first = run[-1].start
    for period in reversed(run):
        if not same_state(period, run[-1]):
            break
        first = period.start
    return first


def _row(place: Place, run: Sequence[ControlPeriod], basis: str) -> ControlRow:
    now = run[-1]
    return ControlRow(
        place=place.name,
        place_id=place.id,
        status=now.status.value,
        holder=now.holder,
        rivals=now.rivals,
        since=since(run),
        basis=basis,
        inherited=now.inherited_from is not None,
        inherited_from=now.inherited_from,
        claims=now.claims,
    )
