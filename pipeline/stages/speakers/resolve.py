"""From utterances to quotes with speakers: an ordered cascade of named rules, each with its own confidence.

name → surname → first name → pronoun → role → body → group, document, unnamed → who was introduced → who spoke last
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.article import Article, Block, Candidate, Quote, Span, Speaker, Utterance
from pipeline.stages.quotes.agents import can_speak, head_of, kind_of_phrase
from pipeline.stages.quotes.words import PRONOUNS
from pipeline.stages.roles.titles import is_title
from pipeline.stages.speakers.confidence import Setting, confidence
from pipeline.stages.speakers.epithets import is_epithet, whom_it_means
from pipeline.stages.speakers.persons import GENDERS, People, Seen
from pipeline.word_sets import word_set

_JOINS = re.compile(r"[ \u00a0](?:och|samt|som|eller)[ \u00a0]|, ")
#: Words for two people named together.
_BOTH = frozenset(["de", "båda", "dom", "de båda", "bägge", "paret", "makarna", "syskonen", "de två", "duon"])
#: Rules of speech without a dash that fills its paragraph.
_OF_BLOCKS = frozenset(["marks-block", "marks-continued", "lost-bare"])
#: Who is spoken to in a question: "Har Lahtinen rätt, Rut Sandell?"
_SPOKEN_TO = re.compile(r"(?:, (?P<last>[^,?\n]{3,40})\?|(?:^|\n)(?P<first>[^,?\n]{3,40}), [^\n]{3,160}\?)\W*$")
#: People in the plural who open a sentence: "Revisorerna har …".
_GROUP_SUBJECT = re.compile(r"(?:(?<=[.!?] )|(?<=\n)|\A)(?P<group>[A-ZÅÄÖ][a-zåäö]+(?:arna|erna|orna))(?= [a-zåäö])")
#: A number and people: "kritiseras av fjorton forskare".
_COUNTED_GROUP = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|\d{1,3})[ \u00a0](?P<people>[a-zåäö]{4,})\b"
)
#: A phrase that opens a sentence and a verb close behind it: "Kyrkoherden är …", "Den åtalade nekar", "Gästernas tränare".
_ROLE_SUBJECT = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<role>(?:Den |En (?:annan |av )?|(?:[A-ZÅÄÖ][a-zåäö-]+ )?[A-ZÅÄÖ][a-zåäö-]+s )?(?P<head>[A-ZÅÄÖa-zåäö][a-zåäö-]+))"
    r"(?= [a-zåäö]+)",
    re.M,
)
#: What speaks for a person as a pronoun's meaning: the name fits, it opens its sentence, they spoke last (and nobody
#: has been named since, or somebody has). Each step back to an earlier name costs one.
_FITS, _LEADS, _KEEPS, _KEPT = 0.8, 0.6, 1.4, 0.2
#: What speaks against one whom a preposition makes no subject: "fick han hjälp av Bo Ek".
_OBLIQUE = -0.7
#: A question to the one who is interviewed.
_TO_YOU = re.compile(r"\b(?:du|ni|dig|er|din|ditt|dina|ert|era)\b", re.IGNORECASE)
#: Words in a source's phrase that say no more than that there is one.
_UNNAMED = frozenset(["någon", "uppgift", "uppgifter", "källor", "rykten"])
#: Who made what the sentence is about, or comes after whom: "rapporten, som skrivits av konsulten ⟦Per Ek⟧".
_AGENT = re.compile(
    r"\b(?:som (?:har )?[a-zåäö]+ts av|[a-zåäö]+[tda]d av|efter|över)[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z"
)
_PREDICATE = re.compile(
    r"\b(?:är|var|blev|blir|heter|hette)[ \u00a0](?:\d+-årig[ae][ \u00a0])?(?:[a-zåäö-]+[ \u00a0]){0,2}\Z"
)
_THIRD_PERSON = re.compile(r"\b(?:han|hon|hans|hennes|honom|henne)\b", re.IGNORECASE)
_SUFFERS = re.compile(
    r"[ \u00a0](?:fick (?:kliva|lämna|bäras|utgå|bryta|stå)|tvingades|skadade|skadades|byttes|utvisades|missade|saknas|saknades|bröt)\b"
)
#: Blocks of speech without a clause that a speaker may be carried over.
_CARRY = 6
#: Blocks in which somebody is named whom an epithet means.
_NEAR_BLOCKS = 3


@dataclass(frozen=True, slots=True)
class _Last:
    """Who spoke last: the speaker, the others, the block, and how many blocks it has been carried."""

    speaker: Speaker
    others: tuple[Speaker, ...]
    block: int
    end: int
    carried: int


class Resolver:
    """Resolves the speakers of one article, in order, since speech without a clause keeps its speaker."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._people = People(article)
        self._spoken_of = frozenset(s.person for s in self._people.seen)
        self._bodies = sorted((m.start, m.end, n) for n, o in enumerate(article.organisations) for m in o.mentions)
        self._body_starts = [body[0] for body in self._bodies]
        self._last: _Last | None = None
        #: The people heard so far, the last one last, each once.
        self._spoken: list[int] = []
        #: Who was heard last, named or not, and in which block.
        self._heard: tuple[Speaker | None, int] = (None, -1)

    def quotes(self) -> tuple[Quote, ...]:
        """Return every utterance with its speaker."""
        return tuple(self._quote(utterance) for utterance in self._article.utterances)

    def _quote(self, utterance: Utterance) -> Quote:
        speakers = self._mentioned(utterance) if utterance.mention else self._carried(utterance)
        first, others = speakers[0], tuple(speakers[1:])
        score = confidence(utterance, first, self._setting(utterance, first))
        self._remember(utterance, first, others)
        self._heard = first, utterance.block
        return Quote(
            utterance=utterance,
            speaker=first,
            co_speakers=others,
            candidates=self._candidates(utterance, first, score),
            confidence=score,
        )

    def _setting(self, utterance: Utterance, speaker: Speaker) -> Setting:
        """Return how far the speaker was carried, how many others were named near by, and how sure the name is."""
        near = [s for s in self._people.before(utterance.contents[0].start, 6) if s.block >= utterance.block - 3]
        named = 1.0 if speaker.person is None else self._people.people[speaker.person].confidence
        carried = self._last.carried + 1 if self._last and utterance.mention is None else 0
        return Setting(carried, len({s.person for s in near} - {speaker.person}), named)

    def _remember(self, utterance: Utterance, speaker: Speaker, others: tuple[Speaker, ...]) -> None:
        if speaker.name is None or speaker.kind == "document" or self._is_credited(utterance.block):
            return
        if utterance.kind != "direct" and speaker.kind not in ("person",):
            return
        if speaker.person is not None:
            self._spoken = [*(n for n in self._spoken if n != speaker.person), speaker.person]
        carried = 0 if utterance.mention else (self._last.carried + 1 if self._last else 1)
        self._last = _Last(speaker, others, utterance.block, utterance.contents[-1].end, carried)

    def _is_credited(self, block: int) -> bool:
        """A caption whose credit tells it, ``… säger Bo Ek. Foto: Eva Alm``: who speaks there does not go on speaking."""
        where = self._article.blocks[block]
        return where.kind == "caption" or "Foto:" in self._article.text[where.start : where.end]

    def _candidates(self, utterance: Utterance, speaker: Speaker, score: float) -> tuple[Candidate, ...]:
        """Return the chosen person first, then the others who were near, with falling scores."""
        if speaker.kind not in ("person", "unknown"):
            return ()
        near = [s.person for s in self._people.before(utterance.contents[0].start, 4)]
        order = ([speaker.person] if speaker.person is not None else []) + [n for n in near if n != speaker.person]
        found = []
        for n, person in enumerate(order[:4]):
            found.append(Candidate(person, score if n == 0 else max(0.0, 1 - score) / (n + 1)))
        return tuple(found)

    # -- with a clause of attribution

    def _mentioned(self, utterance: Utterance) -> list[Speaker]:
        mention = utterance.mention
        assert mention is not None
        parts = self._parts(mention)
        if parts:
            return [self._part(part, utterance) for part in parts]
        named = self._people.within(mention)
        if named:
            return [self._person(n, mention, self._via(n, mention)) for n in named]
        low = mention.text.lower()
        if low in _BOTH:
            pair = self._people.pair_before(mention.start) or self._last_two()
            if pair is not None:
                return [self._person(n, mention, "pronoun") for n in pair]
        if low in PRONOUNS:
            return [self._pronoun(low, mention, utterance)]
        body = self._body(mention)
        if body is not None and not (is_title(mention.text) and self._people.with_role(mention.text, mention.start)):
            return [body]  # Ombudsmannen, unless somebody has been called so
        return [self._phrase(mention, utterance)]

    def _last_two(self) -> tuple[int, int] | None:
        """``… säger Eva Ek. … säger Bo Alm. ⟦Båda⟧ anser``: the two who were heard last."""
        return None if len(self._spoken) < 2 else (self._spoken[-2], self._spoken[-1])

    def _parts(self, mention: Span) -> list[Span]:
        """``Polisen och åklagaren``, ``Bo Ek och kommunen``: each that speaks by itself; none where one speaks alone."""
        parts, at = [], 0
        for link in [*_JOINS.finditer(mention.text), None]:
            end = len(mention.text) if link is None else link.start()
            parts.append(Span(mention.start + at, mention.start + end, mention.text[at:end]))
            at = len(mention.text) if link is None else link.end()
        named = [bool(self._people.within(part)) for part in parts]
        if (
            len(parts) < 2
            or all(named)
            or (" " in parts[0].text and head_of(parts[0].text) != parts[0].text.split()[-1])
        ):
            return []  # "Representanter för kommunen och regionen"
        for part, name in zip(parts, named, strict=True):
            if not name and not (self._body(part) or (part.text and can_speak(part.text))):
                return []
        roles = [kind_of_phrase(p.text) == "role" for p, name in zip(parts, named, strict=True) if not name]
        return [] if any(named) and any(roles) else parts  # "ordföranden och ägaren Bo Ek" is one

    def _part(self, part: Span, utterance: Utterance) -> Speaker:
        named = self._people.within(part)
        if named:
            return self._person(named[0], part, self._via(named[0], part))
        return self._body(part) or self._phrase(part, utterance)

    def _person(self, n: int, mention: Span | None, via: str) -> Speaker:
        person = self._people.people[n]
        role = person.roles[0] if person.roles else None
        return Speaker(
            kind="person",
            name=person.name,
            person=n,
            organisation=next((r.organisation for r in person.roles if r.organisation is not None), None),
            role=role.normalised if role else None,
            mention=mention,
            via=via,
        )

    def _via(self, n: int, mention: Span) -> str:
        name = self._people.people[n].name
        if name in mention.text or name.split()[0] + " " in mention.text:
            return "name"
        return "surname" if name.split()[-1] in mention.text else "first_name"

    def _body(self, mention: Span) -> Speaker | None:
        """``skriver Sjörådet``: a named body, unless a role of it speaks (``säger Sjörådets ordförande``)."""
        i = bisect_left(self._body_starts, mention.start)
        while i < len(self._bodies) and self._bodies[i][0] < mention.end:
            start, end, n = self._bodies[i]
            i += 1
            if end > mention.end + 1:
                continue
            if end < mention.end and self._article.text[start:end].endswith("s"):
                return None
            if self._article.text[mention.start : start].strip().lower() in ("", "den", "det"):
                name = self._article.organisations[n].name
                return Speaker("organisation", name, organisation=n, mention=mention, via="name")
        return None

    def _phrase(self, mention: Span, utterance: Utterance) -> Speaker:
        """``säger ordföranden``, ``enligt rapporten``, ``menar de boende``, ``enligt hennes bedömning``."""
        text = " ".join(mention.text.split())
        if utterance.rule == "noun-att":
            if text.lower() in ("hennes", "hans"):
                return self._pronoun({"hennes": "hon", "hans": "han"}[text.lower()], mention, utterance)
            text = text.removesuffix("s")  # Kommunens förklaring
        owner = {"hennes": "hon", "hans": "han"}.get(text.split()[0].lower())
        if owner is not None and kind_of_phrase(text) == "document":
            return self._pronoun(owner, mention, utterance)
        kind = kind_of_phrase(text)
        if kind == "role":
            turned = self._people.in_turn(text, mention.start)
            if turned is not None:
                return self._person(turned, mention, "role")
            known = self._people.with_role(text, mention.start)
            if known:
                return self._person(known[0], mention, "role")
            beside = self._people.with_noun(text, mention.start)
            if beside is not None and text.split()[0].lower() not in ("en", "ett"):
                return self._person(beside, mention, "role")
            meant = self._by_epithet(text, mention, utterance) if is_epithet(text) else None
            if meant is not None:
                return self._person(meant, mention, "role")
        if kind == "anonymous":
            named = not _UNNAMED.intersection(text.lower().split())
            return Speaker(kind, text if named else None, mention=mention, via="phrase", reason="not named in the text")
        return Speaker(kind, text, role=text if kind == "role" else None, mention=mention, via="phrase")

    def _by_epithet(self, phrase: str, mention: Span, utterance: Utterance) -> int | None:
        """``Erik Ek gjorde två mål.`` ⏎ ``– Kul, säger ⟦mittbacken⟧.``: who has been named or heard just before."""
        low = self._article.blocks[max(0, utterance.block - _NEAR_BLOCKS)].start
        since, at = max(low, self._last.end if self._last else 0), utterance.contents[0].start
        near = [s.person for s in self._people.between(since, at) if not s.oblique]
        if self._last is not None and self._last.end >= low and self._last.speaker.person is not None:
            near.append(self._last.speaker.person)
        return whom_it_means(phrase, mention.start, self._article.text, self._people, list(dict.fromkeys(near)))

    def _pronoun(self, pronoun: str, mention: Span, utterance: Utterance) -> Speaker:
        """*hon* is the nearest person before whose name does not say otherwise; a following one if there is none."""
        at = utterance.contents[0].start
        if at > mention.start or utterance.rule == "statement-pointer":
            at = mention.start
        if pronoun in ("de", "dom", "dem", "båda"):
            if self._last and self._last.others:
                return replace(self._last.speaker, mention=mention, via="pronoun")
            group = self._group_before(mention.start)
            return Speaker("group", group or mention.text, mention=mention, via="pronoun")
        unnamed = self._unnamed_before(pronoun, utterance.block, at) or self._role_before(pronoun, at)
        if unnamed is not None:
            return replace(unnamed, mention=mention, via="pronoun")
        within = self._opens_own_words(pronoun, utterance) if utterance.kind != "direct" else None
        if within is not None:
            return self._person(within, mention, "pronoun")
        ranked = self._ranked(pronoun, at)
        if ranked:
            return self._person(ranked[0], mention, "pronoun")
        for seen in self._people.after(mention.end):
            if self._people.agrees(seen.person, pronoun) is not False:
                return self._person(seen.person, mention, "pronoun")
        return Speaker(
            "unknown", None, mention=mention, via="pronoun", reason=f"nobody that {pronoun!r} can mean is named"
        )

    def _unnamed_before(self, pronoun: str, block: int, at: int) -> Speaker | None:
        """``Kvinnan är rädd. – Han slog mig, säger hon.`` ⏎ ``Om kvällen säger ⟦hon⟧ att``: who was heard last, unnamed."""
        last = self._last
        if last is None or last.speaker.kind not in ("role", "anonymous") or block - last.block > _NEAR_BLOCKS:
            return None
        sex = _sex_of(head_of((last.speaker.name or "").lower()))
        if sex is None or GENDERS.get(pronoun) != sex or self._people.between(last.end, at):
            return None
        return last.speaker

    def _opens_own_words(self, pronoun: str, utterance: Utterance) -> int | None:
        """``⟦Bo Ek⟧ är ombud och han förstår kritiken, menar ⟦han⟧``: the name that opens what is said, and then the pronoun."""
        said = utterance.contents[0]
        named = self._people.within(said)[:1]
        opens = [n for n in named if self._people.people[n].name.split()[0] == said.text.split()[0]]
        goes_on = re.search(rf"\b{pronoun}\b", said.text) is not None
        return opens[0] if opens and goes_on and self._people.agrees(opens[0], pronoun) is not False else None

    def _group_before(self, at: int) -> str | None:
        """``Revisorerna har granskat kommunen. ⟦De⟧ konstaterar att``: the people who open the sentence just before."""
        found = None
        for match in _GROUP_SUBJECT.finditer(self._article.text, max(0, at - 250), at):
            found = match["group"]
        counted = list(_COUNTED_GROUP.finditer(self._article.text, max(0, at - 250), at))
        if found is None and counted:
            return counted[-1].group() if can_speak(counted[-1]["people"]) else None
        return found if found is not None and kind_of_phrase(found) == "group" and can_speak(found) else None

    def _role_before(self, pronoun: str, at: int) -> Speaker | None:
        """``Kyrkoherden är inte lika säker. Där bor bara getingar, säger ⟦hon⟧.``: an unnamed role is the subject before.

        None where somebody is named, or has spoken, since.
        """
        near = self._people.before(at, 1)
        named = 0 if not near else near[0].start if self._owns_role(near[0]) else near[0].end
        since = max(named, self._last.end if self._last else 0, at - 400)
        for match in reversed(list(_ROLE_SUBJECT.finditer(self._article.text, since, at))):
            speaker = self._role_subject(match, pronoun, at)
            if speaker is not None:
                return speaker
        return None

    def _owns_role(self, seen: Seen) -> bool:
        """``⟦Moa Bergs⟧ tränare är stolt``: the trainer is the subject, not Moa."""
        behind = self._article.text[seen.end : seen.end + 30].split()
        return self._article.text.endswith("s", 0, seen.end) and bool(behind) and is_title(behind[0])

    def _role_subject(self, match: re.Match[str], pronoun: str | None, at: int) -> Speaker | None:
        """Return who is meant by the role that opens a sentence; None where it is none, or the pronoun another's."""
        phrase, word = match["role"], match["head"].lower()
        sex = _sex_of(word)
        if sex is not None and GENDERS.get(pronoun or "") not in (None, sex):
            return None
        definite = phrase.startswith("Den ") or word.endswith(("n", "t", "a")) or phrase != match["head"]
        if not definite or not (is_title(word) or sex is not None or word in word_set("people in the definite form")):
            return None
        if phrase == match["head"] or phrase.startswith("Den "):
            known = self._people.with_role(word, at)
            if known and self._people.agrees(known[0], pronoun or "") is not False:
                return self._person(known[0], None, "pronoun")
            if sex is not None and self._means_somebody_named(sex, at):
                return None
        return Speaker("anonymous" if phrase.startswith("En ") else "role", phrase, role=phrase)

    def _means_somebody_named(self, sex: str, at: int) -> bool:
        """``Karl Ek greps i går. Mannen nekar``: a man without an office who was named before is *mannen*."""
        for seen in self._people.before(at):
            person = self._people.people[seen.person]
            spoke = self._last is not None and self._last.speaker.person == seen.person
            if not person.roles and not spoke and self._people.has_sex(seen.person, sex):
                return True
        return False

    def _ranked(self, pronoun: str, at: int) -> list[int]:
        """Return the people before an offset that a pronoun can mean, likeliest first."""
        scored = []
        near = self._people.before(at)
        newest = next((seen.start for seen in near if not self._in_last_frame(seen)), 0)
        for rank, seen in enumerate(near):
            fits = self._people.agrees(seen.person, pronoun)
            score = -float(rank)
            score += {True: _FITS, None: 0.0, False: -6.0}[fits]
            score += _LEADS if seen.leading else _OBLIQUE if seen.oblique else 0.0
            if self._last is not None and self._last.speaker.person == seen.person:
                # speech keeps its speaker, unless somebody has been named since
                score += _KEEPS if self._last.end > newest else _KEPT
            scored.append((-score, rank, seen.person))
        return [person for _, _, person in sorted(scored)]

    def _in_last_frame(self, seen: Seen) -> bool:
        """``säger Peter Ek efter en träff med ⟦Jan Alm⟧``: the last speaker, and who stands in the frame beside him."""
        last = self._last
        if last is None or seen.block != last.block:
            return False
        return seen.oblique or seen.person == last.speaker.person

    # -- without a clause

    def _carried(self, utterance: Utterance) -> list[Speaker]:
        """Speech without a clause: the person of the paragraph before, else who spoke last, else the only one named."""
        if utterance.rule.startswith("hearsay"):
            return [_unknown("hearsay: the text does not say whose words these are")]
        at = utterance.contents[0].start
        if utterance.mark != "dash" and utterance.rule not in _OF_BLOCKS and not self._adjoins(utterance):
            return [self._sole(utterance) or _unknown("no frame says who speaks")]
        if self._asked(utterance):
            return self._answer(utterance)
        introduced = self._introduced(utterance)
        if introduced is not None:
            return introduced
        if self._last is not None and self._last.carried < _CARRY:
            return self._again("inherited", at)
        ahead = self._spoken_for(utterance)
        return [ahead or _unknown("no speaker is named before it")]

    def _adjoins(self, utterance: Utterance) -> bool:
        return self._last is not None and self._last.block == utterance.block

    def _again(self, via: str, at: int) -> list[Speaker]:
        assert self._last is not None
        return [replace(s, mention=None, via=via) for s in (self._last.speaker, *self._last.others)]

    def _asked(self, utterance: Utterance) -> bool:
        """The block before is a question: an answer follows."""
        if utterance.block == 0:
            return False
        block = self._article.blocks[utterance.block - 1]
        return self._article.text[block.start : block.end].rstrip(" _*\u00a0").endswith("?")

    def _answer(self, utterance: Utterance) -> list[Speaker]:
        """An interview's answer: the person introduced since the last speech, else who spoke last, else the one before."""
        at = utterance.contents[0].start
        since = self._last.end if self._last else 0
        question = self._article.blocks[utterance.block - 1]
        spoken_to = _SPOKEN_TO.search(self._article.text[question.start : question.end])
        if spoken_to is not None:
            group = "last" if spoken_to["last"] else "first"
            start, end = (question.start + k for k in spoken_to.span(group))
            named = self._people.within(self._article.cut(start, end))
            if len(named) == 1:
                return [self._person(named[0], None, "interviewee")]
        # whom a question names is spoken of, not to
        new = self._named_last(question) or [s for s in self._people.between(since, question.start) if s.leading]
        if new:
            return [self._person(new[-1].person, None, "interviewee")]
        if self._last is not None:
            return self._again("inherited", at)
        before = self._people.before(question.start, 1)
        if before:
            return [self._person(before[0].person, None, "interviewee")]
        return [self._spoken_for(utterance) or _unknown("nobody is named before the question")]

    def _named_last(self, question: Block) -> list[Seen]:
        """``Hur mår du ⟦Rut Sandell⟧?``: the name at the very end of a question to *du* is whom it is put to."""
        asked = self._article.text[question.start : question.end]
        end = question.start + len(asked.rstrip(" ?_*\u00a0"))
        if _TO_YOU.search(asked) is None:
            return []
        return [s for s in self._people.between(question.start, question.end) if s.end == end and not s.oblique]

    def _introduced(self, utterance: Utterance) -> list[Speaker] | None:
        """The narration between the last speech and this one names somebody, or says *hon*: that is who speaks."""
        low = max(0, utterance.block - 2)
        start = max(self._article.blocks[low].start, self._last.end if self._last else 0)
        at = utterance.contents[0].start
        between = [s for s in self._people.between(start, at) if s.block >= utterance.block - 1]
        named = bool(between)
        between = [s for s in between if not self._in_passing(s, utterance)]
        narration = self._article.text[start:at]
        pronoun = _leading_pronoun(narration)
        if not between or (
            pronoun is not None and not any(s.leading for s in between) and self._after_pronoun(between[0])
        ):
            if pronoun is None:
                return (None if named else self._by_role(utterance)) or self._by_witness(utterance)
            ranked = self._ranked(pronoun, between[0].start if between else at)
            return [self._person(ranked[0], None, "introduced")] if ranked else None
        people = list(dict.fromkeys(s.person for s in between))
        if len(people) == 1:
            return [self._person(people[0], None, "introduced")]
        leading = [s for s in between if s.leading]
        chosen: Seen = (leading or between)[-1]
        last = None if self._last is None else self._last.speaker.person
        if between[-1].person == last and not between[-1].oblique and between[-1].start > chosen.start:
            chosen = between[-1]  # "Ohlström bytte spår, och då bestämde sig Dalhede": who spoke last is told of last
        return [self._person(chosen.person, None, "introduced")]

    def _in_passing(self, seen: Seen, utterance: Utterance) -> bool:
        """Tell whom the narration names but does not present: ``Efter ⟦Filip Eks⟧ utvisning``, ``skriven av ⟦Per Ek⟧``.

        And whom the quoted words themselves speak of: ``– ⟦Nora⟧ växer för varje match.``
        """
        text = self._article.text
        name = self._people.people[seen.person].name
        owns = text[seen.start : seen.end].endswith("s") and not name.endswith("s") and text[seen.end :][:1] == " "
        opens = text[max(0, seen.start - 3) : seen.start].rstrip(" \u00a0")[-1:] in ("", "\n", ".", "!", "?")
        if (owns and not opens) or _AGENT.search(text, max(0, seen.start - 60), seen.start):
            return True
        if any(seen.person in self._people.within(part) for part in utterance.contents):
            return True
        return (
            self._last is not None and self._last.speaker.person != seen.person and self._is_spoken_of(seen, utterance)
        )

    def _is_spoken_of(self, seen: Seen, utterance: Utterance) -> bool:
        """``Bäst i laget är 20-årige ⟦Oscar Ek⟧.`` ⏎ ``– Jag känner hans farfar.``; ``⟦Nils Ek⟧ fick kliva av.`` ⏎ ``– Han var trött.``"""
        text, said = self._article.text, utterance.contents[0].text
        ends = text[seen.end : seen.end + 2].strip(" \u00a0")[:1] in (".", "\n", "")
        if ends and _PREDICATE.search(text, max(0, seen.start - 60), seen.start):
            spoken = _THIRD_PERSON.search(said)
        elif _SUFFERS.match(text, seen.end):
            spoken = _THIRD_PERSON.match(said)
        else:
            return False
        pronoun = {"hans": "han", "hennes": "hon"}.get(spoken.group().lower(), spoken.group().lower()) if spoken else ""
        return bool(pronoun) and self._people.agrees(seen.person, pronoun) is not False

    def _after_pronoun(self, seen: Seen) -> bool:
        """``Som ung mötte han ⟦Tom Ek⟧``: somebody else is the subject of the sentence that names this one."""
        before = re.split(r"[.!?\n]", self._article.text[max(0, seen.start - 120) : seen.start])[-1]
        return re.search(r"\b(?:han|hon)\b", before, re.IGNORECASE) is not None

    def _by_role(self, utterance: Utterance) -> list[Speaker] | None:
        """``Rektorn är tveksam.`` ⏎ ``– ⟦…⟧``: the role that opens the last sentence of the narration right before."""
        if utterance.block == 0 or self._last is None:
            return None
        block = self._article.blocks[utterance.block - 1]
        if block.kind in ("title", "heading", "dash") or self._last.end > block.start:
            return None
        matches = list(_ROLE_SUBJECT.finditer(self._article.text, block.start, block.end))
        speaker = self._role_subject(matches[-1], None, utterance.contents[0].start) if matches else None
        return None if speaker is None else [replace(speaker, via="introduced")]

    def _by_witness(self, utterance: Utterance) -> list[Speaker] | None:
        """``Det var halt, enligt en bilist.`` ⏎ ``– ⟦…⟧``: somebody unnamed who was heard in the block before."""
        speaker, block = self._heard
        if (
            speaker is None
            or block != utterance.block - 1
            or speaker.kind not in ("anonymous", "role")
            or not speaker.name
        ):
            return None
        return [replace(speaker, mention=None, via="introduced")]

    def _spoken_for(self, utterance: Utterance) -> Speaker | None:
        """The only person whom the article names, or the next one who is named as a speaker."""
        return self._sole(utterance) or self._next_speaker(utterance)

    def _sole(self, utterance: Utterance) -> Speaker | None:
        if len(self._spoken_of) == 1 and utterance.mark in ("dash", "marks"):
            return self._person(next(iter(self._spoken_of)), None, "sole")
        return None

    def _next_speaker(self, utterance: Utterance) -> Speaker | None:
        """A quote that opens an article belongs to whom the next clause names."""
        if self._last is not None:
            return None
        for other in self._article.utterances:
            later = (other.block, other.contents[0].start) > (utterance.block, utterance.contents[0].start)
            if later and other.mention is not None and (other.kind == "direct" or other.rule == "reported-frame-last"):
                named = self._people.within(other.mention)
                if named and other.block - utterance.block <= 3:
                    return self._person(named[0], None, "following")
                return None
        return None


def _sex_of(word: str) -> str | None:
    """Return *m* or *f* of a noun that says it: *mannen*, *mamman*; None where it says none.

    >>> _sex_of("mannen"), _sex_of("rektorn")
    ('m', None)
    """
    if word in word_set("men in the definite form"):
        return "m"
    return "f" if word in word_set("women in the definite form") else None


def _leading_pronoun(narration: str) -> str | None:
    """Return the *hon* or *han* that stands in the narration, the last one at the head of a sentence."""
    found = None
    for sentence in narration.replace("\n", ". ").split(". "):
        words = sentence.split()
        for word in words[:6]:
            if word.lower().strip(",") in GENDERS:
                found = word.lower().strip(",")
    return found


def _unknown(reason: str) -> Speaker:
    return Speaker("unknown", None, reason=reason)


__all__: Sequence[str] = ["Resolver"]
