"""What people can decide. Pure: each function makes a draft of what a person sees, and refuses what makes no sense."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from geo.claims.claim import DateBasis
from geo.errors import ReviewError
from geo.store.records import Json, record_of
from geo.store.review.draft import Draft
from geo.store.review.entry import EntryKind
from geo.store.review.key import claim_key
from geo.store.review.reviewed import COUNTING, ReviewedClaim
from geo.store.review.state import JUDGED, ReviewStatus, actor_state, claim_state, source_state
from geo.store.review.target import Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.claims.claim import Claim, Party
    from geo.store.review.entry import Entry
    from geo.store.review.reviewed import Review

# All that is judged of a claim can be set right but its quote, which is the report's; a new day brings its basis.
CORRECTABLE = frozenset(JUDGED) - {"quote"} | {"date_basis"}
# The Admiralty system (NATO AJP-2.1): how reliable a source is, how credible a piece of information.
RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


def accept(seen: ReviewedClaim, why: str = "") -> Draft:
    """Vouch for a claim as it stands.

    Raises:
        ReviewError: Nothing is there to vouch for.
    """
    _refuse(seen, ReviewStatus.GONE, "The rules read this claim no longer. Add it again if the report says so.")
    return _claim_draft(EntryKind.ACCEPT, seen, {"status": ReviewStatus.ACCEPTED.value}, why)


def reject(seen: ReviewedClaim, why: str = "") -> Draft:
    """Say that the report does not say so; the claim counts no longer.

    Raises:
        ReviewError: It was rejected already, or is not there any more.
    """
    _refuse(seen, ReviewStatus.REJECTED, "This claim is rejected already.")
    _refuse(seen, ReviewStatus.GONE, "The rules read this claim no longer; there is nothing to reject.")
    return _claim_draft(EntryKind.REJECT, seen, {"status": ReviewStatus.REJECTED.value}, why)


def correct(seen: ReviewedClaim, corrected: Claim, why: str = "") -> Draft:
    """Say what a claim should say.

    Args:
        seen: The claim as the person sees it.
        corrected: The same with other values in `CORRECTABLE`. Days that a person gives are explicit.
        why: The reason; may be empty.

    Raises:
        ReviewError: Nothing was changed, the quote was, or the days are the wrong way round.
    """
    _refuse(seen, ReviewStatus.GONE, "The rules read this claim no longer. Add it again if the report says so.")
    changed = {one.name for one in fields(corrected) if getattr(corrected, one.name) != getattr(seen.claim, one.name)}
    if not changed:
        message = "Nothing was changed. Accept the claim if it is right as it stands."
        raise ReviewError(message)
    if changed - CORRECTABLE:
        message = (
            f"The {', '.join(sorted(changed - CORRECTABLE))} of a claim cannot be changed. Reject it and add another."
        )
        raise ReviewError(message)
    _check_days(corrected)
    if changed & {"event_start", "event_end"} and corrected.date_basis is DateBasis.PUBLISHED:
        corrected = replace(corrected, date_basis=DateBasis.EXPLICIT)
    after = {"status": ReviewStatus.CORRECTED.value, "claim": record_of(corrected)}
    return _claim_draft(EntryKind.CORRECT, seen, after, why)


def rate_claim(seen: ReviewedClaim, credibility: int, why: str = "") -> Draft:
    """Say how credible a claim is.

    Args:
        seen: The claim as the person sees it.
        credibility: 1 (confirmed) to 6 (cannot be judged).
        why: The reason; may be empty.

    Raises:
        ReviewError: There is no such grade.
    """
    if credibility not in CREDIBILITY:
        message = f"There is no credibility {credibility!r}. Give a number from 1 (confirmed) to 6 (cannot be judged)."
        raise ReviewError(message)
    return _claim_draft(EntryKind.RATE_CLAIM, seen, {"credibility": credibility}, why)


def add(claim: Claim, sha256: str, review: Review, why: str = "") -> Draft:
    """Add a claim that the rules do not read.

    Args:
        claim: As `geo.store.review.marked.marked_claim` makes it.
        sha256: Of its report's bytes.
        review: Everything as the person sees it.
        why: The reason; may be empty.

    Raises:
        ReviewError: The same claim is there already, or its days are the wrong way round.
    """
    _check_days(claim)
    if any(one.claim.id == claim.id and one.status in COUNTING for one in review.claims):
        message = "The same claim is there already. Accept or correct it."
        raise ReviewError(message)
    key = _free_key(claim, sha256, {one.key for one in review.claims})
    before = claim_state(None, ())
    after = {"status": ReviewStatus.ADDED.value, "credibility": None, "claim": record_of(claim)}
    return Draft(EntryKind.ADD, Target(TargetKind.CLAIM, key), before, after, why)


def merge_actor(actor: str, into: Party, review: Review, why: str = "") -> Draft:
    """Count one side as another, wherever it acts or speaks.

    Args:
        actor: Id of the side that is merged.
        into: The side that it is part of.
        review: Everything as the person sees it.
        why: The reason; may be empty.

    Raises:
        ReviewError: The two are one already, or the other was merged into this one.
    """
    final = review.merged.get(into.id)
    if actor == into.id or (final and final["id"] == actor):
        message = f"{into.name!r} counts as {actor!r} already. Undo that first."
        raise ReviewError(message)
    target = Target(TargetKind.ACTOR, actor)
    before = actor_state(_entries(target, review))
    return Draft(EntryKind.MERGE, target, before, {"into": {"id": into.id, "name": into.name}}, why)


def rate_source(publisher: str, reliability: str, review: Review, why: str = "") -> Draft:
    """Say how reliable a source is.

    Args:
        publisher: Its name, as reports give it.
        reliability: A (completely reliable) to F (cannot be judged).
        review: Everything as the person sees it.
        why: The reason; may be empty.

    Raises:
        ReviewError: There is no such grade.
    """
    if reliability not in RELIABILITY:
        message = f"There is no reliability {reliability!r}. Give a letter from A (reliable) to F (cannot be judged)."
        raise ReviewError(message)
    target = Target(TargetKind.SOURCE, publisher)
    before = source_state(_entries(target, review))
    return Draft(EntryKind.RATE_SOURCE, target, before, {"reliability": reliability}, why)


def _claim_draft(kind: EntryKind, seen: ReviewedClaim, changes: Json, why: str) -> Draft:
    after = {name: value for name, value in seen.state.items() if name != "version"} | changes
    return Draft(kind, Target(TargetKind.CLAIM, seen.key), seen.state, after, why)


def _refuse(seen: ReviewedClaim, status: ReviewStatus, message: str) -> None:
    if seen.status is status:
        raise ReviewError(message)


def _check_days(claim: Claim) -> None:
    if claim.event_start and claim.event_end and claim.event_end < claim.event_start:
        message = f"The last day, {claim.event_end}, lies before the first, {claim.event_start}. Swap them."
        raise ReviewError(message)


def _free_key(claim: Claim, sha256: str, taken: set[str]) -> str:
    nth = 0
    while (key := claim_key(sha256, claim.place_start, claim.action, claim.assertion, nth)) in taken:
        nth += 1
    return key


def _entries(target: Target, review: Review) -> tuple[Entry, ...]:
    return tuple(entry for entry in review.entries if entry.target == str(target))
