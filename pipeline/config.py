"""YAML to typed settings. A mistake is named with file, line, what was expected and what may have been meant."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Protocol

import yaml
from pydantic import BaseModel, NonNegativeFloat, NonNegativeInt, PositiveInt, ValidationError

from pipeline.archive.steps import ARCHIVE_STEPS
from pipeline.data import data_path
from pipeline.outputs import OUTPUTS
from pipeline.privacy import OPEN, PrivacyError, PrivacyOptions, Profile, load_profile
from pipeline.registry import Registry, Spec, did_you_mean
from pipeline.sources import SOURCES
from pipeline.stage import STAGES, Options, StageSpec

KEYS = ("include", "sources", "stages", "outputs", "archive", "privacy", "run")


class ConfigError(Exception):
    """A configuration that cannot be used; the message has one line for each mistake."""


class RunOptions(Options):
    """The ``run:`` part. ``ledger`` is the file that remembers what is done (default: beside the first output).

    ``engine`` is ``pool`` (processes of this machine) or ``dask`` (the workers of the cluster whose ``scheduler`` it is).
    ``workers`` are the pool's processes (``auto``: as cores and memory allow; 0: none, all in this process, without time limit and
    without shelter from crashes). ``time_limit`` is in seconds for each document, ``memory_mb`` the size at which a
    worker is replaced, ``recycle`` the documents after which it is; where more than ``max_deaths`` workers die in a row
    and no document ends in between, the run stops. ``shard`` is how many documents are kept at one
    go, ``batch`` how many a worker gets at one go. ``cache_mb`` is how much what the stages made may take on the disk,
    so that a change in one does not run the others again; 0 keeps nothing.
    """

    ledger: str | None = None
    max_failures: int = 0
    engine: Literal["pool", "dask"] = "pool"
    scheduler: str | None = None
    workers: Literal["auto"] | NonNegativeInt = "auto"
    time_limit: NonNegativeFloat = 60.0
    memory_mb: PositiveInt = 1500
    recycle: PositiveInt = 10_000
    max_deaths: PositiveInt = 30
    shard: PositiveInt = 250
    batch: PositiveInt = 16
    cache_mb: NonNegativeInt = 10_000


class _Spec(Protocol):
    """What stages, sources and outputs have in common: options with a type."""

    @property
    def config(self) -> type[Options]: ...


@dataclass(frozen=True, slots=True)
class Step:
    """One configured stage, source, output or archive step: its name and its options, defaults filled in."""

    name: str
    options: Options


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration, checked."""

    stages: tuple[Step, ...]
    sources: tuple[Step, ...] = ()
    outputs: tuple[Step, ...] = ()
    archive: tuple[Step, ...] = ()
    privacy: Profile = OPEN
    run: RunOptions = field(default_factory=RunOptions)

    @property
    def sha256(self) -> str:
        """The fingerprint of what decides a record: stages with their options and the privacy profile, if there is one."""
        resolved = [[step.name, step.options.model_dump(mode="json")] for step in self.stages]
        resolved += [] if self.privacy == OPEN else [["privacy", self.privacy.sha256]]
        return hashlib.sha256(json.dumps(resolved, sort_keys=True).encode()).hexdigest()

    def with_option(self, stage: str, option: str, value: object) -> Config:
        """Return the configuration with one option of one stage set anew, checked like the rest."""
        stages = tuple(
            Step(step.name, type(step.options)(**{**step.options.model_dump(), option: value}))
            if step.name == stage
            else step
            for step in self.stages
        )
        return replace(self, stages=stages)

    def without_stages(self, names: Collection[str]) -> Config:
        """Return the configuration without these stages, for a caller who has what they add."""
        return replace(self, stages=tuple(step for step in self.stages if step.name not in names))

    def resolved(self) -> dict[str, Any]:
        """Return the configuration as plain data with every default filled in."""
        parts = {"sources": self.sources, "stages": self.stages, "outputs": self.outputs}
        parts |= {"archive": self.archive} if self.archive else {}
        listed = {
            key: [{step.name: step.options.model_dump(mode="json")} for step in steps] for key, steps in parts.items()
        }
        privacy = {} if self.privacy == OPEN else {"privacy": self.privacy.name}
        return {**listed, **privacy, "run": self.run.model_dump(mode="json")}


def default_config() -> Config:
    """Return the bundled default: every stage with its own defaults."""
    return load_config(data_path("configs", "default.yaml"))


def load_config(path: str | Path) -> Config:
    """Read a configuration file, with what it includes; raises :class:`ConfigError` with every mistake found."""
    parts = _read_parts(Path(path), ())
    mistakes: list[str] = []
    stages = _steps(parts.get("stages"), "stages", STAGES, mistakes)
    config = Config(
        stages=stages,
        sources=_steps(parts.get("sources"), "sources", SOURCES, mistakes),
        outputs=_steps(parts.get("outputs"), "outputs", OUTPUTS, mistakes),
        archive=_steps(parts.get("archive"), "archive", ARCHIVE_STEPS, mistakes),
        privacy=_privacy(parts.get("privacy"), mistakes),
        run=_run_options(parts.get("run"), mistakes),
    )
    if not mistakes:
        mistakes += _order_mistakes(parts.get("stages"), stages, path)
        mistakes += _archive_mistakes(parts.get("archive"), config)
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    return config


@dataclass(frozen=True, slots=True)
class _Part:
    """A top-level key's node and the file it stands in."""

    file: Path
    node: yaml.Node

    def at(self, node: yaml.Node | None = None) -> str:
        return f"{self.file}:{(node or self.node).start_mark.line + 1}"


def _read_parts(file: Path, seen: tuple[Path, ...]) -> dict[str, _Part]:
    """Return the top-level keys of a file over those of the file that it includes."""
    if file.resolve() in seen:
        raise ConfigError(f"{file}: includes itself, through {' → '.join(str(p) for p in seen)}")
    root = _compose(file)
    parts: dict[str, _Part] = {}
    mistakes = []
    for key, value in root.value:
        if key.value not in KEYS:
            line = key.start_mark.line + 1
            mistakes.append(f"{file}:{line}: {key.value}: unknown key{did_you_mean(str(key.value), list(KEYS))}")
        elif key.value in parts:
            mistakes.append(f"{file}:{key.start_mark.line + 1}: {key.value}: stands twice")
        parts[str(key.value)] = _Part(file, value)
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    include = parts.pop("include", None)
    if include is None:
        return parts
    if not isinstance(include.node, yaml.ScalarNode):
        raise ConfigError(f"{include.at()}: include: expected the path of one file")
    return {**_read_parts(file.parent / str(include.node.value), (*seen, file.resolve())), **parts}


def _compose(file: Path) -> yaml.MappingNode:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: is not UTF-8 text; save it as UTF-8") from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigError(f"{file}{line}: not valid YAML: {getattr(error, 'problem', None) or error}") from None
    if not isinstance(root, yaml.MappingNode):
        raise ConfigError(f"{file}: expected keys such as 'stages:' at the top; there are {', '.join(KEYS)}")
    return root


def _plain(node: yaml.Node) -> Any:
    """Turn a node into plain data."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _steps(part: _Part | None, key: str, registry: Registry[Any], mistakes: list[str]) -> tuple[Step, ...]:
    if part is None:
        return ()
    if not isinstance(part.node, yaml.SequenceNode):
        mistakes.append(f"{part.at()}: {key}: expected a list, each item a name or a name with options")
        return ()
    steps = []
    for n, node in enumerate(part.node.value):
        step = _step(part, node, f"{key}[{n}]", registry, mistakes)
        if step is not None:
            steps.append(step)
    return tuple(steps)


def _step(part: _Part, node: yaml.Node, label: str, registry: Registry[Any], mistakes: list[str]) -> Step | None:
    options_node: yaml.Node | None = None
    if isinstance(node, yaml.ScalarNode):
        name = str(node.value)
    elif isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        name, options_node = str(node.value[0][0].value), node.value[0][1]
    else:
        mistakes.append(f"{part.at(node)}: {label}: expected a name, or one name with its options")
        return None
    try:
        spec: StageSpec | Spec[Any] = registry.get(name)
    except LookupError as error:
        mistakes.append(f"{part.at(node)}: {label}: {error}")
        return None
    options = _options(spec.config, part, options_node, f"{label} {name!r}", part.at(node), mistakes)
    return None if options is None else Step(name, options)


def _run_options(part: _Part | None, mistakes: list[str]) -> RunOptions:
    if part is None:
        return RunOptions()
    options = _options(RunOptions, part, part.node, "run", part.at(), mistakes)
    return options if isinstance(options, RunOptions) else RunOptions()


def _privacy(part: _Part | None, mistakes: list[str]) -> Profile:
    """Return the profile that is named, or given as a file, or as options; no part, nothing is hidden."""
    if part is None:
        return OPEN
    scalar = isinstance(part.node, yaml.ScalarNode)
    named = {"profile": _plain(part.node)} if scalar else None
    options: Options | None = (
        PrivacyOptions.model_validate(named) if named and isinstance(named["profile"], str) else None
    )
    if options is None:
        options = _options(PrivacyOptions, part, part.node, "privacy", part.at(), mistakes)
    if not isinstance(options, PrivacyOptions):
        return OPEN
    try:
        return load_profile(options.profile, options.suppress)
    except PrivacyError as error:
        mistakes.append(f"{part.at()}: {error}")
        return OPEN


def _options(
    config: type[Options], part: _Part, node: yaml.Node | None, label: str, where: str, mistakes: list[str]
) -> Options | None:
    data = {} if node is None else _plain(node)
    if data is None:
        data = {}
    if not isinstance(data, Mapping):
        mistakes.append(f"{where}: {label}: expected options as 'name: value'")
        return None
    try:
        return config.model_validate(data)
    except ValidationError as error:
        mistakes += [
            f"{_line_of(part, node, problem['loc'])}: {label}: {_problem(problem, config)}"
            for problem in error.errors()
        ]
        return None


def _line_of(part: _Part, node: yaml.Node | None, loc: Sequence[Any]) -> str:
    """Return file and line of the option that a problem names, as near as the nodes reach."""
    place = node
    for key in loc:
        if not isinstance(place, yaml.MappingNode):
            break
        inside = next((pair for pair in place.value if pair[0].value == str(key)), None)
        if inside is None:
            break
        place = inside[1] if isinstance(inside[1], yaml.MappingNode) else inside[0]
    return part.at(place)


def _problem(problem: Any, config: type[BaseModel]) -> str:
    name = ".".join(str(step) for step in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{name}: unknown option{did_you_mean(name, list(config.model_fields))}"
    if problem["type"] == "missing":
        return f"{name}: is missing and has no default"
    return f"{name}: {problem['msg'][0].lower()}{problem['msg'][1:]}, not {problem['input']!r}"


def _archive_mistakes(part: _Part | None, config: Config) -> Iterator[str]:
    """What spans the archive runs over a store, so that a store must be written."""
    if part is not None and config.archive and not any(step.name == "sqlite" for step in config.outputs):
        yield f"{part.at()}: archive: runs over the store; add the output 'sqlite', such as {{path: out/press.db}}"


def _order_mistakes(part: _Part | None, stages: Sequence[Step], path: str | Path) -> Iterator[str]:
    """Say which stage reads what no earlier stage adds, and which layer is added twice."""
    if part is None or not stages:
        yield f"{path}: stages: expected at least one stage, such as 'clean'"
        return
    added: dict[str, str] = {}
    makers = {layer: name for name, spec in STAGES.all().items() for layer in spec.adds}
    nodes = part.node.value if isinstance(part.node, yaml.SequenceNode) else []
    for n, (step, node) in enumerate(zip(stages, nodes, strict=True)):
        spec = STAGES.get(step.name)
        where = f"{part.at(node)}: stages[{n}] {step.name!r}"
        for layer in spec.reads:
            if layer not in added:
                maker = makers.get(layer)
                remedy = f"; put {maker!r} before it" if maker else ""
                yield f"{where} reads {layer!r}, which no earlier stage adds{remedy}"
        for layer in spec.adds:
            if layer in added:
                yield f"{where} adds {layer!r}, which {added[layer]!r} has added already"
            added[layer] = step.name
