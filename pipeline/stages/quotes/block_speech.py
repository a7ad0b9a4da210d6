"""The speech of one block: its dash speech, marked speech and reported speech, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.article import Block, Declined, QuoteMark, Utterance
from pipeline.stages.quotes.colons import behind_colon, to_the_end, within_marks
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.declined import find_declined
from pipeline.stages.quotes.frames import Frame, find_frame, heard_from
from pipeline.stages.quotes.hearsay import find_hearsay
from pipeline.stages.quotes.indirect import find_reported
from pipeline.stages.quotes.making import Making, closes_behind
from pipeline.stages.quotes.marks import MarkedSpeech, judge
from pipeline.stages.quotes.mentions import Mention
from pipeline.stages.quotes.parting import further_reports, split_report
from pipeline.stages.quotes.pointers import pointer_at
from pipeline.stages.quotes.questions import is_reporters_own
from pipeline.stages.quotes.regions import Marked, Region, dash_regions, marked_regions
from pipeline.stages.quotes.reported import Reported
from pipeline.stages.quotes.resuming import resumes
from pipeline.stages.quotes.words import FIRST_PERSON, Word, sentence_end
from pipeline.stages.roles.titles import part_of_title

HEADLINES = frozenset(["title", "heading"])
#: A dash block of more words holds narration too: paragraphs were run together.
_FLATTENED = 220


#: Words of "Han fortsätter:", "Hon säger också:".
_LONGEST_INTRODUCTION = 5


@dataclass
class BlockSpeech:
    """The speech of one block, in the making."""

    text: str
    block: Block
    words: Sequence[Word]
    number: int
    is_list: bool
    after_colon: bool = False
    given: Mapping[str, str] = field(default_factory=dict)
    lost_dash: bool = False
    pointed: bool = False
    flattened: bool = False
    last_dash: int = -1
    declined: list[Declined] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with no utterance."""
        self._making = Making(self.text, self.words, self.number)

    @property
    def utterances(self) -> list[Utterance]:
        """What was said, as it was found."""
        return self._making.utterances

    def read(self) -> None:
        """Fill ``utterances`` and ``declined``, from the block's first word to its last."""
        regions = [] if self.is_list else dash_regions(self.words, self.text)
        if self.lost_dash or self.pointed:
            regions = [Region(int(self.pointed), len(self.words), inline=False)]
        self.flattened = any(r.inline for r in regions) or (len(self.words) > _FLATTENED and bool(regions))
        self.last_dash = max((n for n, w in enumerate(self.words) if w.is_dash), default=-1)
        at = int(self.words[0].text == "|")  # "| ⟦Bron är ful⟧, säger Bo Ek.": captions begin so in some papers
        for region in regions:
            self._narrative(at, max(at, region.first - 1))
            at = self._dash(region)
        self._narrative(at, len(self.words))

    # -- dash speech

    def _dash(self, region: Region) -> int:
        """Add the speech of one dash and return where narration goes on."""
        words, last = self.words, self._before_introduction(region, self._before_question(region))
        if is_reporters_own(words, region.first, region.last):
            return region.last
        if region.inline and pointer_at(words[: region.last], region.first) is not None:
            return region.first  # "– Vi ska vinna! – Det säger Siv Alm."
        answerer = self._named_before(region)
        if answerer is not None:
            end = self._before_next_name(region)
            span = (answerer.first, answerer.last)
            self._making.add("direct", "dash", [(region.first, end)], "dash-presented", None, None, answerer, span)
            return region.last
        frame = find_frame(words, region.first, last)
        told = None if frame is None or not region.inline else self._told_between(region.first, frame.first)
        if told is None and frame is not None:
            told = self._pointed_between(region.first, frame.first)
        if told is not None:
            last, frame = told, None
        if frame is None and not region.inline and words[region.first].lower == words[region.first].text:
            first = words[region.first]
            if first.text[0].isalpha() and self.after_colon:
                return region.first  # "- vart man kan vända sig": an item of a list
        if frame is None:
            end = min(self._bare_end(region), last)
            bare: tuple[QuoteMark, str] = ("none", "lost-bare") if self.lost_dash else ("dash", "dash-bare")
            self._making.add("direct", bare[0], [(region.first, end)], bare[1])
            return end
        if (
            frame.continues
            and frame.mention
            and further_reports(self.words, frame.mention.last, frame.last, frame.mention)
        ):
            # "…, säger Bo Ek och förklarar att han stöder det, men inte mer": the report goes on, not the speech
            frame = replace(frame, last=sentence_end(self.words, frame.last, last), continues=False)
        contents = [(region.first, frame.first)]
        at = frame.last
        mention, cue, entry = frame.mention, frame.cue, frame.entry
        if frame.continues:
            end = sentence_end(words, at, last)
            contents.append((at, end))
            at = end
        if not heard_from(words, frame):  # "– Heja!, hördes från läktaren. Då kom målet."
            at = self._resumed(contents, at, last, mention)
        span = (frame.first, frame.last)
        mark: QuoteMark = "none" if self.lost_dash else "dash"
        rule = "lost-" + frame.rule if self.lost_dash else frame.rule
        self._making.add("direct", mark, contents, rule, cue, entry, mention, span)
        if mention is not None:
            self._and_says(frame.first, frame.last, mention)
        return at

    def _told_between(self, first: int, frame: int) -> int | None:
        """``- Det gick bra. ‹Rådet Bo Ek kom aldrig.› Han är sjuk, sade …``: where run-on text turns to narration, before a frame.

        A sentence in the past whose subject is named, without a voice of its own. None where the speech goes on.
        """
        at = sentence_end(self.words, first, frame)
        while at < frame - 1:
            end = sentence_end(self.words, at, frame)
            sentence = self.words[at:end]
            named = [k for k, w in enumerate(sentence[:5]) if w.label == "PER"]
            verb = named[-1] + 1 if named else len(sentence)
            past = verb < len(sentence) and sentence[verb].is_finite and sentence[verb].tense == "Past"
            if past and end < frame and not any(w.lower in FIRST_PERSON or w.text == "," for w in sentence[:verb]):
                return at if not any(w.lower in FIRST_PERSON for w in sentence) else None
            at = end
        return None

    def _pointed_between(self, first: int, frame: int) -> int | None:
        """``– Det gick fort. ‹Det säger Nils Ågren, larmchef.› Han var först på plats, säger …``: speech ends at its pointer.

        Only where the pointer names somebody, which nobody does who speaks on: "Det säger han alltid".
        """
        at = sentence_end(self.words, first, frame)
        while at < frame - 1:
            end = sentence_end(self.words, at, frame)
            pointer = pointer_at(self.words[:end], at)
            if pointer is not None and pointer.mention.kind == "name" and end < frame:
                return at
            at = end
        return None

    def _named_before(self, region: Region) -> Mention | None:
        """``⟦Rania Ek⟧, 44 år, lokalvårdare. – Jag köper bröd.``: in a row of answers each stands behind its name."""
        start = self._last_sentence(0, region.first - 1)
        return None if start is None else _presents(self.words[start : region.first - 1], start)

    def _before_next_name(self, region: Region) -> int:
        """Return where an answer ends, before the name of the next one who answers."""
        start = self._last_sentence(region.first, region.last) if region.last < len(self.words) else None
        if start is None or start == region.first or _presents(self.words[start : region.last], start) is None:
            return region.last
        return start

    def _last_sentence(self, first: int, last: int) -> int | None:
        """Return where the sentence begins that ends before word ``last``; None where it is longer than a presentation."""
        for k in range(last - 2, max(first, last - _LONGEST_PRESENTATION - 6) - 1, -1):
            if self.words[k].is_stop:
                return k + 1
        return first if last - first <= _LONGEST_PRESENTATION + 6 else None

    def _and_says(self, first: int, last: int, mention: Mention) -> None:
        """``…, säger hon och framhåller att ⟦det inte är lyx⟧.``: a report inside the frame, by the same speaker."""
        for report in further_reports(self.words, mention.last, last, mention):
            self._making.add_report(report, ())

    def _resumed(self, contents: list[tuple[int, int]], at: int, last: int, mention: Mention | None) -> int:
        """Add what resumes behind a frame, cutting out later frames ("…, fortsätter hon."); return the end."""
        while at < last:
            end = resumes(self.words, at, last, mention, self.flattened, given=self.given)
            if end == at:
                break
            frame = find_frame(self.words, at, end)
            if frame is None or not (frame.rule == "dash-frame" or self._is_their_own(frame, mention)):
                contents.append((at, end))
                return end
            contents.append((at, frame.first))
            at = frame.last
            if frame.continues:
                stop = sentence_end(self.words, at, last)
                contents.append((at, stop))
                at = stop
        return at

    def _is_their_own(self, frame: Frame, mention: Mention | None) -> bool:
        """``…, säger Bo Ek. Nu väntar vi på fler ‹avslutar Bo Ek.›``: the comma is missing before who has just been named."""
        if frame.rule != "dash-frame-no-comma" or frame.mention is None or mention is None:
            return False
        again, before = (
            {w.text for w in self.words[one.first : one.last] if w.label == "PER"} for one in (frame.mention, mention)
        )
        return bool(again) and again <= before

    def _before_question(self, region: Region) -> int:
        """Return the region's end without a question that the next dash answers: ``… ringt. ‹Hur kunde det hända?› –``."""
        if region.last >= len(self.words) or self.words[region.last - 1].text != "?":
            return region.last
        start = at = region.first
        while at < region.last:
            start, at = at, sentence_end(self.words, at, region.last)
        return start if start > region.first else region.last

    def _before_introduction(self, region: Region, last: int) -> int:
        """Return the end without a sentence that leads to the next speech: ``… ‹På fråga om när det sker svarar Bo Ek:›``."""
        if self.words[last - 1].text != ":":
            return last
        start = at = region.first
        while at < last:
            start, at = at, sentence_end(self.words, at, last)
        tail = self.words[start:last]
        asked = tail[0].lower in ("på", "i") and len(tail) > 1 and tail[1].lower.startswith(("fråg", "sva"))
        named = tail[0].label == "PER" or (tail[0].lower in ("han", "hon") and len(tail) <= _LONGEST_INTRODUCTION)
        cued = any(w.is_finite and cue_at(tail, k) is not None for k, w in enumerate(tail))
        return start if start > region.first and (asked or named) and cued else last

    def _bare_end(self, region: Region) -> int:
        """Speech without a frame fills its block, or, inside flattened text, goes on until narration."""
        if not region.inline or self._answers(region):
            return region.last
        first = sentence_end(self.words, region.first, region.last)
        return resumes(self.words, first, region.last, None, since=region.first)

    def _answers(self, region: Region) -> bool:
        """``Hur går bygget?– ⟦Vi ligger före.⟧``: a question glued to its answer fills the block."""
        alone = not self.flattened or self.last_dash < region.first
        return alone and region.first > 1 and self.words[region.first - 2].text == "?"

    # -- narrative text: marks and reports

    def _narrative(self, first: int, last: int) -> None:
        if last - first < 2:
            return
        accepted: list[MarkedSpeech] = []
        pairs = marked_regions(self.words, self.text, first, last)
        for pair in pairs:
            whole = pair.first - 1 <= 1 and pair.last + 2 >= len(self.words)
            said = judge(self.words, pair, first, last, whole) or _right_behind(self.words, pair, accepted)
            if said is not None and said.cue is not None and accepted and accepted[-1].cue == said.cue:
                said = None  # the frame between two pairs is the first one's: the second goes on speaking
            if said is not None:
                accepted.append(said)
        reports = self._reports(first, last, pairs, accepted)
        cues = {report.cue for report in reports}
        own = {said.first for said in accepted if said.cue is not None and said.cue not in cues}
        shared = [pair for pair in pairs if pair.first not in own]  # "…, varpå Bo Ek svarade: ”Nej.”" is another's
        for report in reports:
            self._making.add_report(report, pairs, shared)
        swallowed = sorted(span for report in reports for span in report.contents)
        reported = [p.first for p in shared if any(closes_behind(p, a, b, self.words) for a, b in swallowed)]
        for said in accepted:
            k = bisect_right(swallowed, said.first, key=lambda s: s[0]) - 1
            if said.first not in reported and (k < 0 or said.last > swallowed[k][1]):
                self._making.add_marked(said, said.rest or self._second_half(said, pairs, accepted))

    def _second_half(
        self, said: MarkedSpeech, pairs: Sequence[Marked], accepted: Sequence[MarkedSpeech]
    ) -> tuple[int, int] | None:
        """``”⟦Hon grät⟧”, säger Ek. ”⟦Jag blev arg.⟧”``: the pair right behind the frame is the rest of the quote."""
        if said.frame is None or said.frame[0] < said.first:
            return None
        if said.mention is not None:  # ”Det är”, säger Siv Ahl, ”en svår fråga”
            near = pairs[bisect_left(pairs, said.mention.last, key=lambda p: p.first - 1) :][:1]
            for pair in near:
                comma = pair.first - 2 == said.mention.last and self.words[pair.first - 2].text == ","
                if comma or (pair.first - 1 == said.mention.last and self.words[pair.first].text.islower()):
                    return pair.first, pair.last
        at = said.frame[1]
        while at < len(self.words) and (self.words[at].is_stop or self.words[at].text in (",", ":")):
            at += 1
        for pair in pairs[bisect_left(pairs, at, key=lambda p: p.first - 1) :][:1]:
            if pair.first - 1 == at and pair.last - pair.first >= 2:
                own = any(s.first == pair.first and s.mention for s in accepted)
                return None if own else (pair.first, pair.last)
        return None

    def _reports(self, first: int, last: int, pairs: Sequence[Marked], accepted: list[MarkedSpeech]) -> list[Reported]:
        """Return the reported clauses of the sentences; a clause that is one pair of marks stays marked speech."""
        found = []
        covered = first
        for start, end in self._sentences(first, last, pairs):
            if start < covered:
                continue  # the words behind a colon go on
            refusal = find_declined(self.words, self.text, start, end)
            if refusal is not None:
                self.declined.append(self._refusal(refusal))
                who = Mention(*refusal[3], "name")  # "Siv Alm vill inte kommentera det, men säger att ⟦…⟧"
                found += further_reports(self.words, who.last, end, who)
                continue
            low = bisect_left(accepted, start, key=lambda s: s.first)
            high = bisect_left(accepted, end, key=lambda s: s.first)
            inside = [s for s in accepted[low:high] if s.mention]
            if self.block.kind in HEADLINES or any(s.rule != "marks-cue-before" for s in inside):
                found += self._behind_marks(inside[-1], end) if inside else []
                continue
            if self._asks_you(start, end):
                continue
            report = find_reported(self.words, start, end)
            if self._own_voice(start, end) and not _says_i(report):
                continue
            if report is not None and (_cue_in_title(report, pairs) or _leaves_marks(report, pairs)):
                continue  # the cue stands in a title, the episode ”Hoho, säger Ulla”, or in somebody's own words
            if report is not None:
                found += self._before(report, start)
                found += split_report(self.words, report)
                found += self._beside(report, end)
                if report.rule == "reported-frame-last":
                    found += further_reports(self.words, report.mention.last, end, report.mention)
            elif (colon := behind_colon(self.words, start, end)) is not None:
                found.append(within_marks(colon, pairs) if pairs else to_the_end(self.words, colon, start, last))
                covered = found[-1].contents[-1][1]
            elif not inside:
                self._hearsay(start, end)
        return found

    def _behind_marks(self, said: MarkedSpeech, end: int) -> list[Reported]:
        """``”Vi går framåt”, sa Eva Ek, som också förklarade att ⟦bolaget växer⟧``: the frame's sentence tells more."""
        if said.rule != "marks-frame" or said.mention is None or said.mention.first < said.last:
            return []
        tail = self.words[said.mention.last : end]
        return [] if any(w.is_mark for w in tail) else further_reports(self.words, said.mention.last, end, said.mention)

    def _before(self, report: Reported, start: int) -> list[Reported]:
        """``⟦Bron är ful⟧, menar Siv Alm, men Bo Ek tycker att …``: the report of another before it in the same sentence."""
        link = report.mention.first - 1
        if report.rule != "reported-att" or link - 1 <= start or self.words[link - 1].text != ",":
            return []
        if self.words[link].lower not in ("men", "medan", "och"):
            return []
        other = find_reported(self.words, start, link - 1)
        return [other] if other is not None and other.rule == "reported-frame-last" else []

    def _beside(self, report: Reported, end: int) -> list[Reported]:
        """``Enligt LRF ökar skadorna, ⟦och ordföranden Bo Ek säger att …⟧``: another's report in the same sentence."""
        at = report.contents[-1][1]
        if report.rule != "enligt" or at + 2 >= end:
            return []
        at += self.words[at].text == ","
        if self.words[at].lower not in ("och", "men", "medan"):
            return []
        other = find_reported(self.words, at + 1, end)
        if other is not None and other.mention.kind == "pronoun" and report.mention.kind == "noun":
            other = replace(other, mention=report.mention)  # "Enligt rektorn är det oklart, men hon säger att"
        return [] if other is None else split_report(self.words, other)

    def _hearsay(self, start: int, end: int) -> None:
        heard = find_hearsay(self.words, start, end)
        if heard is None:
            return
        frame = (heard.cue[0], max(heard.cue[1], heard.source.last if heard.source else 0))
        contents = list(heard.contents)
        self._making.add("indirect", "none", contents, heard.rule, heard.cue, heard.entry, heard.source, frame)

    def _own_voice(self, start: int, end: int) -> bool:
        """A columnist's "jag tror att": the first words say *jag*."""
        return any(w.lower == "jag" for w in self.words[start : min(start + 3, end)])

    def _asks_you(self, start: int, end: int) -> bool:
        """``Bo Lind säger att du borde avgå?``: an interviewer's question, put to the one who is to answer."""
        asks = any(w.text == "?" for w in self.words[max(start, end - 2) : end])
        return asks and any(w.lower in ("du", "ni", "dig", "er", "din", "ditt", "dina") for w in self.words[start:end])

    def _sentences(self, first: int, last: int, pairs: Sequence[Marked]) -> Iterator[tuple[int, int]]:
        """Yield the sentences; marked words are not cut."""
        start = at = first
        while at < last:
            at = sentence_end(self.words, at, last)
            k = bisect_right(pairs, at, key=lambda p: p.first) - 1
            if k >= 0 and at < pairs[k].last:
                at = pairs[k].last
                continue
            yield start, at
            start = at

    def _refusal(self, refusal: tuple[int, int, str, tuple[int, int]]) -> Declined:
        start, end, kind, _ = refusal
        return Declined(start, end, self.text[start:end], kind)


def _right_behind(words: Sequence[Word], pair: Marked, heard: Sequence[MarkedSpeech]) -> MarkedSpeech | None:
    """``Flera elever vittnar om det: ”Det är stökigt.” ”⟦Ingen lyssnar.⟧”``: whole sentences right behind what was said."""
    if not heard or heard[-1].last + 2 != pair.first or not words[pair.last - 1].is_stop:
        return None
    stated = any(w.is_finite for w in words[pair.first : pair.last])
    return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-continued") if stated else None


def _presents(sentence: Sequence[Word], first: int) -> Mention | None:
    """``Sixten Ek, 11 år, elev, Alvsund``: a name, and behind its comma an age or a title; no verb."""
    name = next((k for k, w in enumerate(sentence) if w.label != "PER"), len(sentence))
    behind = sentence[name + 1 :]
    if (
        not 0 < name <= 4
        or not behind
        or sentence[name].text != ","
        or any(w.is_finite or w.label == "PER" for w in behind)
    ):
        return None
    told = behind[0].text.isdigit() or part_of_title(behind[0].text)
    return Mention(first, first + name, "name") if told and len(behind) <= _LONGEST_PRESENTATION else None


_LONGEST_PRESENTATION = 12


def _says_i(report: Reported | None) -> bool:
    """``⟦Jag ser fram emot uppdraget⟧, säger Rut Sandell.``: the dash was left out; no columnist speaks so."""
    return (
        report is not None
        and report.rule == "reported-frame-last"
        and report.mention.kind == "name"
        and report.entry.tier == "A"
    )


def _cue_in_title(report: Reported, pairs: Sequence[Marked]) -> bool:
    """The cue stands in marks that open behind the words: the episode ”Hoho, säger Ulla”."""
    k = bisect_right(pairs, report.cue[0], key=lambda p: p.first) - 1
    return k >= 0 and report.cue[0] < pairs[k].last and report.contents[0][0] < pairs[k].first - 1


def _leaves_marks(report: Reported, pairs: Sequence[Marked]) -> bool:
    """The cue stands in marks that close before the reported clause does: no clause reaches out of what is quoted."""
    k = bisect_right(pairs, report.cue[0], key=lambda p: p.first) - 1
    return k >= 0 and pairs[k].closed and report.cue[0] < pairs[k].last < report.contents[-1][1] - 1
