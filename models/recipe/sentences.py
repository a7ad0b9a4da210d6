"""Our own annotated sentences: the frames of ``knowledge/frames.txt`` filled with invented people, places and bodies.

The result is committed as ``corpus/ner/train.jsonl``; names come from many origins, each as often as the next, so that
no group of names is strange to the model.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.recipe.augment import invent
from models.recipe.lexicons import KNOWLEDGE, known
from pipeline.data import read_table

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}|\[(ORG|LOC|PER) ((?:[^][{}]|\{[^{}]*\})+)\]")
_PEOPLE = ("p", "f", "e", "p2", "f2", "e2")
_LABELS: Mapping[str, str] = {
    **dict.fromkeys(_PEOPLE, "PER"),
    **dict.fromkeys(("l", "l2"), "LOC"),
    **dict.fromkeys(("co", "co2", "cl", "cl2", "sk", "ko", "re", "me", "au", "as", "pa", "ho", "fk"), "ORG"),
}
_PARTICLES = {"arabic": ["al-", "Al-", "El-", "Abu ", "Ben "], "german_dutch": ["von ", "van der ", "van ", "zu "]}
_PARTIES = ("S", "M", "C", "V", "L", "KD", "MP", "SD", "FP", "s", "m", "ALT")
_NUMBERS = ("3", "4", "7", "12", "15", "24", "38", "54", "67", "120", "350", "900")


@dataclass(frozen=True)
class Stock:
    """What names are made of: people by origin, titles, shapes of bodies' names and their parts."""

    people: Mapping[str, Mapping[str, Sequence[str]]]
    titles: Sequence[Sequence[str]]
    shapes: Mapping[str, Sequence[str]]
    parts: Mapping[str, Sequence[str]]


def load_stock(chance: random.Random) -> Stock:
    """Return the stock of ``knowledge/`` and the lexicons."""
    people: dict[str, dict[str, list[str]]] = {}
    for origin, kind, names in known("names_of_origins.tsv"):
        people.setdefault(origin, {})[kind] = names.split(" ")
    for number in range(12):
        made = invent({origin: [*names["woman"], *names["surname"]] for origin, names in people.items()}, 300, chance)
        people[f"invented_{number}"] = {"woman": made[:100], "man": made[100:200], "surname": made[200:]}
    common = [row[0] for row in read_table("models", "lexicons", "given_names.tsv")[:800]]
    surnames = [row[0] for row in read_table("models", "lexicons", "surnames.tsv") if row[2] == "scb-top"]
    for number in range(8):
        people[f"swedish_{number}"] = {"woman": common, "man": common, "surname": surnames}
    titles = [
        row
        for row in read_table("models", "lexicons", "titles.tsv")
        if row[2] == "own" or (row[2] == "almedalen" and " " not in row[0])
    ]
    shapes: dict[str, list[str]] = {}
    for slot, shape in known("name_shapes.tsv"):
        shapes.setdefault(slot, []).append(shape)
    parts = {kind: [part.replace("_", " ") for part in row.split(" ")] for kind, row in known("name_parts.tsv")}
    return Stock(people, titles, shapes, parts)


class Cast:
    """Who and what stands in one filled frame; the same slot is the same name all through it."""

    def __init__(self, chance: random.Random, stock: Stock) -> None:
        self._chance = chance
        self._stock = stock
        self._known: dict[str, str] = {}

    def value(self, slot: str) -> str:
        """Return the slot's name, made when first asked for."""
        if slot not in self._known:
            if slot in _PEOPLE:
                self._make_person("2" if slot.endswith("2") else "")
            elif slot in {"t", "td"}:
                self._known["t"], self._known["td"] = self._chance.choice(self._stock.titles)[:2]
            elif slot.rstrip("2") in self._stock.shapes:
                self._known[slot] = self._body(slot.rstrip("2"))
            else:
                self._known[slot] = self._other(slot.rstrip("2"))
        return self._known[slot]

    def _make_person(self, number: str) -> None:
        pick, people = self._chance, self._stock.people
        origin = pick.choice(sorted(people))
        names = people[origin]
        given = pick.choice(names[pick.choice(["woman", "man"])])
        if pick.random() < 0.25:
            origin = pick.choice(sorted(people))
        surname = pick.choice(people[origin]["surname"])
        draw = pick.random()
        if draw < 0.06:
            surname += "-" + pick.choice([name for name in names["surname"] if name != surname])
        elif draw < 0.1:
            surname = pick.choice(_PARTICLES.get(origin, ["von ", "af ", "de "])) + surname
        elif draw < 0.14:
            given += "-" + pick.choice(names["woman"])
        middle = pick.choice([*[""] * 9, " A", " K.", " " + pick.choice(names["surname"])])
        self._known["p" + number] = f"{given}{middle} {surname}"
        self._known["f" + number], self._known["e" + number] = given, surname

    def _place(self) -> str:
        pick, parts = self._chance, self._stock.parts
        first, last = pick.choice(parts["first"]), pick.choice(parts["last"])
        return pick.choice([*[""] * 8, "Norra ", "Stora "]) + ("Lill" if first[-1] == last[0] else first) + last

    def _body(self, kind: str) -> str:
        pick, people = self._chance, self._stock.people
        made = {
            "place": self._place(),
            "sur": pick.choice(people[pick.choice(sorted(people))]["surname"]),
            "abc": "".join(pick.choice("ABDEGHKLMNPRSTV") for _ in range(3)),
            "letter": pick.choice("ABEGHKLMRSTVÖ"),
            "trade2": pick.choice(self._stock.parts["trade"]),
        }
        shape = pick.choice(self._stock.shapes[kind])
        return _SLOT.sub(
            lambda part: formed(made.get(part[1]) or pick.choice(self._stock.parts[part[1]]), part[2]), shape
        )

    def _other(self, kind: str) -> str:
        pick = self._chance
        if kind == "l":
            return self._place()
        if kind == "tel":
            return f"070-174 06 {pick.randint(5, 99):02d}"
        if kind == "y":
            return str(pick.randint(1968, 2025))
        lists = {"n": _NUMBERS, "b": _PARTIES, "d": self._stock.parts["day"], "m": self._stock.parts["month"]}
        return pick.choice(lists[kind])


def formed(value: str, form: str | None) -> str:
    """Return a name in the form a slot asks for: ``s`` the genitive, ``en`` a day's definite, ``upper``, ``cap``."""
    if form == "s":
        return value if value[-1] in "sxzSXZ" else value + "s"
    if form == "en":
        return value + "en"
    if form == "upper":
        return value.upper()
    return value.capitalize() if form == "cap" else value


def fill(frame: str, cast: Cast) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the frame with its slots filled, and where the names in it stand (half-open code points)."""
    text, entities, last = "", [], 0
    for found in _SLOT.finditer(frame):
        text += frame[last : found.start()]
        slot, form, label, inner = found.groups()
        if label:
            value = _SLOT.sub(lambda part: formed(cast.value(part[1]), part[2]), inner)
        else:
            value, label = formed(cast.value(slot), form), _LABELS.get(slot)
        if label:
            entities.append((len(text), len(text) + len(value), label))
        text += value
        last = found.end()
    return text + frame[last:], entities


def write_sentences(out: Path, count: int, seed: int) -> int:
    """Write ``count`` filled frames to ``out``, each frame as often as the next; return how many there are."""
    chance = random.Random(seed)
    lines = (KNOWLEDGE / "frames.txt").read_text(encoding="utf-8").splitlines()
    frames = [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]
    stock = load_stock(chance)
    rows = []
    for number in range(count):
        text, entities = fill(frames[number % len(frames)], Cast(chance, stock))
        rows.append({"text": text, "entities": entities, "source": "own", "doc": f"frame-{number % len(frames)}"})
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)
