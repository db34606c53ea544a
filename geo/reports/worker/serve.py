"""The reading process: takes files from a pipe, answers with texts. It cannot write, connect or start anything."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from typing import TYPE_CHECKING, Any, BinaryIO

from geo.errors import ReportError
from geo.reports.formats.known import formats
from geo.reports.formats.read import read_parts, reader_of
from geo.reports.inputs import printable
from geo.reports.worker.messages import READY, Answer, answer_to_bytes, options_from_json, receive, send

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.reports.draft import Part
    from geo.reports.options import ReadingOptions

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    *("socket.", "subprocess.", "shutil."),
    *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.remove", "os.rename", "os.mkdir"),
)
_MESSAGE_LETTERS = 100


def main() -> None:
    """Read files until the pipe is closed; the first argument has the options as JSON."""
    options = options_from_json(sys.argv[1])
    requests, answers = _pipes()
    logging.disable()
    warnings.simplefilter("ignore")
    _limit_memory(options.limits.memory_bytes)
    sys.addaudithook(refuse)
    while (format_id := receive(requests)) is not None:
        data = receive(requests)
        if data is None:
            return
        answered = answer(format_id.decode(), data, options, lambda: send(answers, READY))
        send(answers, answer_to_bytes(answered))
        if answered.exhausted:
            return


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes of the process, moved away from where a library might print."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def _limit_memory(most_bytes: int) -> None:
    """Let the system refuse more memory; Windows has no such limit, macOS does not always keep it."""
    try:
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Nothing in a document has any business with the network, other programs, or the disk."""
    if event.startswith(_FORBIDDEN) or (event == "open" and _writes(arguments)):
        message = f"readers must not do this: {event}"
        raise PermissionError(message)


def _writes(arguments: tuple[Any, ...]) -> bool:
    return isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)


def answer(format_id: str, data: bytes, options: ReadingOptions, ready: Callable[[], None] = lambda: None) -> Answer:
    """Read a file, whatever is in it.

    Args:
        format_id: Key of `formats.toml`.
        data: The raw bytes.
        options: Columns of tables, limits.
        ready: Called when the libraries of the format are loaded.

    Returns:
        The parts, and why not all of them where a fault came up.
    """
    parts: list[Part] = []
    try:
        reader_of(format_id)
        ready()
        parts.extend(read_parts(format_id, data, options))
    except ReportError as error:
        return Answer(tuple(parts), error.reason, error.remedy)
    except MemoryError:
        return Answer((), exhausted=True)
    except Exception as error:  # noqa: BLE001 - broken files make parsers raise anything; the file is named with it
        return Answer(tuple(parts), *_broken(format_id, error))
    return Answer(tuple(parts))


def _broken(format_id: str, error: Exception) -> tuple[str, str]:
    """Reason and remedy for a file that its parser gave up."""
    words = " ".join(printable(str(error)).split())[:_MESSAGE_LETTERS] or type(error).__name__
    name = formats()[format_id].name
    return f"it cannot be read as {name} ({words})", "Save it anew, or save its text as .txt"


if __name__ == "__main__":
    main()
