"""Counts of right, made up and missed, and what follows from them. Tested on cases worked by hand."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.evaluate.gold import GoldPage, GoldQuote
from pipeline.record import QuoteRecord, Record, normal


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 (all 0 to 1) with their counts."""

    right: int
    made_up: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.made_up) if self.right + self.made_up else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = 2 * self.right + self.made_up + self.missed
        return 2 * self.right / total if total else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.made_up + other.made_up, self.missed + other.missed)


@dataclass
class PageScores:
    """One page's counts by measure, and every error in words."""

    scores: dict[str, Score] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, measure: str, right: int, made_up: int, missed: int) -> None:
        """Count."""
        self.scores[measure] = self.scores.get(measure, Score(0, 0, 0)) + Score(right, made_up, missed)


_WORD = re.compile(r"\w+")


def word_set(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the words of the spans, each named by where it starts: dashes, marks and stops never count."""
    return frozenset(m.start() for a, b in spans for m in _WORD.finditer(text, a, b))


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Return intersection over union of two sets of words."""
    return len(a & b) / len(a | b) if a or b else 0.0


def pair_up(gains: Sequence[Sequence[float]], least: float = 1e-9) -> list[tuple[int, int]]:
    """Pair rows and columns one to one, greatest gain first.

    Spans of one page hardly overlap each other, so that the greedy pairing is the best one but for ties.
    """
    ranked = sorted(((-gain, r, c) for r, row in enumerate(gains) for c, gain in enumerate(row) if gain >= least))
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for _, r, c in ranked:
        if r not in rows and c not in columns:
            rows.add(r)
            columns.add(c)
            pairs.append((r, c))
    return pairs


def locate(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return where gold words stand in a text, one after the other; white space may differ. Missing ones are left out."""
    found = []
    at = 0
    for piece in pieces:
        pattern = r"\s+".join(re.escape(word) for word in piece.split())
        match = re.compile(pattern).search(text, at) or re.compile(pattern).search(text)
        if match:
            found.append(match.span())
            at = match.end()
    return found


def score_page(gold: GoldPage, record: Record) -> PageScores:
    """Compare one record with its gold."""
    page = PageScores()
    _score_quotes(gold, record, page)
    _score_people(gold, record, page)
    _score_bodies(gold, record, page)
    _score_contacts(gold, record, page)
    _score_numbers(gold, record, page)
    return page


def same_name(a: str | None, b: str | None) -> bool:
    """Tell whether two names are equal, case, space and a genitive -s aside."""
    x, y = normal(a or "").casefold(), normal(b or "").casefold()
    return bool(x and y) and (x == y or x + "s" == y or x == y + "s")


def speaker_right(gold: GoldQuote, quote: QuoteRecord) -> bool:
    """Tell whether a quote has its speaker: every joint speaker, or rightly nobody."""
    names = [s.name for s in (quote.speaker, *quote.co_speakers) if s.name]
    if gold.speaker is None:
        return not names
    wanted = [name.strip() for name in gold.speaker.split(";")]
    if all(any(same_name(w, n) for n in names) for w in wanted):
        return True
    mention = quote.speaker.mention.text if quote.speaker.mention else ""
    loose = [*names, quote.speaker.role or "", mention]
    return quote.speaker.kind != "person" and any(_holds(n, w) for w in wanted for n in loose)


def _holds(a: str, b: str) -> bool:
    x, y = normal(a).casefold(), normal(b).casefold()
    return bool(x and y) and (x in y or y in x)


def _score_quotes(gold: GoldPage, record: Record, page: PageScores) -> None:
    wanted = [(q, word_set(record.text, locate(record.text, q.contents))) for q in gold.quotes]
    found = [(q, word_set(record.text, ((c.start, c.end) for c in q.contents))) for q in record.quotes]
    for kind in ("direct", "indirect", "all"):
        g = [x for x in wanted if kind == "all" or x[0].kind == kind]
        f = [x for x in found if kind == "all" or ("direct" if x[0].kind == "direct" else "indirect") == kind]
        pairs = pair_up([[overlap(a, b) for _, b in f] for _, a in g])
        tests: dict[str, Callable[[int, int], bool]] = {
            f"quotes {kind} exact": lambda r, c, g=g, f=f: g[r][1] == f[c][1],  # type: ignore[misc]
            f"quotes {kind}": lambda r, c, g=g, f=f: overlap(g[r][1], f[c][1]) >= 0.8,  # type: ignore[misc]
            f"end-to-end {kind}": lambda r, c, g=g, f=f: (  # type: ignore[misc]
                overlap(g[r][1], f[c][1]) >= 0.8 and speaker_right(g[r][0], f[c][0])
            ),
        }
        for measure, test in tests.items():
            _count(page, measure, g, f, pairs, test)
        if kind == "all":
            _speaker_errors(page, g, f, pairs)


def _count(
    page: PageScores,
    measure: str,
    gold: Sequence[tuple[GoldQuote, frozenset[int]]],
    found: Sequence[tuple[QuoteRecord, frozenset[int]]],
    pairs: Sequence[tuple[int, int]],
    test: Callable[[int, int], bool],
) -> None:
    good = [(r, c) for r, c in pairs if test(r, c)]
    optional = {c for r, c in pairs if gold[r][0].optional}
    groups = {found[c][0].group_id for _, c in good if found[c][0].group_id}
    free = {n for n, (q, _) in enumerate(found) if q.group_id in groups} - {c for _, c in good}
    right = [(r, c) for r, c in good if not gold[r][0].optional]
    needed = sum(not q.optional for q, _ in gold)
    made_up = len(found) - len({c for _, c in right} | optional | free)
    page.add(measure, len(right), made_up, needed - len(right))


def _speaker_errors(
    page: PageScores,
    gold: Sequence[tuple[GoldQuote, frozenset[int]]],
    found: Sequence[tuple[QuoteRecord, frozenset[int]]],
    pairs: Sequence[tuple[int, int]],
) -> None:
    near = [(r, c) for r, c in pairs if overlap(gold[r][1], found[c][1]) >= 0.5]
    for r, c in near:
        ok = speaker_right(gold[r][0], found[c][0])
        page.add("speaker given a quote", int(ok), int(not ok), int(not ok))
        if not ok:
            said = gold[r][0].contents[0][:40]
            page.errors.append(f"speaker of “{said}…”: {found[c][0].speaker.name!r}, gold {gold[r][0].speaker!r}")
        if overlap(gold[r][1], found[c][1]) < 1:
            cut = " … ".join(p.text for p in found[c][0].contents)
            page.errors.append(f"span of “{gold[r][0].contents[0][:40]}…”: found “{cut[:60]}…{cut[-40:]}”")
    page.errors += [
        f"quote missed: “{q.contents[0][:60]}…”"
        for n, (q, _) in enumerate(gold)
        if n not in {r for r, _ in near} and not q.optional
    ]
    page.errors += [
        f"quote made up ({q.rule}): “{q.contents[0].text[:60]}…”"
        for n, (q, _) in enumerate(found)
        if n not in {c for _, c in near}
    ]


def _score_people(gold: GoldPage, record: Record, page: PageScores) -> None:
    pairs = pair_up([[float(same_name(g.name, p.name)) for p in record.people] for g in gold.people])
    page.add("people", len(pairs), len(record.people) - len(pairs), len(gold.people) - len(pairs))
    bodies = {o.id: [o.name, *o.aliases] for o in record.organisations}
    for r, c in pairs:
        wanted, person = gold.people[r], record.people[c]
        if wanted.role:
            ok = any(_holds(x, wanted.role) for role in person.roles for x in (role.text, role.normalised))
            page.add("role given a person", int(ok), int(not ok), int(not ok))
            if not ok:
                page.errors.append(f"role of {wanted.name}: {[x.text for x in person.roles]}, gold {wanted.role!r}")
        if wanted.organisation:
            ids = [person.organisation_id, *(role.organisation_id for role in person.roles)]
            names = [name for key in ids for name in bodies.get(key or "", [])]
            ok = any(same_name(n, wanted.organisation) for n in names)
            page.add("body given a person", int(ok), int(not ok), int(not ok))
            if not ok:
                page.errors.append(f"body of {wanted.name}: {names}, gold {wanted.organisation!r}")
    page.errors += [f"person missed: {g.name}" for n, g in enumerate(gold.people) if n not in {r for r, _ in pairs}]
    page.errors += [f"person made up: {p.name}" for n, p in enumerate(record.people) if n not in {c for _, c in pairs}]


def _score_bodies(gold: GoldPage, record: Record, page: PageScores) -> None:
    names = [[o.name, *o.aliases] for o in record.organisations]
    pairs = pair_up([[float(any(same_name(g, n) for n in forms)) for forms in names] for g in gold.organisations])
    taken = {c for _, c in pairs}
    made_up = [
        n
        for n, forms in enumerate(names)
        if n not in taken and not any(same_name(x, f) for x in gold.optional_organisations for f in forms)
    ]
    page.add("organisations", len(pairs), len(made_up), len(gold.organisations) - len(pairs))
    rows = {r for r, _ in pairs}
    page.errors += [f"organisation missed: {g}" for n, g in enumerate(gold.organisations) if n not in rows]
    page.errors += [f"organisation made up: {names[n][0]}" for n in made_up]


def _score_contacts(gold: GoldPage, record: Record, page: PageScores) -> None:
    found = {p.e164 or re.sub(r"\D", "", p.text): p for p in record.phones}
    wanted = {p.number: p for p in gold.phones}
    both = found.keys() & wanted.keys()
    page.add("phones", len(both), len(found) - len(both), len(wanted) - len(both))
    people = {p.id: p.name for p in record.people}
    for number in sorted(both):
        owner, person = people.get(found[number].person_id or ""), wanted[number].person
        ok = same_name(owner, person) if person else owner is None
        page.add("owner given a phone", int(ok), int(not ok), int(not ok))
        if not ok:
            page.errors.append(f"owner of {number}: {owner!r}, gold {person!r}")
    page.errors += [f"phone missed: {n}" for n in sorted(wanted.keys() - both)]
    page.errors += [f"phone made up: {n}" for n in sorted(found.keys() - both)]
    mails, right = {e.text.casefold() for e in record.emails}, {e.casefold() for e in gold.emails}
    page.add("e-mails", len(mails & right), len(mails - right), len(right - mails))


def _score_numbers(gold: GoldPage, record: Record, page: PageScores) -> None:
    text = record.text
    gw = [word_set(text, locate(text, [f.text])) for f in gold.figures]
    fw = [word_set(text, [(f.start, f.end)]) for f in record.figures]
    pairs = [p for p in pair_up([[overlap(a, b) for b in fw] for a in gw]) if overlap(gw[p[0]], fw[p[1]]) >= 0.5]
    valued = 0
    for r, c in pairs:
        g, f = gold.figures[r], record.figures[c]
        if (g.value, g.low, g.high) == (f.value, f.low, f.high):
            valued += 1
        else:
            page.errors.append(f"figure “{g.text}”: {f.value or (f.low, f.high)}, gold {g.value or (g.low, g.high)}")
    page.add("figures", len(pairs), len(fw) - len(pairs), len(gw) - len(pairs))
    page.add("figures with value", valued, len(fw) - valued, len(gw) - valued)
    page.errors += [f"figure missed: {f.text}" for n, f in enumerate(gold.figures) if n not in {r for r, _ in pairs}]
    page.errors += [f"figure made up: {f.text}" for n, f in enumerate(record.figures) if n not in {c for _, c in pairs}]
    gd = [word_set(text, locate(text, [d.text])) for d in gold.dates]
    fd = [word_set(text, [(d.start, d.end)]) for d in record.dates]
    hits = [p for p in pair_up([[overlap(a, b) for b in fd] for a in gd]) if overlap(gd[p[0]], fd[p[1]]) >= 0.5]
    loose = sum(
        n not in {c for _, c in hits} and d.precision not in ("day", "month", "week")
        for n, d in enumerate(record.dates)
    )
    page.add("dates", len(hits), len(fd) - len(hits) - loose, len(gd) - len(hits))
    page.errors += [f"date missed: {d.text}" for n, d in enumerate(gold.dates) if n not in {r for r, _ in hits}]


def interval(pages: Sequence[Score], rounds: int = 500, seed: int = 7) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1, drawing pages with replacement."""
    if not pages:
        return 0.0, 1.0
    draw = random.Random(seed)
    values = []
    for _ in range(rounds):
        total: Counter[str] = Counter()
        for score in draw.choices(pages, k=len(pages)):
            total.update(right=score.right, made_up=score.made_up, missed=score.missed)
        values.append(Score(total["right"], total["made_up"], total["missed"]).f1)
    values.sort()
    return values[int(0.025 * rounds)], values[int(0.975 * rounds)]
