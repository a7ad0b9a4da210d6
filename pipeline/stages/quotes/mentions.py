"""The speaker's words behind the cue: "säger ⟦rektor Rut Sandell⟧", "berättar bland annat ⟦hon⟧"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.names.lists import given_names, surnames
from pipeline.stages.quotes.agents import can_speak, is_time, kind_of_phrase
from pipeline.stages.quotes.joint import row_from
from pipeline.stages.quotes.words import OWN_VOICE, PRONOUNS, Word
from pipeline.stages.roles.titles import is_rank, is_title, part_of_title
from pipeline.word_sets import word_set

#: Words between cue and subject: "säger också Bo Ek", "berättar bland annat Bo Ek".
ADVERBS = frozenset(
    "också även både såväl nu vidare sedan sen då däremot dock samtidigt dessutom själv därför ändå "
    "åtminstone ju väl nog alltså faktiskt exempelvis sammanfattningsvis avslutningsvis idag igår vidare åter nöjt glatt nyligen tidigare numera".split()
)
_ADVERB_PAIRS = frozenset([("bland", "annat"), ("till", "exempel"), ("i", "dag"), ("i", "går"), ("i", "helgen")])
IN_PAIRS = frozenset(word for pair in _ADVERB_PAIRS for word in pair)
#: Prepositions that end a mention once a name is in it: "säger han till TT", "säger Bo Ek i ett mejl".
PREPOSITIONS = frozenset(
    "till i på från med vid om under efter när som medan där mot inför över hos inom utanför då innan genom via "
    "angående beträffande apropå".split()
)
DETERMINERS = frozenset("en ett den det de en flera många några någon vissa båda två tre fyra alla samtliga".split())
VAGUE = frozenset("folk man alla ingen inget det vad vem nyheten hemligheten".split())


#: Who is somebody *till* somebody.
RELATED = re.compile(
    r"(?:mamma|pappa|förälder|mor|far|son|dotter|syster|bror|vän|väninna|kollega|kamrat|granne|anhörig|ägare|maka|make|änka|chef|kusin)"
    r"(?:n|en|an|er|na|ren|erna|arna|ga|or|ar|r|s|nen)?$|föräldra(?:r|rna)$|vännerna$|syskon(?:en)?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` to ``last`` (half-open); ``kind`` is name, pronoun, body or noun phrase."""

    first: int
    last: int
    kind: str


#: What is somebody's own is never who speaks: "beskriver ⟦sin⟧ forskning".
_THEIR_OWN = ("sin", "sitt", "sina", "sig")


def mention_after(words: Sequence[Word], i: int, end: int) -> Mention | None:
    """Return the mention that begins at word ``i``, behind a cue: ``säger ⟦han⟧ till Lans``.

    None where no speaker can stand there: punctuation, the own voice ("säger jag nej"), a clause.
    """
    i = _past_adverbs(words, i, end)
    if i >= end:
        return None
    word = words[i]
    if word.is_mark:
        return _other_name(words, i, end)
    if word.lower == "man" and i + 2 < end and words[i + 1].lower in ("på", "inom", "vid", "hos", "från"):
        inside = _noun_phrase(words, i + 2, end)  # säger man på departementet
        if inside is None:
            return None
        named = [k for k in range(inside.first, inside.last) if words[k].label == "ORG"]
        if named:  # säger man på branschorganisationen Sjörådet
            return Mention(named[0], named[-1] + 1, "body")
        return inside if can_speak(" ".join(w.text for w in words[inside.first : inside.last])) else None
    if word.lower in (*OWN_VOICE, *_THEIR_OWN, "för") and not word.label:
        return None  # "och berättade ⟦för klassen⟧ att"
    following = words[i + 1] if i + 1 < end else None
    if word.lower == "de" and following is not None and following.lower in ("båda", "två"):
        whom = _noun_phrase(words, i, end) if i + 2 < end and words[i + 2].pos == "NOUN" else None
        return Mention(i, i + 2, "noun") if whom is None else _with_apposed_name(words, whom, end)
    if word.lower in PRONOUNS and not (following and word.lower in ("de", "båda") and _is_noun(following)):
        return Mention(i, i + 1, "pronoun")
    mention = _noun_phrase(words, i, end)
    if mention is None or mention.kind == "name":
        return None if mention is None else _with_others(words, mention, end)
    return _with_apposed_name(words, mention, end)


def _is_noun(word: Word) -> bool:
    """Tell what makes an article of *de*: "säger de ⟦boende⟧" (whose tag is a verb's), "säger de ⟦två⟧"."""
    return (
        word.pos in ("NOUN", "ADJ", "NUM")
        or word.lower in ("här", "där")
        or (word.lower.endswith("nde") and can_speak(word.text))
    )


def _other_name(words: Sequence[Word], i: int, end: int) -> Mention | None:
    """``säger ”⟦Lena⟧”.``: somebody whose name has been changed stands in marks."""
    close = next((k for k in range(i + 2, min(i + 4, end)) if words[k].is_mark), None)
    alone = close == i + 2 and words[i + 1].is_capital and words[i + 1].pos in ("PROPN", "NOUN")
    behind = words[i + 3] if i + 3 < end else None
    if alone and (behind is None or behind.is_stop or behind.text == "," or behind.lower in PREPOSITIONS):
        return Mention(i + 1, i + 2, "name")  # säger "Stickan" efter matchen.
    if close is None or not all(
        w.is_capital and (w.label == "PER" or w.text in given_names()) for w in words[i + 1 : close]
    ):
        return None
    return Mention(i + 1, close, "name")


def _with_others(words: Sequence[Word], mention: Mention, end: int) -> Mention:
    """``säger ⟦Anna Rask, ordförande i Hyresnätet, och Bo Sund⟧, vd``: all who are named in the row speak."""
    named = next((k for k in range(mention.first, mention.last) if words[k].label == "PER"), mention.first)
    row = row_from(words, named, end)
    if row is None or row.last <= mention.last:
        return mention
    closed = row.last == end or words[row.last].is_stop or words[row.last].text in (",", "(")
    goes_on = row.last + 1 < end and words[row.last].text == "," and words[row.last + 1].is_finite
    whole_name = words[row.last - 2].label == "PER"
    if row.apposed and (not closed or goes_on or not whole_name):
        return mention  # "säger Bo Ek, som driver gården, och Rut går ut"
    return Mention(mention.first, row.last, "name")


def _past_adverbs(words: Sequence[Word], i: int, end: int) -> int:
    while i < end and not words[i].label:
        if i + 1 < end and (words[i].lower, words[i + 1].lower) in _ADVERB_PAIRS:
            i += 2
        elif words[i].lower in ADVERBS:
            i += 1
        else:
            break
    return i


#: What opens where, to whom or when it was said, behind the name: "säger föreningens ordförande, Rut Sandell ⟦i⟧ en kommentar".
_SAID_IN = frozenset(["i", "till", "efter", "inför", "på", "om", "vid"])


def _with_apposed_name(words: Sequence[Word], mention: Mention, end: int) -> Mention:
    """``säger ⟦föreningens ordförande, Rut Sandell⟧, och pekar``: the name stands behind a comma."""
    j = mention.last
    if j + 1 >= end or words[j].text != ",":
        return mention
    titled = j + 2 < end and words[j + 1].label != "PER"
    titled = titled and (part_of_title(words[j + 1].text) or (words[j + 1].pos == "NOUN" and words[j + 1].definite))
    j += titled  # "säger ägaren, finansmannen Rut Sandell"
    phrase = words[mention.first : mention.last]
    kin = phrase[-1].lower in word_set("kin before a given name")
    post = " ".join(w.text for w in _without_area(phrase))
    english = not word_set("English words of titles").isdisjoint(
        w.text for w in phrase
    )  # "säger vår Head of Sales, Bo Ek"
    if j + 1 >= end or words[j + 1].label != "PER" or not (kin or english or can_speak(post)):
        return mention
    k = j + 1
    while k < end and words[k].name == words[j + 1].name:
        k += 1
    said = k < end and (words[k].is_stop or words[k].text in (",", "(", ":") or words[k].lower in _SAID_IN)
    if k < end and not said and words[k].lower != "att":  # "berättar kassören, Siv Ek att"
        return mention
    row = row_from(words, j + 1, end)  # "…, Siv Alm, och Kommunals Pia Dahl i en gemensam kommentar"
    if (
        row is not None
        and not row.apposed
        and (row.last == end or words[row.last].is_stop or words[row.last].lower == "i")
    ):
        return Mention(mention.first, row.last, "name")
    return Mention(mention.first, k, "name")


def _without_area(phrase: Sequence[Word]) -> Sequence[Word]:
    """``Bergfasts ⟦chef⟧ Norden``, ``⟦affärsområdeschef⟧ Bioenergi``: the words up to a title, where only what it is over stands behind."""
    last = len(phrase)
    while last > 1 and phrase[last - 1].is_capital and phrase[last - 1].label != "PER":
        last -= 1
    return phrase[:last] if part_of_title(phrase[last - 1].text) else phrase


def _noun_phrase(words: Sequence[Word], i: int, end: int) -> Mention | None:
    """Read a noun phrase from word ``i``: title and name, several names, a body, "en av kvinnorna i publiken"."""
    kind, j = "noun", i
    while j < end:
        word = words[j]
        if word.label == "PER" or (j == i and not word.label and word.is_capital and word.text in given_names()):
            kind = "name"
        elif word.label == "ORG" and j == i:
            kind = "body"
        elif kind == "name" and (possessed := _possessed(words, j, end)) is not None:
            return Mention(i, possessed, "noun")  # Anna Lindgrens ⟦advokat⟧
        elif kind == "noun" and _is_object(words, i, j):
            break
        elif not word.label and not _continues(words, i, j, end, kind):
            if kind == "body" and (head := _head_in_town(words, j, end)) is not None:
                return Mention(i, head, "name")
            break
        elif not word.label and kind == "body":
            kind = "noun"  # Sjörådets ⟦tekniska chef⟧
        j += 1
    if j - 2 > i and words[j - 1].pos == "NUM" and words[j - 2].lower in ("mellan", "från", "över", "under"):
        j -= 2  # "tycker ⟦64 procent av lärarna⟧ mellan 40 och 50 år"
    while j > i and (
        words[j - 1].lower in PREPOSITIONS
        or words[j - 1].text in (",", "och", "samt")
        or (j - 1 > i and (words[j - 1].lower in _HOW or _is_manner(words, i, j - 1)))
    ):
        j -= 1
    if j == i or not _can_head(words[i:j], kind):
        return None
    return Mention(i, j, "body" if kind == "noun" and _presents_body(words[i:j]) else kind)


def _presents_body(phrase: Sequence[Word]) -> bool:
    """``säger ⟦fackförbundet Kommunal⟧``: a noun in the definite form and the name of a body; not *chefen på Bergfast*."""
    own = next((k for k in range(len(phrase), 0, -1) if phrase[k - 1].label != "ORG"), 0)
    before = phrase[own - 1]
    presented = 0 < own < len(phrase) and before.pos == "NOUN" and before.definite and not before.lower.endswith("s")
    return presented and not any(w.lower in PREPOSITIONS or w.label for w in phrase[:own])


#: How or whence it was said: "ropade någon ⟦bakifrån⟧"; and what "om i kommunen" stands behind: "tycker föräldrar ⟦runt⟧".
_HOW = frozenset(
    "bakifrån uppifrån inifrån utifrån leende skrattande gråtande bestämt argt högt tyst lågt runt runtom".split()
)


def _is_manner(words: Sequence[Word], first: int, k: int) -> bool:
    """``säger en kvinna ⟦upprört⟧``, ``svarar en elev ⟦snabbt⟧``: how it was said, behind somebody without a name."""
    word, who = words[k], words[first:k]
    if word.label or not word.lower.endswith("t") or word.is_finite or word.pos not in ("ADJ", "ADV", "VERB"):
        return False
    return who[0].lower in ("en", "ett") and can_speak(" ".join(w.text for w in who))


def _is_object(words: Sequence[Word], first: int, j: int) -> bool:
    """``Då ringde ⟦en granne⟧ polisen och berättade``: a definite noun behind an indefinite one is somebody else."""
    before, word = words[j - 1], words[j]
    indefinite = words[first].lower in ("en", "ett") and j > first + 1 and before.pos == "NOUN" and not before.definite
    return indefinite and word.pos == "NOUN" and word.definite and not before.lower.endswith(("s", "-"))


def _possessed(words: Sequence[Word], j: int, end: int) -> int | None:
    """``säger Anna Lindgrens ⟦advokat⟧.``: the end of somebody else, whom no name tells; ``säger Wallys ⟦ordförande och vd⟧, Siv Ek``."""
    word, owner = words[j], words[j - 1].text
    if word.label or word.is_capital or not owner.endswith("s") or owner in surnames() or owner in given_names():
        return None
    kin = word.lower in word_set("kin before a given name") or word.lower == "man"
    theirs = word.lower in word_set("whom somebody has")
    if not (kin or theirs or part_of_title(word.text) or can_speak(word.text)):
        return None
    k = j + 1
    if k + 1 < end and words[k].lower in ("och", "samt") and part_of_title(words[k + 1].text):
        k += 2
    if k < end and words[k].lower in ("på", "i", "från", "inom", "vid", "som") and theirs:
        place = k + 1  # säger Anna Lindgrens kollega ⟦på polisen⟧, kommissarie Siv Ek
        while place < min(k + _LONGEST_TITLE, end) and words[place].pos in ("NOUN", "PROPN", "ADJ"):
            place += 1
        k = place
    closed = k == end or words[k].is_stop or words[k].text in (",", ":") or words[k].is_finite
    return k if closed or words[k].lower == "att" else None


def _head_in_town(words: Sequence[Word], j: int, end: int) -> int | None:
    """``säger Åskolan ⟦i Alvsunds rektor Bo Ek⟧``: the end of the name of who heads a body whose name ends in a town."""
    k = j + 1
    while k < end and words[k].label in ("LOC", "ORG"):
        k += 1
    if words[j].lower not in ("i", "på", "vid") or k == j + 1 or not words[k - 1].lower.endswith("s"):
        return None
    named = next((m for m in range(k, min(k + _LONGEST_TITLE, end)) if words[m].label == "PER"), None)
    if named is None or named == k or not all(part_of_title(w.text) for w in words[k:named]):
        return None
    while named < end and words[named].label == "PER":
        named += 1
    return named


_LONGEST_TITLE = 4


def _continues(words: Sequence[Word], first: int, j: int, end: int, kind: str) -> bool:
    """Tell whether word ``j``, no name itself, still belongs to the noun phrase that began at ``first``."""
    word = words[j]
    following = words[j + 1] if j + 1 < end else None
    if word.text == "(":  # a party: Bo Ek (S)
        return False
    if word.lower in ("och", "samt", "eller", "&"):
        if words[j - 1].text.endswith("-") and j > first:  # energi- och näringsminister
            return True
        if following is None or not _opens_name(words, j + 1, end):
            return kind in ("noun", "body") and following is not None and _speaks_too(words, j + 1, end)
        behind = words[min(j + 2, end - 1)] if following.pos == "ADJ" or following.tense else following
        return kind == "name" or (kind == "noun" and part_of_title(behind.text))  # uppfödaren och (förre) ägaren Bo Ek
    if word.text == ",":
        return False
    if word.text in ("-", "–") and following is not None and following.lower in ("och", "samt"):
        return True
    if word.text == "/" and following is not None and following.is_capital and following.lower.endswith("s"):
        return kind != "name"  # Lunna/Bergs lagkapten Bo Ek
    if word.text == "%" and j > first:
        return kind == "noun" and words[j - 1].text[0].isdigit()  # uppger 71 % av företagen
    if word.lower in word_set("abbreviations before titles") and kind == "noun" and following is not None:
        return part_of_title(following.text)
    if kind == "name" and _is_whom_one_has(words, j, end):
        return True
    told = word.lower == "för" and following is not None and following.lower in _HEARERS and kind == "noun"
    if told and words[j - 1].lower.endswith("n") and not words[j - 1].lower.endswith("chefen"):
        return False  # berättade revisorn för rätten
    if part_of_title(word.text) and (
        kind == "noun" or (kind == "name" and (_owns_next(words, j, end) or _titles_next(words, j, end)))
    ):
        return True
    ranked = kind != "name" and following is not None and is_rank(word.text) and part_of_title(following.text)
    if ranked and j > first:
        return True  # säger Sjörådets tillförordnade chef
    if not (word.text[0].isalnum() or word.text[0] in "-–") or word.is_finite:
        return False
    if kind == "body" and following is not None and following.label == "PER" and part_of_title(word.text):
        return True  # säger Flux vd Anders Ingvall
    before = words[j - 1]
    letters = before.text.isupper() and before.text.endswith("S") and kind_of_phrase(word.text) == "document"
    if kind == "name" or (kind == "body" and not (before.text.endswith("s") or letters)):
        return False  # "enligt SIS ⟦rapport⟧"
    if (
        j > first
        and before.definite
        and before.pos == "NOUN"
        and not before.lower.endswith("s")
        and word.pos in ("NOUN", "ADJ", "PRON", "DET", "NUM", "ADV")
    ):
        return False  # "kände enligt polisen mannen": a definite noun ends its phrase
    if j > first and before.lower in word_set("views that somebody has"):
        return False  # "är enligt Sjörådets mening ⟦farlig⟧"
    if word.lower == "det" and j == first and following is not None and following.pos in ("ADJ", "NOUN"):
        return True  # säger det norska elbolaget
    if word.lower in ("vilket", "vilken", "vilka", "som", "han", "hon", "jag", "vi", "det"):
        return False
    if len(word.text) == _YEAR and word.text.isdigit() and j > first:
        return False  # "skrev en av dem 1936"
    if j > first and following is not None and (word.lower, following.lower) in (*_ADVERB_PAIRS, *_TO_THE_REPORTER):
        return False  # "skriver kommunen ⟦bland annat⟧", "berättade en granne ⟦för mig⟧"
    if word.lower == "så" and following is not None and following.is_finite:
        return False  # "enligt föreningens undersökning så ökar"
    if word.lower == "av" and following is not None and following.lower == "sig":
        return False  # "hörde en inringare av sig"
    if word.lower == "till" and j > first and kind == "noun" and RELATED.search(before.lower):
        if following is None:
            return False
        whose = following.definite or following.lower in ("henne", "honom", "dem")  # säger en vän till familjen
        return whose and not (following.label or following.lower in _HEARERS or _is_medium(following.lower))
    if word.lower in PREPOSITIONS:
        if following is not None and is_time(following.text):
            return False  # säger polisen i går, meddelade polisen på kvällen
        if word.lower == "i" and following is not None and _is_medium(following.lower):
            return False  # skriver förbundet i sitt varsel, enligt förbundet i ett uttalande
        if word.lower != "för" and following is not None and following.lower in ("sin", "sitt", "sina"):
            return False  # säger rektorn på sitt kontor
        if word.lower == "på" and following is not None and following.lower in _ONLINE:
            return False  # meddelar räddningstjänsten på sin webbplats
        if word.lower in ("vid", "på") and any(w.lower.endswith(_OCCASIONS) for w in words[j + 1 : min(j + 3, end)]):
            return False  # meddelade regionledningen vid en pressträff
        hearer = word.lower == "för" and kind == "noun" and words[j - 1].definite and _opens_name(words, j + 1, end)
        if hearer and can_speak(" ".join(w.text for w in words[first:j])):
            return False  # berättar vinnaren för spelombudet Bo Ek
        return j > first and word.lower in ("på", "i", "från", "vid", "för", "hos", "inom")
    return word.pos in ("NOUN", "ADJ", "DET", "NUM", "PROPN", "ADP", "PRON", "ADV", "X") or word.lower in ("av", "för")


#: Who is told something: "för rätten", and no part of who tells it.
_HEARERS = frozenset("rätten tingsrätten hovrätten domstolen polisen tidningen radion".split())
_TO_THE_REPORTER = frozenset([("för", "mig"), ("för", "oss")])
#: Figures of a year.
_YEAR = 4


#: What follows the second of two: "meddelar polisen och räddningstjänsten ⟦efter⟧ ett möte".
_BEHIND_BOTH = frozenset(["att", "efter", "under", "inför"])


def _speaks_too(words: Sequence[Word], j: int, end: int) -> bool:
    """``uppger polisen och ⟦åklagaren⟧ att``: one word for a body or a role, and then the end of the mention.

    Or a second title of one who is named behind a comma: ``säger Bokhyllans grundare och ⟦vd⟧, Siv Ek``.
    """
    behind = words[min(j + 1, end - 1)].lower
    closed = j + 1 == end or words[j + 1].is_stop or words[j + 1].text in (",", ":") or behind in _BEHIND_BOTH
    titled = part_of_title(words[j].text) and part_of_title(words[j - 2].text)
    return closed and (titled or words[j].label == "ORG" or (words[j].definite and can_speak(words[j].text)))


def past_medium(words: Sequence[Word], i: int, end: int) -> int:
    """Return where what stands behind a source's medium begins: ``enligt förbundet i ett uttalande ⟦är det dyrt⟧``."""
    if i + 2 >= end or words[i].lower != "i" or not _is_medium(words[i + 1].lower):
        return i
    return next((j for j in range(i + 2, min(i + 8, end)) if words[j].is_finite or words[j].text == ","), i)


def _owns_next(words: Sequence[Word], j: int, end: int) -> bool:
    """``säger Annas ⟦chef⟧ Bo Ek``: a genitive before the title, somebody else's name behind it."""
    return words[j - 1].lower.endswith("s") and j + 1 < end and words[j + 1].label == "PER"


def _is_whom_one_has(words: Sequence[Word], j: int, end: int) -> bool:
    """``säger Annas ⟦motkandidat⟧ Bo Ek``, ``säger Annas ⟦gamla partikamrat⟧ Bo Ek``: a noun alone between two names."""
    first, last = j, j
    while first > 0 and not words[first - 1].label and words[first - 1].text.islower():
        first -= 1
    while last < end and not words[last].label and words[last].text.islower():
        last += 1
    between = words[first:last]
    named = last < end and words[last].label == "PER" and first > 0 and words[first - 1].lower.endswith("s")
    attributes = all(w.pos == "ADJ" or w.tense for w in between[:-1])
    noun = bool(between) and (between[-1].pos == "NOUN" or between[-1].lower in word_set("whom somebody has"))
    return named and len(between) <= _LONGEST_TITLE and noun and attributes


def _titles_next(words: Sequence[Word], j: int, end: int) -> bool:
    """``säger docent Anna Rask och ⟦professor⟧ Bo Sund``: a title behind *och*, the second name right behind it."""
    k = j
    while k > 0 and part_of_title(words[k - 1].text):
        k -= 1
    return k > 0 and words[k - 1].lower in ("och", "samt", "&") and _opens_name(words, j + 1, end)


def _is_medium(word: str) -> bool:
    """Tell what opens the medium of what is said: "i ⟦sitt⟧ varsel", "i ⟦ett⟧ uttalande", "i ⟦brevet⟧"."""
    return word in ("sitt", "sin", "sina", "ett", "en") or word.endswith(_MEDIA)


_ONLINE = frozenset("sin sitt sina facebook twitter instagram linkedin nätet webben hemsidan webbplatsen x".split())
_OCCASIONS = tuple(
    "pressträff pressträffen presskonferens presskonferensen möte mötet sammanträde sammanträdet rättegången förhandlingen "
    "invigningen ceremonin stämman".split()
)
_MEDIA = tuple(
    "brevet brev uttalandet uttalande mejlet mejl pressmeddelandet pressmeddelande rapporten inlägget intervjun artikeln "
    "förhör förhöret domen domskälen yttrandet yttrande anmälan protokollet krönikan bloggen debattartikeln kommentaren talet beslutet remissvaret svaret skrivelsen podden filmen videon".split()
)


def _opens_name(words: Sequence[Word], j: int, end: int) -> bool:
    """A person's name begins here, perhaps behind a title of one or two words."""
    return any(w.label == "PER" for w in words[j : min(j + 4, end)]) and not any(
        w.text in ",.:;" or w.is_finite for w in words[j : min(j + 2, end)]
    )


def _can_head(phrase: Sequence[Word], kind: str) -> bool:
    if kind != "noun":
        return True
    first = phrase[0]
    if first.lower in VAGUE:  # but "säger det lokala elbolaget"
        head = phrase[-1]
        return first.lower == "det" and len(phrase) > 1 and (head.label == "ORG" or can_speak(head.text))
    if first.lower == "de" and len(phrase) == 2 and phrase[1].lower in ("två", "båda", "tre", "fyra"):
        return True  # skrev de två i brevet
    if can_speak(phrase[-1].text) or (len(phrase) > 1 and can_speak(" ".join(w.text for w in phrase))):
        return True  # enligt de boende, menar den misstänkte, säger en annan
    return any(w.pos in ("NOUN", "PROPN") for w in phrase) or first.lower in ("någon", "en", "flera", "många", "andra")


def role_alone(words: Sequence[Word], bare: bool = False) -> Mention | None:
    """Return somebody alone before a colon by what they are: ``Åklagaren``, ``Rättens ordförande``, ``HIF:s tränare``; not *Fakta*.

    ``bare`` takes titles in that form too, as headlines have them before a sentence in marks: ``Advokat: ”Min klient är oskyldig”``.
    """
    if not words or not words[0].is_capital:
        return None
    last = words[-1]
    if len(words) > 1 and all(w.label in ("ORG", "LOC") for w in words[:-1]) and words[-2].text.endswith("s"):
        is_theirs = len(words) <= _LONGEST_BODY and not last.label and part_of_title(last.text)
        return Mention(0, len(words), "noun") if is_theirs else None
    if len(words) > _LONGEST_ROLE or any(w.label for w in words):
        return None
    owned = len(words) == _LONGEST_ROLE and words[0].text.endswith("s") and part_of_title(last.text)
    told = (last.definite or last.lower.endswith(("en", "duon", "trion"))) and can_speak(last.text)
    one = len(words) == 1 and (told or (bare and is_title(last.text))) and last.pos in ("NOUN", "PROPN")
    return Mention(0, len(words), "noun") if owned or one else None


#: Words of a role and of whose it is: of a noun, and of a body ("Region Alvsunds ordförande").
_LONGEST_ROLE = 2
_LONGEST_BODY = 5


def name_alone(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return the words of a name alone before a colon: ``Rut Sandell (S)``, ``Rut Sandell, vd``, ``15.05 Haddadi igen``."""
    first, last = 0, len(words)
    comma = next((k for k, w in enumerate(words[:8]) if w.text == ","), last)
    behind = words[comma + 1 :]
    # "Bo Frid, Solbergas tränare", "Nils Frid, Mora"
    town = all(w.label == "LOC" for w in behind) or (len(behind) == 1 and behind[0].is_capital)
    titled = any(part_of_title(w.text) for w in behind) or town
    if behind and len(behind) <= 6 and titled and not any(w.is_finite or w.label == "PER" for w in behind):
        last = comma
    if last > 3 and words[last - 1].text == ")":
        last = next((k for k in range(last - 1, 0, -1) if words[k].text == "("), last)
    while first < last and (words[first].text[0].isdigit() or words[first].text == ":"):
        first += 1  # "17:20: Rut Sandell"
    if last > first and words[last - 1].lower in ("igen", "åter"):
        last -= 1
    named = [w.label in ("PER", "ORG") for w in words[first:last]]
    if any(w.lower in ("mot", "till", "om", "för") for w in words[first:last]):
        return None  # "Kritiken mot Bo Ek:"
    within = (
        last - first > _LONGEST_ROLE and not named[0] and words[first + 1].lower in ("i", "på", "hos", "vid", "från")
    )
    if within and not can_speak(words[first].text):
        return None  # "Byte i Alvsunds Energi:"
    if not named or last - first > 6 or not named[-1] or sum(named) < len(named) - 2:
        return None
    return first, last
