"""Claims as JSON Lines: one claim a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.export.record import nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.claims.claim import Claim


def claims_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """Write claims as JSON Lines.

    Args:
        claims: The claims, one at a time.

    Yields:
        One JSON object a claim, without its line end; the fields are those of `geo.export.record.nested`.
    """
    for claim in claims:
        yield json.dumps(nested(claim), ensure_ascii=False, allow_nan=False)
