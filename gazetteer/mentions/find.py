"""Find the names of places in a text: what the gazetteer knows, kept only where the words around it bear it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.mentions.hits import Hit, find_hits
from gazetteer.mentions.judge import Scene, borne_out, somebody
from gazetteer.mentions.nonplaces import NonPlaces, find_nonplaces
from gazetteer.mentions.surroundings import Surroundings, surroundings
from gazetteer.mentions.told import told_hits
from gazetteer.names import normalise
from gazetteer.place import Kind, Mention
from gazetteer.reading.context import countries_in
from gazetteer.reading.fame import EXACT
from gazetteer.reading.fuzzy import near_name
from gazetteer.reading.tokens import Token, joined_runs, tokenise
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.lookup import Gazetteer


def find_mentions(
    text: str,
    gazetteer: Gazetteer,
    *,
    not_places: Sequence[str] = (),
    countries: Sequence[str] = (),
    also: Sequence[tuple[int, int]] = (),
) -> tuple[Mention, ...]:
    """Find every mention of a place, known or not.

    Args:
        text: Any Unicode text; never raises, linear in its length.
        gazetteer: The names.
        not_places: Names of actors that must never be read as places.
        countries: ISO 3166-1 alpha-2 codes of the countries in question, whose small places need less evidence.
        also: What somebody else takes for places, half-open spans in code points: gained where our own rules found no
            place and nobody's name.

    Returns:
        Mentions in order, without overlap; spans in code points, the name only, without its kind word.
    """
    tokens = tokenise(text)
    nonplaces = find_nonplaces(
        text, tokens, not_places, lambda first, last: _known(text, tokens, first, last, gazetteer)
    )
    hits = find_hits(text, tokens, nonplaces, gazetteer)
    interest = frozenset(countries) | countries_in(tokens, [hit.candidates for hit in hits]).keys()
    hits = _with_unknown(tokens, hits, nonplaces)
    scene = Scene(tokens, nonplaces, interest, frozenset([t.lower for t in tokens if not t.named]))
    around = surroundings(text, tokens, hits)
    kept = _kept(text, hits, around, scene)
    own = [(hits[number], around[number].kind) for number in sorted(kept)]
    if also:
        own = _with_told(text, tokens, own, told_hits(tokens, also, [hit for hit, _ in own], nonplaces))
    return tuple(_mention(text, tokens, hit, kind) for hit, kind in own)


def _kept(text: str, hits: Sequence[Hit], around: Sequence[Surroundings], scene: Scene) -> set[int]:
    """Judge each name by itself, then let a name that was borne out once stand for its repetitions and slips."""
    kept = {n for n, (hit, words) in enumerate(zip(hits, around, strict=True)) if borne_out(hit, words, scene)}
    forms = [_form(text, scene.tokens, hit) for hit in hits]
    names = dict.fromkeys(forms[number] for number in sorted(kept))
    for number, hit in enumerate(hits):
        if hit.candidates:
            again = forms[number] in names and not somebody(hit, scene)
        else:
            again = near_name(forms[number], names) is not None
        if again:
            kept.add(number)
    return kept


def _with_unknown(tokens: Sequence[Token], hits: Sequence[Hit], nonplaces: NonPlaces) -> tuple[Hit, ...]:
    """Add the capitalised words that nothing is known of; what stands beside them may still show them to be places."""
    taken = {number for hit in hits for number in range(hit.first, hit.last)}
    taken |= {number for first, last in nonplaces.spans for number in range(first, last)}
    strange = [number for number, token in enumerate(tokens) if token.named and number not in taken and _strange(token)]
    unknown = [
        Hit(first, last, ())
        for first, last in joined_runs(tokens, strange)
        if not _persons(tokens[first].lower, nonplaces)
    ]
    return tuple(sorted((*hits, *unknown), key=lambda hit: hit.first))


def _with_told(
    text: str, tokens: Sequence[Token], own: Sequence[tuple[Hit, Kind | None]], told: Sequence[Hit]
) -> list[tuple[Hit, Kind | None]]:
    """Add the names that others found, each with the kind that the words around it give; our own stay as they are."""
    every = sorted((*(hit for hit, _ in own), *told), key=lambda hit: hit.first)
    kinds = dict(own)
    around = zip(every, surroundings(text, tokens, every), strict=True)
    return [(hit, kinds.get(hit, words.kind)) for hit, words in around]


def _persons(word: str, nonplaces: NonPlaces) -> bool:
    return word in nonplaces.surnames or word in lexicon().given_names


def _strange(token: Token) -> bool:
    lists = lexicon()
    plain = token.lower in lists.everyday or token.lower in lists.kinds
    return len(token.text) > 2 and not plain and token.lower not in lists.demonyms  # noqa: PLR2004 - initials


def _known(text: str, tokens: Sequence[Token], first: int, last: int, gazetteer: Gazetteer) -> bool:
    candidates = gazetteer.lookup(text[tokens[first].start : tokens[last - 1].end])
    return bool(candidates) and candidates[0].score >= EXACT


def _form(text: str, tokens: Sequence[Token], hit: Hit) -> str:
    return normalise(text[tokens[hit.first].start : tokens[hit.last - 1].end])


def _mention(text: str, tokens: Sequence[Token], hit: Hit, kind: Kind | None) -> Mention:
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    if hit.short:
        end += text[end : end + 1] == "."
        return Mention(start, end, text[start:end], Kind.PROVINCE)
    return Mention(start, end, text[start:end], kind)
