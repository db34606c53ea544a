"""Where files are fetched from: a web address or a folder that holds files of the same names."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import DownloadError, NotThereError
from gazetteer.sources.download import download
from gazetteer.sources.transfer import MEGABYTE, Fetched, Transfer, check, sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHECKSUMS = "SHA256SUMS"
_MOST_CHECKSUM_BYTES = MEGABYTE


@dataclass(frozen=True, slots=True)
class Origin:
    """Where to fetch from.

    Attributes:
        base: A web address, or the path of a folder.
        checksums: Name below the base → SHA-256 in hexadecimal, for the files of which one is published.
    """

    base: str
    checksums: Mapping[str, str] = field(default_factory=dict)

    @property
    def online(self) -> bool:
        """Whether it is a web address."""
        return self.base.startswith(("http://", "https://"))

    def address(self, name: str) -> str:
        """Where the file of this name is."""
        return f"{self.base.rstrip('/')}/{name}" if self.online else str(Path(self.base, name))


def mirror(base: str, transfer: Transfer) -> Origin:
    """An origin in place of the sources' own addresses, with the checksums that its `SHA256SUMS` gives.

    Args:
        base: A web address, or the path of a folder.
        transfer: Where to put the list of checksums while it is read, and how patient to be.

    Raises:
        DownloadError: There is no such folder, or the server does not answer.
    """
    bare = Origin(base)
    if not bare.online and not Path(base).is_dir():
        message = f"{base}: there is no such folder. Give a folder or an address that begins with http:// or https://."
        raise DownloadError(message)
    try:
        found = fetch(bare, (CHECKSUMS,), replace(transfer, most_bytes=_MOST_CHECKSUM_BYTES))
        text = found.path.read_text("utf-8", "replace")
    except NotThereError:
        return bare
    finally:
        transfer.part.unlink(missing_ok=True)
    lines = (line.split(maxsplit=1) for line in text.splitlines())
    return Origin(base, {words[1].lstrip("*").removeprefix("./"): words[0] for words in lines if len(words) > 1})


def fetch(origin: Origin, names: Sequence[str], transfer: Transfer) -> Fetched:
    """Fetch the first of several names that the origin has.

    Args:
        origin: Where from.
        names: Names below the origin's base, in order of preference.
        transfer: Where to, how large, how patiently.

    Returns:
        The file, checked against the origin's checksum where there is one.

    Raises:
        NotThereError: The origin has none of them.
        DownloadError: The file could not be fetched, or is another than the checksum says.
    """
    for name in names:
        try:
            if origin.online:
                found = download(origin.address(name), transfer)
            else:
                found = copy_in(Path(origin.address(name)), transfer)
        except NotThereError:
            continue
        return check(found, origin.checksums.get(name))
    where = " or ".join(origin.address(name) for name in names)
    message = f"{where}: there is no such file. Check the country, or --from."
    raise NotThereError(message)


def copy_in(source: Path, transfer: Transfer) -> Fetched:
    """Copy a file of this machine, as `download` does one of another.

    Args:
        source: The file.
        transfer: Where to, and how large it may be.

    Raises:
        NotThereError: There is no such file.
        DownloadError: It is too large, or cannot be copied.
    """
    part, most = transfer.part, transfer.most_bytes
    try:
        if not source.is_file():
            raise NotThereError(str(source))
        size = source.stat().st_size
        if size > most:
            sizes = f"{size / MEGABYTE:,.0f} MB; at most {most / MEGABYTE:,.0f} MB are accepted"
            message = f"{source}: the file has {sizes}. Check whether it is the right one."
            raise DownloadError(message)
        shutil.copyfile(source, part)
    except OSError as error:
        message = f"{source}: the file cannot be copied to {part.parent} ({error}). Check permissions and room."
        raise DownloadError(message) from error
    return Fetched(part, str(source.resolve()), sha256_of(part), size)
