"""Pages from a server on this machine that stands for the web: the resolver and the way out are replaced."""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
import trustme
from file_server import FileServer, Reply

from geo.errors import ReportError
from geo.reports.inputs import Address
from geo.reports.options import Limits, ReadingOptions
from geo.reports.read import read_reports
from geo.reports.web.fetch import Network, Page, fetch

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC = "93.184.216.34"
LIMITS = Limits(web_seconds=5)
PAGE = b"<html><meta property='article:published_time' content='2022-09-10'><p>Ukrainian troops entered Kupiansk.</p>"


@dataclass
class Web:
    """A server that public addresses lead to; private ones lead nowhere, as nobody may ask for them."""

    server: FileServer
    hosts: dict[str, list[str]] = field(default_factory=dict)
    dialled: list[str] = field(default_factory=list)

    @property
    def network(self) -> Network:
        return Network(self._resolve, self._dial)

    def address(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.server.domain.rpartition(':')[2]}{path}"

    def _resolve(self, host: str, _port: int) -> list[str]:
        return self.hosts.get(host, [PUBLIC])

    def _dial(self, address: str, port: int, timeout_s: float) -> socket.socket:
        self.dialled.append(address)
        return socket.create_connection(("127.0.0.1", port), timeout_s)


@pytest.fixture
def web() -> Iterator[Web]:
    with FileServer() as server:
        yield Web(server)


def refusal(web: Web, path: str, limits: Limits = LIMITS) -> str:
    with pytest.raises(ReportError) as refused:
        fetch(web.address(path), limits, web.network)
    assert refused.value.remedy
    return refused.value.reason


def test_a_page_is_fetched_with_its_type_and_address_and_nothing_is_told(web: Web) -> None:
    web.server.replies["/a"] = [Reply(PAGE, headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=b"})]
    for _ in range(2):
        page = fetch(web.address("/a?q=\u00e4#part"), LIMITS, web.network)
        assert page == Page(web.address("/a?q=%C3%A4#part"), "text/html; charset=utf-8", PAGE)
    (path, headers), (_, again) = web.server.asked
    assert path == "/a?q=%C3%A4"
    assert headers == again
    assert headers["Host"] == web.address("/").split("/")[2]
    assert {"Cookie", "Referer", "Authorization"} & set(headers) == set()


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["::1"], [PUBLIC, "10.0.0.1"], ["::ffff:169.254.169.254"], []])
def test_a_name_that_leads_into_the_own_network_is_refused_before_any_connection(
    web: Web, addresses: list[str]
) -> None:
    web.hosts["news.example"] = addresses
    assert refusal(web, "/a") == "news.example is not on the public internet"
    assert (web.dialled, web.server.asked) == ([], [])


def test_a_redirect_is_followed_and_checked_like_the_first_address(web: Web) -> None:
    web.hosts["inside.example"] = ["192.168.0.1"]
    web.server.replies = {
        "/a": [Reply(status=302, headers={"Location": "/b"})],
        "/b": [Reply(status=307, headers={"Location": web.address("/c", "other.example")})],
        "/c": [Reply(PAGE)],
        "/in": [Reply(status=301, headers={"Location": web.address("/c", "inside.example")})],
        "/file": [Reply(status=301, headers={"Location": "file:///etc/passwd"})],
        "/round": [Reply(status=301, headers={"Location": "/round"})],
    }
    assert fetch(web.address("/a"), LIMITS, web.network).url == web.address("/c", "other.example")
    assert refusal(web, "/in") == "inside.example is not on the public internet"
    assert refusal(web, "/file") == "this is no address of http or https"
    assert refusal(web, "/round", replace(LIMITS, redirects=3)) == "the server redirects more than 3 times"


def test_the_connection_goes_to_the_address_that_was_checked_though_the_name_changes(web: Web) -> None:
    answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]
    web.server.replies["/a"] = [Reply(PAGE)]
    network = replace(web.network, resolve=lambda _host, _port: answers.pop(0))
    assert fetch(web.address("/a"), LIMITS, network).data == PAGE
    assert web.dialled == [PUBLIC]
    assert len(answers) == 2


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "the server answers 404 Not Found"),
        (Reply(status=302), "the server answers 302 Found"),
        (Reply(b"x" * 3000), "the page has more than 0.002 MB"),
        (Reply(b"x" * 9000, length=""), "the page has more than 0.002 MB"),
        (Reply(PAGE, cut=20), "no page came from news.example (IncompleteRead)"),
        (Reply(PAGE, headers={"Content-Encoding": "gzip"}), "the server sends the page packed"),
    ],
)
def test_what_gives_no_page_is_refused_with_its_reason(web: Web, reply: Reply, reason: str) -> None:
    web.server.replies["/a"] = [reply]
    assert refusal(web, "/a", Limits(file_bytes=2_000)).startswith(reason)


def test_no_connection_is_a_sentence(web: Web) -> None:
    def nobody(_address: str, _port: int, _timeout_s: float) -> socket.socket:
        raise ConnectionRefusedError(111, "Connection refused")

    with pytest.raises(ReportError, match=r"no page came from news.example \(Connection refused\)"):
        fetch(web.address("/a"), LIMITS, replace(web.network, dial=nobody))


@pytest.mark.parametrize("sent", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx"])
def test_a_server_that_dawdles_is_left(sent: bytes) -> None:
    here, there = socket.socketpair()
    there.sendall(sent)
    network = Network(lambda _host, _port: [PUBLIC], lambda _address, _port, _timeout: here)
    with there, pytest.raises(ReportError, match=r"news.example did not send the page within 0.2 seconds"):
        fetch("http://news.example/", Limits(web_seconds=0.2), network)


@pytest.mark.parametrize(("host", "refused"), [("news.example", ""), ("other.example", "mismatch")])
def test_certificates_are_checked_for_the_name_though_the_address_is_dialled(host: str, refused: str) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    here, there = socket.socketpair()

    def serve() -> None:
        try:
            with context.wrap_socket(there, server_side=True) as encrypted:
                encrypted.recv(65_536)
                encrypted.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")
        except OSError:
            there.close()

    def trust() -> ssl.SSLContext:
        trusting = ssl.create_default_context()
        authority.configure_trust(trusting)
        return trusting

    server = threading.Thread(target=serve)
    server.start()
    network = Network(lambda _host, _port: [PUBLIC], lambda _address, _port, _timeout: here, trust)
    try:
        if refused:
            with pytest.raises(ReportError, match=refused):
                fetch(f"https://{host}/", LIMITS, network)
        else:
            assert fetch(f"https://{host}/", LIMITS, network).data == b"page"
    finally:
        server.join()


def test_an_address_is_read_like_a_file_where_it_is_allowed_and_only_there(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.server.replies["/news/kupiansk"] = [Reply(PAGE, headers={"Content-Type": "text/html"})]
    monkeypatch.setattr("geo.reports.web.fetch.fetch", lambda address, limits: fetch(address, limits, web.network))
    address = Address(web.address("/news/kupiansk"))
    result = read_reports([address])
    assert result.reports == ()
    assert result.problems[0].endswith(
        "addresses are fetched only where that is allowed. Add --allow-network, or save the page and give the file."
    )
    assert web.server.asked == []
    (report,) = read_reports([address], ReadingOptions(allow_network=True)).reports
    assert (report.id, report.url, report.provenance.source) == ("kupiansk", address.url, address.url)
    assert report.text == "Ukrainian troops entered Kupiansk."
