"""Where the gazetteer keeps its files, read from the environment when asked."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def default_cache_dir() -> Path:
    """Where indexes are kept, which can be made again: `CLAIMLINE_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("CLAIMLINE_CACHE") or platformdirs.user_cache_dir("claimline"))


def default_data_dir() -> Path:
    """Where installed files are kept as they were fetched: `CLAIMLINE_DATA`, else the user's data folder."""
    return Path(os.environ.get("CLAIMLINE_DATA") or platformdirs.user_data_dir("claimline"))
