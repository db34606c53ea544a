"""Takes a folder of mixed files into a workspace: `python -m benchmarks.intake [--files 1000] [--broken 50]`.

The files are real ones of seven formats with made-up reports; the broken ones are cut off, empty, without a date or
not what their names say. Every whole file must be in, every broken one named.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.made_files import Words, docx, eml, html, json_lines, pdf, sheet, txt
from gazetteer import Gazetteer
from geo.commands.arrivals import Arrivals
from geo.profile import AUTO
from geo.store.intake import take_in
from geo.store.reader import reader_with
from geo.store.verify import verify
from geo.store.versions import versions_now
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WAYS: dict[str, Callable[[Words], bytes]] = {
    ".txt": txt,
    ".html": html,
    ".eml": eml,
    ".docx": docx,
    ".pdf": pdf,
    ".xlsx": lambda words: sheet([words]),
    ".jsonl": lambda words: json_lines([words]),
}
BREAKS: tuple[Callable[[bytes], bytes], ...] = (
    lambda _: b"",
    lambda data: data[: len(data) // 3] if data[:2] == b"PK" or data[:4] == b"%PDF" else b"\0\1\2" * 200,
    lambda _: b"\xd0\xcf\x11\xe0" * 300,
)
TOWNS = ("Kupiansk", "Izium", "Lyman", "Bakhmut", "Kherson", "Vovchansk", "Avdiivka")


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a folder of files.

    Attributes:
        files: How many, the broken ones included.
        broken: How many cannot be read.
        taken: Reports in the workspace.
        claims: Their claims.
        named: Broken files that were named.
        problems: Files that were named as not read.
        faults: What `verify` found.
        seconds: For taking them in.
    """

    files: int
    broken: int
    taken: int
    claims: int
    named: int
    problems: int
    faults: int
    seconds: float

    @property
    def right(self) -> bool:
        """Whether every whole file is in, and every broken one is named, and no other."""
        return self.taken == self.files - self.broken and self.named == self.broken == self.problems and not self.faults


def write_reports(folder: Path, whole: int, broken: int, seed: int = 1) -> frozenset[str]:
    """Write reports of all formats, and broken files among them.

    Args:
        folder: Where to.
        whole: How many can be read.
        broken: How many cannot.
        seed: The same seed gives the same files.

    Returns:
        The names of the broken files.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    bad = set(draw.sample(range(whole + broken), broken))
    names: set[str] = set()
    for number in range(whole + broken):
        suffix = list(WAYS)[number % len(WAYS)]
        data = WAYS[suffix](_words(number))
        name = f"{number:05}{suffix}"
        if number in bad:
            names.add(name)
            data = draw.choice(BREAKS)(data)
        (folder / name).write_bytes(data)
    return frozenset(names)


def _words(number: int) -> Words:
    town, other = TOWNS[number % len(TOWNS)], TOWNS[(number // len(TOWNS) + 1) % len(TOWNS)]
    return Words(
        at=datetime(2022, 9, 1, 12, tzinfo=UTC) + timedelta(days=number % 60),
        publisher=f"Example News {number % 9}",
        title=f"Fighting near {town}, report {number}",
        paragraphs=(
            f"KYIV - Ukrainian troops entered {town} on Friday, officials said in statement {number}.",
            f"Russian forces still held {other}, residents told reporters. Report {number} could not be confirmed.",
        ),
    )


def intake(whole: int, broken: int) -> Intake:
    """Write files, take them in, and look at what is there.

    Args:
        whole: Files that can be read.
        broken: Files that cannot.

    Returns:
        What came of it.
    """
    gazetteer = Gazetteer.open()
    with TemporaryDirectory() as folder, opened_workspace(str(Path(folder) / "w.sqlite"), create=True) as workspace:
        files = Path(folder) / "reports"
        files.mkdir()
        bad = write_reports(files, whole, broken)
        begun = time.monotonic()
        arrivals = Arrivals([files], (), lambda _done, _total: None)
        now = datetime.now(UTC)
        taken = list(take_in(workspace, arrivals, reader_with(AUTO, gazetteer), versions_now(AUTO), now))
        seconds = time.monotonic() - begun
        named = sum(any(name in problem for problem in arrivals.problems) for name in bad)
        return Intake(
            files=whole + broken,
            broken=broken,
            taken=len(taken),
            claims=sum(one.claims for one in taken),
            named=named,
            problems=len(arrivals.problems),
            faults=len(verify(workspace)),
            seconds=seconds,
        )


def main(words: Sequence[str] | None = None) -> int:
    """Write, take in, and print what came of it; 1 where a whole file is missing or a broken one is not named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--broken", type=int, default=50)
    asked = parser.parse_args(words)
    found = intake(asked.files - asked.broken, asked.broken)
    sys.stdout.write(
        f"{found.taken} reports taken in with {found.claims} claims in {found.seconds:.0f} s "
        f"({found.taken / found.seconds:.0f} a second); {found.named} of {found.broken} broken files named, "
        f"{found.problems} problems; {found.faults} faults.\n"
    )
    return 0 if found.right else 1


if __name__ == "__main__":
    raise SystemExit(main())
