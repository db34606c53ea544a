"""What is done: a record a partition, written after its files, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from geo.archive.files import digest
from geo.archive.layout import done_file
from geo.archive.summary import Summary
from geo.errors import ArchiveError
from geo.export.atomic import write_whole
from geo.profile import AUTO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from geo.archive.partitions import Partition
    from geo.archive.reading import Made, Settings
    from geo.profile import Profile


@dataclass(frozen=True, slots=True)
class Done:
    """A partition that is done.

    Attributes:
        number: Of the partition.
        key: Hash of what it was made of: its texts, the profile, and the versions of all that read them.
        outputs: Path within the archive → SHA-256.
        summary: What its reports amount to.
        problems: A sentence for each text that was not read.
        lost: Of how many of these a process died; they are not tried again by themselves.
    """

    number: int
    key: str
    outputs: Mapping[str, str]
    summary: Summary
    problems: tuple[str, ...]
    lost: int = 0


def profile_key(profile: Profile) -> str:
    """Hash of a profile; that of the library, from which each report chooses, is in the version of the rules.

    Of a model of names its files count, not where it lies.
    """
    if profile == AUTO:
        return digest(b"auto")
    record = asdict(replace(profile, names_model=""))
    return digest(json.dumps(record, sort_keys=True, default=str).encode())


def key_of(partition: Partition, settings: Settings) -> str:
    """Hash of all that the files of a partition depend on."""
    parts = [partition.key, str(partition.number), profile_key(settings.profile)]
    parts += [f"{name}={version}" for name, version in sorted(settings.versions.items())]
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def is_done(archive: Path, number: int, key: str, *, again: bool = False) -> Done | None:
    """What is known of a partition, so that it need not be read.

    Args:
        archive: Its folder.
        number: Of the partition.
        key: What `key_of` gives.
        again: Whether texts that a process died of are to be tried again.

    Returns:
        Its record, where its files are there, unchanged; None where it is to be read.
    """
    done = read_done(archive, number)
    if done is None or done.key != key or (done.lost and again):
        return None
    return done if all(_is(archive / name, sha256) for name, sha256 in done.outputs.items()) else None


def read_done(archive: Path, number: int) -> Done | None:
    """The record of a partition; None where there is none that can be read."""
    try:
        record: dict[str, Any] = json.loads(done_file(archive, number).read_bytes())
        summary = Summary.of_record(record["summary"])
        problems = tuple(record["problems"])
        return Done(record["number"], record["key"], record["outputs"], summary, problems, record["lost"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_done(archive: Path, count: int) -> Iterator[Done]:
    """The records of all partitions, one at a time.

    Raises:
        ArchiveError: One is not there.
    """
    for number in range(count):
        done = read_done(archive, number)
        if done is None:
            message = f"{archive}: the record of partition {number} was taken away meanwhile. Run the command again."
            raise ArchiveError(message)
        yield done


def keep(archive: Path, number: int, key: str, made: Made) -> Done:
    """Write the files of a partition, then the record that they are done.

    Args:
        archive: Its folder.
        number: Of the partition.
        key: What `key_of` gives.
        made: What came of it.

    Returns:
        The record.

    Raises:
        ExportError: A file cannot be written.
    """
    # The record of another content must not stand beside files of this one.
    done_file(archive, number).unlink(missing_ok=True)
    for name, data in made.files.items():
        write_whole(archive / name, (data,))
    outputs = {name: digest(data) for name, data in made.files.items()}
    done = Done(number, key, outputs, made.summary, made.problems, made.lost)
    record = {"number": number, "key": key, "outputs": outputs, "summary": made.summary.record(),
              "problems": made.problems, "lost": made.lost}  # fmt: skip
    text = json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
    write_whole(done_file(archive, number), (text.encode(),))
    return done


def _is(path: Path, sha256: str) -> bool:
    try:
        return digest(path.read_bytes()) == sha256
    except OSError:
        return False
