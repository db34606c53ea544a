"""The lists under the map: what was read, which names found no place, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.app.components import records
from geo.control.wording import day_words
from geo.map.full_report import report_words

if TYPE_CHECKING:
    from geo.pipeline import Dataset


def reports_read(dataset: Dataset) -> None:
    """List the reports that were read.

    Args:
        dataset: Reports and claims.
    """
    claims = Counter(claim.report for claim in dataset.claims)
    rows = [
        [
            day_words(report.published, 0),  # year 0: the year is always named
            report_words(report),
            report.id,
            f"“{report.published_text.strip()}”" if report.published_text else "given when the report was handed over",
            str(claims[report.id]),
        ]
        for report in dataset.reports
    ]
    columns = ["Published", "Report", "File", "Day read from", "Claims"]
    records()(key="reports", data={"columns": columns, "rows": rows, "none": "No report was read."})


def unresolved(dataset: Dataset) -> None:
    """List what found no place on the map, and what could not be read.

    Args:
        dataset: What was left in doubt, and its problems.
    """
    unplaced_names(dataset)
    if dataset.problems:
        problems(dataset)


def unplaced_names(dataset: Dataset) -> None:
    """List the names that were found and not placed.

    Args:
        dataset: What was left in doubt.
    """
    rows = [
        [name.text, name.why, ", ".join(name.candidates) or "none known", f"{name.report}, character {name.start}"]
        for name in dataset.unplaced
    ]
    columns = ["Name", "Why it is not on the map", "Could be", "Where"]
    records()(key="unplaced", data={"columns": columns, "rows": rows, "none": "Every name found a place."})


def problems(dataset: Dataset) -> None:
    """List the inputs that were left out.

    Args:
        dataset: Its problems, one sentence each.
    """
    rows = [[problem] for problem in dataset.problems]
    records()(key="problems", data={"columns": ["Left out"], "rows": rows, "none": "Everything could be read."})
