"""Least and greatest values of a column in the row groups of a file, by which most of them need not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow.parquet as pq
    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value of a column in each row group of a file, and where both are known."""

    low: NDArray[Any]
    high: NDArray[Any]
    known: Bools

    def with_any(self, values: Sequence[str]) -> Bools:
        """Which row groups can hold one of some ordered values."""
        if not values:
            return np.zeros(len(self.known), bool)
        every = np.array(values)
        at = np.searchsorted(every, self.low)
        return ~self.known | ((at < len(every)) & (every[np.minimum(at, len(every) - 1)] <= self.high))

    def between(self, first: date, last: date) -> Bools:
        """Which row groups can hold a day of a span."""
        return ~self.known | ((self.low <= np.datetime64(last)) & (self.high >= np.datetime64(first)))


def bounds_of(metadata: pq.FileMetaData, column: int, kind: pa.DataType) -> Bounds:
    """What the footer of a file tells of a column.

    Args:
        metadata: The footer.
        column: Number of the column in the file.
        kind: Texts or days.

    Returns:
        Its bounds, a number for each row group.
    """
    told = [metadata.row_group(number).column(column).statistics for number in range(metadata.num_row_groups)]
    known = np.array([one is not None and one.has_min_max for one in told], bool)
    nothing: str | date = date.min if pa.types.is_date(kind) else ""
    lows, highs = (
        [getattr(one, end) if is_known else nothing for one, is_known in zip(told, known, strict=True)]
        for end in ("min", "max")
    )
    typed = "datetime64[D]" if pa.types.is_date(kind) else np.str_
    return Bounds(np.array(lows, typed), np.array(highs, typed), known)
