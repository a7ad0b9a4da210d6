"""Reports behind *enligt*: the source, the clause that is its, and what belongs to neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.stages.quotes.agents import can_speak, kind_of_phrase
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.frames import ENLIGT
from pipeline.stages.quotes.joint import name_from
from pipeline.stages.quotes.mentions import Mention, mention_after, past_medium
from pipeline.stages.quotes.mentions_before import mention_before
from pipeline.stages.quotes.reported import Reported, before_comma, has_verb, is_whole
from pipeline.stages.quotes.words import Word
from pipeline.stages.roles.titles import is_title, part_of_title
from pipeline.word_sets import word_set


def according(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Enligt Sjörådet ⟦löper …⟧``, ``⟦Risken ökar⟧, enligt Sjörådet`` and ``⟦Den som ror⟧ enligt Sjörådet ⟦löper …⟧``."""
    for i in range(first, stop):
        if words[i].lower != "enligt":
            continue
        if i == first + 1 and words[first].lower in _OPENERS:
            first = i  # "Men enligt Sjörådet"
        mention = _of_many(words, i + 1, stop) or mention_after(words, i + 1, stop)
        known = i + 2 < stop and words[i + 1].lower == "vad"
        if known:  # enligt vad Norrhamra Allehanda erfar
            mention = mention_after(words, i + 2, stop)
            if mention is not None and mention.last - mention.first > 1 and cue_at(words, mention.last - 1):
                mention = replace(
                    mention, last=mention.last - 1
                )  # "alvsund24.se erfar", which the tagger takes for a noun
            if mention is None or mention.last >= stop or cue_at(words, mention.last) is None:
                return None
        mention = mention and _with_unknown_name(words, _made_by(words, i, mention, stop), stop)
        if mention is None or (not known and _is_no_source(words, mention)):
            if i == first:
                return None
            continue  # "sköts inte enligt planen, enligt Länsstyrelsen"
        mention = _with_second(words, mention, stop)
        at = mention.last if known else _past_own_body(words, mention, stop)
        end = mention.last + 1 if known else _apposition_end(words, past_medium(words, at, stop), stop)
        waits = i > first + 1 and _waits(words[first : before_comma(words, i, first)])
        titled = any(is_title(w.text) for w in words[at + 1 : at + 3])
        if waits and at < stop and words[at].text == "," and not titled:
            end = at  # "Bron är, enligt Siv Ahl, ⟦i dåligt skick, sliten och rostig⟧"
        if waits and end >= stop and at < stop and words[at].lower == "som":
            end = _past_relative(words, at, stop)  # "Bron ska enligt förslaget som kom i går ⟦rivas⟧"
        if i > first and words[i - 1].lower in ("och", "men") and is_whole(words, first, i - 1):
            first = i  # "Huset brann och enligt larmcentralen ska en ambulans …": the clause before is the text's own
        first = _own_part(words, first, i, at_end=end >= stop)
        if i == first:
            opens = _past_comma(words, end, stop)
            opens += opens + 1 < stop and words[opens].lower == "så" and words[opens + 1].is_finite
            contents: tuple[tuple[int, int], ...] = ((opens, _before_other(words, end, stop)),)
        elif end >= stop:
            contents = ((first, before_comma(words, i, first)),)
        elif words[i - 1].lower in _RELATIVES:
            contents = ((_antecedent(words, i - 1, first), i), (_past_comma(words, end, stop), stop))
        else:
            rest = _past_comma(words, end, stop)
            contents = ((first, before_comma(words, i, first)), (rest, rest if _is_frame(words, rest, stop) else stop))
        contents = tuple((a, b) for a, b in contents if b > a)
        if len(contents) > 1 and not waits and is_whole(words, *contents[0]) and not _goes_on(words, *contents[1]):
            contents = contents[:1]  # what follows the source belongs to it: "enligt Sjörådet, maj 2019"
        if not contents or not any(w.is_finite for a, b in contents for w in words[a:b]):
            return None
        return Reported(contents, (i, i + 1), ENLIGT, mention, "enligt")
    return None


def _past_relative(words: Sequence[Word], i: int, stop: int) -> int:
    """Return where the verb stands that the clause before *enligt* waits for, behind the relative clause at ``i``."""
    told = next((k for k in range(i + 1, stop) if words[k].is_finite), stop)
    return next((k for k in range(told + 1, stop) if words[k].pos in ("VERB", "AUX") and not words[k].tense), stop)


def _of_many(words: Sequence[Word], i: int, stop: int) -> Mention | None:
    """``enligt en av de misstänktas ⟦advokat, Bo Ek⟧``, ``enligt ⟦de anhörigas ombud⟧``: who speaks for some of many."""
    at = i + 2 if i + 2 < stop and words[i].lower == "en" and words[i + 1].lower == "av" else i
    if at + 2 >= stop or words[at].lower not in ("de", "den", "dem"):
        return None
    if not words[at + 1].lower.endswith(("as", "ens", "nas", "es")) or not is_title(words[at + 2].text):
        return None
    named = mention_after(words, at + 2, stop)
    return named if named is not None and named.kind == "name" else Mention(i, at + 3, "noun")


#: What opens a clause that alone is the source's where the sentence ends with it.
_CONCESSIVE = (("även", "om"), ("trots", "att"), ("fast",), ("medan",))


def _own_part(words: Sequence[Word], first: int, i: int, *, at_end: bool) -> int:
    """Return where the source's part begins, where the sentence before it is the text's own.

    ``Kvinnan hyrde stugan och ⟦hade⟧ enligt polisen ⟦lånat en båt⟧``, ``Villorna har haft tjuvar, även om ⟦det är ovanligt⟧
    enligt statistiken``.
    """
    if not at_end:
        linked = (k for k in range(i - 1, first + 2, -1) if words[k].lower in ("och", "men") and words[k + 1].is_finite)
        k = next(linked, None)
        return k + 1 if k is not None and k + 1 < i and is_whole(words, first, k) else first
    comma = next((k for k in range(i - 1, first, -1) if words[k].text == ","), i)
    for opener in _CONCESSIVE if comma < i - 1 else ():
        behind = comma + 1 + len(opener)
        if tuple(w.lower for w in words[comma + 1 : behind]) == opener and has_verb(words, first, comma):
            return behind
    return first


def _is_frame(words: Sequence[Word], i: int, stop: int) -> bool:
    """``Kornet är förstört, enligt Odlarförbundet, ⟦rapporterar Radio Norr⟧.``: nothing but a cue and who says so."""
    found = cue_at(words, i) if i < stop else None
    said_by = mention_after(words, found[1], stop) if found is not None and words[i].is_finite else None
    return said_by is not None and said_by.last >= stop


_OPENERS = frozenset(["men", "och", "fast", "för", "ty"])
_RELATIVES = frozenset(["som", "vilket", "vilken", "vilka"])


_RULES = ("lagen", "lag", "förordningen", "förordning", "direktivet", "balken", "avtalet", "avtal", "föreskrifter", "§")


_NO_SOURCE = frozenset(
    "lag lagen avtal avtalet plan planen schema schemat tradition överenskommelse reglerna regler principen "
    "uppgift uppgifter källor rykten budget budgeten tidtabellen tidtabell paragraf beslut beslutet förordningen direktivet ordning "
    "modell modellen metoden önskemål planerna".split()
)


#: How laws end that a text writes as names do, and words that end so and are none.
_LAWS = (
    "balken",
    "lagen",
    "förordningen",
    "direktivet",
    "fördraget",
    "konventionen",
    "avtalet",
    "regler",
    "reglerna",
    "praxis",
    "eu-rätt",
    "eu-rätten",
)
_NO_LAWS = ("bolagen", "slagen", "underlagen")


def _is_law(word: str) -> bool:
    return word.endswith(_LAWS) and not word.endswith(_NO_LAWS)


def _is_no_source(words: Sequence[Word], mention: Mention) -> bool:
    """*Enligt lagen*, *enligt plan*: what follows is ruled or planned, not said."""
    if words[mention.last - 1].lower in word_set("laws by their letters") or _is_standard(words, mention):
        return True
    if mention.kind == "body" or words[mention.first].label == "ORG":
        # enligt EU:s marknadsmissbruksförordning
        last = words[mention.last - 1].lower
        return last.endswith(("förordning", "direktiv")) or _is_law(last)
    if mention.kind != "noun":
        return False
    if words[mention.first].is_capital and words[mention.first].pos in ("PROPN", "NOUN", "X"):
        first, last = words[mention.first].lower.removesuffix("s"), words[mention.last - 1].lower
        # "enligt Miljöbalken", "Europakonventionens sjätte protokoll", not its critics; else a name that no list knows
        return _is_law(last) or (_is_law(first) and (not can_speak(last) or kind_of_phrase(last) == "document"))
    if not can_speak(" ".join(w.text for w in words[mention.first : mention.last])):
        return True
    phrase = words[mention.first : mention.last]
    return any(w.lower in _NO_SOURCE or (w.lower.endswith(_RULES) and not w.lower.endswith("bolagen")) for w in phrase)


def _made_by(words: Sequence[Word], i: int, mention: Mention, stop: int) -> Mention | None:
    """``enligt ⟦en av kommunen beställd utredning⟧``: who had it made is not the source; None of a norm or a plan."""
    by = i + 2 < stop and words[i + 1].lower in ("en", "ett", "den", "det") and words[i + 2].lower == "av"
    made = words[mention.last] if by and mention.last + 1 < stop else None
    if made is None or made.is_finite or made.pos not in ("ADJ", "VERB") or not made.lower.endswith(_PARTICIPLES):
        return mention
    whole = Mention(i + 1, mention.last + 2, "noun")
    return whole if kind_of_phrase(words[mention.last + 1].text) == "document" else None


def _with_unknown_name(words: Sequence[Word], mention: Mention | None, stop: int) -> Mention | None:
    """``enligt ⟦entreprenören Renhållarna⟧ ska alla``: a name that nobody knows, between the noun and the verb."""
    at = stop if mention is None else mention.last
    if mention is None or mention.kind != "noun" or at + 1 >= stop or not words[at - 1].definite:
        return mention
    unknown = words[at].is_capital and not words[at].label and words[at].text[0].isalpha() and words[at + 1].is_finite
    return Mention(mention.first, at + 1, "noun") if unknown else mention


_PARTICIPLES = ("d", "t", "de", "da", "na", "en")


def _is_standard(words: Sequence[Word], mention: Mention) -> bool:
    """*Enligt ISO 14001*, *AB 04*, *Miljöbyggnad Silver*, *Nasdaqs regelverk*: what something is made or judged by."""
    phrase = [w.text for w in words[mention.first : mention.last]]
    if len(phrase) > 1 and phrase[-1].isdigit() and phrase[0].lower() in word_set("standards with a number"):
        return True
    graded = phrase[-1].lower() in _GRADES and len(phrase) > 1
    return graded or phrase[-1].lower().endswith(("regelverk", "regelverket", "standard", "standarden"))


_GRADES = frozenset("silver guld brons platina".split())


def _apposition_end(words: Sequence[Word], i: int, stop: int) -> int:
    """Pass over ", rektor på Åskolan," behind a name, and what stands in brackets."""
    if i < stop and words[i].text == "(":
        i = next((j + 1 for j in range(i, min(i + 10, stop)) if words[j].text == ")"), i)
    if i < stop and words[i].lower == "som":  # enligt Bo Ek som är forskare så är det
        verbs = [j for j in range(i + 1, min(i + 25, stop)) if words[j].is_finite]
        if len(verbs) == 1:
            return stop  # "enligt Siv Ahl som har lett arbetet"
        if not verbs or any(words[j].text == "," for j in range(i, verbs[1])):
            return i
        return verbs[1] - (words[verbs[1] - 1].lower == "så")
    if i >= stop or words[i].text != ",":
        return i
    if i + 1 < stop and words[i + 1].lower in ("som", "där", "vars"):
        comma = next((j for j in range(i + 2, min(i + 25, stop)) if words[j].text == ","), None)
        return comma if comma is not None else stop if stop <= i + 25 else i
    titled = i + 1 < stop and part_of_title(words[i + 1].text)
    if i + 2 < stop and words[i + 1].pos == "VERB" and words[i + 1].tense == "" and words[i + 1].lower.endswith("a"):
        return i  # "försökte mannen, enligt åklagaren, ⟦gömma kassan⟧"
    for j in range(i + 1, min(i + 15, stop)):
        if words[j].is_finite or (titled and words[j].lower == "att"):
            return j if titled else i  # "enligt Eva Alm, chef för parken är träden friska"
        if words[j].text == ",":
            related = titled and j + 1 < stop and words[j + 1].lower in ("som", "vars")
            return _apposition_end(words, j, stop) if related else j  # ", forskare på Sjörådet, som leder arbetet"
    return stop if not any(w.is_finite for w in words[i + 1 : stop]) else i


def _with_second(words: Sequence[Word], mention: Mention, stop: int) -> Mention:
    """``Enligt ⟦räddningstjänst och polis⟧ saknas``, ``enligt ⟦henne och maken Bo Ek⟧ är``: two, the first without a name."""
    at = mention.last
    if at + 2 >= stop or words[at].lower not in ("och", "samt"):
        return mention
    if mention.kind == "pronoun":
        name = name_from(words, at + 1, stop)
        return mention if name is None or (name < stop and not words[name].is_finite) else replace(mention, last=name)
    if not words[at + 2].is_finite:
        return mention
    bare = words[at + 1].lower in word_set("bodies without an article")
    return Mention(mention.first, at + 2, "noun") if bare else mention


def _past_own_body(words: Sequence[Word], mention: Mention, stop: int) -> int:
    """``enligt Bo Ek ⟦på Norrmarks universitet⟧ ökar``: return where the body behind a name ends, if one stands there."""
    at, views = mention.last, word_set("views that somebody has")
    if at < stop and words[at].lower in ("själv", "själva"):
        return at + 1
    if mention.kind == "name" and at < stop and words[at].lower in views and words[at - 1].lower.endswith("s"):
        return at + 1  # "är enligt Siv Alms mening farlig"
    if mention.kind != "name" or at + 2 >= stop or words[at].lower not in ("på", "vid", "hos", "från", "i"):
        return at
    k = at + 1
    while k < stop and k - at < 7 and (words[k].label in ("ORG", "LOC") or words[k].lower in ("i", "för", "och")):
        k += 1
    named = words[at + 1].label == "ORG" and words[k - 1].label != ""
    return k if named else _past_place(words, at, stop)


def _past_place(words: Sequence[Word], at: int, stop: int) -> int:
    """``Enligt Eva Strand ⟦på kommunen⟧ är bron trygg``, ``Enligt Bo Ek ⟦vid det nya sjukhuset i Skogö⟧, som …, är …``."""
    noun = next((k for k in range(at + 1, min(at + 4, stop)) if words[k].pos == "NOUN"), None)
    if noun is None or not words[noun].definite or any(w.is_finite for w in words[at:noun]):
        return at
    k = noun + 1
    if k + 1 < stop and words[k].lower in ("i", "för", "på") and words[k + 1].is_capital:
        k += 2
        while k < stop and words[k].label == "LOC":
            k += 1
    return k if k < stop and (words[k].is_finite or words[k].text == ",") else at


def _before_other(words: Sequence[Word], first: int, stop: int) -> int:
    """``Enligt LRF ⟦ökar skadorna⟧, och ordföranden Bo Ek säger att …``: where somebody else's report begins."""
    for k in range(first, stop - 3):
        if words[k].text == "," and k > first + 2 and _is_frame(words, k + 1, stop):
            return k  # "Enligt polisen brann huset⟦, rapporterar Radio Norr⟧"
        tells = words[k].lower in ("och", "men") and words[k + 1].lower in ("han", "hon", "hen")
        if tells and words[k + 3].lower == "att" and words[k + 2].is_finite and cue_at(words, k + 2) and k > first + 2:
            return k  # "Enligt rektorn är det oklart ⟦men hon berättar att det hörs⟧"
        if words[k].text == "," and words[k + 1].lower in ("och", "men"):
            if words[k + 2].lower == "enligt":
                return k  # "Enligt Bo Ek var branden liten⟦, och enligt uppgift klarade sig alla⟧"
            cue = next((j for j in range(k + 2, min(k + 12, stop)) if cue_at(words, j) and words[j].is_finite), None)
            other = None if cue is None else mention_before(words, cue, k + 2)
            if other is not None and other.kind in ("name", "body"):
                return k
    return stop


def _waits(clause: Sequence[Word]) -> bool:
    """Tell a clause whose verb is still to come: "Bron är", "Därför bör kommunen"."""
    if not clause or clause[-1].is_finite:
        return bool(clause)
    helper = next(
        (n for n, w in enumerate(clause) if w.is_finite and (w.pos == "AUX" or w.lower in ("har", "hade"))), None
    )
    return helper is not None and not any(w.pos in ("VERB", "AUX", "ADJ") for w in clause[helper + 1 :])


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """``I höst finns det enligt skolchefen ⟦goda chanser att bygga ut⟧``, ``har bolaget enligt rätten ⟦brutit mot lagen⟧``."""
    return any(w.pos in ("VERB", "AUX") for w in words[first:last])


def _antecedent(words: Sequence[Word], relative: int, first: int) -> int:
    """Return where the noun that *som* means begins: only that and its clause are the source's, not the whole sentence.

    ``Den hämtades av ⟦en kvinna som⟧ enligt polisen ⟦inte märkt något⟧``; all of ``⟦Det var linje 40 som⟧``.
    """
    if words[first].lower in ("det", "detta") and words[first + 1].lower in ("är", "var", "blir", "blev"):
        return first
    k = relative - (words[relative - 1].text == ",")
    while k > first and (words[k - 1].pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET") or words[k - 1].label):
        k -= 1
    return k


def _past_comma(words: Sequence[Word], i: int, stop: int) -> int:
    return i + 1 if i < stop and words[i].text == "," else i
