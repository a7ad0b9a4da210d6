"""Titles: which words are one, and where a person's stands: before the name, in apposition, behind *är*, in a contact block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.data import read_table
from pipeline.numerals import read_word
from pipeline.stages.names.lists import party_members
from pipeline.stages.roles.short_forms import SHORT_WORD, is_degree, is_short_rank
from pipeline.word_sets import word_set

#: Longest title in words, before a name.
_LONGEST = 6
_JOINERS = frozenset("och samt & - – / i för vid på inom av om med till åt".split())
#: Words of degree and rank that may open a title.
_RANKS = frozenset(
    "tf t.f. tillförordnad tillförordnade biträdande vice ställföreträdande 1:e 2:e förste andre förre före detta "
    "1e 2e inre yttre f.d. f d dåvarande blivande nya nye ny senior chief country general national global regional operativ operativa operative "
    "operating executive financial technology commercial "
    "vakthavande verkställande medicinsk politisk ansvarig ansvarige ansvariga legitimerad leg pensionerad".split()
)


@cache
def _lists() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Return titles (either form) to the indefinite one, and the heads that end compounds."""
    exact: dict[str, str] = {}
    heads: dict[str, str] = {}
    for indefinite, definite, _ in read_table("models", "lexicons", "titles.tsv"):
        if indefinite.startswith("-"):
            heads[indefinite[1:]] = indefinite[1:]
            heads[definite[1:]] = indefinite[1:]
            exact.setdefault(indefinite[1:], indefinite[1:])
            exact.setdefault(definite[1:], indefinite[1:])
        else:
            exact.setdefault(indefinite.lower(), indefinite)
            exact.setdefault(definite.lower(), indefinite)
    for member in party_members():
        if (bare := _without_article(member)) is not None:
            exact.setdefault(member, bare)
    return exact, tuple(sorted(heads.items(), key=lambda pair: -len(pair[0])))


#: Plural endings with what the singular has instead: *cheferna* chef, *forskarna* forskare, *sköterskorna* sköterska.
_PLURALS = (
    ("erna", ""),
    ("arna", "are"),
    ("arna", ""),
    ("orna", "a"),
    ("na", ""),
    ("erna", "er"),
    ("råden", "råd"),
    ("möter", "mot"),
    ("möterna", "mot"),
    ("män", "man"),
    ("männen", "man"),
    ("or", "a"),
    ("er", ""),
)


def _singulars(word: str) -> list[str]:
    return [word.removesuffix(ending) + tail for ending, tail in _PLURALS if word.endswith(ending) and len(word) > 5]


def is_plural(title: str) -> bool:
    """Tell a plural title from a singular one: *enhetscheferna*, not *enhetschefen*."""
    return title.lower().endswith(("arna", "erna", "orna", "ärarna", "männen", "råden", "möter"))


#: Endings of definite nouns for people, whatever stands before them: *keramikern*, *solisten*.
_DEFINITE = tuple(
    (ending, ending[: -len(article)])
    for ending, article in (
        *(("isten", "en"), ("ören", "en"), ("anten", "en"), ("enten", "en"), ("ologen", "en"), ("aten", "en")),
        *(("ikern", "n"), ("aren", "n"), ("erskan", "n"), ("grafen", "en"), ("mannen", "nen"), ("alen", "en")),
    )
)


def _without_article(word: str) -> str | None:
    """Return a noun for a person in its indefinite form: *vänsterpartisten* vänsterpartist; None where none is seen."""
    low = word.lower()
    return next(
        (low[: -len(end)] + bare for end, bare in _DEFINITE if low.endswith(end) and len(low) > len(end) + 1), None
    )


@cache
def _head_ends() -> tuple[str, ...]:
    """Return the heads alone: most words end in none, which one question tells."""
    return tuple(head for head, _ in _lists()[1])


_AREA = re.compile(r"område(?:na?|ts?|ns|s)?$")


#: How a speech to an assembly opens: "Talman!", "Herr talman!", "Tack, fru talman!", "Värderade talman, arvoisa puhemies!".
SALUTATION = re.compile(
    r"(?:Tack,?[ \u00a0])?(?:(?:[Hh]err|[Ff]ru|[ÄäVv](?:rad|ärderad)e?|[Bb]äst[ae])[ \u00a0])?"
    r"(?:[Tt]alman|[Oo]rdförande)(?:,[ \u00a0][^.!\n]{1,30})?!"
)


@lru_cache(maxsize=8192)
def indefinite(word: str) -> str | None:
    """Return a title's indefinite form, or None for a word that is no title.

    >>> indefinite("räddningschefen"), indefinite("kommunalrådet"), indefinite("bord")
    ('räddningschef', 'kommunalråd', None)
    """
    exact, heads = _lists()
    low = word.lower().strip("-–").removesuffix(".")  # ordf.
    if _AREA.search(low):
        return None  # "övriga områden" ends as råd do
    for form in dict.fromkeys((low, low.removesuffix("s"), *_singulars(low), low.removesuffix("a"))):
        if form in exact:
            return exact[form]
        if not form.endswith(_head_ends()):
            continue
        for head, bare in heads:
            if (
                form.endswith(head)
                and len(form) > len(head) + 1
                and form[: -len(head)].isalpha() | ("-" in form[: -len(head)])
            ):
                return form[: -len(head)] + bare
    return None


#: Councils that are one person: *kommunalrådet*; *Skolrådet* is a body.
_COUNCILLORS = (
    "kommunal",
    "läns",
    "region",
    "stats",
    "borgar",
    "landstings",
    "oppositions",
    "justitie",
    "ambassad",
    "hovrätts",
)


def is_council(word: str) -> bool:
    """Tell a council that is a body from one who sits there: *Skolrådet*, *Kyrkorådets*; not *kommunalrådet*."""
    head = re.fullmatch(r"(\w{3,})rådets?", word.lower())
    return head is not None and not head[1].endswith(_COUNCILLORS)


def is_owner(word: str) -> bool:
    """Tell a definite title in the genitive, or a council: *chefens*, *Kyrkorådets*; nobody's title just before a name."""
    return is_council(word) or (word.lower().endswith(("ets", "ens", "ans")) and indefinite(word[:-1]) is not None)


def _plain_rank(word: str, head: str) -> str:
    """Return the indefinite form of an adjective before a title: *tekniska* chefen, teknisk chef."""
    low = word.lower()
    stem = low[:-1] if low.endswith(("ska", "ske", "iga", "ige", "nade")) and len(low) > 5 else low
    if stem == low:
        return word
    neuter = head.endswith(("råd", "ombud", "befäl", "biträde", "bud"))
    return stem + "t" if neuter and not stem.endswith("d") else stem


#: Endings of adjectives that open a title: *Konstnärlig* chef, *Biträdande* rektor.
_ADJECTIVES = ("lig", "isk", "ande", "ende", "nad", "ska", "ske", "iga", "ige")


_OF_AGE = re.compile(r"\d{1,3}-årig[ae]?")


def normalised(text: str) -> str:
    """Return a title in its indefinite form: *det nya kommunalrådet* → kommunalråd, *VD:n* → vd.

    Only the head word changes; what stands behind it ("ordförande i tekniska nämnden") stays.
    """
    words = text.replace("\u00a0", " ").split()
    if is_english_title(text):
        return " ".join(words)
    if words and re.fullmatch(r"(?i)vd(:n|:s)?", words[0]):
        words[0] = "vd"
    if words and words[0].lower() == "vvd":
        words[0] = "vice vd"
    if len(words) > 1 and words[0].lower() in ("v", "v."):
        words[0] = "vice"
    for n, word in enumerate(words):
        if word.lower() in _JOINERS and n:
            if word.lower() in ("och", "samt") and n + 1 < len(words):  # läraren och författaren
                words[n + 1 :] = normalised(" ".join(words[n + 1 :])).split()
            break
        if word.endswith("s") and n + 1 < len(words) and is_title(words[n + 1]):
            continue  # polisens presstalesperson
        if n + 1 < len(words) and words[n + 1] in word_set("English words of titles"):
            continue  # General Manager
        bare = indefinite(word) or (_without_article(word) if n == len(words) - 1 else None)
        if bare is not None:
            words[n] = bare if word[:1].islower() or n == 0 else bare[:1].upper() + bare[1:]
            for before in range(n):
                words[before] = _plain_rank(words[before], bare)
    if len(words) > 1 and words[0][1:].islower() and words[0].lower().endswith(_ADJECTIVES) and is_title(words[1]):
        words[0] = words[0].lower()
    if len(words) > 1 and (_deputises(words[0]) or words[0] in ("Förre", "Förra")) and is_title(words[1]):
        words[0] = words[0].lower()
    if words and (words[0].lower() in ("den", "det", "de") or _OF_AGE.fullmatch(words[0])):
        words = words[1:]
    if len(words) > 1 and words[0].lower() in ("nya", "nye", "ny", "nytt"):
        words = words[1:]
    return " ".join(words)


def title_before(words: Sequence[str], kinds: Sequence[str]) -> int:
    """Return how many words just before a name are its title; ``kinds`` are their tags (upper-case UPOS).

    >>> title_before("Det säger energi- och näringsminister".split(), ["PRON", "VERB", "X", "CCONJ", "NOUN"])
    3
    """
    if words and words[-1].lower() in ("emerita", "emeritus"):
        n = title_before(words[:-1], kinds[:-1])
        return n + 1 if n else 0
    if not words or is_owner(words[-1]) or (indefinite(words[-1]) is None and not _is_title_like(words[-1], kinds[-1])):
        return 0
    n = 1
    while n < min(len(words), _LONGEST):
        word = words[-n - 1]
        low = word.lower()
        if low == "f" and n + 2 <= len(words) and words[-n - 2].lower() == "t":
            n += 2  # t f rektor
        elif low == "före" and words[-n].lower() != "detta":
            break  # "segern före norrmannen Knut Dal"
        elif is_rank(word) or (word.endswith("-") and len(word) > 2):
            n += 1
        elif word == "." and n + 2 <= len(words) and _is_short(words[-n - 2], words[-n]):
            n += 2  # stf ⟦.⟧ chef, med ⟦.⟧ dr
        elif is_degree(f"{word} {words[-n]}"):
            n += 1
        elif (
            low in ("och", "&", "samt")
            and n + 2 <= len(words)
            and (words[-n - 2].endswith("-") or indefinite(words[-n - 2]) is not None)
            and "NUM" not in kinds[-n - 3 : -n - 2]  # tre backar och ⟦målvakten⟧ Bo Ek
        ):
            n += 2
        elif (
            (kinds[-n - 1] == "ADJ" or low.endswith("ske"))  # "Medicinske direktören" opens a sentence
            and low not in _BEFORE_TITLES
            and not low.endswith(("aste", "ast"))
            and low.endswith(("ska", "ske", "liga", "lige", "ande", "iga", "lig", "isk"))
        ):
            n += 1
        else:
            break
    return n


def _is_short(word: str, behind: str) -> bool:
    """Tell a rank or degree that the tokenizer parted from its stop: *stf* before "chef", *med* before "dr"."""
    return is_rank(word) or is_degree(f"{word} {behind}")


def is_rank(word: str) -> bool:
    """Tell a word of rank or degree that may open a title: *vice*, *tf*, *1:e*."""
    return word.lower() in _RANKS or is_short_rank(word)


def part_of_title(word: str) -> bool:
    """Tell whether a word may stand inside a title, whatever the tagger takes it for: *vice*, *tf*, *ordförande*."""
    return is_rank(word) or is_title(word)


def is_listed(word: str) -> bool:
    """Tell a title that stands in the list itself, in either form: *kommunalrådet*; not *sjövikstränaren*."""
    return word.lower() in _lists()[0]


@lru_cache(maxsize=16_384)
def is_title(word: str) -> bool:
    """Tell whether a word is a title in either form: *rektorn*, *räddningschef*, *VD*."""
    return indefinite(word) is not None or _is_title_like(word, "")


def _is_title_like(word: str, kind: str) -> bool:
    low = word.lower()
    if is_degree(low):
        return True
    if low in (
        "vd",
        "vd:n",
        "vvd",
        "ceo",
        "cto",
        "cfo",
        "cmo",
        "coo",
        "hr-chef",
        "ordf",
        "ordf.",
        "dr",
        "dr.",
        "prof",
        "prof.",
    ):
        return True
    return kind == "NOUN" and low.endswith(
        ("are", "aren", "isten", "ören", "anten", "enten", "ologen", "ikern", "erskan", "inna", "mannen")
    )


_HEAD = re.compile(rf"{SHORT_WORD}|[\wåäöÅÄÖ:’'-]+", re.IGNORECASE)


#: Words before a title that are none of it: "själv åkare", "numera ledamot".
_BEFORE_TITLES = frozenset(
    "en ett den det vår vårt nya pressmeddelande meddelande som själv nu numera nuvarande också även då sedan tillika varit blivit förblivit".split()
)
#: Of what somebody is the new head: "⟦Dalarnas nya⟧ landshövding".
_OWNED_NEW = re.compile(r"[A-ZÅÄÖ][\wåäö-]+s[ \u00a0](?:nya|nye|nuvarande)[ \u00a0]")
#: "Head of Communications", "Nordic Head of Sales & Marketing", "Director of Finance".
_HEAD_OF = re.compile(
    r"(?P<title>(?:(?:Senior|Executive)[ \u00a0])?(?:VP|SVP|EVP|Vice[ \u00a0]President)\b(?:[ \u00a0](?:(?:and|of|&)[ \u00a0])?[A-Z][\w-]*){0,3}|"
    r"Chief(?:[ \u00a0][A-Z][a-z]+){1,2}[ \u00a0]Officer\b|"
    r"(?:[A-Z][a-z]+[ \u00a0])?(?:[Hh]ead|[Dd]irector|[Mm]anager)[ \u00a0]of[ \u00a0][A-Z][\w-]*(?:[ \u00a0](?:(?:and|&)[ \u00a0])?[A-Z][\w-]*){0,3})"
)


def is_english_title(text: str) -> bool:
    """Tell a title in English by its first words: *Head of Sales*, *VP Finance*."""
    return _HEAD_OF.fullmatch(text) is not None


def english_title_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a title in English that ends right before ``end``: "vår ⟦Head of Sales⟧, Bo Ek"."""
    found = next(
        (m for m in _HEAD_OF.finditer(text, start, end) if text[m.end() : end].strip(" \u00a0") in ("", ",")), None
    )
    return None if found is None else found.span("title")


#: Endings of words for people by what they do, and words that end so and are none.
_PERSONAL = ("are", "tör", "ist", "graf", "log", "nom", "tiker", "terapeut", "pedagog", "konsult")
_NOT_PERSONAL = frozenset(
    "tidigare senare vidare närmare snarare oftare mindre större ytterligare tyvärr kontor motor".split()
)


def means_a_person(word: str) -> bool:
    """Tell by its ending a word for somebody by what they do: *skogsförvaltare*, *kontrabasist*; not *tidigare*."""
    if not (word.endswith(_PERSONAL) and len(word) > 6 and word not in _NOT_PERSONAL and word.islower()):
        return False
    return not is_comparative(word)


@cache
def _adjectives() -> frozenset[str]:
    rows = read_table("models", "lexicons", "word_classes.tsv")
    return frozenset(row[0] for row in rows if row[1] == "adjective")


def is_comparative(word: str) -> bool:
    """Tell an adjective's comparative, which ends as agents do: *gladare*, *starkare*; not *förvaltare*.

    >>> is_comparative("gladare"), is_comparative("målare")
    (True, False)
    """
    return word.endswith("ligare") or (word.endswith("are") and word[:-2] in _adjectives())


def _unlisted(text: str, matches: Sequence[re.Match[str]]) -> int | None:
    """Return which of the first two words is a person's by its ending, where the stretch or a preposition ends it.

    "⟦skogsförvaltare⟧ på Granhult Skog", "⟦kontrabasist⟧", "⟦pensionerad radioreparatör⟧"; not "tidigare i Boda".
    """
    for n, match in enumerate(matches[:2]):
        personal = means_a_person(match.group())
        behind = re.match(r"\s*(?:$|[,.;)]|(?:på|i|vid|hos|för|från|åt|inom|och)\b)", text[match.end() :])
        if personal and behind is not None and (n == 0 or matches[0].group().lower().endswith(_ADJECTIVES)):
            return n
    return None


def _title_at(text: str, matches: Sequence[re.Match[str]], n: int) -> int | None:
    """Return where a second title ends that begins with the ``n``-th word: "och ⟦överläkare⟧", "och ⟦kreativ chef⟧"."""
    word = matches[n].group()
    if indefinite(word) is not None or is_degree(word):
        return matches[n].end()
    if n + 1 == len(matches) or indefinite(matches[n + 1].group()) is None:
        return None
    opens = is_rank(word) or word.endswith(("lig", "isk", "ande", "ende", "iv"))
    return matches[n + 1].end() if opens and _beside(text, matches, n) else None


#: Who stands for a body, none that the title before has named: "projektledare samt ⟦representant från⟧ Bergfast".
_ELSE = re.compile(r"(?:representant(?:er)?|företrädare|ombud|personal|deltagare)[ \u00a0](?:för|från)\b")


def _is_somebody_elses(text: str, match: re.Match[str]) -> bool:
    return _ELSE.match(text, match.start()) is not None


def _beside(text: str, matches: Sequence[re.Match[str]], n: int) -> bool:
    """Tell whether only a space stands between the ``n``-th word and the next."""
    return text[matches[n].end() : matches[n + 1].start()] in (" ", "\u00a0")


def _deputises(word: str) -> bool:
    """Tell a rank that makes another title of a title: *vice* ordförande, *tf.* rektor."""
    return is_short_rank(word) or word.lower() in word_set("ranks of deputies")


#: No title stands behind one of these: "besviken över att ministern slutar".
_NO_TITLE_BEYOND = frozenset("som är har där att över efter under mot när inför bland utan än hur".split())


def _describes_owner(text: str, matches: Sequence[re.Match[str]], n: int) -> bool:
    """``Den ⟦åtalade⟧ mannens advokat``, ``den ⟦åtalades⟧ advokat``: what somebody is whose advocate is named."""
    word = matches[n].group().lower()
    if n + 1 == len(matches):
        return False
    behind = matches[n + 1].group()
    owns = behind.islower() and behind.endswith("s") and text[matches[n].end() : matches[n + 1].start()].isspace()
    return word.endswith(("ades", "ntes", "nes")) or (word.endswith(("ade", "nte", "pne", "llne", "ädde")) and owns)


def title_in(text: str, last: bool = False) -> tuple[int, int] | None:
    """Return the span of the title that a stretch begins with: "rektor på Åskolan" → rektor; None where none does.

    The title may have ranks and adjectives before its head and a second title behind *och*. With ``last`` the title
    may stand behind a genitive: "Handelsklubbens ⟦ombud⟧".
    """
    if (english := _HEAD_OF.match(text)) is not None:
        return english.span("title")
    matches = list(_HEAD.finditer(text))[:9]
    if last:
        titles = (n for n, m in enumerate(matches) if is_title(m.group()) and not is_owner(m.group()))
        n = next((n for n in titles if not _describes_owner(text, matches, n)), None)
        if n is None:
            return None
        first = n
        while first and _deputises(matches[first - 1].group()) and _beside(text, matches, first - 1):
            first -= 1
        ranked = matches[n].group().lower() in _RANKS and n + 1 < len(matches) and is_title(matches[n + 1].group())
        return matches[first].start(), matches[n + ranked].end()
    head = None
    opens = 0
    for n, match in enumerate(matches):
        if n and "\n" in text[matches[n - 1].end() : match.start()]:
            if any(m.group()[0].isdigit() for m in matches[opens:n]):
                break  # somebody's number, and the next line
            opens = n
        word = match.group()
        low = word.lower()
        if indefinite(word) is not None or _is_title_like(word, ""):
            follows = n + 1 < len(matches) and is_title(matches[n + 1].group())
            goes_on = follows and _beside(text, matches, n)
            head = n + (
                goes_on and (low.endswith(("s", "ansvarig")) or low in _RANKS)
            )  # polisens presstalesperson, ansvarig utgivare, huvudansvarig revisor
            if head + 1 < len(matches) and _beside(text, matches, head):
                head += is_listed(f"{matches[head].group()} {matches[head + 1].group()}")  # polisens vakthavande befäl
            break
        if low in _JOINERS - {"och", "&", "-", "–", "/"} or low in _NO_TITLE_BEYOND:
            break
        if n and text[matches[n - 1].end() : match.start()].strip(" \u00a0") in (",", ".", ";"):
            break
    if head is None:
        head = _unlisted(text, matches)
    if head is None or (head and (read_word(matches[0].group().lower()) or 0) > 1):
        return None  # "Erik Ek: Tio mål och intern skytteligaledare"
    end = matches[head].end()
    for n in range(head + 1, len(matches) - 1):
        joint = matches[n].group().lower() in ("och", "samt", "&")
        if joint and (more := _title_at(text, matches, n + 1)) and not _is_somebody_elses(text, matches[n + 1]):
            end = more
        elif not joint and (n == head + 1 or matches[n].group()[0].isupper()):
            break
    if head + 1 < len(matches) and text[matches[head].end() : matches[head + 1].start()].strip() == "&":
        end = _title_at(text, matches, head + 1) or end  # CEO & Founder
    first = opens if opens <= head else 0
    if first + 2 <= head and _OWNED_NEW.match(text, matches[first].start()) is not None:
        first += 1  # Dalarnas nya landshövding
    while first < head and (low := matches[first].group().lower()) in _BEFORE_TITLES:
        first += 2 if low == "sedan" else 1  # sedan årsskiftet ⟦kommunalråd⟧
    counted = (n for n in range(first, head) if (read_word(matches[n].group().lower()) or 0) > 1)
    first = next(counted, first - 1) + 1  # en av klubbens två ⟦ombud⟧
    return matches[min(first, head)].start(), end
