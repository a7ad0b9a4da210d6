"""Frames that stand in another block than the words: introductions before them, pointers behind them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.before_marks import is_done_to, stands_written
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.frames import STANDS
from pipeline.stages.quotes.mentions import Mention, mention_after, name_alone, role_alone
from pipeline.stages.quotes.mentions_before import first_subject, mention_before, subject_beside
from pipeline.stages.quotes.pointers import pointed_back, with_frame
from pipeline.stages.quotes.signatures import signature_at
from pipeline.stages.quotes.words import FIRST_PERSON, Word, sentence_end
from pipeline.stages.roles.titles import part_of_title

#: What one does who has spoken.
_GOING_ON = frozenset(["fortsätta", "tillägga"])
#: Words before or behind speech within which its introduction or pointer stands.
_NEAR = 80


def link_blocks(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Give frameless dash speech the introduction before it ("Hon fortsätter:") or the pointer behind it."""
    linked: list[Utterance] = []
    below = _signatures(article)
    for utterance in found:
        if utterance.mention is None and utterance.kind == "direct" and utterance.rule != "marks-colon":
            words = blocks[utterance.block]
            linked.append(
                _answered(utterance, article, blocks, below)
                or _introduced(utterance, article, blocks)
                or pointed_back(utterance, article.text, words, utterance.contents[-1].end)
                or pointed_back(utterance, article.text, _following(blocks, utterance.block), 0)
                or _signed(utterance, article.text, _following(blocks, utterance.block))
                or _reads_on(utterance, linked[-1:])
                or utterance
            )
        else:
            linked.append(utterance)
    return linked


def written_below(found: Sequence[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Return the paragraphs without marks below a line that says that they are somebody's words, in writing.

    ``Priset går till Bo Ek med motiveringen:`` ⏎ ``⟦Han har …⟧``, ``Bland annat skriver han:`` ⏎ ``⟦Maten är …⟧``. And
    in a voice of their own below a comment's head: ``Vd Bo Ek kommenterar:`` ⏎ ``⟦Vi lämnar ett starkt kvartal …⟧``.
    """
    spoken = {u.block for u in found}
    more = []
    for n, (before, words) in enumerate(pairwise(blocks), 1):
        if n in spoken or article.blocks[n].kind not in ("lead", "paragraph") or len(words) < _FEWEST or not before:
            continue
        if any(w.is_mark for w in words) or words[0].is_dash or not any(w.is_finite for w in words):
            continue
        line = before[_last_sentence(before) :]
        start, end = words[0].start, words[-1].end
        said = Utterance("direct", "colon", (Span(start, end, article.text[start:end]),), "colon", block=n)
        headed = _name_line(before) if any(w.lower in FIRST_PERSON for w in words) else None
        if headed is not None:
            more.append(_by_mention(said, article.text, before, headed, "name-colon"))
        elif before[-1].text == ":" and (_motivation(line) is not None or _writes(line, _WRITING) is not None):
            more.append(said)
        elif any(w.lower in FIRST_PERSON for w in words) and (
            before[-1].text == ":" or article.blocks[n - 1].kind == "heading"
        ):
            commented = _writes(line, _COMMENTING | _ANSWERING if _announces(line) else _COMMENTING)
            more += [] if commented is None else [_by_mention(said, article.text, line, commented, "presented")]
        elif len(before) < _LATEST and before[-1].lower in _MOTIVATIONS:  # a heading: "Juryns motivering"
            more.append(_by_mention(said, article.text, before, Mention(0, len(before), "noun"), "presented"))
    return more


def _reads_on(utterance: Utterance, before: Sequence[Utterance]) -> Utterance | None:
    """``I avtalet står det: ”…`` ⏎ ``⟦…⟧”``: the next paragraph is the document's too, and nobody's who spoke before."""
    for last in before:
        of_it = last.cue is not None and last.cue.lemma == STANDS.lemma and last.block == utterance.block - 1
        if of_it and utterance.rule == "marks-continued":
            return replace(utterance, cue=last.cue, frame=last.frame, mention=last.mention)
    return None


def _name_line(words: Sequence[Word]) -> Mention | None:
    """``Rut Sandell, tränare i Skogö:``, ``Rut Sandell tränare i Skogö:``: a line that is a name in full, and what they are."""
    if words[-1].text != ":" or len(words) > _SHORT + 4 or words[0].label != "PER":
        return None
    end = next((k for k, w in enumerate(words) if w.name != words[0].name), len(words))
    behind = words[end:-1]
    titled = not behind or any(part_of_title(w.text) for w in behind)
    if end < _IN_FULL or not titled or any(w.is_finite or w.label == "PER" or w.is_stop for w in behind):
        return None
    return Mention(0, end, "name")


#: Words of a name in full.
_IN_FULL = 2


#: Fewer words are no motivation.
_FEWEST = 5


_WRITING = frozenset(["skriver", "skrev"])
_COMMENTING = frozenset(["kommenterar", "kommenterade"])
_ANSWERING = frozenset("svarar svarade säger sade sa anför anförde yttrade meddelar meddelade uttalade".split())


def _announces(line: Sequence[Word]) -> bool:
    """``Bo Ek svarade ⟦följande⟧:``, ``⟦Så här⟧ sade Bo Ek i debatten:``: the words themselves are what comes."""
    low = [w.lower for w in line]
    return low[-1] == ":" and "att" not in low and ("följande" in low or low[:2] == ["så", "här"])


def _writes(line: Sequence[Word], verbs: frozenset[str]) -> Mention | None:
    """Return who writes by a line that ends with it: "Bland annat skriver han:", "Landshövdingen Bo Ek skriver i brevet:"."""
    at = next((k for k, w in enumerate(line) if w.lower in verbs), None)
    if at is None or len(line) > _SHORT + 4:
        return None
    mention = subject_beside(line, (at, at + 1), 0, len(line))
    return mention if mention is not None and mention.kind in ("name", "pronoun") else None


def _following(blocks: Sequence[Sequence[Word]], n: int) -> Sequence[Word]:
    return blocks[n + 1] if n + 1 < len(blocks) else ()


def _signed(utterance: Utterance, text: str, words: Sequence[Word]) -> Utterance | None:
    """``”⟦…⟧”`` ⏎ ``/Rut Sandell, rektor``: the next line is who has said the marked words."""
    if utterance.mark != "marks" or not words:
        return None
    mention = signature_at(words, 0, len(words), drawn=False)
    return None if mention is None else _by_mention(utterance, text, words, mention, "signed")


#: Who answers an inquiry: "Siv Lund, 34, Alvsund", "Bo Ek, 50 år".
_ANSWERS_INQUIRY = re.compile(r"[A-ZÅÄÖ][\w-]+(?:[ \u00a0][A-ZÅÄÖ][\w-]+){1,2}, \d{1,2}(?: år)?(?:, [^.!?\n]{2,50})?")


def _signatures(article: Article) -> frozenset[int]:
    """Return the blocks that name who said the dash line above; none where such names stand above what they say."""
    kinds, text = [block.kind for block in article.blocks], article.text
    named = [n for n, b in enumerate(article.blocks) if _ANSWERS_INQUIRY.fullmatch(text, b.start, b.end)]
    behind = frozenset(n for n in named if n > 0 and kinds[n - 1] == "dash")
    before = [n for n in named if "dash" in kinds[n + 1 : n + 3]]
    return behind if len(behind) > len(before) else frozenset()


def _answered(
    utterance: Utterance, article: Article, blocks: Sequence[Sequence[Word]], below: frozenset[int]
) -> Utterance | None:
    """``– ⟦Jag är för.⟧`` ⏎ ``Siv Lund, 34, Alvsund`` ⏎ ``– …``: in an inquiry whose names stand below the answers."""
    words = _following(blocks, utterance.block)
    if utterance.block + 1 not in below or not words:
        return None
    mention = mention_after(words, 0, len(words))
    return None if mention is None else _by_mention(utterance, article.text, words, mention, "signed")


def _introduced(utterance: Utterance, article: Article, blocks: Sequence[Sequence[Word]]) -> Utterance | None:
    """``Hon fortsätter:`` ⏎ ``– ⟦…⟧`` and ``…, säger Rut Sandell och tillägger:`` ⏎ ``- ⟦…⟧``."""
    words = blocks[utterance.block]
    own = bisect_right(words, utterance.contents[0].start, key=lambda w: w.end)
    before: Sequence[Word] = words[max(0, own - 1 - _NEAR) : max(0, own - 1)] if own > 1 else ()
    if all(w.is_dash or w.is_mark for w in before):  # "– ”⟦…⟧”"
        before = ()
    if not before and utterance.block > 0:
        before = blocks[utterance.block - 1][-_NEAR:]
    if not before:
        return None
    last = before[-1]
    start = _last_sentence(before)
    sentence = before[start:]
    colon = last.text == ":"
    motivation = _motivation(sentence) if colon else None
    if motivation is not None:  # before all else, so that nobody named before is taken for its author
        return _by_mention(utterance, article.text, sentence, motivation, "presented")
    stands = stands_written(sentence, 0, len(sentence) - 1) if colon else None
    if stands is not None:  # "I det nya beslutet står det vidare:"
        entry, at, source = stands
        return with_frame(utterance, article.text, sentence, (at, at + 1), entry, source, "introduced")
    seconded = _second(sentence, colon=colon) or (_last_named(sentence) if colon else None)
    if seconded is not None:  # "säger Bo Ek och får medhåll av Siv Alm:"
        return _by_mention(utterance, article.text, sentence, seconded, "presented")
    for k in range(len(sentence) - 1, -1, -1):
        found = cue_at(sentence, k)
        if found is None or not sentence[k].is_finite:
            continue
        if not colon and not (
            found[0].lemma in ("fortsätta", "tillägga", "förklara", "utveckla")
            and len(sentence) <= 8
            and not _closes_speech(sentence)
        ):
            continue
        if found[0].lemma in ("fråga", "undra") and sentence[0].lower in ("när", "då"):
            continue  # "När Sydviksbladet undrade … var svaret kort:"
        mention = None
        if k > 0 and sentence[k - 1].lower in ("och", "men"):
            mention = _earlier_subject(sentence, k - 1)  # not the subject of the words said
        if mention is None:
            mention = subject_beside(sentence, (k, found[1]), 0, len(sentence))
        if (
            mention is not None
            and mention.kind == "body"
            and found[0].lemma in _GOING_ON
            and sentence[k - 1].lower == "som"
        ):
            mention = _earlier_subject(sentence, k - 1) or mention  # "säger Bo Ek, rektor på Åskolan, som fortsätter:"
        if mention is None or (found[0].lemma == "stå" and not _can_say(sentence, mention)):
            continue  # "För Per Ek står en sak klar:"
        if found[0].lemma == "fortsätta" and mention.kind == "name" and _is_told_of(utterance, sentence, mention):
            continue  # "Nils Ek fortsätter i höst:"
        return with_frame(utterance, article.text, sentence, (k, found[1]), found[0], mention, "introduced")
    return _presented(utterance, article.text, sentence) if colon else None


def _closes_speech(sentence: Sequence[Word]) -> bool:
    """``”Förstår du?”⟦, fortsatte åklagaren.⟧``: the frame of what was said before leads to nothing new."""
    return sentence[0].text == "," or sentence[0].is_mark or sentence[0].text[0].islower()


def _can_say(sentence: Sequence[Word], mention: Mention) -> bool:
    return mention.kind != "noun" or can_speak(" ".join(w.text for w in sentence[mention.first : mention.last]))


def _presented(utterance: Utterance, text: str, sentence: Sequence[Word]) -> Utterance | None:
    """``En kranförare som inte vill säga sitt namn är mindre förvånad:`` ⏎ ``– ⟦…⟧``: the colon does without a cue."""
    alone = name_alone(sentence[:-1])
    if alone is not None:
        return _by_mention(utterance, text, sentence, Mention(*alone, "name"), "name-colon")
    role = role_alone(sentence[:-1])
    if role is not None:
        return _by_mention(utterance, text, sentence, role, "name-colon")
    if is_done_to(sentence, 0, len(sentence) - 1):
        return None  # "Bo Ek får kritik:"
    mention = first_subject(sentence, 0, len(sentence)) or _only_person(sentence)
    if mention is None or mention.kind == "body":
        return None
    if not _can_say(sentence, mention) or _is_told_of(utterance, sentence, mention):
        return None
    return _by_mention(utterance, text, sentence, mention, "presented")


def _is_told_of(utterance: Utterance, sentence: Sequence[Word], mention: Mention) -> bool:
    """``Nils Ek blir kvar:`` ⏎ ``– Vi är glada att ha ⟦Nils⟧ här.``: the words call by name whom the line is about."""
    named = {w.text for w in sentence[mention.first : mention.last] if w.label == "PER"}
    return not named.isdisjoint(re.findall(r"\w+", utterance.contents[0].text))


def _motivation(sentence: Sequence[Word]) -> Mention | None:
    """``Juryns motivering:``, ``⟦Motiveringen⟧ till att hon får priset lyder:``: a prize is given with words of its own."""
    if len(sentence) > _LATEST and sentence[-2].lower in _MOTIVATIONS and sentence[-3].lower in ("med", "följande"):
        return Mention(len(sentence) - 2, len(sentence) - 1, "noun")
    at = next((k for k, w in enumerate(sentence[:_LATEST]) if w.lower in _MOTIVATIONS), None)
    if at is None or not (at == len(sentence) - 2 or sentence[-2].lower in ("lyder", "löd", "är", "var", "följer")):
        return None
    return Mention(0, at + 1, "noun")


_MOTIVATIONS = frozenset(["motiveringen", "motivering"])
#: The word stands first, or behind whose it is.
_LATEST = 3


def _second(sentence: Sequence[Word], *, colon: bool) -> Mention | None:
    """``Han får stöd av rektorn på skolan, ⟦Siv Lund⟧:``, ``Hon får mothugg från ⟦grannen⟧.``: who answers speaks next.

    Without a colon support is words only where somebody is named in full: not "Han får stöd av sin fru."
    """
    for k, word in enumerate(sentence):
        if word.lower not in _ANSWERS:
            continue
        near = range(k + 1, min(k + 1 + _AWAY, len(sentence)))
        by = next((j for j in near if sentence[j].lower in ("av", "från")), None)
        mention = None if by is None else mention_after(sentence, by + 1, len(sentence))
        if mention is None or colon or word.lower in _ANSWERS_IN_WORDS:
            return mention
        now = word.lower == "stöd" and any(w.lower == "får" for w in sentence[max(0, k - _AWAY) : k])
        in_full = sum(w.label == "PER" for w in sentence[mention.first : mention.last]) > 1
        return mention if now and in_full else None
    return None


#: What one gets from somebody who then speaks; these are words whatever stands behind them.
_ANSWERS_IN_WORDS = frozenset(["medhåll", "mothugg"])
_ANSWERS = _ANSWERS_IN_WORDS | {"stöd", "uppbackning", "kritik", "beröm"}
#: Words on which "av" follows: "medhåll i frågan av".
_AWAY = 4


def _last_named(sentence: Sequence[Word]) -> Mention | None:
    """``Hon fick medhåll av grannen ⟦Siv Lund⟧:``: the name right before the colon, unless the words are about it."""
    k = len(sentence) - 1
    while k > 0 and sentence[k - 1].label == "PER":
        k -= 1
    if k == len(sentence) - 1 or k == 0:
        return None
    before = next((w.lower for w in reversed(sentence[max(0, k - 3) : k]) if w.pos in ("ADP", "VERB", "AUX")), "")
    return Mention(k, len(sentence) - 1, "name") if before == "av" else None


def _only_person(sentence: Sequence[Word]) -> Mention | None:
    """``Kommentar från vd ⟦Petra Granlund⟧:``: nobody else stands in the short line."""
    named = [k for k, w in enumerate(sentence) if w.label == "PER"]
    if not named or len(sentence) > _SHORT or len({sentence[k].name for k in named}) > 1:
        return None
    return Mention(named[0], named[-1] + 1, "name")


_SHORT = 10


def _by_mention(utterance: Utterance, text: str, words: Sequence[Word], mention: Mention, rule: str) -> Utterance:
    start, end = words[mention.first].start, words[mention.last - 1].end
    span = Span(start, end, text[start:end])
    return replace(utterance, rule=f"{utterance.mark}-{rule}", frame=span, mention=span)


def _earlier_subject(words: Sequence[Word], end: int) -> Mention | None:
    """The subject of "säger Rut Sandell och tillägger:" stands behind the first cue."""
    for k in reversed(range(end)):
        found = cue_at(words, k)
        if found is not None and found[0].tier != "C":
            mention = mention_after(words, found[1], end) or mention_before(words, k, 0)
            if mention is not None:
                return mention
    first = words[0]
    if first.label == "PER" or first.lower in ("han", "hon"):
        return mention_before(words, 1, 0)
    return _rises(words, end)


def _rises(words: Sequence[Word], end: int) -> Mention | None:
    """``⟦En kvinna i publiken⟧ reser sig och säger:``: who without a name opens the sentence and does something first."""
    verb = next((k for k in range(1, end) if words[k].is_finite), None)
    mention = None if verb is None else mention_before(words, verb, 0)
    opens = mention is not None and mention.first == 0 and mention.kind == "noun"
    return mention if mention is not None and opens and _can_say(words, mention) else None


def _last_sentence(words: Sequence[Word]) -> int:
    at = start = 0
    while at < len(words):
        start, at = at, sentence_end(words, at)
    return start
