"""What `link` costs: synthetic archives with Swedish name frequencies, one core.

python -m tests.bench.linking          # 10,000 articles
python -m tests.bench.linking --full   # 10,000, 30,000 and 100,000, each in a process of its own

People are drawn with the names' real shares, live in one of many towns, have a role, a body and sometimes a party, and
stand in the news as people do: a few very often, most once or twice. The records are reduced to what `link` reads.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import accumulate

from pipeline.archive.link.memory import MemoryLinks
from pipeline.archive.link.mentions import RARE, Mention, is_common_role, plain_role
from pipeline.archive.link.names import bar, heard, parse_name
from pipeline.data import read_table
from pipeline.evaluate.linking import b_cubed
from pipeline.stages.names.lists import given_names
from pipeline.stages.names.spelling import fold

SIZES = (10_000, 30_000, 100_000)
PEOPLE_IN_AN_ARTICLE = 4
TOWNS = 290
_ROLES = "rektor kommunalråd lärare tränare ordförande vd polis överläkare kyrkoherde brandchef projektledare bonde"
_BODIES = "kommun|skola|sjukhus|IF|Energi AB|församling|hembygdsförening|bibliotek"
_PARTIES = ("S", "M", "C", "V", "SD", "L", "KD", "MP")


class _Person:
    """Someone who lives in a town, with what the papers write of them."""

    def __init__(self, number: int, name: str, rng: random.Random) -> None:
        self.number = number
        self.name = name
        self.town = f"ort{rng.randrange(TOWNS)}"
        self.role = plain_role(rng.choice(_ROLES.split()))
        self.body = f"{self.town}s {rng.choice(_BODIES.split('|')).lower()}"
        self.party = rng.choice(_PARTIES) if rng.random() < 0.3 else None


def people(count: int, rng: random.Random) -> list[_Person]:
    """Return people with names drawn by their bearers."""
    given = {name: known.women + known.men for name, known in given_names().items()}
    family = {row[0]: max(1, int(row[1])) * (1 if row[2] == "scb-top" else 40) for row in _surnames()}
    firsts = rng.choices(list(given), cum_weights=list(accumulate(given.values())), k=count)
    lasts = rng.choices(list(family), cum_weights=list(accumulate(family.values())), k=count)
    return [_Person(n, f"{first} {last}", rng) for n, (first, last) in enumerate(zip(firsts, lasts, strict=True))]


def _surnames() -> list[list[str]]:
    return read_table("models", "lexicons", "surnames.tsv")


def mentions(articles: int, seed: int = 7) -> Iterator[tuple[Mention, int]]:
    """Yield mentions with the number of the person that they are of."""
    rng = random.Random(seed)
    everybody = people(articles, rng)
    by_town: dict[str, list[_Person]] = {}
    for person in everybody:
        by_town.setdefault(person.town, []).append(person)
    fame = list(accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(everybody))))
    for article in range(articles):
        first = rng.choices(everybody, cum_weights=fame)[0]
        near = by_town[first.town]
        present = {first.number: first}
        for _ in range(PEOPLE_IN_AN_ARTICLE - 1):
            other = near[int(len(near) * rng.random() ** 2)]
            present[other.number] = other
        names = {p.number: parse_name(p.name) for p in present.values()}
        for person in present.values():
            yield (
                _mention(person, article, names[person.number].form, [names[n].form for n in present], rng),
                person.number,
            )


def _mention(p: _Person, article: int, form: str, present: list[str], rng: random.Random) -> Mention:
    company = [other for other in present if other != form]
    tokens = [f"person:{other}" for other in company] + [f"heard:{heard(other)}" for other in company]
    source = f"tidning{fold(p.town)}"
    tokens += [f"source:{source}", *([f"near:{p.town}"] if bar(form) <= RARE else [])]
    if rng.random() < 0.7:
        tokens.append(f"role:{p.role}")
        tokens += [] if is_common_role(p.role) else [f"beat:{p.role}@{source}"]
    if rng.random() < 0.5:
        tokens += [f"body:{p.body}", f"cobody:{p.body}", f"office:{p.role}@{p.body}", f"home:{p.town}"]
    if rng.random() < 0.7:
        tokens.append(f"place:{p.town}")
    if p.party and rng.random() < 0.6:
        tokens.append(f"party:{p.party}")
        tokens += [f"seat:{p.party}@{p.town}"] if f"place:{p.town}" in tokens else []
    day = f"20{10 + article % 15}-{1 + article % 12:02}-{1 + article % 28:02}"
    key = f"p1-{article:08x}{p.number:08x}"
    return Mention(key, f"a1-{article:08x}", "person", p.name, form, day, tuple(sorted(set(tokens))))


def measure(articles: int) -> None:
    """Link an archive of a size in one go, then a hundred articles more, and print time, memory and quality."""
    made = list(mentions(articles))
    late = {m.article for m, _ in made[-4 * 100 :]}
    truth = {m.id: str(person) for m, person in made}
    links = MemoryLinks()
    start = time.perf_counter()
    links.add(m for m, _ in made if m.article not in late)
    first = time.perf_counter() - start
    start = time.perf_counter()
    links.add(m for m, _ in made if m.article in late)
    more = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {m.id: identity.id for identity in links.identities for m in identity.mentions}
    score = b_cubed(found, truth)
    print(
        f"{articles:7,} articles {len(made):7,} mentions {len(links.identities):7,} identities "
        f"{len(links.maybes):6,} maybes {first:6.1f} s ({1e6 * first / len(made):.0f} µs a mention), "
        f"100 more articles {more:.2f} s, peak {peak:,.0f} MB, B-cubed P {score.precision:.3f} R {score.recall:.3f}",
        flush=True,
    )


def main() -> None:
    """Measure the sizes asked for."""
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        measure(int(sys.argv[1]))
        return
    for size in SIZES if "--full" in sys.argv else SIZES[:1]:
        subprocess.run([sys.executable, "-m", "tests.bench.linking", str(size)], check=True)


if __name__ == "__main__":
    main()
