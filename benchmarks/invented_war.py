"""An invented war, drawn with a seed: who holds each place when, and what is claimed of it in order of publication.

Each place has a holder that changes every few months; most claims say who that is, some are the rival's, some tell of
fighting, some are denied or a party's own word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.place import Kind
from geo.profile import Profile, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gazetteer.place import Place

    Ints = NDArray[np.int64]

COUNTRY, SEED = "AF", 20_261_122
FIRST, DAYS, A_REPORT = date(2018, 1, 1), 1_500, 3
HOLDS_DAYS, FRESH_DAYS = 150, 6
OWN_WORD, DENIED, TOLD_OF_CHANGE = 0.2, 0.03, 0.7
SIDES = ("red", "blue", "green")
PROFILE = Profile(
    title="An invented war",
    sides=(Side("red", "Red", "#D55E00"), Side("blue", "Blue", "#0072B2"), Side("green", "Green", "#009E73")),
    countries=(COUNTRY,),
)
# What is said while a place has a settled holder, in shares; by the holder, about the rival, or of both.
SAID = {
    "holds": (0.40, "Fighters of {actor} hold {place} and patrol its bazaar, residents said ({number})."),
    "fights": (0.25, "Clashes between {actor} and {opponent} went on near {place} for two days ({number})."),
    "advances": (0.12, "{actor} moved towards {place} from the north, a commander told reporters ({number})."),
    "repels": (0.08, "An attack of {opponent} on {place} was beaten back by {actor} overnight ({number})."),
    "takes": (0.07, "{actor} said its fighters had taken {place} after a siege of three weeks ({number})."),
    "besieges": (0.05, "Units of {actor} have cut the last road into {place}, officials said ({number})."),
    "loses": (0.03, "{actor} withdrew from {place} before dawn, according to local elders ({number})."),
}
ACTIONS = tuple(SAID)
RIVALS_DO = ("advances", "takes", "besieges")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Claims in the order of their publication: for each the number of its place, what is said, and when."""

    place: Ints
    action: Ints
    actor: Ints
    opponent: Ints
    day: Ints
    published: Ints
    own_word: NDArray[np.bool_]
    denied: NDArray[np.bool_]


def drawn(count: int, among: Sequence[Place]) -> Drawn:
    """Draw claims.

    Args:
        count: How many.
        among: The places that they can be on; provinces have few.

    Returns:
        The claims; the same arguments give the same.
    """
    draw = np.random.default_rng(SEED)
    weight = 1 / draw.permutation(np.arange(3, len(among) + 3)) ** 0.5
    weight *= [0.1 if place.kind is Kind.PROVINCE else 1 for place in among]
    place = draw.choice(len(among), count, p=weight / weight.sum())
    day = draw.integers(0, DAYS, count)
    late = draw.choice([0, 0, 0, 0, 1, 1, 2, 5, 20, 90], count)
    published = np.minimum(day + late, DAYS - 1)
    order = np.argsort(published, kind="stable")
    place, day, published = place[order], day[order], published[order]
    published = published[np.arange(count) // A_REPORT * A_REPORT]  # a report has one day
    day = np.minimum(day, published)
    holder, since = _holders(draw, place, day, len(among))
    fresh = (since < FRESH_DAYS) & (draw.random(count) < TOLD_OF_CHANGE)
    shares = [share for share, _ in SAID.values()]
    action = np.where(fresh, ACTIONS.index("takes"), draw.choice(len(ACTIONS), count, p=np.array(shares) / sum(shares)))
    rival = (holder + draw.integers(1, len(SIDES), count)) % len(SIDES)
    swapped = np.isin(action, [ACTIONS.index(name) for name in RIVALS_DO]) & ~fresh
    # A rival's claim to have taken a place is its own word, or else the line would move every day.
    own_word = (draw.random(count) < OWN_WORD) | (swapped & (action == ACTIONS.index("takes")))
    denied = draw.random(count) < DENIED
    return Drawn(place, action, np.where(swapped, rival, holder), np.where(swapped, holder, rival), day, published,
                 own_word, denied)  # fmt: skip


def _holders(draw: np.random.Generator, place: Ints, day: Ints, places: int) -> tuple[Ints, Ints]:
    """Who has each place on each day, and for how many days."""
    turns = 2 + DAYS // HOLDS_DAYS * 2
    begins = np.cumsum(draw.exponential(HOLDS_DAYS, (places, turns)), axis=1)
    side = draw.integers(0, len(SIDES), (places, turns + 1))
    turn = (begins[place] <= day[:, None]).sum(axis=1)
    began = np.where(turn > 0, begins[place, np.maximum(turn - 1, 0)], -DAYS)
    return side[place, turn], (day - began).astype(np.int64)
