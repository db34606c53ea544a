"""Words for armed people, and the nationalities and names that say whose they are."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.claims.actors.phrases import phrase_length, phrases
from geo.claims.actors.span import ActorSpan, slug
from geo.claims.actors.units import unit_end
from geo.claims.words.lexicon import table, tagged_phrases, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token

_MODIFIERS = 5
_BOTH = 2


@cache
def adjectives() -> dict[str, str]:
    """Adjective in lower case → country code in capitals, or the key of a people."""
    tables = table("demonyms")
    countries = {code: words for code, words in tables.items() if code != "peoples"}
    rows = [*countries.items(), *tables["peoples"].items()]
    return {adjective.lower(): code for code, words in rows for adjective in words}


def pointing_back(tokens: Sequence[Token], at: int) -> ActorSpan | None:
    """Words at token `at` that mean the side last named ("the group", "his men"), or None."""
    if tokens[at].lower not in _pointers():
        return None
    for key in ("back", "back_irregular"):
        length = phrase_length(key, tokens, at)
        if length:
            return ActorSpan(at, at + length, None, irregular=key == "back_irregular")
    return _possessed(tokens, at)


def _possessed(tokens: Sequence[Token], at: int) -> ActorSpan | None:
    """Somebody's armed people: "his remaining FIGHTERS", "our heroic FORCES"."""
    if tokens[at].lower not in word_list("actors", "possessors"):
        return None
    for stop in range(at + 1, min(at + 4, len(tokens))):
        if tokens[stop].lower in word_list("actors", "possessed"):
            return ActorSpan(at, stop + 1, None)
        if not tokens[stop].lower.isalpha() or tokens[stop].capital or is_small(tokens[stop].lower):
            return None
    return None


def armed(tokens: Sequence[Token], head: int) -> tuple[int, bool]:
    """The words for armed people that begin at a token.

    Args:
        tokens: The sentence.
        head: The token.

    Returns:
        One past their last token (`head` itself if there are none), and whether they are a state's.
    """
    if not may_be_armed(tokens, head):
        return head, False
    if tokens[head].text[0].isdigit() and (unit := unit_end(tokens, head)) > head:
        return unit, True
    for key in ("state", "group"):
        length = phrase_length(key, tokens, head)
        if length:
            thing = _in_building(tokens, head + length) or _garrison_town(tokens, head)
            return (head, False) if thing else (head + length, key == "state")
    if tokens[head].capital and tokens[head].lower in word_list("actors", "proper"):
        return head + 1, False
    return head, False


def may_be_armed(tokens: Sequence[Token], head: int) -> bool:
    """Whether the word at a token may begin words for armed people: a unit's number, or a first word of the lists."""
    if head >= len(tokens):
        return False
    word = tokens[head].lower
    return word in _heads() or word[0].isdigit()


@cache
def _heads() -> frozenset[str]:
    return frozenset((*phrases("state"), *phrases("group"), *word_list("actors", "proper")))


def _in_building(tokens: Sequence[Token], at: int) -> bool:
    """Whether words for armed people only say what kind of building follows: "police STATION", "military AIRPORT"."""
    return at < len(tokens) and tokens[at].lower in word_list("actors", "buildings")


def _garrison_town(tokens: Sequence[Token], head: int) -> bool:
    following = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    return tokens[head].lower == "garrison" and following in word_list("actors", "garrison_of")


def modifiers_end(tokens: Sequence[Token], start: int) -> int:
    """One past the names and adjectives from token `start` on that may say whose armed people follow."""
    at = start
    while at < len(tokens) and at - start < _MODIFIERS and _modifies(tokens[at], first=at == start):
        at += 1
    return at


def owners(tokens: Sequence[Token]) -> list[Token]:
    """Those of the modifiers that name the side; in "Russian-backed separatists" the backer is not the side."""
    found: list[Token] = []
    for token in tokens:
        suffix = token.lower.removeprefix("-")
        if suffix != token.lower and suffix in word_list("sentences", "backing"):
            found.clear()
        elif suffix == token.lower and suffix != "'s" and suffix not in word_list("actors", "articles"):
            found.append(token)
    return found


def nationality(words: Sequence[Token]) -> str | None:
    """Code of the country, or key of the people, that one or two of the words name: "Iraqi", "Sri Lankan"."""
    single = [token.lower for token in words]
    pairs = [f"{first} {second}" for first, second in pairwise(single)]
    found = [adjectives()[word] for word in (*pairs, *single) if word in adjectives()]
    # "Syrian KURDISH fighters": the people says more than its country.
    return next((code for code in found if not code.isupper()), next(iter(found), None))


def people_abroad(words: Sequence[Token]) -> str:
    """The people of one country in another, who are neither's: "Bosnian Serb"; empty where the words name none."""
    nations = {adjectives().get(token.lower, "") for token in words}
    both = len(words) == len(nations) == _BOTH and all(code.isupper() for code in nations)
    return " ".join(token.text for token in words) if both else ""


def canonical(word: str) -> str:
    """One id for the words that mean the same people: "rebel", "rebels"."""
    return slug(str(table("actors")["same"].get(word, word)))


def against(token: Token) -> bool:
    """Whether a word says whom armed people fight: "ANTI-TALIBAN forces"."""
    return token.lower.startswith("anti-") and token.text[len("anti-") :][:1].isupper()


def _modifies(token: Token, *, first: bool) -> bool:
    if token.lower in adjectives() or (token.capital and token.text[0].isalpha() and not is_small(token.lower)):
        return True
    return against(token) or (not first and (token.lower in word_list("actors", "between") or is_article_name(token)))


def is_article_name(token: Token) -> bool:
    """Whether a word is the second part of an Arabic name: "Ansar AL-SUNNA"."""
    article, dash, name = token.text.partition("-")
    return bool(dash) and article.lower() in word_list("actors", "arabic_articles") and name[:1].isupper()


@lru_cache(maxsize=1 << 16)
def is_small(word: str) -> bool:
    """Whether a word is capitalised for its place ("On", "Some") or as the name of a day: no part of a force's name."""
    dates = table("dates")
    return word in tagged_phrases() or word in dates["weekdays"] or word in dates["months"]


@cache
def openers() -> frozenset[str]:
    """Words that may open the words for armed people though they are not capitalised."""
    armed_words = (*phrases("state"), *phrases("group"))
    return frozenset((*armed_words, *adjectives(), *_pointers()))


@cache
def after_article() -> frozenset[str]:
    """Second words of what points back with an article: "the GROUP", "the MILITANTS"."""
    rows = (*phrases("back").get("the", ()), *phrases("back_irregular").get("the", ()))
    return frozenset(words[1] for words in rows)


@cache
def _pointers() -> frozenset[str]:
    return frozenset((*phrases("back"), *phrases("back_irregular"), *word_list("actors", "possessors")))
