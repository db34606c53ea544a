"""Which addresses may be connected to: public ones only, so that nobody reads what only this machine can see."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from geo.errors import ReportError

SCHEMES = {"http": 80, "https": 443}
# RFC 6052: the IPv4 address of another network is the last 32 bits.
_TRANSLATED = IPv6Network("64:ff9b::/96")
_IPV4_BITS = 0xFFFFFFFF


def checked_url(address: str) -> Url:
    """An address in its parts.

    Args:
        address: As a person wrote it, or a server that redirects.

    Returns:
        Scheme, host, port and the rest, encoded as they are sent.

    Raises:
        ReportError: It is no address of http or https, or has a user name in it.
    """
    try:
        url = parse_url(address)
    except LocationParseError:
        url = Url()
    if url.scheme not in SCHEMES or not url.host:
        reason = "this is no address of http or https"
        raise ReportError(reason, "Check it")
    if url.auth:
        reason = "there is a user name in the address"
        raise ReportError(reason, "Save the page and give the file")
    return url


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    Args:
        address: IPv4 or IPv6, as resolvers give it.

    Returns:
        False for private, loopback, link-local, shared, multicast, reserved and unspecified addresses, and for IPv6
        addresses that stand for such an IPv4 address (mapped, 6to4, Teredo, NAT64).
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not isinstance(found, IPv6Address):
        return _is_open(found)
    stands_for = found.ipv4_mapped or (IPv4Address(int(found) & _IPV4_BITS) if found in _TRANSLATED else None)
    if stands_for:
        return _is_open(stands_for)
    return _is_open(found) and all(_is_open(one) for one in (found.sixtofour, *(found.teredo or ())) if one)


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local)
