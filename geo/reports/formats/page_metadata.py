"""What a web page says of itself: day of publication, publisher, title, language, with the place where it says so."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.reports.draft import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NAMES = ("property", "name", "itemprop")
# JSON-LD of real pages is shallow; what is nested deeper is looked at by nobody.
_MOST_DEPTH = 8


@lru_cache(maxsize=1)
def metadata_names() -> dict[str, Any]:
    """The tables of `page_metadata.toml`."""
    return tomllib.loads(files("geo.reports.formats").joinpath("page_metadata.toml").read_text(encoding="utf-8"))


def published_day(tree: HtmlElement) -> Said | None:
    """The day on which a page says that it was published."""
    return _meta(tree, "date") or _schema(tree, "datePublished") or _time(tree)


def publisher(tree: HtmlElement) -> Said | None:
    """Who a page says publishes it."""
    return _meta(tree, "publisher") or _schema(tree, "publisher")


def title(tree: HtmlElement) -> Said | None:
    """The headline of a page; the `title` element, which often has the site's name too, comes last."""
    return _meta(tree, "title") or _schema(tree, "headline") or _element(tree, "h1") or _element(tree, "title")


def address(tree: HtmlElement) -> str | None:
    """The address that a page gives as its own."""
    found = tree.xpath("string((//link[@rel='canonical']/@href | //meta[@property='og:url']/@content)[1])").strip()
    return found if found.startswith(("http://", "https://")) else None


def language(tree: HtmlElement) -> str | None:
    """ISO 639 code of the language that a page says it is in."""
    return str(tree.get("lang") or "").partition("-")[0].strip().casefold() or None


def _meta(tree: HtmlElement, field: str) -> Said | None:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        for name in (element.get(key, "").strip().casefold() for key in _NAMES):
            if name and element.get("content", "").strip():
                said.setdefault(name, element.get("content").strip())
    names = (name for name in metadata_names()["meta"][field] if name in said)
    return next((Said(said[name], f"the page's metadata ({name})") for name in names), None)


def _schema(tree: HtmlElement, key: str) -> Said | None:
    """What the page's records of schema.org (JSON-LD) say, those of a report before those of the page."""
    types: list[str] = metadata_names()["schema"]["types"]
    found = [(rank, words) for rank, words in _schema_values(tree, key, types) if words]
    return Said(min(found)[1], f"the page's metadata (schema.org {key})") if found else None


def _schema_values(tree: HtmlElement, key: str, types: list[str]) -> Iterator[tuple[int, str]]:
    for record in _records(tree):
        own = record.get("@type")
        ranks = [types.index(one) for one in (own if isinstance(own, list) else [own]) if one in types]
        value = record.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if ranks and isinstance(value, str):
            yield min(ranks), value.strip()


def _records(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().casefold() != "application/ld+json":
            continue
        try:
            yield from _objects(json.loads(script.text or "", strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MOST_DEPTH or not isinstance(value, dict | list):
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        yield from _objects(inner, depth + 1)


def _time(tree: HtmlElement) -> Said | None:
    """A `time` element that is marked as the day of publication."""
    classes = set(metadata_names()["time"]["classes"])
    for element in tree.iter("time"):
        marked = element.get("itemprop", "").casefold() == "datepublished" or element.get("pubdate") is not None
        if marked or classes & set(element.get("class", "").casefold().split()):
            words = element.get("datetime") or element.text_content()
            return Said(words.strip(), "the page's time element")
    return None


def _element(tree: HtmlElement, tag: str) -> Said | None:
    words = " ".join(next((one.text_content() for one in tree.iter(tag)), "").split())
    return Said(words, f"the page's {tag} element") if words else None
