"""The people of an article as speakers: who is meant by a name, a pronoun, a title, and who was spoken of last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.article import Article, Person, Span, Speaker, Utterance
from pipeline.stages.names.lists import given_names, party_letters, party_members, rare_given_names
from pipeline.stages.quotes.agents import head_of
from pipeline.stages.roles.groups import nicknames_in
from pipeline.stages.roles.titles import indefinite, is_title
from pipeline.word_sets import one_of, word_set

#: Mentions looked at on either side of a place.
_LOOK_BACK = 60
#: Words of what somebody has: "Bo Eks nya advokat".
_LONGEST_NOUN = 3
#: Blocks in which somebody stands near enough to be meant without a name.
NEAR_BLOCKS = 3
#: Pronouns to the sex that they say; *hen* and *de* say none.
GENDERS = {"hon": "f", "han": "m", "henne": "f", "honom": "m"}


#: Words that tell a new holder of an office from the old one, and how a text says who is which.
_COMES = frozenset(["nye", "nya", "tillträdande", "blivande", "nyutnämnda", "nyutnämnde", "nyvalda", "nyvalde"])
_GOES = frozenset(["avgående", "förre", "förra", "tidigare", "dåvarande"])
_AFTER = re.compile(r"\b(?:efter|efterträder|ersätter|efterträdde|ersatte)[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z")
_OUTGOING = re.compile(r"\b(?:avgående|förre|förra|dåvarande)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}\Z", re.IGNORECASE)
_NEW_POST = re.compile(r"\b(?:till|blir|som)[ \u00a0]ny[ae]?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a person outside quoted words.

    ``leading`` where it opens its sentence, ``oblique`` where a preposition makes it no subject: "hjälp av ⟦Bo Ek⟧",
    ``beside`` where it is whom somebody is named with: "Siv Alm och hennes kollega ⟦Bo Ek⟧".
    """

    start: int
    end: int
    person: int
    block: int
    leading: bool
    oblique: bool = False
    beside: bool = False


#: Who somebody has: "Bo Eks ⟦mamma⟧ Siv Alm", "Bo Eks ⟦efterträdare⟧, Siv Alm".
_OWNED = word_set("kin before a given name") | word_set("what somebody has") | word_set("whom somebody has")
#: What joins two names of whom neither has the other.
_BESIDE_ANOTHER = frozenset(["och", "samt", "till", "för", "om", "med"])
#: Words between whose they are and the name: "Annas ⟦tidigare chef⟧ Bo Ek".
_MOST_TITLES = 2


class People:
    """Answers by position who may be meant. Reporters and photographers are not asked."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.people: Sequence[Person] = article.people
        self._mentions = sorted((m.start, m.end, n) for n, p in enumerate(self.people) for m in p.mentions)
        self._mention_starts = [m[0] for m in self._mentions]
        self._genders = [_gender(p.name) for p in self.people]
        self.seen = _seen(article)
        self.asked_in = _asked_in(article)
        self._starts = [s.start for s in self.seen]

    def speaker(self, n: int, mention: Span | None, via: str) -> Speaker:
        """Return a person as speaker, with the first role and the first body that the roles name."""
        person = self.people[n]
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

    def called(self, word: str) -> int | None:
        """Return the only person whose first or last name, or nickname, a word is: "enligt ⟦Björn⟧", "säger ”⟦Kagge⟧”"."""
        if " " in word or not word[:1].isupper():
            return None
        names = [person.name.split() for person in self.people]
        found = [
            n for n, (first, *more) in enumerate(names) if word in (first, *more[-1:], *nicknames_in((first, *more)))
        ]
        return found[0] if len(found) == 1 else None

    def within(self, span: Span) -> list[int]:
        """Return the people whose names stand in the span, in order; not who owns the next: "säger Annas chef Bo Ek"."""
        i = bisect_left(self._mention_starts, span.start)
        found = []
        while i < len(self._mentions) and self._mentions[i][0] < span.end:
            _, end, person = self._mentions[i]
            i += 1
            owns = i < len(self._mentions) and self._owns(end, self._mentions[i][0], span.end)
            if end <= span.end + 1 and not owns and not self._possesses(person, end, span.end):
                found.append(person)
        return list(dict.fromkeys(found))

    def _owns(self, end: int, following: int, last: int) -> bool:
        """Tell a genitive and a title or two between two names of a span: "Wallys ordförande och grundare, Bo Ek"."""
        beside, comma, titled = self._article.text[end:following].partition(",")
        if comma and beside.split()[:1] and beside.split()[0] in _OWNED and beside.split()[1:2] != ["och"]:
            # "Dahls kollega på polisen, kommissarie Siv Ek"
            return following < last and self._article.text[end - 1] == "s" and len(titled.split()) <= _MOST_TITLES
        if not comma and beside.islower() and _BESIDE_ANOTHER.isdisjoint(beside.split()):
            # "Annas gamla partikamrat Siv Ek"
            return following < last and self._article.text[end - 1] == "s" and beside.replace(" ", "").isalpha()
        between = self._article.text[end:following].replace(",", " ").split()
        titles = [word for word in between if word not in ("och", "samt")]
        return (
            following < last
            and self._article.text[end - 1] == "s"
            and 1 <= len(titles) <= _MOST_TITLES
            and (is_title(titles[-1]) or titles[-1] in _OWNED)
            and between[0] == titles[0]
        )

    def _possesses(self, person: int, end: int, last: int) -> bool:
        """``⟦Anna Lindgrens⟧ advokat``, ``Bo Eks butik``: a genitive, and only its noun up to the end of the span.

        Not *enligt Anna Lindgrens mening*, which is hers.
        """
        noun = self._article.text[end:last].split()
        if noun and noun[-1] in word_set("views that somebody has"):
            return False
        genitive = self._article.text[end - 1] == "s" and not self.people[person].name.endswith("s")
        return genitive and 0 < len(noun) <= _LONGEST_NOUN and all(word.isalpha() and word.islower() for word in noun)

    def before(self, at: int, limit: int = 8) -> list[Seen]:
        """Return the last mentions before an offset, nearest first, each person once."""
        nearest: dict[int, Seen] = {}
        i = bisect_left(self._starts, at) - 1
        last = max(-1, i - _LOOK_BACK)
        while i > last and len(nearest) < limit:
            nearest.setdefault(self.seen[i].person, self.seen[i])
            i -= 1
        return list(nearest.values())

    def after(self, at: int, limit: int = 3) -> list[Seen]:
        """Return the first mentions behind an offset, nearest first, each person once."""
        nearest: dict[int, Seen] = {}
        i = bisect_left(self._starts, at)
        for seen in self.seen[i : i + _LOOK_BACK]:
            nearest.setdefault(seen.person, seen)
            if len(nearest) >= limit:
                break
        return list(nearest.values())

    def between(self, start: int, end: int) -> Sequence[Seen]:
        """Return the mentions that begin from ``start`` to before ``end``."""
        return self.seen[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def agrees(self, person: int, pronoun: str) -> bool | None:
        """Tell whether a person's given name fits a pronoun; None where the name does not tell."""
        wanted, known = GENDERS.get(pronoun), self._genders[person]
        if wanted is None or not known:
            return None
        return wanted == known

    def has_sex(self, person: int, sex: str) -> bool:
        """Tell whether a person may be of a sex, *f* or *m*: a name that tells none may be of either."""
        return self._genders[person] in ("", sex)

    def with_noun(self, phrase: str, at: int) -> int | None:
        """Return the person beside whose name a definite noun's word stands: *mamman* ← trebarnsmamman Shirin Ek.

        None where nobody, or more than one, can be meant. The phrase itself tells of nobody: "Bo Ek är död, säger grannen."
        """
        noun = head_of(phrase.lower()).removesuffix("s")
        stem = noun[:-2] if noun.endswith(("en", "et", "an")) and len(noun) > 5 else noun[:-1]
        if len(stem) < 3:
            return None
        text = self._article.text
        # "trebarnsmamma", and not "kvinnans advokat Bo Ek"
        pattern = re.compile(rf"\b\w*{re.escape(stem)}(?:\w{{0,3}}(?<!s))?\b", re.I)
        found = set()
        for n, person in enumerate(self.people):
            if person.part in ("byline", "credit"):
                continue
            for mention in person.mentions[:6]:
                near = re.split(r"[.\n]", text[max(0, mention.start - 30) : mention.start])[-1]
                behind = re.split(r"[.;!?\n]", text[mention.end : min(mention.end + 40, max(mention.end, at))])[0]
                behind = behind if behind.startswith((",", " är", " som")) else ""
                if mention.start < at and (pattern.search(near) or pattern.search(behind)):
                    found.add(n)
        return found.pop() if len(found) == 1 else None

    def owns(self, seen: Seen) -> bool:
        """Tell a genitive whose noun stands behind it: "snack om ⟦Bo Eks⟧ insats"."""
        text = self._article.text
        genitive = text[seen.end - 1] == "s" and not self.people[seen.person].name.endswith("s")
        return genitive and re.match(r"[ \u00a0][a-zåäö]", text[seen.end : seen.end + 2]) is not None

    def of_party(self, phrase: str, at: int) -> int | None:
        """Return the only one before an offset whose party a member's word says: *moderaten*, *M-ledaren* ← "Siv Alm (M)", "Moderaternas Siv Alm"."""
        led = _led_party(phrase)
        letters = party_members().get(phrase.lower()) or led
        if letters is None:
            return None
        owner = f"{party_letters()[letters].removesuffix('s')}s "
        text, found = self._article.text, set()
        for start, _, person in self._mentions:
            told = self.people[person].party == letters or text.endswith(owner, max(0, start - 40), start)
            if start < at and told:
                found.add(person)
        meant = found.pop() if len(found) == 1 else None
        roles = [] if meant is None or led is None else self.people[meant].roles
        return None if roles and not any(_LEADS_PARTY.search(r.normalised) for r in roles) else meant

    def row_before(self, at: int) -> tuple[int, ...]:
        """Return the people last named together before an offset: "Eva Alm, Viktor och Saga Ek" for *de* and *båda*."""
        i = bisect_left(self._starts, at) - 1
        for k in range(i, max(0, i - 20), -1):
            first, second = self.seen[k - 1], self.seen[k]
            between = self._article.text[first.end : second.start]
            if first.person == second.person or len(between) >= 60 or not re.search(r"\b(?:och|samt)\b", between):
                continue
            row = [first.person, second.person]
            while k >= 2 and _LISTED.fullmatch(self._article.text, self.seen[k - 2].end, self.seen[k - 1].start):
                k -= 1
                row.insert(0, self.seen[k - 1].person)
            return tuple(dict.fromkeys(row))
        return ()

    def two_before(self, at: int) -> tuple[int, int] | None:
        """Return the two whom *den förra* and *den senare* mean: those of the nearest sentence before that names just two."""
        seen = self.before(at, 3)
        if len(seen) < 2:
            return None
        second, first, *others = seen
        text = self._article.text
        apart = _SENTENCE_END.search(text, first.end, second.start) is not None
        third = others and _SENTENCE_END.search(text, others[0].end, first.start) is None
        return None if apart or third or at - second.end > _NEAR_TWO else (first.person, second.person)

    def in_turn(self, phrase: str, at: int) -> int | None:
        """Return who comes or goes: *den nye vd:n* ← "till ny vd har … utsett ⟦Sven Rask⟧", *avgående vd:n* ← "efter ⟦Eva Ek⟧".

        None where the text does not say it of exactly one person.
        """
        words = phrase.lower().split()
        comes, goes = not _COMES.isdisjoint(words[:-1]), not _GOES.isdisjoint(words[:-1])
        if comes == goes:
            return None
        text = self._article.text
        found = set()
        for start, end, person in self._mentions:
            if start >= at:
                break
            left = re.split(r"[.!?\n]", text[max(0, start - 120) : start])[-1]
            right = re.split(r"[.!?\n]", text[end : end + 120])[0]
            after = _AFTER.search(left) is not None
            if goes and (after or _OUTGOING.search(left)):
                found.add(person)
            if comes and not after and _NEW_POST.search(left + " " + right):
                found.add(person)
        return found.pop() if len(found) == 1 else None

    def with_role(self, phrase: str, at: int) -> list[int]:
        """Return the people whose title's tail is the phrase's head (*chefen* ← räddningschef), nearest before first.

        *Bergfast-vd:n* is only who is vd there.
        """
        head = head_of(phrase.lower())
        chief = re.fullmatch(r"(?:(?P<body>[\w&]+)-)?vd(?::n)?", head)
        bare = indefinite(head) if chief is None else "vd"
        if bare is None and head.endswith(("en", "an")):
            bare = head[:-2] if head.endswith("en") else head[:-1]  # "hemmakusken", which no list knows
        if bare is None or head == "rådet":
            return []  # the council: nobody who is kommunalråd is called so
        bare = _IN_LETTERS.get(bare.lower(), bare)
        found, wider = [], []
        ranks = word_set("ranks of deputies")
        deputy = not ranks.isdisjoint(phrase.lower().split())
        for n, person in enumerate(self.people):
            titles = [_IN_LETTERS.get(w, w) for role in person.roles for w in role.normalised.lower().split()]
            if person.part in ("byline", "credit") or not self._is_at(person, chief and chief["body"]):
                continue
            before = [m.start for m in person.mentions if m.start < at]
            if any(t == bare or t.endswith(bare) for t in titles):
                found.append((ranks.isdisjoint(titles) == deputy, -max(before, default=-1), n))
            elif any(len(t) > 3 and bare.endswith(t) for t in titles):
                wider.append(n)  # "den populära hemmakusken" of one who is a kusk, if there is one only
        return [n for *_, n in sorted(found)] or (wider if len(wider) == 1 else [])

    def _is_at(self, person: Person, body: str | None) -> bool:
        """Tell whether somebody has a title at the body whose name begins with this, in small letters; any where none is said."""
        at = {role.organisation for role in person.roles} - {None}
        return body is None or any(
            n in at and organisation.name.lower().startswith(body)
            for n, organisation in enumerate(self._article.organisations)
        )


#: Titles that are written in letters, and in full.
_IN_LETTERS = {"öb": "överbefälhavare", "gd": "generaldirektör", "jk": "justitiekansler"}
#: Who leads a party, by its letters or the beginning of its name: "SD-ledaren", "vänsterledaren".
_LEADER = re.compile(r"(?P<letters>[A-ZÅÄÖa-zåäö]+?)-?(?:parti)?ledaren")
_FEWEST_LETTERS = 5
#: What such a one may be called besides; "kommunalrådet Bo Ek (M)" is not *M-ledaren*.
_LEADS_PARTY = re.compile(r"ledare|minister|språkrör|partiordförande", re.IGNORECASE)
#: Between people who are listed: "Bo Ek⟦, ⟧Ida Alm⟦ och, längst fram, ⟧Siv Lund och Per Ahl".
_LISTED = re.compile(r"[ \u00a0]?,[ \u00a0]?|,?[ \u00a0](?:och|samt),[ \u00a0][^.,!?\n]{1,30},[ \u00a0]")
#: Where one sentence ends and the next begins.
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s|\n")
#: Code points from two who are named together to *den förra* and *den senare*.
_NEAR_TWO = 600


#: Lines that a name has alone where it signs pictures.
_FEWEST_SIGNED = 2


def _led_party(phrase: str) -> str | None:
    """Return the letters of the party that *M-ledaren* or *moderatledaren* leads; None of any other phrase."""
    match = _LEADER.fullmatch(phrase)
    if match is None:
        return None
    if match["letters"].upper() in party_letters():
        return match["letters"].upper()
    parties = [key for key, name in party_letters().items() if name.lower().startswith(match["letters"].lower())]
    return parties[0] if parties and len(match["letters"]) >= _FEWEST_LETTERS else None


def _gender(name: str) -> str:
    first = name.split()[0]
    known = given_names().get(first) or given_names().get(first.split("-")[0]) or rare_given_names().get(first)
    return known.gender if known else ""


def _seen(article: Article) -> list[Seen]:
    """Return all mentions of people who may speak, outside quoted words, in order."""
    contents = sorted((c.start, c.end) for u in article.utterances if _is_marked(u) for c in u.contents)
    starts = [b.start for b in article.blocks]
    found = []
    for n, person in enumerate(article.people):
        if person.part in ("byline", "credit") or _only_signs(article, person, starts):
            continue
        for mention in person.mentions:
            i = bisect_left(contents, (mention.start + 1, 0)) - 1
            if i >= 0 and contents[i][1] > mention.start:
                continue
            block = bisect_left(starts, mention.start + 1) - 1
            if article.blocks[block].kind in ("contact", "byline", "other"):
                continue
            owns = _owns(article.text, mention, person.name)
            oblique = owns or (_OBLIQUE.search(article.text, max(0, mention.start - 40), mention.start) is not None)
            beside = _COMPANIONS.search(article.text, max(0, mention.start - 120), mention.start) is not None
            done_to = _PRONOUN_DOES_TO.search(article.text, max(0, mention.start - 80), mention.start) is not None
            leads = not done_to and not owns and _leads(article, mention, block)
            found.append(Seen(mention.start, mention.end, n, block, leads, oblique or done_to, beside))
    return _with_objects(article.text, sorted(found, key=lambda s: s.start))


def _asked_in(article: Article) -> frozenset[int]:
    """Return the dash lines that are the reporter's questions, ``– Varför blev Bo Ek kung?``: who is named there is spoken of."""
    spoken = {u.block for u in article.utterances}
    return frozenset(
        n
        for n, block in enumerate(article.blocks)
        if block.kind == "dash" and n not in spoken and article.text[block.end - 1] == "?"
    )


def _only_signs(article: Article, person: Person, starts: Sequence[int]) -> bool:
    """``Linn Ek oroas av bygget.`` ⏎ ``⟦Mikael Ahl⟧`` ⏎ ``Bullerplanket flyttas.``: a name alone on its lines signs pictures.

    Not over speech, where it tells whose that is.
    """
    lines = [bisect_left(starts, m.start + 1) - 1 for m in person.mentions]
    blocks = article.blocks
    alone = all(
        m.text == article.text[blocks[n].start : blocks[n].end] for m, n in zip(person.mentions, lines, strict=True)
    )
    if len(lines) < _FEWEST_SIGNED or not alone:
        return False
    return any(n + 1 < len(blocks) and blocks[n + 1].kind == "paragraph" for n in lines)


def _with_objects(text: str, found: list[Seen]) -> list[Seen]:
    """Return the mentions; who stands right behind a verb whose subject opens the sentence is no subject."""
    for n in range(1, len(found)):
        subject, seen = found[n - 1], found[n]
        done_to = subject.leading and _DOES_TO.fullmatch(text, subject.end, seen.start)
        if done_to or (subject.oblique and ROW.fullmatch(text, subject.end, seen.start)):
            found[n] = replace(seen, leading=False, oblique=True)
    return found


def _owns(text: str, mention: Span, name: str) -> bool:
    """``kräva ⟦Roger Dalhedes⟧ avgång``: a genitive inside a sentence is no subject."""
    return (
        mention.text.endswith("s")
        and not name.endswith("s")
        and text[mention.end : mention.end + 2].strip().isalpha()
        and text[max(0, mention.start - 2) : mention.start].strip(" \u00a0\n–-")[-1:] not in ("", ".", "!", "?")
    )


#: Between two of a row: "av ⟦Per Alm⟧ och ⟦Jon Berg⟧".
ROW = re.compile(r",?[ \u00a0](?:och|samt|&)[ \u00a0](?:[a-zåäö]+[ \u00a0])?")
_OBLIQUE = re.compile(
    r"\b(?:(?:(?:hör|höra|hört|läser|läst|vet|veta) att|av|med|till|för|hos|från|om|mot|på|efter|över)[ \u00a0](?:[A-ZÅÄÖ]\w+s[ \u00a0])?"
    r"(?:(?:de|den|det|sin|sina|sitt|hans|hennes|deras|andra|båda|två|tre|nya|nye)[ \u00a0]){0,2}(?:[a-zåäö]+[ \u00a0])?"
    r"|(?:som|än)[ \u00a0])\Z"
)


#: Whom a person is named with: "Bo Ek och hans kollegor ⟦Per Alm⟧ och ⟦Jon Berg⟧", "har två barn, ⟦Axel⟧ och ⟦Nils⟧".
_COMPANIONS = re.compile(
    r"(?:\boch[ \u00a0](?:hans|hennes)[ \u00a0][a-zåäö]+[ \u00a0](?:[–-][ \u00a0])?"
    rf"|(?:\b(?:har|med|och|till|bor)\b|:)[ \u00a0](?:[a-zåäö]+[ \u00a0]){{0,3}}(?i:{one_of('kin in a list')})[,:]?[ \u00a0]"
    r"|\b(?:gift|sambo|särbo|förlovad|skild)[ \u00a0](?:med|från)[ \u00a0])"
    r"(?:[A-ZÅÄÖ][\w-]+(?:[ \u00a0][A-ZÅÄÖ][\w-]+){0,2}(?:,[ \u00a0]\d{1,2})?(?:,|,?[ \u00a0]och)[ \u00a0]){0,5}\Z"
)
#: Between a subject and its object: "⟦Bo Alm⟧ efterträder ⟦Siv Ek⟧", "⟦Bo Ek⟧ kritiserar ordföranden ⟦Siv Alm⟧".
_DOES_TO = re.compile(
    r"[ \u00a0](?!(?:och|samt|är|var|blir|blev|heter|hette|eller|som|men)[ \u00a0]|"
    r"(?:intervju|presenter|introducer|besök|träff|fråg))[a-zåäö]+(?:r|de|te|og|öt|öll|av|ick)"
    r"[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}(?:[A-ZÅÄÖ][a-zåäö-]+s[ \u00a0][a-zåäö-]+[ \u00a0])?"
)
_PRONOUN_DOES_TO = re.compile(rf"(?:\A|[.!?\n][ \u00a0]?)(?:Hon|Han){_DOES_TO.pattern}\Z")


def _is_marked(utterance: Utterance) -> bool:
    return utterance.mark != "none" or utterance.rule == "plain-answer"


def _leads(article: Article, mention: Span, block: int) -> bool:
    """The mention opens its sentence, perhaps behind a title of one or two words."""
    before = article.text[max(article.blocks[block].start, mention.start - 80) : mention.start]
    sentence = max(before.rfind(". "), before.rfind("? "), before.rfind("! "), before.rfind("\n"))
    words = before[sentence + 1 :].lower().split()
    return len(words) <= 2 or (len(words) <= _MOST_INVERTED and words[0] in _INVERTS)


def is_subject(text: str, seen: Seen) -> bool:
    """Tell whom a sentence is about: it opens with the name, or ``I dag leder ⟦Siv Alm⟧ 46 anställda.``: with when or where, and the verb."""
    words = re.split(r"[.!?\n]", text[max(0, seen.start - 80) : seen.start])[-1].lower().split()
    if seen.leading or not words:
        return seen.leading
    if len(words) > _MOST_BEFORE_VERB or words[0] not in _WHEN_OR_WHERE or not _OTHER_SUBJECTS.isdisjoint(words):
        return False
    verb = words[-2] if is_title(words[-1]) else words[-1]
    return _may_be_finite(verb)


def _may_be_finite(word: str) -> bool:
    return _FINITE.fullmatch(word) is not None and word not in _NO_VERBS


def is_behind_verbs(before: str) -> bool:
    """Tell words that end with the verb of a main clause, behind that of another: "ångrar sig blir"."""
    verbs = [_may_be_finite(word) for word in before.lower().split()]
    return sum(verbs) > 1 and verbs[-1]


#: What a sentence opens with whose verb and subject follow; its words at most.
_WHEN_OR_WHERE = frozenset(
    "i på under sedan efter numera därefter dessutom samtidigt idag nyligen vid bland till bakom framför bredvid längst".split()
)
_MOST_BEFORE_VERB = 7
_OTHER_SUBJECTS = frozenset("han hon hen de dem vi jag ni man som där när att om det den".split())
_NO_VERBS = frozenset(
    "efter under över inför utanför framför innanför nedanför ovanför för per eller andre förre bakre högre både".split()
)
_FINITE = re.compile(
    r"[a-zåäö]+(?:r|de|te)|kom|tog|fick|såg|gick|stod|satt|höll|blev|drog|skrev|vann|lät|bjöd|steg|bar"
)


#: Words that open a sentence whose subject stands behind its verb: "Det gör inte ⟦Bo Ek⟧", "Ny chef blir ⟦Bo Ek⟧".
_INVERTS = frozenset("det då så nu ny nye därför däremot".split())
_MOST_INVERTED = 4
