"""The fields of a claim as a person fills them in: drawn, and read back when the form is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from geo.claims.actors.span import slug
from geo.claims.claim import Action, Assertion, Attribution, Claimant, Party
from geo.errors import ReviewError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.app.review_desk import ReviewDesk

MOST_CANDIDATES = 12
SPEAKERS = ("source", "party", "official", "media", "resident")
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Fields:
    """What a claim says, apart from its words in the report."""

    place: Place | None
    action: Action = Action.TAKES
    actor: Party | None = None
    opponent: Party | None = None
    assertion: Assertion = Assertion.ASSERTED
    attribution: Attribution = Attribution.STATED
    claimant: Claimant | None = None
    event_start: date | None = None
    event_end: date | None = None


def offered_places(name: str, now: Place | None, gazetteer: Gazetteer) -> list[Place]:
    """The places that a name may mean, the present one first."""
    found = [candidate.place for candidate in gazetteer.lookup(name)[:MOST_CANDIDATES]] if name.strip() else []
    return list(dict.fromkeys([*([now] if now else []), *found]))


def place_words(place: Place, gazetteer: Gazetteer) -> str:
    """A place with what it is and where it lies: `Andarab (district), Baghlan, Afghanistan`."""
    units = [gazetteer.get(unit).name for unit in place.parents]
    return ", ".join((f"{place.name} ({place.kind.value})", *units))


def draw_fields(prefix: str, now: Fields, places: Sequence[Place], desk: ReviewDesk) -> None:
    """Draw the fields within a form.

    Args:
        prefix: Of the keys of the fields; other fields have another one.
        now: What they say at first.
        places: The places that can be chosen.
        desk: Its sides can be chosen; others can be typed.
    """
    known = desk.sides
    one, two, three = st.columns(3)
    words = {place.id: place_words(place, desk.gazetteer) for place in places}
    with one:
        st.selectbox("Place on the map", list(words), format_func=words.__getitem__, key=_place_key(prefix, places))
        _choice("Action", list(Action), now.action, f"{prefix} action")
        _choice("Assertion", list(Assertion), now.assertion, f"{prefix} assertion")
    with two:
        _side("Who", now.actor, known, f"{prefix} actor")
        _side("Against", now.opponent, known, f"{prefix} opponent")
        st.date_input("First day", now.event_start, key=f"{prefix} start")
        st.date_input("Last day", now.event_end, key=f"{prefix} end")
    with three:
        _choice("Whose word", list(Attribution), now.attribution, f"{prefix} attribution")
        st.text_input(
            "Said by", now.claimant.name if now.claimant else "", key=f"{prefix} claimant", placeholder="the reporter"
        )
        _choice("Who that is", list(SPEAKERS), now.claimant.kind if now.claimant else "source", f"{prefix} speaker")
        _side("Speaks for", _spoken_for(now, known), known, f"{prefix} for")


def read_fields(prefix: str, now: Fields, places: Sequence[Place], known: Mapping[str, Party]) -> Fields:
    """What the fields say when their form is sent.

    Args:
        prefix: Of the keys of the fields.
        now: What they said at first; a side that was left as it was stays the same.
        places: The places that could be chosen.
        known: Sides by id.

    Returns:
        What the person chose and wrote.

    Raises:
        ReviewError: No place was chosen.
    """
    sent = st.session_state
    chosen = {place.id: place for place in places}.get(sent[_place_key(prefix, places)])
    if chosen is None:
        message = "No place was chosen. Give its name, and choose one of those of that name."
        raise ReviewError(message)
    speaks_for = party_named(sent[f"{prefix} for"], _spoken_for(now, known), known)
    name = sent[f"{prefix} claimant"].strip()
    return Fields(
        place=chosen,
        action=sent[f"{prefix} action"],
        actor=party_named(sent[f"{prefix} actor"], now.actor, known),
        opponent=party_named(sent[f"{prefix} opponent"], now.opponent, known),
        assertion=sent[f"{prefix} assertion"],
        attribution=sent[f"{prefix} attribution"],
        claimant=Claimant(name, sent[f"{prefix} speaker"], speaks_for.id if speaks_for else None) if name else None,
        event_start=sent[f"{prefix} start"],
        event_end=sent[f"{prefix} end"],
    )


def _place_key(prefix: str, places: Sequence[Place]) -> str:
    """Other places are another field: what was chosen of those before says nothing."""
    return " ".join((prefix, "place", *(place.id for place in places)))


def _choice(label: str, options: Sequence[str], now: str, key: str) -> None:
    st.selectbox(label, options, index=list(options).index(now) if now in options else 0, key=key)


def _side(label: str, now: Party | None, known: Mapping[str, Party], key: str) -> None:
    names = [NOBODY, *([now.name] if now else []), *(party.name for party in known.values())]
    options = list(dict.fromkeys(names))
    st.selectbox(label, options, index=options.index(now.name) if now else 0, key=key, accept_new_options=True)


def party_named(name: str | None, now: Party | None, known: Mapping[str, Party]) -> Party | None:
    """The side of a name.

    Args:
        name: As it was chosen or written.
        now: The side that stood there; of several of one name it is that one.
        known: Sides by id.

    Returns:
        The side, a new one where the name is not known; None for nobody.
    """
    if not name or name == NOBODY:
        return None
    if now and now.name == name:
        return now
    found = next((party for party in known.values() if party.name == name), None)
    return found or Party(slug(name), name, name)


def _spoken_for(now: Fields, known: Mapping[str, Party]) -> Party | None:
    """The side that the speaker speaks for; one that acts nowhere goes by its id."""
    side = now.claimant.side if now.claimant else None
    return (known.get(side) or Party(side, side, side)) if side else None
