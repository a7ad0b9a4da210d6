"""Refusals to speak: "Rut Sandell har avböjt att kommentera", "har sökts utan resultat". No quotes, but wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.quotes.mentions import mention_after
from pipeline.stages.quotes.mentions_before import first_subject, mention_before
from pipeline.stages.quotes.words import Word

#: What is written behind the subject: its kind, letters of which some stand wherever it matches, and the pattern.
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "no_comment",
        ("avböj", "avst"),
        re.compile(
            r"(?:har )?(?:avböj(?:t|er|de)|avstår|avstod|har avstått) (?:från )?(?:att |en |all )?"
            r"(?:kommenter\w*|medverka\w*|intervju\w*|svara\b|uttala\b)"
        ),
    ),
    (
        "no_comment",
        (" inte ", " ej "),
        re.compile(
            r"(?:vill|ville|har velat|kan|kunde) (?:i nuläget |just nu |för närvarande |ännu |heller )?(?:inte|ej) "
            r"(?:heller |själv |nu |i dag )?(?:kommentera|svara|uttala sig|(?:ge|lämna) någ(?:on|ra) (?:ytterligare |närmare )?kommentar(?:er)?|säga (?:något|mer|hur|vad|om|när)|"
            r"(?:förklara|berätta|avslöja) (?:mer|hur|vad|om|när|varför|vilka|vem)|ställa upp|låta sig intervjuas|medverka|bli intervjuad|diskutera)"
        ),
    ),
    ("no_comment", ("nej till",), re.compile(r"(?:har )?tackat? nej till (?:att |en |intervju|medverka|kommentera)")),
    (
        "no_comment",
        ("inte på",),
        re.compile(r"(?:svarar|svarade|har svarat) inte på (?:\w+ ){0,3}(?:frågor|mejl|samtal|sms)"),
    ),
    ("no_comment", ("på luren",), re.compile(r"(?:lägger|lade) på luren")),
    (
        "no_comment",
        ("kommentar",),
        re.compile(
            r"(?:har|hade|ger|gav|lämnar|lämnade) ing(?:en|a) (?:vidare |ytterligare |fler )?kommentar(?:er)?(?: till)?"
        ),
    ),
    (
        "unreachable",
        ("sökts",),
        re.compile(
            r"(?:har|hade) (?:förgäves |utan resultat )?sökts(?: utan resultat| för en kommentar| förgäves| av)?"
        ),
    ),
    (
        "unreachable",
        ("att nå",),
        re.compile(r"(?:har inte gått att nå|gick inte att nå|går inte att nå|inte har gått att nå)"),
    ),
    ("unreachable", ("inte svarat", "inte återkommit"), re.compile(r"har (?:inte|ännu inte) (?:svarat|återkommit)")),
)

_OPENS_CLAUSE = (" hur", " vad", " om", " när", " till", " varför", " vilka", " vem")

#: What is written before the one who is not reached: "Tidningen har förgäves sökt ⟦Bo Ek⟧", "har inte nått ⟦Bo Ek⟧".
_SOUGHT = re.compile(
    r"(?:har|hade) (?:förgäves |utan (?:resultat|framgång) |också |även )?(?:sökt|försökt nå|sökt nå) |"
    r"(?:har|hade) inte (?:nått|lyckats nå|fått tag (?:på|i)|fått kontakt med) |når inte |nådde inte "
)
_IN_SEARCHES = ("sökt", "inte ")
#: What makes a search one for words: "för en kommentar", "utan framgång".
_IN_VAIN = re.compile(r"kommentar|förgäves|utan (?:framgång|resultat)|inte (?:nått|lyckats|fått)|når inte|nådde inte")


def find_declined(
    words: Sequence[Word], text: str, first: int, last: int
) -> tuple[int, int, str, tuple[int, int]] | None:
    """Return (start, end, kind, mention's words) of a refusal in the sentence of words ``first`` to ``last``, or None."""
    if first >= last:
        return None
    base = words[first].start
    sentence = text[base : words[last - 1].end]
    sought = _SOUGHT.search(sentence) if any(needle in sentence for needle in _IN_SEARCHES) else None
    if sought is not None and _IN_VAIN.search(sentence):
        at = next((k for k in range(first, last) if words[k].start >= base + sought.end()), last)
        mention = mention_after(words, at, last)
        if mention is not None and mention.kind in ("name", "body"):
            start = base + sought.start()
            return start, words[mention.last - 1].end, "unreachable", (mention.first, mention.last)
    for kind, needles, pattern in _PATTERNS:
        match = pattern.search(sentence) if any(needle in sentence for needle in needles) else None
        if match is None:
            continue
        at = next((k for k in range(first, last) if words[k].start >= base + match.start()), last)
        joined = at > first and words[at - 1].lower in ("och", "men")
        mention = first_subject(words, first, at - 1) if joined else mention_before(words, at, first)
        if mention is None:
            continue
        end = base + match.end()
        if match.group().endswith(_OPENS_CLAUSE):  # "vill inte säga om det blir av": the clause says what of
            stop = next(
                (k for k in range(at, last) if words[k].start >= end and words[k].text in (",", ".", ";")), last
            )
            end = words[stop - 1].end
        return words[mention.first].start, end, kind, (mention.first, mention.last)
    return None
