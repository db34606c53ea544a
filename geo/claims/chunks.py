"""A sentence as a row of chunks: places, actors, verbs of control, words of saying, times, and the small words between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.actors import ActorSpan
from geo.claims.lexicon import Phrase, Rule, cues, kinds, noun_rules, tag_phrases, verb_cues, verb_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.place import Resolution
    from geo.claims.actors import ActorFinder
    from geo.claims.dates import When
    from geo.claims.tokens import Token

HELD = frozenset({"-held", "-controlled", "-occupied", "-run", "-ruled", "-dominated", "-administered"})
_TALK_NOUNS = frozenset({"reports", "report", "claims", "claim", "states", "state", "posts", "post", "notes", "note", "estimates", "estimate", "quote", "shows", "show"})
_SKIPPED_VERB_ADVERBS = 1


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens [start, end) of a sentence that are read as one thing.

    Attributes:
        tag: What it is: `place`, `ref`, `actor`, `verb`, `noun`, `say`, `time`, `kind`, a tag of `cues.toml`, or `word`.
        start: First token.
        end: One past the last.
        word: The words in lower case.
        places: For `place`, the resolutions of a list of places said in one breath.
        partial: Only a part of those places is meant ("parts of", "three districts of").
        facility: A building in the place is meant, not the place ("Kandahar prison").
        kind: For `ref` and `kind`, the kind of place ("district").
        plural: For `ref` and `kind`, whether several are meant.
        actor: For `actor`, who.
        phrases: For `verb`, its readings: (phrase, end token), longest first.
        noun: For `noun`, its rule; a verb that may be a noun too has both.
        say: For `say`, the verb of saying in the infinitive.
        when: For `time`, the days.
        capital: Begins with a capital letter.
    """

    tag: str
    start: int
    end: int
    word: str
    places: tuple[Resolution, ...] = ()
    partial: bool = False
    facility: bool = False
    kind: str = ""
    plural: bool = False
    actor: ActorSpan | None = None
    phrases: tuple[tuple[Phrase, int], ...] = ()
    noun: Rule | None = None
    say: str = ""
    when: When | None = None
    capital: bool = False


def chunk(
    tokens: Sequence[Token],
    resolutions: Mapping[int, Resolution],
    times: Mapping[int, When],
    finder: ActorFinder,
) -> tuple[Chunk, ...]:
    """Read a sentence's tokens as chunks.

    Args:
        tokens: The sentence.
        resolutions: First code point of a mention → what it means.
        times: First code point of a time expression → its days.
        finder: Who fights.

    Returns:
        Chunks that cover every token, in order.
    """
    actors = {span.start: span for span in finder.find(tokens)}
    found: list[Chunk] = []
    at = 0
    while at < len(tokens):
        one = _mention(tokens, at, resolutions, actors) or _time(tokens, at, times) or _actor(tokens, at, actors, resolutions)
        one = one or _word(tokens, at, found)
        found.append(one)
        at = one.end
    return tuple(found)


def _make(tag: str, tokens: Sequence[Token], start: int, end: int) -> Chunk:
    word = " ".join(token.lower for token in tokens[start:end])
    return Chunk(tag, start, end, word, capital=tokens[start].capital)


def _stop(tokens: Sequence[Token], at: int, offset: int) -> int:
    """The token at which a span that ends at a code point ends."""
    while at < len(tokens) and tokens[at].start < offset:
        at += 1
    return at


def _mention(
    tokens: Sequence[Token], at: int, resolutions: Mapping[int, Resolution], actors: Mapping[int, ActorSpan]
) -> Chunk | None:
    resolution = resolutions.get(tokens[at].start)
    if not resolution:
        return None
    end = _stop(tokens, at, resolution.mention.end)
    covering = actors.get(at)
    if covering and covering.end > end:
        return None
    return replace(_make("place", tokens, at, end), places=(resolution,))


def _time(tokens: Sequence[Token], at: int, times: Mapping[int, When]) -> Chunk | None:
    when = times.get(tokens[at].start)
    if not when:
        return None
    return replace(_make("time", tokens, at, max(at + 1, _stop(tokens, at, when.end))), when=when)


def _actor(
    tokens: Sequence[Token], at: int, actors: Mapping[int, ActorSpan], resolutions: Mapping[int, Resolution]
) -> Chunk | None:
    span = actors.get(at)
    if not span:
        return None
    end = next((i for i in range(at + 1, span.end) if tokens[i].start in resolutions and i == span.end - 1), span.end)
    return replace(_make("actor", tokens, at, end), actor=replace(span, end=end))


def _word(tokens: Sequence[Token], at: int, before: Sequence[Chunk]) -> Chunk:
    token = tokens[at]
    if token.lower in {"'s", "'"} and at and tokens[at - 1].end == token.start:
        return _make("poss", tokens, at, at + 1)
    if token.lower in HELD:
        return _make("held", tokens, at, at + 1)
    return (
        _verb(tokens, at, before)
        or _say(tokens, at, before)
        or _tagged(tokens, at)
        or _kind(tokens, at)
        or _make("comma" if token.text == "," else "word", tokens, at, at + 1)
    )


def _verb(tokens: Sequence[Token], at: int, before: Sequence[Chunk]) -> Chunk | None:
    lower = tokens[at].lower
    readings = []
    for phrase in verb_phrases().get(lower, ()):
        end = _follows(tokens, at + 1, phrase.rest)
        if end:
            readings.append((phrase, end))
    noun = noun_rules().get(lower)
    if not readings and not noun:
        return None
    longest = max((end for _, end in readings), default=at + 1)
    if noun and (not readings or longest == at + 1) and _noun_here(tokens, at, before, noun):
        return replace(_make("noun", tokens, at, at + 1), noun=noun)
    if not readings:
        return replace(_make("noun", tokens, at, at + 1), noun=noun)
    readings.sort(key=lambda reading: -reading[1])
    return replace(_make("verb", tokens, at, longest), phrases=tuple(readings), noun=noun)


def _follows(tokens: Sequence[Token], at: int, rest: tuple[str, ...]) -> int | None:
    """End of the words `rest` from token `at` on; one adverb may stand before them."""
    for skipped in range(_SKIPPED_VERB_ADVERBS + 1):
        begin = at + skipped
        if skipped and (not rest or begin > len(tokens) or tokens[begin - 1].lower not in cues("tags", "adv")):
            break
        if tuple(token.lower for token in tokens[begin : begin + len(rest)]) == rest:
            return begin + len(rest)
    return None


def _noun_here(tokens: Sequence[Token], at: int, before: Sequence[Chunk], rule: Rule) -> bool:
    """Whether a word that may be verb or noun is a noun at this place."""
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    previous = before[-1] if before else None
    if previous and (previous.tag in {"to", "modal", "do", "pron", "rel", "adv", "neg"}):
        return False
    if previous and previous.tag in {"det", "poss", "prep", "of", "from", "by", "number"}:
        return True
    return follows in (rule.place | rule.actor | rule.against) and not (previous and previous.tag in {"be", "have"})


def _say(tokens: Sequence[Token], at: int, before: Sequence[Chunk]) -> Chunk | None:
    table = verb_cues("attribution", "say")
    for length in (2, 1):
        word = " ".join(token.lower for token in tokens[at : at + length])
        lemma = table.get(word)
        if lemma and not (word in _TALK_NOUNS and before and before[-1].tag not in {"actor", "pron", "rel"}):
            return replace(_make("say", tokens, at, at + length), say=lemma)
    return None


def _tagged(tokens: Sequence[Token], at: int) -> Chunk | None:
    for words, tag in tag_phrases().get(tokens[at].lower, ()):
        if tuple(token.lower for token in tokens[at : at + len(words)]) == words:
            return _make(tag, tokens, at, at + len(words))
    return None


def _kind(tokens: Sequence[Token], at: int) -> Chunk | None:
    word = tokens[at].lower
    kind = kinds().get(word)
    if not kind:
        return None
    plural = word.endswith("s") and word not in {"pass"}
    return replace(_make("kind", tokens, at, at + 1), kind=kind, plural=plural)


def country_as_actor(one: Chunk, finder: ActorFinder) -> Chunk:
    """Read the name of a country as the state that acts ("Russia captured", "Ethiopia said")."""
    resolution = one.places[0]
    if not isinstance(resolution, Resolved) or resolution.place.kind is not Kind.COUNTRY:
        return one
    party = finder.country(resolution.place.country, resolution.mention.text)
    return replace(one, tag="actor", places=(), actor=ActorSpan(one.start, one.end, party))
