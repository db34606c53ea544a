"""Arrow in little memory: without pandas, and without keeping for later what it has used."""

from __future__ import annotations

import sys
import threading
from functools import cache
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


class _NoPandas(MetaPathFinder):
    """To the thread that made it, pandas is not installed."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:  # noqa: ARG002 - as Python calls it
        if fullname == "pandas" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(name=fullname)


def give_back() -> None:
    """Have Arrow return what it keeps of memory that is free again, after work that took much: microseconds."""
    pa.default_memory_pool().release_unused()


@cache
def leave_pandas_out() -> None:
    """Have pyarrow find, once in the life of a process, that it works alone: 28 MB and a third of a second less.

    Of every list that becomes a column it asks whether that is a `Series`, and imports all of pandas to know that.
    Archives are made without tables of pandas. Where it is imported already, and in a worker of a cluster, nothing is
    done; who asks pyarrow for a table of pandas later still gets one.
    """
    # The process of a Dask worker is not ours alone: others' work in it may hand pandas to pyarrow.
    if "pandas" in sys.modules or "distributed" in sys.modules:
        return
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.array(())  # it looks once, and remembers
    finally:
        sys.meta_path.remove(finder)
