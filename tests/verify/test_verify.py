"""Records beside their archive: everything holds, or what does not is named."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipeline.article import Article, Page
from pipeline.cli import app
from pipeline.record import ProducedBy, build_record
from pipeline.record_files import RecordFileError
from pipeline.sources import Unreadable
from pipeline.sources.files import FilesOptions, files
from pipeline.stage import STAGES
from pipeline.stages.clean import CleanOptions
from pipeline.stages.clean.tree import parse
from pipeline.verify.archive import Verified, verify
from pipeline.verify.letters import letters_of, read_letters
from pipeline.verify.tracing import element_at, trace_html
from tests.clean.family_pages import PAGES
from tests.sources.files_to_read import PAGE, odt, response, zipped

HIDDEN = """<html lang="sv"><head><meta property="og:title" content="Ny bro &amp; f&auml;rja | Alvsund"></head><body>
<div><b>Färjan går</b> den <span>13 nov<span style="display:none">ember, dold text</span>. 2012</span>&nbsp;enligt planen.</div>
<p>Priset är 450&#160;kronor &#150; och v&auml;gen är stängd.<br>Ring 070-174 06 12.</p><p>Bron &lt;den nya&gt; är dyr, sa hon.</p>
<table><tr><th>År</th><th>Kronor</th></tr><tr><td>2011</td><td>40</td></tr><tr><td>2012</td><td>52</td></tr></table>
<p>Samma ord.</p><p>Samma ord.</p><script>var x = "Samma ord.";</script><o:p>Konstigt namn på ett element.</o:p></body></html>"""

#: What no text between tags says: quotation marks of ``<q>``, numbers and addresses of links, addresses hidden from robots.
IN_ATTRIBUTES = """<html lang="sv"><body><main><h1>Ny bro dyrare</h1><p>Kommunen bygger en ny bro över sundet i höst.</p>
<p><q>Den blir bra</q>, säger Karin Lind.</p><p>Hon säger: <q>”Ja.”</q></p><aside><h2>Kontakt</h2><h3>Karin Lind</h3>
<p>Projektledare</p><p><a href="tel:070-174%2006%2012">Ring</a><a href="mailto:k.lind@alvsund.exempel?subject=Bron">Mejla</a></p>
<h3>Bo Ek</h3><p><span>Vd</span><a title="Ring 08-465 004 12" href="#">Visa</a></p>
<p>E-post: <span class="__cf_email__" data-cfemail="2a44536a4b465c595f444e044f524f475a4f46">[email&#160;protected]</span></p>
<p><a href="/cdn-cgi/l/email-protection#07656847666b717472696329627f626a77626b">Skriv</a></p></aside></main></body></html>"""


def stages(*names: str) -> list[Callable[[Article], Article]]:
    return [STAGES.get(name).build(STAGES.get(name).config()) for name in names]


def records_of(archive: Path, output: Path) -> list[dict[str, object]]:
    """Write the records of an archive (blocks, phones, mail) as JSON Lines."""
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    by = ProducedBy(name="talstreck", version="0", config_sha256="", stages=["clean", "contacts"], models=[])
    lines = []
    for page in files(FilesOptions(paths=(str(archive),))):
        if isinstance(page, Unreadable):
            continue
        article = clean(Article(page))
        for step in stages("contacts"):
            article = step(article)
        lines.append(build_record(article, by).to_json())
    data = ("\n".join(lines) + "\n").encode()
    output.write_bytes(gzip.compress(data) if output.suffix == ".gz" else data)
    return [json.loads(line) for line in lines]


def write(path: Path, records: Sequence[object]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "arkiv"
    folder.mkdir()
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_bytes(html.encode("cp1252" if name == "plainold" else "utf-8"))
    (folder / "hidden.html").write_text(HIDDEN, encoding="utf-8")
    (folder / "attributes.html").write_text(IN_ATTRIBUTES, encoding="utf-8")
    (folder / "nytt.txt").write_bytes("Ny bro\n\n– Den håller,\nsäger Eva Ek. Tel 070-174 06 12\n".encode("cp1252"))
    (folder / "packad.zip").write_bytes(zipped({"a/bro.html": PAGE, "b.txt": "Färja\n\n– Nej, säger hon.\n".encode()}))
    (folder / "brev.odt").write_bytes(odt("<text:p>Ny bro</text:p><text:p>– Den håller, säger Eva Ek.</text:p>"))
    (folder / "webb.warc").write_bytes(response("https://alvsund.exempel/bro", PAGE))
    return folder


def holds(verified: Verified) -> None:
    assert verified.problems == []
    assert verified.complete


def test_every_span_of_every_input_is_cut_anew(archive: Path, tmp_path: Path) -> None:
    made = records_of(archive, tmp_path / "poster.jsonl.gz")
    verified = verify(str(tmp_path / "poster.jsonl.gz"), archive)
    holds(verified)
    assert verified.counts["records"] == verified.counts["pages"] == len(made) == 16
    assert verified.counts["documents"] == 1
    assert verified.counts["traced"] > 20


def test_a_span_leads_to_characters_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HIDDEN, encoding="utf-8")
    records_of(tmp_path / "a.html", tmp_path / "p.jsonl")
    ranges = tmp_path / "r.jsonl"
    done = CliRunner().invoke(
        app, ["verify", str(tmp_path / "p.jsonl"), str(tmp_path / "a.html"), "--ranges", str(ranges)]
    )
    assert done.exit_code == 0
    phone = next(line for line in map(json.loads, ranges.read_text().splitlines()) if line["span"] == "phones[0]")
    [[start, end]] = phone["source"]
    assert HIDDEN[start:end] == "070-174 06 12"


def test_what_stands_in_attributes_alone_leads_to_them(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(IN_ATTRIBUTES, encoding="utf-8")
    [record] = records_of(tmp_path / "a.html", tmp_path / "p.jsonl")
    lines = str(record["text"]).split("\n")
    said = ["”Den blir bra”, säger Karin Lind.", "Hon säger: ”Ja.”", "070-174 06 12", "k.lind@alvsund.exempel"]
    assert [line for line in said if line not in lines] == []
    said = ["08-465 004 12", "E-post: ny@alvsund.exempel", "bo@alvsund.exempel"]
    assert [line for line in said if line not in lines] == []
    verified = verify(str(tmp_path / "p.jsonl"), tmp_path / "a.html")
    holds(verified)
    assert verified.counts["traced"] > 12


@pytest.mark.parametrize(
    ("change", "check", "part"),
    [
        pytest.param(lambda r: r["phones"][0].update(start=r["phones"][0]["start"] + 1), "spans", "phones[0]", id="offset"),
        pytest.param(lambda r: r["phones"][0].update(text="070-174 06 13"), "spans", "phones[0]", id="words"),
        pytest.param(lambda r: r["blocks"][1].update(end=10_000), "spans", "blocks[1]", id="beyond the text"),
        pytest.param(lambda r: r["blocks"][1].update(start=0), "spans", "blocks[1]", id="overlap"),
        pytest.param(lambda r: r.update(text=r["text"].replace("bro", "väg")), "spans", "text", id="changed text"),
        pytest.param(lambda r: r["blocks"][2].update(address="/html/body/p[99]"), "blocks", "blocks[2]", id="no element"),
        pytest.param(lambda r: r["blocks"][3].update(address=r["blocks"][0]["address"]), "blocks", "blocks[3]", id="other element"),
        pytest.param(lambda r: r["source"].update(raw_sha256="0" * 64), "pages", "source.raw_sha256", id="other page"),
        pytest.param(lambda r: r.pop("blocks"), "records", "", id="no record"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named(
    archive: Path, tmp_path: Path, change: Callable[[dict[str, object]], object], check: str, part: str
) -> None:
    made = records_of(archive / "sitevision.html", tmp_path / "p.jsonl")
    change(made[0])
    write(tmp_path / "p.jsonl", made)
    verified = verify(str(tmp_path / "p.jsonl"), archive / "sitevision.html")
    assert not verified.complete
    assert check in verified.failed
    assert part in {problem.part for problem in verified.problems}


def test_exit_codes_and_json(archive: Path, tmp_path: Path) -> None:
    records, page = str(tmp_path / "p.jsonl"), str(archive / "drupal.html")
    made = records_of(Path(page), Path(records))
    done = CliRunner().invoke(app, ["verify", records, page, "--json"])
    assert (done.exit_code, json.loads(done.stdout)["complete"]) == (0, True)
    made[0]["text_sha256"] = ""
    write(Path(records), made)
    done = CliRunner().invoke(app, ["verify", records, page])
    assert done.exit_code == 1
    assert "text_sha256" in done.stdout
    write(Path(records), [])
    assert CliRunner().invoke(app, ["verify", records, page]).exit_code == 1
    missing = CliRunner().invoke(app, ["verify", str(tmp_path / "x.jsonl"), page])
    assert isinstance(missing.exception, RecordFileError)


def test_letters_of_a_page_have_their_places() -> None:
    source = "<p class='a>b'>A&aring; <!-- nej --><b>b</b>\u00ad&nbsp;c&amp;</p><style>x</style>"
    letters = read_letters(source)
    assert letters.text == letters_of("Aåbc&")
    cuts = [source[start:end] for start, end in zip(letters.starts, letters.ends, strict=True)]
    assert cuts == ["A", "&aring;", "&aring;", "b", "c", "&amp;"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "<div class='x'>", "</div>", "&auml;", "– Nej, sa hon.", " ", "Ö", "<br>", "<!--", "-->", "<li>", "å\u0308", "<td>", "<", "&"]), max_size=40))  # fmt: skip
def test_blocks_of_broken_markup_stand_in_their_elements(parts: list[str]) -> None:
    html = "<html><body><h1>Ny bro dyrare</h1>" + "".join(parts) + "</body></html>"
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    article = clean(Article(Page(html.encode(), media_type="text/html")))
    blocks = [{"kind": b.kind, "start": b.start, "end": b.end, "address": b.address} for b in article.blocks]
    traced = trace_html({"text": article.text, "blocks": blocks}, html)
    assert [problem for problem in traced.problems if "nowhere in the source" not in problem[1]] == []


def test_an_address_is_read_as_it_is_written() -> None:
    root = parse("<html><head><title>T</title></head><body><p>a<p>b</body></html>")
    assert root is not None
    second = element_at(root, "/html/body/p[2]")
    assert second is not None
    assert not isinstance(second, str)
    assert second.text() == "b"
    assert element_at(root, "/html/body/p[3]") is None
    assert element_at(root, "/html/body/p[0]") is None
    assert element_at(root, "/xml/body") is None
    assert element_at(root, "/html/body/p[") is None
