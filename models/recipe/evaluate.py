"""What the packed model reaches on sentences that it never saw: entities, words, sentences, names, speed."""

from __future__ import annotations

import json
import multiprocessing
import resource
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from models.recipe.corpora import Sentence, named_dev, read_conllu, to_doc, treebank
from models.recipe.words import count_spans, spans
from pipeline.stages.language import parse_sentences
from pipeline.stages.language.spacy_engine import load_own

ROOT = Path(__file__).resolve().parents[2]
Scores = dict[str, dict[str, float]]

#: What each figure has to reach.
BARS: Mapping[str, Mapping[str, float]] = {
    "press dev": {"F": 91, "PER": 95, "ORG": 88, "LOC": 91},
    "Talbanken test, entities": {"F": 86},
    "Talbanken test": {"pos": 96.3, "morph": 93, "lemma": 95.5, "uas": 86, "las": 80.5},
    "PUD": {"pos": 94.5, "las": 76.5},
    "sentences": {"own press pages": 97},
    "names": {"recall": 97, "gap": 6},
    "speed": {"words/s": 12000, "entities alone": 15000, "load s": 1, "MB": 400},
}


def words_of(vocab: Any, gold: Doc) -> Doc:
    """Return the words without any annotation."""
    return Doc(vocab, [token.text for token in gold], [bool(token.whitespace_) for token in gold])


def entity_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return F by label over single sentences, and how many entities there are."""
    golds = [to_doc(nlp, [sentence]) for sentence in sentences if sentence.entities is not None]
    found = nlp.pipe((words_of(nlp.vocab, gold) for gold in golds), batch_size=32)
    pairs = [(spans(guess), spans(gold)) for guess, gold in zip(found, golds, strict=True)]
    return {**count_spans(pairs), "entities": float(sum(len(gold) for _, gold in pairs))}


def word_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return accuracy of UPOS, UPOS with features, lemmas (predicted tags), and heads with and without labels."""
    total: dict[str, float] = dict.fromkeys(("pos", "morph", "lemma", "uas", "las"), 0.0)
    words = 0
    golds = [to_doc(nlp, [sentence]) for sentence in sentences]
    guesses = nlp.pipe((words_of(nlp.vocab, gold) for gold in golds), batch_size=32)
    for gold, guess in zip(golds, guesses, strict=True):
        for token in guess:
            token.is_sent_start = token.i == 0
        arcs = parse_sentences(guess)
        for right, found in zip(gold, guess, strict=True):
            words += 1
            total["pos"] += right.pos_ == found.pos_
            total["morph"] += right.pos_ == found.pos_ and str(right.morph) == str(found.morph)
            total["lemma"] += right.lemma_ == found.lemma_
            arc = arcs.get(found.i)
            if arc is not None and arc.head == right.head.i:
                total["uas"] += 1
                total["las"] += arc.label == right.dep_
    return {name: 100 * count / words for name, count in total.items()}


def sentence_f(nlp: Language, sentences: list[Sentence], lines: bool) -> float:
    """Return F of sentence spans in raw text: ten sentences in a row, or (``lines``) each on a line of its own."""
    right = found = gold = 0
    for start in range(0, len(sentences), 10):
        run = sentences[start : start + 10]
        texts = [sentence.text.strip() for sentence in run]
        joint = "\n" if lines else " "
        truth, place = set(), 0
        for text in texts:
            truth.add((place, place + len(text)))
            place += len(text) + 1
        guess = {
            (sent.start_char + len(sent.text) - len(sent.text.lstrip()), sent.start_char + len(sent.text.rstrip()))
            for sent in nlp(joint.join(texts)).sents
        }
        right, found, gold = right + len(truth & guess), found + len(guess), gold + len(truth)
    return 200 * right / (found + gold)


def own_sentences_f(nlp: Callable[[str], Doc]) -> float:
    """Return F of sentence spans on our own press paragraphs."""
    lines = (ROOT / "corpus" / "ner" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    text, truth = "", set()
    for line in lines:
        if line.startswith("#"):
            continue
        if not line:
            text = text.rstrip(" ") + "\n\n"
            continue
        truth.add((len(text), len(text) + len(line)))
        text += line + " "
    found = {
        (sent.start_char + len(sent.text) - len(sent.text.lstrip()), sent.start_char + len(sent.text.rstrip()))
        for sent in nlp(text.rstrip()).sents
    }
    return 200 * len(truth & found) / (len(truth) + len(found))


def name_groups() -> dict[str, list[str]]:
    """Return the full names of each group of the fairness test."""
    rows = (ROOT / "corpus" / "ner" / "name_groups.tsv").read_text(encoding="utf-8").splitlines()
    groups = {}
    for row in rows:
        if row and not row.startswith("#"):
            group, given, surnames = row.split("\t")
            surname_list = surnames.split(" ")
            groups[group] = [
                f"{first} {surname_list[(place + turn) % len(surname_list)].replace('_', ' ')}"
                for turn in range(2)
                for place, first in enumerate(given.split(" "))
            ]
    return groups


def name_recall(nlp: Language) -> dict[str, float]:
    """Return the share of names found whole, by group: eight names in the same 25 frames."""
    lines = (ROOT / "corpus" / "ner" / "name_frames.txt").read_text(encoding="utf-8").splitlines()
    frames = [line for line in lines if line and not line.startswith("#")]
    out: dict[str, float] = {}
    for group, names in name_groups().items():
        hits = 0
        texts = [(frame.replace("{n}", name), name) for frame in frames for name in names]
        for (text, name), doc in zip(texts, nlp.pipe((text for text, _ in texts), batch_size=32), strict=True):
            start = text.index(name)
            ends = {start + len(name), start + len(name) + 1}
            hits += any(
                entity.label_ == "PER" and entity.start_char == start and entity.end_char in ends for entity in doc.ents
            )
        out[group] = 100 * hits / len(texts)
    return out


#: What finds entities needs no more than this.
ENTITIES_ALONE = ("tok2vec", "senter", "press_ner")


def speed(nlp: Language, sentences: list[Sentence]) -> float:
    """Return words a second over articles of about 300 words, one at a time and on one thread, as the program reads.

    Most of the words are new to the process, as at the start of a run; more threads would only wait for each other,
    which counts as time of the process.
    """
    articles, current, words = [], [], 0
    for sentence in sentences:
        current.append(sentence.text.strip())
        words += len(sentence.words)
        if words >= 300:
            articles.append("\n\n".join(current))
            current, words = [], 0
    for article in articles[:10]:
        nlp(article)
    with ThreadpoolController().limit(limits=1):
        began = time.process_time()
        count = sum(len(nlp(article)) for article in articles)
        return count / (time.process_time() - began)


def peak_memory() -> float:
    """Return the most memory that the process has held, in MB.

    From ``/proc`` where there is one: what ``getrusage`` tells of a fresh process is the peak of the one that made it.
    """
    status = Path("/proc/self/status")
    for line in status.read_text(encoding="ascii").splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def evaluate(data: Path, model: Path) -> Scores:
    """Return every figure of the card."""
    began = time.process_time()
    nlp = load_own(model)
    load = time.process_time() - began
    dev = named_dev(data, nlp)
    test, pud = treebank(data, "test"), [s for _, s in read_conllu(data / "ud-pud" / "sv_pud-ud-test.conllu")]
    whole = speed(nlp, [*dev["press"], *dev["web"]])
    memory = peak_memory()
    alone = speed(load_own(model, ENTITIES_ALONE), [*dev["press"], *dev["web"]])
    groups = name_recall(nlp)
    return {
        "press dev": entity_scores(nlp, dev["press"]),
        "web news dev": entity_scores(nlp, dev["web"]),
        "SUC dev": entity_scores(nlp, dev["suc"]),
        "Talbanken test, entities": entity_scores(nlp, test),
        "Talbanken test": word_scores(nlp, test),
        "PUD": word_scores(nlp, pud),
        "sentences": {
            "Talbanken": sentence_f(nlp, test, lines=False),
            "PUD": sentence_f(nlp, pud, lines=False),
            "PUD on lines": sentence_f(nlp, pud, lines=True),
            "own press pages": own_sentences_f(nlp),
        },
        "names": {"recall": sum(groups.values()) / len(groups), "gap": max(groups.values()) - min(groups.values())},
        "names by group": groups,
        "speed": {"words/s": whole, "entities alone": alone, "load s": load, "MB": memory},
    }


def report(scores: Scores) -> str:
    """Return the figures as lines, each beside its bar."""
    lines = []
    for part, figures in scores.items():
        shown = []
        for name, value in figures.items():
            bar = BARS.get(part, {}).get(name)
            low_is_good = name in ("gap", "load s", "MB")
            missed = bar is not None and (value > bar if low_is_good else value < bar)
            wanted = f" ({'NOT ' if missed else ''}{'≤' if low_is_good else '≥'} {bar:g})" if bar is not None else ""
            shown.append(f"{name} {value:.1f}{wanted}")
        lines.append(f"{part}: " + " · ".join(shown))
    return "\n".join(lines)


def evaluate_afresh(data: Path, model: Path) -> Scores:
    """Return what :func:`evaluate` does, from a process of its own: this one may have grown with what it trained."""
    with multiprocessing.get_context("spawn").Pool(1) as fresh:
        return fresh.apply(evaluate, (data, model))


def write_card(data: Path, model: Path) -> None:
    """Put the figures into the model's card, between its two marks, and beside it as JSON."""
    scores = evaluate_afresh(data, model)
    steady = {part: figures for part, figures in scores.items() if part != "speed"}
    (model / "scores.json").write_text(json.dumps(steady, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    card = model / "CARD.md"
    text = card.read_text(encoding="utf-8")
    before, _, rest = text.partition("<!-- scores -->")
    _, _, after = rest.partition("<!-- end of scores -->")
    table = "\n".join(f"- {line}" for line in report(scores).splitlines())
    card.write_text(f"{before}<!-- scores -->\n{table}\n<!-- end of scores -->{after}", encoding="utf-8")
