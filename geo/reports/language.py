"""Which language a report is written in: the rules read English only, and say so of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from geo.reports.report import Report

READ = "en"
# Fewer letters are too few to tell: a short text is read rather than refused.
_FEWEST_LETTERS = 120
# A language shows in its first words; the rest of a long report costs time and changes nothing.
_MOST_CHARACTERS = 3000


def foreign_language(report: Report) -> str | None:
    """The language of a report that is not in English.

    Args:
        report: The report; its analysed spans count, not its header.

    Returns:
        The language's English name ("French"); None for English, or where there is too little text to tell.
    """
    import py3langid  # noqa: PLC0415 - reading the model takes as long as many a command

    text = " ".join(report.text[span.start : span.end] for span in report.body)[:_MOST_CHARACTERS]
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        return None
    code, _ = py3langid.classify(text)
    return None if code == READ else _name(str(code))


def _name(code: str) -> str:
    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return code
