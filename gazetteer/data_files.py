"""The data files that come with the gazetteer."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gazetteer.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_file(name: str) -> Traversable:
    """A file of `gazetteer/data/`."""
    return files("gazetteer").joinpath("data", name)


def data_table(name: str) -> dict[str, Any]:
    """Read a TOML file of `gazetteer/data/`.

    Raises:
        DataError: It is missing or no TOML.
    """
    try:
        return tomllib.loads(data_file(name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"gazetteer/data/{name} cannot be read ({error}). Install the package again."
        raise DataError(message) from error
