"""Speakers without a name: a role, a body, a group, a document, somebody unnamed; and what cannot speak at all."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.article import SpeakerKind
from pipeline.stages.names.lists import party_letters
from pipeline.stages.roles.titles import indefinite, is_council, is_title
from pipeline.word_sets import one_of, word_set

_DOCUMENTS = re.compile(rf"(?<!bo)({one_of('nouns of what is written')})(en|et|t|n|na|erna|arna|or|er|orna|s)?$")
_BODY_ENDINGS = re.compile(rf"({one_of('endings of bodies without a name')})s?$")
_ANONYMOUS = re.compile(
    r"^(någon|någon (?:i|på|från|bland|av|vid) .*|någon annan|en (?:annan|tredje|fjärde|femte)|en källa|en person|en anonym .*|"
    r"((obekräftade?|vissa|flera|säkra|samstämmiga|anonyma|olika) )?(uppgift|uppgifter|källor|rykten))$"
)


#: A paper on the net by its address: "enligt vad alvsund24.se erfar".
_SITE = re.compile(r"[\w-]{2,40}\.(?:se|nu|com|org|net)")


@lru_cache(maxsize=4096)
def kind_of_phrase(phrase: str) -> SpeakerKind:
    """Return what sort of speaker a noun phrase without a name means.

    >>> [kind_of_phrase(p) for p in ("ordföranden", "rapporten", "flera deltagare", "bolagen", "polisen", "en källa")]
    ['role', 'document', 'group', 'group', 'organisation', 'anonymous']
    """
    low = " ".join(phrase.lower().split())
    if _ANONYMOUS.match(low):
        return "anonymous"
    head = head_of(low)
    if phrase in party_letters():
        return "organisation"
    councillor = head.endswith(("råd", "rådet", "råds", "rådets")) and is_title(head) and not is_council(head)
    if _SITE.fullmatch(low):
        return "organisation"
    if not councillor and (head in word_set("bodies without a name") or _BODY_ENDINGS.search(head)):
        return "organisation"
    if _DOCUMENTS.search(head):
        return "document"
    first, *rest = low.split()
    if first in ("en", "ett") and " av " not in low:
        return "anonymous"
    if first == "den" and rest[1:2] == ["av"]:
        return "role"  # den ene av männen
    plural = head.endswith(
        ("arna", "erna", "orna", "arnas", "na", *word_set("endings of many in -en"))
    ) and not head.endswith("ordförandena")
    if plural or first in ("flera", "många", "några", "de", "vissa", "alla", "andra", "båda", "två", "tre"):
        return "group"
    if indefinite(head) is not None or _KIN.search(head):
        return "role"
    return "group" if head.endswith("are") else "role"


_BEHIND_HEAD = frozenset("bland mellan kring i på för från vid av hos inom med om som till utom förutom bakom".split())


@lru_cache(maxsize=4096)
def head_of(phrase: str) -> str:
    """Return the head noun of a phrase: what stands before its first preposition.

    >>> head_of("den nya ordföranden i nämnden"), head_of("en av lärarna")
    ('ordföranden', 'lärarna')
    """
    words = phrase.split() or [""]
    if len(words) > 1 and words[0] in _ABOUT:
        words = words[1:]  # nästan tre av tio lärare
    share = next((n for n in range(1, min(len(words) - 1, _SHARE_WITHIN)) if words[n] == "av"), 0)
    if share and words[share - 1] in _SHARES:
        return head_of(" ".join(words[share + 1 :]))  # hela 30 procent av medlemmarna, en stor del av eleverna
    if len(words) > 2 and words[1] == "av":
        of_ten = len(words) == 4 or (len(words) > 4 and words[2] in _NUMBERS)
        return words[3] if of_ten else words[2]  # sju av tio småföretagare
    for n, word in enumerate(words):
        if n and word in _BEHIND_HEAD:
            return words[n - 1]
    return words[-1]


#: Nouns of how many of them: "en stor ⟦del⟧ av eleverna"; and words before their *av*, at most.
_SHARES = frozenset(
    "procent del delen majoritet majoriteten merparten flertalet tredjedel tredjedelar fjärdedel fjärdedelar femtedel "
    "femtedelar".split()
)
_SHARE_WITHIN = 5
#: How nearly a number of people is.
_ABOUT = frozenset("nästan drygt hela bara knappt över cirka ca omkring ungefär endast runt nära bortåt".split())
#: Endings of people in the plural, and of those who are one of a kind.
_PERSONAL = re.compile(rf"({one_of('endings of people who speak')})(na|s)?$")


#: Words of "den ene av" and the like.
_ONE_OF = 3


#: The first or the second of two who have just been named.
FORMER, LATTER = frozenset(["den förra", "den förre"]), frozenset(["den senare"])


@lru_cache(maxsize=4096)
def can_speak(phrase: str) -> bool:
    """Tell whether a noun phrase means somebody or a document that states: *deltagarna*, *rapporten*; not *tanken*.

    >>> [can_speak(p) for p in ("deltagarna", "flera lärare", "rapporten", "polisen", "tanken", "utvecklingen")]
    [True, True, True, True, False, False]
    """
    low = " ".join(phrase.lower().split())
    words = low.split() or [""]
    if words[0] == "den" and words[2:3] == ["av"] and len(words) > _ONE_OF:
        return can_speak(" ".join(words[_ONE_OF:]))  # den ene av männen
    head = head_of(low)
    if (
        head in word_set("bodies without a name")
        or _BODY_ENDINGS.search(head)
        or head in word_set("people who speak")
        or head in word_set("epithets")
        or _DOCUMENTS.search(head)
        or _ANONYMOUS.match(low)
        or _SITE.fullmatch(low)
    ):
        return True
    if low in FORMER or low in LATTER or (head == "man" and len(words) > 1 and words[0] == "en"):
        return True  # en man i publiken
    if words[0] in ("hennes", "hans", "deras") and 2 <= len(words) <= 3:
        return True  # säger hennes man
    if words[0] in ("någon", "många", "flera", "andra", "några", "vissa", "de") and len(words) == 1:
        return True
    if words[0] == "de" and words[1:] in (["två"], ["båda"], ["tre"], ["fyra"]):
        return True
    if low.startswith(("de flesta", "hälften")) or (
        words[0] in ("flera", "många", "några", "en") and words[1:2] == ["av"]
    ):
        return True
    return any(_means_people(word) for word in ([head, words[0]] if " av " not in low else [head]))


def is_vague(phrase: str) -> bool:
    """Tell masses whom nobody has asked: *många*, *de flesta*, *andra*; not *sju av tio*, *flera boende*.

    >>> is_vague("De flesta"), is_vague("flera boende")
    (True, False)
    """
    words = [word for word in phrase.lower().split() if word != "de"]
    return bool(words) and word_set("masses").issuperset(words)


#: Kin, age and origin: one person whom the text has told of.
_KIN = re.compile(rf"({one_of('endings of one person')}|[a-zåäö]{{3,}}sbo)$")


def means_one_person(word: str) -> bool:
    """Tell a word for one person whom the text has told of: *mannen*, *30-åringen*, *åklagaren*.

    >>> means_one_person("mannen"), means_one_person("eleverna")
    (True, False)
    """
    return _KIN.search(word.lower()) is not None


_WEEKDAY_OR_PART = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ar|s|kväll|morgon|natt|eftermiddag|förmiddag)?(?:en|s)?"
    r"|(?:[a-zåäö]+(?:kvällen|natten|morgonen|dagen|timmen|tiden))"
)


_NUMBERS = frozenset("en ett två tre fyra fem sex sju åtta nio tio några flera".split())
_JUST_AFTER = frozenset(["kort efter", "strax efter", "strax före", "kort före", "en bit", "kort därefter"])


@lru_cache(maxsize=4096)
def is_time(phrase: str) -> bool:
    """Tell when something was said, which says nothing itself: *Klockan 09.15*, *En timme senare*, *Den 4 maj*.

    >>> [is_time(p) for p in ("Strax efter klockan 15", "Tidigt på fredagen", "Veckan därpå", "måndagens tidning")]
    [True, True, True, False]
    """
    words = phrase.lower().split()
    last = words[-1] if words else ""
    if phrase.lower() in LATTER:
        return False
    counted = len(words) > 1 and (words[0] in _NUMBERS or words[0].isdigit())
    if (counted and (words[1] in word_set("times") or words[1].endswith("timme"))) or " ".join(
        words[:2]
    ) in _JUST_AFTER:
        return True  # "En halvtimme in i släckningsarbetet", "Kort efter olyckan"
    if last.replace(".", "").replace(":", "").isdigit():
        return any(word in ("klockan", "kl", "kl.") for word in words)
    return last in word_set("times") or last in word_set("months") or _WEEKDAY_OR_PART.fullmatch(last) is not None


@lru_cache(maxsize=1)
def _people_endings() -> tuple[str, ...]:
    return tuple(sorted(word_set("endings of people")))


#: Those who do something, in the forms that a speaker stands in: *bilisterna*, *montören*, *demonstranten*, *talesmännen*.
_DOERS = re.compile(
    r"[a-zåäö]{3,}(?:ister(?:na)?|isten|ören|örer(?:na)?|anter(?:na)?|anten|enter(?:na)?|enten|männen|ologer(?:na)?|boende|inblandade)"
)


@lru_cache(maxsize=4096)
def means_offices(word: str) -> bool:
    """Tell the plural of a title: *kuratorerna*, *lärarna*; not *bolagen*.

    >>> means_offices("rektorerna"), means_offices("kommunerna")
    (True, False)
    """
    stems = (word.lower().removesuffix(ending) for ending in ("arna", "erna") if word.lower().endswith(ending))
    return any(is_title(stem + tail) for stem in stems for tail in ("", "are", "er"))


def _means_people(word: str) -> bool:
    if word.endswith(_people_endings()) or (
        _DOERS.fullmatch(word) and word not in word_set("no people for all their ending")
    ):
        return True
    if is_title(word) or _PERSONAL.search(word) or _KIN.search(word):
        return True
    for ending in ("arna", "erna"):
        stem = word.removesuffix(ending)
        if stem != word and any(indefinite(stem + tail) is not None for tail in ("", "are", "er")):
            return True
    return word.endswith("are") and len(word) > 5 and word not in word_set("no people for all their ending")
