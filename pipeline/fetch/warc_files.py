"""Web archives as `fetch` writes them: one file for each day and source, request and response together, whole records only."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.fetch.client import Answer

#: Headers that told how the body was packed for the way; the body is kept unpacked.
_OF_THE_WAY = frozenset(["content-encoding", "transfer-encoding", "content-length"])
_PIECE = 1 << 20


class WarcFiles:
    """Appends answers to ``FOLDER/NAME-YYYYMMDD.warc.gz``.

    Each answer is one write of whole gzip members, flushed to disk before :meth:`keep` returns. What a kill cut off at
    the end of the day's file is cut away when the file is opened again.
    """

    def __init__(self, folder: Path, name: str, agent: str, today: Callable[[], date]) -> None:
        self._folder = folder
        self._name = name
        self._agent = agent
        self._today = today
        self._mended: set[Path] = set()

    def keep(self, answer: Answer) -> None:
        """Append a request and its response."""
        path = self._folder / f"{self._name}-{self._today():%Y%m%d}.warc.gz"
        held = io.BytesIO()
        writer = WARCWriter(held, gzip=True)
        if self._begin(path) == 0:
            about = {"software": self._agent, "format": "WARC File Format 1.1", "isPartOf": self._name}
            writer.write_record(writer.create_warcinfo_record(path.name, about))
        dated = {"WARC-Date": answer.at}
        response = writer.create_warc_record(
            answer.url,
            "response",
            io.BytesIO(answer.body),
            http_headers=_response_head(answer),
            warc_headers_dict=dated,
        )
        target = answer.url.split("/", 3)[3] if answer.url.count("/") > 2 else ""
        asked = StatusAndHeaders(f"GET /{target} HTTP/1.1", list(answer.asked), is_http_request=True)
        request = writer.create_warc_record(answer.url, "request", http_headers=asked, warc_headers_dict=dated)
        writer.write_request_response_pair(request, response)
        with path.open("ab") as file:
            file.write(held.getvalue())
            file.flush()
            os.fsync(file.fileno())

    def _begin(self, path: Path) -> int:
        """Return the length of the day's file, what a kill left behind its last whole record cut away."""
        if path not in self._mended:
            self._folder.mkdir(parents=True, exist_ok=True)
            if path.exists() and (whole := whole_length(path)) < path.stat().st_size:
                os.truncate(path, whole)
            self._mended.add(path)
        return path.stat().st_size if path.exists() else 0


def _response_head(answer: Answer) -> StatusAndHeaders:
    kept = [(key, value) for key, value in answer.headers if key.lower() not in _OF_THE_WAY]
    packed = answer.header("content-encoding")
    kept += [("X-Archive-Orig-Content-Encoding", packed)] if packed else []
    kept.append(("Content-Length", str(len(answer.body))))
    return StatusAndHeaders(f"{answer.status} {answer.phrase}", kept, protocol=answer.version)


def whole_length(path: Path) -> int:
    """Return the bytes up to the end of the last whole gzip member of a file."""
    whole = at = 0
    with path.open("rb") as file:
        unpacker = zlib.decompressobj(wbits=31)
        while piece := file.read(_PIECE):
            while piece:
                try:
                    unpacker.decompress(piece)
                except zlib.error:
                    return whole
                if not unpacker.eof:
                    at += len(piece)
                    break
                at += len(piece) - len(unpacker.unused_data)
                whole = at
                piece = unpacker.unused_data
                unpacker = zlib.decompressobj(wbits=31)
    return whole
