"""A stage from outside the package that does to its process whatever a page asks for; found through its entry point."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage


class TroubleOptions(Options):
    """``seconds`` is how long each page takes, ``once`` a folder in which it is remembered what was done once."""

    seconds: float = 0.0
    once: str | None = None


@stage("trouble", reads=["text"], adds=["trouble"], config=TroubleOptions)
def trouble(options: TroubleOptions) -> Stage:
    """What the page asks for."""

    def suffer(article: Article) -> Article:
        time.sleep(options.seconds)
        text = article.text
        if "DÖDA" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "EN GÅNG" in text and options.once and _first(Path(options.once) / article.page.place):
            os.kill(os.getpid(), signal.SIGKILL)
        while "VÄNTA" in text and options.once and not (Path(options.once) / "go").exists():
            time.sleep(0.01)
        if "KRASCHA" in text:
            ctypes.string_at(1)
        if "AVSLUTA" in text:
            os._exit(7)
        if "HÄNG" in text:
            while True:
                pass
        if "SVÄLL" in text:
            ballast = []
            while True:
                ballast.append(bytearray(20_000_000))
        if "UNDANTAG" in text:
            raise RuntimeError("som begärt")
        return article.with_layer("trouble", ())

    return suffer


def _first(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
