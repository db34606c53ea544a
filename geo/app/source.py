"""What the page was started with as it stands on the disk: when any of it changes, the map is made anew."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.archive.about import is_archive, read_about
from geo.archive.layout import DATASET
from geo.errors import ClaimlineError
from geo.profile import AUTO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import stat_result

    from geo.app.arguments import Arguments


@dataclass(frozen=True, slots=True)
class Source:
    """Reports, or an archive.

    Attributes:
        paths: Files and folders.
        profile: What `--profile` names.
        archive: The one path is an archive.
        state: Changes whenever a file that is read changes.
    """

    paths: tuple[str, ...]
    profile: str
    archive: bool
    state: str


def source_of(arguments: Arguments) -> Source:
    """What the page was started with.

    Args:
        arguments: Paths and profile, no workspace.

    Returns:
        It, and in which state it is now.

    Raises:
        ClaimlineError: Something else was named beside an archive, or it is not finished or cannot be read.
    """
    archives = [path for path in arguments.paths if is_archive(path)]
    paths = tuple(str(path) for path in arguments.paths)
    if archives:
        return Source(paths[:1], AUTO.id, archive=True, state=_archive_state(archives[0], arguments))
    return Source(paths, arguments.profile, archive=False, state=_fingerprint(arguments))


def _archive_state(folder: Path, arguments: Arguments) -> str:
    if len(arguments.paths) > 1 or arguments.profile != AUTO.id:
        message = f"{folder}: an archive is shown alone and with the profile that it was made with. Name only it."
        raise ClaimlineError(message)
    if not (folder / DATASET).exists():
        read_about(folder)  # tells why
    try:
        return str((folder / DATASET).stat().st_mtime_ns)
    except OSError as error:
        message = f"{folder}: the archive cannot be read ({error}). If a run is changing it, reload once that is done."
        raise ClaimlineError(message) from error


def _fingerprint(arguments: Arguments) -> str:
    """Names, sizes and times of change."""
    facts = "\n".join(f"{path}\t{stat.st_size}\t{stat.st_mtime_ns}" for path, stat in _files(arguments))
    return hashlib.sha256(facts.encode()).hexdigest()


def _files(arguments: Arguments) -> Iterator[tuple[Path, stat_result]]:
    for path in (*arguments.paths, Path(arguments.profile)):
        for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
            if file.is_file():
                yield file, file.stat()
