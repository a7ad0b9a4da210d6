"""Addresses in feeds, sitemaps and list pages."""

from __future__ import annotations

import gzip

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch.finding import Named, in_feed, in_list, in_sitemap

BASE = "https://alvsund.example/press/"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Alvsund</title>
<item><title>Bron</title><link>/nyheter/bron?utm_medium=rss</link><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item>
<item><title>Ingen länk</title></item><item><link>mailto:siv@alvsund.example</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://alvsund.example/nyheter/bron</loc><lastmod>2026-03-03T08:00:00+00:00</lastmod>
<news:news><news:title>Bron</news:title></news:news></url>
<url><loc>https://alvsund.example/nyheter/badet</loc><lastmod>i går</lastmod></url><url></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://alvsund.example/s1.xml.gz</loc>
</sitemap></sitemapindex>"""
LIST = """<html><body><nav><a href="/om">Om</a></nav><ul class="news"><li><a href="bron">Bron</a></li><li><a href="badet#x">Badet</a>
<a href="bron">Bron igen</a></li></ul><a rel="next" href="?sida=2">Nästa</a></body></html>"""


def test_feeds() -> None:
    assert list(in_feed(FEED.encode(), BASE)) == [Named("https://alvsund.example/nyheter/bron", 1772524800.0)]


def test_sitemaps() -> None:
    pages = [
        Named("https://alvsund.example/nyheter/bron", 1772524800.0),
        Named("https://alvsund.example/nyheter/badet", None),
    ]
    assert in_sitemap(SITEMAP.encode(), BASE) == (pages, [])
    assert in_sitemap(gzip.compress(SITEMAP.encode()), BASE) == (pages, [])


def test_an_index_of_sitemaps() -> None:
    assert in_sitemap(INDEX.encode(), BASE) == ([], [Named("https://alvsund.example/s1.xml.gz")])


def test_a_sitemap_in_plain_text() -> None:
    body = b"https://alvsund.example/a\nfile:///etc/passwd\n\nhttps://alvsund.example/b\n"
    assert [n.url for n in in_sitemap(body, BASE)[0]] == ["https://alvsund.example/a", "https://alvsund.example/b"]


def test_entities_in_a_sitemap_are_not_resolved() -> None:
    body = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://alvsund.example/&e;</loc></url></urlset>'
    assert all("root" not in named.url for named in in_sitemap(body, BASE)[0])


def test_list_pages() -> None:
    pages, following = in_list(LIST.encode(), BASE, ".news a", "a[rel=next]")
    assert [p.url for p in pages] == ["https://alvsund.example/press/bron", "https://alvsund.example/press/badet"]
    assert following == "https://alvsund.example/press/?sida=2"
    assert in_list(LIST.encode(), BASE, ".news a", None)[1] is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_may_come_back(body: bytes) -> None:
    list(in_feed(body, BASE))
    in_sitemap(body, BASE)
    in_list(body, BASE, "a", "a")
