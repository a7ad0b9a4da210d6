"""Who is who: mentions with what their articles say, and whom they make one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.archive.link import bodies
from pipeline.archive.link.memory import link_mentions
from pipeline.archive.link.mentions import Mention, mentions_of
from pipeline.record import Record
from tests.archive.conftest import clusters, person

RECTOR = ("body:ekskolan", "role:rektor", "office:rektor@ekskolan", "place:alvsund")
PROSECUTOR = ("role:kammaråklagare", "local:kammaråklagare@alvsund", "place:alvsund", "source:bladet", "trade:åklagare")
ACCIDENT = ("person:rut|sandmyr", "heard:rut|sandmyr", "person:siv|tångmark", "heard:siv|tångmark", "place:alvsund")

CASES = [
    pytest.param(
        [person("a", "Anna Andersson", *RECTOR), person("b", "Anna Andersson", *RECTOR)],
        [["a", "b"]],
        id="samma rektor på samma skola",
    ),
    pytest.param(
        [
            person("a", "Anna Andersson", *RECTOR),
            person("b", "Anna Andersson", "role:kommunalråd", "party:M", "place:sjövik"),
        ],
        [["a"], ["b"]],
        id="lärare i en stad, politiker i en annan",
    ),
    pytest.param(
        [person("a", "Anna Andersson", "place:alvsund"), person("b", "Anna Andersson", "place:alvsund")],
        [["a"], ["b"]],
        id="ett vanligt namn i samma stad räcker inte",
    ),
    pytest.param(
        [person("a", "Disa Munther", "place:alvsund"), person("b", "Disa Munther", "place:alvsund")],
        [["a", "b"]],
        id="ett ovanligt namn i samma stad räcker",
    ),
    pytest.param(
        [person("a", "Disa Munther"), person("b", "Disa Munther")],
        [["a"], ["b"]],
        id="inte ens ett ovanligt namn räcker ensamt",
    ),
    pytest.param(
        [person("a", "Disa Munther", "source:bladet"), person("b", "Disa Munther", "source:bladet")],
        [["a", "b"]],
        id="samma tidning räcker för ett namn som en eller två i landet bär",
    ),
    pytest.param(
        [person("a", "Anna Lind", "source:bladet"), person("b", "Anna Lind", "source:bladet")],
        [["a"], ["b"]],
        id="samma tidning är inget belägg ensamt för ett vanligare namn",
    ),
    pytest.param(
        [person("a", "Emelie Munther", "source:bladet", *RECTOR), person("b", "Emilie Munther", *RECTOR)],
        [["a", "b"]],
        id="Emelie och Emilie",
    ),
    pytest.param(
        [
            person("a", "Disa Munther", "party:M", "source:bladet"),
            person("b", "Disa Munther", "party:S", "source:bladet"),
        ],
        [["a"], ["b"]],
        id="samma tidning men olika parti",
    ),
    pytest.param(
        [person("a", "Bo Ek", "place:alvsund", *RECTOR, born=1950), person("b", "Bo Ek", *RECTOR, born=1980)],
        [["a"], ["b"]],
        id="far och son med samma namn: åldern skiljer",
    ),
    pytest.param(
        [person("a", "Siv Munther", *RECTOR, day="2009-03-01"), person("b", "Siv Munther", *RECTOR, born=2006)],
        [["a"], ["b"]],
        id="rektorn var inte född",
    ),
    pytest.param(
        [person("a", "Siv Munther", *RECTOR, day="2010-03-01"), person("b", "Siv Munther", "place:alvsund", born=2000)],
        [["a"], ["b"]],
        id="rektorn var tio år",
    ),
    pytest.param(
        [
            person("a", "Siv Munther", "role:elev", "place:alvsund", day="2010-03-01"),
            person("b", "Siv Munther", "place:alvsund", born=2000),
        ],
        [["a", "b"]],
        id="eleven var tio år",
    ),
    pytest.param(
        [person("a", "Bo Ek senior", *RECTOR), person("b", "Bo Ek junior", *RECTOR)],
        [["a"], ["b"]],
        id="senior är inte junior",
    ),
    pytest.param(
        [person("a", "Anna Ek", *RECTOR), person("b", "Anna Ek Lund", *RECTOR)],
        [["a", "b"]],
        id="nytt dubbelt efternamn, samma tjänst",
    ),
    pytest.param(
        [person("a", "Anna Ek", "place:alvsund"), person("b", "Anna Lund", "place:alvsund", former=("ek",))],
        [["a"], ["b"]],
        id="tidigare Ek: för lite belägg för en vanlig Anna Ek",
    ),
    pytest.param(
        [person("a", "Anna Ek", *RECTOR), person("b", "Anna Lund", *RECTOR, former=("ek",))],
        [["a", "b"]],
        id="tidigare Ek, samma tjänst",
    ),
    pytest.param(
        [person("a", "Rolf Tängdén", *RECTOR), person("b", "Rolf Tengdén", *RECTOR)],
        [["a", "b"]],
        id="felstavat med starka belägg",
    ),
    pytest.param(
        [
            person("a", "Rolf Tängdén", "source:bladet", "role:lärare"),
            person("b", "Rolf Tengdén", "source:bladet", "role:lärare"),
        ],
        [["a"], ["b"]],
        id="felstavat med svaga belägg",
    ),
    pytest.param(
        [person("a", "Patrik Ohlander", *RECTOR), person("b", "P. Ohlander", *RECTOR)],
        [["a", "b"]],
        id="initial med samma tjänst",
    ),
    pytest.param(
        [
            person("a", "Patrik Ohlander", *RECTOR),
            person("b", "Pia Ohlander", *RECTOR),
            person("c", "P. Ohlander", *RECTOR),
        ],
        [["a"], ["b"], ["c"]],
        id="initial som passar på två är ingens",
    ),
    pytest.param(
        [
            person("a", "Per-Anders Ohlander", *RECTOR),
            person("b", "Per Ohlander", *RECTOR),
            person("c", "P.-A. Ohlander", *RECTOR),
        ],
        [["a", "b", "c"]],
        id="vem det hela namnet mer kan vara hindrar inte initialerna",
    ),
    pytest.param(
        [person("a", "Rolf Tängdén", *PROSECUTOR), person("b", "Tängdén", *PROSECUTOR)],
        [["a", "b"]],
        id="åklagare Tängdén i samma stad",
    ),
    pytest.param(
        [
            person("a", "Rolf Tängdén", "person:rut|sandmyr", "place:alvsund", "source:bladet"),
            person("b", "Tängdén", "person:rut|sandmyr", "place:alvsund", "source:bladet"),
        ],
        [["a"], ["b"]],
        id="bara efternamn och samma sällskap räcker inte",
    ),
    pytest.param(
        [person("a", "Anna Nilsson", "role:barnmorska", *ACCIDENT), person("b", "Anna Nilsson", "party:V", *ACCIDENT)],
        [["a"], ["b"]],
        id="barnmorskan och politikern vid samma möte",
    ),
    pytest.param(
        [
            person("a", "Siv Norling", "party:C", "place:alvsund"),
            person("b", "Siv Norling", "party:S", "place:alvsund"),
        ],
        [["a"], ["b"]],
        id="olika parti",
    ),
    pytest.param(
        [person("a", "Disa Munther", "near:alvsund"), person("b", "Disa Munther", "near:alvsund")],
        [["a", "b"]],
        id="ett ovanligt namn i samma trakt räcker",
    ),
    pytest.param(
        [
            person("a", "Disa Munther", "near:alvsund", "source:bladet"),
            person("b", "Diza Munther", "near:alvsund", "source:bladet"),
        ],
        [["a"], ["b"]],
        id="tidningens egen ort är inget belägg utöver tidningen",
    ),
    pytest.param(
        [
            person("a", "Anna Nilsson", "party:C", "place:alvsund", "seat:C@alvsund", "trade:kommunalråd"),
            person("b", "Anna Nilsson", "party:C", "place:alvsund", "seat:C@alvsund", "trade:kommunalråd"),
        ],
        [["a", "b"]],
        id="samma parti i samma kommun",
    ),
    pytest.param(
        [
            person("a", "Anna Nilsson", "role:polisinspektör", "beat:polisinspektör@bladet", "source:bladet"),
            person("b", "Anna Nilsson", "role:polisinspektör", "beat:polisinspektör@bladet", "source:bladet"),
        ],
        [["a"], ["b"]],
        id="samma ovanliga roll i samma tidning räcker inte ensamt för Anna Nilsson",
    ),
    pytest.param(
        [
            person("a", "Karin Öberg", "role:polisinspektör", "beat:polisinspektör@bladet", "source:bladet"),
            person("b", "Karin Öberg", "role:polisinspektör", "beat:polisinspektör@bladet", "source:bladet"),
        ],
        [["a", "b"]],
        id="men för Karin Öberg",
    ),
    pytest.param(
        [
            person("a", "Anna Nilsson", "role:polisinspektör", *ACCIDENT),
            person("b", "Anna Nilsson", "role:lantbrukare", *ACCIDENT),
        ],
        [["a"], ["b"]],
        id="polisen och bonden vid samma olycka",
    ),
    pytest.param(
        [
            person("a", "Malin Munther", "source:bladet", "person:leif|ek", part="byline"),
            person("b", "Malin Munther", "source:bladet", "person:leif|ek", *RECTOR),
            person("c", "Malin Munther", *RECTOR),
        ],
        [["a"], ["b", "c"]],
        id="reportern som blev rektor hindrar inte rektorn",
    ),
    pytest.param(
        [person("a", "Bo Ek", "contact:+46701740612"), person("b", "Bo Ek", "contact:+46701740612")],
        [["a", "b"]],
        id="samma telefonnummer",
    ),
    pytest.param(
        [
            person("a", "Jens Karlsson", "body:alvsunds ff", "role:målvakt", "person:dejan|markovic"),
            person("b", "Jens Karlsson", "body:alvsunds ff", "role:anfallare", "person:dejan|markovic"),
        ],
        [["a"], ["b"]],
        id="målvakten är inte anfallaren",
    ),
]


@pytest.mark.parametrize(("mentions", "wanted"), CASES)
def test_who_is_who(mentions: list[Mention], wanted: list[list[str]]) -> None:
    assert clusters(mentions) == wanted


def test_two_of_one_article_are_two() -> None:
    one, other = person("a", "Disa Munther", *RECTOR), person("a", "Disa Munther Ek", *RECTOR)
    assert len(link_mentions([one, other]).identities) == 2


def test_a_merge_tells_its_evidence() -> None:
    links = link_mentions([person("a", "Disa Munther", "place:alvsund"), person("b", "Disa Munther", "place:alvsund")])
    (edge,) = links.identities[0].edges
    assert (edge.relation, edge.shared, edge.score) == ("samma namn", ("place:alvsund",), 10)
    assert edge.asked <= edge.score


def test_a_doubtful_pair_stays_two_with_a_maybe() -> None:
    weak = ("party:M", "place:alvsund", "role:ledamot", "source:bladet")
    links = link_mentions([person("a", "Anna Andersson", *weak), person("b", "Anna Andersson", *weak)])
    assert len(links.identities) == 2
    ((one, other, edge),) = links.maybes
    assert {one, other} == {i.id for i in links.identities}
    assert edge.against == ("för lite belägg",)
    assert "party:M" in edge.shared


BODIES = [
    pytest.param("Alvsunds Energi AB", "Alvsunds Energi", True, id="med och utan AB"),
    pytest.param("Myndigheten för samhällsskydd och beredskap", "MSB", True, id="känd myndighet och dess förkortning"),
    pytest.param("Kommunen", "Kommunen", False, id="Kommunen är aldrig samma"),
    pytest.param("Centralskolan", "Centralskolan", False, id="Centralskolan finns i många städer"),
    pytest.param("Räddningstjänsten", "Räddningstjänsten", False, id="Räddningstjänsten finns i alla städer"),
    pytest.param("Bostadsbolaget", "Bostadsbolaget", False, id="bestämd form är ett slag, inget namn"),
    pytest.param("Sjöviksbladet", "Sjöviksbladet", True, id="en tidning heter så ensam"),
    pytest.param("Trafikverket", "Trafikverket", True, id="en myndighet för hela landet"),
    pytest.param("Alvsunds kommun", "Sjöviks kommun", False, id="två kommuner"),
    pytest.param("Nordvind Energi AB", "NORDVIND ENERGI", True, id="versaler"),
]


@pytest.mark.parametrize(("one", "other", "same"), BODIES)
def test_bodies(one: str, other: str, same: bool) -> None:
    def body(article: str, name: str) -> Mention:
        key = bodies.canonical(name)
        form = f"{key}@{article}" if bodies.is_bare(key) else key
        tokens = tuple(sorted(f"called:{x}" for x in bodies.forms(name, ())))
        return Mention(f"o1-{article}", article, "body", name, form, None, tokens)

    made = link_mentions([body("a", one), body("b", other)]).identities
    assert (len(made) == 1) is same


def test_what_a_record_says(read: Callable[[str], Record]) -> None:
    made = read(
        "– Vi är klara, säger Maja Tornberg (tidigare Lind), rektor på Ekskolan i Alvsund.\n\n"
        "68-åriga Siv Sandell håller med.\n\n– Det är bra, säger Bo Ek, ordförande i Alvsunds kommun."
    )
    found = {m.name: m for m in mentions_of(made) if m.kind == "person"}
    maja = found["Maja Tornberg"]
    assert maja.former == ("lind",)
    assert {"person:bo|ek", "place:alvsund"} <= set(maja.tokens)
    assert {"role:ordförande", "body:alvsunds kommun", "home:alvsund"} <= set(found["Bo Ek"].tokens)
    assert Mention.from_row(maja.to_row()) == maja


def test_who_speaks_for_a_party_is_of_it(read: Callable[[str], Record]) -> None:
    made = read("– Vi väntar, säger Siv Sandell, gruppledare för Vänsterpartiet i Alvsund.")
    tokens = next(m.tokens for m in mentions_of(made) if m.name == "Siv Sandell")
    assert {"party:V", "seat:V@alvsund"} <= set(tokens)


def test_a_local_authority_says_more_than_a_national_one() -> None:
    assert bodies.weight("räddningstjänsten alvsund", tied=True) > bodies.weight("skolverket", tied=True)


def test_an_age_and_a_day_give_a_year_of_birth(read: Callable[[str], Record]) -> None:
    made = read("– Knäna håller, säger Siv Sandell, 68, från Alvsund.")
    dated = made.model_copy(update={"source": made.source.model_copy(update={"published_at": "2016-08-29"})})
    assert [m.born for m in mentions_of(dated) if m.name == "Siv Sandell"] == [1948]
