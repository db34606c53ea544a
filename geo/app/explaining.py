"""What was read in a report, for the marks in its text; worked out when the report is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.map.readings import marks_in

if TYPE_CHECKING:
    from geo.app.mapped import Loaded
    from geo.explain.marks import Mark
    from geo.reports.report import Report


def marks_of(loaded: Loaded, report: Report) -> tuple[Mark, ...]:
    """The marks of a report, as it was read for the map.

    Args:
        loaded: Data and map.
        report: One of its reports.

    Returns:
        The marks in order, not overlapping.
    """
    return _marks(loaded, report, f"{loaded.version} {report.id}")


@st.cache_resource(max_entries=32, show_spinner=False, scope="session")
def _marks(_loaded: Loaded, _report: Report, key: str) -> tuple[Mark, ...]:  # noqa: ARG001 - the key of what is kept
    return tuple(marks_in(_report, _loaded.data.read_with(_report.id), _loaded.gazetteer))
