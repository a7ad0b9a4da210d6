"""Servers that are slow, endless, broken or hostile: each ends as its reason, in bounded time and memory."""

from __future__ import annotations

import ssl
import subprocess
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.fetch.client import Answer, Client, FetchProblem
from pipeline.fetch.settings import FetchOptions
from tests.fetch import server as s
from tests.fetch.server import Misbehaving, misbehaving


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


def ask(url: str, **options: object) -> Answer:
    chosen = {"contact": "siv@alvsund.example", "urls": ["x"], "allow_private": True, "max_seconds": 5, **options}
    client = Client(FetchOptions.model_validate(chosen), "talstreck/1 (+siv@alvsund.example)")
    try:
        return client.get(url, {})
    finally:
        client.close()


TROUBLE = {
    "drips": (s.drip, "too_slow", True, {"max_seconds": 0.5}),
    "never ends its headers": (s.drip_headers, "too_slow", True, {"max_seconds": 0.5}),
    "never ends": (s.endless, "too_large", False, {"max_bytes": 1_000_000}),
    "ends too soon": (s.cut_off, "broken", True, {}),
    "a bomb": (s.bomb, "too_large", False, {"max_bytes": 1_000_000}),
    "says gzip and is not": (s.not_packed, "broken", True, {}),
    "half of a packed body": (s.half_packed, "broken", True, {}),
    "packed as nobody asked": (s.other_coding, "coding", False, {}),
    "no HTTP": (s.nonsense, "broken", True, {}),
    "hangs up": (s.hang_up, "broken", True, {}),
}


@pytest.mark.parametrize(("route", "reason", "again", "options"), TROUBLE.values(), ids=TROUBLE)
def test_trouble(server: Misbehaving, route: s.Route, reason: str, again: bool, options: dict[str, object]) -> None:
    server.routes["/"] = route
    with pytest.raises(FetchProblem) as problem:
        ask(f"{server.root}/", **options)
    assert (problem.value.reason, problem.value.again) == (reason, again)


def test_a_page(server: Misbehaving) -> None:
    server.page("/a")
    answer = ask(f"{server.root}/a")
    assert (answer.status, answer.media_type, answer.body.decode()) == (200, "text/html", s.PAGE)
    headers = server.asked[0][1]
    assert headers["User-Agent"] == "talstreck/1 (+siv@alvsund.example)"
    assert "Cookie" not in headers


@pytest.mark.parametrize("level", [31, 15, -15])
def test_packed_bodies(server: Misbehaving, level: int) -> None:
    packer = zlib.compressobj(wbits=level)
    body = packer.compress(s.PAGE.encode()) + packer.flush()
    server.routes["/"] = lambda h: h.say(200, body, Content_Encoding="gzip" if level == 31 else "deflate")
    assert ask(f"{server.root}/").body.decode() == s.PAGE


def test_an_unknown_charset_is_kept_as_bytes(server: Misbehaving) -> None:
    server.routes["/"] = lambda h: h.say(200, "å".encode("latin-1"), Content_Type="text/html; charset=nonsense-9")
    assert ask(f"{server.root}/").body == b"\xe5"


def test_a_private_machine_is_refused(server: Misbehaving) -> None:
    with pytest.raises(FetchProblem) as problem:
        ask(f"{server.root}/", allow_private=False)
    assert problem.value.reason == "private_address"
    assert server.asked == []


def test_nobody_answers() -> None:
    with pytest.raises(FetchProblem) as problem:
        ask("http://127.0.0.1:9/")
    assert (problem.value.reason, problem.value.again) == ("no_connection", True)


def test_a_host_that_does_not_exist() -> None:
    with pytest.raises(FetchProblem) as problem:
        ask("http://finns-inte.invalid/")
    assert problem.value.reason == "no_connection"


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("openssl is not there to make a certificate")
    running = Misbehaving()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    running.socket = context.wrap_socket(running.socket, server_side=True)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        with pytest.raises(FetchProblem) as problem:
            ask(running.root.replace("http:", "https:") + "/")
        assert problem.value.reason == "tls"
    finally:
        running.shutdown()
        running.server_close()
