"""The gazetteer of a process that works for another: opened once, when its first report comes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer import Gazetteer
from gazetteer.index.folders import default_cache_dir, default_data_dir

if TYPE_CHECKING:
    from pathlib import Path


def opened_here() -> Gazetteer:
    """The gazetteer of this process, in the folders that its environment names."""
    return _opened(default_cache_dir(), default_data_dir())


@lru_cache(maxsize=1)
def _opened(cache: Path, data: Path) -> Gazetteer:
    return Gazetteer.open(cache_dir=cache, data_dir=data)
