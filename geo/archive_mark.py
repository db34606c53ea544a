"""By what the folder of an archive is known, finished or not: a file that says so, written before any other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

NAME = "claimline-archive"
FORMAT = f"{NAME}/1"
MARK, DATASET = "archive.json", "dataset.json"


def is_marked(folder: Path) -> bool:
    """Whether a folder is an archive, of whatever version, finished or not."""
    return any(facts_of_format(folder / name) for name in (MARK, DATASET))


def facts_of_format(path: Path) -> dict[str, Any]:
    """What a file of an archive says, where it says that it is one; else nothing."""
    try:
        facts = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    named = isinstance(facts, dict) and str(facts.get("format")).startswith(f"{NAME}/")
    return facts if named else {}
