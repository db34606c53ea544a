"""What the reading process is told and what it answers: JSON and bytes, each with its length before it."""

from __future__ import annotations

import base64
import json
import struct
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from geo.reports.draft import Draft, Enclosure, Part, Refusal, Said
from geo.reports.options import Limits, ReadingOptions
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

READY = b"ready"  # the libraries are loaded, the clock may start
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a file: its parts up to a fault, if there was one.

    Attributes:
        parts: The parts.
        reason: Why it, or the rest of it, was not read; empty where it was.
        remedy: What to do about it.
        exhausted: Whether the process ran out of memory, and must not be used again.
    """

    parts: tuple[Part, ...]
    reason: str = ""
    remedy: str = ""
    exhausted: bool = False


def send(pipe: BinaryIO, message: bytes) -> None:
    """Send a message."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """Receive a message; None where the other side is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = pipe.read(length)
    return message if len(message) == length else None


def options_to_json(options: ReadingOptions) -> str:
    """Options as JSON."""
    return json.dumps(asdict(options))


def options_from_json(text: str) -> ReadingOptions:
    """Options of a JSON text."""
    fields = json.loads(text)
    columns = tuple((field, heading) for field, heading in fields["columns"])
    return ReadingOptions(columns, allow_network=fields["allow_network"], limits=Limits(**fields["limits"]))


def answer_to_bytes(answer: Answer) -> bytes:
    """An answer as JSON."""
    rest = {"reason": answer.reason, "remedy": answer.remedy, "exhausted": answer.exhausted}
    return json.dumps({"parts": list(_packed(answer.parts)), **rest}).encode()


def answer_from_bytes(message: bytes) -> Answer:
    """An answer of JSON bytes."""
    fields = json.loads(message)
    parts = tuple(_part(kind, one) for kind, one in fields["parts"])
    return Answer(parts, fields["reason"], fields["remedy"], fields["exhausted"])


def _packed(parts: Iterable[Part]) -> Iterable[tuple[str, dict[str, Any]]]:
    for part in parts:
        if isinstance(part, Enclosure):
            yield "Enclosure", {"name": part.name, "data": base64.b64encode(part.data).decode()}
        else:
            yield type(part).__name__, asdict(part)


def _part(kind: str, fields: dict[str, Any]) -> Part:
    if kind == "Enclosure":
        return Enclosure(fields["name"], base64.b64decode(fields["data"]))
    if kind == "Refusal":
        return Refusal(**fields)
    said = {name: Said(**fields[name]) for name in ("day", "title", "publisher") if fields[name]}
    return Draft(**{**fields, **said, "basis": DateBasis(fields["basis"])})
