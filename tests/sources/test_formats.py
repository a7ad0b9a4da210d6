"""Every format that a file may have: its pages, and what becomes of it when it is broken or a bomb."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from pipeline.article import Article, Page
from pipeline.sources import Unreadable
from pipeline.sources import formats as formats_module
from pipeline.sources.files import FilesOptions, files
from pipeline.stage import STAGES
from tests.sources.files_to_read import PAGE, PARAGRAPHS, odt, response, warc_record, zipped

TEXT = ("Ny bro dyrare\n\n" + "\n\n".join(PARAGRAPHS)).encode()


def read(folder: Path, file_name: str, data: bytes, **options: object) -> list[Page | Unreadable]:
    (folder / file_name).write_bytes(data)
    return list(files(FilesOptions.model_validate({"paths": [str(folder / file_name)], **options})))


def pages(items: list[Page | Unreadable]) -> list[Page]:
    return [item for item in items if isinstance(item, Page)]


def left_out(items: list[Page | Unreadable]) -> list[tuple[str, str, str]]:
    return [(item.place, item.ending, item.reason) for item in items if isinstance(item, Unreadable)]


def cleaned(page: Page) -> Article:
    spec = STAGES.get("clean")
    return spec.build(spec.config())(Article(page))


def blocks(page: Page) -> list[tuple[str, str]]:
    article = cleaned(page)
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


EXPECTED = [
    ("title", "Ny bro dyrare"),
    ("paragraph", PARAGRAPHS[0]),
    ("dash", PARAGRAPHS[1]),
    ("paragraph", PARAGRAPHS[2]),
]

# -- compressed files and archives


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bron.html.gz", gzip.compress(PAGE)),
        ("bron.html.xz", lzma.compress(PAGE)),
        ("bron.html.bz2", bz2.compress(PAGE)),
        ("bron.html.zst", zstandard.compress(PAGE)),
    ],
)
def test_a_compressed_page_is_the_page(tmp_path: Path, name: str, data: bytes) -> None:
    (page,) = pages(read(tmp_path, name, data))
    assert page.path == f"{name}/bron.html"
    assert page.data == PAGE
    assert blocks(page) == EXPECTED


def test_zip_gives_its_pages_in_the_order_of_the_names_and_counts_the_rest(tmp_path: Path) -> None:
    members = {"b/2.html": PAGE, "a.txt": TEXT, "bild.png": b"x", "__MACOSX/._a.txt": b"x", "gammal.doc": b"x"}
    items = read(tmp_path, "arkiv.zip", zipped(members))
    assert [page.path for page in pages(items)] == ["arkiv.zip/a.txt", "arkiv.zip/b/2.html"]
    assert left_out(items) == [
        ("arkiv.zip/__MACOSX/._a.txt", "skipped", "hidden"),
        ("arkiv.zip/bild.png", "skipped", "not_supported"),
        ("arkiv.zip/gammal.doc", "skipped", "not_supported"),
    ]
    assert "save it as .docx" in next(
        i.message for i in items if isinstance(i, Unreadable) and i.place.endswith(".doc")
    )


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    items = read(tmp_path, "arkiv.zip", zipped({"../../etc/bron.html": PAGE, "/rot\\till.html": PAGE}))
    assert [page.path for page in pages(items)] == ["arkiv.zip/etc/bron.html", "arkiv.zip/rot/till.html"]


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.zst"])
def test_tar_is_read_as_a_stream(tmp_path: Path, suffix: str) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in {"sidor/bron.html": PAGE, "sidor/bron.jpg": b"x"}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("sidor/lank.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    packers: dict[str, Callable[[bytes], bytes]] = {
        ".tar": bytes,
        ".tar.gz": gzip.compress,
        ".tgz": gzip.compress,
        ".tar.xz": lzma.compress,
    }
    packed = packers.get(suffix, zstandard.compress)(buffer.getvalue())
    items = read(tmp_path, f"a{suffix}", packed)
    assert [page.path for page in pages(items)] == [f"a{suffix}/sidor/bron.html"]
    assert left_out(items) == [
        (f"a{suffix}/sidor/bron.jpg", "skipped", "not_supported"),
        (f"a{suffix}/sidor/lank.html", "skipped", "not_a_file"),
    ]


def test_an_archive_in_an_archive_is_read_but_not_without_end(tmp_path: Path) -> None:
    data = zipped({"bron.html": PAGE})
    assert len(pages(read(tmp_path, "a.zip", zipped({"b.zip": data})))) == 1
    for _ in range(4):
        data = zipped({"inre.zip": data})
    assert [reason for _, _, reason in left_out(read(tmp_path, "djup.zip", data))] == ["too_deep"]


@pytest.mark.parametrize("name", ["bomb.html.gz", "bomb.zip"])
def test_a_bomb_ends_as_too_large(tmp_path: Path, name: str) -> None:
    zeros = b"0" * 3_000_000
    data = gzip.compress(zeros) if name.endswith(".gz") else zipped({"a.html": PAGE, "bomb.html": zeros})
    items = read(tmp_path, name, data, max_bytes=1_000_000)
    assert [(ending, reason) for _, ending, reason in left_out(items)] == [("failed", "too_large")]
    assert len(pages(items)) == (name == "bomb.zip")


def test_many_small_members_are_limited_by_their_sum(tmp_path: Path) -> None:
    data = zipped({f"{n}.html": PAGE for n in range(20)})
    items = read(tmp_path, "a.zip", data, max_unpacked=3 * len(PAGE))
    assert 0 < len(pages(items)) <= 3
    assert "max_unpacked" in [item.message for item in items if isinstance(item, Unreadable)][-1]


def test_what_unpacks_to_a_thousand_times_its_size_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats_module, "_RATIO_FROM", 1_000)
    items = read(tmp_path, "a.txt.gz", gzip.compress(b"0" * 2_000_000), max_ratio=100)
    assert "max_ratio" in next(item.message for item in items if isinstance(item, Unreadable))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"bron.html": PAGE})[:-30]),
        ("a.zip", b"ingen zip"),
        ("a.tar.gz", b"\x1f\x8bskrot"),
        ("a.tar", b"skrot" * 300),
        ("a.html.gz", gzip.compress(PAGE)[:-20]),
        ("a.html.xz", lzma.compress(PAGE)[:-20]),
        ("a.html.zst", b"skrot"),
        ("a.warc", b"skrot" * 100),
        ("a.mbox", b"skrot\n" * 10),
        ("a.eml", b"\n\nskrot"),
        ("a.mhtml", b"skrot"),
        ("a.rss", b"<skrot"),
        ("a.jsonl", b"{skrot\n"),
        ("a.wacz", b"skrot"),
    ],
)
def test_a_broken_file_is_one_labelled_failure(tmp_path: Path, name: str, data: bytes) -> None:
    items = read(tmp_path, name, data)
    assert [(ending, reason) for _, ending, reason in left_out(items)] == [("failed", "broken")]
    assert not pages(items)


# -- web archives

WARC = (
    warc_record("warcinfo", "", b"software: test\r\n", "application/warc-fields")
    + warc_record("request", "https://alvsund.exempel/bron", b"GET /bron HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    + response("https://alvsund.exempel/bron", PAGE)
    + response("https://alvsund.exempel/bild.png", b"\x89PNG", "image/png")
    + response("https://alvsund.exempel/borta", b"<p>Sidan finns inte", status="404 Not Found")
    + response("https://alvsund.exempel/packad", gzip.compress(PAGE + b" "), more="Content-Encoding: gzip\r\n")
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc_gives_its_pages_with_their_place_in_the_file(tmp_path: Path, name: str) -> None:
    data = gzip.compress(WARC) if name.endswith(".gz") else WARC
    items = read(tmp_path, name, data, name="alvsund")
    first, second = pages(items)
    assert first.url == "https://alvsund.exempel/bron"
    assert (first.name, first.charset, first.retrieved_at) == ("alvsund", "utf-8", "2026-11-23T08:12:04+00:00")
    assert first.data == PAGE
    assert second.data == PAGE + b" "
    assert [reason for _, _, reason in left_out(items)] == ["not_supported", "http_status"]
    assert first.archive is not None
    assert first.archive.path == name
    if name == "a.warc":
        cut = WARC[first.archive.offset : first.archive.offset + first.archive.length]
        assert cut.startswith(b"WARC/1.0")
        assert PAGE in cut
        assert b"bild.png" not in cut


def test_wacz_reads_its_archives_and_not_its_indexes(tmp_path: Path) -> None:
    data = zipped({"archive/data.warc.gz": gzip.compress(WARC), "pages/pages.jsonl": b'{"title": "x", "text": "y"}'})
    items = read(tmp_path, "a.wacz", data)
    assert [page.url for page in pages(items)] == ["https://alvsund.exempel/bron", "https://alvsund.exempel/packad"]


def test_a_record_that_is_cut_off_is_a_failure_and_the_pages_before_it_are_kept(tmp_path: Path) -> None:
    data = response("https://alvsund.exempel/1", PAGE) + response("https://alvsund.exempel/2", PAGE + b"!")[:-100]
    items = read(tmp_path, "a.warc", data)
    assert [page.url for page in pages(items)] == ["https://alvsund.exempel/1"]
    assert [(ending, reason) for _, ending, reason in left_out(items)] == [("failed", "broken")]


# -- JSON


def test_json_lines_with_usual_and_with_named_fields(tmp_path: Path) -> None:
    usual = {
        "headline": "Ny bro dyrare",
        "body": "\n".join(PARAGRAPHS),
        "link": "https://a.exempel/1",
        "date": "2012-04-11",
    }
    named = {"r": "Ny bro dyrare", "inre": {"t": "".join(f"<p>{p}</p>" for p in PARAGRAPHS)}, "när": "2012-04-11"}
    fields = {"title": "r", "html": "inre.t", "published": "när"}
    for line, options in ((usual, {}), (named, {"fields": fields})):
        (page,) = pages(read(tmp_path, "a.jsonl", json.dumps(line).encode() + b"\n\n", **options))
        assert page.path == "a.jsonl#1"
        assert cleaned(page).published_at == "2012-04-11"
        assert blocks(page) == EXPECTED


def test_bad_lines_are_failures_of_their_own(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "Ny bro", "text": PARAGRAPHS[0]}),
        "{",
        "[1]",
        '{"id": 7}',
        json.dumps({"schema": "press-record/1.1"}),
    ]
    items = read(tmp_path, "a.jsonl", "\n".join(lines).encode())
    assert [page.path for page in pages(items)] == ["a.jsonl#1"]
    assert left_out(items) == [
        ("a.jsonl#2", "failed", "broken"),
        ("a.jsonl#3", "failed", "broken"),
        ("a.jsonl#4", "failed", "no_text"),
        ("a.jsonl#5", "skipped", "a_record"),
    ]
    assert "fields:" in next(
        item.message for item in items if isinstance(item, Unreadable) and item.place == "a.jsonl#4"
    )


def test_ninjs_gives_headline_lead_text_and_date(tmp_path: Path) -> None:
    item = {
        "uri": "http://tt.exempel/1", "type": "text", "versioncreated": "2012-04-11T09:12:00+02:00",
        "headline": "Ny bro dyrare", "description_text": "Pålarna sjunker och priset stiger, och bron dröjer.",
        "body_xhtml": "".join(f"<p>{p}</p>" for p in PARAGRAPHS), "byline": "Maja Lans/TT",
    }  # fmt: skip
    (page,) = pages(read(tmp_path, "a.json", json.dumps(item).encode()))
    article = cleaned(page)
    assert (article.title, article.published_at) == ("Ny bro dyrare", "2012-04-11T09:12:00+02:00")
    assert ("lead", "Pålarna sjunker och priset stiger, och bron dröjer.") in blocks(page)
    assert ("dash", PARAGRAPHS[1]) in blocks(page)


def test_a_wire_answer_is_a_list_of_articles_and_other_json_is_skipped(tmp_path: Path) -> None:
    releases = {
        "releases": [
            {"title": f"Bro {n}", "leadtext": "Bron blir dyrare än väntat i år.", "body": f"<p>{PARAGRAPHS[0]}</p>"}
            for n in (1, 2)
        ]
    }
    assert [page.path for page in pages(read(tmp_path, "a.json", json.dumps(releases).encode()))] == [
        "a.json#1",
        "a.json#2",
    ]
    assert left_out(read(tmp_path, "b.json", b'{"version": 3}')) == [("b.json", "skipped", "not_supported")]


# -- feeds

RSS = """<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Alvsund</title>
<item><title>Ny bro dyrare</title><link>https://alvsund.exempel/1</link><pubDate>Wed, 11 Apr 2012 09:12:00 +0200</pubDate>
<description>&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;&amp;ndash; Vi är besvikna, säger Rut Sandell, ordförande i nämnden.&lt;/p&gt;&lt;p&gt;{2}&lt;/p&gt;</description></item>
<item><title>Tom</title><link>https://alvsund.exempel/2</link></item></channel></rss>""".format(*PARAGRAPHS)
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Alvsund</title><entry><title>Ny bro dyrare</title>
<link href="https://alvsund.exempel/1"/><updated>2012-04-11T07:12:00Z</updated><content type="html"><![CDATA[{}]]></content></entry></feed>"""


def test_rss_with_escaped_html_and_an_entry_without_text(tmp_path: Path) -> None:
    items = read(tmp_path, "flode.rss", RSS.encode("latin-1"))
    (page,) = pages(items)
    assert (page.path, page.url, page.published_at) == (
        "flode.rss#1",
        "https://alvsund.exempel/1",
        "2012-04-11T07:12:00+00:00",
    )
    assert blocks(page) == EXPECTED
    assert left_out(items) == [("flode.rss#2", "skipped", "no_text")]


def test_atom(tmp_path: Path) -> None:
    (page,) = pages(read(tmp_path, "flode.xml", ATOM.format("".join(f"<p>{p}</p>" for p in PARAGRAPHS)).encode()))
    assert blocks(page) == EXPECTED
    assert left_out(read(tmp_path, "annat.xml", b"<?xml version='1.0'?><karta/>")) == [
        ("annat.xml", "skipped", "not_supported")
    ]


# -- mail

MAIL = """From: Alvsunds kommun <press@alvsund.exempel>
To: nyheter@bladet.exempel
Subject: =?iso-8859-1?Q?Ny_bro_dyrare?=
Date: Wed, 11 Apr 2012 09:12:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="gr"

--gr
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

{}

--gr
Content-Type: text/html; charset=utf-8
Content-Disposition: attachment; filename="bilaga.html"

{}
--gr
Content-Type: image/png
Content-Disposition: attachment; filename="bild.png"

x
--gr--
""".format("\n\n".join(PARAGRAPHS), PAGE.decode().replace("Ny bro", "Bilagd bro"))


def test_a_message_is_its_text_and_its_attachments(tmp_path: Path) -> None:
    items = read(tmp_path, "brev.eml", MAIL.encode("cp1252"))
    first, second = pages(items)
    assert (first.path, first.published_at) == ("brev.eml", "2012-04-11T09:12:00+02:00")
    assert blocks(first) == EXPECTED
    assert second.path == "brev.eml/bilaga.html"
    assert left_out(items) == [("brev.eml/bild.png", "skipped", "not_supported")]


def test_a_mailbox_gives_its_messages(tmp_path: Path) -> None:
    box = b"".join(
        b"From press Wed Apr 11 09:12:00 2012\n" + MAIL.replace("Ny", f"{n}").encode("cp1252") + b"\n" for n in (1, 2)
    )
    found = [page.path for page in pages(read(tmp_path, "brev.mbox", box))]
    assert found == ["brev.mbox#1", "brev.mbox/bilaga.html", "brev.mbox#2", "brev.mbox/bilaga.html"]


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://alvsund.exempel/bron
Subject: Ny bro dyrare
Date: Wed, 11 Apr 2012 09:12:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="gr"

--gr
Content-Type: text/css
Content-Location: cid:css

p {{ color: black }}
--gr
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: 8bit
Content-Location: https://alvsund.exempel/bron

{PAGE.decode()}
--gr--
"""


def test_mhtml_is_one_page(tmp_path: Path) -> None:
    (page,) = pages(read(tmp_path, "bron.mhtml", MHTML.encode("cp1252")))
    assert page.url == "https://alvsund.exempel/bron"
    assert blocks(page) == EXPECTED


# -- saved pages and exports


@pytest.mark.parametrize("folder", ["bron_files", "bron_filer", "bron-filer"])
def test_the_folder_of_a_page_saved_complete_is_no_page(tmp_path: Path, folder: str) -> None:
    (tmp_path / "bron.html").write_bytes(PAGE)
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "annons.html").write_bytes(PAGE)
    items = list(files(FilesOptions(paths=(str(tmp_path),))))
    assert [page.path for page in pages(items)] == ["bron.html"]
    assert left_out(items) == [(folder, "skipped", "page_assets")]
    inside = zipped({"bron.html": PAGE, f"{folder}/annons.html": PAGE})
    assert len(pages(read(tmp_path, "a.zip", inside))) == 1


EXPORT = """Datum: 2012-04-12
Sökord: bron

> Ny bro dyrare, Alvsunds Tidning, 2012-04-11
> Simhallen öppnar, Sjövikbladet, 2012-04-10

==============================================================================
Ny bro dyrare
Alvsunds Tidning. Publicerat i print.
2012-04-11
Sida 4

{}

Bildtext: Bron i maj. FOTO: HEDVIG LANS

© Alvsunds Tidning
Alla artiklar är skyddade av upphovsrättslagen.
==============================================================================
Simhallen öppnar
Sjövikbladet. Publicerat på webb.
2012-04-10 11:05

Simhallen i Sjövik öppnar på lördag efter ett år av arbete och förseningar.

– Vi är glada, säger Erik Ek.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_an_export_of_mediearkivet_is_split_with_all_its_paragraphs(tmp_path: Path, encoding: str) -> None:
    text = EXPORT.format("\n\n".join(PARAGRAPHS)).replace("\n", "\r\n")
    first, second = pages(read(tmp_path, "export.txt", text.encode(encoding)))
    assert (first.path, first.name, first.published_at) == ("export.txt#1", "Alvsunds Tidning", "2012-04-11")
    assert (second.name, second.published_at) == ("Sjövikbladet", "2012-04-10T11:05")
    found = blocks(first)
    for block in EXPECTED:
        assert block in found
    assert any(kind == "caption" and "Bron i maj" in text for kind, text in found)
    assert ("dash", "– Vi är glada, säger Erik Ek.") in blocks(second)


def test_a_text_with_a_line_of_equals_signs_is_one_text(tmp_path: Path) -> None:
    assert len(pages(read(tmp_path, "a.txt", b"Ny bro dyrare\n=============\n\n" + TEXT))) == 1


def test_a_library_that_is_not_there_is_named_with_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", gone)
    (item,) = read(tmp_path, "a.warc", WARC)
    assert isinstance(item, Unreadable)
    assert item.reason == "missing_extra"
    assert "pip install 'talstreck[archive]'" in item.message


def test_an_opendocument_text_is_a_page_of_a_folder(tmp_path: Path) -> None:
    (page,) = pages(read(tmp_path, "bron.odt", odt("<text:h>Ny bro dyrare</text:h><text:p>Bron dröjer.</text:p>")))
    assert page.media_type == "application/vnd.oasis.opendocument.text"
