"""A transfer: where a file is put, how large it may be, how patiently it is fetched, and what has arrived."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclass fields are read at run time
from typing import Final

from gazetteer.errors import DownloadError

MEGABYTE: Final = 1_000_000
Steps = Callable[[int, int], None]
"""Called with the bytes there are and the bytes in all (0 where the server does not say)."""


def _untold(_there: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try.

    Attributes:
        timeout_s: Seconds without a byte after which a connection counts as cut.
        tries: How often a request is made, and how often a cut transfer is taken up.
        backoff_s: Seconds to wait before the second try; doubled for each further one.
        pause: Waits.
    """

    timeout_s: float = 30.0
    tries: int = 5
    backoff_s: float = 1.0
    pause: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Transfer:
    """One transfer.

    Attributes:
        part: Where to put the bytes. What an earlier transfer left there is taken up again if the server confirms that
            the file is still the same; otherwise it is fetched anew.
        most_bytes: The largest size that is accepted.
        patience: Waiting times and tries.
        steps: Told of the progress.
    """

    part: Path
    most_bytes: int = 500 * MEGABYTE
    patience: Patience = Patience()
    steps: Steps = _untold


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that has arrived whole: where it is, where it came from, its SHA-256 and its size in bytes."""

    path: Path
    address: str
    sha256: str
    size: int


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check(fetched: Fetched, expected: str | None) -> Fetched:
    """Refuse a file that is not the expected one.

    Args:
        fetched: The file.
        expected: SHA-256 in hexadecimal, or None where none is published.

    Raises:
        DownloadError: They differ; the file is removed.
    """
    if expected and fetched.sha256 != expected.lower():
        fetched.path.unlink(missing_ok=True)
        message = (
            f"{fetched.address}: its SHA-256 is {fetched.sha256}, but {expected.lower()} is published. It was not "
            f"installed. Try again, or use another mirror."
        )
        raise DownloadError(message)
    return fetched
