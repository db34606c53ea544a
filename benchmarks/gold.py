"""Texts with labelled place names: JSON lines {doc_id, text, toponyms: [{start, end, lat, lon}]}."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class GoldError(Exception):
    """A file of labelled texts that cannot be read."""


@dataclass(frozen=True, slots=True, order=True)
class Toponym:
    """A place name, labelled or predicted.

    Attributes:
        start: First code point.
        end: One past the last.
        lon: Degrees east, WGS 84, or None where it has no known point.
        lat: Degrees north, or None.
    """

    start: int
    end: int
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One document and the names in it, in order."""

    doc_id: str
    text: str
    toponyms: tuple[Toponym, ...]


def read_gold(path: Path) -> tuple[LabelledText, ...]:
    """Read labelled texts.

    Args:
        path: JSON lines, UTF-8; offsets are code points, half-open.

    Returns:
        The documents in the order of the file.

    Raises:
        GoldError: A line is no such document; the message names file and line.
    """
    texts = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                texts.append(_labelled(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                message = (
                    f"{path}, line {number}: no labelled text ({error!r}). Give the file in the format of the docs."
                )
                raise GoldError(message) from error
    return tuple(texts)


def _labelled(record: dict[str, Any]) -> LabelledText:
    names = sorted(Toponym(item["start"], item["end"], item["lon"], item["lat"]) for item in record["toponyms"])
    return LabelledText(record["doc_id"], record["text"], tuple(names))
