"""What every question about control starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report


class Material(Protocol):
    """Reports with their claims; the pipeline's data set is one."""

    @property
    def profile(self) -> Profile:
        """Conflict profile that the claims were read with."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places to tell about, by id."""
