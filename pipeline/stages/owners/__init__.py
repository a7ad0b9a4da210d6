"""The stage `owners`: whose the phone numbers and mail addresses of an article are."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.owners.find import find_owners


class OwnersOptions(Options):
    """`owners` has no options."""


@stage("owners", reads=["phones", "emails", "people", "organisations"], adds=["owners"], config=OwnersOptions)
def owners(options: OwnersOptions) -> Stage:
    """Whose the phone numbers and addresses are, from the structure of contact blocks."""

    def find(article: Article) -> Article:
        found = find_owners(article.text, article.phones, article.emails, article.people, article.organisations)
        return article.with_layer("owners", found)

    return find
