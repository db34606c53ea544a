"""Archives made in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.archive.build import Built, build, ordered
from geo.engine.engine import Here
from geo.profile import AUTO
from geo.reports.options import ReadingOptions

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.engine.engine import Engine
    from geo.profile import Profile

PART = 8


def built(
    archive: Path,
    *inputs: Path,
    gazetteer: Gazetteer,
    engine: Engine | None = None,
    profile: Profile = AUTO,
    part: int = PART,
) -> Built:
    """Make an archive in small partitions, in this process unless another engine is given."""
    order = ordered(inputs, ReadingOptions(), profile, part)
    return build(archive, order, engine or Here(), gazetteer, lambda _what, _done, _all: None)
