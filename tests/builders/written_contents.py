"""What files are made from, in claims written as one line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from written_areas import WrittenAreas
from written_findings import findings, found_in

from geo.export.contents import contents
from geo.export.formats import format_named

if TYPE_CHECKING:
    from written_findings import WrittenFindings

    from geo.export.contents import Contents

LINES = [
    "West red takes 20 by media",
    "West blue takes ../25 says blue",
    "Seat red holds 18/20",
    "Province red holds 21",
    "Village red fights 22/24 from blue",
    "East blue takes 26 denied says red",
]
# What breaks formats that are put together from text: markup, formulas, ends of lines, control characters.
HOSTILE = '=1+1 {{7*7}} </script><img src=x onerror="a()">]]>&amp; \u202e \u2028 ${x} `y` \x00\x0b "\\ \r\n; , |'


def written(lines: list[str] = LINES) -> Contents:
    """Contents of written claims; the dead of the fifth claim are 3 to 5."""
    found = findings(lines)
    claims = [replace(one, deaths_low=3, deaths_high=5) if n == 4 else one for n, one in enumerate(found.claims)]
    return of(found_in(claims))


def of(found: WrittenFindings) -> Contents:
    """Contents of findings, on the written areas."""
    return contents(found, WrittenAreas())


def hostile() -> Contents:
    """One claim whose every text is hostile."""
    found = findings(["West red takes 20"])
    (claim,), (report,) = found.claims, found.reports
    claim = replace(claim, quote=HOSTILE, end=len(HOSTILE), place_text=HOSTILE, date_text=HOSTILE)
    report = replace(report, publisher=HOSTILE, title=HOSTILE, url=HOSTILE, text=HOSTILE)
    return of(replace(found, claims=(claim,), reports=(report,)))


def file_of(what: Contents, format_id: str, layer_id: str | None = None) -> bytes:
    """The bytes of a file."""
    form = format_named(format_id)
    return b"".join(form.write(what, form.layer(layer_id) if layer_id else form.layers[0]))
