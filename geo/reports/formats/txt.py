"""Plain text: the whole file is the report, untouched; its head is read later, as of every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reports.decode import decode
from geo.reports.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.options import ReadingOptions


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft]:  # noqa: ARG001 - every reader is called so
    """Read a plain text file.

    Args:
        data: The raw bytes.
        options: Not used.

    Yields:
        The text; offsets count code points of the decoded text, line ends untouched.

    Raises:
        ReportError: The bytes are no text.
    """
    yield Draft(decode(data))
