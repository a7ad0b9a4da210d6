"""CoNLL-U: every sentence with words, lemmas, tags and trees, and in the last column which word is quoted, and names whom.

``Quote=ID`` stands at each quoted word, ``Speaker=ID`` at the words that name who speaks, ``Entity=B-PER`` … at names.
The language model reads each text again, since a record has no words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.outputs import Output, output
from pipeline.outputs.jsonl import JsonlFile
from pipeline.record import Record
from pipeline.stage import Options

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pipeline.stages.language.parsing import Arc


class ConlluOptions(Options):
    """``path`` is the file; ``engine`` and ``model`` are those of the stage `language`; ``trees`` can be left out."""

    path: str
    engine: Literal["spacy", "stanza"] = "spacy"
    model: str = "sv_press"
    trees: bool = True


@output("conllu", config=ConlluOptions)
def conllu(options: ConlluOptions) -> Output:
    """Sentences as CoNLL-U, with quotes and speakers in the last column."""
    return ConlluFile(options)


class ConlluFile(JsonlFile):
    """Sentences in the ten columns of Universal Dependencies."""

    def __init__(self, options: ConlluOptions) -> None:
        from pipeline.stages.language import load_engine

        super().__init__(Path(options.path))
        self._read = load_engine(options.engine, options.model)
        self._trees = options.trees

    def write(self, record: Record, line: str) -> None:
        """Read the text of a record again and write its sentences."""
        for row in sentence_lines(record, self._read, trees=self._trees):
            self.write_line(row)


def sentence_lines(record: Record, read: Callable[[str], Doc], *, trees: bool) -> Iterator[str]:
    """Yield the lines of a record's sentences, each sentence closed by an empty one."""
    from pipeline.stages.language import parse_sentences

    doc = read(record.text)
    arcs = parse_sentences(doc) if trees else {}
    marks = _marks(record)
    yield f"# newdoc id = {record.id}"
    for n, sentence in enumerate((s for s in doc.sents if s.text.strip()), 1):
        yield f"# sent_id = {record.id}-{n}"
        yield f"# text = {' '.join(sentence.text.split())}"
        yield from _words(sentence, arcs, marks)
        yield ""


def _marks(record: Record) -> list[tuple[int, int, str]]:
    marks = []
    for quote in record.quotes:
        marks += [(part.start, part.end, f"Quote={quote.id}") for part in quote.contents]
        for speaker in (quote.speaker, *quote.co_speakers):
            if speaker.mention is not None:
                marks.append((speaker.mention.start, speaker.mention.end, f"Speaker={quote.id}"))
    return marks


def _words(sentence: Span, arcs: Mapping[int, Arc], marks: list[tuple[int, int, str]]) -> Iterator[str]:
    words = [token for token in sentence if not token.is_space]
    places = {token.i: n for n, token in enumerate(words, 1)}
    for n, token in enumerate(words, 1):
        arc = arcs.get(token.i)
        head, relation = "_", "_"
        if arc is not None:
            head, relation = ("0", "root") if arc.head == token.i else (str(places.get(arc.head, 0)), arc.label)
        end = token.idx + len(token.text)
        told = [label for start, stop, label in marks if start < end and stop > token.idx]
        told += [f"Entity={token.ent_iob_}-{token.ent_type_}"] if token.ent_type_ else []
        told += [] if token.whitespace_ else ["SpaceAfter=No"]
        columns = (str(n), token.text, token.lemma_, token.pos_, token.tag_, str(token.morph), head, relation, "_")
        yield "\t".join([*(column or "_" for column in columns), "|".join(dict.fromkeys(told)) or "_"])
