"""`talstreck serve`: checks who could come in, then shows a store until it is stopped."""

from __future__ import annotations

import getpass
import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.outputs import OutputError
from pipeline.privacy import load_profile
from pipeline.reviews.file import ReviewFile, beside
from pipeline.search import command as asked
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


def make_site(wanted: Served) -> Site:
    """Return the site to show; raises :class:`OutputError` for one that anybody could walk into."""
    token = _token(wanted.token_file)
    if not _is_loopback(wanted.host) and token is None and wanted.user_header is None:
        raise OutputError(
            f"serve: {wanted.host} can be reached from elsewhere; give a key in --token-file (or {TOKEN}), "
            "or --user-header with a proxy that signs users in"
        )
    reach = Reach(
        token=token,
        user_header=wanted.user_header,
        proxies=wanted.proxies,
        hosts=tuple(dict.fromkeys((*Reach().hosts, wanted.host.lower(), *(h.lower() for h in wanted.host_names)))),
        requests_a_minute=wanted.requests_a_minute,
    )
    reviews = wanted.reviews or beside(wanted.store)
    profile = load_profile(wanted.privacy, wanted.suppress)
    reader = wanted.reader or getpass.getuser()
    site = Site(wanted.store, ReviewFile(reviews), profile, reach, reader, wanted.corrections, wanted.archive)
    with site.reading() as reading:
        search(reading.db, Request("ord"), reading.shield)  # reads the tables of words, so that nobody waits for them
    return site


def serve_store(wanted: Served) -> None:
    """Show a store until the program is stopped."""
    try:
        import uvicorn

        from pipeline.web.app import make_app
    except ImportError as error:
        raise OutputError(f"serve: needs an extra ({error.name}): pip install 'talstreck[web]'") from None
    app = make_app(make_site(wanted))
    uvicorn.run(app, host=wanted.host, port=wanted.port, log_level="warning", server_header=False, proxy_headers=False)


def serve(
    store: asked.Store = Path("out/press.db"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8411,
    host: Annotated[
        str, typer.Option(help="The address to listen on; one that others reach needs a key.")
    ] = "127.0.0.1",
    reviews: Annotated[Path | None, typer.Option(help="The file of reviews [beside the store].")] = None,
    corrections: Annotated[
        Path | None, typer.Option(help="Keep merges and splits here for 'link'; never a file written by hand.")
    ] = None,
    archive: Annotated[Path | None, typer.Option(help="The folder of the pages, to show our own copies.")] = None,
    privacy: asked.Privacy = "newsroom",
    suppress: asked.Suppress = None,
    reader: Annotated[str | None, typer.Option(help="Who reviews are by, where nobody signs in [your user].")] = None,
    token_file: Annotated[Path | None, typer.Option(help="A file with the key that lets people in.")] = None,
    user_header: Annotated[str | None, typer.Option(help="The header in which a proxy names the user.")] = None,
    proxy: Annotated[list[str], typer.Option(help="The proxy's address. Repeat for several.")] = ["127.0.0.1", "::1"],
    host_name: Annotated[list[str], typer.Option(help="A name under which the page is reached.")] = [],
    rate: Annotated[int, typer.Option(min=1, help="Requests a minute that each caller may make.")] = 240,
) -> None:
    """Show a store as a page for journalists and as an API, on this machine unless told otherwise."""
    places = (reviews, corrections, archive, privacy, suppress, reader, token_file, user_header)
    typer.echo(f"http://{host}:{port}/", err=True)
    serve_store(Served(store, host, port, *places, tuple(proxy), tuple(host_name), rate))


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
