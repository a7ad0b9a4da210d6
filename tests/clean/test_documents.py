"""PDF, Word and OpenDocument files in blocks: columns in order, numbers whole, styles as kinds."""

from __future__ import annotations

import io

import docx
import pytest

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.stages.clean.documents import BrokenDocument, opendocument, pdf, word
from tests.sources.files_to_read import odt
from tests.sources.files_to_read import pdf as make_pdf

PDF, ODT = "application/pdf", "application/vnd.oasis.opendocument.text"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, media_type: str) -> Article:
    spec = STAGES.get("clean")
    return spec.build(spec.config())(Article(Page(data, path="bron", media_type=media_type)))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def column(x: float, y: float, lines: list[str], size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(x, y - n * 13, size, line) for n, line in enumerate(lines)]


LEFT = [
    "Bron över sundet blir tolv miljoner kronor dyra-",
    "re än väntat. Pålarna sjönk djupare än vad som",
    "hade räknats med, och nu dröjer invigningen till",
    "nästa höst enligt kommunens nya tidsplan.",
    "– Vi är besvikna, säger Rut Sandell, ordförande",
    "i tekniska nämnden i Alvsund.",
]
RIGHT = [
    "Färjan går under tiden en gång i halvtimmen, och",
    "det räcker inte för dem som pendlar över sundet.",
    "För mer information kontakta Anna Lans, 070-174",
    "06 12, eller växeln på telefon 031-",
    "390 06 00.",
]


def test_columns_come_one_after_the_other_with_words_and_numbers_whole() -> None:
    page = [(50.0, 780.0, 22.0, "Ny bro över sundet blir dyrare"), *column(50, 730, LEFT), *column(315, 730, RIGHT)]
    article = read(make_pdf([page]), PDF)
    assert article.title == "Ny bro över sundet blir dyrare"
    text = " ".join(article.text.split())
    assert "tolv miljoner kronor dyrare än väntat. Pålarna sjönk djupare än vad som hade räknats med" in text
    assert "070-174 06 12" in text
    assert "031-390 06 00" in text
    assert text.index("tekniska nämnden") < text.index("Färjan går")
    kinds = [kind for kind, _ in blocks(article)]
    assert kinds[:3] == ["title", "paragraph", "dash"]
    assert article.blocks[1].address == "page[1]/line[2]"


def test_rows_drawn_across_columns_are_still_read_column_by_column() -> None:
    rows = [line for pair in zip(column(50, 730, LEFT[:5]), column(315, 730, RIGHT), strict=True) for line in pair]
    text = " ".join(read(make_pdf([rows]), PDF).text.split())
    assert text.index("nya tidsplan") < text.index("Färjan går")


def test_a_paragraph_goes_on_on_the_next_page_and_page_numbers_are_left_out() -> None:
    body = [f"Rad {n} av en lång text om bron över sundet som aldrig tycks" for n in range(1, 12)]
    pages = [
        [*column(50, 780, ["Ny bro över sundet"], 20), *column(50, 740, body), (290.0, 30.0, 9.0, "1 (2)")],
        [*column(50, 780, ["ta slut. Sedan kommer ännu en mening som är lite kort."]), (290.0, 30.0, 9.0, "2 (2)")],
    ]
    text = read(make_pdf(pages), PDF).text
    assert "som aldrig tycks ta slut." in text
    assert "(2)" not in text


def test_a_word_file_with_styles_and_a_table() -> None:
    document = docx.Document()
    document.add_heading("Ny bro dyrare", 1)
    document.add_paragraph("Bron blir tolv miljoner kronor dyrare än väntat.", style="Subtitle")
    document.add_paragraph("Pålarna sjönk djupare än vad som hade räknats med, och nu dröjer invigningen.")
    document.add_paragraph("– Vi är besvikna, säger Rut Sandell.")
    document.add_heading("Färjan går", 2)
    document.add_paragraph("Simhallen", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kostnad", "52 miljoner"
    document.add_paragraph("Presskontakt\nAnna Lans\n070-174 06 12")
    buffer = io.BytesIO()
    document.save(buffer)
    article = read(buffer.getvalue(), DOCX)
    assert [kind for kind, _ in blocks(article)][:6] == ["title", "lead", "paragraph", "dash", "heading", "list_item"]
    assert "Kostnad | 52 miljoner" in article.text
    assert [text for kind, text in blocks(article) if kind == "contact"] == ["Anna Lans", "070-174 06 12"]
    assert article.rule == "document"


def test_an_opendocument_text() -> None:
    xml = (
        "<text:h text:outline-level='1'>Ny bro dyrare</text:h><text:p>Bron <text:span>blir</text:span><text:s/>dyrare än väntat i år.</text:p>"
        "<text:p>– Vi är besvikna, säger Rut Sandell.</text:p>"
        "<text:list><text:list-item><text:p>Simhallen</text:p></text:list-item></text:list>"
    )
    assert blocks(read(odt(xml), ODT)) == [
        ("title", "Ny bro dyrare"),
        ("paragraph", "Bron blir dyrare än väntat i år."),
        ("dash", "– Vi är besvikna, säger Rut Sandell."),
        ("list_item", "Simhallen"),
    ]


@pytest.mark.parametrize("read_document", [pdf.read, word.read, opendocument.read])
def test_a_broken_document_says_so(read_document: object) -> None:
    with pytest.raises(BrokenDocument):
        read_document(b"skrot")  # type: ignore[operator]


def test_a_pdf_of_pictures_names_the_remedy() -> None:
    with pytest.raises(BrokenDocument, match="OCR"):
        pdf.read(make_pdf([[]]))
