"""Judge whether a name is meant as a place: how well known the place must be for such a use of its name to count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from gazetteer.reading.fame import GREAT, LARGE, SMALL, fame
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from gazetteer.mentions.hits import Hit
    from gazetteer.mentions.nonplaces import NonPlaces
    from gazetteer.mentions.surroundings import Surroundings
    from gazetteer.place import Candidate
    from gazetteer.reading.tokens import Token

_NEVER = GREAT + 1
_UNKNOWN_KINDS = frozenset({Kind.DISTRICT, Kind.PROVINCE, Kind.CITY, Kind.TOWN, Kind.VILLAGE, Kind.VALLEY, None})
_ACRONYM, _SYLLABLE = 4, 2
_MONEY = ("$", "\u20ac", "\u00a3")


@dataclass(frozen=True, slots=True)
class Scene:
    """A text as the judgement needs it.

    Attributes:
        tokens: Its words.
        nonplaces: What in it is somebody's name.
        interest: ISO codes of the countries that it or the profile is about.
        lower_words: Its words in lower case, which are no names where they open a sentence.
    """

    tokens: tuple[Token, ...]
    nonplaces: NonPlaces
    interest: frozenset[str]
    lower_words: frozenset[str]


def borne_out(hit: Hit, words: Surroundings, scene: Scene) -> bool:
    """Whether this use of a name speaks of a place.

    Args:
        hit: The name and the places that bear it.
        words: What stands around it.
        scene: The text.

    Returns:
        True where a kind word says so, or where a place of the name is as well known as this use asks for.
    """
    if hit.short:
        return True
    known = max((fame(c, scene.interest) for c in _meant(hit, scene)), default=0)
    if words.is_place and not somebody(hit, scene):
        return known >= SMALL or words.kind in _UNKNOWN_KINDS
    return known >= _needed(hit, words, scene)


def somebody(hit: Hit, scene: Scene) -> bool:
    """Whether a single word is a person of the text, a title or an everyday word."""
    lists = lexicon()
    word = scene.tokens[hit.first].lower
    return hit.last - hit.first == 1 and (word in scene.nonplaces.surnames or word in lists.everyday)


def _meant(hit: Hit, scene: Scene) -> tuple[Candidate, ...]:
    """An acronym ("HIV") or a syllable ("Ta") means only what bears it as its own name, a country or a province."""
    token = scene.tokens[hit.first]
    short = len(token.text) <= (_ACRONYM if token.text.isupper() else _SYLLABLE) and token.text.isascii()
    if hit.last - hit.first > 1 or not short:
        return hit.candidates
    wide = (Kind.COUNTRY, Kind.PROVINCE)
    return tuple(c for c in hit.candidates if c.score == 1 or c.place.kind in wide)


def _needed(hit: Hit, words: Surroundings, scene: Scene) -> int:
    """How well known the place must be for this use of the name to count."""
    if hit.last - hit.first == 1:
        needed = _needed_of_a_word(hit, words, scene)
        if needed is not None:
            return needed
    if _inside_longer_name(hit, scene.tokens):
        return GREAT
    token = scene.tokens[hit.first]
    single = hit.last - hit.first == 1
    if single and (token.opens or (token.text.isupper() and token.text.isascii())):
        return LARGE if words.listed or words.cue or _told_of(hit, scene) else GREAT
    return SMALL if not single or words.preposition or words.listed or words.cue else LARGE


def _needed_of_a_word(hit: Hit, words: Surroundings, scene: Scene) -> int | None:
    """What a word needs that may be something else: a speaker, an everyday word, a person; None where it may not."""
    token, lists = scene.tokens[hit.first], lexicon()
    if token.lower in lists.everyday and not (token.text.isupper() and token.lower == "us"):
        return _NEVER
    if not words.preposition and _spoken_or_paid(hit, scene):
        return _NEVER
    if _somebodys(token, scene):
        return GREAT if words.preposition else _NEVER
    if token.lower in lists.surnames and not words.preposition:
        return GREAT if words.cue or words.listed else _NEVER
    return None


def _told_of(hit: Hit, scene: Scene) -> bool:
    """Something is told of the place that opens the sentence: "Pavlivka *was* taken"."""
    following = scene.tokens[hit.last] if hit.last < len(scene.tokens) else None
    return following is not None and following.joined and following.lower in lexicon().predicates


def _somebodys(token: Token, scene: Scene) -> bool:
    """A given name, a person of this text, or a word that the text also writes small."""
    word = token.lower
    return word in lexicon().given_names or word in scene.nonplaces.surnames or word in scene.lower_words


def _spoken_or_paid(hit: Hit, scene: Scene) -> bool:
    """The name speaks ("Kabul said"), is told something ("told Saba") or is a currency's ("US$460")."""
    if hit.first and scene.tokens[hit.first].joined and scene.tokens[hit.first - 1].lower in lexicon().addressing:
        return True
    if hit.last >= len(scene.tokens):
        return False
    following = scene.tokens[hit.last]
    if following.gap.startswith(_MONEY):
        return True
    speaks = following.joined and following.lower in lexicon().speech
    return speaks and not any(c.place.kind is Kind.COUNTRY for c in hit.candidates)


def _inside_longer_name(hit: Hit, tokens: tuple[Token, ...]) -> bool:
    """Another capitalised word, that says nothing about places, stands right beside it."""
    before = hit.first > 0 and tokens[hit.first].joined and _part_of_name(tokens[hit.first - 1])
    after = hit.last < len(tokens) and tokens[hit.last].joined and _part_of_name(tokens[hit.last])
    return before or after


def _part_of_name(token: Token) -> bool:
    lists = lexicon()
    known = (
        token.lower in lists.common
        or token.lower in lists.kinds
        or token.lower in lists.demonyms
        or token.lower in lists.cues
        or token.lower in lists.bodies
    )
    return token.named and token.text[0].isupper() and not known
