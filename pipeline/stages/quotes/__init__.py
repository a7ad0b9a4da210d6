"""Quotes: where somebody's words stand, and the frame that says that they are somebody's. Speakers come later.

regions → frames → utterances        reported clauses → utterances        refusals → declined
"""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.quotes.find import find_utterances


class QuotesOptions(Options):
    """No options yet."""


@stage("quotes", reads=["doc", "names"], adds=["utterances", "declined"], config=QuotesOptions)
def quotes(options: QuotesOptions) -> Stage:
    """Speech by dash, marks, colon or report, with cue and frame; and refusals to speak."""

    def find(article: Article) -> Article:
        utterances, declined = find_utterances(article)
        if any(u.rule.startswith("lost-") for u in utterances):
            article = article.with_notice(
                "lost_dash", "the speech dashes are lost in this text; frames alone tell speech"
            )
        return article.with_layer("utterances", utterances).with_layer("declined", declined)

    return find
