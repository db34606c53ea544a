"""One report in, what was read in it out; a report that cannot be read gives a sentence instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choose import profile_for
from geo.claims.extract import extract
from geo.errors import ProfileError
from geo.reports.language import foreign_language

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.claims.extract import Unplaced
    from geo.profile import Profile
    from geo.reports.report import Report

_MOST_LETTERS = 100


@dataclass(frozen=True, slots=True)
class OneRead:
    """What one report gave.

    Attributes:
        claims: Its claims, in the order of the text.
        unplaced: Names in it that were not placed.
        choice: The profile that it was read with; None where it was not read.
        problem: Why it was not read, in a sentence; empty where it was.
    """

    claims: tuple[Claim, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    choice: Choice | None = None
    problem: str = ""


def read_one(report: Report, profile: Profile, gazetteer: Gazetteer) -> OneRead:
    """Read one report, whatever is in it.

    Args:
        report: What to read.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        gazetteer: Where names are looked up.

    Returns:
        Claims and names without a place, or why there are none.

    Raises:
        MemoryError: There is not enough of it.
        OSError: The gazetteer's files cannot be read.
        ProfileError: The profile's model cannot be loaded.
    """
    if problem := not_read_because(report):
        return OneRead(problem=problem)
    try:
        choice = profile_for(report, profile, gazetteer)
        found = extract(report, choice.profile, gazetteer)
    except (MemoryError, OSError, ProfileError):
        # Of the machine, not of the text: elsewhere or later the same report is read.
        raise
    except Exception as error:  # noqa: BLE001 - no text may stop the others; it is named with what it did
        words = " ".join(str(error).split())[:_MOST_LETTERS]
        return OneRead(problem=left_out(source_of(report), f"the rules failed on it ({type(error).__name__}: {words})"))
    return OneRead(found.claims, found.unplaced, choice)


def left_out(source: str, reason: str) -> str:
    """The sentence on a report that the rules themselves could not cope with; `source` is where it comes from."""
    return f"{source}: {reason}. It was left out; please tell the makers of Claimline, with its text."


def not_read_because(report: Report) -> str | None:
    """Why the rules cannot read a report, in a sentence; None where they can."""
    language = foreign_language(report)
    if language is None:
        return None
    return f"{source_of(report)}: the report is in {language}, and only English is read. Give a translation."


def source_of(report: Report) -> str:
    """Where a report comes from, fit to print."""
    return report.provenance.source or report.id
