"""What the review shows: which claims, in which order, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import DateBasis
from geo.store.review.operations import CREDIBILITY, RELIABILITY
from geo.store.review.reviewed import COUNTING
from geo.store.review.state import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.claims.claim import Claim, Party
    from geo.reports.report import Report
    from geo.store.review.entry import Entry
    from geo.store.review.reviewed import Review, ReviewedClaim

UNDECIDED, DECIDED, OTHERWISE, ALL = "Not decided", "Decided", "Read otherwise since", "All"
WORDS: Mapping[ReviewStatus, str] = {
    ReviewStatus.READ: "not decided",
    ReviewStatus.ACCEPTED: "accepted",
    ReviewStatus.CORRECTED: "corrected",
    ReviewStatus.REJECTED: "rejected",
    ReviewStatus.ADDED: "added by a person",
    ReviewStatus.GONE: "no longer read",
}
DAY_WORDS: Mapping[DateBasis, str] = {
    DateBasis.EXPLICIT: "said so",
    DateBasis.RELATIVE: "counted from the report's day",
    DateBasis.PUBLISHED: "only the report's day",
}
LOG_COLUMNS = ("No.", "When (UTC)", "Who", "What", "About", "Why")


def listed(review: Review) -> dict[str, tuple[ReviewedClaim, ...]]:
    """The claims under each heading of the review.

    Args:
        review: Everything as it stands.

    Returns:
        Heading → claims by report and text. Under "Read otherwise since" are those that people decided on and that
        the rules of now read otherwise, or not at all.
    """
    changed = tuple(one for one in review.claims if one.reread or (one.unread and one.status is not ReviewStatus.ADDED))
    return {
        UNDECIDED: tuple(one for one in review.claims if one.status is ReviewStatus.READ),
        DECIDED: tuple(one for one in review.claims if one.status not in {ReviewStatus.READ, ReviewStatus.GONE}),
        OTHERWISE: changed,
        ALL: review.claims,
    }


def claim_row(one: ReviewedClaim, report: Report | None, review: Review) -> dict[str, object]:
    """A claim as a row of the table."""
    claim = one.claim
    publisher = (report and report.publisher) or ""
    return {
        "State": standing(one),
        "Place": claim.place.name,
        "Action": claim.action.value,
        "Who": claim.actor.name if claim.actor else "",
        "Against": claim.opponent.name if claim.opponent else "",
        "Assertion": claim.assertion.value,
        "Said by": claim.claimant.name if claim.claimant else "",
        "From": claim.event_start,
        "To": claim.event_end,
        "Credibility": str(one.credibility or ""),
        "Source": f"{publisher} ({review.reliability[publisher]})" if publisher in review.reliability else publisher,
        "Published": claim.published,
        "Quote": claim.quote,
    }


def standing(one: ReviewedClaim) -> str:
    """How a claim stands, in words."""
    words = WORDS[one.status]
    if one.reread:
        return f"{words}; read otherwise since"
    return f"{words}; no longer read" if one.unread and one.status in COUNTING - {ReviewStatus.ADDED} else words


def claim_facts(one: ReviewedClaim, source: str) -> list[list[str]]:
    """Everything that a person needs to judge a claim.

    Args:
        one: The claim.
        source: Its report in words.

    Returns:
        Pairs of a name and what it is.
    """
    claim = one.claim
    place = f"{claim.place.name} ({claim.place.kind.value}, {claim.place.country})"
    grade = f"{one.credibility}, {CREDIBILITY[one.credibility]}" if one.credibility else "not rated"
    return [
        ["Quote", f"“{claim.quote.strip()}”"],
        ["Place", f"{place}, written “{claim.place_text}”"],
        ["Says", _says(claim)],
        ["Days", f"{_day(claim.event_start)} to {_day(claim.event_end)} ({DAY_WORDS[claim.date_basis]})"],
        ["Source", f"{source}, published {claim.published.isoformat()}"],
        ["State", standing(one)],
        ["Credibility", grade],
    ]


def log_rows(entries: Sequence[Entry], names: Mapping[str, str], most: int = 200) -> list[list[str]]:
    """The latest decisions, the newest first, as rows of `LOG_COLUMNS`.

    Args:
        entries: The log, by number.
        names: Target → what it is called.
        most: How many.
    """
    return [
        [
            str(entry.seq),
            entry.at[:19].replace("T", " "),
            entry.who,
            entry_words(entry),
            named(entry, names),
            entry.why,
        ]
        for entry in reversed(entries[-most:])
    ]


def named(entry: Entry, names: Mapping[str, str]) -> str:
    """What a decision is about: its target's name, else its id."""
    return names.get(entry.target, entry.target.partition(":")[2])


def entry_words(entry: Entry) -> str:
    """What was decided, in words."""
    after = entry.after
    words = {
        "accept": "accepted",
        "reject": "rejected",
        "correct": f"corrected {', '.join(changed_fields(entry))}",
        "add": "added",
        "merge": f"counts as {(after.get('into') or {}).get('name')}",
        "rate-source": f"reliability {after.get('reliability')}, {RELIABILITY.get(str(after.get('reliability')), '')}",
        "rate-claim": f"credibility {after.get('credibility')}",
        "undo": f"took decision {after.get('undoes')} back",
    }
    return words[entry.kind.value]


def changed_fields(entry: Entry) -> list[str]:
    """The names of the fields that a correction changed."""
    before, after = entry.before.get("claim") or {}, entry.after.get("claim") or {}
    return sorted(name.replace("_", " ") for name in after if before.get(name) != after[name])


def target_names(review: Review, sides: Mapping[str, str]) -> dict[str, str]:
    """What the targets of decisions are called: a claim by its place and action, a side by its name."""
    claims = {f"claim:{one.key}": f"{one.claim.place.name} {one.claim.action.value}" for one in review.claims}
    return claims | {f"actor:{side}": name for side, name in sides.items()}


def parties(review: Review) -> dict[str, Party]:
    """Everybody who acts in a claim, by id, ordered by name."""
    found = {
        party.id: party for one in review.claims for party in (one.claim.actor, one.claim.opponent) if party is not None
    }
    return dict(sorted(found.items(), key=lambda pair: pair[1].name))


def _says(claim: Claim) -> str:
    actor = claim.actor.name if claim.actor else "nobody named"
    against = f" against {claim.opponent.name}" if claim.opponent else ""
    speaker = f", says {claim.claimant.name}" if claim.claimant else ""
    return f"{actor} {claim.action.value}{against} ({claim.assertion.value}, {claim.attribution.value}{speaker})"


def _day(day: object) -> str:
    return str(day) if day else "open"
