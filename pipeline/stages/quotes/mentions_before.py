"""The speaker's words before the cue: "⟦Rektor Rut Sandell⟧ säger", "⟦Rut Sandell⟧, rektor på Åskolan, säger"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.agents import can_speak, is_time, kind_of_phrase
from pipeline.stages.quotes.joint import row_to
from pipeline.stages.quotes.mentions import (
    ADVERBS,
    DETERMINERS,
    IN_PAIRS,
    PREPOSITIONS,
    RELATED,
    VAGUE,
    Mention,
    mention_after,
)
from pipeline.stages.quotes.words import PRONOUNS, Word
from pipeline.stages.roles.titles import part_of_title


def mention_before(words: Sequence[Word], i: int, start: int) -> Mention | None:
    """Return the subject that ends just before word ``i``, the cue: ``⟦Rektor Rut Sandell⟧ säger att …``.

    An apposition between subject and cue is passed over: "Rut Sandell, rektor på Åskolan, säger".
    """
    those = _one_of_those(words, i, start)
    if those is not None:
        return those
    j = i
    while j > start and (step := 1 if _passed_over(words[j - 1]) else _for_ones_part(words, j, start)):
        j -= step
    relative = j > start and words[j - 1].lower == "som"
    if relative:  # Karl Ek, som själv tycker att
        j -= 1
        if j > start and words[j - 1].lower in ("de", "den", "dem", "dom", "alla", "något", "någon"):
            return None  # "de som tror att": nobody in particular
        if j - 1 > start and words[j - 1].text == "," and _somebody(words, _before_bracket(words, j - 2, start), start):
            j -= 1
    if j > start and words[j - 1].is_dash:  # Bergfast – som vann upphandlingen – försäkrar
        opening = next((k for k in range(j - 2, max(start, j - 12), -1) if words[k].is_dash), None)
        if opening is not None:
            j = opening
    if j > start and words[j - 1].text == ",":
        return _apposed(words, j - 1, start) or _before_stray_comma(words, j - 1, start)
    if j > start and words[j - 1].text == ")":  # Rut Sandell (S) säger
        while j > start and words[j].text != "(":
            j -= 1
    if j <= start:
        return None
    last = words[j - 1]
    if last.lower in ("dem", "dom") and j - 2 > start and words[j - 2].lower == "av" and words[j - 3].lower in _SOME:
        return Mention(j - 3, j, "noun")  # "⟦En av dem⟧ beskriver att"
    if last.lower in PRONOUNS and not last.label:
        return Mention(j - 1, j, "pronoun")
    mention = _noun_phrase_before(words, j, start)
    if mention is None:
        return None
    if relative:
        return _behind_preposition(words, mention)
    return _with_partner(words, _with_its_people(words, mention, start), start)


_SOME = frozenset("en ett två tre flera några många".split())


def _one_of_those(words: Sequence[Word], i: int, start: int) -> Mention | None:
    """``⟦En av de ansvariga⟧ för bron säger``, ``⟦En av dem⟧ som drev frågan svarade``: who opens the sentence, without a noun."""
    if i - start < _OF_THOSE or words[start].lower not in _SOME or words[start + 1].lower != "av":
        return None
    end = start + _OF_THOSE
    if words[end - 1].lower not in ("de", "dem", "dom"):
        return None
    end += end < i and words[end].pos in ("ADJ", "VERB", "NOUN") and not words[end].is_finite
    if any(w.is_stop or w.is_mark or w.text == "," or w.label == "PER" for w in words[end:i]):
        return None  # "En av de boende, Bo Ek, säger"
    relative = end < i and words[end].lower == "som"
    if sum(w.is_finite for w in words[end:i]) > relative or (end - start == _OF_THOSE and not relative):
        return None
    return Mention(start, end, "noun")


#: Words of "en av de".
_OF_THOSE = 3


def _with_its_people(words: Sequence[Word], mention: Mention, start: int) -> Mention:
    """``⟦Forskarna vid Lunds universitet⟧ visar att``, ``⟦Läraren på Ekskolan⟧ säger att``: those at the body speak.

    Where they open the sentence.
    """
    at = mention.first - 1
    if mention.kind == "name" and at > start and words[at].lower == "till":
        friend = _noun_phrase_before(words, at, start)  # "⟦En vän till Bo Ek⟧ säger att"
        return mention if friend is None or friend.first != start else Mention(start, mention.last, "noun")
    if at > start and words[at].lower == "bland":
        asked = _noun_phrase_before(words, at, start)  # "⟦En enkät bland 300 elever⟧ visar att"
        is_survey = asked is not None and kind_of_phrase(words[at - 1].text) == "document"
        return Mention(asked.first, mention.last, "noun") if asked is not None and is_survey else mention
    at -= mention.kind == "body" and _presents(words, at, start)
    if mention.kind != "body" or at <= start or words[at].lower not in ("vid", "på", "hos", "från", "i", "för"):
        return mention
    people = _noun_phrase_before(words, at, start)
    if people is None or people.first != start or people.kind != "noun":
        return mention
    phrase = " ".join(w.text for w in words[people.first : people.last])
    own = kind_of_phrase(phrase) in ("group", "role") and can_speak(phrase)
    return Mention(start, mention.last, "noun") if own else mention


def _with_partner(words: Sequence[Word], mention: Mention, start: int) -> Mention:
    """``Både ⟦länsstyrelsen och Trafikverket⟧ påpekar``: bodies and roles that open the sentence speak together."""
    k = mention.first
    if mention.kind == "name" or k - 1 <= start or words[k - 1].lower not in ("och", "samt", "som", "eller"):
        return mention
    partner = _noun_phrase_before(words, k - 1, start)
    while partner is not None and partner.first - 1 > start and words[partner.first - 1].text == ",":
        before = _noun_phrase_before(words, partner.first - 1, start)  # "Moderaterna, Centern och Liberalerna"
        if before is None:
            return mention
        partner = Mention(before.first, partner.last, before.kind)
    if partner is None or any(w.is_finite or w.is_stop for w in words[start : partner.first]):
        return mention
    if partner.first - 1 > start and words[partner.first - 1].lower in ("för", "från", "i", "på", "av"):
        whole = _noun_phrase_before(words, partner.first - 1, start)  # "Företrädare för Centern och Liberalerna"
        partner = partner if whole is None else Mention(whole.first, partner.last, whole.kind)
    phrase = " ".join(w.text for w in words[partner.first : partner.last])
    opens = partner.first == start or words[partner.first - 1].lower in ("både", "såväl", "varken")
    speaks = partner.kind in ("name", "body") or can_speak(phrase)
    return Mention(partner.first, mention.last, mention.kind) if opens and speaks else mention


def _behind_preposition(words: Sequence[Word], mention: Mention) -> Mention:
    """``Han får medhåll av ⟦kommunchefen⟧, som anser att``: whom the relative clause is about stands last."""
    at = next(
        (k for k in range(mention.last - 1, mention.first - 1, -1) if words[k].lower in ("av", "från", "med")), None
    )
    return mention if at is None else Mention(at + 1, mention.last, mention.kind)


def subject_beside(words: Sequence[Word], cue: tuple[int, int], start: int, end: int) -> Mention | None:
    """Return the cue's subject: before it, or, where an adverbial stands there, behind it.

    ``Rut Sandell ‹säger›:`` and ``I ett brev till regeringen ‹skriver› ⟦Rut Sandell⟧:``
    """
    before, after = mention_before(words, cue[0], start), mention_after(words, cue[1], end)
    if before is None or after is None:
        return before or after
    closes = after.last + (after.last < end and words[after.last].lower in _PARTICLES)
    if before.kind == "noun" and after.kind != "noun" and closes < end and words[closes].text == ":":
        return after  # "Om rollen som ⟦lärare⟧ säger hon:", "Efter lite ⟦tvekan⟧ bröt Siv Alm in:"
    return after if _in_adverbial(words, before, start) else before


def _somebody(words: Sequence[Word], i: int, start: int) -> bool:
    """Tell whom a relative clause behind a comma may be about: "kritiseras av ⟦kommunchefen⟧, som anser att".

    Not the body that somebody works at: "Bo Ek, chef på ⟦Norrverket⟧, som anser att".
    """
    word = words[i]
    if word.label == "PER":
        return True
    k = i
    while k > start and word.label and words[k - 1].name == word.name:
        k -= 1
    if k > start and words[k - 1].lower in ("på", "vid", "för", "i", "hos", "inom"):
        return False
    return word.label == "ORG" or (word.pos == "NOUN" and word.definite and can_speak(word.text))


#: What belongs to a cue and stands behind its subject: "fyller Bo Ek ⟦i⟧:".
_PARTICLES = frozenset(["in", "i", "till"])
#: What opens a clause before the verb of the main clause.
_WHEN = frozenset("när då medan sedan innan eftersom efter om".split())


def _in_adverbial(words: Sequence[Word], mention: Mention, start: int) -> bool:
    """Tell whether what stands before a verb is the adverbial that opens the sentence: ``I ⟦rapporten⟧ skriver Bo Ek``."""
    opener = words[start]
    if opener.lower in _WHEN and not any(w.text == "," for w in words[start : mention.first]):
        clause = words[start + 1 : mention.first]  # "När någon klagade på ⟦eleverna⟧ svarade Bo Ek"
        clipped = words[start + 1].lower == "att" and any(w.pos == "VERB" for w in clause)
        return clipped or any(w.is_finite for w in clause)  # "Efter att Bo Ek skickat ⟦svaret⟧ bröt Siv Alm in"
    if not opener.is_capital or opener.lower not in PREPOSITIONS or mention.first <= start:
        return False
    if words[start + 1].lower.startswith("fråg"):
        return True  # "På frågan om det finns pengar svarar Bo Ek"
    return not any(w.text == "," or w.is_finite for w in words[start : mention.first])


def _before_stray_comma(words: Sequence[Word], comma: int, start: int) -> Mention | None:
    """``⟦Koncernens vd Dag Melin⟧, säger till radion att``: a comma too many, behind nothing but a name.

    Or behind a relative clause with no comma before it: ``⟦Utredningen⟧ som kom i går, visar att``.
    """
    phrase = words[start:comma]
    som = next((k for k in range(start + 1, comma) if words[k].lower == "som"), None)
    if som is not None and sum(w.is_finite for w in words[som:comma]) == 1:
        about = _noun_phrase_before(words, som, start)
        clear = not any(w.is_finite or w.text in (",", ":", ";") for w in words[start:som])
        return about if about is not None and about.first == start and clear else None
    if not phrase or phrase[-1].label != "PER" or any(w.is_finite or w.text in (",", ":", ";") for w in phrase):
        return None
    mention = _noun_phrase_before(words, comma, start)
    return (
        mention
        if mention is not None and all(w.label or w.text.endswith("s") for w in words[start : mention.first])
        else None
    )


def _passed_over(word: Word) -> bool:
    """An adverb or an auxiliary between subject and cue: "har också sagt", "skulle kunna säga"."""
    if word.label:
        return False
    return (
        word.lower in ADVERBS
        or word.lower in IN_PAIRS
        or word.lower in ("inte", "aldrig", "nog", "ju", "alltid")
        or word.lower in ("länge", "ofta", "flera", "gånger", "upprepade", "brukar", "brukade")
        or word.pos == "AUX"
    )


#: Behind a subject, whose turn it is: "Polisen ⟦å sin sida⟧ hävdar".
_TURNS = (("å", "sin", "sida"), ("för", "sin", "del"), ("i", "sin", "tur"))


def _for_ones_part(words: Sequence[Word], j: int, start: int) -> int:
    """Return how many words ``å sin sida`` takes that end at word ``j`` (half-open), behind a subject; 0 where there is none."""
    turn = tuple(w.lower for w in words[max(start, j - 3) : j])
    return len(turn) if turn in _TURNS and j - 3 > start else 0


_LONGEST_SUBJECT = 14


def subject_from(words: Sequence[Word], first: int, i: int) -> Mention | None:
    """Return everything between the start of the sentence and the cue as its subject: ``⟦De flesta, sju av tio,⟧ tycker``.

    None where a finite verb stands there, or nobody who can speak.
    """
    j = i
    while j > first and (_passed_over(words[j - 1]) or words[j - 1].text == ","):
        j -= 1
    if j - first > _LONGEST_SUBJECT:
        return None
    phrase = words[first:j]
    if not phrase or any(w.is_finite or w.is_stop or w.text in (":", ";") for w in phrase):
        return None
    comma = next((k for k, w in enumerate(phrase) if w.text == ","), len(phrase))
    last = comma if comma < len(phrase) and words[j].text == "," else len(phrase)
    return Mention(first, first + last, "noun")


def first_subject(words: Sequence[Word], first: int, i: int) -> Mention | None:
    """Return the subject of the sentence's first verb: ``⟦Bergfast⟧ är störst i länet, och menar att``."""
    verb = next((k for k in range(first, i) if words[k].is_finite), None)
    if verb is None:
        return None
    before = mention_before(words, verb, first)
    if before is not None and is_time(" ".join(w.text for w in words[before.first : before.last])):
        before = None  # "I går avslog nämnden ansökan"
    return before or mention_after(words, verb + 1, i)


#: What opens a relative clause behind a name: "Sture Holm, ⟦vars⟧ tomt ligger intill, anser att".
_RELATIVE = frozenset(["som", "vars", "där"])


def _apposed(words: Sequence[Word], comma: int, start: int) -> Mention | None:
    """Return the name before ", rektor på Åskolan,": the text between the commas holds no finite verb but in a relative clause."""
    k = comma
    while k > start and comma - k < 25:
        k -= 1
        if words[k].is_stop or words[k].text == ":":
            return None
        if words[k].text == ",":
            between = words[k + 1 : comma]
            if _abbreviates(words, between, start, k):
                continue  # "⟦Bo Ek⟧, ordförande i Sjöviks hembygdsförening, SHF, säger"
            named = [n for n in range(k + 1, comma) if words[n].label in ("PER", "ORG")]
            if (
                between
                and len(named) == len(between)
                and words[named[0]].label == "PER"
                and words[k - 1].label != "PER"
            ):
                return Mention(k + 1, comma, "name")  # "Talespersonen i Bergfast, ⟦Bo Ek⟧, menar"
            if (
                named
                and not any(w.is_finite for w in between)
                and (words[k - 1].pos == "NOUN" or part_of_title(words[k - 1].text))
                and not words[k - 1].label
            ):
                kind = "name" if words[named[0]].label == "PER" else "body"
                return Mention(named[0], named[-1] + 1, kind)  # "Byggherren, ⟦Sjöviks Bostäder⟧, menar"
            in_town = k - 2 >= start and words[k - 1].label == "LOC" and words[k - 2].lower in ("i", "på", "för")
            if in_town and len(named) < len(between) <= len(named) + 1 and named and named[-1] == comma - 1:
                # "Kommunalrådet i Norrhult, centerns ⟦Bo Ek⟧, menar"
                return Mention(named[0], comma, "name") if words[comma - 1].label == "PER" else None
            if between and (between[0].lower in _RELATIVE or not any(w.is_finite for w in between)):
                row = row_to(words, start, k)
                if row is not None:
                    return Mention(row.first, k, "name")
                end = k
                if end > start and words[end - 1].text == ")":
                    while end > start and words[end].text != "(":
                        end -= 1
                somebody = words[end - 1].pos == "NOUN" or (
                    words[end - 1].pos == "ADJ" and can_speak(words[end - 1].text)
                )
                if end > start and (words[end - 1].label in ("PER", "ORG") or somebody):
                    about = _noun_phrase_before(words, end, start)
                    friend = about is not None and about.kind == "name" and end - start < _LONGEST_SUBJECT
                    return _with_its_people(words, about, start) if about is not None and friend else about
                return _friend_of_them(words, start, end)
    return None


def _abbreviates(words: Sequence[Word], between: Sequence[Word], start: int, k: int) -> bool:
    """Tell a body's letters between commas, behind its name in the description of somebody who opens the sentence."""
    letters = len(between) == 1 and between[0].text.isupper() and between[0].text.isalpha() and len(between[0].text) > 1
    comma = next((n for n in range(start, k) if words[n].text == ","), start)
    return letters and any(w.label == "PER" for w in words[start:comma])


def _presents(words: Sequence[Word], k: int, start: int) -> bool:
    """Tell a noun between a preposition and a body that it presents: "på ⟦företaget⟧ Trygg Ålder"."""
    return k - 1 >= start and words[k].pos == "NOUN" and words[k].definite and not words[k].label


def _friend_of_them(words: Sequence[Word], start: int, end: int) -> Mention | None:
    """``⟦En kollega till henne⟧, som vill vara anonym, berättar att``: somebody unnamed whom a pronoun's person has."""
    at = end - 2
    if at <= start or words[end - 1].lower not in ("henne", "honom", "dem") or words[at].lower != "till":
        return None
    friend = _noun_phrase_before(words, at, start)
    whole = friend is not None and friend.first == start and friend.kind == "noun"
    return Mention(start, end, "noun") if whole and RELATED.search(words[at - 1].lower) else None


def _noun_phrase_before(words: Sequence[Word], j: int, start: int) -> Mention | None:
    """Read back from word ``j`` (half-open end) over a name with its title, a body, or a definite noun phrase."""
    last = words[j - 1]
    k = j - 1
    if last.label == "PER":
        kind = "name"
        while k > start and _before_name(words, k - 1):
            k -= 1
    elif last.label == "ORG":
        kind = "body"
        while k > start and words[k - 1].name == last.name:
            k -= 1
        at = k - 1 - _presents(words, k - 1, start)
        if at - 1 >= start and words[at].lower in ("vid", "på", "från", "hos", "i", "för"):
            m = at - 1
            while m > start and k - m < 6 and not words[m].label and part_of_title(words[m].text):
                m -= 1
            described = _described_from(words, start, at)
            if described is not None:
                return described
            m = _before_bracket(words, m, start)
            if words[m].label == "PER":  # ⟦kemisten Bo Ek⟧ vid Forslands universitet; ⟦Bo Ek⟧ ordförande i Bergfast
                return _noun_phrase_before(words, m + 1, start)
    elif (in_place := _described_in_place(words, start, j)) is not None:
        return in_place
    elif last.pos in ("NOUN", "PROPN") or last.lower in _STAND_ALONE or _is_the_one(words, j, start):
        kind = "noun"
        while k > start and _before_noun(words, k - 1, start):
            k -= 1
        if any(w.label == "PER" for w in words[k:j]):
            kind = "name"
    else:
        return None
    if (kind == "noun" and words[k].lower in VAGUE) or (k > start and words[k - 1].lower in ("utom", "förutom")):
        return None  # "Alla utom centern anser": not the centre
    row = row_to(words, start, j) if kind == "name" else None
    return Mention(k if row is None else min(row.first, k), j, kind)


def _before_bracket(words: Sequence[Word], m: int, start: int) -> int:
    """Return the word before the party letters that end at word ``m``: ``⟦Bo Ek⟧ (S) ordförande i nämnden``."""
    if words[m].text != ")":
        return m
    return next((k - 1 for k in range(m - 1, max(start, m - 4), -1) if words[k].text == "("), m)


_STAND_ALONE = frozenset(["andra", "någon", "flera", "många", "båda"])


_ANOTHER = frozenset(["annan", "tredje", "fjärde", "femte"])


def _is_the_one(words: Sequence[Word], j: int, start: int) -> bool:
    """``⟦Den åtalade⟧ sade``, ``⟦En anhörig⟧, som …, säger``: a participle or an adjective with its article, alone."""
    if j - 2 < start:
        return False
    article, word = words[j - 2].lower, words[j - 1]
    another = words[j - 2].text == "En" and word.lower in _ANOTHER  # "⟦En annan⟧ skriver: ”…”"
    one = another or (article == "en" and word.pos == "ADJ" and can_speak(word.text))
    return one or (article in ("den", "de") and can_speak(f"den {word.lower}"))


def _described_from(words: Sequence[Word], start: int, end: int) -> Mention | None:
    """``⟦Peter Röj⟧, facklig representant på Nyängs Sågverk beskriver``: the sentence opens with a name and its title."""
    name = start
    while name < end and words[name].label == "PER":
        name += 1
    full = name
    if name < end and words[name].text == "(":  # Peter Röj (S), ordförande i …
        name = next((k + 1 for k in range(name, min(name + 5, end)) if words[k].text == ")"), name)
    behind = words[name + 1 : end]
    if full == start or name >= end or words[name].text != "," or any(w.is_finite or w.text == "," for w in behind):
        return None
    return Mention(start, full, "name") if any(part_of_title(w.text) for w in behind[:3]) else None


def _described_in_place(words: Sequence[Word], start: int, j: int) -> Mention | None:
    """``⟦Bo Ek⟧, rektor på skolan i Alvsund kommenterar``: the same where the description ends with a place."""
    k = j - 1
    while k > start and words[k].label == "LOC" and words[k - 1].name == words[k].name:
        k -= 1
    if words[k].label != "LOC" or k - 1 <= start or words[k - 1].lower not in ("i", "på", "för", "från", "vid"):
        return None
    return _described_from(words, start, k - 1)


def _before_name(words: Sequence[Word], k: int) -> bool:
    word, after = words[k], words[k + 1]
    if word.label == "PER":
        return True
    if word.lower in ("och", "samt"):
        titled = part_of_title(after.text) and k + 2 < len(words) and words[k + 2].label == "PER"
        joins = after.label == "PER" or titled
        return joins and k > 0 and (words[k - 1].label == "PER" or words[k - 1].text == ")")
    if word.text == ",":
        return False
    return not word.label and word.text[0].isalpha() and (word.pos in ("NOUN", "ADJ") or part_of_title(word.text))


#: What an adjective that stands for one of many is tagged as: "den ene", "den äldre", "den tredje".
_CHOOSE = ("ADJ", "NUM", "PRON", "DET")


def _before_noun(words: Sequence[Word], k: int, start: int) -> bool:
    word = words[k]
    if word.label in ("ORG", "LOC", "PER"):
        return True
    if word.pos in ("ADJ", "NUM", "DET", "NOUN", "PROPN") or word.lower in DETERMINERS:
        return True
    if word.lower == "till" and k > start and RELATED.search(words[k - 1].lower):
        return True  # mamman till eleven
    if word.lower == "av" and k - 1 >= start and words[k - 1].pos == "NUM":
        return True  # sju av tio företagare
    if word.lower == "av" and k - 2 >= start and words[k - 2].lower in ("den", "de") and words[k - 1].pos in _CHOOSE:
        return True  # den ene av männen
    return (
        word.lower in ("på", "i", "från", "vid", "av", "för", "inom", "hos")
        and k > start
        and (words[k - 1].pos in ("NOUN", "PROPN", "PRON") or words[k - 1].lower in DETERMINERS)
    )
