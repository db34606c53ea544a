"""What every part of the review works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gazetteer import Gazetteer
    from geo.claims.claim import Party
    from geo.reports.report import Report
    from geo.store.review.draft import Draft
    from geo.store.review.reviewed import Review
    from geo.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """What every part of the review works with.

    Attributes:
        workspace: The workspace.
        review: Everything as it is shown; a decision holds on to that.
        reports: The reports by id.
        sides: Everybody who acts in a claim, by id.
        gazetteer: Where names of places are looked up.
        decide: Takes the decision that a function drafts; what is wrong with it is told on the page.
    """

    workspace: Workspace
    review: Review
    reports: Mapping[str, Report]
    sides: Mapping[str, Party]
    gazetteer: Gazetteer
    decide: Callable[[Callable[[], Draft]], None]

    def report_words(self, report_id: str) -> str:
        """A report in a line: its publisher and title, else its first words."""
        report = self.reports.get(report_id)
        if report is None:
            return report_id
        named = [part for part in (report.publisher, report.title) if part]
        return " · ".join(named) or short(report.text)


def short(text: str, most: int = 160) -> str:
    """The beginning of a text, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
