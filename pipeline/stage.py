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
from typing import Any, TypeVar

from pipeline.article import Article
from pipeline.registry import Options as Options
from pipeline.registry import Registry

Stage = Callable[[Article], Article]


class Skip(Exception):
    """Raised by a stage to leave a page out, with the reason under which it is counted: ``empty``, ``language`` …"""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class StageSpec:
    """What the runner knows of a stage before it is built."""

    name: str
    reads: tuple[str, ...]
    adds: tuple[str, ...]
    config: type[Options]
    build: Callable[[Any], Stage]
    doc: str


STAGES: Registry[StageSpec] = Registry("stage", "pipeline.stages", "talstreck.stages")

C = TypeVar("C", bound=Options)


def stage(
    name: str, *, reads: Sequence[str] = (), adds: Sequence[str], config: type[C]
) -> Callable[[Callable[[C], Stage]], Callable[[C], Stage]]:
    """Register the function as the stage ``name``, which reads and adds these layers and takes these options."""

    def register(build: Callable[[C], Stage]) -> Callable[[C], Stage]:
        doc = (build.__doc__ or "").strip()
        STAGES.add(name, StageSpec(name, tuple(reads), tuple(adds), config, build, doc))
        return build

    return register
