"""Colours for sides that have none of their own, or one that another side has: as many as are needed, none twice."""

from __future__ import annotations

import colorsys
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# Okabe and Ito's palette (2008), told apart by colour-blind readers, without black and yellow, on which names cannot be
# read.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
# Tol's "muted" scheme (2021), likewise, for maps of several wars.
MORE_COLOURS = ("#332288", "#882255", "#999933", "#44AA99", "#AA4499", "#117733", "#CC6677", "#88CCEE")
GOLDEN = 0.618034  # of the colour circle from one hue to the next: none comes near an earlier one for long


def spare_colours(taken: Collection[str]) -> Iterator[str]:
    """Colours that are not taken, those that are told apart best first.

    Args:
        taken: Colours as `#RRGGBB`.

    Yields:
        Colours as `#RRGGBB`, without end, each once.
    """
    given = {colour.upper() for colour in taken}
    for colour in _all_colours():
        if colour not in given:
            given.add(colour)
            yield colour


def _all_colours() -> Iterator[str]:
    yield from COLOURS
    yield from MORE_COLOURS
    for number in count():
        channels = colorsys.hls_to_rgb(number * GOLDEN % 1, 0.32 + 0.12 * (number % 3), 0.55)
        yield "#" + "".join(f"{round(255 * channel):02X}" for channel in channels)
