"""Our own copy of a page: shut in, from below one folder only, and never where it would show what is hidden."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.copies import CopyError, read_copy
from pipeline.record import ArchiveRecord, SourceRecord
from pipeline.web.site import Site
from tests.web.conftest import client_of

BODY = b"<p>Bron h\xc3\xa5ller</p><script>alert(1)</script>"


def source(path: str | None, archive: ArchiveRecord | None = None, media_type: str = "text/html") -> SourceRecord:
    told = dict.fromkeys(SourceRecord.model_fields)
    return SourceRecord.model_validate(
        {**told, "path": path, "archive": archive, "media_type": media_type, "raw_sha256": ""}
    )


def warc(body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        b"WARC-Date: 2026-11-01T00:00:00Z\r\nWARC-Target-URI: https://alvsund.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http)
    )
    return gzip.compress(head + http + b"\r\n\r\n")


def test_a_record_of_an_archive(tmp_path: Path) -> None:
    first, second = warc(b"<p>en annan</p>"), warc(BODY)
    (tmp_path / "a.warc.gz").write_bytes(first + second)
    place = ArchiveRecord(path="a.warc.gz", offset=len(first), length=len(second))
    assert read_copy(tmp_path, source(None, place)) == (BODY, "text/html")
    with pytest.raises(CopyError):
        read_copy(tmp_path, source(None, ArchiveRecord(path="a.warc.gz", offset=len(first) + 5, length=9)))


@pytest.mark.parametrize("path", ["../hemlig.html", "/etc/passwd", "finns-inte.html", "", None, "lank.html"])
def test_nothing_outside_the_folder(tmp_path: Path, path: str | None) -> None:
    folder = tmp_path / "sidor"
    folder.mkdir()
    (tmp_path / "hemlig.html").write_bytes(BODY)
    (folder / "lank.html").symlink_to(tmp_path / "hemlig.html")
    with pytest.raises(CopyError):
        read_copy(folder, source(path))
    with pytest.raises(CopyError, match="only pages"):
        read_copy(folder, source("x", media_type="application/pdf"))


def test_shut_in_and_not_where_something_is_hidden(
    site_with: Callable[..., Site], ids: dict[str, str], tmp_path: Path
) -> None:
    for n in range(4):
        (tmp_path / f"{n}.txt").write_bytes(BODY)
    key = ids["Ny bro över Alvsundet"]
    client = client_of(site_with(archive=tmp_path))
    answer = client.get(f"/arkiv/{key}")
    assert answer.content == BODY
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert f"/arkiv/{key}" in client.get(f"/artikel/{key}").text
    public = client_of(site_with(archive=tmp_path, privacy="public"))
    assert public.get(f"/arkiv/{key}").status_code == 403
    assert f"/arkiv/{key}" not in public.get(f"/artikel/{key}").text
    assert client.get("/arkiv/a1-000000000000").status_code == 404
    (tmp_path / "0.txt").unlink()
    assert client.get(f"/arkiv/{key}").status_code == 410
    assert client_of(site_with()).get(f"/arkiv/{key}").status_code == 404
