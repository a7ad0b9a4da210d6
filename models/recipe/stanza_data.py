"""What Stanza's own programs read: words and tags for its entity finder, CoNLL-U for its tokenizer, vectors as text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Span, Token

from models.recipe.augment import change, recase
from models.recipe.build import names_to_swap
from models.recipe.corpora import Sentence, Tree, named_corpora, treebank
from models.recipe.silver import raw_sentences
from models.recipe.vectors import load_vectors, raw_words
from pipeline.stages.language import load_engine, parse_sentences
from pipeline.stages.language.parsing import Arc


def write_tags(sentences: Sequence[Sentence], path: Path) -> None:
    """Write words and B-/I-/O tags in two columns."""
    blocks = []
    for sentence in sentences:
        tags = ["O"] * len(sentence.words)
        for start, end, label in sentence.entities or ():
            tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        pairs = zip(sentence.words, tags, strict=True)
        rows = [f"{word.replace(' ', '_')}\t{tag}" for word, tag in pairs if word.strip()]
        blocks.append("\n".join(rows))
    path.write_text("\n\n".join(block for block in blocks if block) + "\n\n", encoding="utf-8")


def named_sentences(
    data: Path, tokenizer: Language, settings: Mapping[str, Any], silver: Mapping[str, int]
) -> list[Sentence]:
    """Return the sentences that teach names: all gold as often as the settings weigh it, each time changed anew, and
    raw sentences as our spaCy model reads them.
    """
    chance = random.Random(settings["seed"])
    names = names_to_swap(settings["seed"])
    corpora = named_corpora(data, tokenizer)
    corpora["talbanken"] = [each for each in treebank(data, "train") if each.entities is not None]
    found = [
        change(sentence, names, chance, settings["changes"])
        for name, sentences in corpora.items()
        if name != "suc-silver"  # its tags are another model's, without our guide
        for sentence in sentences
        for _ in range(settings["words"]["weights"][name])
    ]
    found += read_by_ours(raw_sentences(data, silver, tokenizer, settings["seed"]))
    chance.shuffle(found)
    return found


def read_by_ours(sentences: Sequence[Sentence], trees: bool = False, together: int = 40) -> list[Sentence]:
    """Return the sentences as ``sv_press`` reads them, names or ``trees``; so many are the lines of one text."""
    read = load_engine("spacy", "sv_press")
    out = []
    for start in range(0, len(sentences), together):
        doc = read("\n".join(sentence.text.strip() for sentence in sentences[start : start + together]))
        arcs = parse_sentences(doc) if trees else {}
        if trees:
            out += [_with_tree(sentence, arcs) for sentence in doc.sents]
            continue
        breaks = [-1, *(token.i for token in doc if "\n" in token.text), len(doc)]
        for before, end in pairwise(breaks):
            line = doc[before + 1 : end]
            entities = tuple((e.start - line.start, e.end - line.start, e.label_) for e in line.ents)
            out.append(Sentence(*_words(line), entities, source="silver"))
    return [sentence for sentence in out if sentence.words]


def _words(tokens: Iterable[Token]) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    kept = [token for token in tokens if not token.is_space]
    return tuple(token.text for token in kept), tuple(bool(token.whitespace_) for token in kept)


def _with_tree(sentence: Span, arcs: Mapping[int, Arc]) -> Sentence:
    """Return a sentence with its tree, white space left out."""
    kept = [token for token in sentence if token.i in arcs]
    place = {token.i: number for number, token in enumerate(kept)}
    tree = Tree(
        pos=tuple(token.pos_ for token in kept),
        morph=tuple(str(token.morph) for token in kept),
        lemmas=tuple(token.lemma_ for token in kept),
        heads=tuple(place[arcs[token.i].head] for token in kept),
        deps=tuple(arcs[token.i].label.replace("ROOT", "root") for token in kept),
    )
    return Sentence(*_words(kept), None, tree, "silver")


def write_conllu(sentences: Iterable[Sentence], path: Path) -> None:
    """Write sentences with trees as CoNLL-U, without the treebank's own tags (XPOS), which nothing here reads."""
    blocks = []
    for number, sentence in enumerate(sentences, 1):
        assert sentence.tree is not None
        tree = sentence.tree
        rows = [f"# sent_id = {number}", f"# text = {sentence.text.strip()}"]
        for place, word in enumerate(sentence.words):
            head = 0 if tree.heads[place] == place else tree.heads[place] + 1
            gap = "_" if sentence.spaces[place] else "SpaceAfter=No"
            columns = (place + 1, word, tree.lemmas[place], tree.pos[place], "_", tree.morph[place] or "_", head)
            rows.append("\t".join(map(str, (*columns, tree.deps[place], "_", gap))))
        blocks.append("\n".join(rows))
    path.write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")


def write_press_text(data: Path, tokenizer: Language, path: Path, seed: int) -> None:
    """Add the annotated press sentences to a CoNLL-U file, cut by our own rules: dashes, addresses, headline capitals.

    One to three sentences make a paragraph; one without an end mark is a paragraph of its own, as a headline is.
    """
    chance = random.Random(seed)
    corpora = named_corpora(data, tokenizer)
    sentences = [each for name in ("ner-press", "own", "webbnyheter") for each in corpora[name]]
    chance.shuffle(sentences)
    blocks: list[str] = []
    left = 0
    for sentence in sentences:
        if any(not word.strip() or " " in word for word in sentence.words):
            continue
        if chance.random() < 0.08:
            sentence = recase(sentence, str.upper)
        ends = sentence.words[-1][-1] in '.!?”"'
        alone = not ends or left == 0
        left = chance.randint(0, 2) if alone and ends else 0 if not ends else left - 1
        head = [f"# newpar id = {len(blocks)}"] if alone else []
        head += [f"# sent_id = press-{len(blocks)}", f"# text = {sentence.text.strip()}"]
        gaps = ("_" if space else "SpaceAfter=No" for space in (*sentence.spaces[:-1], True))
        rows = [
            f"{number}\t{word}\t_\tX\t_\t_\t{number - 1}\t{'root' if number == 1 else 'dep'}\t_\t{gap}"
            for number, (word, gap) in enumerate(zip(sentence.words, gaps, strict=True), 1)
        ]
        blocks.append("\n".join([*head, *rows]))
    with path.open("a", encoding="utf-8") as out:
        out.write("\n\n".join(blocks) + "\n\n")


def write_common_vectors(data: Path, vectors: Path, sentences: Sequence[Sentence], count: int, path: Path) -> None:
    """Write the vectors of the ``count`` commonest words as text, small letters, each from its commonest spelling."""
    nlp = spacy.blank("sv")
    load_vectors(nlp.vocab, vectors)
    counts: Counter[str] = Counter(raw_words(data))
    for sentence in sentences:
        counts.update({word: 3 for word in sentence.words if word.strip()})
    small: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for word, seen in counts.most_common():
        small[word.lower()] += seen
        spelling.setdefault(word.lower(), word)
    words = [word for word, _ in small.most_common(count) if word.split() == [word]]
    rows = [f"{word} " + " ".join(f"{x:.4f}" for x in nlp.vocab.get_vector(spelling[word])) for word in words]
    path.write_text(f"{len(rows)} {nlp.vocab.vectors.shape[1]}\n" + "\n".join(rows) + "\n", encoding="utf-8")
