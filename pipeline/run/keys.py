"""What a result depends on, as fingerprints: what has the same key need not be made again.

The key of a stage is made of its name, its options, the code and the word lists that it may read, its models, and the
keys of the stages whose layers it reads. A changed phone rule gives new keys to `contacts` and to what reads phones; the
language layer keeps its own. Comments in YAML and the order of options change nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.config import Config
from pipeline.data import data_path
from pipeline.run.reader import produced_by
from pipeline.stage import STAGES

_IMPORT = re.compile(r"^\s*(?:from\s+([\w.]+)\s+import\s+(\([^)]*\)|[^\n]+)|import\s+([\w.]+))", re.M)
_DATA = re.compile(r"(?:data_path|read_table)\(((?:\s*\"[^\"]*\",?)+)\s*\)")
_STRING = re.compile(r"\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class StageKey:
    """The key of one stage of a configuration, and what it was made of."""

    name: str
    key: str
    options: str
    code: str
    models: str


def stage_keys(config: Config) -> tuple[StageKey, ...]:
    """Return the key of each stage, in their order."""
    maker = {layer: step.name for step in config.stages for layer in STAGES.get(step.name).adds}
    keys: dict[str, StageKey] = {}
    for step in config.stages:
        spec = STAGES.get(step.name)
        options = json.dumps(step.options.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        code = code_digest(spec.build.__module__)
        models = " ".join(f"{model.name} {model.version} {model.sha256}" for model in spec.models(step.options))
        read = sorted({keys[maker[layer]].key for layer in spec.reads if maker.get(layer) in keys})
        keys[step.name] = StageKey(step.name, _digest(step.name, options, code, models, *read), options, code, models)
    return tuple(keys.values())


def record_key(config: Config) -> str:
    """Return the key of whole records: of all stages, of what builds records, and of what they say of their making."""
    made = produced_by(config).model_dump_json()
    makers = (code_digest("pipeline.record"), code_digest("pipeline.privacy.redact"))
    return _digest(*(stage.key for stage in stage_keys(config)), *makers, made)


@lru_cache(maxsize=64)
def code_digest(module: str) -> str:
    """Return the fingerprint of a module, of all modules of ours that it may import, and of their word lists."""
    sources = _closure(module)
    # the module that finds data names some in an example; it reads none by itself
    data = {path for name, text in sources.items() if name != data_path.__module__ for path in _data_files(text)}
    parts = [f"{name}\n{text}" for name, text in sorted(sources.items())]
    parts += [f"{path.name}\n{_file_digest(path)}" for path in sorted(data)]
    return _digest(*parts)


def _closure(module: str) -> dict[str, str]:
    """Return the source texts of a module and of what it imports from its own package and from this one, by name."""
    ours = (__name__.partition(".")[0], module.partition(".")[0])
    sources: dict[str, str] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in sources:
            continue
        text = _source(name)
        if text is not None:
            sources[name] = text
            waiting += [found for found in _imported(text) if found.partition(".")[0] in ours]
    return sources


@lru_cache(maxsize=1024)
def _source(module: str) -> str | None:
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return None
    return Path(spec.origin).read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _imported(text: str) -> tuple[str, ...]:
    """Return the modules that a source text imports, wherever in it; names that are no modules are harmless."""
    found: list[str] = []
    for package, names, plain in _IMPORT.findall(text):
        found.append(package or plain)
        found += [f"{package}.{name}" for name in re.findall(r"\w+", names)] if package else []
    return tuple(found)


def _data_files(text: str) -> Iterator[Path]:
    for arguments in _DATA.findall(text):
        parts = _STRING.findall(arguments)
        path = data_path(*parts)
        if (path / "manifest.json").is_file():
            continue  # a model, which a stage names by itself
        if path.is_dir() and len(parts) > 1:
            yield from (file for file in path.rglob("*") if file.is_file())
        elif path.is_file():
            yield path


def _file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
