"""Archives made in tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.archive.build import Built, build, ordered
from geo.engine.engine import Here
from geo.profile import AUTO
from geo.report_reading import OneRead, read_one
from geo.reports.options import ReadingOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.engine.engine import Engine
    from geo.profile import Profile
    from geo.reports.report import Report

    Reader = Callable[[Report, Profile, Gazetteer], OneRead]

PART = 8


def built(  # noqa: PLR0913 - what tests vary
    archive: Path,
    *inputs: Path,
    gazetteer: Gazetteer,
    engine: Engine | None = None,
    profile: Profile = AUTO,
    part: int = PART,
    read: Reader = read_one,
    replace_inputs: bool = False,
) -> Built:
    """Make an archive in small partitions, in this process unless another engine is given."""
    order = ordered(inputs, ReadingOptions(), profile, part, replace=replace_inputs)
    order = replace(order, settings=replace(order.settings, read=read))
    return build(archive, order, engine or Here(), gazetteer, lambda _what, _done, _all: None)
