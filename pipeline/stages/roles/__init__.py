"""People, bodies and places of one article: mentions gathered, roles read, bodies tied to the people who speak for them."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.roles.bodies import gather_organisations, gather_places
from pipeline.stages.roles.people import gather_people


class RolesOptions(Options):
    """No options yet."""


@stage("roles", reads=["doc", "names"], adds=["people", "organisations", "places"], config=RolesOptions)
def roles(options: RolesOptions) -> Stage:
    """People with roles, party and age; organisations with kind and aliases; places."""

    def gather(article: Article) -> Article:
        organisations = gather_organisations(article)
        people = gather_people(article, organisations)
        return (
            article.with_layer("people", people)
            .with_layer("organisations", organisations)
            .with_layer("places", gather_places(article))
        )

    return gather
