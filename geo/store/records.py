"""Claims, reports and the rest as JSON and back, and the one way in which JSON is written for hashing."""

from __future__ import annotations

import json
import math
from datetime import date
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter

from geo.choose import Choice
from geo.claims.claim import Claim
from geo.claims.extract import Unplaced
from geo.profile import Profile
from geo.reports.report import Report

Json = dict[str, Any]
_Kind = TypeVar("_Kind", Choice, Claim, Profile, Report, Unplaced)


def canonical(value: object) -> str:
    """JSON that is the same for the same value: sorted keys, no spaces, ASCII only.

    Args:
        value: Plain values in dicts and lists; no NaN.

    Returns:
        The text that hashes are taken of.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def record_of(value: Choice | Claim | Profile | Report | Unplaced) -> Json:
    """A value as plain values: days in ISO 8601, tuples as lists; a number that is not known as null."""
    # Through JSON, so that what is compared is what is stored.
    record: Json = json.loads(canonical(_converter().unstructure(value)))
    return record


def value_of(record: Json, kind: type[_Kind]) -> _Kind:
    """What `record_of` made plain; a field that an earlier version did not have takes its default."""
    return _converter().structure(record, kind)


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(float, lambda number: number if math.isfinite(number) else None)
    converter.register_structure_hook(float, lambda number, _: math.nan if number is None else float(number))
    return converter
