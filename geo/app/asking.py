"""Prepares the questions behind the evidence: what each claim did, and what a state hangs on."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

from geo.control.basis import CLAIMS, CLAIMS_NAME, CORROBORATED_NAME, Basis, corroborated, says
from geo.control.clock import Clock
from geo.control.inquiry import Inquiry
from geo.control.origins import origins
from geo.control.reprints import FEW
from geo.control.timeline import by_place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.app.loading import Loaded, Shown
    from geo.pipeline import Dataset

Origins = Future["Mapping[str, frozenset[str]]"]


def find_origins(dataset: Dataset) -> Origins:
    """Work out where all claims come from.

    Args:
        dataset: Reports and claims.

    Returns:
        The origins: there already for few reports; for many they come while the map is looked at.
    """
    if len(dataset.reports) > FEW:
        return _worker().submit(origins, dataset.reports, dataset.claims)
    found: Origins = Future()
    found.set_result(origins(dataset.reports, dataset.claims))
    return found


def asked(loaded: Loaded, shown: Shown, day: date) -> Inquiry | None:
    """The claims that are shown, prepared to be asked about a day.

    Args:
        loaded: Data and map.
        shown: What is shown of it.
        day: The day; by the known clock later reports do not count.

    Returns:
        The inquiry, or None while it is being worked out who copied whom.
    """
    if not loaded.origins.done():
        return None
    data = shown.dataset
    known = shown.view.clock is Clock.KNOWN
    claims = [claim for claim in data.claims if claim.published <= day] if known else data.claims
    found = loaded.origins.result()
    return Inquiry(
        book=shown.desk.book,
        basis=_basis(shown.view.basis, found),
        signals=by_place(claims, data.places) if known else shown.signals,
        origins={claim.id: found[claim.id] for claim in claims},
    )


def _basis(name: str, found: Mapping[str, frozenset[str]]) -> Basis:
    if name == CLAIMS_NAME:
        return CLAIMS
    return corroborated(found) if name == CORROBORATED_NAME else says(name)


@cache
def _worker() -> ThreadPoolExecutor:
    """One thread for all: origins are worked out while the page stays free."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="origins")
