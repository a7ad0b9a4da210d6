"""Web addresses: one form for each page, and whether a machine on the open network answers behind it."""

from __future__ import annotations

import fnmatch
import ipaddress
import re
import socket
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

#: Parameters that tell where a reader came from, not which page it is.
_TRACKING = re.compile(r"utm_\w+|publisherId|fbclid|gclid|mc_[ce]id|_ga|msclkid", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


class RefusedAddress(Exception):
    """An address that is not asked: not http(s), a name or password in it, or a machine that is not on the open network."""


def canonical(url: str, base: str = "") -> str:
    """Return an address in one form: host in lower case, no fragment, no tracking, no default port.

    Raises :class:`RefusedAddress` for what is no web address: ``mailto:``, ``file:``, a name and password.

    >>> canonical("HTTPS://Alvsund.example:443/nyheter?utm_source=x&id=3#topp")
    'https://alvsund.example/nyheter?id=3'
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        port = parts.port
    except ValueError as error:
        raise RefusedAddress(f"{url}: no web address: {error}") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise RefusedAddress(f"{url}: only http and https addresses are fetched")
    if parts.username or parts.password:
        raise RefusedAddress(f"{url}: has a name or password in it; leave them out")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    where = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    query = parts.query
    if any(_TRACKING.fullmatch(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        query = urlencode([p for p in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(p[0])])
    return urlunsplit((parts.scheme, where, parts.path or "/", query, ""))


def host_of(url: str) -> str:
    """Return the host of an address, with its port where it is not the usual one: one queue each."""
    return urlsplit(url).netloc


@lru_cache(maxsize=1_000)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(pattern))


def wanted(url: str, follow: Sequence[str], skip: Sequence[str]) -> bool:
    """Tell whether an address fits one of ``follow`` (any, where there is none) and none of ``skip``."""
    if any(_pattern(p).match(url) for p in skip):
        return False
    return not follow or any(_pattern(p).match(url) for p in follow)


def open_addresses(host: str, port: int, allow_private: bool) -> list[str]:
    """Return the addresses that a host name stands for, every one of them on the open network.

    One private, loopback, link-local, multicast or reserved address among them is enough to refuse the host: the answer
    that is used is the answer that was checked. Raises :class:`RefusedAddress`, and `OSError` where nothing answers.
    """
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = list(dict.fromkeys(str(answer[4][0]).partition("%")[0] for answer in answers))
    if not allow_private:
        for address in found:
            if not _is_open(address):
                raise RefusedAddress(
                    f"{host}: leads to {address}, which is not on the open network; "
                    "set 'allow_private: true' in the source if that is meant"
                )
    return found


def _is_open(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return _is_open(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return _is_open(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast
