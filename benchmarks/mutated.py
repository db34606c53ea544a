"""Valid files, damaged by chance: bytes turned, cut, doubled and spliced, in archives also within their members."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks import made_files
from benchmarks.made_files import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORDS = Words(
    datetime(2022, 9, 9, 23, 30, tzinfo=UTC),
    "Example News",
    "Troops enter Kupiansk",
    ("Ukrainian troops entered Kupiansk on Friday, the army's spokesman said.", "Russian forces left Izium."),
    "https://example.org/1",
)
_TOKENS = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\\",
        b'"',
        b"'",
        b"<",
        b">",
        b"&",
        b"]]>",
        b"<!--",
        b"-->",
        b"{{7*7}}",
    ),
    *(
        b"<!DOCTYPE x [",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"<script>",
        b"</script>",
        b"endobj",
        b"stream",
        b"/Filter",
        b"/Kids",
    ),
    *(b"Content-Type: multipart/mixed; boundary=x\n", b"=?utf-8?b?", b"PK\x03\x04", b"PK\x05\x06", b"9" * 30, b"-1"),
    *(
        "\u202e".encode(),
        "\u2066".encode(),
        b"\xed\xa0\x80",
        b"%PDF-1.7",
        b"[" * 99,
        b"{" * 99,
        b"(" * 99,
        b"2022-02-30",
    ),
)
_MOST_STEPS = 6


def seeds() -> dict[str, bytes]:
    """A valid file of each format, by name."""
    rows = [_WORDS, _WORDS]
    page = made_files.html(_WORDS)
    return {
        "a.txt": made_files.txt(_WORDS),
        "a.html": page,
        "a.pdf": made_files.pdf(_WORDS),
        "a.docx": made_files.docx(_WORDS),
        "a.csv": made_files.table(rows),
        "a.xlsx": made_files.sheet(rows),
        "a.jsonl": made_files.json_lines(rows),
        "a.parquet": made_files.parquet(rows),
        "a.rss": made_files.feed(rows),
        "a.eml": made_files.eml(_WORDS, [("b.html", page)]),
        "a.zip": made_files.packed([("b.txt", made_files.txt(_WORDS)), ("c.html", page)]),
    }


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Damage files.

    Args:
        count: How many.
        seed: The same seed gives the same files.

    Yields:
        Names, whose suffix is that of the undamaged file, and bytes; every tenth file is nothing but chance.
    """
    dice, valid = random.Random(seed), seeds()  # noqa: S311 - damage is no secret
    names = sorted(valid)
    for number in range(count):
        name = names[number % len(names)]
        if dice.random() < 1 / len(names):
            yield f"{number}{name[1:]}", dice.randbytes(dice.randrange(2_000))
        else:
            yield f"{number}{name[1:]}", damaged(valid[name], valid[dice.choice(names)], dice)


def damaged(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """Damage a file, its members if it is an archive and chance will have it.

    Args:
        data: The file.
        other: A file that pieces are taken from.
        dice: Where chance comes from.

    Returns:
        The damaged file.
    """
    if data.startswith(b"PK") and dice.random() < 0.7:  # noqa: PLR2004 - mostly, as a damaged archive is soon refused
        return _repacked(data, other, dice)
    changed = bytearray(data)
    for _ in range(dice.randint(1, _MOST_STEPS)):
        dice.choice(_STEPS)(changed, other, dice)
    return bytes(changed)


def _repacked(data: bytes, other: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = dice.randrange(len(members))
    members[at] = (members[at][0], damaged(members[at][1], other, dice))
    return made_files.packed(members)


def _turn(changed: bytearray, _other: bytes, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 8)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)


def _cut(changed: bytearray, _other: bytes, dice: random.Random) -> None:
    start = dice.randint(0, len(changed))
    del changed[start : start + dice.randint(1, max(1, len(changed) // 3))]


def _end(changed: bytearray, _other: bytes, dice: random.Random) -> None:
    del changed[dice.randint(0, len(changed)) :]


def _double(changed: bytearray, _other: bytes, dice: random.Random) -> None:
    start = dice.randint(0, len(changed))
    piece = changed[start : start + dice.randint(1, 200)]
    changed[start:start] = piece * dice.randint(1, 50)


def _insert(changed: bytearray, _other: bytes, dice: random.Random) -> None:
    at = dice.randint(0, len(changed))
    changed[at:at] = dice.choice(_TOKENS)


def _splice(changed: bytearray, other: bytes, dice: random.Random) -> None:
    start, at = dice.randint(0, len(other)), dice.randint(0, len(changed))
    changed[at:at] = other[start : start + dice.randint(1, 400)]


_STEPS: tuple[Callable[[bytearray, bytes, random.Random], None], ...] = (_turn, _cut, _end, _double, _insert, _splice)
