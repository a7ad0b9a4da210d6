"""Somebody without a name whom the narration presents and who speaks next: "En granne, som bor bredvid, hörde en smäll."."""

from __future__ import annotations

import re

from pipeline.article import Speaker
from pipeline.stages.quotes.agents import can_speak, kind_of_phrase, means_one_person
from pipeline.stages.speakers.heard import MEETS
from pipeline.word_sets import one_of, word_set

_OPENS = r"(?:(?<=[.!?] )|(?<=\n))"
#: Who does something before speaking: "Kompisen skrattar.", "Hennes man skakar på huvudet.", "En ung kvinna räcker upp handen."
_GESTURE = re.compile(
    _OPENS + r"(?P<who>(?P<of>(?:Hennes|Hans|Deras) |En (?:[a-zåäö-]+ )?)?(?P<noun>[A-ZÅÄÖa-zåäö][a-zåäö-]+))[ \u00a0]"
    rf"(?:{one_of('verbs of gestures')}|instämmer|protesterar|håller med|skakar på huvudet|rycker på axlarna|räck(?:er|te) upp)"
    r"(?:[ \u00a0][a-zåäö]+){0,3}[.:]\s*\Z"
)
#: Who was there, or is moved by it: "En av grannarna hörde en smäll", "Två boende, som vill vara anonyma, är oroliga".
_WITNESS = re.compile(
    _OPENS + r"(?P<who>(?:En(?: annan| av)?|Ett|Två|Tre|Fyra|Några|Flera)(?: [a-zåäö0-9-]+){0,2}? [a-zåäö-]+)"
    r"(?: (?:i|på|från|vid|till) [a-zåäö]+(?: [a-zåäö]+)?)?(?:,? som [^.,;:!?\n]{2,80},?)? "
    r"(?:(?P<senses>hörde|såg|vaknade|märkte|upptäckte|bevittnade|minns|mindes|berättar|berättade|beskriver|beskrev|vittnar|vittnade)|(?P<lives>bor|jobbar|arbetar|driver)|"
    r"(?:är|var|blev)(?: [a-zåäö]+)? (?P<feels>[a-zåäö]+?)a?)(?![a-zåäö-])"
)
#: Who is there together, in the last sentence: "I kön står två kvinnor från Brohamn.", "Hytten är upptagen av två kvinnor."
_TOGETHER = re.compile(
    r" (?:(?:upptag|beman|driv|sköt|led)[a-zåäö]{1,4} av|står|sitter|väntar|fikar|handlar|möter vi|stannar|kommer) "
    r"(?P<who>(?:två|tre|fyra|några|ett par)(?: [a-zåäö-]+)? [a-zåäö-]+)(?: (?:från|i|på|ur) [^.!?\n]{2,60})?[.:]\s*\Z"
)
#: Whom the paper meets: "En tredje kvinna som Bladet träffar", "En annan granne vi talar med".
_MET = re.compile(
    _OPENS + r"(?P<who>En (?:[a-zåäö-]+ ){0,2}?[a-zåäö-]+)(?: som)? (?:vi|jag|[A-ZÅÄÖ][\w-]+(?: [\w-]+)?) "
    rf"(?:har )?{MEETS}\b"
)
_OWN_VOICE = frozenset("jag vi mig oss min mitt mina vår vårt våra".split())
#: Of whom somebody may speak who speaks of himself: "De sa att det var för min skull."
_MANY, _ONE_VOICE = ("de", "dem", "deras"), frozenset("jag mig min mitt mina".split())
_OTHERS = frozenset("han hon hen honom henne hans hennes de dem deras".split())


def unnamed_in(text: str, start: int, end: int, said: str) -> Speaker | None:
    """Return who is presented in the narration from ``start`` to ``end`` (code points) and speaks the words ``said``.

    None where nobody is, or the words tell of him: "En kvinna fick hjälp." ⏎ "– Hon mår bra.".
    """
    gesture = _GESTURE.search(text, start, end)
    if gesture is not None:
        who = gesture["who"]
        if who.startswith("En "):
            return Speaker("anonymous", who) if can_speak(who.lower()) else None
        known = gesture["of"] or means_one_person(gesture["noun"])
        return Speaker("role", gesture["who"], role=gesture["who"]) if known else None
    spoken = set(re.findall(r"\w+", said.lower()))
    first = said.split(None, 1)[0].lower().strip(",.!?") if said else ""
    of_others = first in _OTHERS and (first not in _MANY or spoken.isdisjoint(_ONE_VOICE))
    if of_others or (not spoken.isdisjoint(_OTHERS) and spoken.isdisjoint(_OWN_VOICE)):
        return None
    together = _TOGETHER.search(text, start, end) if first in ("vi", "oss") else None
    if together is not None and can_speak(together["who"]):
        return Speaker("role", together["who"], role=together["who"])
    met = _MET.search(text, start, end)
    if met is not None and can_speak(met["who"].lower()):
        return Speaker("anonymous", met["who"])
    for match in reversed(list(_WITNESS.finditer(text, start, end))):
        moved = match["feels"] is not None and match["feels"] in word_set("how people feel")
        own = match["lives"] is not None and not spoken.isdisjoint(_OWN_VOICE)
        who = match["who"]
        if (match["senses"] or moved or own) and can_speak(who.lower()):
            kind = kind_of_phrase(who)
            return Speaker(kind, who, role=who if kind == "role" else None)
    return None
