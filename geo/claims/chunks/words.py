"""What a word is that is neither place, time nor actor: a verb or noun of control, a word of saying, a small word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.claims.actors.phrases import stand
from geo.claims.chunks.chunk import Chunk, Row, chunk_of, plain, tag_at, word_at, written
from geo.claims.chunks.saying import leads_to_that, of_saying
from geo.claims.words.lexicon import first_verb_words, kinds, table, tagged_phrases, verb_list, word_list
from geo.claims.words.rules import rule_of_noun, verb_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.claims.sentences.tokens import Token
    from geo.claims.words.rules import Phrase, Rule

    _Reader = Callable[[Sequence[Token], int, Row], Chunk | None]

_NOT_BEFORE_NOUN = frozenset({"to", "modal", "do", "pron", "rel", "adv", "neg"})
_BEFORE_NOUN = frozenset({"det", "poss", "prep", "of", "from", "by", "number"})
_FILLERS = 2
_STRESSED = frozenset({"place", "actor", "kind"})


@cache
def holding_suffixes() -> frozenset[str]:
    """Suffixes by which a place has a holder: "-held"."""
    return frozenset(f"-{word}" for word in table("sentences")["holding"])


def word_chunk(tokens: Sequence[Token], at: int, before: Row) -> Chunk:
    """Read the word at a token, where what it is depends on those around it.

    Args:
        tokens: The sentence.
        at: The token.
        before: The chunks read so far.

    Returns:
        A chunk of one or more tokens.
    """
    for reader in _readers().get(tokens[at].lower, ()):
        if one := reader(tokens, at, before):
            return one
    return plain("word", at, tokens[at])


@lru_cache(maxsize=1 << 14)
def tag_anywhere(word: str) -> str:
    """The tag of a word that is read alike wherever it stands, as most are; "" for any other."""
    return _small_words().get(word) or ("" if word in _readers() else "word")


@cache
def _small_words() -> dict[str, str]:
    """Small words that begin nothing longer → their tag."""
    small = {word: rows for word, rows in tagged_phrases().items() if _readers()[word] == (_small,)}
    return {word: rows[0][1] for word, rows in small.items() if len(rows[0][0]) == 1} | {",": "comma"}


@cache
def _readers() -> dict[str, tuple[_Reader, ...]]:
    """Word → how a chunk that it begins may be read, the first that succeeds counting; most words begin none."""
    begins: tuple[tuple[_Reader, Iterable[str]], ...] = (
        (_possessive, ("'s", "'")),
        (_held, holding_suffixes()),
        (_of_control, (*verb_phrases(), *rule_of_noun())),
        (of_saying, first_verb_words("attribution", "say")),
        (_lately, ("since",)),
        (_emphatic, ("itself", "themselves", "himself", "herself")),
        (_small, tagged_phrases()),
        (_kind, kinds()),
    )
    found: dict[str, tuple[_Reader, ...]] = {}
    for reader, words in begins:
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), reader)
    return found


def _possessive(tokens: Sequence[Token], at: int, _before: Row) -> Chunk | None:
    joined = at > 0 and tokens[at - 1].end == tokens[at].start
    return chunk_of("poss", tokens, at, at + 1) if joined else None


def _lately(tokens: Sequence[Token], at: int, before: Row) -> Chunk | None:
    """Between "have" and its participle "since" opens no clause: "have SINCE taken X"."""
    return plain("adv", at, tokens[at]) if tag_at(before, len(before) - 1) == "have" else None


def _emphatic(tokens: Sequence[Token], at: int, before: Row) -> Chunk | None:
    """Behind a name "itself" only stresses it: "Stepanakert ITSELF remains"."""
    return plain("adv", at, tokens[at]) if tag_at(before, len(before) - 1) in _STRESSED else None


def _held(tokens: Sequence[Token], at: int, _before: Row) -> Chunk:
    return chunk_of("held", tokens, at, at + 1)


def _of_control(tokens: Sequence[Token], at: int, before: Row) -> Chunk | None:
    """A verb of control, or a noun of control where it stands as one."""
    if _describes_place(tokens, at, before):
        return None
    if tokens[at].lower in verb_list("attribution", "say") and leads_to_that(tokens, at):
        # "Conceded that X had fallen", but "conceded X"
        return None
    readings = _readings(tokens, at)
    noun = rule_of_noun().get(tokens[at].lower)
    longest = readings[0][1] if readings else at + 1
    short = longest == at + 1 or tag_at(before, len(before) - 1) in _BEFORE_NOUN
    if noun and (not readings or (short and _noun_here(tokens, at, before, noun))):
        return Chunk("noun", at, at + 1, *written(tokens, at, at + 1), noun=noun)
    if not readings:
        return None
    return Chunk("verb", at, longest, *written(tokens, at, longest), phrases=readings, noun=noun)


def _describes_place(tokens: Sequence[Token], at: int, before: Row) -> bool:
    """Whether it is no verb but says what follows: "SURROUNDING villages", "the DESERT city", "the LEFT bank"."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at].lower == "left" and tokens[at + 1].lower in word_list("places", "left_of"):
        return True
    if tokens[at + 1].lower not in kinds():
        return False
    landscape = tokens[at].lower in word_list("places", "landscapes")
    named = tag_at(before, len(before) - 1) in {"det", "word"}
    return tokens[at].lower in word_list("places", "around") or (landscape and named)


def _readings(tokens: Sequence[Token], at: int) -> tuple[tuple[Phrase, int], ...]:
    """The verb phrases that begin at a token, with their ends, longest first."""
    phrases = verb_phrases().get(tokens[at].lower)
    if not phrases:
        return ()
    following = [token.lower for token in tokens[at + 1 : at + 2 + _FILLERS]]
    likely = [phrase for phrase in phrases if not phrase.rest or phrase.rest[0] in following]
    if len(likely) == 1 and not likely[0].rest:
        return ((likely[0], at + 1),)
    found = [(phrase, _end(tokens, at + 1, phrase.rest)) for phrase in likely]
    return tuple(sorted((reading for reading in found if reading[1]), key=lambda reading: -reading[1]))


def _end(tokens: Sequence[Token], at: int, rest: tuple[str, ...]) -> int:
    """End of the words `rest` from token `at` on, 0 if they are not there; "their full" may stand before them."""
    begin, last = at, at + (_FILLERS if rest else 0)
    while tuple(token.lower for token in tokens[begin : begin + len(rest)]) != rest:
        if begin >= min(last, len(tokens)) or tokens[begin].lower not in _fillers():
            return 0
        begin += 1
    return begin + len(rest)


@cache
def _fillers() -> frozenset[str]:
    """What may stand inside a verb of several words: "took FULL control of", "established THEIR control over"."""
    return word_list("tags", "adv") | word_list("grammar", "inside_verb")


def _noun_here(tokens: Sequence[Token], at: int, before: Row, rule: Rule) -> bool:
    """Whether a word that may be verb or noun is a noun at this place."""
    previous = tag_at(before, len(before) - 1)
    if word_at(before, len(before) - 1) == "whose":
        return True
    if previous in _NOT_BEFORE_NOUN:
        return False
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    leads_on = follows in (rule.place | rule.actor | rule.against)
    if tokens[at].lower.endswith("ing") and previous in {"prep", "of", "from", "by"}:
        # "succeeded in retaking X", but "in the retaking of X" and "in fighting near X"
        return leads_on
    return previous in _BEFORE_NOUN or (leads_on and previous not in {"be", "have"})


def _small(tokens: Sequence[Token], at: int, _before: Row) -> Chunk | None:
    for words, tag in tagged_phrases().get(tokens[at].lower, ()):
        if stand(words, tokens, at):
            return chunk_of(tag, tokens, at, at + len(words))
    return None


def _kind(tokens: Sequence[Token], at: int, _before: Row) -> Chunk:
    word = tokens[at].lower
    plural = word.endswith("s") and not word.endswith("ss")
    return Chunk("kind", at, at + 1, word, tokens[at].text, kind=kinds()[word], plural=plural)
