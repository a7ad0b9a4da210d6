"""The stage protocol: a stage reads layers and adds layers, and says which.

    @stage("figures", reads=["text"], adds=["figures"], config=FiguresConfig)
    def figures(cfg: FiguresConfig) -> Stage:
        \"\"\"Quantities with value, unit and bound.\"\"\"
        units = load_units()

        def find(article: Article) -> Article:
            return article.with_layer("figures", tuple(find_figures(article.text, units)))

        return find

Stages are found by walking ``pipeline/stages`` and the entry-point group ``talstreck.stages``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pipeline.article import Article
from pipeline.registry import Options as Options
from pipeline.registry import Registry

Stage = Callable[[Article], Article]


class Packing(Protocol):
    """A stage that keeps what it added in a form of its own, since it cannot be pickled small or safely."""

    def pack(self, article: Article) -> bytes:
        """Return what the stage added to the article."""

    def unpack(self, article: Article, packed: bytes) -> Article:
        """Return the article with what the stage added to it before."""


class Skip(Exception):
    """Raised by a stage to leave a page out, with the reason under which it is counted: ``empty``, ``language`` …"""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model that a stage works with; ``sha256`` is of its files."""

    name: str
    version: str
    sha256: str


def no_models(_: Any) -> tuple[Model, ...]:
    """Return what a stage of rules alone works with."""
    return ()


@dataclass(frozen=True, slots=True)
class StageSpec:
    """What the runner knows of a stage before it is built; ``models`` tells which models some options ask for."""

    name: str
    reads: tuple[str, ...]
    adds: tuple[str, ...]
    config: type[Options]
    build: Callable[[Any], Stage]
    doc: str
    models: Callable[[Any], tuple[Model, ...]] = no_models


STAGES: Registry[StageSpec] = Registry("stage", "pipeline.stages", "talstreck.stages")

C = TypeVar("C", bound=Options)


def stage(
    name: str,
    *,
    reads: Sequence[str] = (),
    adds: Sequence[str],
    config: type[C],
    models: Callable[[C], tuple[Model, ...]] = no_models,
) -> Callable[[Callable[[C], Stage]], Callable[[C], Stage]]:
    """Register the function as the stage ``name``, which reads and adds these layers and takes these options.

    ``models`` returns the models that the stage loads for some options, without loading them: records name them, and
    what was made with another model is made again.
    """

    def register(build: Callable[[C], Stage]) -> Callable[[C], Stage]:
        doc = (build.__doc__ or "").strip()
        STAGES.add(name, StageSpec(name, tuple(reads), tuple(adds), config, build, doc, models))
        return build

    return register
