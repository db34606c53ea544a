"""Whom to credit for what the gazetteer holds."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

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
    table = tomllib.loads(files("gazetteer").joinpath("data/attribution.toml").read_text(encoding="utf-8"))
    return {key: entry["text"] for key, entry in table.items()}
