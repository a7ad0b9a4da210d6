"""A server on this machine that misbehaves in the ways that servers do."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Route = Callable[["Handler"], None]
PAGE = "<html><body><h1>Bron öppnar</h1><p>– Äntligen, säger Siv Ekdal.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers by the server's routes; what was asked for is noted."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Misbehaving)
        server.asked.append((self.path, dict(self.headers)))
        route = server.routes.get(self.path)
        with contextlib.suppress(OSError):  # the other end gave up
            if route is None:
                self.say(404, b"")
            else:
                route(self)

    def say(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Misbehaving(ThreadingHTTPServer):
    """The server: ``routes`` by path, ``asked`` what was asked for with the headers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.routes: dict[str, Route] = {}

    def handle_error(self, *_: object) -> None:
        """Say nothing: the other end is expected to give up."""

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def page(self, path: str, text: str = PAGE, **headers: str) -> None:
        """Serve a page at a path."""
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        self.routes[path] = lambda h: h.say(200, text.encode(), **headers)

    def status(self, path: str, status: int, **headers: str) -> None:
        """Answer with a status and nothing else."""
        self.routes[path] = lambda h: h.say(status, b"", **headers)


@contextlib.contextmanager
def misbehaving() -> Iterator[Misbehaving]:
    """Run the server for as long as the block lasts."""
    server = Misbehaving()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def drip(handler: Handler) -> None:
    """Send a byte now and then for a very long time."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: Handler) -> None:
    """Never come to the end of the headers."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(600):
        handler.wfile.write(f"X-{n}: a\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: Handler) -> None:
    """Send a body without a length that does not end by itself."""
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(20_000):
        handler.wfile.write(b"<p>mer</p>" * 1000)


def cut_off(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"kort")
    handler.close_connection = True


def bomb(handler: Handler) -> None:
    """Send a little that unpacks to very much."""
    packed = gzip.compress(b"0" * 200_000_000, compresslevel=9)
    handler.say(200, packed, Content_Encoding="gzip", Content_Type="text/html")


def not_packed(handler: Handler) -> None:
    """Say that the body is packed, which it is not."""
    handler.say(200, b"<p>hej</p>", Content_Encoding="gzip")


def half_packed(handler: Handler) -> None:
    """End the packed body in its middle."""
    handler.say(200, gzip.compress(PAGE.encode() * 50)[:60], Content_Encoding="gzip")


def other_coding(handler: Handler) -> None:
    """Pack the body as nobody asked for."""
    handler.say(200, b"\x0b\x02\x80hej\x03", Content_Encoding="br")


def nonsense(handler: Handler) -> None:
    """Answer what is no HTTP."""
    handler.wfile.write(b"220 hej hej\r\n\r\n")
    handler.close_connection = True


def hang_up(handler: Handler) -> None:
    """Close without a word."""
    handler.close_connection = True
