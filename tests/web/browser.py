"""A real browser over a real server: Debian's Chromium, driven by Playwright. Without one, the tests say why they are skipped."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from pipeline.web.app import make_app
from pipeline.web.site import Site

CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
#: Seconds that a server may take to answer its first request; only a hang is longer.
_PATIENCE = 60


@contextmanager
def served(site: Site) -> Iterator[str]:
    """Run the site on a free port of this machine and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(make_app(site), host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + _PATIENCE
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)


def shots_folder() -> Path | None:
    """Return where screenshots go: a folder that git leaves alone."""
    folder = Path(__file__).parents[2] / "out" / "screenshots"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
