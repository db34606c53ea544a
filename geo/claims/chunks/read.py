"""First reading of a sentence's tokens: what each stretch of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import Chunk, Row, plain, written
from geo.claims.chunks.words import tag_anywhere, word_chunk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.place import Resolution
    from geo.claims.actors.span import ActorSpan
    from geo.claims.sentences.tokens import Token
    from geo.claims.times.when import When


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a sentence before its small words are read."""

    resolutions: Mapping[int, Resolution]
    times: Mapping[int, When]
    actors: Mapping[int, ActorSpan]


def read_chunks(
    tokens: Sequence[Token],
    resolutions: Mapping[int, Resolution],
    times: Mapping[int, When],
    actors: Sequence[ActorSpan],
) -> Row:
    """Read a sentence's tokens as chunks.

    Args:
        tokens: The sentence.
        resolutions: First code point of a mention → what it means.
        times: First code point of a time expression → its days.
        actors: Who fights, in order, not overlapping.

    Returns:
        Chunks that cover every token, in order.
    """
    known = _Found(resolutions, times, {span.start: span for span in actors})
    row: list[Chunk] = []
    at = 0
    named = known.resolutions.keys() | known.times.keys()
    while at < len(tokens):
        token = tokens[at]
        one = _named(tokens, at, known) if token.start in named or at in known.actors else None
        if one is None:
            tag = tag_anywhere(token.lower)
            one = plain(tag, at, token) if tag else word_chunk(tokens, at, row)
            one = _before_time(tokens, one, known) if one.end > at + 1 and times else one
        row.append(one)
        at = one.end
    return tuple(row)


def _before_time(tokens: Sequence[Token], one: Chunk, known: _Found) -> Chunk:
    """A verb without the words that belong to a time: of "fell ON TUESDAY" the verb is "fell"."""
    stop = next((at for at in range(one.start + 1, one.end) if tokens[at].start in known.times), one.end)
    readings = tuple(reading for reading in one.phrases if reading[1] <= stop)
    if stop == one.end or not readings:
        return one
    end = readings[0][1]
    word, text = written(tokens, one.start, end)
    return one._replace(end=end, word=word, text=text, phrases=readings)


def _named(tokens: Sequence[Token], at: int, known: _Found) -> Chunk | None:
    """The place, time or actor that begins at a token."""
    offset = tokens[at].start
    one = _mention(tokens, at, known) if offset in known.resolutions else None
    if one is None and offset in known.times:
        one = _time(tokens, at, known.times[offset])
    if one is None and at in known.actors:
        end = known.actors[at].end
        one = Chunk("actor", at, end, *written(tokens, at, end), actor=known.actors[at])
    return one


def _stop(tokens: Sequence[Token], at: int, offset: int) -> int:
    """The token at which a span that ends at a code point ends."""
    while at < len(tokens) and tokens[at].start < offset:
        at += 1
    return at


def _mention(tokens: Sequence[Token], at: int, known: _Found) -> Chunk | None:
    """A place, unless it is part of a longer name of an actor."""
    resolution = known.resolutions[tokens[at].start]
    end = _stop(tokens, at, resolution.mention.end)
    covering = known.actors.get(at)
    if covering and covering.end > end:
        return None
    return Chunk("place", at, end, *written(tokens, at, end), places=(resolution,))


def _time(tokens: Sequence[Token], at: int, when: When) -> Chunk:
    end = max(at + 1, _stop(tokens, at, when.end))
    return Chunk("time", at, end, *written(tokens, at, end), when=when)
