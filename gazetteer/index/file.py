"""One index file: SQLite, read-only, memory-mapped, shared by threads."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_MMAP_BYTES = 1 << 31


class IndexFile:
    """An index that `write_index` has made. The views of `data/schema.sql` are its tables."""

    def __init__(self, path: Path) -> None:
        """Open the file; it must not change while it is open."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        self._database.execute(f"PRAGMA mmap_size={_MMAP_BYTES}")
        self._lock = threading.Lock()
        self.path = path

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """Answer a query."""
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._database.close()
