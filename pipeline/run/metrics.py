"""How far a run is, in Prometheus' text format: in a file for a collector, or at a port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.outputs import OutputError, make_folder
from pipeline.run.outcomes import ENDINGS
from pipeline.run.supervisor import Done
from pipeline.run.watching import Tally

#: Seconds between two writings of the file.
_PAUSE = 5.0
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def exposition(tally: Tally) -> str:
    """Return the metrics of a run in Prometheus' text format, version 0.0.4."""
    endings = {f'ending="{ending}"': tally.endings[ending] for ending in ENDINGS if ending != "duplicate"}
    stages = {f'stage="{stage}"': round(seconds, 3) for stage, seconds in tally.seconds.items()}
    families: list[tuple[str, str, str, Mapping[str, float]]] = [
        ("documents_total", "counter", "Documents worked on, by how they ended.", endings),
        ("inputs_total", "counter", "Inputs listed.", {"": tally.listing.inputs}),
        ("reused_total", "counter", "Inputs that an earlier run had done.", {"": tally.listing.reused}),
        ("stage_seconds_total", "counter", "Seconds that the workers spent in each stage.", stages),
        ("worker_deaths_total", "counter", "Workers that died.", {"": tally.deaths}),
        ("worker_memory_bytes", "gauge", "Largest resident memory of a worker.", {"": tally.memory}),
        ("documents_per_second", "gauge", "Documents a second over the last minute.", {"": round(tally.rate, 2)}),
        ("run_seconds", "gauge", "Seconds since the work began.", {"": round(tally.elapsed, 1)}),
    ]
    lines = []
    for name, kind, told, samples in families:
        full = f"talstreck_{name}"
        lines += [f"# HELP {full} {told}", f"# TYPE {full} {kind}"]
        lines += [f"{full}{{{labels}}} {value}" if labels else f"{full} {value}" for labels, value in samples.items()]
    return "\n".join(lines) + "\n"


class Metrics:
    """Tells Prometheus. ``where`` is a port of 127.0.0.1, or the path of a file for the node exporter's collector."""

    def __init__(self, where: str) -> None:
        self._file = None if where.isdigit() else Path(where)
        self._server: ThreadingHTTPServer | None = None
        self._next = 0.0
        if self._file is not None:
            make_folder(self._file)
        else:
            try:
                self._server = ThreadingHTTPServer(("127.0.0.1", int(where)), _Handler)
            except (OSError, OverflowError) as error:
                raise OutputError(f"port {where}: {error}; give another one to --metrics") from None

    @property
    def port(self) -> int:
        """The port at which it can be asked; 0 where it writes a file."""
        return 0 if self._server is None else int(self._server.server_address[1])

    def begins(self, tally: Tally) -> None:
        """Tell from now on."""
        self._tally = tally
        if self._server is not None:
            _Handler.tally = tally
            threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def done(self, done: Done) -> None:
        """Write the file, where it is time to."""
        if time.monotonic() >= self._next:
            self._write()

    def ends(self) -> None:
        """Write the file for the last time; close the port."""
        self._write()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    def _write(self) -> None:
        self._next = time.monotonic() + _PAUSE
        if self._file is not None:
            aside = self._file.with_name(self._file.name + ".tmp")
            with suppress(OSError):  # metrics must not end a run
                aside.write_text(exposition(self._tally), encoding="utf-8")
                aside.replace(self._file)


class _Handler(BaseHTTPRequestHandler):
    tally: Tally | None = None

    def do_GET(self) -> None:
        """Answer every path with the metrics."""
        data = exposition(self.tally).encode() if self.tally else b""
        self.send_response(200)
        self.send_header("Content-Type", _TYPE)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: stderr is the run's."""
