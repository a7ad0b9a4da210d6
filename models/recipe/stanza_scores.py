"""What the small Stanza models reach on sentences that they never saw, from raw text as the engine reads it.

python -m models.recipe.stanza_scores --data DIR
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

import spacy
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from models.recipe.corpora import Sentence, named_dev, treebank
from models.recipe.evaluate import own_sentences_f
from pipeline.stages.language import load_engine, parse_sentences
from pipeline.stages.language.tokens import build_tokenizer

Engine = Callable[[str], Doc]


def places(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where each word of a sentence stands in its text."""
    lengths = (len(word) + space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    ends = list(accumulate(lengths))
    return [(end - len(w) - s, end - s) for end, w, s in zip(ends, sentence.words, sentence.spaces, strict=True)]


def entity_f(read: Engine, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return F of entities by label, over single sentences; an entity is right where both its ends are."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in sentences:
        at = places(sentence)
        gold = {(at[start][0], at[end - 1][1], label) for start, end, label in sentence.entities or ()}
        found = {(entity.start_char, entity.end_char, entity.label_) for entity in read(sentence.text).ents}
        for _, _, label in gold & found:
            right.update((label, "F"))
        for _, _, label in [*gold, *found]:
            total.update((label, "F"))
    return {label: 200 * right[label] / count for label, count in total.items()}


def word_f(read: Engine, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return F of words, and of words with their tag, features, lemma and head, over one sentence at a time."""
    right: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        tree = sentence.tree
        assert tree is not None
        at = places(sentence)
        doc = read(sentence.text)
        arcs = parse_sentences(doc)
        found = {(token.idx, token.idx + len(token)): token for token in doc if not token.is_space}
        total += len(at) + len(found)
        for number, place in enumerate(at):
            token = found.get(place)
            if token is None:
                continue
            arc = arcs[token.i]
            head = doc[arc.head]
            same_head = (head.idx, head.idx + len(head)) == at[tree.heads[number]]
            right["words"] += 1
            right["pos"] += token.pos_ == tree.pos[number]
            right["morph"] += (token.pos_, str(token.morph)) == (tree.pos[number], tree.morph[number])
            right["lemma"] += token.lemma_ == tree.lemmas[number]
            right["uas"] += same_head
            right["las"] += same_head and arc.label.lower() == tree.deps[number]
    return {name: 200 * count / total for name, count in right.items()}


def main() -> None:
    """Print the figures of the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    read = load_engine("stanza", "sv_press")
    nlp = spacy.blank("sv")
    build_tokenizer(nlp)
    with threadpool_limits(limits=1):
        for part, sentences in named_dev(data, nlp).items():
            print(f"{part} dev, entities:", shown(entity_f(read, sentences)), flush=True)
        test = treebank(data, "test")
        print(
            "Talbanken test, entities:", shown(entity_f(read, [s for s in test if s.entities is not None])), flush=True
        )
        print("Talbanken test:", shown(word_f(read, test)), flush=True)
        print(f"own press pages, sentences: F {own_sentences_f(read):.1f}")


def shown(figures: dict[str, float]) -> str:
    """Return figures as they stand in the card."""
    return " · ".join(f"{name} {value:.1f}" for name, value in figures.items())


if __name__ == "__main__":
    main()
