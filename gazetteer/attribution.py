"""Whom to credit for what the gazetteer holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_INSTALLED = "installed: "


def attribution(source_keys: Iterable[str] = ()) -> str:
    """The line of credit for data from these sources.

    Args:
        source_keys: Keys such as `Place.source` and `Area.source`; none at all means every source that comes with the
            package. Keys of sources that are not the gazetteer's are left out.

    Returns:
        Sentences joined by " · ", in the order of `data/attribution.toml`; installed sources come last.
    """
    wanted = set(source_keys)
    installed = sorted(key.removeprefix(_INSTALLED) for key in wanted if key.startswith(_INSTALLED))
    return " · ".join([*(text for key, text in _texts().items() if not wanted or key in wanted), *installed])


def installed_source(credit: str) -> str:
    """The source key of something installed: its credit is known only to its own file, so the key carries it.

    Args:
        credit: Source and licence in one line.

    Returns:
        A key that `attribution` understands.
    """
    return f"{_INSTALLED}{credit}"


@cache
def _texts() -> dict[str, str]:
    return {key: entry["text"] for key, entry in data_table("attribution.toml").items()}
