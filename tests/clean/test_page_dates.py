"""When a page was published: whole dates only."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.dates import day_of_lines, iso_date, labelled_dates, short_date, swedish_date
from pipeline.stages.clean.html import read_html


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Publicerad 11 april 2012", "2012-04-11"),
        ("Publicerad onsdag 11 april 2012 kl. 09.12", "2012-04-11T09:12"),
        ("den 3:e maj 2019", "2019-05-03"),
        ("3 maj, 2019", "2019-05-03"),
        ("7 sept 2015", "2015-09-07"),
        ("2012-04-11 09:12", "2012-04-11T09:12"),
        ("2012-04-11", "2012-04-11"),
        ("11/4 2012", "2012-04-11"),
        ("5. mars 2024", "2024-03-05"),
        ("05-03-2024", "2024-03-05"),
        pytest.param("45-13-2024", None, id="no day"),
        ("5. marts 2024, 10:15", "2024-03-05T10:15"),
        ("fredag 5. mai 2024", "2024-05-05"),
        pytest.param("kapitel 5. Mars 20240", None, id="more than a year"),
        ("7.6.2026 14:05", "2026-06-07T14:05"),
        pytest.param("11 april", None, id="no year"),
        pytest.param("april 2012", None, id="no day"),
        ("tor, maj 05, 2026 07:45 CET", "2026-05-05T07:45"),
        pytest.param("31 februari 2012", None, id="no such day"),
        pytest.param("2012", None, id="only a year"),
        pytest.param("11 april 1812", None, id="before the web"),
        pytest.param("070-174 06 12", None, id="a phone number"),
    ],
)
def test_dates_in_swedish_text(text: str, date: str | None) -> None:
    assert swedish_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2012-04-11T09:12:00+02:00", "2012-04-11T09:12:00+02:00"),
        ("2012-04-11T09:12:00.123Z", "2012-04-11T09:12:00+00:00"),
        ("2012-04-11 09:12:00 +0200", "2012-04-11T09:12:00+02:00"),
        ("2012-04-11T00:00:00", "2012-04-11"),
        ("2012-04-11", "2012-04-11"),
        ("2012-13-45", None),
        ("igår", None),
    ],
)
def test_machine_dates(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("Publicerad 11 april 2012, uppdaterad 2 maj 2012", "2012-04-11", "2012-05-02"),
        ("Senast uppdaterad: 2 maj 2012. Publicerad: 11 april 2012", "2012-04-11", "2012-05-02"),
        ("Senast ändrad 2012-05-02", None, "2012-05-02"),
        ("Publiceret 5. maj 2024. Senest opdateret 6. maj 2024", "2024-05-05", "2024-05-06"),
        ("Sist endret 5. mai 2024", None, "2024-05-05"),
        ("Sidan senast ändrad den 2 maj 2012", None, "2012-05-02"),
        ("Innehållet senast granskat: 2 maj 2012", None, "2012-05-02"),
        ("Mötet hölls 2 maj 2012", None, None),
    ],
)
def test_labelled_dates(text: str, published: str | None, updated: str | None) -> None:
    assert labelled_dates(text) == (published, updated)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("06-03-15", "2006-03-15"),
        ("98-11-30", "1998-11-30"),
        ("31-12-99", "1999-12-31"),
        ("060315", "2006-03-15"),
        ("06-03-15 14:20", "2006-03-15T14:20"),
        ("15/3 06", "2006-03-15"),
        ("15/3-06", "2006-03-15"),
        ("15/3/06", "2006-03-15"),
        ("15.3.06", "2006-03-15"),
        ("31.12.99", "1999-12-31"),
        ("15 mars -06", "2006-03-15"),
        ("15 mars 06, 14.20", "2006-03-15T14:20"),
        ("15 mars 06 av Maja Lans", "2006-03-15"),
        pytest.param("06.03.15", None, id="either way"),
        pytest.param("06/03/15", None, id="either way with slashes"),
        pytest.param("15 mars 12 kommentarer", None, id="comments"),
        pytest.param("15/3 12 svar", None, id="answers"),
        pytest.param("15/3 14:20", None, id="a time"),
        pytest.param("15 mars 14.20", None, id="a time behind a month"),
        pytest.param("06-13-15", None, id="no month"),
        pytest.param("06-03-45", None, id="no day"),
        pytest.param("56-03-15", None, id="too far away"),
        pytest.param("08-12 06 45", None, id="a phone number"),
        pytest.param("0701740605", None, id="a phone number in one"),
        pytest.param("2-1-06", None, id="a result"),
        pytest.param("2006-03-15", None, id="four digits"),
    ],
)
def test_days_with_two_digits_of_the_year(text: str, date: str | None) -> None:
    assert short_date(text) == date


LINES: dict[str, tuple[list[str], str | None]] = {
    "a label": (["Ny bro", "Publicerad 3 oktober 2019", "Mötet hålls snart."], "2019-10-03"),
    "a label of its own": (["Ny bro", "Publicerad", "19 mars 2010", "Mötet hålls snart."], "2010-03-19"),
    "a label at the end": (["Ny bro", *["Mötet hålls snart."] * 9, "Publicerad 2019-10-03"], "2019-10-03"),
    "a newsroom's header": (["Pressmeddelande   •   Okt 14, 2004 09:31 CEST", "Ny bro"], "2004-10-14T09:31"),
    "what it is, and the day": (["Ny bro", "Pressmeddelande 27 april 2022"], "2022-04-27"),
    "a town with the time glued to it": (["Ny bro", "ALVSUND2004-09-13 04:00"], "2004-09-13T04:00"),
    "the heading of a press room": (["Ny bro", "Pressmeddelanden   •   Sep 13, 2004 04:00 CEST"], "2004-09-13T04:00"),
    "a section with the time glued to it": (["Ny bro", "Sport2004-09-13 04:00"], "2004-09-13T04:00"),
    "a town and the day": (["Ny bro", "Kungälv 3 december 2012"], "2012-12-03"),
    "a town, den and the day": (["Ny bro", "Borås den 4 mars 2020"], "2020-03-04"),
    "an event and its day": (["Ny bro", "Kulturnatten 3 maj 2012"], None),
    "only the day": (["Ny bro", "Tisdagen den 2 maj 2017"], "2017-05-02"),
    "a day in a sentence": (["Ny bro", "Mötet hålls den 2 maj 2017."], None),
    "a day far down": (["Ny bro", *["Mötet hålls snart."] * 9, "2 maj 2017"], None),
    "no year": (["Ny bro", "Publicerad 3 oktober"], None),
    "two digits": (["Ny bro", "06-03-15"], "2006-03-15"),
    "two digits and what it is": (["Ny bro", "Pressmeddelande 15/3 06"], "2006-03-15"),
    "a finishing time": (["Ny bro", "1.12.06"], None),
    "six digits": (["Ny bro", "060315"], None),
    "changed only": (["Ny bro", "Uppdaterad 3 oktober 2019"], None),
}


@pytest.mark.parametrize(("lines", "day"), LINES.values(), ids=LINES)
def test_the_day_of_a_text_without_markup(lines: list[str], day: str | None) -> None:
    assert day_of_lines(lines) == day


TEXT = "<p>Kommunen bygger en ny bro över sundet, och den blir klar först nästa höst enligt planen.</p>"
TEXT += "<p>Under tiden går färjan en gång i halvtimmen, och det räcker inte för dem som ska till jobbet.</p>"

ON_PAGES: dict[str, tuple[str, str, tuple[str | None, str | None]]] = {
    "a bare day": ("<p>5. mars 2024</p>", "", ("2024-03-05", None)),
    "a wire's bar": ("<p>5.3.2024 10:15:00 CET | Alvsunds kommun | Pressmeddelande</p>", "", ("2024-03-05T10:15", None)),
    "a bar with a name": ("<p>Maja Lans | 5 mars 2024 | 2 min läsning</p>", "", ("2024-03-05", None)),
    "a sender and its day": ("<p>Pressmeddelande från Alvsunds kommun 2024-03-05</p>", "", ("2024-03-05", None)),
    "the time of an event": ("<p>Tid: 3 oktober 2024 klockan 12</p>", "", (None, None)),
    "when": ("<p>När: 3 oktober 2024</p>", "", (None, None)),
    "a last day": ("<p>Sista ansökningsdag 3 oktober 2024</p>", "", (None, None)),
    "a day and a place": ("<p>Datum: 3 oktober 2024</p><p>Plats: Torget</p>", "", (None, None)),
    "a day and no place": ("<p>Datum: 3 oktober 2024</p>", "", ("2024-10-03", None)),
    "checked": ("<p>Faktagranskad 5 mars 2024</p>", "", (None, "2024-03-05")),
    "a time under a heading": ("", "<h2>Invigning</h2><time datetime='2024-10-03'>3 oktober</time>", (None, None)),
    "a time in a sentence": ("", "<p>Bron invigs nu <time datetime='2024-10-03'>3 oktober</time>, säger Bo Ek.</p>", (None, None)),
    "a teaser's time": ("", "<div class='related'><a href='/1'>Bron</a> <time datetime='2023-01-05'>x</time></div>", (None, None)),
    "the page's time beside a teaser's": (
        "<time datetime='2024-03-05'>5 mars</time>",
        "<div class='related'><a href='/1'>Bron</a> <time datetime='2023-01-05'>x</time></div>",
        ("2024-03-05", None),
    ),
    "two times with labels": (
        "<p>Publicerad <time datetime='2024-03-05'>5 mars</time>, uppdaterad <time datetime='2024-03-06'>6 mars</time></p>",
        "",
        ("2024-03-05", "2024-03-06"),
    ),
    "a time behind a name": ("<p class='byline'>Av Bo Ek <time datetime='2024-03-05'>5 mars</time></p>", "", ("2024-03-05", None)),
    "behind a reporter": ("<p class='byline'>Maja Lans, 5 mars 2024</p>", "", ("2024-03-05", None)),
    "in a blog's byline": ("", "<p>Inlagd av Maja Lans den 5 mars 2024</p>", ("2024-03-05", None)),
    "labels of their own at the end": (
        "",
        "<dl><dt>Publicerad</dt><dd>5 mars 2024</dd><dt>Uppdaterad</dt><dd>6 mars 2024</dd></dl>",
        ("2024-03-05", "2024-03-06"),
    ),
    "a sentence like a label": ("<p>Uppdaterad budget för 2024 klubbad.</p>", "", (None, None)),
    "two digits of the year": ("<p>Publicerad 06-03-15</p><p>Uppdaterad: 15/4 06</p>", "", ("2006-03-15", "2006-04-15")),
    "two digits and a time": ("<p>Uppdaterad 060315 14:20</p>", "", (None, "2006-03-15T14:20")),
    "two digits with no label": ("<p>06-03-15</p>", "", ("2006-03-15", None)),
    "two digits by a class": ("<div class='published'>15.3.06</div>", "", ("2006-03-15", None)),
    "two digits behind a reporter": ("<p class='byline'>Maja Lans 06-03-15</p>", "", ("2006-03-15", None)),
    "two digits of an event": ("<p>Tid: 06-03-15</p>", "", (None, None)),
    "two digits far down": ("", TEXT * 3 + "<p>06-03-15</p>" + TEXT * 3, (None, None)),
    "two digits in a sentence": ("<p>Bron stod klar 06-03-15.</p>", "", (None, None)),
    "a phone number": ("<p>08-12-06 45</p>", "", (None, None)),
    "a label with a full stop": ("<p>Publicerad 5 mars 2024.</p>", "", ("2024-03-05", None)),
}  # fmt: skip


@pytest.mark.parametrize(("above", "below", "dates"), ON_PAGES.values(), ids=ON_PAGES)
def test_the_days_of_a_page(above: str, below: str, dates: tuple[str | None, str | None]) -> None:
    reading = read_html(f"<html lang='sv'><body><main><h1>Ny bro dyrare</h1>{above}{TEXT}{below}</main></body></html>")
    assert (reading.published_at, reading.updated_at) == dates


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ändrad trafik från 3 oktober.", "paragraph"),
        ("Skapad 1931 av Bo Ek står bron kvar.", "paragraph"),
        ("Publicerad 5 mars.", "date"),
        ("Uppdaterad i går 10.15", "date"),
        ("05/03/2024", "date"),
        ("Tid: 3 oktober 2024", "paragraph"),
    ],
)
def test_lines_with_days(line: str, kind: str) -> None:
    html = f"<html lang='sv'><body><main><h1>Ny bro dyrare</h1><p>{line}</p>{TEXT}</main></body></html>"
    assert next(draft.kind for draft in read_html(html).drafts if draft.text == line) == kind
