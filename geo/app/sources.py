"""The lists under the map: what was read, which names found no place, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.app.choice import Opened
from geo.app.components import records
from geo.app.explore import open_report
from geo.control.wording import day_words
from geo.map.full_report import report_words
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.app.mapped import Loaded
    from geo.reports.report import Report

Rows = list[list[str]]


def reports_read(loaded: Loaded) -> None:
    """List the reports that were read; a report that is picked opens beside the map.

    Args:
        loaded: Reports and claims.
    """
    read = loaded.data.first_reports()
    if len(read) < loaded.data.survey.reports:
        st.text(f"Showing the first {len(read):,} of {loaded.data.survey.reports:,} reports, by day of publication.")
    rows = [[*_report_row(report), str(claims)] for report, claims in read]
    columns = ["Published", "Report", "File", "Day read from", "Claims"]
    opened = [Opened(report.id, 0, 0) for report, _ in read]
    _linked("reports", loaded, columns, rows, opened)


def _report_row(report: Report) -> list[str]:
    words = report.published_text.strip()
    return [
        day_words(report.published, 0),  # year 0: the year is always named
        report_words(report),
        report.id,
        f"“{words}”{_where(report)}" if words else "given when the report was handed over",
    ]


def _where(report: Report) -> str:
    """Where the day was read from, with a warning where it is that of the file's making."""
    said = report.provenance
    doubt = "; a file may be made long after its text" if said.date_basis is DateBasis.CREATED else ""
    return f", {said.published}{doubt}" if said.published else ""


def unresolved(loaded: Loaded) -> None:
    """List what found no place on the map, and what could not be read.

    Args:
        loaded: What was left in doubt, and its problems.
    """
    shown = len(loaded.data.unplaced) + len(loaded.data.problems)
    if shown < loaded.data.doubts:
        st.text(f"Showing the first {shown:,} of {loaded.data.doubts:,}; the archive's folder lists the others.")
    unplaced_names(loaded)
    if loaded.data.problems:
        problems(loaded.data.problems)


def unplaced_names(loaded: Loaded) -> None:
    """List the names that were found and not placed; one that is picked is shown in its report.

    Args:
        loaded: What was left in doubt.
    """
    names, reports = loaded.data.unplaced, loaded.data.doubted_reports()
    called = {name: report_words(report) for name, report in reports.items()}
    rows = [
        [name.text, name.why, ", ".join(name.candidates) or "none known", called.get(name.report, name.report)]
        for name in names
    ]
    columns = ["Name", "Why it is not on the map", "Could be", "Report"]
    opened = [Opened(name.report, name.start, name.start + len(name.text)) for name in names]
    _linked("unplaced", loaded, columns, rows, opened)


def problems(left_out: Sequence[str]) -> None:
    """List the inputs that were left out.

    Args:
        left_out: One sentence each.
    """
    rows = [[problem] for problem in left_out]
    data = {"columns": ["Left out"], "rows": rows, "none": "Everything could be read.", "opens": None}
    records()(key="problems", data=data)


def _linked(name: str, loaded: Loaded, columns: list[str], rows: Rows, opened: Sequence[Opened]) -> None:
    """A list of which each row opens a report, by its column "Report"."""
    key = f"{name} {loaded.version}"

    def take() -> None:
        row = st.session_state[key].get("open")
        if type(row) is int and 0 <= row < len(opened):
            open_report(loaded, opened[row])

    none = {"reports": "No report was read.", "unplaced": "Every name found a place."}[name]
    data = {"columns": columns, "rows": rows, "none": none, "opens": columns.index("Report")}
    records()(key=key, data=data, on_open_change=take)
