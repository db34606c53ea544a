"""Text that a format can carry, and that a spreadsheet takes for text."""

from __future__ import annotations

import re
import unicodedata

# What XML 1.0 (section 2.2) and the text columns of SQLite and spreadsheets have no room for.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# OWASP, "CSV Injection"; the wide forms of these signs count for them in some places.
_FORMULA_SIGNS = frozenset("=+-@\t\r\n")


def writable(text: str) -> str:
    """A text without characters that many formats cannot carry; each becomes U+FFFD, so that nothing shifts."""
    return _UNWRITABLE.sub(_REPLACEMENT, text)


def no_formula(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe comes before what would begin a formula."""
    return f"'{text}" if unicodedata.normalize("NFKC", text[:1])[:1] in _FORMULA_SIGNS and text else text
