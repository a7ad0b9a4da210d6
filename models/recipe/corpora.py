"""The training texts, read into one shape: sentences of words with whatever annotation their corpus has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.stages.language.crf import BELIEFS_KEY

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Tree:
    """The treebank's annotation of a sentence, one item a word; heads are positions, the root its own head."""

    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, which of them a space follows, and annotation; ``entities`` are half-open word positions.

    ``entities`` is None where nobody looked for any, ``tree`` where nobody parsed; ``beliefs`` is, for a sentence
    that teachers labelled, the probability of each tag for each word.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    entities: tuple[Entity, ...] | None = None
    tree: Tree | None = None
    source: str = field(default="", compare=False)
    beliefs: Any = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


def read_conllu(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield (id, sentence) from a CoNLL-U treebank."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows, name = [], ""
        for line in block.splitlines():
            if line.startswith("# sent_id = "):
                name = line.removeprefix("# sent_id = ")
            elif line and line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
        if rows:
            yield name, _tree_sentence(rows)


def _tree_sentence(rows: list[list[str]]) -> Sentence:
    heads = tuple(int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows))
    return Sentence(
        words=tuple(row[1].replace(" ", "_") for row in rows),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        tree=Tree(
            pos=tuple(row[3] for row in rows),
            morph=tuple("" if row[5] == "_" else row[5] for row in rows),
            lemmas=tuple(row[2] for row in rows),
            heads=heads,
            deps=tuple(row[7] for row in rows),
        ),
        source="talbanken",
    )


def _spans(tags: list[str], labels: dict[str, str]) -> tuple[Entity, ...]:
    """Return the entities of B-/I-/O tags; a label that ``labels`` does not map is nothing."""
    found: list[Entity] = []
    start, label = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            if label in labels:
                found.append((start, place, labels[label]))
            label = ""
        if tag[:2] == "B-" or (tag[:2] == "I-" and not label):
            start, label = place, tag[2:]
    return tuple(found)


def read_columns(path: Path, word: int, tag: int, labels: dict[str, str], source: str) -> Iterator[Sentence]:
    """Yield sentences from a column file with B-/I-/O tags; columns are numbered from 0."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows and "# gap = maybe" not in block:
            words = tuple(row[word] for row in rows)
            yield Sentence(words, (True,) * len(words), _spans([row[tag] for row in rows], labels), source=source)


def read_jsonl(path: Path, tokenizer: Language, source: str) -> Iterator[Sentence]:
    """Yield sentences from our own annotation format, cut into words by the model's own tokenizer.

    An entity whose ends fall inside a word widens to the word: that is how the model will have to see it.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        doc = tokenizer.make_doc(item["text"])
        spans = [doc.char_span(s, e, label, alignment_mode="expand") for s, e, label in item["entities"]]
        entities, last = [], 0
        for span in sorted((span for span in spans if span is not None), key=lambda span: (span.start, -span.end)):
            if span.start >= last:
                entities.append((span.start, span.end, span.label_))
                last = span.end
        yield Sentence(
            tuple(token.text for token in doc),
            tuple(bool(token.whitespace_) for token in doc),
            tuple(entities),
            source=source,
        )


_UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_SILVER = {"PRS": "PER", "ORG": "ORG", "LOC": "LOC"}


def treebank(data: Path, part: str) -> list[Sentence]:
    """Return Talbanken's ``train``, ``dev`` or ``test`` with the entities of Universal NER where they align."""
    name = "sv_talbanken-train-reconstructed" if part == "train" else f"sv_talbanken-ud-{part}"
    named = read_columns(data / "ner-uner-talbanken" / f"sv_talbanken-ud-{part}.iob2", 1, 2, _UNER, "talbanken")
    entities = {sentence.words: sentence.entities for sentence in named}
    return [
        replace(sentence, entities=entities.get(sentence.words))
        for _, sentence in read_conllu(data / "ud-talbanken" / f"{name}.conllu")
    ]


def named_corpora(data: Path, tokenizer: Language) -> dict[str, list[Sentence]]:
    """Return the training sentences with entities by the name that the settings weigh them under."""
    ours = Path(__file__).resolve().parents[2] / "corpus" / "ner" / "train.jsonl"
    corpora = {
        "ner-press": read_jsonl(data / "ner-press" / "train.jsonl", tokenizer, "ner-press"),
        "webbnyheter": read_jsonl(data / "ner-news-relabelled" / "webbnyheter2012.train.jsonl", tokenizer, "web"),
        "suc": read_jsonl(data / "ner-news-relabelled" / "suc3-sample.train.jsonl", tokenizer, "suc"),
        "suc-silver": read_columns(
            data / "ner-suc3-partial" / "suc3-simple-silver.iob2.tsv", 0, 1, _SILVER, "suc-silver"
        ),
    }
    if ours.exists():
        corpora["own"] = read_jsonl(ours, tokenizer, "own")
    return {name: list(sentences) for name, sentences in corpora.items()}


def named_dev(data: Path, tokenizer: Language) -> dict[str, list[Sentence]]:
    """Return the development sentences with entities: never trained on, thresholds are tuned here."""
    return {
        "press": list(read_jsonl(data / "ner-press" / "dev.jsonl", tokenizer, "press")),
        "web": list(read_jsonl(data / "ner-news-relabelled" / "webbnyheter2012.dev.jsonl", tokenizer, "web")),
        "suc": list(read_jsonl(data / "ner-news-relabelled" / "suc3-sample.dev.jsonl", tokenizer, "suc")),
    }


def to_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """Return one document of these sentences; what no corpus annotated stays unknown, not "none"."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        words += sentence.words
        spaces += sentence.spaces
        starts += [place == 0 for place in range(len(sentence.words))]
        marks = ["O" if sentence.entities is not None else ""] * len(sentence.words)
        for start, end, label in sentence.entities or ():
            marks[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        tags += marks
    if all(sentence.beliefs is not None for sentence in sentences):
        doc = Doc(nlp.vocab, words, spaces)
        doc.user_data[BELIEFS_KEY] = np.concatenate([sentence.beliefs for sentence in sentences])
        return doc
    trees = [sentence.tree for sentence in sentences]
    if all(tree is not None for tree in trees):
        pos: list[str] = []
        morph: list[str] = []
        lemmas: list[str] = []
        heads: list[int] = []
        deps: list[str] = []
        for sentence, tree in zip(sentences, trees, strict=True):
            assert tree is not None
            heads += [head + len(pos) for head in tree.heads]
            pos += tree.pos
            morph += tree.morph
            lemmas += tree.lemmas
            deps += ["ROOT" if dep == "root" else dep for dep in tree.deps]
            assert len(sentence.words) == len(tree.pos)
        return Doc(nlp.vocab, words, spaces, pos=pos, morphs=morph, lemmas=lemmas, heads=heads, deps=deps, ents=tags)
    return Doc(nlp.vocab, words, spaces, ents=tags, sent_starts=starts)
