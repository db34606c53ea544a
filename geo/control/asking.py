"""The claims that a map shows, prepared to be asked about any day: what each claim did, what a state hangs on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.control.basis import CLAIMS, CLAIMS_NAME, CORROBORATED_NAME, Basis, corroborated, says
from geo.control.clock import Clock
from geo.control.inquiry import Inquiry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.control.casebook import Casebook
    from geo.control.signals import Signal


@dataclass(frozen=True, slots=True)
class Asking:
    """All that asking takes; build it once for a view and ask it often.

    Attributes:
        whole: Asks of all claims that are shown.
        published: By the known clock the days on which a report was published, in order; else empty.
        kept: Inquiries that know the reports up to one of those days only, as far as they were asked for.
    """

    whole: Inquiry
    published: tuple[date, ...]
    kept: dict[int, Inquiry] = field(default_factory=dict, compare=False)

    def on(self, day: date) -> Inquiry:
        """The inquiry to ask about a day."""
        if not self.published:
            return self.whole
        reports = bisect_right(self.published, day)
        if reports not in self.kept:
            self.kept[reports] = known_by(self.whole, day)
        return self.kept[reports]


def asking(
    book: Casebook,
    basis: str,
    clock: Clock,
    signals: Mapping[str, tuple[Signal, ...]],
    origins: Mapping[str, frozenset[str]],
) -> Asking:
    """Prepare to ask.

    Args:
        book: The findings that are shown.
        basis: Whose word counts, by name.
        clock: With `KNOWN` only what was published up to and on a day is asked about it.
        signals: What bears on each place, of all claims that are shown.
        origins: Where each claim comes from, by claim id.

    Returns:
        What can be asked about every day.
    """
    days = {claim.published for claim in book.claims.values()} if clock is Clock.KNOWN else ()
    return Asking(Inquiry(book, basis_of(basis, origins), signals, origins), tuple(sorted(days)))


def known_by(whole: Inquiry, day: date) -> Inquiry:
    """The same inquiry without what was published after a day."""
    left = {place: tuple(one for one in found if one.published <= day) for place, found in whole.signals.items()}
    known = {key: whole.origins[key] for key, claim in whole.book.claims.items() if claim.published <= day}
    return replace(whole, signals={place: found for place, found in left.items() if found}, origins=known)


def basis_of(name: str, origins: Mapping[str, frozenset[str]]) -> Basis:
    """The basis of a name.

    Args:
        name: `claims`, `corroborated` or the id of a side.
        origins: Where each claim comes from.

    Returns:
        The basis.
    """
    if name == CLAIMS_NAME:
        return CLAIMS
    return corroborated(origins) if name == CORROBORATED_NAME else says(name)
