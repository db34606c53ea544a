"""Lines as a printer broke them to paragraphs: a sentence that was set in several lines is one again."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from math import ceil
from typing import TYPE_CHECKING, Any

from geo.reports.header import HEAD_LINES, is_date_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Letters that printers set as one; a word with one is found by nobody.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
HYPHENS = "-\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W_]+$")
_BULLET = re.compile(r"[\u2022\u25aa\u25e6\u2023\u25cf\u25cb\u2043*\u00b7\uf0b7]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s")
_DASH = re.compile(r"[-\u2013\u2014]\s")
_STOP = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]*$")
# A line is full where its successor's first word would have passed this share of the usual width.
_FULL = 0.85
# The usual width: nine of ten lines are no longer.
_WIDE = 0.9


@lru_cache(maxsize=1)
def hyphen_words() -> dict[str, Any]:
    """The tables of `hyphens.toml`."""
    return tomllib.loads(files("geo.reports.formats").joinpath("hyphens.toml").read_text(encoding="utf-8"))


def rejoined(lines: Iterable[str]) -> str:
    """Put lines together to paragraphs.

    Lines follow one another within a paragraph where the next begins in lower case, or the line is full, or ends in a
    comma or a hyphen; never over a blank line, before a bullet, or beside the line that gives the date. Within a
    paragraph white space is one space, and a word that was parted by a hyphen is whole.

    Args:
        lines: The lines in order; blank ones part paragraphs.

    Returns:
        The text, one paragraph a line.
    """
    spaced = [" ".join(line.split()) for line in lines]
    width, words = _usual_width(spaced), _words(spaced)
    dated = {line for line in spaced[:HEAD_LINES] if is_date_line(line)}
    paragraphs: list[str] = []
    before = ""
    for line in spaced:
        if line and before and not {line, before} & dated and _goes_on(before, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line, words)
        elif line:
            paragraphs.append(line)
        before = line
    return "\n".join(paragraphs).replace("\N{SOFT HYPHEN}", "")


def _usual_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[ceil(_WIDE * (len(lengths) - 1))] if lengths else 0


def _words(lines: Sequence[str]) -> Counter[str]:
    """How often each word stands whole in a line; parts at the ends of lines are not counted."""
    return Counter(
        match.group().casefold() for line in lines for match in _WORD.finditer(line) if match.end() < len(line)
    )


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the following one."""
    stopped = _STOP.search(line) is not None
    if _BULLET.match(following) or (stopped and _DASH.match(following)):
        return False
    if following[0].islower() or line[-1] in f"{HYPHENS}\N{SOFT HYPHEN},;":
        return True
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) >= _FULL * width


def _joined(text: str, line: str, words: Counter[str]) -> str:
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + line
    first = _LAST_PART.search(text[:-1]) if text[-1] in HYPHENS else None
    if first is None:
        return f"{text} {line}"
    second = _WORD.match(line)
    parted = first.group().isalpha() and second is not None and second.group()[0].islower()
    if parted and second and not _keeps_hyphen(first.group().casefold(), second.group().casefold(), words):
        return text[:-1] + line
    return text + line


def _keeps_hyphen(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word: as the document writes it elsewhere, else as most do."""
    whole, hyphenated = words[first + second], words[f"{first}-{second}"]
    if whole != hyphenated:
        return hyphenated > whole
    return first in hyphen_words()["first"] or second.partition("-")[0] in hyphen_words()["second"]
