"""Which addresses may be connected to."""

from __future__ import annotations

import contextlib
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.reports.web.guard import checked_url, is_public


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.2.3"),
        *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1"),
        *("fec0::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1"),
        *("2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1"),
        *("2001:0:4136:e378:8000:63bf:80ff:fffe", "localhost", "", "1.2.3", "http://1.1.1.1"),
    ],
)
def test_what_only_this_machine_or_its_network_can_see_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_the_public_internet_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_public_in_ipv6_clothes_only_where_it_is_so_in_its_own(address: IPv4Address) -> None:
    for clothed in (f"::ffff:{address}", str(IPv6Address(int(IPv6Address("64:ff9b::")) | int(address)))):
        assert is_public(clothed) == is_public(str(address))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/a", "no address of http or https"),
        ("file:///etc/passwd", "no address of http or https"),
        ("example.org", "no address of http or https"),
        ("http://", "no address of http or https"),
        ("http://[::1", "no address of http or https"),
        ("javascript:alert(1)", "no address of http or https"),
        ("http://me:secret@example.org/", "a user name in the address"),
        ("http://example.org@127.0.0.1/", "a user name in the address"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(address: str, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        checked_url(address)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for address in (text, f"http://{text}"):
        with contextlib.suppress(ReportError):
            assert checked_url(address).scheme in {"http", "https"}
