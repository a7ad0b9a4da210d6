"""Training sentences made to look like the press: other people's names, headline capitals, dashes, quotation marks."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.recipe.corpora import Entity, Sentence, Tree


@dataclass(frozen=True)
class Names:
    """Names to put in the place of others: drawn flat, so that a rare name is met as often as a common one."""

    given: Sequence[str]
    surnames: Sequence[str]
    places: Sequence[str]
    bodies: Sequence[str]
    invented: Sequence[str] = ()


def change(sentence: Sentence, names: Names, chance: random.Random, rates: Mapping[str, float]) -> Sentence:
    """Return the sentence with the changes that chance picks; each rate is a probability.

    A sentence that teachers labelled stays as they saw it.
    """
    if sentence.beliefs is not None:
        return sentence
    if sentence.entities and chance.random() < rates["swap"]:
        sentence = swap(sentence, names, chance)
    draw = chance.random()
    if draw < rates["capitals"]:
        sentence = recase(sentence, str.upper)
    elif draw < rates["capitals"] + rates["small"]:
        sentence = small_start(sentence)
    elif draw < rates["capitals"] + rates["small"] + rates["entity_capitals"]:
        sentence = capital_entities(sentence)
    draw = chance.random()
    if draw < rates["dash"]:
        sentence = wrap(sentence, chance.choice(["–", "–", "-", "—"]), "")
    elif draw < rates["dash"] + rates["marks"]:
        sentence = wrap(sentence, *chance.choice([("”", "”"), ('"', '"'), ("»", "»"), ("“", "”")]))
    if chance.random() < rates["odd_space"]:
        sentence = odd_space(sentence, chance)
    return sentence


def recase(sentence: Sentence, case: object) -> Sentence:
    """Return the sentence in headline capitals: "NY BRO INVIGD I FALUN"."""
    assert callable(case)
    return replace(sentence, words=tuple(case(word) for word in sentence.words))


def small_start(sentence: Sentence) -> Sentence:
    """Return the sentence with a small first letter, where that is not a name's."""
    starts = {place for start, end, _ in sentence.entities or () for place in range(start, end)}
    first = sentence.words[0]
    if 0 in starts or first.isupper():
        return sentence
    return replace(sentence, words=(first.lower(), *sentence.words[1:]))


def capital_entities(sentence: Sentence) -> Sentence:
    """Return the sentence with its names in capitals: "en match mot FALUN"."""
    inside = {place for start, end, _ in sentence.entities or () for place in range(start, end)}
    words = (word.upper() if place in inside else word for place, word in enumerate(sentence.words))
    return replace(sentence, words=tuple(words))


def splice(sentence: Sentence, start: int, end: int, new: Sequence[str], spaces: Sequence[bool]) -> Sentence:
    """Return the sentence, which has no tree, with other words in the place of those from ``start`` to ``end``."""
    grown = len(new) - (end - start)

    def moved(entity: Entity) -> Entity:
        first, last, label = entity
        return (first + grown if first >= end else first, last + grown if last >= end else last, label)

    return Sentence(
        (*sentence.words[:start], *new, *sentence.words[end:]),
        (*sentence.spaces[:start], *spaces, *sentence.spaces[end:]),
        tuple(moved(entity) for entity in sentence.entities or ()),
        None,
        sentence.source,
    )


def swap(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """Return the sentence with names of the same sort in the place of some of its own: no name is a word to learn."""
    for place in reversed(range(len(sentence.entities or ()))):
        assert sentence.entities is not None
        start, end, label = sentence.entities[place]
        words = sentence.words[start:end]
        if chance.random() < 0.4 or any(word.isupper() and len(word) > 1 for word in words):
            continue
        new = _other(words, label, names, chance)
        if not new:
            continue
        if sentence.tree is not None:
            if len(new) == end - start:
                spliced = (*sentence.words[:start], *new, *sentence.words[end:])
                sentence = replace(sentence, words=spliced)
            continue
        spaces = [True] * (len(new) - 1) + [sentence.spaces[end - 1]]
        sentence = splice(sentence, start, end, new, spaces)
    return sentence


def invent(models: Mapping[str, Sequence[str]], count: int, chance: random.Random) -> list[str]:
    """Return names that nobody has, in the sound of each group of ``models``: "Kowalmińska", "Gebretekle".

    Letter by letter after the one or two before, so that a name outside every list, with letters that Swedish lacks, is
    nothing new to the model.
    """
    chains: list[tuple[int, dict[str, list[str]]]] = []
    for names in models.values():
        for memory in (1, 2):
            chain: dict[str, list[str]] = {}
            for name in names:
                padded = "^" * memory + name + "$"
                for place in range(len(padded) - memory):
                    chain.setdefault(padded[place : place + memory], []).append(padded[place + memory])
            chains.append((memory, chain))
    out: list[str] = []
    while len(out) < count:
        memory, chain = chance.choice(chains)
        name = "^" * memory
        while not name.endswith("$") and len(name) < 16:
            name += chance.choice(chain[name[-memory:]])
        name = name.strip("^$")
        if 1 < len(name) < 13:
            out.append(name[0].upper() + name[1:])
    return out


def _given(names: Names, chance: random.Random) -> str:
    return chance.choice(names.invented if names.invented and chance.random() < 0.2 else names.given)


def _surname(names: Names, chance: random.Random) -> str:
    return chance.choice(names.invented if names.invented and chance.random() < 0.35 else names.surnames)


def _genitive(name: str) -> str:
    return name if name[-1] in "sxzSXZ" else name + "s"


def _other(words: Sequence[str], label: str, names: Names, chance: random.Random) -> list[str]:
    """Return another name of this label and about this form; nothing where that is not safe."""
    genitive = words[-1].endswith("s") and len(words[-1]) > 3
    if label == "PER" and all(word[:1].isupper() for word in words):
        if len(words) == 1:
            new = [_given(names, chance) if chance.random() < 0.5 else _surname(names, chance)]
        elif len(words) == 2:
            new = [_given(names, chance), _surname(names, chance)]
            if chance.random() < 0.08:
                new[1] += "-" + _surname(names, chance)
            if chance.random() < 0.06:
                new.insert(1, chance.choice(["al", "von", "de", "af", "van", "bin", "Al", "El", "da", "ibn", "der"]))
        else:
            return []
        known = genitive and (words[-1][:-1] in names.given or words[-1][:-1] in names.surnames)
        return [*new[:-1], _genitive(new[-1])] if known else new
    if label == "LOC" and len(words) == 1 and (words[0] in names.places or words[0][:-1] in names.places):
        new = chance.choice(names.places).split(" ")
        plain = words[0] in names.places
        return new if plain or not genitive else [*new[:-1], _genitive(new[-1])]
    if label == "ORG" and words and " ".join(words) in names.bodies:
        return chance.choice(names.bodies).split(" ")
    return []


def wrap(sentence: Sentence, before: str, after: str) -> Sentence:
    """Return the sentence with a mark before and perhaps one after it, hung on the root as punctuation."""
    lead, tail = 1, int(bool(after))
    tree = sentence.tree
    if tree is not None:
        root = next(place for place, head in enumerate(tree.heads) if place == head) + lead
        tree = Tree(
            pos=("PUNCT", *tree.pos, *["PUNCT"] * tail),
            morph=("", *tree.morph, *[""] * tail),
            lemmas=(before, *tree.lemmas, *[after] * tail),
            heads=(root, *(head + lead for head in tree.heads), *[root] * tail),
            deps=("punct", *tree.deps, *["punct"] * tail),
        )
    entities = sentence.entities
    return Sentence(
        (before, *sentence.words, *[after] * tail),
        (before in "–-—", *sentence.spaces[:-1], sentence.spaces[-1] and not tail, *[True] * tail),
        None if entities is None else tuple((start + lead, end + lead, label) for start, end, label in entities),
        tree,
        sentence.source,
    )


def odd_space(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence, if it has no tree, with a word of white space in it: a no-break or a doubled space."""
    if sentence.tree is not None or len(sentence.words) < 2:
        return sentence
    place = chance.randrange(1, len(sentence.words))
    mark = chance.choice(["\u00a0", " ", "\u00a0", "\n"])
    inside = any(start < place < end for start, end, _ in sentence.entities or ())
    if inside and mark == "\n":
        mark = "\u00a0"
    return splice(sentence, place, place, [mark], [False])
