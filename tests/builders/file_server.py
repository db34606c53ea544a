"""A web server on 127.0.0.1 that serves files as real ones do: with ranges, tags, cuts, errors and redirects."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


@dataclass(frozen=True)
class Reply:
    """One answer.

    Attributes:
        body: The whole file.
        status: HTTP status of a full answer.
        headers: Further headers.
        cut: Bytes after which the connection is cut; None for never.
        ranges: Whether a range is answered with one.
        length: The length that is claimed; "" for none.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    ranges: bool = True
    length: str | None = None


class FileServer:
    """Serves `replies`: path → answers, given one after the other, the last one again and again."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def domain(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def base(self) -> str:
        return f"http://{self.domain}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next_reply(self, path: str) -> Reply:
        left = self.replies.get(path.partition("?")[0])
        if not left:
            return Reply(b"not here", 404)
        return left.pop(0) if len(left) > 1 else left[0]


def _handler(server: FileServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers.items())))
            reply = server.next_reply(self.path)
            start = self._start(reply)
            body = reply.body[start:]
            self.send_response(206 if start else reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            length = str(len(body)) if reply.length is None else reply.length
            if length:
                self.send_header("Content-Length", length)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(reply.body) - 1}/{len(reply.body)}")
            self.end_headers()
            self.wfile.write(body if reply.cut is None else body[: reply.cut])

        def _start(self, reply: Reply) -> int:
            found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            unchanged = self.headers.get("If-Range") in (reply.headers.get("ETag"), reply.headers.get("Last-Modified"))
            return int(found[1]) if found and unchanged and reply.ranges and reply.status == 200 else 0

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    return Handler
