"""Inputs to drafts: each file in its turn, archives and enclosures opened, every fault named and survived."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geo.errors import ReportError
from geo.reports.archive import Member, members, open_archive, read_member
from geo.reports.assemble import Origin
from geo.reports.draft import Draft, Enclosure, Part, Refusal
from geo.reports.files import File, find_files, readable, unread
from geo.reports.formats.known import by_media
from geo.reports.formats.tell import ZIP_MAGIC, tell_format
from geo.reports.inputs import printable
from geo.reports.outcome import Problem, Repeat
from geo.reports.rows_on_disk import RowsOnDisk, rows_on_disk
from geo.reports.tally import Tally
from geo.reports.worker.process import Worker

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from geo.reports.inputs import Input
    from geo.reports.options import Limits, ReadingOptions

ARCHIVE = "zip"
PLAIN = "txt"


@dataclass(frozen=True, slots=True)
class Found:
    """A draft with where it comes from."""

    draft: Draft
    origin: Origin


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a whole file, and the id of its format."""

    format: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Run:
    """What all files of one run share; `known` has the hashes of reports, and where they were first."""

    options: ReadingOptions
    worker: Worker
    tally: Tally
    known: Mapping[str, str] = field(default_factory=dict)


def stream_drafts(
    inputs: Iterable[Input],
    options: ReadingOptions,
    known: Mapping[str, str],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Found | Repeat | Problem]:
    """Read files, folders, archives, bytes and addresses, one file after the other.

    Args:
        inputs: What to read.
        options: Columns, network, limits.
        known: Hashes (SHA-256, hexadecimal) of raw bytes that are not read again, and where they were first; the caller
            may add to it between two results.
        progress: Called with the files done, and the files in all as far as is known: an archive's count when it is
            opened.

    Yields:
        Texts with what is said of them, repetitions and problems, in the order of the inputs. Never raises for a file.
    """
    with Worker(options) as worker:
        run = _Run(options, worker, Tally(progress), known)
        files = list(find_files(inputs, options))
        run.tally.more(len(files))
        yield from _each(files, run)


def _each(files: Iterable[File | Problem], run: _Run) -> Iterator[Found | Repeat | Problem]:
    for file in files:
        if isinstance(file, Problem):
            yield file
        else:
            yield from _guarded(file, run)
        run.tally.one_done()


def _guarded(file: File, run: _Run) -> Iterator[Found | Repeat | Problem]:
    try:
        yield from _file(file, run)
    except ReportError as error:
        yield Problem(file.source, error.reason, error.remedy)


def _file(file: File, run: _Run) -> Iterator[Found | Repeat | Problem]:
    if file.url:
        file = _fetched(file, run.options)
    if file.path and _is_archive(file.path):
        with file.path.open("rb") as opened:
            yield from _archive(opened, file, run)
        return
    if file.path and (rows := rows_on_disk(file.path, run.options)):
        yield from _rows(rows, file, run)
        return
    data = file.load()
    digest = hashlib.sha256(data).hexdigest()
    if digest in run.known:
        yield Repeat(file.source, digest, run.known[digest])
        return
    format_id = told.id if (told := tell_format(file.name, data)) else PLAIN
    if format_id == ARCHIVE:
        yield from _archive(io.BytesIO(data), file, run)
        return
    empty = True
    for part in run.worker.read(format_id, data):
        empty = False
        yield from _part(part, file, Raw(format_id, data), run)
    if empty:
        reason = "it holds no reports"
        raise ReportError(reason, "Check that it was saved whole")


def _rows(rows: RowsOnDisk, file: File, run: _Run) -> Iterator[Found | Repeat | Problem]:
    """The rows of a long list, read as they are asked for; to whoever waits each is a file of its own."""
    run.tally.more(rows.count() - 1)
    for number, part in enumerate(rows.parts()):
        if number:
            run.tally.one_done()
        yield from _part(part, file, Raw(rows.format, b""), run)


def _fetched(file: File, options: ReadingOptions) -> File:
    """The file behind an address, called as its media type asks for."""
    if not options.allow_network:
        reason = "addresses are fetched only where that is allowed"
        raise ReportError(reason, "Add --allow-network, or save the page and give the file")
    from geo.reports.web.fetch import fetch  # noqa: PLC0415 - 8 MB in each process, for addresses alone

    page = fetch(file.name, options.limits)
    path = PurePosixPath(urlsplit(page.url).path)
    known = by_media(page.media)
    name = f"{path.stem or 'page'}{known.suffixes[0]}" if known else path.name
    return replace(file, name=name, url=page.url, load=partial(_bytes, page.data))


def _is_archive(path: Path) -> bool:
    """Whether a path is an archive: it may be larger than any other file, and is read in pieces."""
    try:
        # Opening what is no regular file, such as a pipe, might wait for ever.
        if path.suffix.casefold() != ".zip" or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(ZIP_MAGIC)) == ZIP_MAGIC
    except OSError:
        return False


def _archive(opened: BinaryIO, file: File, run: _Run) -> Iterator[Found | Repeat | Problem]:
    limits = run.options.limits
    _refuse_depth(file, limits.depth)
    with open_archive(opened, limits) as archive:
        inside = members(archive, limits)
        if not inside:
            reason = "the archive is empty"
            raise ReportError(reason, "Check that it was packed whole")
        run.tally.more(len(inside))
        yield from _each((_member(archive, member, file, limits) for member in inside), run)


def _member(archive: zipfile.ZipFile, member: Member, file: File, limits: Limits) -> File | Problem:
    source = f"{file.source}/{printable(member.name)}"
    if not readable(member.name):
        return unread(source, member.name)
    load = partial(read_member, archive, member, limits)
    return File(source, member.name, load, published=file.published, depth=file.depth + 1)


def _part(part: Part, file: File, whole: Raw, run: _Run) -> Iterator[Found | Repeat | Problem]:
    source = f"{file.source}, {part.part}" if not isinstance(part, Enclosure) and part.part else file.source
    if isinstance(part, Refusal):
        yield Problem(source, part.reason, part.remedy)
    elif isinstance(part, Enclosure):
        _refuse_depth(file, run.options.limits.depth)
        run.tally.more(1)
        name = printable(part.name)
        load = partial(_bytes, part.data)
        inner = File(f"{file.source}/{name}", name, load, published=file.published, depth=file.depth + 1)
        yield from _each((inner,), run)
    else:
        yield Found(part, _origin(part, file, source, whole))


def _origin(draft: Draft, file: File, source: str, whole: Raw) -> Origin:
    stem = printable(PurePath(file.name).stem)
    number = draft.part.rpartition(" ")[2]
    return Origin(
        report_id=f"{stem}-{number}" if number else stem,
        source=source,
        format=whole.format,
        raw=whole.data if draft.record is None else draft.record.encode(),
        published=file.published,
        url=file.url,
    )


def _refuse_depth(file: File, depth: int) -> None:
    if file.depth >= depth:
        reason = f"it lies in {file.depth} archives or mails, the limit is {depth}"
        raise ReportError(reason, "Unpack the outer ones")


def _bytes(data: bytes) -> bytes:
    return data
