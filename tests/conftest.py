"""What all tests share: one pipeline with the default stages, and short ways to ask it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

from pipeline import Pipeline, Record, load
from pipeline.article import Article, Page

#: A first line and a closing one, so that the sentence under test is neither title nor the whole text.
HEAD = "Nytt från Alvsund\n\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--raise-floors", action="store_true", help="raise the quality floors to what is measured")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load()


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[[str], Record]:
    """Return the record of a plain text."""

    def record(text: str) -> Record:
        return pipeline.process(Page((HEAD + text).encode(), path="t.txt", media_type="text/plain"))

    return record


@pytest.fixture(scope="session")
def article(pipeline: Pipeline) -> Callable[[str], Article]:
    """Return the article of a plain text, with all its layers."""

    def made(text: str) -> Article:
        return pipeline.article(Page((HEAD + text).encode(), path="t.txt", media_type="text/plain"))

    return made


@pytest.fixture(scope="session")
def said(read: Callable[[str], Record]) -> Callable[[str], list[tuple[str, str | None]]]:
    """Return each quote's words (pieces joined by " … ") with its speakers (joined by "; ")."""

    def quotes(text: str) -> list[tuple[str, str | None]]:
        found = []
        for quote in read(text).quotes:
            names = "; ".join(s.name for s in (quote.speaker, *quote.co_speakers) if s.name)
            found.append((" … ".join(part.text for part in quote.contents), names or None))
        return found

    return quotes


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what was skipped on this machine; a header would not be shown with -q."""
    lines = []
    if not os.environ.get("SEED"):
        lines.append("the seed's check is skipped: give its path as SEED=…")
    try:
        import stanza  # noqa: F401
    except ImportError:
        lines.append("Stanza tests are skipped: run `make test STANZA=1`")
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        lines.append("browser tests are skipped: there is no Chromium (on Debian: apt-get install chromium)")
    for line in lines:
        terminalreporter.write_line(line)
