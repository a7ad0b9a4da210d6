"""Files and folders as a source: order, names, and what is left out with which reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.article import Page
from pipeline.sources import SOURCES, SourceError, Unreadable
from pipeline.sources.files import FilesOptions, files


def read(*paths: Path | str, **options: object) -> list[Page | Unreadable]:
    return list(files(FilesOptions.model_validate({"paths": [str(path) for path in paths], **options})))


def places(items: list[Page | Unreadable]) -> list[str | None]:
    return [item.place for item in items]


def left_out(items: list[Page | Unreadable]) -> dict[str, tuple[str, str]]:
    return {item.place: (item.ending, item.reason) for item in items if isinstance(item, Unreadable)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/2.txt", "b/10.html", "a-b.txt", "a/z.htm", "a.xhtml", "Å.txt", "B.txt"):
        path = tmp_path / "sidor" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Bron öppnar i {name}.", encoding="utf-8")
    return tmp_path / "sidor"


def test_files_come_in_the_order_of_their_relative_paths(folder: Path) -> None:
    found = places(read(folder))
    assert found == ["B.txt", "a-b.txt", "a.xhtml", "a/z.htm", "b/10.html", "b/2.txt", "Å.txt"]
    assert found == sorted(str(place) for place in found)


def test_a_page_knows_where_it_comes_from(folder: Path) -> None:
    page = read(folder / "b", name="sjövik")[0]
    assert isinstance(page, Page)
    assert (page.path, page.name, page.media_type, page.url) == ("10.html", "sjövik", "text/html", None)
    assert page.data.decode() == "Bron öppnar i b/10.html."


def test_a_single_file_has_its_name_as_path(folder: Path) -> None:
    assert places(read(folder / "a" / "z.htm", folder / "B.txt")) == ["z.htm", "B.txt"]


def test_what_is_no_page_is_counted_with_a_reason(folder: Path) -> None:
    (folder / "bild.png").write_bytes(b"\x89PNG")
    (folder / ".dold").mkdir()
    (folder / ".dold" / "x.txt").write_text("x")
    (folder / "stor.txt").write_bytes(b"x" * 101)
    os.mkfifo(folder / "pipa.txt")
    (folder / "b" / "slinga").symlink_to(folder)
    (folder / "sig.txt").symlink_to(folder / "sig.txt")
    (folder / "inget.txt").symlink_to(folder / "finns-inte.txt")
    (folder / "granne").symlink_to(folder / "a")
    items = read(folder, max_bytes=100)
    assert left_out(items) == {
        "bild.png": ("skipped", "not_supported"),
        ".dold": ("skipped", "hidden"),
        "stor.txt": ("skipped", "too_large"),
        "pipa.txt": ("skipped", "not_a_file"),
        "b/slinga": ("skipped", "not_a_file"),
        "sig.txt": ("skipped", "not_a_file"),
        "inget.txt": ("failed", "vanished"),
        "granne": ("skipped", "not_a_file"),
    }
    assert sum(isinstance(item, Page) for item in items) == 7


def test_a_linked_folder_outside_is_walked_once(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "arkiv"
    other.mkdir()
    (other / "gammal.txt").write_text("Gammal bro.", encoding="utf-8")
    (folder / "x1").symlink_to(other)
    (folder / "x2").symlink_to(other)
    items = read(folder)
    assert "x1/gammal.txt" in places(items)
    assert left_out(items) == {"x2": ("skipped", "not_a_file")}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_fails_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "B.txt").chmod(0)
    (folder / "a").chmod(0)
    items = read(folder)
    (folder / "a").chmod(0o700)
    assert left_out(items) == {"B.txt": ("failed", "unreadable"), "a": ("failed", "unreadable")}
    assert sum(isinstance(item, Page) for item in items) == 5


def test_a_file_that_vanishes_during_the_run_fails(folder: Path) -> None:
    items = iter(files(FilesOptions(paths=(str(folder),))))
    next(items)
    (folder / "a-b.txt").unlink()
    gone = next(items)
    assert isinstance(gone, Unreadable)
    assert (gone.place, gone.reason, gone.ending) == ("a-b.txt", "vanished", "failed")


def test_a_name_that_is_no_utf_8_is_written_out(folder: Path) -> None:
    name = os.fsencode(folder) + b"/sm\xe5.txt"
    try:
        with open(name, "wb") as file:
            file.write(b"Bron.")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    found = places(read(folder))
    assert "sm\\xe5.txt" in found
    "".join(str(place) for place in found).encode("utf-8")


def test_a_pipe_or_a_device_that_is_given_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    assert left_out(read(tmp_path / "pipa.txt", "/dev/zero")) == {
        "pipa.txt": ("skipped", "not_a_file"),
        "zero": ("skipped", "not_a_file"),
    }


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(
            lambda path: None, "does not exist; give the path of a file or folder that is there", id="missing"
        ),
        pytest.param(
            lambda path: path.mkdir(), "holds no pages; expected files such as .html, .txt", id="empty folder"
        ),
        pytest.param(lambda path: (path.mkdir(), (path / "a.png").touch()), "holds no pages", id="only pictures"),
    ],
)
def test_a_path_that_cannot_be_used_is_one_sentence_before_the_run(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "sidor"
    make(path)  # type: ignore[operator]
    with pytest.raises(SourceError, match=words) as error:
        files(FilesOptions(paths=(str(path),)))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_folders_may_be_nested_deeper_than_the_stack(tmp_path: Path) -> None:
    path = str(tmp_path / "d")
    os.mkdir(path)
    here = os.getcwd()
    try:
        os.chdir(path)
        for _ in range(300):
            os.mkdir("d")
            os.chdir("d")
        Path("x.txt").write_text("Bron.")
    finally:
        os.chdir(here)
    assert len(read(tmp_path)) == 1


def test_the_source_is_registered() -> None:
    assert "files" in SOURCES.all()
