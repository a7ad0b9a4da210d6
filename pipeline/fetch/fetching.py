"""A fetch from start to end: find the addresses, ask for each in its host's pace, keep the answers."""

from __future__ import annotations

import hashlib
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from pipeline.fetch.addresses import RefusedAddress, canonical, host_of, wanted
from pipeline.fetch.client import Answer, Asks, FetchProblem, retry_after
from pipeline.fetch.finding import Named, in_feed, in_list, in_sitemap
from pipeline.fetch.pace import Pace
from pipeline.fetch.robots import Robots
from pipeline.fetch.settings import FetchSource, ListPage
from pipeline.fetch.visits import State, Visit, Visits

_DAY = 86_400.0
#: Sitemaps that one source may lead to: an index of indexes may go on for ever.
_MOST_SITEMAPS = 2_000


class Clock(Protocol):
    """Time, so that a test need not wait."""

    def time(self) -> float:
        """Return the seconds since 1970."""

    def monotonic(self) -> float:
        """Return seconds that only grow."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class Keeps(Protocol):
    """Where answers go."""

    def keep(self, answer: Answer) -> None:
        """Keep a request and its response."""


@dataclass
class Report:
    """What a fetch did: new and changed pages kept, pages that had not changed, and what it left, by reason."""

    asked: int = 0
    kept: int = 0
    unchanged: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    left: dict[str, str] = field(default_factory=dict)
    planned: list[str] = field(default_factory=list)


class Fetch:
    """One source's fetch. ``watch`` is called after each address with it and what became of it."""

    def __init__(
        self,
        source: FetchSource,
        asks: Asks,
        keeps: Keeps,
        visits: Visits,
        agent: str,
        clock: Clock = time,
        watch: Callable[[str, str], None] = lambda url, ending: None,
    ) -> None:
        self._options = source.options
        self._given = source.given_urls()
        self._asks = asks
        self._keeps = keeps
        self._visits = visits
        self._clock = clock
        self._watch = watch
        self._pace = Pace(self._options.delay, self._options.jitter, clock.monotonic, random.Random())
        self._robots = Robots(self._ask_rules, agent, clock.monotonic)
        self.report = Report()

    def run(self, dry: bool = False) -> Report:
        """Find addresses and ask for those that wait; with ``dry`` only find them: no page is asked for or kept."""
        self._find()
        if dry:
            self.report.planned = [visit.url for visit in self._visits.waiting()][: self._options.max_pages]
            return self.report
        queues: dict[str, deque[Visit]] = {}
        for visit in self._visits.waiting():
            queues.setdefault(host_of(visit.url), deque()).append(visit)
        while queues and self.report.asked < self._options.max_pages:
            host = min(queues, key=self._pace.wait)
            ended = self._pace.ended(host)
            if ended is None:
                visit = queues[host].popleft()
                if self._visit(visit):
                    queues[host].append(self._visits.get(visit.url) or visit)
                if not queues[host]:
                    del queues[host]
                continue
            self.report.left[host] = ended
            del queues[host]
        return self.report

    # -- finding

    def _find(self) -> None:
        self._note((Named(url) for url in self._canonical(self._given)), "given")
        for feed in self._options.feeds:
            answer = self._index(feed)
            if answer is not None:
                self._note(in_feed(answer.body, answer.url), feed)
        self._find_in_sitemaps()
        for place in self._options.lists:
            self._find_in_list(place)

    def _find_in_sitemaps(self) -> None:
        waiting = deque(self._options.sitemaps)
        seen: set[str] = set()
        while waiting and len(seen) < _MOST_SITEMAPS:
            place = waiting.popleft()
            if place in seen:
                continue
            seen.add(place)
            answer = self._index(place)
            if answer is not None:
                pages, maps = in_sitemap(answer.body, answer.url)
                self._note(pages, place)
                waiting.extend(named.url for named in maps)

    def _find_in_list(self, place: ListPage) -> None:
        url: str | None = place.url
        seen: set[str] = set()
        while url is not None and url not in seen and len(seen) < place.pages:
            seen.add(url)
            answer = self._index(url)
            if answer is None:
                return
            pages, url = in_list(answer.body, answer.url, place.links, place.next)
            self._note((named for named in pages if named.url not in seen), place.url)

    def _canonical(self, urls: Iterable[str]) -> Iterable[str]:
        for url in urls:
            try:
                yield canonical(url)
            except RefusedAddress:
                self.report.problems["bad_address"] += 1

    def _note(self, found: Iterable[Named], place: str) -> None:
        """Enter what a place names; a page that has changed since it was asked for waits again."""
        now = self._clock.time()
        for named in found:
            if wanted(named.url, self._options.follow, self._options.skip):
                again = max(now - self._options.recheck * _DAY, named.changed or 0.0)
                self._visits.find(named.url, place, again)
        self._visits.commit()

    def _index(self, url: str) -> Answer | None:
        """Return a feed, sitemap or list page; None, and a problem in the report, where it cannot be had."""
        try:
            answer = self._follow(canonical(url), {})[-1]
        except RefusedAddress:
            self._problem(url, "bad_address")
            return None
        except FetchProblem as problem:
            self._problem(url, problem.reason)
            return None
        if answer.status != 200:
            self._problem(url, f"status_{answer.status}")
            return None
        return answer

    def _problem(self, url: str, reason: str) -> None:
        self.report.problems[reason] += 1
        self._watch(url, reason)

    # -- asking

    def _visit(self, visit: Visit) -> bool:
        """Ask for one address and note how it ended; return whether it should be asked again in this run."""
        self.report.asked += 1
        try:
            answers = self._follow(visit.url, _conditions(visit))
        except FetchProblem as problem:
            return self._failed(visit, problem)
        last = answers[-1]
        if last.status in (429, 503):
            return self._failed(visit, FetchProblem(f"status_{last.status}", visit.url, again=True))
        now = self._clock.time()
        if last.status == 304:
            self.report.unchanged += 1
            self._visits.close_as(visit.url, "kept", None, now)
            self._watch(visit.url, "unchanged")
        elif last.status == 200:
            self._keep(visit, answers, now)
        elif last.status >= 500:
            return self._failed(visit, FetchProblem(f"status_{last.status}", visit.url, again=True))
        else:
            state: State = "gone" if last.status in (404, 410) else "refused"
            self._problem(visit.url, f"status_{last.status}")
            self._visits.close_as(visit.url, state, f"status_{last.status}", now)
        return False

    def _keep(self, visit: Visit, answers: list[Answer], now: float) -> None:
        last = answers[-1]
        digest = hashlib.sha256(last.body).hexdigest()
        if digest == visit.sha256:
            self.report.unchanged += 1
        else:
            for answer in answers:
                self._keeps.keep(answer)
            self.report.kept += 1
        self._visits.keep(visit.url, last.header("etag"), last.header("last-modified"), digest, now)
        self._watch(visit.url, "unchanged" if digest == visit.sha256 else "kept")

    def _failed(self, visit: Visit, problem: FetchProblem) -> bool:
        if problem.again and visit.tries + 1 < self._options.attempts:
            self._visits.tried(visit.url, problem.reason)
            return True
        self._problem(visit.url, problem.reason)
        state: State = "refused" if problem.reason in _REFUSALS else "failed"
        if problem.reason == "robots_later":
            self._visits.tried(visit.url, problem.reason)  # it goes on waiting for another day
            return False
        self._visits.close_as(visit.url, state, problem.reason, self._clock.time())
        return False

    def _follow(self, url: str, conditions: dict[str, str]) -> list[Answer]:
        """Ask for an address and where it leads; every step is checked like the first. Raises `FetchProblem`."""
        answers: list[Answer] = []
        seen: set[str] = set()
        while True:
            if url in seen:
                raise FetchProblem("redirect_loop", f"{url}: leads back to itself", again=False)
            seen.add(url)
            answer = self._ask(url, conditions if not answers else {})
            answers.append(answer)
            location = answer.header("location")
            if answer.status not in (301, 302, 303, 307, 308) or not location:
                return answers
            if len(answers) > self._options.max_redirects:
                raise FetchProblem(
                    "redirects", f"{url}: more than {self._options.max_redirects} redirects", again=False
                )
            try:
                url = canonical(location, url)
            except RefusedAddress as error:
                raise FetchProblem("bad_address", str(error), again=False) from None

    def _ask(self, url: str, conditions: dict[str, str]) -> Answer:
        refusal = self._robots.refusal(url)
        if refusal is not None:
            reason = "robots_later" if self._robots.closed(url) else "robots"
            raise FetchProblem(reason, f"{url}: {refusal}", again=False)
        return self._paced(url, conditions, self._robots.delay(url))

    def _ask_rules(self, url: str) -> Answer:
        return self._paced(url, {}, 0.0)

    def _paced(self, url: str, conditions: dict[str, str], own_delay: float) -> Answer:
        host = host_of(url)
        wait = self._pace.wait(host)
        if wait > 0:
            self._clock.sleep(wait)
        try:
            answer = self._asks.get(url, conditions)
        finally:
            self._pace.asked(host, own_delay)
        self._pace.answered(host, answer.status, retry_after(answer, datetime.fromtimestamp(self._clock.time(), UTC)))
        return answer


#: Problems that a second fetch would meet again: the address is not ours to have.
_REFUSALS = frozenset(["robots", "private_address", "bad_address", "redirect_loop", "redirects", "too_large", "coding"])


def _conditions(visit: Visit) -> dict[str, str]:
    """Return the headers that ask for a page only if it has changed."""
    if visit.sha256 is None:
        return {}
    found = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
    return {name: value for name, value in found.items() if value}
