"""From utterances to quotes with speakers: an ordered cascade of named rules, each with its own confidence.

name → surname → first name → pronoun → role → body → group, document, unnamed → who was introduced → who spoke last
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Candidate, Quote, Span, Speaker, Utterance
from pipeline.stages.names.spelling import fold, nicknames
from pipeline.stages.quotes.agents import FORMER, LATTER, can_speak, head_of, kind_of_phrase, means_offices
from pipeline.stages.quotes.words import POSSESSIVES, PRONOUNS
from pipeline.stages.roles.titles import is_title
from pipeline.stages.speakers.confidence import Setting, confidence
from pipeline.stages.speakers.epithets import definite_of, is_epithet, whom_it_means
from pipeline.stages.speakers.heard import Heard, is_put_to_you
from pipeline.stages.speakers.interview import Interview
from pipeline.stages.speakers.kin import NEAR_ROW, kin_of, spouse_of
from pipeline.stages.speakers.many import told_of
from pipeline.stages.speakers.narration import Narration
from pipeline.stages.speakers.passing import Passing
from pipeline.stages.speakers.persons import NEAR_BLOCKS, People
from pipeline.stages.speakers.pronouns import Pronouns
from pipeline.stages.speakers.shares import whole_of
from pipeline.word_sets import one_of, word_set

_JOINS = re.compile(r"[ \u00a0](?:och|samt|som|eller)[ \u00a0]|, ")
#: Letters that two spellings of a surname begin with alike: *Pettersson*, *Petterson*.
_ALIKE = 4
#: Words for two people named together.
_BOTH = frozenset(["de", "dem", "båda", "dom", "de båda", "bägge", "paret", "makarna", "syskonen", "de två", "duon"])
_PLURAL = frozenset(["de", "dem", "dom"])
#: Code points before *de* within which others than people by name open a sentence.
_NEAR_MANY = 250
#: "⟦En vän till⟧ Bo Ek", who is somebody else.
_FRIEND = re.compile(r"(?:[Ee]n |[Ee]tt |[Dd]en )?(?:[a-zåäö]+ )?[A-ZÅÄÖa-zåäö][a-zåäö]+ till (?=[A-ZÅÄÖ])")
#: A noun that presents a body: "⟦företaget⟧ Nordbygg", "⟦operatören⟧ Tågia".
_PRESENTS_BODY = re.compile(r"(?:(?:den|det)[ \u00a0](?:[a-zåäö-]+[ae][ \u00a0]){0,2})?[a-zåäö-]{3,}(?:en|et|an|on)")
#: "⟦bröderna Ek⟧", "⟦systrarna⟧": who share a surname.
_SIBLINGS = re.compile(rf"(?i:{one_of('pairs of kin')})(?:[ \u00a0](?P<name>[A-ZÅÄÖ][\w-]+))?")
_FEWEST_SIBLINGS = 2
#: Of these, two who belong together, not any two who have spoken.
_PAIRS = frozenset(["paret", "makarna", "syskonen", "duon"])
#: Rules of speech without a dash that fills its paragraph.
_OF_BLOCKS = frozenset(["marks-block", "marks-continued", "marks-told", "lost-bare", "plain-answer"])
#: Words in a source's phrase that say no more than that there is one.
_UNNAMED = frozenset(["någon", "uppgift", "uppgifter", "källor", "rykten"])
#: "För ditt arbete med barn och unga.": what one who has won a prize has won it for.
_MOTIVATION = re.compile(r"[Ff]ör[ \u00a0](?:att[ \u00a0](?:du|han|hon|de)|ditt|din|dina|sitt|sin|sina|hans|hennes)\b")
#: Blocks of speech without a clause that a speaker may be carried over.
_CARRY = 6
#: Blocks that open an article: its title, its lead and a quote above the text.
_OPENING = 3
#: Whom *jag* does something to: "ringde jag ⟦Micke⟧", "jag frågade ⟦Siv⟧".
_MET = re.compile(
    r"\b(?:ringde|frågade|träffade|mötte|såg|tog)[ \u00a0]jag[ \u00a0]([A-ZÅÄÖ][\w-]+)|"
    r"\bjag[ \u00a0](?:ringde|frågade|bad|träffade|mötte|övertalade|skrev[ \u00a0]till|sa[ \u00a0]till|hörde)[ \u00a0]([A-ZÅÄÖ][\w-]+)"
)


#: Of whom there are more than one: "grannar", "handlare", "eleverna".
_SEVERAL_OF_A_KIND = re.compile(r"[a-zåäö-]{2,}(?:[aeo]r|are|[aeo]rna|nde)")


class Resolver:
    """Resolves the speakers of one article, in order, since speech without a clause keeps its speaker."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._people = People(article)
        self._spoken_of = frozenset(s.person for s in self._people.seen)
        self._bodies = sorted((m.start, m.end, n) for n, o in enumerate(article.organisations) for m in o.mentions)
        self._body_starts = [body[0] for body in self._bodies]
        self._heard = Heard(article)
        self._pronouns = Pronouns(article, self._people, self._heard)
        self._passing = Passing(article, self._people, self._heard)
        self._narration = Narration(article, self._people, self._heard, self._pronouns, self._passing)
        self._interview = Interview(article, self._people, self._heard)

    def quotes(self) -> tuple[Quote, ...]:
        """Return every utterance with its speaker."""
        return tuple(self._quote(utterance) for utterance in self._article.utterances)

    def _quote(self, utterance: Utterance) -> Quote:
        speakers = self._mentioned(utterance) if utterance.mention else self._carried(utterance)
        first, others = speakers[0], tuple(speakers[1:])
        score = confidence(utterance, first, self._setting(utterance, first))
        self._heard.remember(utterance, first, others)
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
        carried = self._heard.last.carried + 1 if self._heard.last and utterance.mention is None else 0
        return Setting(carried, len({s.person for s in near} - {speaker.person}), named)

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
        kin = self._siblings(mention)
        if kin:
            return kin
        named = [] if _FRIEND.match(mention.text) else self._people.within(mention)
        if named:
            return [self._people.speaker(n, mention, self._via(n, mention)) for n in named]
        low = mention.text.lower()
        low = POSSESSIVES.get(low, low)  # ", var ⟦hennes⟧ kommentar": what was said was hers
        low = "duon" if low.endswith("duon") else low  # segerduon
        both = low.startswith(("de båda ", "de två ")) and (
            utterance.kind == "direct" or means_offices(low.split()[-1])
        )
        crowd = self._crowd(low, mention, utterance)
        if crowd is not None:
            return [crowd]
        together = self._together(low, mention) if low in _BOTH or both else []
        if together:
            return together
        if low in PRONOUNS:
            return [self._pronouns.speaker(low, mention, utterance)]
        if low in FORMER or low in LATTER:
            two = self._people.two_before(mention.start)
            if two is None:
                return [_unknown(f"the text does not say who {low!r} is")]
            return [self._people.speaker(two[low in LATTER], mention, "pronoun")]
        body = self._body(mention) if low != "man" else self._body_above(utterance, mention)
        if body is not None and not (is_title(mention.text) and self._people.with_role(mention.text, mention.start)):
            return [body]  # Ombudsmannen, unless somebody has been called so
        return [self._phrase(mention, utterance)]

    def _siblings(self, mention: Span) -> list[Speaker]:
        """``⟦Bröderna Ek⟧ om krogen``, ``säger ⟦systrarna⟧``: all of that name, or the ones named together who share one."""
        match = _SIBLINGS.fullmatch(mention.text)
        if match is None:
            return []
        row: Sequence[int] = (
            range(len(self._people.people)) if match["name"] else self._people.row_before(mention.start)
        )
        family = match["name"] or next((self._people.people[n].name.split()[-1] for n in row), "")
        theirs = [n for n in row if self._people.people[n].name.endswith(f" {family}")]
        if len(theirs) < _FEWEST_SIBLINGS or (not match["name"] and len(theirs) < len(row)):
            return []
        return [self._people.speaker(n, mention, "surname" if match["name"] else "pronoun") for n in theirs]

    def _crowd(self, low: str, mention: Span, utterance: Utterance) -> Speaker | None:
        """``Beskedet oroar grannar som menar att det luktar. ⟦De⟧ hävdar att``: those of the sentence before, whoever was named above."""
        said, block = self._heard.witness
        if low not in _PLURAL or said is None or said.mention is None or block != utterance.block:
            return None
        crowd = said.kind == "group" or (said.kind == "role" and _SEVERAL_OF_A_KIND.fullmatch(said.name or ""))
        if not crowd or self._people.between(said.mention.start, mention.start):
            return None
        return replace(said, mention=mention, via="pronoun")

    def _together(self, low: str, mention: Span) -> list[Speaker]:
        """Return whom *de* and *båda* mean: those named together, or heard last, unless the text tells of others since."""
        row = self._people.row_before(mention.start)
        heard = self._heard.last.end if self._heard.last else 0
        near = max(0, mention.start - NEAR_ROW)
        since = max([heard, near, *(s.end for s in self._people.between(near, mention.start) if s.person in row)])
        others = self._others(mention, since) if low in _PLURAL else []
        third = any(
            s.person not in self._heard.people[-2:] for s in self._people.between(max(heard, near), mention.start)
        )
        if not row and low not in _PAIRS and not third:  # not "… säger Bo Alm. I maj bestämde ⟦Ida Wik⟧ att ⟦de⟧ …"
            row = self._heard.last_two() or ()
        if row and not others:
            return [self._people.speaker(n, mention, "pronoun") for n in row]
        heard_together = self._heard.last is not None and self._heard.last.others
        far = [] if heard_together or low not in _PLURAL else self._others(mention, max(0, mention.start - _NEAR_MANY))
        return others or far

    def _others(self, mention: Span, since: int) -> list[Speaker]:
        """``Grannarna har klagat länge. Bullret stör, menar ⟦de⟧.``: no people by name; two bodies speak each by itself."""
        names = told_of(self._article.text, since, mention.start)
        bodies = [body for name in names if (body := self._named_body(name, mention)) is not None]
        if names and len(bodies) == len(names):
            return [replace(body, via="pronoun") for body in bodies]
        return [Speaker("group", names[0], mention=mention, via="pronoun")] if len(names) == 1 else []

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
        if named == [False, True] and mention.text[len(parts[0].text) :].startswith(","):
            return []  # "byggets beställare, Siv Alm"
        unnamed = [p for p, name in zip(parts, named, strict=True) if not name and p.text.lower() not in PRONOUNS]
        if not all(self._body(part) or (part.text and can_speak(part.text)) for part in unnamed):
            return []
        roles = [kind_of_phrase(part.text) == "role" for part in unnamed]
        return [] if any(named) and any(roles) else parts  # "ordföranden och ägaren Bo Ek" is one

    def _part(self, part: Span, utterance: Utterance) -> Speaker:
        named = self._people.within(part)
        if named:
            return self._people.speaker(named[0], part, self._via(named[0], part))
        if part.text.lower() in PRONOUNS:  # "enligt ⟦henne⟧ och maken Bo Ek"
            return self._pronouns.speaker(part.text.lower(), part, utterance)
        return self._body(part) or self._phrase(part, utterance)

    def _via(self, n: int, mention: Span) -> str:
        name = self._people.people[n].name
        if name in mention.text or name.split()[0] + " " in mention.text:
            return "name"
        first, last = name.split()[0], name.split()[-1]
        misspelt = first not in mention.text and mention.text.split()[-1][:_ALIKE] == last[:_ALIKE]
        return "surname" if last in mention.text or misspelt else "first_name"

    def _body(self, mention: Span) -> Speaker | None:
        """``skriver Sjörådet``: a named body, unless a role of it speaks (``säger Sjörådets ordförande``)."""
        i = bisect_left(self._body_starts, mention.start)
        while i < len(self._bodies) and self._bodies[i][0] < mention.end:
            start, end, n = self._bodies[i]
            i += 1
            if end > mention.end + 1 or self._article.text[end : end + 1] == "-":
                continue  # SOS-operatören
            if end < mention.end and self._article.text[start:end].endswith("s"):
                return None
            before = self._article.text[mention.start : start].strip()
            if before.lower() in ("", "den", "det") or (end == mention.end and _PRESENTS_BODY.fullmatch(before)):
                name = self._article.organisations[n].name
                return Speaker("organisation", name, organisation=n, mention=mention, via="name")
        return None

    def _body_above(self, utterance: Utterance, mention: Span) -> Speaker | None:
        """``Fackförbundet Norr håller inte med:`` ⏎ ``”⟦…⟧”, skriver ⟦man⟧ i sitt brev.``: the only body, with nobody named."""
        block = self._article.blocks[max(0, utterance.block - 1)]
        at = utterance.contents[0].start
        near = slice(bisect_left(self._body_starts, block.start), bisect_left(self._body_starts, at))
        meant = {n for _, _, n in self._bodies[near]}
        if len(meant) != 1 or block.kind == "title" or self._people.between(block.start, at):
            return None
        body = meant.pop()
        return Speaker(
            "organisation", self._article.organisations[body].name, organisation=body, mention=mention, via="pronoun"
        )

    def _named_body(self, text: str, mention: Span) -> Speaker | None:
        """``hävdar ⟦Nordbygg⟧ att``, ``uppger operatören ⟦Tågia⟧``: a body that was found elsewhere in the article, and not here."""
        first, _, rest = text.partition(" ")
        text = rest if rest and _PRESENTS_BODY.fullmatch(first) else text
        bodies = enumerate(self._article.organisations)
        meant = [
            n for n, o in bodies if text[:1].isupper() and text in (o.name, o.name.removesuffix(" AB"), *o.aliases)
        ]
        if len(meant) != 1:
            return None
        name = self._article.organisations[meant[0]].name
        return Speaker("organisation", name, organisation=meant[0], mention=mention, via="name")

    def _opens_sentence(self, mention: Span) -> bool:
        """Tell whether a phrase opens a sentence, where a capital says nothing."""
        return self._article.text[max(0, mention.start - 4) : mention.start].rstrip(" \u00a0–-")[-1:] in (
            "",
            ".",
            "!",
            "?",
            "\n",
            ":",
            "”",
            '"',
        )

    def _short_form(self, text: str, at: int) -> int | None:
        """``Region Alvsund bygger. ⟦Regionen⟧ uppger att …``: the body, named before ``at``, that has this for an alias."""
        form = text.lower()
        bodies = enumerate(self._article.organisations)
        meant = [n for n, o in bodies if form in o.aliases and o.mentions and o.mentions[0].start < at]
        return meant[0] if len(meant) == 1 else None

    def _phrase(self, mention: Span, utterance: Utterance) -> Speaker:
        """``säger ordföranden``, ``enligt rapporten``, ``menar de boende``, ``enligt hennes bedömning``."""
        text = _without_view(" ".join(mention.text.split()))
        if utterance.rule == "dash-noun" and " " not in text and can_speak(text.removesuffix("s")):
            text = text.removesuffix("s")  # systerns kommentar
        if utterance.rule == "noun-att":
            if text.lower() in ("hennes", "hans"):
                return self._pronouns.speaker({"hennes": "hon", "hans": "han"}[text.lower()], mention, utterance)
            text = text.removesuffix("s")  # Kommunens förklaring
        owner = {"hennes": "hon", "hans": "han"}.get(text.split()[0].lower())
        if owner is not None and kind_of_phrase(text) == "document":
            return self._pronouns.speaker(owner, mention, utterance)
        whole = whole_of(text, self._article.text, mention.start)
        if whole is not None:
            return Speaker("group", whole, mention=mention, via="phrase")
        felt = definite_of(text)
        if felt is not None and utterance.mark == "dash":
            known = self._people.with_role(felt, mention.start)
            one = known[0] if len(known) == 1 else None
            one = self._by_epithet(felt, mention, utterance) if one is None and is_epithet(felt) else one
            if one is not None:
                return self._people.speaker(one, mention, "role")
        kind = kind_of_phrase(text)
        if kind == "role":
            turned = self._people.of_party(text, mention.start)
            turned = self._people.in_turn(text, mention.start) if turned is None else turned
            if turned is not None:
                return self._people.speaker(turned, mention, "role")
            known = self._people.with_role(text, mention.start)
            if known:
                return self._people.speaker(known[0], mention, "role")
            spouse = spouse_of(text, mention.start, self._article.text, self._people, self._heard)
            kin = kin_of(text, mention.start, self._people, self._heard) if spouse is None else spouse
            if kin is not None:
                return self._people.speaker(kin, mention, "role")
            proper = text[:1].isupper() and not can_speak(text) and not self._opens_sentence(mention)
            apart = text.lower().endswith("-åringen") or proper or utterance.rule == "marks-stands-in"
            apart = apart or " av " in text  # "åtta av tio hyresgäster", beside "Bo Ek, ombud för hyresgästerna"
            beside = None if apart else self._people.with_noun(text, mention.start)
            told = {n for content in utterance.contents for n in self._people.within(content)}
            if beside is not None and beside not in told and text.split()[0].lower() not in ("en", "ett"):
                return self._people.speaker(beside, mention, "role")
            meant = self._by_epithet(text, mention, utterance) if is_epithet(text) else None
            if meant is not None and meant not in told:  # "⟦Bo Ek⟧ är död, säger grannen."
                return self._people.speaker(meant, mention, "role")
        body = self._named_body(text, mention)
        if body is not None:
            return body
        called = self._people.called(text)
        if called is not None:
            return self._people.speaker(called, mention, "first_name")
        if kind == "anonymous":
            named = not _UNNAMED.intersection(text.lower().split())
            return Speaker(kind, text if named else None, mention=mention, via="phrase", reason="not named in the text")
        short = self._short_form(text, mention.start) if kind == "organisation" else None
        if short is not None:
            name = self._article.organisations[short].name
            return Speaker(kind, name, organisation=short, mention=mention, via="short_form")
        return Speaker(kind, text, role=text if kind == "role" else None, mention=mention, via="phrase")

    def _by_epithet(self, phrase: str, mention: Span, utterance: Utterance) -> int | None:
        """``Erik Ek gjorde två mål.`` ⏎ ``– Kul, säger ⟦mittbacken⟧.``: who has been named or heard just before."""
        low = self._article.blocks[max(0, utterance.block - NEAR_BLOCKS)].start
        since, at = max(low, self._heard.last.end if self._heard.last else 0), utterance.contents[0].start
        between = self._people.between(since, at)
        handed = [s.person for s in between if self._passing.is_given_the_word(s, since)]
        if handed:  # "Och får medhåll av ⟦Bo Ek⟧:"
            return whom_it_means(phrase, mention.start, self._article.text, self._people, handed[-1:])
        near = [s.person for s in between if not s.oblique]
        if self._heard.last is not None and self._heard.last.end >= low and self._heard.last.speaker.person is not None:
            heard = self._heard.last.speaker.person
            if not (near and self._people.people[heard].roles):  # a coach who was heard before is no rival of the back
                near.append(heard)
        return whom_it_means(phrase, mention.start, self._article.text, self._people, list(dict.fromkeys(near)))

    # -- without a clause

    def _carried(self, utterance: Utterance) -> list[Speaker]:
        """Speech without a clause: the person of the paragraph before, else who spoke last, else the only one named."""
        if utterance.rule.startswith("hearsay"):
            return [_unknown("hearsay: the text does not say whose words these are")]
        if utterance.rule == "marks-colon":
            return [_unknown("the line before it tells of whom the words are, not whose")]
        if utterance.mark == "marks" and _MOTIVATION.match(utterance.contents[0].text):
            return [_unknown("the words give the grounds of a prize")]
        if utterance.mark != "dash" and utterance.rule not in _OF_BLOCKS and not self._adjoins(utterance):
            return [self._sole(utterance) or _unknown("no frame says who speaks")]
        asked = self._heard.asked
        if (
            asked is not None
            and utterance.block == asked.block + 1
            and (self._interview.is_put_to_another(asked, utterance) or self._interview.is_asked_in_court(utterance))
        ):
            replier = self._interview.replier(asked)
            if replier is not None or asked.contents[-1].text.endswith("?"):
                return [replier or _unknown("who was asked answers, and the text does not say who")]
        called = self._interview.called(utterance)
        if called is not None:
            return [called]
        below = self._narration.goes_on_below(utterance)
        if below is not None:
            return [below]
        if self._interview.is_asked(utterance):
            return self._answered(utterance)
        presented = self._narration.presented(utterance)
        if presented is not None:
            return [presented]
        if self._narration.heads_another(utterance.block - 1):
            return [_unknown("the heading above names somebody else")]
        shared = self._narration.shared_below(utterance)
        if shared is not None:
            return [shared]
        if self._heard.last is not None and self._heard.last.carried < _CARRY:
            return self._again(utterance)
        if self._stands_apart(utterance):
            return [_unknown("nobody is named before it")]
        ahead = self._spoken_for(utterance)
        return [ahead or _unknown("no speaker is named before it")]

    def _adjoins(self, utterance: Utterance) -> bool:
        return self._heard.last is not None and self._heard.last.block == utterance.block

    def _answered(self, utterance: Utterance) -> list[Speaker]:
        """An interview's answer: whom the question is put to, else who spoke last, else the only or the next one."""
        answerer = self._interview.answerer(utterance)
        if answerer is not None:
            return [answerer]
        if self._heard.last is not None:
            return self._again(utterance)
        return [self._spoken_for(utterance) or _unknown("nobody is named before the question")]

    def _again(self, utterance: Utterance) -> list[Speaker]:
        """Who spoke last, unless the words tell of them: ``– Då ringde jag Siv Alm.`` is the other's of two who have been heard."""
        assert self._heard.last is not None
        last = self._heard.last.speaker.person
        if last is not None and self._is_met(last, utterance.contents[0].text):
            others = [person for person in self._heard.people if person != last]
            return [
                self._people.speaker(others[0], None, "inherited")
                if len(others) == 1
                else _unknown("the words tell of who spoke last")
            ]
        speakers = (self._heard.last.speaker, *self._heard.last.others)
        return [replace(speaker, mention=None, via="inherited") for speaker in speakers]

    def _is_met(self, person: int, said: str) -> bool:
        """``ringde jag ⟦Siv⟧``, ``jag frågade ⟦Micke⟧``: somebody else, whom *jag* does something to."""
        first = self._people.people[person].name.split()[0]
        return any(
            name == first or fold(first).startswith(nicknames().get(fold(name), "-"))
            for pair in _MET.findall(said)
            for name in pair
            if name
        )

    def _spoken_for(self, utterance: Utterance) -> Speaker | None:
        """Whom the reporter reached, the only person whom the article names, or the next one who is named as a speaker."""
        reached = self._narration.reached(utterance) if self._heard.last is None and utterance.mark == "dash" else None
        return reached or self._sole(utterance) or self._narration.only_one(utterance) or self._next_speaker(utterance)

    def _sole(self, utterance: Utterance) -> Speaker | None:
        """The only person, unless just told of: named in a question, or behind the words and not as a subject."""
        said, blocks = utterance.contents[0].start, self._article.blocks
        told = all(
            not s.leading
            and blocks[s.block].kind == "paragraph"
            and (s.start > said or is_put_to_you(self._article, s.block))
            for s in self._people.seen
        )
        if told or len(self._spoken_of) != 1 or utterance.mark not in ("dash", "marks"):
            return None
        return self._people.speaker(next(iter(self._spoken_of)), None, "sole")

    def _stands_apart(self, utterance: Utterance) -> bool:
        """Tell a paragraph in marks within the narration, before anybody is named: what one of those asked wrote."""
        if utterance.rule != "marks-block" or self._article.blocks[utterance.block].kind != "paragraph":
            return False
        seen = self._people.seen
        return utterance.block > _OPENING and (not seen or seen[0].start > utterance.contents[0].start)

    def _next_speaker(self, utterance: Utterance) -> Speaker | None:
        """A quote that opens an article belongs to whom the next clause names."""
        if self._heard.last is not None:
            return None
        for other in self._article.utterances:
            later = (other.block, other.contents[0].start) > (utterance.block, utterance.contents[0].start)
            if later and other.mention is not None and (other.kind == "direct" or other.rule == "reported-frame-last"):
                named = self._people.within(other.mention)
                if named and other.block - utterance.block <= 3:
                    return self._people.speaker(named[0], None, "following")
                return None
        return None


def _without_view(phrase: str) -> str:
    """Return whose view a phrase is: *kommunens bedömning* → *kommunen*; any other phrase as it is."""
    *owner, last = phrase.split(" ")
    owned = len(owner) == 1 and last in word_set("views that somebody has") and owner[0].lower() not in POSSESSIVES
    return owner[0][:-1] if owned and len(owner[0]) > 1 and owner[0].endswith("s") else phrase


def _unknown(reason: str) -> Speaker:
    return Speaker("unknown", None, reason=reason)


__all__: Sequence[str] = ["Resolver"]
