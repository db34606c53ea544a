"""Rows that are alike in some columns: numbered, so that what they stand for is made once for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.control.columns import Ints


def row_kinds(table: pa.Table, names: Sequence[str]) -> tuple[Ints, Ints]:
    """Number the rows of a table by the values of some columns.

    Kinds are numbered anew after each column: nothing grows with the product of how many values the columns have.

    Args:
        table: The rows.
        names: Columns of texts or flags, read as dictionaries or not.

    Returns:
        The kind of each row, from 0 without gaps, and for each kind the first row that has it.
    """
    mixed = np.zeros(len(table), np.int64)
    for name in names:
        codes = pc.fill_null(coded(table[name]).indices, -1).to_numpy().astype(np.int64) + 1
        mixed = np.unique(mixed * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)[1]
    return mixed, np.unique(mixed, return_index=True)[1]


def coded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """A column as one dictionary with the numbers of its rows."""
    found = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    return found.unify_dictionaries().combine_chunks()
