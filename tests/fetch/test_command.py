"""The real command: mistakes, a plan, a fetch, and a kill in the middle of one."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.article import Page
from pipeline.sources.files import FilesOptions, files
from tests.fetch.server import PAGE, misbehaving


def talstreck(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


MISTAKES = {
    "no file": (None, "cannot be read"),
    "no YAML": ("fetch: [", "not valid YAML"),
    "no fetch": ("name: alvsund", "expected 'fetch:'"),
    "no contact": ("fetch: {urls: [https://a.example/]}", "fetch.contact: is missing"),
    "no real contact": ("fetch: {contact: jag, urls: [https://a.example/]}", "an e-mail address or a web address"),
    "no place": ("fetch: {contact: siv@a.example}", "says no place"),
    "misspelt": ("fetch: {contact: siv@a.example, feds: [x]}", "did you mean 'feeds'?"),
    "a bad name": ("name: ../../x\nfetch: {contact: siv@a.example, urls: [x]}", "it begins file names"),
    "a list that is not there": (
        "fetch: {contact: siv@a.example, urls_file: finns-inte.txt}",
        "urls_file: cannot be read",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(tmp_path: Path, text: str | None, message: str) -> None:
    source = tmp_path / "alvsund.yaml"
    if text is not None:
        source.write_text(text, encoding="utf-8")
    done = talstreck("fetch", source)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_killed_fetch_goes_on_where_it_was(tmp_path: Path) -> None:
    with misbehaving() as server:
        count = 40
        for n in range(count):
            server.page(f"/{n}", PAGE.replace("Bron", f"Bron {n}"))
        source = tmp_path / "alvsund.yaml"
        listed = "\n".join(f"{server.root}/{n}" for n in range(count))
        (tmp_path / "urls.txt").write_text(f"# våra\n{listed}\n", encoding="utf-8")
        source.write_text(
            f"name: alvsund\nfetch: {{contact: siv@alvsund.example, urls_file: urls.txt, archive: {tmp_path}/warc,"
            " allow_private: true, delay: 0.01, jitter: 0}\n",
            encoding="utf-8",
        )
        plan = talstreck("fetch", source, "--dry-run")
        assert (plan.returncode, plan.stdout.split()) == (0, listed.split())
        for wanted in (5, 17, 29):
            running = subprocess.Popen([sys.executable, "-m", "pipeline.cli", "fetch", str(source), "--quiet"])
            deadline = time.monotonic() + 60
            while len(set(server.paths())) < wanted and running.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            running.send_signal(signal.SIGKILL)
            running.wait()
        done = talstreck("fetch", source)
        assert done.returncode == 0
        assert "0 still wait" in done.stderr
    pages = [item for item in files(FilesOptions(paths=(str(tmp_path / "warc"),))) if isinstance(item, Page)]
    assert {str(page.url).rpartition("/")[2] for page in pages} == {str(n) for n in range(count)}
    # a page that was kept when the kill came, before that was noted, is asked for once more
    assert len(pages) <= count + 3


def test_addresses_that_were_refused_are_asked_once_their_network_is_allowed(tmp_path: Path) -> None:
    with misbehaving() as server:
        server.page("/1", PAGE)
        source = tmp_path / "alvsund.yaml"
        fetch = (
            f"name: alvsund\nfetch: {{contact: siv@alvsund.example, urls: ['{server.root}/1'], archive: {tmp_path}/warc"
        )
        source.write_text(fetch + "}\n", encoding="utf-8")
        refused = talstreck("fetch", source)
        assert "1 × private_address" in refused.stderr
        source.write_text(fetch + ", allow_private: true, delay: 0.01, jitter: 0}\n", encoding="utf-8")
        assert "1 kept" in talstreck("fetch", source).stderr
