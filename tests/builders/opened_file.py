"""Opens the one-file map without a browser: what it carries, and what its script makes of a place and day."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

Json = dict[str, Any]


def model_of(page: str) -> Json:
    """What the map is drawn from."""
    found = re.search(r'id="claimline-data">(.*?)</script>', page, re.DOTALL)
    assert found
    model: Json = json.loads(found[1])
    return model


def packed_in(page: str) -> Json:
    """What there is to read."""
    found = re.search(r'id="claimline-packed">([A-Za-z0-9+/=]*)</script>', page)
    assert found
    packed: Json = json.loads(zlib.decompress(base64.b64decode(found[1])))
    return packed


def opened(packed: Json, place: str, day: int, look: int = 0) -> Json:
    """What the panel gets of a place and day; the strip aside, as that comes from the map."""
    record = next(row for row in packed["places"] if row["id"] == place)
    ways, texts = packed["looks"], packed["texts"]
    chapters = ways[look]["about"].get(place) or ways[0]["about"].get(place) or ways[look]["silent"]
    _, headline, account, hangs, changes, groups = [one for one in chapters if one[0] <= day][-1]
    shown = {key: value for key, value in record.items() if key not in {"id", "label", "district"}}
    words = {"headline": texts[headline], "account": texts[account], "changes": [texts[number] for number in changes]}
    return shown | words | {"hangs": bool(hangs), "groups": [_group(packed, packed["groups"][one]) for one in groups]}


def _group(packed: Json, row: list[Any]) -> Json:
    heading, colour, told = row
    threes = zip(told[::3], told[1::3], told[2::3], strict=True)
    items = [_item(packed, packed["items"][item], packed["texts"][deed], copies) for item, deed, copies in threes]
    return {"heading": packed["texts"][heading], "colour": colour, "items": items}


def _item(packed: Json, row: list[Any], deed: str, copies: int) -> Json:
    report, start, *lengths, badges, facts, doubt, source, quote = row
    texts = packed["texts"]
    text = texts[quote] if quote else packed["reports"][report]["text"][start : start + sum(lengths)]
    before, marked = lengths[0], lengths[0] + lengths[1]
    shown = {"before": text[:before], "marked": text[before:marked], "after": text[marked:]}
    told = {"badges": [texts[one] for one in badges], "facts": [texts[one] for one in facts], "doubt": texts[doubt]}
    place = {"source": texts[source], "start": start, "end": start + sum(lengths)}
    return shown | told | place | ({"deed": deed} if deed else {}) | ({"copies": copies} if copies else {})
