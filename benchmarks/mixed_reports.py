"""A thousand reports in ten formats, fifty of them broken: all others are read, each broken one is named.

`python -m benchmarks.mixed_reports --count 1000 --broken 50 [--out FOLDER]`
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import made_files
from benchmarks.made_files import Words
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PLACES = (
    "Kupiansk",
    "Izium",
    "Balakliia",
    "Lyman",
    "Kherson",
    "Bakhmut",
    "Vovchansk",
    "Siversk",
    "Orikhiv",
    "Robotyne",
)
_SIDES = ("Ukrainian", "Russian")
_DEEDS = ("captured", "entered", "lost", "besieged", "recaptured")
_FIRST_DAY = datetime(2022, 9, 1, 12, tzinfo=UTC)
# Reports that one table, feed or archive holds.
_IN_ONE = 10
# Files with one report, for each that holds several.
_SINGLES_A_TABLE = 8
_SINGLE: dict[str, Callable[[Words], bytes]] = {
    "txt": made_files.txt,
    "html": made_files.html,
    "pdf": made_files.pdf,
    "docx": made_files.docx,
    "eml": made_files.eml,
}
_MANY: dict[str, Callable[[Sequence[Words]], bytes]] = {
    "csv": made_files.table,
    "xlsx": made_files.sheet,
    "jsonl": made_files.json_lines,
    "rss": made_files.feed,
    "zip": lambda rows: made_files.packed((f"{at}.txt", made_files.txt(words)) for at, words in enumerate(rows)),
}


@dataclass(frozen=True, slots=True)
class MixedFile:
    """A file, how many reports it holds, and whether it is broken: then it holds none, and one problem is due."""

    name: str
    data: bytes
    reports: int
    broken: bool = False


def made_up_report(number: int) -> Words:
    """A report with a claim of control, different for each number."""
    place, side, deed = (one[number % len(one)] for one in (_PLACES, _SIDES, _DEEDS))
    at = _FIRST_DAY + timedelta(days=number % 60)
    text = f"{side} forces {deed} {place} on {at:%A}, officials said in report {number}."
    more = f"The spokesman gave {number * 7} as the number of people who left the area, and named no other town."
    return Words(
        at, f"Desk {number % 12}", f"Report {number} from {place}", (text, more), f"https://example.org/{number}"
    )


def mixed_files(count: int, broken: int) -> Iterator[MixedFile]:
    """Make files.

    Args:
        count: Reports in all, broken ones included.
        broken: How many of them are broken, each a file of its own, in ways that take turns.

    Yields:
        Files of all formats, in turns; tables, feeds and archives with up to ten reports each.
    """
    singles = cycle(_SINGLE)
    makers = [form for many in _MANY for form in (*islice(singles, _SINGLES_A_TABLE), many)]
    number = turn = 0
    while number < count - broken:
        form = makers[turn % len(makers)]
        turn += 1
        size = 1 if form in _SINGLE else min(_IN_ONE, count - broken - number)
        rows = [made_up_report(one) for one in range(number, number + size)]
        data = _SINGLE[form](rows[0]) if form in _SINGLE else _MANY[form](rows)
        yield MixedFile(f"report-{number:05}.{form}", data, size)
        number += size
    for at in range(broken):
        suffix, data = _broken(at, made_up_report(count + at))
        yield MixedFile(f"broken-{at:05}{suffix}", data, 0, broken=True)


# Broken texts, made each their own by a number or a sentence.
_BROKEN_TEXTS = (
    (".txt", ""),
    (".txt", "No day is given. {sentence}"),
    (".txt", "date: 03/04/2022\n\n{sentence}"),
    (".txt", "\0\1\2{turn}"),
    (".html", "<html><body><script>{turn}</script></body></html>"),
    (".html", "<html><body><p>{sentence}</p></body></html>"),
    (".csv", "Words,When\n{sentence},2022-09-01\n"),
    (".csv", "date,text\nsoon,{turn}\n"),
    (".jsonl", '{{"date": "2022-09-01", "text": {turn}\n'),
    (".rss", "<rss><channel><title>{turn}</title></channel></rss>"),
    (".eml", "Subject: {turn}\n\n{sentence}"),
    (".jpg", "JFIF {turn}"),
    (".doc", "Word 97 {turn}"),
)
# Files that were cut off, or hold no text.
_BROKEN_FILES: tuple[tuple[str, Callable[[Words], bytes]], ...] = (
    (".pdf", lambda words: made_files.pdf(words)[:60]),
    (".pdf", lambda words: made_files.pdf_of([[]], words)),
    (".docx", lambda words: made_files.docx(words)[:-400]),
    (".xlsx", lambda words: made_files.sheet([words])[:300]),
    (".zip", lambda words: made_files.packed([("a.txt", made_files.txt(words))])[:-20]),
)


def _broken(turn: int, words: Words) -> tuple[str, bytes]:
    """Suffix and bytes of a file that gives no report and exactly one problem."""
    at = turn % (len(_BROKEN_TEXTS) + len(_BROKEN_FILES))
    if at < len(_BROKEN_TEXTS):
        suffix, text = _BROKEN_TEXTS[at]
        return suffix, text.format(turn=turn, sentence=words.paragraphs[0]).encode()
    suffix, make = _BROKEN_FILES[at - len(_BROKEN_TEXTS)]
    return suffix, make(words)


def main(words: Sequence[str] | None = None) -> int:
    """Write the files into a folder, read it, and print what came of it.

    Args:
        words: The command line.

    Returns:
        Exit status: 1 where a report is missing, or a broken one has not exactly one problem.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="reports in all")
    parser.add_argument("--broken", type=int, default=50, help="how many of them are broken")
    parser.add_argument("--out", type=Path, help="keep the files in this folder")
    chosen = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        where = chosen.out or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        files = list(mixed_files(chosen.count, chosen.broken))
        for file in files:
            (where / file.name).write_bytes(file.data)
        return _read(where, files)


def _read(folder: Path, files: Sequence[MixedFile]) -> int:
    begun = time.monotonic()
    outcomes = list(stream_reports([folder]))
    seconds = time.monotonic() - begun
    taken = [one for one in outcomes if isinstance(one, Taken)]
    formats = Counter(one.report.provenance.format for one in taken)
    named = [str(one) for one in outcomes if not isinstance(one, Taken)]
    for line in named:
        sys.stdout.write(f"{line.replace(f'{folder}/', '')}\n")
    wanted, broken = sum(file.reports for file in files), sum(file.broken for file in files)
    per_second = len(outcomes) / seconds
    sys.stdout.write(
        f"{len(files)} files: {len(taken)} of {wanted} reports read, {len(named)} of {broken} broken named, "
    )
    sys.stdout.write(f"{seconds:.1f} s, {per_second:.0f} a second: {dict(formats)}\n")
    return 0 if (len(taken), len(named)) == (wanted, broken) else 1


if __name__ == "__main__":
    sys.exit(main())
