"""The forms of an English verb: enough for the verbs in our own lists, no more."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources


class Form(StrEnum):
    """A form of a verb. `past` and `participle` are told apart only by the words around them."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


_DOUBLES = re.compile(r"(?:^[^aeiou]*[aeiou]|(?:[aeiou].*)(?:pe|mi|fe|to|bu))[bdglmnprt]$")


@cache
def _irregular() -> dict[str, list[str]]:
    text = resources.files("geo.claims").joinpath("irregular.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def forms(base: str) -> dict[str, frozenset[Form]]:
    """All forms of a verb.

    Args:
        base: The infinitive without "to", lower case.

    Returns:
        Form as written → what it can be. Past tense and participle are both `Form.PAST`.
    """
    if base == "be":
        return _merged([("be", Form.BASE), ("is", Form.PRESENT), ("are", Form.PRESENT), ("am", Form.PRESENT),
                        ("was", Form.PAST), ("were", Form.PAST), ("been", Form.PAST), ("being", Form.ING)])
    if base == "have":
        return _merged([("have", Form.BASE), ("has", Form.PRESENT), ("had", Form.PAST), ("having", Form.ING)])
    found = [(base, Form.BASE), (_third_person(base), Form.PRESENT), (_ing(base), Form.ING)]
    found += [(form, Form.PAST) for form in _irregular().get(base, [_ed(base)])]
    return _merged(found)


def _merged(pairs: list[tuple[str, Form]]) -> dict[str, frozenset[Form]]:
    words = {word for word, _ in pairs}
    return {word: frozenset(form for other, form in pairs if other == word) for word in words}


def _third_person(base: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def _stem(base: str) -> str:
    return base + base[-1] if _DOUBLES.search(base) else base


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return _stem(base) + "ing"
