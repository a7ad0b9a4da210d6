"""The four stages as the runner uses them: what they read and add, and what passes between them."""

from __future__ import annotations

from pipeline.article import Article, Block, Page, Person, Span
from pipeline.stage import STAGES


def run(article: Article, *names: str) -> Article:
    """The article after these stages with their default options."""
    for name in names:
        spec = STAGES.get(name)
        article = spec.build(spec.config())(article)
    return article


def article(text: str, kind: str = "paragraph", byline: str | None = None, published_at: str | None = None) -> Article:
    """An article of one block."""
    block = Block(kind, 0, len(text))  # type: ignore[arg-type]
    return Article(Page(b""), text, (block,), byline=byline, published_at=published_at)


def test_what_the_stages_read_and_add() -> None:
    specs = {
        name: (STAGES.get(name).reads, STAGES.get(name).adds) for name in ("contacts", "dates", "figures", "owners")
    }
    assert specs == {
        "contacts": (("text",), ("phones", "emails", "web_addresses")),
        "dates": (("text",), ("dates",)),
        "figures": (("text", "phones", "emails", "dates"), ("figures",)),
        "owners": (("phones", "emails", "people", "organisations"), ("owners",)),
    }


def test_dates_count_from_the_day_of_publication() -> None:
    done = run(article("Det hände i tisdags.", published_at="2026-11-18T09:12:04+01:00"), "dates")
    assert [one.iso for one in done.dates] == ["2026-11-17"]


def test_a_date_of_publication_that_is_none_is_no_base() -> None:
    done = run(article("Det hände i tisdags.", published_at="i går"), "dates")
    assert [one.iso for one in done.dates] == [None]


def test_a_span_is_claimed_once() -> None:
    text = "Ring 08-465 004 12 före 14 mars kl 14.30 om de 30 bussarna."
    done = run(article(text), "contacts", "dates", "figures")
    assert [figure.text for figure in done.figures] == ["30 bussarna"]


def test_a_relative_date_leaves_its_figure() -> None:
    done = run(article("De gifte sig för tio år sedan."), "contacts", "dates", "figures")
    assert [one.text for one in done.dates] == ["för tio år sedan"]
    assert [one.text for one in done.figures] == ["tio år"]


def test_a_reporters_number_is_the_bylines() -> None:
    assert [one.context for one in run(article("070-174 06 05", "byline"), "contacts").phones] == ["byline"]
    done = run(article("Maja Ek 070-174 06 05", byline="Maja Ek"), "contacts")
    assert [one.context for one in done.phones] == ["byline"]


def test_a_personal_number_is_noted_and_not_kept() -> None:
    done = run(article("Mannen, 811218-9876, döms till 60 dagsböter."), "contacts", "dates", "figures")
    assert [notice.code for notice in done.notices] == ["personal_number"]
    assert [one.text for one in done.figures] == ["60 dagsböter"]
    assert not any("811218" in notice.message for notice in done.notices)


def test_money_can_be_left_out() -> None:
    spec = STAGES.get("figures")
    done = run(article("De 30 bussarna kostar 4 mkr."), "contacts", "dates")
    figures = spec.build(spec.config.model_validate({"money": False}))(done).figures
    assert [one.text for one in figures] == ["30 bussarna"]


def test_owners_read_the_other_layers() -> None:
    text = "Rut Sandell\n070-174 06 12"
    people = (Person("Rut Sandell", "contact", (Span(0, 11, "Rut Sandell"),)),)
    done = run(article(text, "contact"), "contacts").with_layer("people", people).with_layer("organisations", ())
    assert [(one.layer, one.index, one.person) for one in run(done, "owners").owners] == [("phones", 0, 0)]
