"""Speech that no frame vouches for: what makes it believable all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Article, Utterance
from pipeline.stages.quotes.words import FIRST_PERSON, REPLIES, Word

#: Dash speech that no clause vouches for.
_BARE = frozenset(["dash-bare", "marks-block"])


def believable(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Leave out dash lines and marked lines that nothing vouches for: lists, tables, proverbs.

    Vouched for is a line in an article where somebody speaks by a frame or answers questions, or an answer itself; else it must have
    a voice of its own (*jag*, *vi*) and the article a person.
    """
    framed = any(u.rule not in _BARE and u.kind == "direct" for u in found)
    framed = framed or sum(u.rule == "dash-bare" and _asked(article, u.block) for u in found) >= _INTERVIEW
    person = any(name.label == "PER" for name in article.names)
    framed = framed or sum(u.rule == "dash-bare" and _is_below_name(article, u.block) for u in found) >= _INTERVIEW
    marked = sum(u.rule == "marks-block" and _has_own_voice(u) for u in found) >= _INTERVIEW
    kept: list[Utterance] = []
    voices: dict[int, tuple[bool, bool]] = {}
    for utterance in found:
        if utterance.rule in _BARE:
            if utterance.block not in voices:
                # not what stands before: "Hur läser vi? – ⟦Alvsundsbladets vd i panel⟧"
                words = [w for w in blocks[utterance.block] if w.start >= utterance.contents[0].start]
                voices[utterance.block] = any(w.lower in FIRST_PERSON for w in words), any(w.is_finite for w in words)
            own, verb = voices[utterance.block]
            verb = verb or _is_exclaimed(article, utterance) or _is_retort(article, utterance, kept)
            first = utterance.contents[0].text.split()[0].strip(",.!").lower()
            own = own or (utterance.rule == "dash-bare" and first in REPLIES)
            vouched = (framed and (own or verb or utterance.rule == "marks-block")) or (own and person)
            vouched = vouched or (marked and person and verb and utterance.rule == "marks-block")
            if (
                utterance.rule == "marks-block"
                and utterance.block > found[0].block
                and _heads_prose(article, utterance)
            ):
                vouched = False  # the page's own headline opens it, and is traced to the words it repeats
            if utterance.rule == "dash-bare":
                vouched = vouched or _asked(article, utterance.block) or (verb and _is_told(article, utterance))
            if not vouched:
                continue
            framed = framed or utterance.rule == "dash-bare"  # where one line is speech, so are those below
        kept.append(utterance)
    return kept


def _has_own_voice(utterance: Utterance) -> bool:
    """``”⟦Vi trodde att bilden var ny.⟧”``: two such lines make speech of the lines in marks beside them."""
    return not FIRST_PERSON.isdisjoint(re.findall(r"\w+", utterance.contents[0].text.lower()))


#: Who answers an inquiry, alone on a line: "Siv Lund, Alvsund".
_NAME_LINE = re.compile(r"[A-ZÅÄÖ][\w-]+(?:[ \u00a0][A-ZÅÄÖ][\w-]+){1,2}(?:,[ \u00a0][^.!?:\n]{2,40})?")


def _is_below_name(article: Article, n: int) -> bool:
    """``Siv Lund, Alvsund`` ⏎ ``– ⟦Torget är fint.⟧``: a dash line below nothing but somebody's name, in an inquiry."""
    above = article.block_above(n)
    if above < 0 or article.blocks[above].kind == "title":
        return False
    block = article.blocks[above]
    named = any(name.label == "PER" and name.start == block.start for name in article.names)
    return named and _NAME_LINE.fullmatch(article.text, block.start, block.end) is not None


def _heads_prose(article: Article, utterance: Utterance) -> bool:
    """``”Ska bli lugnt här”`` ⏎ ``Nu får grannarna säga sitt.``: a few words in marks without a stop, above prose."""
    said, n = utterance.contents[-1].text, utterance.block
    stops = (".", "!", "?", "…")  # inside the marks or behind them
    stopped = said.endswith(stops) or article.text.endswith(stops, 0, article.blocks[n].end)
    short = len(utterance.contents) == 1 and len(said.split()) <= _LONGEST_HEAD and not stopped
    return short and 0 < n < len(article.blocks) - 1 and article.blocks[n + 1].kind == "paragraph"


def _is_exclaimed(article: Article, utterance: Utterance) -> bool:
    """``Lina Dahl fick rött kort.`` ⏎ ``– Solklart, tyvärr.``: a word or two with a full stop, alone below prose."""
    n = utterance.block
    alone = n > 0 and article.blocks[n - 1].kind in _PROSE and article.blocks[n].kind == "dash"
    alone = alone and (n + 1 == len(article.blocks) or article.blocks[n + 1].kind != "dash")
    return alone and utterance.contents[-1].text.endswith((".", "!", "?", "…"))


def _is_retort(article: Article, utterance: Utterance, heard: Sequence[Utterance]) -> bool:
    """``– Vi badar varje dag, säger Eva Ek.`` ⏎ ``– ⟦Och fikar!⟧``: a word or two with a full stop right below speech."""
    n = utterance.block
    below_speech = n > 0 and bool(heard) and heard[-1].block == n - 1 and heard[-1].mark == "dash"
    return below_speech and _RETORT.fullmatch(utterance.contents[-1].text) is not None


_RETORT = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:,?[ \u00a0][a-zåäöé]+){0,5}[.!?…]+")


def _is_told(article: Article, utterance: Utterance) -> bool:
    """``Bo Ek är rektor.`` ⏎ ``– Skolan är bra. Det finns plats.``: whole sentences below prose that names somebody."""
    block, first = article.blocks[utterance.block], utterance.contents[0].start
    head = article.text[block.start : first].rstrip(" -–—\u00a0")
    if len(head) > _A_SENTENCE and block.kind in _PROSE:  # run together: "Bo Ek är arg. - Nu blir det ingen färja."
        start, end = block.start + max(head[:-1].rfind(mark) for mark in ".!?"), first
        told = head.endswith((".", ":"))
    elif (above := article.block_above(utterance.block)) >= 0:
        before = article.blocks[above]
        start, end = before.start, before.end
        told = article.text[start:end].rstrip().endswith((".", ":")) and before.kind in _PROSE
    else:
        return False
    said = utterance.contents[-1].text
    spoken = said.split()
    fewest = _FEWEST_OPENED if spoken[0].lower() in _OPENERS else _FEWEST_WORDS
    whole = said.endswith((".", "!", "?")) and len(spoken) >= fewest
    if not told or not whole:
        return False
    narration = article.text[start:end]
    known = any(n.label == "PER" for n in article.names) and narration.lstrip().startswith(("Han ", "Hon "))
    named = any(n.label == "PER" and start <= n.start < end for n in article.names)
    return named or known or not _I.isdisjoint(said.lower().split())  # "– Jag vaknar …" needs no name


#: Answers from which on an article is an interview.
_INTERVIEW = 2
_I = frozenset(["jag", "mig"])
_PROSE = ("lead", "paragraph")
#: Words of a heading in marks.
_LONGEST_HEAD = 8
#: Code points of prose before a dash, below which it opens the block.
_A_SENTENCE = 20
_FEWEST_WORDS = 5
#: And where a subject opens them: "– Det är oacceptabelt."
_FEWEST_OPENED = 3
_OPENERS = frozenset("det den detta han hon hen de vi jag man så nu ja nej".split())


def _asked(article: Article, n: int) -> bool:
    """The line before ends with a question mark."""
    above = article.block_above(n)
    if above < 0:
        return False
    block = article.blocks[above]
    return article.text[block.start : block.end].rstrip(" _*\u00a0").endswith("?")
