"""Speech without a clause of its own: whom the narration before it presents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Block, Speaker, Utterance
from pipeline.stages.names.lists import surnames
from pipeline.stages.roles.titles import is_title
from pipeline.stages.speakers.heard import MEETS, Heard
from pipeline.stages.speakers.passing import Passing, opening_pronoun
from pipeline.stages.speakers.persons import GENDERS, NEAR_BLOCKS, People, Seen, is_behind_verbs
from pipeline.stages.speakers.pronouns import ROLE_SUBJECT, Pronouns, says_it_is_a_person, sex_of
from pipeline.stages.speakers.unnamed import unnamed_in
from pipeline.word_sets import word_set

#: Blocks above what somebody says, and code points of the second: "Siv Lund", "34 år, Alvsund".
_NAME_AND_LINE, _SHORT_LINE = 2, 60
_AGE = re.compile(r"(?:,? \(?\d{1,2}(?: år)?\)?)?[ :\u00a0]*")


#: Somebody's mother and what she does, in one sentence.
_KIN = re.compile(
    r"(?P<who>(?:[A-ZÅÄÖ][\w-]+[ \u00a0]){0,2}[A-ZÅÄÖ][\w-]+s[ \u00a0](?P<noun>[a-zåäö]+))[ \u00a0][a-zåäö]+[^.!?\n]*[.:]\s*(?:[–—-]\s*)?\Z"
)


#: Who was asked by whom the narration names: "När Siv Alm frågade blev ⟦mannen⟧ tyst."
_WHEN_ASKED = re.compile(
    r"(?:När|Då)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}[A-ZÅÄÖ][\w-]+(?:[ \u00a0][A-ZÅÄÖ][\w-]+)?[ \u00a0](?:frågade|frågar|undrade|undrar|pressade|pressar)"
    r"\b[^.!?\n]{0,60}[ \u00a0](?P<who>\d\d-åringen|mannen|kvinnan)\b[^.!?\n]*[.:]?\s*\Z"
)
#: A heading that opens with who says what it tells: "Tornvall: Mer fisk på borden".
_HEADED_BY = re.compile(r"(?P<name>[A-ZÅÄÖ][a-zåäöéü]{2,20}):[ \u00a0]\w")
#: Whom who spoke last turns to: "och vänder sig mot Bo Ek".
_TURNS_TO = re.compile(
    r"\b(?:vänder|vände|tittar|tittade|ser|såg|blinkar|blinkade|nickar|nickade|pekar|pekade|ler|log|skrattar|skrattade)[ \u00a0]"
    r"(?:sig[ \u00a0])?(?:[a-zåäö]+[ \u00a0]){0,2}?(?:på|mot|till|åt)[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z"
)
#: Whom others have spoken of: "Själv läser hon inga recensioner".
_ONE_SELF = re.compile(r"(?:\A|[.!?\n][ \u00a0]?)Själv[ \u00a0][a-zåäö]+[ \u00a0](?:hon|han)\b")
#: So many of some whom nobody named are none who speaks on: "⟦En del handlare⟧ uppger att varorna är slut."
_MANY = tuple(f"{word} " for word in ("en del", "flera", "många", "några", "somliga", "vissa", "andra", "de flesta"))
#: Whom the reporter gets to speak to: "När vi når ⟦rektorn⟧ på telefon".
_REACHED = re.compile(
    rf"\bvi[ \u00a0]{MEETS}[ \u00a0](?P<who>(?:[A-ZÅÄÖ]+-)?[a-zåäö]{{3,}}(?:en|n|et))\b(?![ \u00a0][A-ZÅÄÖ])"
)
#: What opens a clause of its own, whose *hon* may be whom the main clause names.
_WHEN_THEY = re.compile(
    r"[ \u00a0]?(?:På[ \u00a0](?:frågan|frågor)|När|Då|Om|Innan|Medan|Trots[ \u00a0]att|Efter[ \u00a0]att|Eftersom)\b"
)
_FORMS = {"hon": "hon", "henne": "hon", "hennes": "hon", "han": "han", "honom": "han", "hans": "han"}
#: Blocks above speech, the first of which tells somebody's view, which the second explains.
_STANCE = 2
_HAS_VIEW = re.compile(
    r"(?:[ \u00a0]\([A-ZÅÄÖ]{1,3}\))?[ \u00a0](?:vill|ville|anser|ansåg|tycker|tyckte|tror|trodde|menar|menade|hoppas|hoppades|"
    r"ifrågasätter|ifrågasatte|försvarar|försvarade|välkomnar|välkomnade|motsätter|motsatte|efterlyser|efterlyste)\b"
)
_VIEW_NEXT = re.compile(
    rf"[^.!?\n]{{0,80}}[.!?][ \u00a0\n]{{1,2}}(?P<who>Hon|Han)(?:{_HAS_VIEW.pattern}|[ \u00a0](?:minns|mindes|berättar|berättade|ser|såg|delar|delade|"
    r"instämmer|pekar|pekade|varnar|varnade|kallar|kallade|beskriver|beskrev|konstaterar|tvivlar|håller)\b)"
)
#: Who else is in it, told by who speaks or of them: "De övriga är Maj Ek, Kim Lund och Bo Strand".
_THE_REST = re.compile(r"\b[Dd]e (?:övriga|andra)(?: [a-zåäö]+)?[ \u00a0](?:är|var|heter|hette)[ \u00a0]\Z")
#: Blocks from speech to speech, where narration stands between.
_APART = 2
#: How somebody goes on who has just spoken.
_SEVERAL = 3
_GOES_ON = re.compile(r"(?:Sedan|Sen|Och|Men|Dessutom|Samtidigt|Därför|Så)\b")


class Narration:
    """Reads the narration of one article for who speaks next."""

    def __init__(self, article: Article, people: People, heard: Heard, pronouns: Pronouns, passing: Passing) -> None:
        self._article = article
        self._people = people
        self._heard = heard
        self._pronouns = pronouns
        self._passing = passing
        self._framed = {u.block: u for u in reversed(article.utterances) if u.rule == "dash-frame" and u.mention}

    def presented(self, utterance: Utterance) -> Speaker | None:
        """The narration between the last speech and this one names somebody, or says *hon*: that is who speaks."""
        answers = self._named_above(utterance)
        if answers is not None:
            return answers
        above = max(0, self._article.block_above(utterance.block))
        over = self._over_heading(above)
        if over is not None:
            return over
        asked = self._asked(self._article.blocks[above])
        if asked is not None:
            return asked
        start = max(self._article.blocks[max(0, above - 1)].start, self._heard.last.end if self._heard.last else 0)
        at = utterance.contents[0].start
        between = self._passing.behind_frame([s for s in self._people.between(start, at) if s.block >= above])
        named = bool(between)
        handed = bool(between) and self._passing.is_given_the_word(between[-1], start)
        if handed and not self._passing.speaks_of(between[-1], utterance):
            return self._people.speaker(between[-1].person, None, "introduced")
        kin = self._kin_of(between, above, at)
        if kin is not None:
            return kin
        friend = self._friend_of(between, utterance)
        if friend is not None:
            return friend
        viewed = self._has_view(between, utterance)
        if viewed is not None:
            return viewed
        told, passing = self._passing.split(between, utterance)
        between = [s for s in between if s not in passing]
        met = self._met_by(told) if told and not between else None
        if met is not None:
            return met
        passed = {s.person for s in passing}
        narration = self._article.text[start:at]
        pronoun = _leading_pronoun(narration)
        if not between or (
            not told and pronoun and not any(s.leading for s in between) and self._after_pronoun(between[0])
        ):
            if pronoun is None:
                other = None if named else self._told_of_portrayed(narration)
                if other is not None:
                    return other
                role = None if named else self._by_role(utterance)
                return role or self._by_witness(utterance) or (None if named else self._by_stance(utterance))
            turned = None if between else self._turned_to(pronoun)
            if turned is not None:
                return turned
            unnamed = None if between else self._unnamed(pronoun, utterance)
            if unnamed is not None:
                return unnamed
            portrayed = self._portrayed(pronoun) if not between and _ONE_SELF.search(narration) else None
            if portrayed is not None:
                return portrayed
            ranked = self._pronouns.ranked(pronoun, between[0].start if between else at)
            stays = self._stays_with(narration) if passed.issuperset(ranked) else None
            if stays is not None:
                return stays
            ranked = [person for person in ranked if person not in passed] or [
                person for person in ranked if all(person != s.person for s in told)
            ]
            if not ranked:
                return self._by_role(utterance) or self._by_witness(utterance)
            return self._people.speaker(ranked[0], None, "introduced")
        people = list(dict.fromkeys(s.person for s in between))
        goes_on = self._tells_of_last_speaker(between[-1], at)
        if goes_on is not None:
            return goes_on
        if len(people) == 1:
            return self._people.speaker(people[0], None, "introduced")
        leading = [s for s in between if s.leading]
        if not leading and self._passing.is_row(between):
            row = self._of_row(between, utterance)
            if row is not None:
                return row
        chosen: Seen = (leading or [s for s in between if not s.oblique] or between)[-1]
        last = None if self._heard.last is None else self._heard.last.speaker.person
        if last in people and self._passing.in_a_row(between):
            return self._people.speaker(last, None, "introduced")
        if between[-1].person == last and not between[-1].oblique and between[-1].start > chosen.start:
            chosen = between[-1]  # "Ohlström bytte spår, och då bestämde sig Dalhede": who spoke last is told of last
        return self._people.speaker(chosen.person, None, "introduced")

    def _has_view(self, between: Sequence[Seen], utterance: Utterance) -> Speaker | None:
        """``Alm får stöd av Norrlands chef ⟦Siv Lund⟧. Hon vill ha en gräns.``: the only one named, whose view the next sentence tells."""
        at = utterance.contents[0].start
        if len({s.person for s in between}) != 1 or self._passing.is_told(between[-1], utterance):
            return None
        view = _VIEW_NEXT.match(self._article.text, between[-1].end, at)
        agrees = view is not None and self._people.agrees(between[-1].person, view["who"].lower())
        last = None if self._heard.last is None else self._heard.last.speaker.person
        other = view is not None and last is not None and self._people.agrees(last, view["who"].lower()) is False
        return self._people.speaker(between[-1].person, None, "introduced") if agrees and other else None

    def _over_heading(self, n: int) -> Speaker | None:
        """``Bolagets vd, ⟦Bo Ek⟧, ser en stor risk.`` ⏎ ``Oro`` ⏎ ``– ⟦…⟧``: the only one of the paragraph above heading ``n``.

        As the subject of its last sentence, and behind what was said last.
        """
        heading, above = self._article.blocks[n], self._article.blocks[max(0, n - 1)]
        last = self._heard.last
        if heading.kind != "heading" or above.kind != "paragraph" or last is None or last.end > above.start:
            return None
        seen = self._people.between(above.start, heading.end)
        presented = seen and seen[-1].leading and not seen[-1].oblique and seen[-1].block < n
        if not presented or len({s.person for s in seen}) > 1 or seen[0].person == last.speaker.person:
            return None
        tail = self._article.text[seen[-1].end : above.end].rstrip()
        return None if "." in tail[:-1] else self._people.speaker(seen[-1].person, None, "introduced")

    def only_one(self, utterance: Utterance) -> Speaker | None:
        """``⟦Siv Alm⟧ slår sig ned i soffan.`` ⏎ ``Det är tre veckor kvar.`` ⏎ ``– ⟦…⟧``: the only one told of so far, and near.

        As the subject of a sentence, before anybody has spoken.
        """
        if self._heard.last is not None or utterance.mark != "dash":
            return None
        seen = self._people.between(0, utterance.contents[0].start)
        near = [s for s in seen if s.leading and s.block >= utterance.block - NEAR_BLOCKS]
        if not near or len({s.person for s in seen}) > 1 or self._article.blocks[near[-1].block].kind != "paragraph":
            return None
        return self._people.speaker(near[-1].person, None, "introduced")

    def heads_another(self, n: int) -> bool:
        """``Tornvall: Mer fisk på borden`` ⏎ ``– ⟦…⟧``: block ``n``, a heading, has a surname, not that of who spoke last."""
        above = self._article.blocks[n] if n > 0 else None
        if above is None or above.kind != "heading" or self._heard.last is None:
            return False
        headed = _HEADED_BY.match(self._article.text, above.start, above.end)
        spoke = (self._heard.last.speaker.name or "").split()
        return headed is not None and headed["name"] in surnames() and headed["name"] not in spoke

    def _turned_to(self, pronoun: str) -> Speaker | None:
        """``– Hjälps vi åt? sa Siv Alm och vände sig till ⟦Bo Ek⟧.`` ⏎ ``Han funderade.``: he whom she turned to."""
        last, text = self._heard.last, self._article.text
        if last is None or last.speaker.person is None or self._people.agrees(last.speaker.person, pronoun):
            return None
        behind = self._people.between(last.end, self._article.blocks[last.block].end)
        for seen in reversed(behind):
            turned = _TURNS_TO.search(text, max(last.end, seen.start - 60), seen.start)
            if turned is not None and self._people.agrees(seen.person, pronoun):
                return self._people.speaker(seen.person, None, "introduced")
        return None

    def _unnamed(self, pronoun: str, utterance: Utterance) -> Speaker | None:
        """``– …, säger ⟦kvinnan⟧.`` ⏎ ``Hon har en lapp.`` ⏎ ``– ⟦…⟧``: without a name, heard last, or told of in the block before.

        ``⟦Bellamy⟧ tyckte att det var mål. Sedan såg han bilderna.`` ⏎ ``– ⟦…⟧``: a name that nobody knows.
        """
        witness, block = self._heard.witness
        mention = None if witness is None or block != utterance.block - 1 else witness.mention
        if mention is not None and mention.start == self._article.blocks[block].start:
            told = self._by_witness(utterance)
            if told is not None:
                return told
        at = utterance.contents[0].start
        unnamed = self._opens_block_above(pronoun, utterance) or self._pronouns.unnamed_before(
            pronoun, utterance.block, at
        )
        return None if unnamed is None else replace(unnamed, mention=None, via="introduced")

    def _opens_block_above(self, pronoun: str, utterance: Utterance) -> Speaker | None:
        """``⟦Offrets syster⟧ satt i salen. Hon såg sig inte om.`` ⏎ ``– ⟦…⟧``: a woman or a man without a name, and then *hon*."""
        block = self._article.blocks[max(0, utterance.block - 1)]
        spoke = self._heard.last is not None and self._heard.last.end > block.start
        match = (
            None
            if spoke or block.kind != "paragraph"
            else ROLE_SUBJECT.match(self._article.text, block.start, block.end)
        )
        if match is None or not says_it_is_a_person(match["head"].lower()):
            return None
        sentence = self._article.text.find(". ", match.end(), block.end)
        behind = self._article.text[sentence + 2 : sentence + 6].split(" ")[0] if sentence > 0 else ""
        return self._pronouns.role_subject(match, pronoun, block.end) if behind.lower() == pronoun else None

    def _portrayed(self, pronoun: str) -> Speaker | None:
        """``Sydposten skrev att hon är sträng. ⟦Själv läser hon⟧ inga recensioner.``: who is named first of all, and has spoken."""
        first = self._people.seen[0] if self._people.seen else None
        if first is None or first.person not in self._heard.spoken or not self._people.agrees(first.person, pronoun):
            return None
        return self._people.speaker(first.person, None, "introduced")

    def _told_of_portrayed(self, narration: str) -> Speaker | None:
        """``– Nej, säger Bo Ek.`` ⏎ ``Sedan dog ⟦hennes⟧ bästa vän.`` ⏎ ``– ⟦…⟧``: it is on her whom the portrait is of, and not on him."""
        last = None if self._heard.last is None else self._heard.last.speaker.person
        words = re.findall(r"\w+", narration.lower())
        pronouns = {pronoun for word, pronoun in _FORMS.items() if word in words}
        if last is None or len(pronouns) != 1 or self._people.agrees(last, pronoun := pronouns.pop()) is not False:
            return None
        unnamed = {"hon": "women without a name", "han": "men without a name"}[pronoun]
        return None if not word_set(unnamed).isdisjoint(words) else self._portrayed(pronoun)

    def _met_by(self, told: Sequence[Seen]) -> Speaker | None:
        """``Sedan upptäckte Mogens Ek ⟦henne⟧.`` ⏎ ``– Han ringde hem.``: the last of those heard whom the pronoun means."""
        pronoun = self._passing.met(told[-1])
        if pronoun is None:
            return None
        heard = [person for person in reversed(self._heard.people) if self._people.agrees(person, pronoun)]
        return self._people.speaker(heard[0], None, "introduced") if heard else None

    def _stays_with(self, narration: str) -> Speaker | None:
        """``Genom Bo Ek kom ⟦hon⟧ in i laget. Han var tränare.`` ⏎ ``– ⟦…⟧``: who spoke last, of whom it tells too."""
        last = None if self._heard.last is None else self._heard.last.speaker.person
        if last is None or not any(
            self._people.agrees(last, word) for word in re.findall(r"\b(?:hon|han)\b", narration.lower())
        ):
            return None
        return self._people.speaker(last, None, "introduced")

    def _of_row(self, row: Sequence[Seen], utterance: Utterance) -> Speaker | None:
        """``I köket väntar Siv och Bo Alm.`` ⏎ ``– ⟦Kom in.⟧`` ⏎ ``Siv Alm häller upp kaffe.``: the one who is told of next, else nobody.

        And who spoke last where it is on the rest: ``De övriga är Maj Ek, Kim Lund och Bo Strand.``
        """
        text, heard = self._article.text, self._heard.last
        last = None if heard is None else heard.speaker.person
        people = {s.person for s in row}
        if last in people:
            return None
        if last is not None and _THE_REST.search(text, max(0, row[0].start - 40), row[0].start):
            return self._people.speaker(last, None, "introduced")
        blocks, n = self._article.blocks, utterance.block + 1
        below = self._people.between(blocks[n].start, blocks[n].end) if n < len(blocks) else ()
        told = (
            below and blocks[n].kind == "paragraph" and below[0].start == blocks[n].start and below[0].person in people
        )
        if told:
            return self._people.speaker(below[0].person, None, "introduced")
        return Speaker("unknown", None, reason="several are named in a row before it")

    def goes_on_below(self, utterance: Utterance) -> Speaker | None:
        """Bo Ek, Siv Alm and others were there. ``– ⟦Det händer mycket.⟧`` ⏎ ``– Sedan är vi många, sa Siv Alm.``: it is hers too."""
        follows = self._framed.get(utterance.block + 1)
        if follows is None or follows.mention is None or not _GOES_ON.match(follows.contents[0].text):
            return None
        since = self._article.blocks[max(0, utterance.block - NEAR_BLOCKS)].start
        last = self._heard.last.end if self._heard.last else 0
        people = {s.person for s in self._people.between(max(since, last), utterance.contents[0].start)}
        if len(people) < _SEVERAL:
            return None
        named = self._people.within(follows.mention)
        meant = len(named) == 1 and named[0] in people and utterance.rule == "dash-bare"
        return self._people.speaker(named[0], None, "introduced") if meant else None

    def shared_below(self, utterance: Utterance) -> Speaker | None:
        """``– ⟦Vi är glada.⟧`` ⏎ ``– Klubben är liten, säger ordföranden Siv Alm.``: it is hers too, who has not been heard before.

        Where narration that presents nobody stands between it and whoever spoke last.
        """
        last, start = self._heard.last, utterance.contents[0].start
        if last is None or utterance.rule != "dash-bare" or utterance.block - last.block < _APART:
            return None
        below = (self._framed.get(utterance.block), self._framed.get(utterance.block + 1))
        follows = next((u for u in below if u is not None and u.contents[0].start > start), None)
        if follows is None or follows.mention is None or " " not in follows.mention.text:
            return None
        named = self._people.within(follows.mention)
        heard = len(named) != 1 or named[0] in self._heard.spoken
        return None if heard else self._people.speaker(named[0], None, "following")

    def _asked(self, block: Block) -> Speaker | None:
        """``När Siv Alm frågade såg ⟦23-åringen⟧ pressad ut.`` ⏎ ``– ⟦…⟧``: who was asked, not who asked."""
        match = _WHEN_ASKED.match(self._article.text, block.start, block.end)
        return None if match is None else Speaker("role", match["who"], role=match["who"], via="introduced")

    def _kin_of(self, between: list[Seen], above: int, at: int) -> Speaker | None:
        """``⟦Siv Alms mamma⟧ hittade henne.`` ⏎ ``– ⟦…⟧``: somebody's, without a name, is the subject of the only sentence."""
        block = self._article.blocks[above]
        match = _KIN.match(self._article.text, block.start, at)
        if match is None or len({s.person for s in between}) != 1 or between[0].start != block.start:
            return None
        owned = match["noun"] in word_set("kin before a given name") or match["noun"] in ("man", "vän", "granne")
        return Speaker("role", match["who"], role=match["who"], via="introduced") if owned else None

    def _friend_of(self, between: list[Seen], utterance: Utterance) -> Speaker | None:
        """``⟦En kollega till Siv Alm⟧ berättar att tre har slutat.`` ⏎ ``– ⟦…⟧``: the colleague goes on, and not Siv."""
        speaker, block = self._heard.witness
        if speaker is None or speaker.mention is None or block != utterance.block - 1 or speaker.kind != "anonymous":
            return None
        opens = speaker.mention.start == self._article.blocks[block].start and " till " in speaker.mention.text
        if not opens or any(s.start >= speaker.mention.end for s in between):
            return None
        return replace(speaker, mention=None, via="introduced")

    def _tells_of_last_speaker(self, seen: Seen, at: int) -> Speaker | None:
        """``Rune Ek lärde henne fiska. Nu gör ⟦hon⟧ det själv.`` ⏎ ``– ⟦…⟧``: the last sentence is on who spoke last, and not on him."""
        last = self._heard.last
        spoke = None if last is None else last.speaker.person
        if spoke is None or "." not in self._article.text[seen.end : at]:
            return None
        pronoun = _leading_pronoun(self._article.text[seen.end : at].partition(".")[2])
        if pronoun is None or self._people.agrees(seen.person, pronoun) is not False:
            return None
        return self._people.speaker(spoke, None, "introduced") if self._people.agrees(spoke, pronoun) else None

    def _named_above(self, utterance: Utterance) -> Speaker | None:
        """``Siv Lund`` ⏎ ``34 år, Alvsund`` ⏎ ``– ⟦…⟧``: a name alone, and a short line on who it is."""
        n, blocks, text = utterance.block, self._article.blocks, self._article.text
        if n < _NAME_AND_LINE or blocks[n - 2].kind == "title" or blocks[n - 1].kind in ("title", "dash"):
            return None
        name, line = blocks[n - 2], blocks[n - 1]
        seen = self._people.between(name.start, line.end)
        alone = len(seen) == 1 and seen[0].start == name.start and _AGE.fullmatch(text, seen[0].end, name.end)
        short = line.end - line.start <= _SHORT_LINE and text[line.end - 1] not in ".!?:"
        return self._people.speaker(seen[0].person, None, "introduced") if alone and short else None

    def _after_pronoun(self, seen: Seen) -> bool:
        """``Som ung mötte han ⟦Tom Ek⟧``: somebody else, named before, is the subject of the sentence that names this one."""
        before = re.split(r"[.!?\n]", self._article.text[max(0, seen.start - 120) : seen.start])[-1]
        pronoun = re.search(r"\b(?:han|hon)\b", before, re.IGNORECASE)
        if pronoun is None or (_WHEN_THEY.match(before) and is_behind_verbs(before[pronoun.end() :])):
            return False  # "På frågan om hon ångrar sig blir ⟦Siv Lund⟧ tyst"
        return bool(self._people.between(0, seen.start - len(before) + pronoun.start()))

    def _by_role(self, utterance: Utterance) -> Speaker | None:
        """``Rektorn är tveksam.`` ⏎ ``– ⟦…⟧``: the role, or somebody unnamed, that the narration right before presents."""
        if utterance.block == 0:
            return None
        block, last = self._article.blocks[utterance.block - 1], self._heard.last
        if block.kind in ("title", "heading", "dash") or (last is not None and last.end > block.start):
            return None
        text, first = self._article.text, utterance.contents[0]
        role = next(reversed(list(ROLE_SUBJECT.finditer(text, block.start, block.end))), None)
        if role is not None and self._is_told_of(role["role"], utterance):
            return None
        speaker = None if role is None else self._pronouns.role_subject(role, None, first.start)
        speaker = speaker or unnamed_in(text, block.start, block.end, first.text)
        return None if speaker is None else replace(speaker, via="introduced")

    def _is_told_of(self, role: str, utterance: Utterance) -> bool:
        """``Maken fick vänta på besked.``, ``En operatör såg elden.`` ⏎ ``– Han sov inte.``: the words are about him.

        So they are in a court of who stands trial, ``17-åringen nekar.``, for whom somebody else speaks.
        """
        opener = opening_pronoun(utterance.contents[0].text)
        word = role.split()[-1].lower()
        if opener is not None and (word.endswith("-åringen") or word in word_set("people in court others speak for")):
            return True
        sex = sex_of(word)
        if opener is None or (sex is None and not role.startswith(("En ", "Ett "))):
            return False
        return sex is None or GENDERS.get(opener) == sex

    def reached(self, utterance: Utterance) -> Speaker | None:
        """``När vi får tag på ⟦tränaren⟧ är han trött.`` ⏎ ``– ⟦…⟧``: whom the reporter calls or meets, in the block before."""
        above = self._article.block_above(utterance.block)
        if above < 0 or self._article.blocks[above].kind not in ("lead", "paragraph"):
            return None
        block = self._article.blocks[above]
        match = _REACHED.search(self._article.text, block.start, block.end)
        if match is None or not is_title(match["who"].rpartition("-")[2]):
            return None
        known = self._people.with_role(match["who"], utterance.contents[0].start)
        if known:
            return self._people.speaker(known[0], None, "introduced")
        return Speaker("role", match["who"], role=match["who"], via="introduced")

    def _by_stance(self, utterance: Utterance) -> Speaker | None:
        """``⟦Bo Ek⟧ vill vänta.`` ⏎ ``Ett skäl är priset.`` ⏎ ``– ⟦…⟧``: whose view the narration has told since the last speech.

        One more block may explain it, if that names nobody.
        """
        n, blocks, last = utterance.block, self._article.blocks, self._heard.last
        if n < _STANCE or last is None or last.end > blocks[n - _STANCE].start:
            return None
        told, more = blocks[n - _STANCE], blocks[n - 1]
        seen = self._people.between(told.start, more.end)
        plain = told.kind in ("lead", "paragraph") and more.kind == "paragraph"
        one = plain and len({s.person for s in seen}) == 1 and seen[0].leading and seen[0].block == n - _STANCE
        if not one or seen[0].person == last.speaker.person or not _HAS_VIEW.match(self._article.text, seen[0].end):
            return None
        return self._people.speaker(seen[0].person, None, "introduced")

    def _by_witness(self, utterance: Utterance) -> Speaker | None:
        """``Det var halt, enligt en bilist.`` ⏎ ``– ⟦…⟧``: somebody unnamed who was heard in the block before."""
        speaker, block = self._heard.witness
        if (
            speaker is None
            or block != utterance.block - 1
            or speaker.kind not in ("anonymous", "role")
            or not speaker.name
            or speaker.name.lower().startswith(_MANY)
            or _COUNTED.search(speaker.name)
        ):
            return None
        return replace(speaker, mention=None, via="introduced")


#: A share of those who were asked says nothing in the first person: "45 procent anser att".
_COUNTED = re.compile(r"\d[ \u00a0]?(?:%|procent\b)")


#: "En kollega ⟦till honom⟧ berättar", where he is not the subject.
_TO_THEM = re.compile(r"(?<=[a-zåäö])[ \u00a0]till[ \u00a0](?:honom|henne)\b")


def _leading_pronoun(narration: str) -> str | None:
    """Return the *hon* or *han* that stands in the narration, the last one at the head of a sentence."""
    found = None
    for sentence in narration.replace("\n", ". ").split(". "):
        words = _TO_THEM.sub("", sentence).split()
        for word in words[:6]:
            if word.lower().strip(",") in GENDERS:
                found = word.lower().strip(",")
    return found
