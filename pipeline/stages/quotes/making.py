"""What was found in a block, made into utterances: word ranges into spans, without dashes and enclosing marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.article import QuoteKind, QuoteMark, Span, Utterance
from pipeline.stages.quotes.cues import CueEntry, make_cue
from pipeline.stages.quotes.marks import MarkedSpeech
from pipeline.stages.quotes.mentions import Mention
from pipeline.stages.quotes.regions import Marked
from pipeline.stages.quotes.reported import Reported
from pipeline.stages.quotes.shadow import DASHES
from pipeline.stages.quotes.words import BULLETS, Word

#: Rules by which a colon opens speech.
COLONS = frozenset(["colon", "name-colon"])


@dataclass
class Making:
    """The utterances of one block, in the making."""

    text: str
    words: Sequence[Word]
    number: int
    utterances: list[Utterance] = field(default_factory=list)

    def add_report(self, report: Reported, pairs: Sequence[Marked], closing: Sequence[Marked] = ()) -> None:
        """Add a reported clause; one that is a pair of marks is direct speech, one with marks in it is mixed.

        It goes on to the end of a pair of ``closing`` that opens in it.
        """
        first, last = report.contents[-1]
        if any(p.closed and p.last == last for p in _pairs_within(pairs, first, last)):
            report = replace(report, contents=(*report.contents[:-1], (first, last + 1)))  # the mark is the words' own
        elif any(p.closed and closes_behind(p, first, last, self.words) for p in closing):
            report = replace(report, contents=(*report.contents[:-1], (first, past_stops(self.words, last) + 1)))
        begun = next(
            (p for p in pairs if p.closed and (p.first, p.first + 1) == (report.contents[0][0] - 1, first)), None
        )
        if (
            begun is not None and self.words[begun.first].lower == "att"
        ):  # skriver ”att bron rostar” när han talar om den
            span = (min(report.mention.first, report.cue[0]), max(report.mention.last, report.cue[1]))
            cited = [(first, min(begun.last, last))]
            self.add("direct", "marks", cited, "marks-att", report.cue, report.entry, report.mention, span)
            return
        inside = [p for a, b in report.contents for p in _pairs_within(pairs, a, b)]
        marked = bool(inside)
        whole = len(report.contents) == 1 and any(
            (p.first - 1, p.last + 1) == report.contents[0] for p in inside if p.closed
        )
        if whole:  # säger att ”hela satsen står så”
            first, last = report.contents[0][0] + 1, report.contents[0][1] - 1
            span = (min(report.mention.first, report.cue[0]), max(report.mention.last, report.cue[1]))
            self.add("direct", "marks", [(first, last)], "marks-att", report.cue, report.entry, report.mention, span)
            return
        if report.rule in COLONS:
            kind: QuoteKind = "direct"
        else:
            kind = "mixed" if marked else "indirect"
        mark: QuoteMark = "colon" if report.rule in COLONS else "none"
        span = (min(report.mention.first, report.cue[0]), max(report.mention.last, report.cue[1]))
        self.add(kind, mark, list(report.contents), report.rule, report.cue, report.entry, report.mention, span)

    def add_marked(self, said: MarkedSpeech, rest: tuple[int, int] | None) -> None:
        """Add words in marks, and the ``rest`` that stands behind their frame."""
        contents = [(said.first, said.last), *([rest] if rest else [])]
        self.add("direct", "marks", contents, said.rule, said.cue, said.entry, said.mention, said.frame)

    def add(
        self,
        kind: QuoteKind,
        mark: QuoteMark,
        contents: list[tuple[int, int]],
        rule: str,
        cue: tuple[int, int] | None = None,
        entry: CueEntry | None = None,
        mention: Mention | None = None,
        frame: tuple[int, int] | None = None,
    ) -> None:
        """Add the words of these ranges with their cue, speaker and frame; nothing where only marks are left of them."""
        spans = tuple(span for a, b in contents if (span := self._content(a, b)) is not None)
        if not spans:
            return
        words = self.words
        self.utterances.append(
            Utterance(
                kind=kind,
                mark=mark,
                contents=_joined(spans, self.text),
                rule=rule,
                cue=None if cue is None or entry is None else make_cue(words, *cue, self.text, entry),
                frame=None if frame is None else self._span(*frame),
                mention=None if mention is None else self._span(mention.first, mention.last),
                block=self.number,
            )
        )

    def _span(self, first: int, last: int) -> Span:
        start, end = self.words[first].start, self.words[last - 1].end
        return Span(start, end, self.text[start:end])

    def _content(self, first: int, last: int) -> Span | None:
        """Return the words as content: no dash or comma at either end, no marks that enclose it or stand alone."""
        words = self.words
        while first < last and (words[first].text[0] in DASHES or words[first].text in (",", ":", *BULLETS)):
            first += 1
        while last > first and (words[last - 1].text in (",", ":") or words[last - 1].text in DASHES):
            last -= 1
        inner = words[first:last]
        count = sum(w.is_mark for w in inner)
        if inner and inner[0].is_mark and (inner[-1].is_mark or count % 2 == 1):
            first += 1
        if inner and inner[-1].is_mark and (inner[0].is_mark or count % 2 == 1):
            last -= 1
        while last > first and words[last - 1].text == ",":
            last -= 1
        if first >= last or not any(letter.isalnum() for w in words[first:last] for letter in w.text):
            return None
        if last < len(words) and words[last].text == ")" and _leaves_open(words[first:last]):
            last += 1  # "att de köper Nordvind AB (publ⟦)⟧."
        return self._span(first, last)


def _leaves_open(words: Sequence[Word]) -> bool:
    return sum(w.text == "(" for w in words) > sum(w.text == ")" for w in words)


def past_stops(words: Sequence[Word], i: int) -> int:
    """Return the index behind the stops that stand from word ``i`` on: "»Det går inte⟦.⟧«", where a clause ends before."""
    while i < len(words) and words[i].is_stop:
        i += 1
    return i


def closes_behind(pair: Marked, first: int, last: int, words: Sequence[Word]) -> bool:
    """Tell whether a pair of marks opens among words ``first`` to ``last`` and closes behind the stops that follow."""
    return first <= pair.first - 1 < last and pair.last == past_stops(words, last) > last


def _pairs_within(pairs: Sequence[Marked], first: int, last: int) -> Sequence[Marked]:
    """Return the pairs of marks that stand whole among words ``first`` to ``last``."""
    low = bisect_left(pairs, first, key=lambda p: p.first - 1)
    high = bisect_right(pairs, last, key=lambda p: p.last)
    return pairs[low:high]


def _joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Join contents that nothing but white space parts."""
    joined = [spans[0]]
    for span in spans[1:]:
        before = joined[-1]
        if not text[before.end : span.start].strip():
            joined[-1] = Span(before.start, span.end, text[before.start : span.end])
        else:
            joined.append(span)
    return tuple(joined)
