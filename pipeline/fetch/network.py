"""Connections that only go where they may and never last longer than they may, as httpx's lowest layer."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from pipeline.fetch.addresses import open_addresses


class TooSlow(Exception):
    """An answer that was not whole when its time was up."""


class Deadline:
    """When the answer that is waited for must be whole; shared by all connections, for one is asked at a time."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._until = float("inf")

    def begin(self, seconds: float) -> None:
        """Start the time of a request."""
        self._until = self._now() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raises :class:`TooSlow` where none are."""
        left = self._until - self._now()
        if left <= 0:
            raise TooSlow
        return left


class _Stream(httpcore.NetworkStream):
    """A connection whose every read and write ends by the deadline: a server may drip for ever, byte by byte."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._shorter(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._shorter(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._shorter(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _shorter(self, timeout: float | None) -> float:
        left = self._deadline.left()
        return left if timeout is None else min(left, timeout)


class _Backend(httpcore.NetworkBackend):
    """Connects to the very address that was checked, so that a second answer of the name server changes nothing."""

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._plain = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = open_addresses(host, port, self._allow_private)
        except OSError as error:
            raise httpcore.ConnectError(f"{host}: {error.strerror or error}") from None
        problem: Exception = httpcore.ConnectError(f"{host}: no address")
        for address in addresses:
            left = self._deadline.left()
            try:
                stream = self._plain.connect_tcp(
                    address, port, left if timeout is None else min(left, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
                continue
            return _Stream(stream, self._deadline)
        raise problem

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("sockets in files are not fetched from")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def guarded_client(agent: str, deadline: Deadline, allow_private: bool) -> httpx.Client:
    """Return a client that connects as above, asks one connection a host, and follows no redirect by itself.

    No proxy, no netrc, no cookies kept: what is fetched depends on the address alone.
    """
    context = ssl.create_default_context()
    transport = httpx.HTTPTransport(verify=context, trust_env=False)
    # httpx has no door for a network layer of one's own; its pool is made anew with the same context.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=context,
        max_connections=8,
        max_keepalive_connections=8,
        keepalive_expiry=30,
        network_backend=_Backend(deadline, allow_private),
    )
    return httpx.Client(
        transport=transport,
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept-Language": "sv, *;q=0.5"},
        timeout=httpx.Timeout(20.0),
        follow_redirects=False,
        trust_env=False,
    )
