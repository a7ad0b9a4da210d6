"""What records have in common, as a dictionary for zstandard: ``python -m models.recipe.record_dictionary``.

Trained on the records of our own corpus, so that it holds no words of anybody else. A store can only be read with the
dictionary that it was written with: a new one needs a new version of the store's tables.
"""

from __future__ import annotations

import sys
from pathlib import Path

import zstandard

from pipeline import Page, load
from pipeline.data import data_path

SIZE = 32_768


def main() -> None:
    """Read the corpus and write the dictionary."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else data_path("pipeline", "store", "records.dict")
    reader = load()
    lines = []
    for folder, pattern in (("articles", "*.txt"), ("pages", "*.html")):
        for path in sorted(data_path("corpus", folder).rglob(pattern)):
            url = f"https://www.exempel.example/nyheter/{path.stem}"
            lines.append(reader.process(Page(path.read_bytes(), path=path.name, url=url, name="exempel")).to_json())
    samples: list[bytes | bytearray | memoryview] = [line.encode() for line in lines]
    target.write_bytes(zstandard.train_dictionary(SIZE, samples, level=6).as_bytes())
    print(f"{len(samples)} records, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
