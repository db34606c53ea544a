"""Whose armed people are, said before them: "Syrian troops", "Maskhadov's fighters", "M23 rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.actors.armed import (
    adjectives,
    against,
    armed,
    canonical,
    is_article_name,
    nationality,
    owners,
    people_abroad,
)
from geo.claims.actors.span import GOVERNMENT, ActorSpan, slug
from geo.claims.claim import Party
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list
from geo.claims.words.rules import rule_of_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.actors.sides import Sides
    from geo.claims.sentences.tokens import Token

    # First token, the word for armed people, and one past its end.
    Words = tuple[int, int, int]


def owned(tokens: Sequence[Token], words: Words, sides: Sides, *, state: bool) -> ActorSpan | None:
    """Armed people whose side the words before or behind them name.

    Args:
        tokens: The sentence.
        words: First token, the word for armed people, and one past its end.
        sides: What names stand for.
        state: The word is for a state's armed people.

    Returns:
        Who they are, or None where the words name nobody.
    """
    start, head, end = words
    before = owners(tokens[start:head])
    party = _named(tokens, words, before, sides, state=state) if before else None
    if party:
        return ActorSpan(start, end, party, owned=against(before[0]))
    capital = bool(before) and all(token.capital or is_article_name(token) for token in before)
    if capital and any(token.lower == "'s" for token in tokens[start:head]):
        return _followers(tokens, (start, end), before, sides)
    if capital and nationality(before) is None and _surely_name(before, start) and _may_be_named(tokens[head], state):
        name = words_of(tokens, tokens.index(before[0], start), head)
        return ActorSpan(start, end, Party(slug(name), name, words_of(tokens, start, end)), owned=True)
    owner = _of_owner(tokens, end, sides) if state else None
    return ActorSpan(start, owner.end, owner.party, owned=True) if owner else None


def _surely_name(before: Sequence[Token], start: int) -> bool:
    """Whether words are capitalised as a name; the first of a sentence may be for its place only."""
    return start > 0 or len(before) > 1 or before[0].text.isupper()


def _may_be_named(head: Token, state: bool) -> bool:  # noqa: FBT001 - what `armed` answers, passed on
    """Whether armed people may bear a group's name: "Ansar al-Sunna fighters", "Karenni forces", but no police."""
    return not state or head.lower in word_list("actors", "home_troops")


def _named(
    tokens: Sequence[Token], words: Words, before: Sequence[Token], sides: Sides, *, state: bool
) -> Party | None:
    """The side that names and nationalities before the word stand for."""
    start, _, end = words
    text = words_of(tokens, start, end)
    foes = next((token.text for token in before if against(token)), None)
    if foes:
        return Party(slug(foes), text, text)
    abroad = people_abroad(before)
    named = next((side for side in map(sides.names.party, (abroad, *(token.text for token in before))) if side), None)
    if named or abroad:
        return Party(named.id, named.name, text) if named else Party(slug(abroad), abroad, text)
    country = sides.code_of(" ".join(token.text for token in before)) if state else None
    if country:
        return sides.state(country, text)
    nation = nationality(before)
    unit = tokens[end - 1].lower in word_list("actors", "units")
    if nation and (state or unit or not nation.isupper()):
        # "Kurdish fighters" are a side of that name; "Afghan fighters" may be on any side.
        word = next((token.text for token in before if adjectives().get(token.lower) == nation), before[0].text)
        return _of_nation(nation, word, text, sides)
    if tokens[end - 1].capital and all(token.capital for token in before):
        name = words_of(tokens, tokens.index(before[0], start), end)
        return Party(slug(name), name, text)
    return None


def _of_nation(nation: str, name: str, text: str, sides: Sides) -> Party:
    party = sides.state(nation, name)
    return Party(party.id, party.name, text)


def _followers(tokens: Sequence[Token], words: tuple[int, int], owner: Sequence[Token], sides: Sides) -> ActorSpan:
    """Armed people of a person ("Maskhadov's fighters"); a person's government is the state's."""
    text, name = words_of(tokens, *words), " ".join(token.text for token in owner)
    if tokens[words[1] - 1].lower in word_list("actors", "governments"):
        return ActorSpan(*words, Party(GOVERNMENT, GOVERNMENT.capitalize(), text), state=True)
    return ActorSpan(*words, sides.led_by(name, text), owned=True)


def unowned(tokens: Sequence[Token], words: Words, sides: Sides, *, state: bool) -> ActorSpan:
    """Armed people of no named side: a profile's side by that word, nobody in particular, or the word itself.

    Args:
        tokens: The sentence.
        words: First token, the word for armed people, and one past its end.
        sides: What names stand for.
        state: The word is for a state's armed people.

    Returns:
        Who they are as far as the words say.
    """
    start, head, end = words
    text = words_of(tokens, start, end)
    side = sides.names.party(text) or sides.names.party(words_of(tokens, head, end))
    if side:
        return ActorSpan(start, end, Party(side.id, side.name, text))
    # "Rebel units", "coalition jets": the word before says whose they are.
    kin = next((at for at in range(start, head) if armed(tokens, at)[0] > at), None)
    if kin is not None or tokens[head].lower in word_list("actors", "vague"):
        if kin is None:
            backed = any(token.lower.startswith("-") for token in tokens[start:head])
            return ActorSpan(start, end, Party(slug(text), text, text) if backed else None, vague=not backed)
        head, state = kin, armed(tokens, kin)[1]
    id_ = GOVERNMENT if state else canonical(tokens[head].lower)
    return ActorSpan(start, end, Party(id_, id_.capitalize(), text))


def people(tokens: Sequence[Token], at: int, sides: Sides) -> ActorSpan | None:
    """A people as a side: "the Russians", "the Russian withdrawal", "Armenian and Azerbaijani troops"."""
    if not tokens[at].capital:
        return None
    word = tokens[at].lower
    known = adjectives()
    code = known.get(word[:-1]) if word.endswith("s") else None
    if code is None and word in known and _does(tokens, at + 1):
        code = known[word]
    return ActorSpan(at, at + 1, sides.state(code, tokens[at].text), state=code.isupper()) if code else None


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells what a people does or says ("the Russian WITHDRAWAL"), or joins it to another."""
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    if word == "and":
        return tokens[min(at + 1, len(tokens) - 1)].lower in adjectives()
    suffix = word.removeprefix("-")
    lists = (rule_of_noun(), word_list("attribution", "reply_nouns"), word_list("actors", "deeds"))
    return any(word in one for one in lists) or (suffix != word and suffix in word_list("sentences", "holding"))


def members_end(tokens: Sequence[Token], at: int) -> int:
    """One past the words for members from token `at` on: "fighters", "commanders"."""
    members, sorts = word_list("actors", "members"), word_list("actors", "sorts")
    while at < len(tokens) and tokens[at].lower in members:
        at += 1
    # "M23 REBEL GROUP"
    sort = at + 1 < len(tokens) and tokens[at].lower in sorts and tokens[at + 1].lower in members
    return at + 2 if sort else at


def _of_owner(tokens: Sequence[Token], at: int, sides: Sides) -> ActorSpan | None:
    """Whose an army is: "of Ahmad Massoud" from token `at` on."""
    if at + 1 >= len(tokens) or tokens[at].lower != "of" or not tokens[at + 1].capital:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].capital and tokens[end].text[0].isalpha():
        end += 1
    text = words_of(tokens, at + 1, end)
    return ActorSpan(at, end, sides.led_by(text, text))
