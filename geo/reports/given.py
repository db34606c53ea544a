"""Reports handed over as bytes, as a browser hands them over: no disk is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reports.inputs import Given
from geo.reports.read import ReadResult, read_reports

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Given", "read_given"]


def read_given(texts: Iterable[Given]) -> ReadResult:
    """Read the reports in files that were handed over.

    Args:
        texts: The files, of any format that is read.

    Returns:
        The reports that could be read, and a sentence for each text that could not, with its name.
    """
    return read_reports(texts)
