"""One page from the web: http(s) only, public addresses only, checked anew at every redirect, with limits."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from requests.utils import DEFAULT_CA_BUNDLE_PATH

from geo.errors import ReportError
from geo.reports.inputs import printable
from geo.reports.options import size_words
from geo.reports.web.guard import SCHEMES, checked_url, is_public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from urllib3.util import Url

    from geo.reports.options import Limits

_REDIRECTS = (301, 302, 303, 307, 308)
_OK = 200
_CHUNK_BYTES = 65_536
_HEADERS = {
    "User-Agent": "Claimline (reads single pages on request)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_SAVE = "Save the page and give the file"


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched.

    Attributes:
        url: The address that it came from in the end.
        media: Its media type as the server says, maybe empty.
        data: The raw bytes.
    """

    url: str
    media: str
    data: bytes


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(one[4][0]) for one in found]


def dial(address: str, port: int, timeout_s: float) -> socket.socket:
    """A connection to an IP address."""
    return socket.create_connection((address, port), timeout=timeout_s)


def trusted() -> ssl.SSLContext:
    """Checks certificates against the system's authorities and those of Mozilla's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """The ways out; tests put others in their place.

    Attributes:
        resolve: Host and port to IP addresses.
        dial: IP address, port and seconds to a connection.
        tls: Gives what checks certificates.
    """

    resolve: Callable[[str, int], list[str]] = field(default=resolve)
    dial: Callable[[str, int, float], socket.socket] = field(default=dial)
    tls: Callable[[], ssl.SSLContext] = field(default=trusted)


_NETWORK = Network()


def fetch(address: str, limits: Limits, network: Network = _NETWORK) -> Page:
    """Fetch one page. Nothing is sent that tells who asks: no cookies, no referrer; proxies are not used.

    The host's IP addresses are looked up once and checked, and the connection goes to the checked address, so that a
    name that changes its address in between gains nothing. Each redirect is treated in the same way.

    Args:
        address: The address.
        limits: Bytes, redirects, and seconds for all of it but the look-ups, whose time the system limits.
        network: The ways out.

    Returns:
        The page.

    Raises:
        ReportError: The address may not be fetched, or gives no page within the limits; no address is named but that of
            a redirect.
    """
    end = time.monotonic() + limits.web_seconds
    for _ in range(limits.redirects + 1):
        url = checked_url(address)
        answer = _answer(url, limits, network, end)
        if isinstance(answer, Page):
            return answer
        address = answer
    reason = f"the server redirects more than {limits.redirects} times"
    raise ReportError(reason, _SAVE)


def _answer(url: Url, limits: Limits, network: Network, end: float) -> Page | str:
    """The page, or the address to go on to."""
    try:
        connected = _connected(url, network, end)
        with closing(connected), _ended(connected, end), closing(_asked(url, connected, end)) as response:
            if response.status in _REDIRECTS and response.headers.get("Location"):
                return urljoin(url.url, str(response.headers["Location"]))
            _refuse_status(response)
            return Page(url.url, response.headers.get("Content-Type", ""), _body(response, limits, end))
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        raise _no_answer(url, error, limits, end) from None


def _connected(url: Url, network: Network, end: float) -> socket.socket:
    """A connection to the host, at an address that was checked; encrypted for https."""
    host, port = str(url.host).strip("[]"), url.port or SCHEMES[str(url.scheme)]
    addresses = network.resolve(host, port)
    if not addresses or not all(is_public(one) for one in addresses):
        reason = f"{printable(host)} is not on the public internet"
        raise ReportError(reason, _SAVE)
    plain = network.dial(addresses[0], port, _left(end))
    if url.scheme != "https":
        return plain
    try:
        return network.tls().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _asked(url: Url, connected: socket.socket, end: float) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(str(url.host))
    connection.sock = connected
    connection.request("GET", url.request_uri, headers={"Host": str(url.netloc), **_HEADERS})
    response = connection.getresponse()
    # Where the time ran out, the headers seem to have ended.
    _left(end)
    return response


@contextmanager
def _ended(connected: socket.socket, end: float) -> Iterator[None]:
    """Cut a connection when time is over: a server that sends a byte now and then would else hold it for ever."""

    def cut() -> None:
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_left(end), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _body(response: http.client.HTTPResponse, limits: Limits, end: float) -> bytes:
    if response.headers.get("Content-Encoding", "identity").casefold() != "identity":
        reason = "the server sends the page packed, though it was asked not to"
        raise ReportError(reason, _SAVE)
    data = bytearray()
    while chunk := response.read1(_CHUNK_BYTES):
        data += chunk
        if len(data) > limits.file_bytes:
            reason = f"the page has more than {size_words(limits.file_bytes)}"
            raise ReportError(reason, "Save it and give its parts")
    _left(end)
    if response.length:
        raise http.client.IncompleteRead(bytes(data))
    return bytes(data)


def _refuse_status(response: http.client.HTTPResponse) -> None:
    if response.status != _OK:
        reason = f"the server answers {response.status} {printable(response.reason)}".rstrip()
        raise ReportError(reason, f"Check the address. {_SAVE}")


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _no_answer(url: Url, error: Exception, limits: Limits, end: float) -> ReportError:
    if isinstance(error, TimeoutError) or time.monotonic() >= end:
        return ReportError(f"{url.host} did not send the page within {limits.web_seconds:g} seconds", _SAVE)
    words = printable(getattr(error, "verify_message", "") or getattr(error, "strerror", "") or type(error).__name__)
    return ReportError(f"no page came from {url.host} ({words})", f"Check the address and the network. {_SAVE}")
