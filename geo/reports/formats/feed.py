"""News feeds, RSS and Atom (feedparser): one report an entry."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import feedparser

from geo.errors import ReportError
from geo.reports.draft import Draft, Refusal, Said
from geo.reports.formats.markup import block_text, tree_of
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.options import ReadingOptions

_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_MARKUP = ("text/html", "application/xhtml+xml")
_FIELDS = ("title", "link", "id", "published", "updated", "author")


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read a feed that was saved. The text of an entry is its content, else its summary, as `block_text` gives it.

    Args:
        data: The raw bytes.
        options: The limit of entries.

    Yields:
        A draft an entry; a refusal for each without date or text.

    Raises:
        ReportError: It is no feed, declares entities, or has too many entries.
    """
    if _ENTITY.search(data) or _ENTITY.search(data.replace(b"\0", b"")):
        reason = "it declares XML entities, as files made to do harm do"
        raise ReportError(reason, "Save the feed without them")
    # A file object: of mere bytes the library would try whether they name a file.
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        reason = "it holds no entries of a news feed"
        raise ReportError(reason, "Save the feed again, or give the pages that it links to")
    if len(found.entries) > options.limits.rows:
        reason = f"it has more than {options.limits.rows:,} entries"
        raise ReportError(reason, "Split it")
    for number, entry in enumerate(found.entries, start=1):
        yield _entry(entry, found.feed, f"entry {number}")


def _entry(entry: Any, feed: Any, part: str) -> Draft | Refusal:  # noqa: ANN401 - the library ships no types
    bodies = [*entry.get("content", ()), entry.get("summary_detail", {})]
    text, day = _text(bodies[0]) or _text(bodies[-1]), _day(entry)
    if not text or day is None:
        lack = "date" if text else "text"
        return Refusal(part, f"the entry has no {lack}", "Give the page that it links to")
    title = _title(entry)
    return Draft(
        text=text,
        day=day,
        basis=DateBasis.PUBLISHED,
        title=Said(title, "the entry's title") if title else None,
        publisher=_publisher(entry, feed),
        url=entry.get("link"),
        language=str(feed.get("language", "")).partition("-")[0].casefold() or None,
        part=part,
        record=_record(entry, [str(body.get("value", "")) for body in bodies]),
    )


def _record(entry: Any, bodies: list[str]) -> str:  # noqa: ANN401 - the library ships no types
    fields: dict[str, object] = {name: str(entry.get(name, "")) for name in _FIELDS}
    return json.dumps(fields | {"bodies": bodies}, ensure_ascii=False, sort_keys=True)


def _day(entry: Any) -> Said | None:  # noqa: ANN401 - the library ships no types
    for name in ("published", "updated"):
        if name in entry and entry[name].strip():
            return Said(entry[name].strip(), f"the entry's date ({name})")
    return None


def _publisher(entry: Any, feed: Any) -> Said | None:  # noqa: ANN401 - the library ships no types
    """Where an entry was taken over from, else whose feed it is."""
    for record, where in ((entry.get("source", {}), "the entry's source"), (feed, "the feed's title")):
        if words := _title(record):
            return Said(words, where)
    return None


def _title(record: Any) -> str:  # noqa: ANN401 - the library ships no types
    return _text(record.get("title_detail", {})).replace("\n", " ")


def _text(detail: Any) -> str:  # noqa: ANN401 - the library ships no types
    """A text of a feed without its markup; whether it has any, the feed says."""
    value = str(detail.get("value", ""))
    if detail.get("type") in _MARKUP and value.strip():
        return block_text(tree_of(value))
    return value.strip()
