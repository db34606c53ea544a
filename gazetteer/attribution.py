"""Whom to credit for what the gazetteer holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table

if TYPE_CHECKING:
    from collections.abc import Iterable


def attribution(source_keys: Iterable[str] = ()) -> str:
    """The line of credit for data from these sources.

    Args:
        source_keys: Keys such as `Place.source` and `Area.source`; none at all means every source. Keys of sources
            that are not the gazetteer's are left out.

    Returns:
        Sentences joined by " · ", in the order of `data/attribution.toml`.
    """
    wanted = set(source_keys)
    return " · ".join(text for key, text in _texts().items() if not wanted or key in wanted)


@cache
def _texts() -> dict[str, str]:
    return {key: entry["text"] for key, entry in data_table("attribution.toml").items()}
