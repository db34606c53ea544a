"""Starts the reading process, waits no longer than the limit, and starts another when it is lost."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Self

from geo.errors import ReportError
from geo.reports.formats.read import read_parts
from geo.reports.options import MEGABYTE, size_words
from geo.reports.worker.messages import READY, Answer, answer_from_bytes, options_to_json, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import BinaryIO

    from geo.reports.draft import Part
    from geo.reports.options import ReadingOptions

SERVE = "geo.reports.worker.serve"
# Reading a short plain text takes no time that anybody could make long; a process of its own would.
_HARMLESS_BYTES = MEGABYTE
# Loading the libraries of a format, on a busy machine.
_START_SECONDS = 120
# Libraries keep what they have seen; now and then a process is let go with it.
_MOST_FILES = 1_000


class Worker:
    """Reads files one at a time, those of risky formats in another process. Closed by leaving its `with` block."""

    def __init__(self, options: ReadingOptions) -> None:
        """Prepare; the process is started when it is needed.

        Args:
            options: Columns of tables, limits.
        """
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process."""
        self._stop()

    def read(self, format_id: str, data: bytes) -> Iterator[Part]:
        """Read a file.

        Args:
            format_id: Key of `formats.toml`.
            data: The raw bytes.

        Yields:
            The parts of the file.

        Raises:
            ReportError: It cannot be read, or takes more time or memory than the limits allow; no file is named.
        """
        if format_id == "txt" and len(data) <= _HARMLESS_BYTES:
            yield from read_parts(format_id, data, self._options)
            return
        fresh = self._read == 0
        answer = self._ask(format_id, data)
        if answer is None and not fresh:
            # What was read before may have used up the memory, or hurt the process.
            answer = self._ask(format_id, data)
        if answer is None:
            most = size_words(self._options.limits.memory_bytes)
            reason = f"reading it takes more than {most} of memory, or breaks the reader"
            raise ReportError(reason, "Save its text as .txt, or split it")
        yield from answer.parts
        if answer.reason:
            raise ReportError(answer.reason, answer.remedy)

    def _ask(self, format_id: str, data: bytes) -> Answer | None:
        """Have the process read a file; None where it was lost or ran out of memory."""
        process = self._started()
        clock = _Clock(process)
        try:
            message = self._exchange(process, clock, format_id.encode(), data)
        except OSError:
            message = None
        finally:
            clock.stop()
        self._read += 1
        answer = answer_from_bytes(message) if message is not None else None
        if answer is None or answer.exhausted or self._read >= _MOST_FILES:
            self._stop()
        if clock.over:
            seconds = self._options.limits.seconds
            reason = f"reading it takes longer than {seconds:g} seconds"
            raise ReportError(reason, "Save its text as .txt, or split it")
        return None if answer is None or answer.exhausted else answer

    def _exchange(self, process: subprocess.Popen[bytes], clock: _Clock, format_id: bytes, data: bytes) -> bytes | None:
        pipe_in, pipe_out = _pipes(process)
        clock.start(_START_SECONDS)
        send(pipe_in, format_id)
        send(pipe_in, data)
        message = receive(pipe_out)
        if message != READY:
            return message
        clock.start(self._options.limits.seconds)
        return receive(pipe_out)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._read = 0
            # -P: a file of ours must not be mistaken for one that lies in the folder a person happens to be in.
            command = [sys.executable, "-P", "-B", "-m", SERVE, options_to_json(self._options)]
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            # What could not be sent is lost with the process.
            with contextlib.suppress(OSError):
                pipe.close()
        self._read = 0


class _Clock:
    """Kills a process when its time is over."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._timer: threading.Timer | None = None
        self.over = False

    def start(self, seconds: float) -> None:
        self.stop()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        if self._timer:
            self._timer.cancel()

    def _end(self) -> None:
        self.over = True
        self._process.kill()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    assert process.stdin is not None  # noqa: S101 - both are asked for at the start
    assert process.stdout is not None  # noqa: S101 - as above
    return process.stdin, process.stdout  # type: ignore[return-value]  # typed as any file of bytes


def _environment() -> dict[str, str]:
    """Where this process found its modules, the other one finds them too."""
    places = [place or os.getcwd() for place in sys.path]  # noqa: PTH109 - what an empty entry means
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
