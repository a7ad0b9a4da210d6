"""When a page was published: whole dates only."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.dates import iso_date, labelled_dates, swedish_date


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
        pytest.param("i maj 05, 2026", None, id="month before the day"),
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
