"""A chunk: tokens of a sentence that are read as one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.sentences.tokens import words_of

if TYPE_CHECKING:
    from gazetteer.place import Resolution
    from geo.claims.actors.span import ActorSpan
    from geo.claims.sentences.tokens import Token
    from geo.claims.times.when import When
    from geo.claims.words.rules import Phrase, Rule


class Chunk(NamedTuple):
    """Tokens [start, end) of a sentence that are read as one thing.

    A tuple, for a report makes thousands and a frozen dataclass of so many fields takes five times as long to make.

    Attributes:
        tag: What it is: `place`, `ref` (points back to a place), `beside` (lies in a direction of one), `actor`,
            `verb`, `noun`, `say`, `time`, `kind`, `poss`, `held`, `comma`, a tag of `tags.toml`, or `word`.
        start: First token.
        end: One past the last.
        word: The words in lower case.
        text: The words as written.
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
    """

    tag: str
    start: int
    end: int
    word: str
    text: str
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

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


Row = Sequence[Chunk]
_new = tuple.__new__
_DEFAULTS = tuple(Chunk._field_defaults.values())


def chunk_of(tag: str, tokens: Sequence[Token], start: int, end: int) -> Chunk:
    """A chunk of the tokens [start, end) of a sentence."""
    if end == start + 1:
        return plain(tag, start, tokens[start])
    return Chunk(tag, start, end, *written(tokens, start, end))


def plain(tag: str, at: int, token: Token) -> Chunk:
    """A chunk of one token with nothing to it but its tag: most chunks are, and this takes a third of the time."""
    return _new(Chunk, (tag, at, at + 1, token.lower, token.text) + _DEFAULTS)  # noqa: RUF005 - the quicker way


def written(tokens: Sequence[Token], start: int, end: int) -> tuple[str, str]:
    """The words of the tokens [start, end) in lower case, and as written."""
    if end == start + 1:
        return tokens[start].lower, tokens[start].text
    return " ".join(token.lower for token in tokens[start:end]), words_of(tokens, start, end)


def tag_at(row: Row, at: int) -> str:
    """Tag of the chunk at an index, "" outside the sentence."""
    return row[at].tag if 0 <= at < len(row) else ""


def word_at(row: Row, at: int) -> str:
    """Words of the chunk at an index, "" outside the sentence."""
    return row[at].word if 0 <= at < len(row) else ""
