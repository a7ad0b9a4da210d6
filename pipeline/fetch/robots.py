"""What each host lets us read, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from pipeline.fetch.addresses import RefusedAddress, canonical
from pipeline.fetch.client import Answer, FetchProblem

#: Bytes of a robots.txt that are read, as the standard asks for at least 500 KiB.
_MOST = 512_000
#: Seconds that rules hold; the standard says a day at most, a site that changes its mind should not wait so long.
_HOLDS = 3_600.0
#: Redirects that are followed to a robots.txt, as the standard asks.
_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """A host's rules: ``parser`` None lets everything through, unless ``closed``: the rules could not be had."""

    parser: Protego | None
    closed: str | None
    until: float


class Robots:
    """Asks for each host's rules once, and again when they are old."""

    def __init__(self, get: Callable[[str], Answer], agent: str, now: Callable[[], float]) -> None:
        self._get = get
        self._agent = agent
        self._now = now
        self._rules: dict[str, Rules] = {}

    def known(self, url: str) -> bool:
        """Tell whether the rules of the address's host are at hand, so that asking costs no request."""
        rules = self._rules.get(_root(url))
        return rules is not None and rules.until > self._now()

    def refusal(self, url: str) -> str | None:
        """Return why an address may not be asked now, or None."""
        rules = self._of(url)
        if rules.closed:
            return rules.closed
        return None if rules.parser is None or rules.parser.can_fetch(url, self._agent) else "robots.txt says no"

    def closed(self, url: str) -> bool:
        """Tell whether the rules could not be had, so that the host is left for another day."""
        return self._of(url).closed is not None

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that the host asks for; 0 where it says nothing."""
        parser = self._of(url).parser
        if parser is None:
            return 0.0
        asked = parser.crawl_delay(self._agent) or 0.0
        rate = parser.request_rate(self._agent)
        return max(float(asked), rate.seconds / rate.requests if rate and rate.requests else 0.0)

    def sitemaps(self, url: str) -> list[str]:
        """Return the sitemaps that the host names."""
        parser = self._of(url).parser
        return [] if parser is None else list(parser.sitemaps)

    def _of(self, url: str) -> Rules:
        root = _root(url)
        rules = self._rules.get(root)
        if rules is None or rules.until <= self._now():
            rules = self._rules[root] = self._read(f"{root}/robots.txt")
        return rules

    def _read(self, url: str) -> Rules:
        until = self._now() + _HOLDS
        for _ in range(_REDIRECTS + 1):
            try:
                answer = self._get(url)
            except FetchProblem as problem:
                if problem.reason == "private_address":
                    return Rules(None, None, until)  # the page's own request is refused and says so
                return Rules(None, f"robots.txt cannot be had ({problem.reason})", until)
            location = answer.header("location")
            if 300 <= answer.status < 400 and location:
                try:
                    url = canonical(location, url)
                except RefusedAddress:
                    return Rules(None, None, until)
                continue
            if answer.status >= 500 or answer.status == 429:
                return Rules(None, f"robots.txt cannot be had (the server answered {answer.status})", until)
            if answer.status >= 400:
                return Rules(None, None, until)
            return Rules(Protego.parse(answer.body[:_MOST].decode("utf-8", "replace")), None, until)
        return Rules(None, None, until)


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
