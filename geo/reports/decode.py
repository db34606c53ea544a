"""Bytes of a report file to its text."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from geo.errors import ReportError

# The longer marks first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PLAIN_CONTROLS = frozenset(map(ord, "\t\n\v\f\r\x1a\x1b"))
# A stray control character is a slip of a text; more than this share is no text.
MOST_CONTROLS = 0.01
# charset-normalizer's measure of disorder, 0 to 1, above which the text reads as noise.
MOST_CHAOS = 0.1
ASCII_END = 0x80
SAVE_AS_TEXT = "Save the report as plain text in UTF-8"
# Names that mean another encoding in practice (WHATWG Encoding Standard).
WEB_ENCODINGS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
EMPTY = ("the file is empty", "Put the report's text in it")


def decode(data: bytes) -> str:
    """Decode a report.

    UTF-8 comes first, then UTF-16 and UTF-32 with a byte order mark, then what charset-normalizer finds likely.
    Line ends stay as they are; a byte order mark is no part of the text.

    Args:
        data: The raw bytes of the file.

    Returns:
        The text.

    Raises:
        ReportError: The bytes are empty, no text, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise ReportError(*EMPTY)
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    text = _strict(data, encoding) if encoding else _guess(data)
    if not text.strip():
        raise ReportError(*EMPTY)
    _refuse_controls(text)
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"it begins as {encoding} but byte {error.start} does not fit"
        raise ReportError(reason, SAVE_AS_TEXT) from None


def _guess(data: bytes) -> str:
    if b"\0" in data:
        reason = "this is a binary file (it holds NUL bytes)"
        raise ReportError(reason, SAVE_AS_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    _refuse_controls(data.decode("ascii", "replace"))
    if _mostly_utf8(data):
        reason = f"it is UTF-8 but byte {broken} does not fit"
        raise ReportError(reason, SAVE_AS_TEXT)
    best = from_bytes(data, threshold=MOST_CHAOS).best()
    # Encodings of several bytes a letter leave little to chance; of the others some known language must come out.
    if best is None or best.chaos > MOST_CHAOS or not (best.coherence or best.multi_byte_usage):
        reason = "its encoding cannot be told"
        raise ReportError(reason, SAVE_AS_TEXT)
    return _strict(data, best.encoding)


def _mostly_utf8(data: bytes) -> bool:
    """Most bytes beyond ASCII belong to letters in UTF-8: another encoding would give garbled words."""
    beyond = sum(byte >= ASCII_END for byte in data)
    fitting = sum(len(letter.encode()) for letter in data.decode("utf-8", "ignore") if ord(letter) >= ASCII_END)
    return 2 * fitting > beyond


def _refuse_controls(text: str) -> None:
    controls = sum(ord(letter) < ord(" ") and ord(letter) not in PLAIN_CONTROLS for letter in text)
    if "\0" in text or controls > MOST_CONTROLS * len(text):
        reason = "this is a binary file (it holds control characters)"
        raise ReportError(reason, SAVE_AS_TEXT)


def decode_declared(data: bytes, declared: str | None) -> str:
    """Decode a text that says its encoding, as web pages and mails do, rightly or not.

    Args:
        data: The raw bytes.
        declared: Name of the encoding, None where none is given.

    Returns:
        The text: in UTF-8 where it fits, else in the declared encoding, else as `decode` finds.

    Raises:
        ReportError: The bytes are empty, no text, or in an encoding that cannot be told.
    """
    encoding = WEB_ENCODINGS.get((declared or "").casefold(), declared)
    if encoding is None or data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or _is_utf8(data):
        return decode(data)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return decode(data)
    _refuse_controls(text)
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
