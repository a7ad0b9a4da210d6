"""The store at size: how fast it is built, its room per quote, and how long searches and pages take.

``python -m tests.bench.store --quotes 1000000`` is the size of the bars; the default is a tenth of a minute's work.
Words have the frequencies of our own corpus, with a tail of compounds that goes on growing as a language's words do;
names and bodies fall off as Zipf has it. Articles are as long for their quotes as our corpus' pages are. The time of
making them is not counted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import statistics
import tempfile
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from pipeline.data import data_path
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.record import Record
from pipeline.search.filters import Filters
from pipeline.search.query import Request, search
from pipeline.store.opening import open_for_reading

BARS = {"build": 5_000, "room": 1_500, "search": 150, "person": 200, "first": 100}
_QUOTES = 4


class Zipf:
    """Draws from a list with falling frequency."""

    def __init__(self, values: list[str], slope: float = 1.0) -> None:
        self._values = values
        self._sums = list(accumulate(1 / (n + 2) ** slope for n in range(len(values))))

    def draw(self, chance: random.Random) -> str:
        """Return one value."""
        return self._values[bisect(self._sums, chance.random() * self._sums[-1])]


class Words:
    """Draws words as often as the corpus has them, and every twelfth from a tail of a million compounds."""

    def __init__(self, chance: random.Random) -> None:
        counted = _corpus_words()
        self._known = list(counted)
        self._sums = list(accumulate(counted.values()))
        forms = [word for word in _forms() if 4 <= len(word) <= 9]
        chance.shuffle(forms)
        self._begin, self._end = Zipf(forms[:1000], 0.6), Zipf(forms[1000:3000], 0.6)

    def draw(self, chance: random.Random) -> str:
        """Return one word."""
        if chance.random() < 1 / 12:
            return self._begin.draw(chance) + self._end.draw(chance)
        return self._known[bisect(self._sums, chance.random() * self._sums[-1])]


class Press:
    """Makes articles, each with four quotes, three people, two bodies, a phone and some figures."""

    def __init__(self, seed: int = 8) -> None:
        self.chance = random.Random(seed)
        self.words = Words(self.chance)
        given = ["Anna", "Erik", "Åsa", "Lars", "Maja", "Örjan", "Siv", "Bo", "Elin", "Karim", "Lena", "Olle"]
        names = [f"{g} {s}" for s in _surnames(self.chance) for g in given]
        self.chance.shuffle(names)
        self.names = Zipf(names)
        self.roles = Zipf("kommunalråd rektor polis chefsläkare vd forskare ordförande talesperson tränare lantbrukare".split())  # fmt: skip
        places = _surnames(random.Random(3))[:400]
        self.bodies = Zipf([f"{place}s {kind}" for kind in ("kommun", "sjukhus", "IF", "skola") for place in places])
        self.sources = Zipf([f"{place}sbladet" for place in places[:40]])

    def sentence(self, longest: int) -> str:
        """Return some words with a capital and a full stop."""
        said = " ".join(self.words.draw(self.chance) for _ in range(self.chance.randint(4, longest)))
        return said[0].upper() + said[1:]

    def record(self, number: int) -> Record:
        """Return the article of this number."""
        chance = self.chance
        people = [self.names.draw(chance) for _ in range(3)]
        bodies = [self.bodies.draw(chance) for _ in range(2)]
        made = _Text()
        made.block("title", self.sentence(9))
        made.block("lead", self.sentence(26) + ".")
        quotes, person_mentions, body_mentions = [], {0: [], 1: [], 2: []}, {0: [], 1: []}  # type: ignore[var-annotated]
        for n in range(_QUOTES):
            who = n % 3
            start = made.length
            said = self.sentence(22)
            made.begin("dash")
            made.add("– ")
            content = made.add(said)
            made.add(", säger ")
            person_mentions[who].append(made.add(people[who]))
            made.add(", ")
            role = self.roles.draw(chance)
            made.add(role)
            made.add(" på ")
            body_mentions[who % 2].append(made.add(bodies[who % 2]))
            made.add(".")
            made.end(start)
            quotes.append((content, who, role))
            made.block("paragraph", self.sentence(28) + ".")
        return _record(number, made, people, bodies, quotes, person_mentions, body_mentions, self.sources.draw(chance), chance)  # fmt: skip


class _Text:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[dict[str, object]] = []
        self._kind = ""

    def add(self, text: str) -> dict[str, object]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return {"start": start, "end": self.length, "text": text}

    def begin(self, kind: str) -> None:
        self._kind = kind

    def end(self, start: int) -> None:
        self.blocks.append({"kind": self._kind, "start": start, "end": self.length, "address": f"/html/body/main/p[{len(self.blocks)}]", "reason": None})  # fmt: skip
        self.add("\n\n")

    def block(self, kind: str, text: str) -> None:
        self.begin(kind)
        start = self.length
        self.add(text)
        self.end(start)


def _record(number, made, people, bodies, quotes, people_at, bodies_at, source, chance) -> Record:  # type: ignore[no-untyped-def]
    text = "".join(made.parts).rstrip()
    p, o = [f"p1-{number * 3 + n:012x}" for n in range(3)], [f"o1-{number * 2 + n:012x}" for n in range(2)]
    day = f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    hexes = f"{chance.getrandbits(256):064x}"

    def speaker(who: int, role: str) -> dict[str, object]:
        return {"name": people[who], "kind": "person", "person_id": p[who], "organisation_id": o[who % 2], "role": role, "mention": people_at[who][0], "via": "name", "reason": None}  # fmt: skip

    first = made.blocks[1]
    return Record.model_validate(
        {
            "schema": "press-record/1.1", "id": f"a1-{number:012x}",
            "source": {"name": source, "url": f"https://www.{source.lower()}.example/nyheter/{number}", "canonical_url": f"https://www.{source.lower()}.example/nyheter/{number}", "path": f"{number}.html", "media_type": "text/html", "encoding": {"name": "utf-8", "declared": "utf-8", "decided_by": "declared"}, "retrieved_at": None, "published_at": day, "updated_at": None, "raw_sha256": hexes, "archive": {"path": "2026-11.warc.gz", "offset": number * 7000, "length": 7000}, "rule": "wordpress"},
            "group_id": None, "title": text.split("\n")[0], "lead": {"start": first["start"], "end": first["end"]}, "byline": None, "language": "sv",
            "text": text, "text_sha256": hexes[::-1], "blocks": made.blocks,
            "people": [{"id": p[n], "name": people[n], "part": "story", "party": chance.choice(["S", "M", None, None, None]), "age": None, "organisation_id": o[n % 2], "roles": [], "mentions": people_at[n], "confidence": 0.97} for n in range(3)],
            "organisations": [{"id": o[n], "name": bodies[n], "kind": "municipality", "ref": None, "aliases": [], "mentions": bodies_at[n], "confidence": 0.93} for n in range(2)],
            "places": [{"id": f"l1-{number:012x}", "name": chance.choice(["Falun", "Alvsund", "Lillbo", "Kvarnfors"]), "mentions": []}],
            "quotes": [{"id": f"q1-{number * _QUOTES + n:012x}", "kind": "direct", "mark": "dash", "contents": [content], "cue": None, "speaker": speaker(who, role), "co_speakers": [], "candidates": [{"person_id": p[who], "score": 0.9}], "confidence": round(chance.uniform(0.6, 1), 3), "rule": "dash-frame", "group_id": None} for n, (content, who, role) in enumerate(quotes)],
            "phones": [{"start": 0, "end": 5, "text": "070-174 06 12", "e164": "+46701740612", "kind": "mobile", "context": "contact", "extension": None, "person_id": p[0], "organisation_id": None}] if number % 3 == 0 else [],
            "figures": [{"start": n, "end": n + 4, "text": "12 miljoner kronor", "kind": "money", "value": "12000000", "low": None, "high": None, "unit": "kronor", "currency": "SEK", "ucum": None, "bound": "exact", "qualifier": None, "change": None, "of": None, "quote_id": None, "confidence": 0.9} for n in range(4)],
            "dates": [{"start": n, "end": n + 4, "text": "i fredags", "iso": day, "precision": "day"} for n in range(3)],
            "produced_by": {"name": "talstreck", "version": "0.1.0", "config_sha256": "0" * 64, "stages": ["clean"], "models": []}, "notices": [],
        }
    )  # fmt: skip


def _corpus_words() -> dict[str, int]:
    """Return the words of the corpus with how often they stand there, the most frequent first."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data_path("corpus", "articles").rglob("*.txt"))]
    counted = Counter(word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _forms() -> list[str]:
    lines = data_path("models", "sv_press", "press_lemmas", "lemmas.tsv").read_text(encoding="utf-8").splitlines()
    return sorted({line.split("\t")[0].lower() for line in lines if line.split("\t")[0].isalpha()})


def _surnames(chance: random.Random) -> list[str]:
    starts, ends = "Berg Lind Ek Dal Sjö Ny Ström Gran Björk Alv Kvarn Ås Öst Hög Norr Sand Sten Holm".split(), "ström lund kvist gren berg qvist man mark stad fors näs dal by hed ås vik".split()  # fmt: skip
    middles = ["", "e", "inge", "a", "o", "ar", "en", "er", "is", "ul", "unn", "ell"]
    names = [a + b + c for a in starts for b in middles for c in ends]
    chance.shuffle(names)
    return names


def build(path: Path, quotes: int) -> tuple[float, float]:
    """Build the store and return the seconds that its writer took: on the clock, and of the processor."""
    press, store = Press(), sqlite(SqliteOptions(path=str(path)))
    taken, worked = 0.0, 0.0
    batch: list[tuple[Record, str]] = []
    for number in range(quotes // _QUOTES):
        record = press.record(number)
        batch.append((record, record.to_json()))
        if len(batch) == 500:
            clock, processor = _write(store.write, batch)
            taken, worked = taken + clock, worked + processor
    clock, processor = _write(store.write, batch)
    start, begun = time.perf_counter(), time.process_time()
    store.close()
    return taken + clock + time.perf_counter() - start, worked + processor + time.process_time() - begun


def _write(write: Callable[[Record, str], None], batch: list[tuple[Record, str]]) -> tuple[float, float]:
    start, begun = time.perf_counter(), time.process_time()
    for record, line in batch:
        write(record, line)
    batch.clear()
    return time.perf_counter() - start, time.process_time() - begun


Timed = tuple[float, float]


def _timed(run: Callable[[], object], times: int = 1) -> Iterator[Timed]:
    """Yield the milliseconds of each run: on the clock, and of the processor (which other programs do not lengthen)."""
    for _ in range(times):
        start, begun = time.perf_counter(), time.process_time()
        run()
        yield (time.perf_counter() - start) * 1000, (time.process_time() - begun) * 1000


def _p95(name: str, measured: list[Timed]) -> dict[str, float]:
    clock, processor = (statistics.quantiles(ms, n=20)[18] for ms in zip(*measured, strict=True))
    return {f"p95 ms {name}": clock, f"p95 ms {name}, processor": processor}


def searches(path: Path) -> dict[str, float]:
    """Return the milliseconds of searches: two words each, drawn as people would (no word of grammar)."""
    chance = random.Random(5)
    words = [word for word in list(_corpus_words())[40:3000] if len(word) > 3]
    plain: list[Timed] = []
    filtered: list[Timed] = []
    one: list[Timed] = []
    with closing(open_for_reading(path)) as db:
        search(db, Request("värme"))
        for _ in range(200):
            typed = f"{chance.choice(words[:300])} {chance.choice(words)}"
            narrow = Filters(since="2015", kind=("direct",), confidence=("high", "medium"))
            plain += _timed(lambda typed=typed: search(db, Request(typed)))  # type: ignore[misc]
            filtered += _timed(lambda typed=typed, narrow=narrow: search(db, Request(typed, narrow)))  # type: ignore[misc]
        for word in words[:40]:
            one += _timed(lambda word=word: search(db, Request(word)))  # type: ignore[misc]
    return _p95("two words", plain) | _p95("two words, three filters", filtered) | _p95("one frequent word", one)


def pages(path: Path) -> dict[str, float]:
    """Return the milliseconds of the first page and of people's pages, as the server makes them.

    People are not linked in this store: those of one name are taken for one, at three places of the ranking.
    """
    from starlette.testclient import TestClient

    from pipeline.reviews.file import ReviewFile
    from pipeline.web.app import make_app
    from pipeline.web.site import Reach, Site

    with closing(sqlite3.connect(path)) as db:
        ranked = db.execute("select value, quotes from terms where facet = 'speaker' order by quotes desc").fetchall()
        chosen = [ranked[min(place, len(ranked) - 1)] for place in (0, 99, 999)]
        for n, (name, _) in enumerate(chosen):
            db.execute(
                "insert or ignore into identities values (?, 'person', ?, ?, 1, null, null)",
                (f"i1-{n:012}", name, name),
            )
            db.execute(
                "insert or ignore into identity_members select id, ?, '', 'person', '', name, null, '' from people where name = ?",
                (f"i1-{n:012}", name),
            )
        db.commit()
    with tempfile.TemporaryDirectory() as folder:
        reach = Reach(hosts=("testserver",), requests_a_minute=1_000_000)
        site = Site(path, ReviewFile(Path(folder) / "reviews.db"), reach=reach)
        client = TestClient(make_app(site))
        addresses = {"first page": "/", "results": "/sok?q=kommunen+barn"}
        addresses |= {f"person with {quotes} quotes": f"/person/i1-{n:012}" for n, (_, quotes) in enumerate(chosen)}
        measured: dict[str, float] = {}
        for name, address in addresses.items():
            assert client.get(address).status_code == 200
            measured |= _p95(name, list(_timed(lambda a=address: client.get(a), 20)))  # type: ignore[misc]
        site.close()
    return measured


def main() -> None:
    """Print the figures beside the bars."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quotes", type=int, default=20_000)
    options.add_argument("--store", type=Path, help="keep the store here; one that is there is measured as it is")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.store or Path(folder) / "press.db"
        figures: dict[str, float] = {}
        if not path.is_file():
            seconds, worked = build(path, asked.quotes)
            figures |= {
                "quotes a second": asked.quotes / seconds,
                "quotes a second of processor": asked.quotes / worked,
            }
        with closing(open_for_reading(path)) as db:
            quotes = db.execute("select count(*) from quotes").fetchone()[0]
        figures["bytes a quote"] = path.stat().st_size / quotes
        figures |= searches(path)
        figures |= pages(path)
    print(
        json.dumps(figures) if asked.json else "\n".join(f"{name:28} {value:10.1f}" for name, value in figures.items())
    )


if __name__ == "__main__":
    main()
