"""How reports are read: what a person chose, and the limits that hold for every file."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000
# From here on no fraction is said.
MANY_MEGABYTES = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most; beyond, a file is refused with a sentence.

    Attributes:
        file_bytes: Of one file, packed or unpacked.
        archive_bytes: Of all files in one archive together, unpacked.
        files: In one archive, or in one folder and those below it.
        depth: Archives within archives; 1 is an archive that lies in no other.
        ratio: Unpacked to packed size of one archive; ordinary text is packed to no less than a fiftieth.
        pages: Of one PDF.
        rows: Of one table, or entries of one list.
        letters: Of one text.
        seconds: For reading one file, however large.
        memory_bytes: For reading one file.
        redirects: Of one address.
        web_seconds: For fetching one address, redirects included.
    """

    file_bytes: int = 50 * MEGABYTE
    archive_bytes: int = 2_000 * MEGABYTE
    files: int = 20_000
    depth: int = 3
    ratio: int = 200
    pages: int = 1_000
    rows: int = 20_000
    letters: int = 3_000_000
    seconds: float = 8
    memory_bytes: int = 1_500 * MEGABYTE
    redirects: int = 5
    web_seconds: float = 20


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person chose.

    Attributes:
        columns: Pairs of a field (`date`, `publisher`, `title`, `text`, `url`, `language`) and the heading of its
            column, for tables and JSON lines whose headings are unusual.
        allow_network: Whether addresses on the web may be fetched.
        limits: What is read at most.
    """

    columns: tuple[tuple[str, str], ...] = ()
    allow_network: bool = False
    limits: Limits = Limits()


def size_words(count_bytes: int) -> str:
    """A number of bytes in megabytes, for people: `50 MB`, `0.12 MB`."""
    size = count_bytes / MEGABYTE
    return f"{size:,.0f} MB" if size >= MANY_MEGABYTES else f"{size:.2g} MB"
