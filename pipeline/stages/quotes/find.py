"""From an article to its utterances: block by block, then what reaches over blocks, then what is not believable."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.article import Article, Declined, Span, Utterance
from pipeline.stages.quotes.across_blocks import link_blocks, written_below
from pipeline.stages.quotes.assemblies import said_in_turns
from pipeline.stages.quotes.believable import believable
from pipeline.stages.quotes.block_speech import BlockSpeech
from pipeline.stages.quotes.columns import said_in_columns
from pipeline.stages.quotes.dash_lists import behind_colons, dash_lists
from pipeline.stages.quotes.echoes import echoes
from pipeline.stages.quotes.lost_dash import lost_dash_blocks, pointed_blocks
from pipeline.stages.quotes.open_marks import continue_marks, opened_behind_colons
from pipeline.stages.quotes.plain_answers import plain_answers
from pipeline.stages.quotes.pointers import point_back
from pipeline.stages.quotes.questions import cut_questions, papers_turns
from pipeline.stages.quotes.turns import initialled_turns, whole_turns
from pipeline.stages.quotes.words import Word, by_block, words_of

#: Kinds of blocks in which people speak.
SPOKEN = frozenset("title lead heading paragraph dash list_item caption factbox".split())


def find_utterances(article: Article) -> tuple[tuple[Utterance, ...], tuple[Declined, ...]]:
    """Return the article's utterances and refusals, sorted by start."""
    blocks = by_block(words_of(article.doc, article.names), article.blocks)
    lists = dash_lists(article.blocks, blocks)
    pointed = pointed_blocks(article.blocks, blocks)
    lost = frozenset() if pointed else lost_dash_blocks(article.blocks, blocks, article.text)
    listed = behind_colons(blocks)
    asked = papers_turns(article, blocks)
    given = _given_names(article)
    found: list[Utterance] = []
    declined: list[Declined] = []
    for n, (block, words) in enumerate(zip(article.blocks, blocks, strict=True)):
        if block.kind not in SPOKEN or not words or n in asked:
            continue
        speech = BlockSpeech(
            article.text, block, words, n, n in lists, n in listed, given, lost_dash=n in lost, pointed=n in pointed
        )
        speech.read()
        found += speech.utterances
        declined += speech.declined
    found += opened_behind_colons(found, article, blocks)
    found += written_below(found, article, blocks)
    turns = initialled_turns(said_in_turns(plain_answers(found, article, blocks), article, blocks), article, blocks)
    found = whole_turns(turns, article, blocks)
    found.sort(key=lambda u: (u.block, u.contents[0].start))
    whole = cut_questions(continue_marks(found, article, blocks), blocks, article.text)
    linked = link_blocks(said_in_columns(whole, article, blocks), article, blocks)
    linked = _outermost(believable(point_back(linked, article, blocks), article, blocks))
    linked = _without_pull_quotes(linked, blocks)
    linked += echoes(linked, article, blocks)
    return (
        tuple(sorted(linked, key=lambda u: (u.contents[0].start, u.contents[0].end))),
        tuple(sorted(declined, key=lambda d: d.start)),
    )


def _given_names(article: Article) -> Mapping[str, str]:
    """Return the first word of each name in full by its last, in small letters: *ek* is *siv* where "Siv Ek" is named."""
    whole = [name.text.lower().split() for name in article.names if name.label == "PER"]
    return {words[-1]: words[0] for words in whole if len(words) > 1}


def _outermost(found: list[Utterance]) -> list[Utterance]:
    """Leave out the report of another within somebody's own words: ``”⟦Enligt polisen är vägen stängd.⟧”``.

    And a colon's: ``”⟦Den som ser något uppmanas: Ring oss!⟧”``.
    """
    spoken: dict[int, list[Span]] = {}
    for utterance in found:
        if utterance.kind == "direct":
            spoken.setdefault(utterance.block, []).extend(utterance.contents)
    inner = [u.kind != "direct" or u.mark == "colon" for u in found]
    return [
        u
        for u, within in zip(found, inner, strict=True)
        if not within or not any(_holds(said, u) and said not in u.contents for said in spoken.get(u.block, ()))
    ]


#: Words of a sentence that is somebody's own, and no common phrase.
_OWN_SENTENCE = 5


def _without_pull_quotes(found: list[Utterance], blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Leave out the reports in a paragraph that is drawn from what somebody says: ``– Chefen sa att det är slut, säger Bo Ek.`` ⏎ ``Chefen sa att ⟦det är slut⟧``."""
    said = {key for u in found if u.kind == "direct" for part in u.contents for key in _sentences(part.text)}
    reports = {u.block for u in found if u.kind != "direct"} - {u.block for u in found if u.kind == "direct"}
    drawn = set()
    for n in reports:
        keys = _sentences(" ".join(w.text for w in blocks[n]))
        if keys and all(key in said and len(key) >= _OWN_SENTENCE for key in keys):
            drawn.add(n)
    return [u for u in found if u.block not in drawn]


def _sentences(text: str) -> list[tuple[str, ...]]:
    """Return the words of each sentence, in small letters."""
    keys = (tuple(re.findall(r"\w+", sentence.lower())) for sentence in re.split(r"[.!?…]", text))
    return [key for key in keys if key]


def _holds(said: Span, utterance: Utterance) -> bool:
    return all(said.start <= part.start and part.end <= said.end for part in utterance.contents)
