"""What ``talstreck serve`` does: checks who could come in, then shows a store until it is stopped."""

from __future__ import annotations

import getpass
import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.outputs import OutputError
from pipeline.privacy import load_profile
from pipeline.reviews.file import ReviewFile
from pipeline.search.query import Request, search
from pipeline.web.site import Reach, Site

TOKEN = "TALSTRECK_TOKEN"
_SHORTEST_TOKEN = 16


@dataclass(frozen=True)
class Served:
    """What was asked for on the command line."""

    store: Path
    host: str = "127.0.0.1"
    port: int = 8411
    reviews: Path | None = None
    corrections: Path | None = None
    archive: Path | None = None
    privacy: str = "newsroom"
    suppress: Path | None = None
    reader: str | None = None
    token_file: Path | None = None
    user_header: str | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    host_names: tuple[str, ...] = ()
    requests_a_minute: int = 240


def make_site(asked: Served) -> Site:
    """Return the site to show; raises :class:`OutputError` for one that anybody could walk into."""
    token = _token(asked.token_file)
    if not _is_loopback(asked.host) and token is None and asked.user_header is None:
        raise OutputError(
            f"serve: {asked.host} can be reached from elsewhere; give a key in --token-file (or {TOKEN}), "
            "or --user-header with a proxy that signs users in"
        )
    reach = Reach(
        token=token,
        user_header=asked.user_header,
        proxies=asked.proxies,
        hosts=tuple(dict.fromkeys((*Reach().hosts, asked.host.lower(), *(h.lower() for h in asked.host_names)))),
        requests_a_minute=asked.requests_a_minute,
    )
    reviews = asked.reviews or asked.store.with_name(f"{asked.store.stem}.reviews.db")
    profile = load_profile(asked.privacy, asked.suppress)
    reader = asked.reader or getpass.getuser()
    site = Site(asked.store, ReviewFile(reviews), profile, reach, reader, asked.corrections, asked.archive)
    with site.reading() as reading:
        search(reading.db, Request("ord"), reading.shield)  # reads the tables of words, so that nobody waits for them
    return site


def serve_store(asked: Served) -> None:
    """Show a store until the program is stopped."""
    try:
        import uvicorn

        from pipeline.web.app import make_app
    except ImportError as error:
        raise OutputError(f"serve: needs an extra ({error.name}): pip install 'talstreck[web]'") from None
    app = make_app(make_site(asked))
    uvicorn.run(app, host=asked.host, port=asked.port, log_level="warning", server_header=False, proxy_headers=False)


def _token(file: Path | None) -> str | None:
    if file is None:
        token = os.environ.get(TOKEN, "").strip()
    else:
        try:
            token = file.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise OutputError(f"{file}: the key cannot be read: {error.strerror or error}") from None
        if not token:
            raise OutputError(f"{file}: is empty; put a key there, such as of 'openssl rand -hex 24'")
    if token and len(token) < _SHORTEST_TOKEN:
        raise OutputError(f"serve: a key needs {_SHORTEST_TOKEN} letters or more; make one with 'openssl rand -hex 24'")
    return token or None


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
