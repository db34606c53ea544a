"""HTML to a tree and to its text, block by block: for pages' metadata, and for fragments that are no whole page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from geo.errors import ReportError
from geo.reports.decode import decode_declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*(?P<name>[\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_SILENT = frozenset(
    ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select", "textarea")
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead"),
        *("tr", "ul"),
    )
)


def page_text(data: bytes, declared: str | None = None) -> str:
    """The source of a page as text: UTF-8 where it fits, else in the encoding that the page declares, else as found.

    Raises:
        ReportError: The bytes are no text.
    """
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return decode_declared(data, declared or (found["name"].decode("ascii", "ignore") if found else None))


def tree_of(source: str) -> HtmlElement:
    """The tree of a page or fragment. Nothing that it refers to is fetched, and no entity is looked up.

    Raises:
        ReportError: It holds no markup and no text.
    """
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return document_fromstring(_XML_DECLARATION.sub("", source, count=1), parser=parser, ensure_head_body=True)
    except (etree.ParserError, ValueError):
        reason = "it holds no text"
        raise ReportError(reason, "Save the page again, as a whole") from None


def block_text(tree: HtmlElement) -> str:
    """The text of a tree, a line a block; white space within a block is one space, as a browser shows it."""
    lines = "".join(_pieces(tree)).split("\n")
    spaced = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in spaced if line).replace("\N{SOFT HYPHEN}", "")


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """The text in order; a line feed stands for the beginning and end of each block, and for no other."""
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden, block = element.tag in _SILENT, element.tag in _BLOCKS
        if block:
            yield "\n"
        if event == "start":
            silent += hidden
            if not silent and element.text:
                yield _flat(element.text)
            continue
        silent -= hidden
        if not silent and element.tail and element is not tree:
            yield _flat(element.tail)


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")
