"""When a page was published: whole dates only."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.dates import day_of_lines, iso_date, labelled_dates, swedish_date


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
        ("Mötet hölls 2 maj 2012", None, None),
    ],
)
def test_labelled_dates(text: str, published: str | None, updated: str | None) -> None:
    assert labelled_dates(text) == (published, updated)


LINES: dict[str, tuple[list[str], str | None]] = {
    "a label": (["Ny bro", "Publicerad 3 oktober 2019", "Mötet hålls snart."], "2019-10-03"),
    "a label of its own": (["Ny bro", "Publicerad", "19 mars 2010", "Mötet hålls snart."], "2010-03-19"),
    "a label at the end": (["Ny bro", *["Mötet hålls snart."] * 9, "Publicerad 2019-10-03"], "2019-10-03"),
    "a newsroom's header": (["Pressmeddelande   •   Okt 14, 2004 09:31 CEST", "Ny bro"], "2004-10-14T09:31"),
    "what it is, and the day": (["Ny bro", "Pressmeddelande 27 april 2022"], "2022-04-27"),
    "a section with the time glued to it": (["Ny bro", "Sport2004-09-13 04:00"], "2004-09-13T04:00"),
    "a town and the day": (["Ny bro", "Kungälv 3 december 2012"], "2012-12-03"),
    "a town, den and the day": (["Ny bro", "Borås den 4 mars 2020"], "2020-03-04"),
    "an event and its day": (["Ny bro", "Kulturnatten 3 maj 2012"], None),
    "only the day": (["Ny bro", "Tisdagen den 2 maj 2017"], "2017-05-02"),
    "a day in a sentence": (["Ny bro", "Mötet hålls den 2 maj 2017."], None),
    "a day far down": (["Ny bro", *["Mötet hålls snart."] * 9, "2 maj 2017"], None),
    "no year": (["Ny bro", "Publicerad 3 oktober"], None),
    "changed only": (["Ny bro", "Uppdaterad 3 oktober 2019"], None),
}


@pytest.mark.parametrize(("lines", "day"), LINES.values(), ids=LINES)
def test_the_day_of_a_text_without_markup(lines: list[str], day: str | None) -> None:
    assert day_of_lines(lines) == day
