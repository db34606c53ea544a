"""What an archive comes to, kept in it as one small file, so that the page need not go through all claims to open it.

`ARCHIVE/overview.jsonl` is written when the archive is finished. Its first line says what it was counted of: an archive
that has none, or one of other files, is counted anew.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from geo.archive.archive import open_archive
from geo.archive.layout import DATASET
from geo.archive.sieve import Sifted
from geo.control.period import Status
from geo.export.atomic import write_whole
from geo.holdings.facts import Facts, count_facts
from geo.map.day_text import day_texts, days_of
from geo.map.runs import Runs, Style

if TYPE_CHECKING:
    from pathlib import Path

    from geo.archive.archive import Archive

OVERVIEW = "overview.jsonl"
FORMAT = 2
"""Raised when the file has other content, or what is counted is counted otherwise."""


def keep_overview(folder: Path) -> None:
    """Count what a finished archive comes to and write it down, where that is not done yet.

    Args:
        folder: The archive's folder.

    Raises:
        ClaimlineError: The archive cannot be read, or the file cannot be written.
    """
    archive = open_archive(folder)
    if _read(archive) is None:
        write_whole(folder / OVERVIEW, _lines(archive, _counted(archive)))


def overview(archive: Archive) -> Facts:
    """What all claims of an archive come to: as it was written down, else counted.

    Args:
        archive: The archive.

    Returns:
        What they come to, by the days of the events.

    Raises:
        ArchiveError: A file was replaced meanwhile, or it cannot be read.
    """
    return _read(archive) or _counted(archive)


def _counted(archive: Archive) -> Facts:
    return count_facts(archive, Sifted(archive.claims, archive.places), archive.control)


def _source(archive: Archive) -> str:
    """What was counted: what the archive says of its files, their names and sizes."""
    files = (file for part in (archive.claims, archive.control) for file in part.files)
    facts = "\n".join(f"{file.path.relative_to(archive.folder).as_posix()}\t{file.stamp[0]}" for file in files)
    return hashlib.sha256((archive.folder / DATASET).read_bytes() + facts.encode()).hexdigest()


def _read(archive: Archive) -> Facts | None:
    """What is written down, where it was counted of these very files and is whole."""
    try:
        head, _, body = (archive.folder / OVERVIEW).read_bytes().partition(b"\n")
        return _facts(json.loads(body)) if json.loads(head) == _head(archive, body) else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def _head(archive: Archive, body: bytes) -> dict[str, Any]:
    """The first line of the file: what the second was counted of, and its hash, for one letter may be another day."""
    return {"format": FORMAT, "source": _source(archive), "sha256": hashlib.sha256(body).hexdigest()}


def _lines(archive: Archive, facts: Facts) -> tuple[bytes, bytes]:
    body = _json(facts).encode()
    return json.dumps(_head(archive, body)).encode() + b"\n", body


def _json(facts: Facts) -> str:
    told = {
        "claims": facts.claims,
        "spoken": facts.spoken,
        "days": facts.days,
        "fights": dict(zip(facts.fights, day_texts(facts.fights.values()), strict=True)),
        "names": facts.names,
        "offered": facts.offered,
        "speakers": sorted(facts.speakers),
        "styles": [(one.status.value, one.holder, one.rivals, one.inherited) for one in facts.runs.styles],
        "runs": dict(zip(facts.runs.by_place, day_texts(facts.runs.by_place.values(), stride=2), strict=True)),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _facts(told: dict[str, Any]) -> Facts:
    fights, runs = told["fights"], told["runs"]
    return Facts(
        claims=told["claims"],
        spoken=told["spoken"],
        days=tuple(told["days"]),
        fights=dict(zip(fights, days_of(fights.values()), strict=True)),
        names=told["names"],
        offered={name: tuple(values) for name, values in told["offered"].items()},
        speakers=frozenset(told["speakers"]),
        runs=Runs(
            tuple(_style(*style) for style in told["styles"]),
            dict(zip(runs, days_of(runs.values(), stride=2), strict=True)),
        ),
    )


def _style(status: str, holder: str, rivals: list[str], inherited: str) -> Style:
    return Style(Status(status), holder, tuple(rivals), inherited)
