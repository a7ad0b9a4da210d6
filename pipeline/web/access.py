"""The door: who comes in, how often, under which host, and what every answer must carry. Plain ASGI, before the pages."""

from __future__ import annotations

import hmac
import math
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.web.site import Site

SESSION, LOGIN = "talstreck_session", "talstreck_nyckel"
_SAFE = frozenset(["GET", "HEAD", "OPTIONS"])
#: Bytes that a form may have.
_LARGEST = 256_000
#: Callers whose rate is remembered, at most.
_CALLERS = 10_000
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow, noarchive",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Rates:
    """Lets each caller in so often a minute: a bucket that fills evenly, with a quarter of a minute's worth at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._each = 60 / max(1, a_minute)
        self._most = max(1.0, a_minute / 4)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, caller: str) -> int:
        """Return 0 and count the request, or the seconds after which the caller may come again."""
        now = self._clock()
        left, then = self._buckets.pop(caller, (self._most, now))
        left = min(self._most, left + (now - then) / self._each)
        allowed = left >= 1
        self._buckets[caller] = (left - 1 if allowed else left, now)
        while len(self._buckets) > _CALLERS:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) * self._each))


class Door:
    """Checks each request before a page sees it, and puts the headers of safety on each answer.

    A page finds ``scope["state"]``: ``user``, ``session`` and ``csrf`` (what its forms must send back).
    """

    def __init__(self, app: ASGIApp, site: Site, clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._site = app, site
        self._rates = Rates(site.reach.requests_a_minute, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _cookies(headers.get("cookie", ""))
        session = cookies.get(SESSION) or secrets.token_urlsafe(24)
        new = SESSION not in cookies

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
                out.setdefault("cache-control", "no-store")
                if new:
                    out.append("set-cookie", f"{SESSION}={session}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        user = self._user(scope, headers, cookies)
        refused = self._refused(scope, headers, user)
        if refused is not None:
            await refused(scope, receive, answer)
            return
        state = {"user": user, "session": session, "csrf": self._site.signed("csrf", session)}
        scope.setdefault("state", {}).update(state)
        await self._app(scope, receive, answer)

    def _user(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> str | None:
        """Return who asks; None for somebody who has not said."""
        reach = self._site.reach
        client = (scope.get("client") or ("",))[0]
        if reach.user_header and client in reach.proxies:
            named = headers.get(reach.user_header, "").strip()
            return named[:80] or None
        if reach.token:
            given = headers.get("authorization", "").removeprefix("Bearer ").strip()
            held = cookies.get(LOGIN, "")
            if _same(given, reach.token) or _same(held, self._site.signed("login", reach.token)):
                return self._site.reader
            return None
        return None if reach.user_header else self._site.reader

    def _refused(self, scope: Scope, headers: Headers, user: str | None) -> Response | None:
        path, method = scope["path"], scope["method"]
        host = _host(headers.get("host", ""))
        if host not in self._site.reach.hosts:
            return PlainTextResponse(f"talstreck: {host!r} is no host of this page; see serve --host-name", 421)
        caller = f"{user or ''}@{(scope.get('client') or ('',))[0]}"
        wait = 0 if path.startswith("/static/") else self._rates.wait(caller)
        if wait:
            return PlainTextResponse("För många frågor. Too many requests.", 429, {"retry-after": str(wait)})
        if method not in _SAFE:
            if not _own_page(headers, host):
                return PlainTextResponse("Formuläret kom från en annan sida. The form came from another site.", 403)
            if int(headers.get("content-length") or 0) > _LARGEST or "transfer-encoding" in headers:
                return PlainTextResponse("För stort. Too large.", 413)
        if user is None and not path.startswith(("/static/", "/logga-in", "/bevakning/")):
            if path.startswith("/api/"):
                return PlainTextResponse("Authorization: Bearer TOKEN", 401, {"www-authenticate": "Bearer"})
            if self._site.reach.token:
                return RedirectResponse(f"/logga-in?till={quote(path)}", 303)
            return PlainTextResponse("Logga in hos den som driver sidan. Sign in at the proxy.", 401)
        return None


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _host(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()


def _own_page(headers: Headers, host: str) -> bool:
    """Tell whether a browser sent this from a page of ours; a client that is no browser says nothing of it."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or (urlsplit(origin).hostname or "") == host


def _same(given: str, wanted: str) -> bool:
    return bool(given) and hmac.compare_digest(given.encode(), wanted.encode())
