"""A list of made-up reports, with some that cannot be read, and archives compared by their bytes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from benchmarks.made_archive import report, stock

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = 3 * "Les forces ukrainiennes ont repris la ville hier, selon le ministère de la défense à Kyiv. "
BROKEN = ('{"text": "Rebels took the town.", "date": "some day"}', "[1, 2]",
          json.dumps({"text": FRENCH, "date": "2022-09-10"}))  # fmt: skip


def list_of(path: Path, count: int, *, first: int = 0, broken: bool = True) -> Path:
    """Write so many reports, and behind the first ten of them three lines that cannot be read, and one again."""
    made = stock()
    lines = [json.dumps(report(number, made), ensure_ascii=False) for number in range(first, first + count)]
    if broken:
        lines[10:10] = [*BROKEN, lines[0]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def files_of(archive: Path) -> dict[str, str]:
    """Every file of an archive, with the hash of its bytes."""
    return {
        str(path.relative_to(archive)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(archive.rglob("*"))
        if path.is_file()
    }
