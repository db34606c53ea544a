"""Names that the report itself shortens: "the Permanent Strategic Framework (CSP)" makes CSP a name in this report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.actors.span import ActorSpan, slug
from geo.claims.claim import Party
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.claims.sentences.tokens import Token

_SHORTEST, _LONGEST = 2, 7
_NAME = 8
_JOINING = frozenset({"of", "and", "for", "the", "de", "du", "des", "la", "al"})


def defined(sentences: Iterable[tuple[Sequence[Token], Sequence[ActorSpan]]]) -> dict[str, Party]:
    """Short names that a report defines.

    Args:
        sentences: The tokens of each sentence, and who was found in it.

    Returns:
        Short name → whom it means: the party found under the long name, else a party of that long name; none for
        organisations that do not fight ("the World Food Programme (WFP)").
    """
    found: dict[str, Party] = {}
    for tokens, spans in sentences:
        for at in range(2, len(tokens) - 1):
            if tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and _short(tokens[at].text):
                start = _long_start(tokens, at - 1, tokens[at].text)
                party = None if start is None else _party(tokens, start, at, spans)
                if party:
                    found.setdefault(tokens[at].text, party)
    return found


def with_defined(tokens: Sequence[Token], spans: Sequence[ActorSpan], names: dict[str, Party]) -> list[ActorSpan]:
    """Add the short names that stand in a sentence to those who were found in it.

    Args:
        tokens: The sentence.
        spans: Who was found, in order.
        names: Short name → whom it means.

    Returns:
        Actors in order, not overlapping.
    """
    spans = [_owned(tokens, span, names) for span in spans]
    covered = {at for span in spans for at in range(span.start, span.end)}
    added = []
    for at, token in enumerate(tokens):
        if token.text in names and at not in covered:
            party = names[token.text]
            added.append(ActorSpan(at, at + 1, Party(party.id, party.name, token.text)))
    return sorted([*spans, *added], key=lambda span: span.start) if added else list(spans)


def _owned(tokens: Sequence[Token], span: ActorSpan, names: dict[str, Party]) -> ActorSpan:
    """Armed people of nobody in particular who are a short name's: "CSP fighters"."""
    if span.party and span.party.name not in names:
        return span
    owner = next((names[token.text] for token in tokens[span.start : span.end] if token.text in names), None)
    text = words_of(tokens, span.start, span.end)
    return replace(span, party=Party(owner.id, owner.name, text), vague=False) if owner else span


def _short(text: str) -> bool:
    return text.isupper() and text.isalpha() and _SHORTEST <= len(text) <= _LONGEST


def _long_start(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """First token of the name that ends before token `end` and begins with the short name's first letter."""
    start = end
    while start > max(0, end - _NAME) and (tokens[start - 1].capital or tokens[start - 1].lower in _JOINING):
        start -= 1
    while start < end and not (tokens[start].capital and tokens[start].lower not in _JOINING):
        start += 1
    # In another language the letters come in another order; that the name is long enough will do.
    return start if end - start >= max(_SHORTEST, len(short) - 2) else None


def _party(tokens: Sequence[Token], start: int, end: int, spans: Sequence[ActorSpan]) -> Party | None:
    named = next((span.party for span in spans if span.party and span.start < end and span.end > start), None)
    if named:
        return named
    words = {token.lower for token in tokens[start:end]}
    if words & word_list("actors", "civil"):
        return None
    name = words_of(tokens, start, end - 1)
    return Party(slug(name), name, name)
