"""Closes a rendered page: puts the data in and forbids everything that the page does not need.

Folium compiles what it renders a second time as a template, so text from outside put into a Folium object could run
code on the server. Here the page is already rendered when the data arrive: no template ever sees them.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
RISKY = re.compile(r"[<>&'`{}$%#\u2028\u2029]")
DATA_SLOT = "<!-- data -->"
PACKED = "application/zlib;base64"
POLICY_SLOT = "<!-- policy -->"


def seal(html: str, data: object, pictures: str = "'none'", packed: object = None) -> str:
    """Put data and a content security policy into a rendered page.

    Args:
        html: The page, with one `POLICY_SLOT` in its head before any script and one `DATA_SLOT` in its body.
        data: Anything that JSON can say.
        pictures: From where pictures may be loaded, as a policy says it: `https://tile.example.org`.
        packed: More data, that the page unpacks once it is drawn; None for none.

    Returns:
        The page. Only the scripts and styles that were in `html` can run, nothing but such pictures can be loaded,
        nothing sent.
    """
    page = html.replace(
        POLICY_SLOT, f'<meta http-equiv="Content-Security-Policy" content="{policy(html, pictures)}">', 1
    )
    before, after = page.split(DATA_SLOT)
    scripts = f'<script type="application/json" id="claimline-data">{inert_json(data)}</script>'
    if packed is not None:
        scripts += f'<script type="{PACKED}" id="claimline-packed">{packed_json(packed)}</script>'
    return f"{before}{scripts}{after}"


def packed_json(data: object) -> str:
    """JSON, deflated (zlib, RFC 1950), in base64 (RFC 4648): a tenth of the size, and no text that could do harm."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def inert_json(data: object) -> str:
    r"""JSON in which no text can end a script, open a tag or look like a template.

    Args:
        data: Anything that JSON can say.

    Returns:
        Compact JSON; inside its strings `< > & ' \` { } $ % #` are written as `\uXXXX`.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return STRING.sub(lambda string: RISKY.sub(_escape, string[0]), text)


def policy(html: str, pictures: str = "'none'") -> str:
    """The content security policy of a page: its inline scripts and styles by hash, pictures, and nothing else.

    Args:
        html: The page, without its data.
        pictures: From where pictures may be loaded.

    Returns:
        The policy's text, for a `meta` element.
    """
    found = _Inline()
    found.feed(html)
    scripts = " ".join(_hash(text) for tag, text in found.blocks if tag == "script")
    styles = " ".join(_hash(text) for tag, text in found.blocks if tag == "style")
    own = f"script-src {scripts}; style-src {styles}; img-src {pictures}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


class _Inline(HTMLParser):
    """Collects the text of inline scripts and styles, exactly as a browser reads it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[tuple[str, str]] = []
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's shape
        if tag in ("script", "style"):
            self._open = tag
            self.blocks.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, text = self.blocks[-1]
            self.blocks[-1] = (tag, text + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
