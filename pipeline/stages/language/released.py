"""Which trained models an engine works with: name, version and fingerprint, told without loading them."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.data import data_path
from pipeline.stage import Model

_MANIFEST = "manifest.json"
#: What our own models for Stanza are called: as the default model is, so that ``engine: stanza`` is enough, or ``own``.
OWN_STANZA = ("sv_press", "own")


@lru_cache(maxsize=8)
def released(engine: str, model: str) -> tuple[Model, ...]:
    """Return the models of an engine; the fingerprint of ours is that of the manifest, which names every file.

    A model that somebody else released is known by its package's version.
    """
    if engine == "stanza":
        folder = data_path("models", "stanza") if model in OWN_STANZA else None
    else:
        folder = data_path("models", model)
    if folder is not None and (folder / _MANIFEST).is_file():
        return (_ours(folder),)
    return _of_package("stanza" if engine == "stanza" else model, model)


def _ours(folder: Path) -> Model:
    data = (folder / _MANIFEST).read_bytes()
    return Model(folder.name, str(json.loads(data).get("version", "")), hashlib.sha256(data).hexdigest())


def _of_package(package: str, model: str) -> tuple[Model, ...]:
    try:
        number = version(package)
    except PackageNotFoundError:
        return ()
    return (Model(model, number, hashlib.sha256(f"{package} {model} {number}".encode()).hexdigest()),)
