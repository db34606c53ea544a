"""What may be handed over to be read: paths, bytes, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was handed over, without a disk.

    Attributes:
        name: Name of the file; from outside, so it may hold anything.
        data: The raw bytes.
        published: Day of publication, should the report not say it.
    """

    name: str
    data: bytes
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web; fetched only where the options allow it."""

    url: str


Input = Path | Given | Address


def as_input(words: str) -> Path | Address:
    """What a word on a command line means: an address where it begins with http:// or https://, else a path."""
    return Address(words) if words.casefold().startswith(("http://", "https://")) else Path(words)


def input_name(given: Input) -> str:
    """What an input is called, fit to print."""
    if isinstance(given, Given):
        return printable(given.name)
    return printable(given.url if isinstance(given, Address) else given)


def printable(name: Path | str) -> str:
    """A file name as text that can be printed and stored: names on a disk may hold any bytes."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(name))
