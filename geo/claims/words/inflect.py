"""The forms of an English verb: enough for the verbs in our own lists, no more."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources


class Form(StrEnum):
    """A form of a verb. Past tense and participle are both `PAST`; the words around tell them apart."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


# "be" and "have" are regular in nothing.
_OWN_FORMS: dict[str, dict[Form, tuple[str, ...]]] = {
    "be": {
        Form.BASE: ("be",),
        Form.PRESENT: ("is", "are", "am"),
        Form.PAST: ("was", "were", "been"),
        Form.ING: ("being",),
    },
    "have": {Form.BASE: ("have",), Form.PRESENT: ("has",), Form.PAST: ("had",), Form.ING: ("having",)},
}
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdglmnprt]")


@cache
def _irregular() -> dict[str, dict[str, list[str]]]:
    text = resources.files(__package__).joinpath("irregular.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def forms(base: str) -> dict[str, frozenset[Form]]:
    """All forms of a verb.

    Args:
        base: The infinitive without "to", lower case.

    Returns:
        Form as written → what it can be.
    """
    kinds = _OWN_FORMS.get(base) or _usual(base)
    words = [word for written in kinds.values() for word in written]
    return {word: frozenset(form for form, written in kinds.items() if word in written) for word in words}


def _usual(base: str) -> dict[Form, tuple[str, ...]]:
    return {
        Form.BASE: (base,),
        Form.PRESENT: (_third_person(base),),
        Form.ING: (_ing(base),),
        Form.PAST: tuple(_irregular()["past"].get(base, [_ed(base)])),
    }


def _third_person(base: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def _stem(base: str) -> str:
    doubles = _SHORT.fullmatch(base) or base in _irregular()["doubling"]["verbs"]
    return base + base[-1] if doubles else base


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return _stem(base) + "ing"
