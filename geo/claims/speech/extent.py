"""Where the speaker before a verb of saying begins and ends, and how far what is said reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_WALLS = frozenset({"say", "sub", "that", "verb"})
_WALL_MARKS = frozenset({":", ";", ".", '"', "”", "“"})
_BRACKETS = frozenset("()[]:;")
_LONGEST_DATELINE = 8
_BEFORE_SPEAKER = frozenset({"comma", "and", "quote", "adv", "time", "dash"})
_BEHIND_SPEAKER = frozenset({"adv", "have", "be", "do", "neg", "modal", "time", "also", "comma", "and", "to"})


def said_end(row: Row, at: int) -> int:
    """End of what is said behind the verb at `at`: the next verb of saying with a subject of its own, else all.

    In "As A declared that X fell, B attacked" it ends with the clause.
    """
    opening = row[0].tag == "sub" and not any(one.tag in {"comma", "quote"} for one in row[:at])
    if opening:
        return next((i for i in range(at + 1, len(row)) if row[i].tag == "comma"), len(row))
    return next((i for i in range(at + 2, len(row)) if _speaks_anew(row, i)), len(row))


def _speaks_anew(row: Row, at: int) -> bool:
    one = row[at]
    return (
        one.tag == "say"
        and row[at - 1].tag in {"and", "actor"}
        and one.say not in word_list("attribution", "continued")
    )


def speaker_start(row: Row, at: int, *, closes: bool) -> int:
    """First chunk of the speaker before the verb at `at`.

    Args:
        row: The sentence.
        at: The verb of saying.
        closes: It ends the sentence ("X has fallen, officials said"): the speaker begins behind the last comma.

    Returns:
        An index; at or behind the speaker's end where there is none.
    """
    if closes:
        mark = _mark_before(row, at)
        if mark == at - 1 and row[mark].tag == "comma":
            # "…," Yahya Rasool, a spokesman for the command, said": the name stands before the apposition.
            mark = _mark_before(row, _mark_before(row, mark)) if _mark_before(row, mark) > 0 else -1
        if mark >= 0:
            return mark + 1
    return _clause_start(row, at)


def _mark_before(row: Row, at: int) -> int:
    """The nearest comma, quotation mark or dash before chunk `at`, -1 if there is none."""
    return next((i for i in range(at - 1, -1, -1) if row[i].tag in {"comma", "quote", "dash"}), -1)


def _clause_start(row: Row, at: int) -> int:
    start, first = at, dateline_end(row)
    while start > first and not _walls(row, start - 1):
        if row[start - 1].tag == "and" and tag_at(row, start - 2) == "comma":
            # "A called that a lie, and their spokeswoman said": a clause of its own begins.
            break
        start -= 1
    if tag_at(row, start - 1) == "say":
        if row[start - 1].word.endswith("ing"):
            # "Citing officials, Soroush said": the speaker stands behind the comma.
            start = next((i + 1 for i in range(start, at) if row[i].tag == "comma"), start)
        if _shares_speaker(row, start, at):
            return _clause_start(row, start - 1)
    while start < at and row[start].tag in _BEFORE_SPEAKER:
        start += 1
    return start


def _walls(row: Row, at: int) -> bool:
    """Whether no speaker reaches across chunk `at`; "a resident REACHED by telephone" does."""
    described = row[at].tag == "verb" and tag_at(row, at + 1) == "by"
    return (row[at].tag in _WALLS and not described) or row[at].word in _WALL_MARKS


def dateline_end(row: Row) -> int:
    """One past the dash of a dateline ("PORT SUDAN -", "KYIV, Sept 10 (Reuters) -"), 0 where there is none."""
    for at in range(1, min(_LONGEST_DATELINE, len(row))):
        if row[at].tag == "dash" and row[at].word not in _BRACKETS:
            return at + 1
        if not (row[at].tag in {"place", "time", "comma", "dash"} or row[at].text.isupper() or row[at - 1].word == "("):
            return 0
    return 0


def _shares_speaker(row: Row, start: int, at: int) -> bool:
    """Whether a second verb of saying has the speaker of the one before it: "A denied X and said Y"."""
    joined = tag_at(row, start - 1) == "say" and any(one.tag == "and" for one in row[start:at])
    return joined and not any(one.tag in {"actor", "pron"} or one.capital for one in row[start:at])


def speaker_end(row: Row, start: int, at: int) -> int:
    """One past the speaker's last chunk before the verb at `at`, without auxiliaries."""
    end = at
    while end > start and row[end - 1].tag in _BEHIND_SPEAKER:
        end -= 1
    return end
