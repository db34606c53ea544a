"""How long and how much memory the fold takes: `python -m benchmarks.fold [--claims 1000000]`.

Invented claims over 400 districts in 34 provinces and 1,500 days: one in fifty is on a province, one in five is a
party's own word.
Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from typing import NamedTuple

from benchmarks.memory import peak_mib
from gazetteer.place import Kind, Place
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.control.clock import Clock
from geo.control.fold import fold
from geo.control.plain import plain_fold

SIZES = (1_000, 10_000, 100_000, 1_000_000)
DISTRICTS, PROVINCES, DAYS = 400, 34, 1_500
FIRST = date(2018, 1, 1)
ACTIONS = (Action.TAKES, Action.TAKES, Action.HOLDS, Action.FIGHTS, Action.LOSES, Action.BESIEGES)
SIDES = tuple(Party(name, name, name) for name in ("red", "blue", "green"))
FOLDS = {"columns": fold, "plain": plain_fold}


class Result(NamedTuple):
    """What one run took."""

    seconds: float
    cpu_seconds: float
    periods: int
    peak_mib: int


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


def measure(count: int, method: str, clock: Clock) -> Result:
    """Fold so many claims once; the claims are made before the clock starts, and count in the peak."""
    known = places()
    claims = made_up(count, known)
    began, began_cpu = time.perf_counter(), time.process_time()
    periods = FOLDS[method](
        claims, known, start=FIRST, end=FIRST + timedelta(days=DAYS), stale_after_days=14, clock=clock
    )
    took, took_cpu = time.perf_counter() - began, time.process_time() - began_cpu
    return Result(took, took_cpu, len(periods), round(peak_mib()))


def main() -> None:
    """Print a table, or with --claims the measurements of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, help="one run of this size, in this process")
    parser.add_argument("--method", choices=FOLDS, default="columns")
    parser.add_argument("--clock", type=Clock, choices=list(Clock), default=Clock.EVENT)
    asked = parser.parse_args()
    if asked.claims:
        one = measure(asked.claims, asked.method, asked.clock)
        sys.stdout.write(
            f"{asked.claims:>9,} {one.seconds:>8.2f} {one.cpu_seconds:>8.2f} {one.periods:>9,} {one.peak_mib:>8,}\n"
        )
        return
    sys.stdout.write(f"{'claims':>9} {'seconds':>8} {'CPU s':>8} {'periods':>9} {'peak MiB':>8}\n")
    sys.stdout.flush()
    for size in SIZES:
        again = ["--claims", str(size), "--method", asked.method, "--clock", asked.clock.value]
        subprocess.run([sys.executable, "-m", "benchmarks.fold", *again], check=True)  # noqa: S603 - ourselves


if __name__ == "__main__":
    main()
