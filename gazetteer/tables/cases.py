"""Names in another case than the nominative, in languages that decline them: "в Харькове", "біля Авдіївки"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_CYRILLIC = re.compile("[\u0400-\u04ff\u2019']+")
_SHORTEST = 5


def nominatives(name: str) -> tuple[str, ...]:
    """Names of which a name may be another case.

    Args:
        name: One word; only Cyrillic ones have cases here, and only those of five letters and more.

    Returns:
        What may be the nominative, the longest ending taken off first; none of them need be a name.
    """
    if name.isascii() or len(name) < _SHORTEST or not _CYRILLIC.fullmatch(name):
        return ()
    endings, adjectives = _rules()
    if name.endswith(adjectives):
        return ()
    found = (
        name[: -len(ending)] + nominative
        for ending in sorted(endings, key=len, reverse=True)
        if name.endswith(ending)
        for nominative in endings[ending]
    )
    return tuple(dict.fromkeys(found))


@cache
def _rules() -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    table = data_table("cases.toml")
    endings = {ending: tuple(ends) for ending, ends in table["cyrillic"].items()}
    return endings, tuple(table["adjectives"])
