"""How long and how much memory the fold takes, from a thousand claims to a million.

Invented claims over 400 districts in 34 provinces and 1,500 days: one in fifty is on a province, one in five is a
party's own word.
Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.alone import alone
from benchmarks.growth import exponent
from benchmarks.memory import peak_mib
from gazetteer.place import Kind, Place
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.control.clock import Clock
from geo.control.fold import fold
from geo.control.plain import plain_fold

if TYPE_CHECKING:
    from benchmarks.suite.settings import Settings

SIZES = (1_000, 10_000, 100_000, 1_000_000)
PLAIN_SIZES = 2  # the plain fold is for small sets
FROM = 10_000  # claims; below, fixed costs count
DISTRICTS, PROVINCES, DAYS = 400, 34, 1_500
FIRST = date(2018, 1, 1)
ACTIONS = (Action.TAKES, Action.TAKES, Action.HOLDS, Action.FIGHTS, Action.LOSES, Action.BESIEGES)
SIDES = tuple(Party(name, name, name) for name in ("red", "blue", "green"))
FOLDS = {"columns": fold, "plain": plain_fold}


@dataclass(frozen=True, slots=True)
class Fold:
    """So many claims, folded once.

    Attributes:
        claims: How many.
        seconds: By the clock.
        cpu_seconds: Processor time.
        periods: Of control, that they come to.
        peak_mib: The most memory of the process.
        before_mib: The most that it had before it folded: Python and the claims themselves.
    """

    claims: int
    seconds: float
    cpu_seconds: float
    periods: int
    peak_mib: float
    before_mib: float


@dataclass(frozen=True, slots=True)
class Folds:
    """All sizes.

    Attributes:
        districts: Over how many.
        days: Over how many.
        sizes: By columns, as the product folds.
        plain: The smaller sizes by the plain fold, which goes day by day and which tests compare with.
        exponent: Of processor time by claims, from 10,000 on, where fixed costs no longer count; 1 is linear.
    """

    districts: int
    days: int
    sizes: tuple[Fold, ...]
    plain: tuple[Fold, ...]
    exponent: float


def places() -> dict[str, Place]:
    """A country of 34 provinces and 400 districts."""
    units = [Place("XX", "Country", Kind.COUNTRY, 0, 0, "XX")]
    units += [Place(f"XX{n:02}", f"Province {n}", Kind.PROVINCE, 0, 0, "XX", ("XX",)) for n in range(PROVINCES)]
    units += [
        Place(
            f"XX{n % PROVINCES:02}{n:03}", f"District {n}", Kind.DISTRICT, 0, 0, "XX", (f"XX{n % PROVINCES:02}", "XX")
        )
        for n in range(DISTRICTS)
    ]
    return {unit.id: unit for unit in units}


def made_up(count: int, known: dict[str, Place]) -> list[Claim]:
    """So many claims, the same in every run."""
    draw = random.Random(count)  # noqa: S311 - no secret
    districts = [place for place in known.values() if place.kind is Kind.DISTRICT]
    provinces = [place for place in known.values() if place.kind is Kind.PROVINCE]
    return [_claim(number, draw, districts if draw.random() > 1 / 50 else provinces) for number in range(count)]


def _claim(number: int, draw: random.Random, among: list[Place]) -> Claim:
    actor, opponent = draw.sample(SIDES, 2)
    own_word = draw.random() < 1 / 5
    published = FIRST + timedelta(days=draw.randrange(DAYS))
    event = published - timedelta(days=draw.choice((0, 0, 0, 1, 2, 6)))
    quote = f"Sentence {number}"
    return Claim(
        report=f"r{number // 3}",
        place=draw.choice(among),
        place_text="Place",
        place_start=0,
        action=draw.choice(ACTIONS),
        actor=actor,
        opponent=opponent,
        assertion=Assertion.ASSERTED if draw.random() < 0.95 else Assertion.DENIED,  # noqa: PLR2004 - one in twenty
        attribution=Attribution.CLAIMED if own_word else Attribution.REPORTED,
        claimant=Claimant(actor.name, "party", actor.id) if own_word else None,
        event_start=event,
        event_end=event,
        date_text="",
        date_basis=draw.choice((DateBasis.EXPLICIT, DateBasis.PUBLISHED)),
        published=published,
        quote=quote,
        start=0,
        end=len(quote),
        rule="benchmark",
        recapture=draw.random() < 1 / 10,
    )


def measured(settings: Settings) -> Folds:
    """Fold every size, each in a process of its own."""
    known = SIZES[: settings.size(len(SIZES), 2)]
    sizes = tuple(alone(measure, count, "columns", Clock.EVENT) for count in known)
    plain = tuple(alone(measure, count, "plain", Clock.EVENT) for count in known[:PLAIN_SIZES])
    large = [one for one in sizes if one.claims >= FROM] if len(sizes) == len(SIZES) else sizes
    return Folds(
        DISTRICTS, DAYS, sizes, plain, exponent([one.claims for one in large], [one.cpu_seconds for one in large])
    )


def measure(count: int, method: str, clock: Clock) -> Fold:
    """Fold so many claims once; the claims are made before the clock starts, and count in the peak."""
    known = places()
    folds = partial(FOLDS[method], start=FIRST, end=FIRST + timedelta(days=DAYS), stale_after_days=14, clock=clock)
    folds(made_up(1, known), known)  # imports what it needs
    claims = made_up(count, known)
    before = peak_mib()
    began, began_cpu = time.perf_counter(), time.process_time()
    periods = folds(claims, known)
    took, took_cpu = time.perf_counter() - began, time.process_time() - began_cpu
    return Fold(count, took, took_cpu, len(periods), peak_mib(), before)
