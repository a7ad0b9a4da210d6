"""How an input ends, and the sums over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Ending = Literal["ok", "skipped", "duplicate", "failed"]
ENDINGS: tuple[Ending, ...] = ("ok", "skipped", "duplicate", "failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one input ended. ``reason`` is a short label to count by, ``message`` a sentence, ``stage`` where it ended.

    ``line`` is the record as one line of JSON; ``where`` the file and line of an exception, ``trace`` a fingerprint of
    the way to it, by which failures of one cause can be told; ``attempts`` how many times it was tried.
    """

    ending: Ending
    place: str
    line: str | None = None
    reason: str | None = None
    message: str | None = None
    stage: str | None = None
    where: str | None = None
    trace: str | None = None
    attempts: int = 1

    def failure(self) -> dict[str, Any]:
        """Return what goes into the file of failures."""
        told = {
            "place": self.place,
            "ending": self.ending,
            "reason": self.reason,
            "stage": self.stage,
            "message": self.message,
            "where": self.where,
        }
        return told | ({"trace": self.trace, "attempts": self.attempts} if self.ending == "failed" else {})


@dataclass
class Accounts:
    """The sums of a run: each input once. ``left`` counts what ``--limit`` and its like left for another time."""

    inputs: int = 0
    endings: Counter[Ending] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    reused: int = 0
    left: int = 0
    deleted: int = 0
    nothing_to_do: bool = False
    archive: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.count(outcome.ending, outcome.reason, 1)

    def count(self, ending: Ending, reason: str | None, number: int) -> None:
        """Count as many outcomes of one kind."""
        self.endings[ending] += number
        if ending in ("skipped", "failed"):
            self.reasons[f"{ending}: {reason}"] += number

    @property
    def balanced(self) -> bool:
        """Tell whether the four endings add up to the inputs."""
        return self.inputs == sum(self.endings.values())

    def sentence(self) -> str:
        """Return "12 inputs = 9 ok + 2 skipped (1 language, 1 empty) + 1 duplicate + 0 failed"."""
        parts = []
        for ending in ENDINGS:
            reasons = [
                f"{n} {label.partition(': ')[2]}"
                for label, n in sorted(self.reasons.items())
                if label.startswith(ending + ":")
            ]
            parts.append(f"{self.endings[ending]} {ending}" + (f" ({', '.join(reasons)})" if reasons else ""))
        return f"{self.inputs} inputs = {' + '.join(parts)}"

    def told(self) -> str:
        """Return the sentence with what an earlier run had done, and what was left for a later one."""
        asides = [f"{self.reused} from an earlier run"] if self.reused else []
        asides += [f"{self.deleted} deleted since"] if self.deleted else []
        asides += [f"{self.left} left for another run"] if self.left else []
        begin = "nothing to do: " if self.nothing_to_do else ""
        return begin + self.sentence() + (f" ({', '.join(asides)})" if asides else "")


Watcher = Callable[[Outcome], None]
