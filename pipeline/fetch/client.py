"""One address asked for: the answer whole and within its limits, or the reason why there is none."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

import httpx

from pipeline.fetch.addresses import RefusedAddress
from pipeline.fetch.network import Deadline, TooSlow, guarded_client
from pipeline.fetch.settings import FetchOptions

#: Bytes that are unpacked at a time.
_PIECE = 262_144
#: Seconds: a server that asks for more is left for another day.
_LONGEST_WAIT = 30 * 86_400


class FetchProblem(Exception):
    """An address without an answer. ``reason`` is a short label to count by; ``again`` whether asking again may help."""

    def __init__(self, reason: str, message: str, again: bool) -> None:
        super().__init__(message)
        self.reason = reason
        self.again = again


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, once: the body without its transfer or content coding, the headers as they came."""

    url: str
    status: int
    phrase: str
    version: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    asked: tuple[tuple[str, str], ...]
    at: str

    def header(self, name: str) -> str | None:
        """Return the first header of a name, whatever its case."""
        low = name.lower()
        return next((value for key, value in self.headers if key.lower() == low), None)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower case; empty where none is said."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


class Asks(Protocol):
    """Whatever answers for an address: the network, or a stand-in."""

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer of one request, redirects included as answers; raises :class:`FetchProblem`."""


class Client:
    """Asks over the network within the source's limits of time and size."""

    def __init__(self, options: FetchOptions, agent: str) -> None:
        self._options = options
        self._deadline = Deadline()
        self._client = guarded_client(agent, self._deadline, options.allow_private)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Ask once. The body is read as a stream: neither it nor what it unpacks to may exceed ``max_bytes``."""
        self._deadline.begin(self._options.max_seconds)
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                return self._answer(url, response)
        except RefusedAddress as error:
            raise FetchProblem("private_address", str(error), again=False) from None
        except TooSlow:
            limit = self._options.max_seconds
            raise FetchProblem("too_slow", f"{url}: not whole after {limit:g} seconds", again=True) from None
        except httpx.TimeoutException:
            raise FetchProblem("too_slow", f"{url}: no answer in time", again=True) from None
        except httpx.InvalidURL as error:
            raise FetchProblem("bad_address", f"{url}: {error}", again=False) from None
        except (httpx.DecodingError, zlib.error) as error:
            raise FetchProblem("broken", f"{url}: cannot be unpacked: {error}", again=True) from None
        except httpx.HTTPError as error:
            raise FetchProblem(_label(error), f"{url}: {error or type(error).__name__}", again=True) from None

    def _answer(self, url: str, response: httpx.Response) -> Answer:
        limit = self._options.max_bytes
        parts: list[bytes] = []
        size = 0
        for raw in _unpacked(response):
            size += len(raw)
            if size > limit:
                raise FetchProblem("too_large", f"{url}: larger than {limit} bytes", again=False)
            parts.append(raw)
            self._deadline.left()
        return Answer(
            url=url,
            status=response.status_code,
            phrase=response.reason_phrase,
            version=response.http_version,
            headers=tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers.raw),
            body=b"".join(parts),
            asked=tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.request.headers.raw),
            at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body without its content coding, a bounded piece at a time: a bomb is seen before it has gone off."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding in ("identity", ""):
        yield from response.iter_raw(65_536)
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise FetchProblem("coding", f"{response.url}: packed as {coding!r}, which was not asked for", again=False)
    unpacker = zlib.decompressobj(wbits=47)  # gzip or zlib, by its head
    first = True
    for raw in response.iter_raw(65_536):
        if first and coding == "deflate" and raw[:1] and raw[0] & 0x0F != 8:
            unpacker = zlib.decompressobj(wbits=-15)  # some servers leave the zlib head out
        first = False
        while raw:
            yield unpacker.decompress(raw, _PIECE)
            raw = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof and not first:
        raise FetchProblem("broken", f"{response.url}: the packed body ends too soon", again=True)


def _label(error: httpx.HTTPError) -> str:
    """Return what to count an error of the connection by."""
    if isinstance(error, httpx.ConnectError):
        return "tls" if "ssl" in str(error).lower() or "certificate" in str(error).lower() else "no_connection"
    return "broken"


def retry_after(answer: Answer, now: datetime) -> float | None:
    """Return the seconds that a server asks to be left alone, whether it says seconds or a date; None where it does not.

    >>> from dataclasses import replace
    >>> busy = Answer("https://a.example/", 503, "", "HTTP/1.1", (("Retry-After", "120"),), b"", (), "")
    >>> retry_after(busy, datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    said = (answer.header("retry-after") or "").strip()
    if said.isdigit():
        return float(min(int(said), _LONGEST_WAIT))
    try:
        until = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (until - now).total_seconds()), float(_LONGEST_WAIT))
