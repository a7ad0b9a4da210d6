"""One form for each address; what is not fetched; what machines are not asked."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from pipeline.fetch.addresses import RefusedAddress, canonical, open_addresses, wanted

FORMS = {
    "host and scheme": ("HTTPS://Alvsund.Example/Nyheter", "https://alvsund.example/Nyheter"),
    "the usual port": ("http://alvsund.example:80/a", "http://alvsund.example/a"),
    "another port": ("http://alvsund.example:8080/a", "http://alvsund.example:8080/a"),
    "a fragment": ("https://alvsund.example/a#topp", "https://alvsund.example/a"),
    "tracking": ("https://alvsund.example/a?utm_source=x&id=3&fbclid=9", "https://alvsund.example/a?id=3"),
    "a query that is kept as it is": ("https://alvsund.example/a?q=%C3%A5&b", "https://alvsund.example/a?q=%C3%A5&b"),
    "no path": ("https://alvsund.example", "https://alvsund.example/"),
    "relative": ("../b?c=1", "https://alvsund.example/b?c=1"),
    "another scheme's slashes": ("//press.example/x", "https://press.example/x"),
}


@pytest.mark.parametrize(("written", "wanted_form"), FORMS.values(), ids=FORMS)
def test_one_form(written: str, wanted_form: str) -> None:
    found = canonical(written, "https://alvsund.example/nyheter/a")
    assert found == wanted_form
    assert canonical(found) == found


@pytest.mark.parametrize(
    "written",
    [
        *(
            "mailto:siv@alvsund.example",
            "file:///etc/passwd",
            "ftp://alvsund.example/a",
            "javascript:alert(1)",
            "data:,hej",
        ),
        *("https://siv:hemligt@alvsund.example/", "http://[::1", "http:///a", "https://alvsund.example:99999/"),
    ],
)
def test_no_web_addresses(written: str) -> None:
    with pytest.raises(RefusedAddress):
        canonical(written)


def test_patterns() -> None:
    follow, skip = ("https://alvsund.example/nyheter/*",), ("*.pdf",)
    assert wanted("https://alvsund.example/nyheter/bron", follow, skip)
    assert not wanted("https://alvsund.example/om", follow, skip)
    assert not wanted("https://alvsund.example/nyheter/bron.pdf", follow, skip)
    assert wanted("https://annan.example/", (), ())


def answering(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Make every host name stand for these addresses."""

    def found(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", found)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.8",
            "172.16.5.5",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "::"),
        *("255.255.255.255", "198.18.0.1"),
    ],
)
def test_machines_that_are_not_asked(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    answering(monkeypatch, address)
    with pytest.raises(RefusedAddress, match="allow_private"):
        open_addresses("press.example", 443, allow_private=False)
    assert open_addresses("press.example", 443, allow_private=True) == [address]


def test_one_bad_answer_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "93.184.216.34", "127.0.0.1")
    with pytest.raises(RefusedAddress):
        open_addresses("press.example", 443, allow_private=False)


def test_open_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946")
    assert len(open_addresses("press.example", 443, allow_private=False)) == 2
