"""Whom a pronoun means: *hon* the likeliest person before, an unnamed role, or who opens the words themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.article import Article, Span, Speaker, Utterance
from pipeline.stages.quotes.agents import can_speak, head_of, kind_of_phrase
from pipeline.stages.quotes.words import POSSESSIVES
from pipeline.stages.roles.titles import is_title
from pipeline.stages.speakers.heard import Heard
from pipeline.stages.speakers.persons import GENDERS, NEAR_BLOCKS, ROW, People, Seen
from pipeline.word_sets import word_set

#: A phrase that opens a sentence and a verb close behind it: "Kyrkoherden är …", "Den åtalade nekar", "Gästernas tränare".
ROLE_SUBJECT = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:Hos )?(?P<role>(?!(?:Hos|När|Då|Om|Sedan|Innan|Medan|Efter|Eftersom) )(?:Den (?:[a-zåäö]+(?:a|e) )?|Ett |En (?:annan |andra |tredje |fjärde |ung |yngre |äldre |av )?|(?:[A-ZÅÄÖ][a-zåäö-]+ )?[A-ZÅÄÖ][a-zåäö-]+s )?(?:\d{1,3}-årig[ae]? )?(?P<head>(?:\d{1,3}-)?[A-ZÅÄÖa-zåäö][a-zåäö-]+))"
    r"(?= [a-zåäö]+|, (?:en|ett|som) [^,.!?\n]{2,60}, [a-zåäö]+)",
    re.M,
)
#: The subject behind its verb: "Efter matchen var tränaren besviken", "Nu har den skadade berättat".
_ROLE_INSIDE = re.compile(
    r"\b(?:är|var|blir|blev|säger|sa|tycker|tyckte|har(?= den )|hade(?= den ))[ \u00a0]"
    r"(?P<role>(?:[A-ZÅÄÖ]\w*-|den (?=[a-zåäö]+(?:ade|te|ne)\b))?(?P<head>[a-zåäö]{3,}(?:en|n|ade|te|ne)))(?![\w-])"
)
#: The same behind an adverbial that opens the sentence: "I talet gick ⟦statsministern⟧ till angrepp mot Siv Alm".
_ROLE_BEHIND = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:I|På|Under|Efter|Vid|Sedan|Därefter|Senare)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}"
    r"(?:[a-zåäö]+(?:ade|rde|kte|nde|lde|ste|ar|er)|gick|går|gav|ger|tog|tar|kom|fick|får|höll|stod)[ \u00a0]"
    r"(?P<role>(?P<head>[a-zåäö]{4,}n))(?= (?:till|mot|in|på|ut|upp|över|också|ett|en|det)\b)",
    re.M,
)
#: Who comes in, or is there, behind the verb: "Klockan fyra kommer ⟦den sista patienten⟧ in", "Intill sitter ⟦en äldre dam⟧".
_THERE = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))[A-ZÅÄÖ][^,.:;!?\n–”\"»]{0,50}?[ \u00a0](?:sitter|satt|står|stod|väntar|väntade|ligger|låg|går|gick|"
    r"(?:kommer|kom)(?=[^.!?\n]{3,60}[ \u00a0](?:in|fram|förbi|ut|hit|dit|[a-zåäö]+ande)\b))[ \u00a0]"
    r"(?:också[ \u00a0]|även[ \u00a0]|nu[ \u00a0])?"
    r"(?P<role>(?:(?:en|den)[ \u00a0](?:[a-zåäö]+[ \u00a0])?|[a-zåäö-]{3,}s[ \u00a0])(?P<head>(?:\d\d-)?[a-zåäö-]{3,}))(?![\w-])",
    re.M,
)
#: Who did it, whom the sentence is about: "Det var ⟦en granne⟧ som slog larm."
_CLEFT = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))Det[ \u00a0](?:var|är|blev)[ \u00a0](?P<role>(?:en|ett)[ \u00a0](?:[a-zåäö]+[ \u00a0])?(?P<head>[a-zåäö-]{3,}))[ \u00a0]som\b"
    r"(?P<did>[ \u00a0](?:slog[ \u00a0]larm|larmade|ringde|hittade|upptäckte|fann|räddade|anmälde)\b)?",
    re.M,
)
#: What speaks for a person as a pronoun's meaning: the name fits, it opens its sentence, they spoke last (and nobody
#: has been named since, or somebody has). Each step back to an earlier name costs one.
_FITS, _LEADS, _KEEPS, _KEPT = 0.8, 0.6, 1.4, 0.1
#: What speaks against one whom a preposition makes no subject: "fick han hjälp av Bo Ek".
_OBLIQUE = -0.7
#: More than two ranks: a pronoun behind "Bo Ek och hans kollegor Jon Berg och Per Alm" is Bo.
_BESIDE = -2.5

#: Words of a title before the name that opens a sentence: "Lunds stifts biskop Siv Alm".
_LONGEST_TITLE = 4
#: "…, säger hon ⟦till Bladet⟧"
_TO_A_MEDIUM = re.compile(r"[ \u00a0](?:till|för)[ \u00a0](?:[a-zåäö]+[ \u00a0])?[A-ZÅÄÖ]")
#: Code points looked back over for somebody without a name.
_FAR = 800


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, article: Article, people: People, heard: Heard) -> None:
        self._article = article
        self._people = people
        self._heard = heard

    def speaker(self, pronoun: str, mention: Span, utterance: Utterance) -> Speaker:
        """*hon* is the nearest person before whose name does not say otherwise; a following one if there is none."""
        at = utterance.contents[0].start
        if at > mention.start or utterance.rule == "statement-pointer":
            at = mention.start
        if pronoun in ("de", "dom", "dem", "båda"):
            if self._heard.last and self._heard.last.others:
                return replace(self._heard.last.speaker, mention=mention, via="pronoun")
            return Speaker("group", mention.text, mention=mention, via="pronoun")
        unnamed = self.unnamed_before(pronoun, utterance.block, at) or self._role_before(pronoun, at)
        if unnamed is not None:
            return replace(unnamed, mention=mention, via="pronoun")
        within = self._opens_own_words(pronoun, mention, utterance) if utterance.kind != "direct" else None
        if within is not None:
            return self._people.speaker(within, mention, "pronoun")
        ranked = self.ranked(pronoun, at)
        if ranked:
            return self._people.speaker(ranked[0], mention, "pronoun")
        told = self._told_of(pronoun, at)
        if told is not None:
            return Speaker("role", told, role=told, mention=mention, via="pronoun")
        for seen in self._people.after(mention.end):
            if self._people.agrees(seen.person, pronoun) is not False:
                return self._people.speaker(seen.person, mention, "pronoun")
        return Speaker(
            "unknown", None, mention=mention, via="pronoun", reason=f"nobody that {pronoun!r} can mean is named"
        )

    def _told_of(self, pronoun: str, at: int) -> str | None:
        """``Kvinnan försvaras av advokaten Jesper Ek. I rätten sa ⟦hon⟧``: who without a name the text has told of."""
        names = {"hon": "women without a name", "han": "men without a name"}.get(pronoun)
        if names is None:
            return None
        before = self._article.text[max(0, at - _FAR) : at]
        found = None
        for match in re.finditer(r"(?:\b[Ee]n )?\b((?:\d\d-)?[A-Za-zÅÄÖåäö]+)\b", before):
            anybody = match.group() == "man"  # "Vad händer om ⟦man⟧ blir huggen?"
            if not anybody and (match[1].lower() in word_set(names) or match[1].endswith("-åringen")):
                found = match.group()
        return found

    def unnamed_before(self, pronoun: str, block: int, at: int) -> Speaker | None:
        """``Kvinnan är rädd. – Han slog mig, säger hon.`` ⏎ ``Om kvällen säger ⟦hon⟧ att``: who was heard last, unnamed."""
        last = self._heard.last
        if last is None or last.speaker.kind not in ("role", "anonymous") or block - last.block > NEAR_BLOCKS:
            return None
        name = last.speaker.name or ""
        sex = sex_of(head_of(name.lower()))
        if sex is None and name.istitle() and not is_title(name) and not self._people.between(last.end, at):
            return last.speaker  # "säger Wargö." ⏎ "– …, säger han.": a name that nobody knows
        same = last.speaker.via == "pronoun" and last.speaker.mention and last.speaker.mention.text.lower() == pronoun
        if same and not self._people.between(last.end, at):
            return last.speaker  # "– Det är tungt, säger han och fortsätter:" ⏎ "– …": the trainer whom *han* was
        if sex is None or GENDERS.get(pronoun) != sex or self._people.between(last.end, at):
            return None
        return last.speaker

    def _opens_own_words(self, pronoun: str, mention: Span, utterance: Utterance) -> int | None:
        """``Biskop ⟦Siv Alm⟧ är sjuk, berättar ⟦hon⟧``: whom the words open with, where nobody else can be meant.

        Or go on with the pronoun: ``⟦Bo Ek⟧ är ombud och han förstår kritiken, menar ⟦han⟧``. Or where another medium is
        the source, which has its own: ``Ordföranden ⟦Siv Alm⟧ stöder kravet, säger ⟦hon⟧ till Bladet``.
        """
        said = utterance.contents[0]
        named = self._people.within(said)[:1]
        if not named or self._people.agrees(named[0], pronoun) is False:
            return None
        person = self._people.people[named[0]]
        goes_on = re.search(rf"\b{pronoun}\b", said.text) is not None
        if goes_on and person.name.split()[0] == said.text.split()[0]:
            return named[0]
        first = min(m.start for m in person.mentions)
        before = said.text[: max(0, first - said.start)]
        new = first >= said.start and "," not in before and len(before.split()) <= _LONGEST_TITLE
        if new and _TO_A_MEDIUM.match(self._article.text, mention.end):
            return named[0]
        if not new or not self._people.agrees(named[0], pronoun):
            return None
        others = any(self._people.agrees(other, pronoun) for other in self.ranked(pronoun, said.start))
        return None if others else named[0]

    def _role_before(self, pronoun: str, at: int) -> Speaker | None:
        """``Kyrkoherden är inte lika säker. Där bor bara getingar, säger ⟦hon⟧.``: an unnamed role is the subject before.

        None where somebody is named, or has spoken, since.
        """
        near = self._people.before(at, 1)
        named = 0 if not near else near[0].start if self._owns_role(near[0]) else near[0].end
        since = max(named, self._heard.last.end if self._heard.last else 0, at - 400)
        for pattern in (_CLEFT, ROLE_SUBJECT, _ROLE_INSIDE, _THERE):
            for match in reversed(list(pattern.finditer(self._article.text, since, at))):
                if pattern is _THERE and not says_it_is_a_person(match["head"].lower()):
                    continue  # "Snart kommer ⟦den nya bron⟧ fram", "Där sitter ⟦en ny rektor⟧"
                if pattern is _CLEFT and match["did"]:
                    return Speaker("anonymous", match["role"], role=match["role"])
                speaker = self.role_subject(match, pronoun, at)
                if speaker is not None and not (speaker.kind == "anonymous" and self._left_behind(match, pronoun, at)):
                    return speaker
        return self._known_role_behind(pronoun, at)

    def _known_role_behind(self, pronoun: str, at: int) -> Speaker | None:
        """``I talet gick ⟦statsministern⟧ till angrepp mot Siv Alm.`` ⏎ ``– …, sade han.``: by name, and nobody else since can be meant."""
        near = next(
            (s for s in self._people.before(at, 4) if self._people.agrees(s.person, pronoun) is not False), None
        )
        since = max(near.end if near else 0, self._heard.last.end if self._heard.last else 0, at - 400)
        for match in reversed(list(_ROLE_BEHIND.finditer(self._article.text, since, at))):
            speaker = self.role_subject(match, pronoun, at) if is_title(match["head"]) else None
            if speaker is not None and speaker.person is not None:
                return speaker
        return None

    def _left_behind(self, match: re.Match[str], pronoun: str, at: int) -> bool:
        """``… säger Bo Ek.`` ⏎ ``⟦En man⟧ slog sönder dörren.`` ⏎ ``Nu är den lagad.`` ⏎ ``– …, säger han.``: it is Bo who goes on."""
        last = self._heard.last
        if last is None or last.speaker.person is None or self._people.agrees(last.speaker.person, pronoun) is not True:
            return False
        text, blocks = self._article.text, self._article.blocks
        if "\n\n" in text[match.end() : at].rstrip(" \u00a0\n–—-"):
            return True
        # "Enligt ⟦Siv Alm⟧ är hamnen full. ⟦En kollega⟧ har räknat båtarna." ⏎ "– …, säger hon."
        start = text.rfind("\n\n", 0, match.start())
        beside = any(s.person == last.speaker.person for s in self._people.between(max(0, start), match.start()))
        return beside and blocks[last.block].kind != "dash" and blocks[last.block].start >= start

    def _owns_role(self, seen: Seen) -> bool:
        """``⟦Moa Bergs⟧ tränare är stolt``: the trainer is the subject, not Moa."""
        behind = self._article.text[seen.end : seen.end + 30].split()
        return self._article.text.endswith("s", 0, seen.end) and bool(behind) and is_title(behind[0])

    def role_subject(self, match: re.Match[str], pronoun: str | None, at: int) -> Speaker | None:
        """Return who is meant by the role that opens a sentence; None where it is none, or the pronoun another's."""
        phrase, word = match["role"], match["head"].lower()
        if pronoun in GENDERS and (
            word.endswith(("arna", "erna", "orna", "männen")) or kind_of_phrase(phrase) == "group"
        ):
            return None  # "Domarna överklagades.", "Syskonen har slutat prata."
        sex = sex_of(word) or (None if pronoun is None or phrase == match["head"] else _sex_of_indefinite(word))
        if sex is not None and GENDERS.get(pronoun or "") not in (None, sex):
            return None
        definite = phrase.startswith("Den ") or word.endswith(("n", "t", "a")) or phrase != match["head"]
        somebody = (is_title(word) and word != "rådet") or sex is not None or word.endswith("-åringen")
        owned = phrase.split()[0].endswith("s") and phrase != match["head"]  # "Kvinnans dotter vädjar"
        somebody = somebody or (owned and word in word_set("kin before a given name"))
        whose = GENDERS.get(POSSESSIVES.get(phrase.split()[0].lower(), ""))
        other = whose is not None and GENDERS.get(pronoun or "") not in (None, whose)  # "Hans sambo" who is *hon*
        somebody = somebody or (other and word in word_set("kin before a given name"))
        # "En besökare", "den misshandlade", whom the words may be about where no pronoun says so
        if pronoun is not None:
            unnamed = phrase.startswith("den ") or (
                phrase.lower().startswith(("en ", "ett ")) and kind_of_phrase(phrase) == "anonymous"
            )
            somebody = somebody or (unnamed and can_speak(phrase))
        if not definite or not (somebody or word in word_set("people in the definite form")):
            return None
        if phrase == match["head"] or phrase.startswith("Den "):
            known = self._people.with_role(word, at)
            if known and self._people.agrees(known[0], pronoun or "") is not False:
                return self._people.speaker(known[0], None, "pronoun")
            if sex is not None and self._means_somebody_named(sex, at):
                return self._meant(phrase, sex, at) if pronoun is None else None
        return Speaker("anonymous" if phrase.lower().startswith(("en ", "ett ")) else "role", phrase, role=phrase)

    def _meant(self, phrase: str, sex: str, at: int) -> Speaker:
        """``Karl Alm greps. – Vi tog honom, säger Bo Ek.`` ⏎ ``Mannen nekar.``: who is named, has no office and is silent.

        *Maken* has the surname of the last speaker. Where that is nobody, or not one alone, the word has to do.
        """
        last = None if self._heard.last is None else self._heard.last.speaker.person
        named = [seen.person for seen in self._people.before(at) if seen.person != last]
        if phrase.lower() in word_set("kin before a given name"):
            surname = "" if last is None else self._people.people[last].name.split()[-1]
            named = [person for person in named if self._people.people[person].name.endswith(f" {surname}")]
        meant = [n for n in named if not self._people.people[n].roles and self._people.has_sex(n, sex)]
        if len(meant) == 1:
            return self._people.speaker(meant[0], None, "pronoun")
        return Speaker("role", phrase, role=phrase)

    def _means_somebody_named(self, sex: str, at: int) -> bool:
        """``Karl Ek greps i går. Mannen nekar``: a man without an office who was named before is *mannen*."""
        for seen in self._people.before(at):
            person = self._people.people[seen.person]
            spoke = self._heard.last is not None and self._heard.last.speaker.person == seen.person
            if not person.roles and not spoke and self._people.has_sex(seen.person, sex):
                return True
        return False

    def ranked(self, pronoun: str, at: int) -> list[int]:
        """Return the people before an offset that a pronoun can mean, likeliest first."""
        scored = []
        near = self._in_text([s for s in self._people.before(at) if s.block not in self._people.asked_in])
        newest = next((seen.start for seen in near if not self._in_last_frame(seen)), 0)
        ranks = self._ranks(near)
        for rank, seen in zip(ranks, near, strict=True):
            fits = self._people.agrees(seen.person, pronoun)
            score = -float(rank)
            if fits is False:
                continue  # Jesper is no *hon*, be he the only one
            score += _FITS if fits else 0.0
            score += _LEADS if seen.leading else _OBLIQUE if seen.oblique else 0.0
            score += _BESIDE if seen.beside else 0.0
            if self._heard.last is not None and self._heard.last.speaker.person == seen.person:
                # speech keeps its speaker, unless somebody has been named since
                score += _KEEPS if self._heard.last.end > newest else _KEPT
            scored.append((-score, rank, seen.person))
        return [person for _, _, person in sorted(scored)]

    def _ranks(self, near: list[Seen]) -> list[int]:
        """Return how far back each is; those in a row of whom none is a subject stand equally near.

        ``⟦Bo Ek⟧ berömmer de andra ledarna ⟦Per Alm⟧ och ⟦Jon Berg⟧.``
        """
        ranks = [0] * len(near)
        for n in range(1, len(near)):
            nearer, seen = near[n - 1], near[n]
            joined = ROW.fullmatch(self._article.text, seen.end, nearer.start) is not None
            ranks[n] = ranks[n - 1] + (not (joined and nearer.oblique and seen.oblique))
        return ranks

    def _in_text(self, near: list[Seen]) -> list[Seen]:
        """Return those whom the text itself has named; where it has named nobody, those of the captions."""
        blocks = self._article.blocks
        return [seen for seen in near if blocks[seen.block].kind != "caption"] or near

    def _in_last_frame(self, seen: Seen) -> bool:
        """``säger Peter Ek efter en träff med ⟦Jan Alm⟧``: the last speaker, and who stands in the frame beside him."""
        last = self._heard.last
        if last is None:
            return False
        return seen.person == last.speaker.person or (seen.oblique and seen.block == last.block)


def says_it_is_a_person(word: str) -> bool:
    """Tell *man*, *kvinnan*, *34-åringen* and *patienten* from posts and things."""
    sex = sex_of(word) or _sex_of_indefinite(word)
    return sex is not None or word.endswith("-åringen") or word in word_set("people in the definite form")


def _sex_of_indefinite(word: str) -> str | None:
    """Return *m* or *f* of "en 34-årig ⟦man⟧", "offrets ⟦mamma⟧", "mannens ⟦syster⟧"."""
    if word in word_set("kin before a given name"):
        mother = word.endswith(("mor", "mamma", "syster", "dotter", "hustru", "fru", "faster", "moster"))
        return "f" if mother else "m" if word.endswith(("far", "pappa", "bror", "son", "make")) else None
    if word in word_set("men without a name"):
        return "m"
    return "f" if word in word_set("women without a name") else None


def sex_of(word: str) -> str | None:
    """Return *m* or *f* of a noun that says it: *mannen*, *mamman*; None where it says none.

    >>> sex_of("mannen"), sex_of("rektorn")
    ('m', None)
    """
    if word in word_set("men in the definite form"):
        return "m"
    return "f" if word in word_set("women in the definite form") else None
