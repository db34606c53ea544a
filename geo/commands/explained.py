"""An explained report as lines of a terminal: marks are brackets, so that it can be read without colours too."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from geo.claims.claim import DateBasis
from geo.control.wording import day_words
from geo.explain import MarkKind, pieces
from geo.explain.wording import claim_words, days_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.explain import Mark, SentenceAccount
    from geo.reports.report import Report

WIDTH, WIDEST = 80, 100
# Opening bracket, closing bracket, and a style for terminals that have it.
LOOKS = {
    MarkKind.PLACE: ("[", "]", "green"),
    MarkKind.DOUBT: ("[", "?]", "bold yellow"),
    MarkKind.SIDE: ("{", "}", "cyan"),
    MarkKind.SPEECH: ("_", "_", "magenta"),
    MarkKind.DAY: ("<", ">", "blue"),
    MarkKind.EVENT: ("*", "*", "bold"),
    MarkKind.SILENT: ("~", "~", "yellow"),
}
WORDS = {
    MarkKind.PLACE: "place",
    MarkKind.DOUBT: "place in doubt",
    MarkKind.SIDE: "side",
    MarkKind.SPEECH: "who says so",
    MarkKind.DAY: "day",
    MarkKind.EVENT: "gave a claim",
    MarkKind.SILENT: "gave none",
}
READ_AS = (MarkKind.PLACE, MarkKind.DOUBT, MarkKind.SIDE)
INDENT = 3
_SPACES = re.compile(r"\s+")


def paper() -> Console:
    """The terminal, or where its output goes; no line is longer than can be read."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST) if console.is_terminal else WIDTH
    return console


def heading(report: Report, choice: Choice) -> Text:
    """The report, its day with the words that it was read from, and the profile that it is read with."""
    title = _plain(" · ".join(filter(None, (report.id, report.publisher, report.title))))
    day = f"Published {day_words(report.published, 0)}, read from “{_plain(report.published_text.strip())}”."
    profile = f"Profile {choice.profile.id}." if choice.profile.id else f"No profile{choice.why and f': {choice.why}'}."
    return Text.assemble("\n", (title, "bold underline"), f"\n{day} {profile}\n")


def lines(sentence: SentenceAccount, report: Report, width: int) -> Iterator[Text]:
    """A sentence with its marks, and under it what was read in it; nothing more where nothing was.

    Args:
        sentence: What was read.
        report: Its report.
        width: Characters a line.

    Yields:
        The sentence, one line a claim, one line a word of control that gave none, and what the marks mean.
    """
    parts = pieces(report.text, sentence.marks, sentence.start, sentence.end)
    yield Text().join(_marked(part.text, part.mark) for part in parts)
    for claim in sentence.claims:
        yield from _under("=> ", claim_line(claim), "bold", width)
    for silence in sentence.silences:
        yield from _under("-- ", _plain(silence), "yellow", width)
    if sentence.claims or sentence.silences:
        yield from _under("   ", _read_as(sentence, report), "dim", width)
    yield Text()


def claim_line(claim: Claim) -> str:
    """A claim with its days, who says it, the rule that made it and how sure that is."""
    basis = f"from “{claim.date_text}”" if claim.date_basis is not DateBasis.PUBLISHED else "the day of publication"
    facts = (
        claim_words(claim),
        f"{days_words(claim.event_start, claim.event_end)} ({basis})",
        f"{claim.claimant.name} ({claim.claimant.kind})" if claim.claimant else f"{claim.attribution} by the report",
        claim.casualties_text,
        f"rule {claim.rule}",
        f"sure {claim.confidence:.0%}",
    )
    return _plain(" · ".join(filter(None, facts)))


def _marked(text: str, mark: Mark | None) -> Text:
    if mark is None:
        return Text(_plain(text))
    before, after, style = LOOKS[mark.kind]
    return Text(f"{before}{_plain(text)}{after}", style)


def _read_as(sentence: SentenceAccount, report: Report) -> str:
    """What each mark was read as, once each."""
    named = ((report.text[mark.start : mark.end], mark) for mark in sentence.marks if mark.kind in READ_AS)
    told = dict.fromkeys(f"{words} = {mark.note}" for words, mark in named if words != mark.note)
    return _plain(" · ".join(told))


def _under(bullet: str, words: str, style: str, width: int) -> Iterator[Text]:
    """Lines under a sentence; those after the first hang."""
    rows = textwrap.wrap(words, width - INDENT - len(bullet), break_on_hyphens=False)
    for number, row in enumerate(rows):
        lead = bullet if number == 0 else " " * len(bullet)
        yield Text.assemble(" " * INDENT, lead, (row, style))


def _plain(text: str) -> str:
    """Text on one line, without what a terminal would obey."""
    line = _SPACES.sub(" ", text)
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)


def _key() -> Text:
    """What the brackets mean."""
    words = [Text(f"{before}{WORDS[kind]}{after}", style) for kind, (before, after, style) in LOOKS.items()]
    return Text.assemble("Marks: ", Text(" ").join(words))


KEY = _key()
