"""`claimline extract --archive`: reports into an archive, and what there is to say of it."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from geo.commands.engines import Workers, chosen_engine
from geo.commands.inputs import Sources, name_problems
from geo.commands.terminal import say, shown_rates

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.archive.build import Built
    from geo.profile import Profile

# More than these a person does not read on a terminal; all are in the archive.
SHOWN_PROBLEMS = 10


def archived(
    archive: Path, reports: Sources, profile: Profile, workers: Workers, gazetteer: Gazetteer, *, replace: bool
) -> None:
    """Make or continue an archive, and tell what it holds.

    Args:
        archive: Its folder.
        reports: What to read.
        profile: Of the person's choice.
        workers: Who is to work.
        gazetteer: Places.
        replace: Whether the archive may lose inputs that are not named any more, and deadly texts are tried again.
    """
    from geo.archive.build import build, ordered
    from geo.holdings.overview import keep_overview

    order = ordered(reports.inputs, reports.options, profile, replace=replace)
    with chosen_engine(workers) as engine, shown_rates() as progress:
        built = build(archive, order, engine, gazetteer, progress)
    _tell(archive, built, profile)
    keep_overview(archive)


def _tell(archive: Path, built: Built, profile: Profile) -> None:
    from geo.archive.layout import PROBLEMS
    from geo.chosen import counts_told
    from geo.profile import AUTO

    with (archive / PROBLEMS).open(encoding="utf-8") as file:
        name_problems(json.loads(line)["problem"] for line in islice(file, SHOWN_PROBLEMS))
    if built.problems > SHOWN_PROBLEMS:
        say(f"{built.problems - SHOWN_PROBLEMS:,} more were left out; {archive / PROBLEMS} names them all.")
    if profile == AUTO:
        say(counts_told(built.summary.taken, built.summary.bare))
    before = f" {built.passed_over} of {built.partitions} parts were there already." if built.passed_over else ""
    say(
        f"{archive}: {built.summary.reports:,} reports, {built.summary.claims:,} claims, "
        f"{built.periods:,} control periods.{before}"
    )
