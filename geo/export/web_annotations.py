"""Quotes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one a claim."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

from geo.export.rows import claim_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.claim import Claim
    from geo.export.contents import Contents
    from geo.export.layers import Layer
    from geo.export.rows import ClaimRow
    from geo.reports.report import Report

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many code points around a quote tell it from the same words elsewhere.
AROUND = 32
GEONAMES = re.compile(r"gn:([0-9]+)")


def web_annotations(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write the claims' quotes as a collection of annotations.

    Args:
        contents: What to write.
        layer: Takes no part: every claim is an annotation.

    Yields:
        UTF-8 bytes of JSON-LD, one annotation a line; the same contents give the same bytes.
    """
    del layer
    about = contents.about
    head = {
        "@context": CONTEXT,
        "id": "urn:claimline:annotations",
        "type": "AnnotationCollection",
        "label": about["title"],
    }
    more = {"summary": f"{about['shows']} {about['note']}", "rights": about["attribution"], "generator": _generator()}
    yield f"{_json(head | more)[:-1]},\n".encode()
    yield b'"first":{"id":"urn:claimline:annotations:1","type":"AnnotationPage","startIndex":0,"items":['
    total = 0
    for row in claim_rows(contents):
        yield f"{',' if total else ''}\n{_json(_annotation(row))}".encode()
        total += 1
    yield f'\n]}},"total":{total}}}\n'.encode()


def _annotation(row: ClaimRow) -> Json:
    claim = row.claim
    return {
        "id": f"urn:claimline:claim:{row.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _in_words(claim)},
            {"type": "TextualBody", "purpose": "tagging", "value": claim.action.value},
            {"type": "TextualBody", "purpose": "tagging", "value": claim.assertion.value},
            {"type": "SpecificResource", "purpose": "identifying", "source": _place(claim)},
        ],
        "target": _targets(claim, row.report),
    }


def _in_words(claim: Claim) -> str:
    """For example `Taliban takes Bazarak (denied), says Fahim Dashti; 2021-09-05 to 2021-09-06`."""
    who = claim.actor.name if claim.actor else "somebody"
    against = f" against {claim.opponent.name}" if claim.opponent else ""
    denied = "" if claim.assertion == "asserted" else f" ({claim.assertion})"
    part = "part of " if claim.partial else ""
    said = f", says {claim.claimant.name}" if claim.claimant else ""
    days = " to ".join(day.isoformat() if day else "…" for day in (claim.event_start, claim.event_end))
    return f"{who} {claim.action} {part}{claim.place.name}{against}{denied}{said}; {days}"


def _place(claim: Claim) -> Json:
    number = GEONAMES.fullmatch(claim.place.id)
    known = f"https://sws.geonames.org/{number[1]}/" if number else f"urn:claimline:place:{claim.place.id}"
    return {"id": known, "label": claim.place.name}


def _targets(claim: Claim, report: Report | None) -> list[Json] | Json:
    """The text as it was read, by place and words; and, where the report has an address, that page, by words alone."""
    quote: Json = {"type": "TextQuoteSelector", "exact": claim.quote}
    if report is None:
        return {"source": f"urn:claimline:report:{claim.report}", "selector": [quote, _position(claim)]}
    quote |= {
        "prefix": report.text[max(claim.start - AROUND, 0) : claim.start],
        "suffix": report.text[claim.end : claim.end + AROUND],
    }
    source: Json = {"id": _bytes_of(report), "type": "Text", "format": "text/plain"}
    read = {"type": "SpecificResource", "source": source, "selector": [quote, _position(claim)]}
    if not report.url:
        return read
    source["via"] = report.url
    return [read, {"type": "SpecificResource", "source": report.url, "selector": [quote]}]


def _position(claim: Claim) -> Json:
    """Code points of the text, half-open, as section 4.2.5 of the model counts them."""
    return {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}


def _bytes_of(report: Report) -> str:
    """The report's bytes by their checksum (RFC 6920): whoever has the file can tell that it is this one."""
    digest = urlsafe_b64encode(bytes.fromhex(report.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _generator() -> Json:
    return {"type": "Software", "name": "Claimline"}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
