"""Plain text to typed blocks: every line that is not empty is a block; hard-wrapped lines of a paragraph are joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.article import Block, BlockKind
from pipeline.stages.clean import labels
from pipeline.stages.clean.blocks import Draft
from pipeline.stages.clean.bylines import is_byline
from pipeline.stages.clean.contact_areas import find_contacts
from pipeline.stages.clean.dates import day_line
from pipeline.stages.clean.lines import Line
from pipeline.stages.clean.run_on import part_run_on, unfold_columns

LONGEST_TITLE = 200
#: Lines are hard-wrapped only within these widths, and where this share of them could not have taken another word.
_WIDTHS = range(36, 101)
_FULL_SHARE = 0.9
_FEWEST_WRAPS = 4
_SENTENCE_END = (".", "?", "!", ":", "”", '"', "…")


def read_plain(text: str) -> list[Draft]:
    """Return the blocks of a normalised plain text, in order.

    The title is the first line that is no dirt and no caption, if it has at most 200 characters and no final full stop. Runs of
    spaces stay, also at the start of a line: there they show that a speech dash was lost.
    """
    lines = join_wrapped(unfold_columns(split_lines(part_run_on(text))))
    texts = [line.text for line in lines]
    kinds = classify(texts)
    return [
        Draft(kind, text.lstrip() if kind == "title" else text, None, reason)
        for text, (kind, reason) in zip(texts, kinds, strict=True)
    ]


def typed_lines(text: str) -> tuple[Block, ...]:
    """Return the lines that are not empty as blocks of the text as it stands, without spaces at their ends."""
    found: list[tuple[int, str]] = []
    at = 0
    for raw in text.split("\n"):
        if line := raw.rstrip():
            found.append((at, line))
        at += len(raw) + 1
    kinds = classify([line for _, line in found])
    return tuple(
        Block(kind, at, at + len(line), None, reason) for (at, line), (kind, reason) in zip(found, kinds, strict=True)
    )


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not empty, without spaces at their ends; a dash alone belongs to the line right below it."""
    lines: list[Line] = []
    apart = False
    for raw in text.split("\n"):
        line = raw.rstrip()
        if line and not apart and lines and lines[-1].text in _SPEECH_DASHES:
            lines[-1] = Line(f"{lines[-1].text} {line.lstrip()}", lines[-1].apart)
        elif line:
            lines.append(Line(line, apart))
        apart = not line
    return lines


#: Not the hyphen, which between lines is a rule or a list's.
_SPEECH_DASHES = ("–", "—", "―")


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of each paragraph where the file clearly is hard-wrapped, else only sentences that a line breaks off.

    Clearly: empty lines stand between paragraphs, no line is longer than 100, and nine of ten lines that another
    follows directly are full, that is, the next line's first word would not have fitted.
    """
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.apart]
    if width not in _WIDTHS or not any(line.apart for line in lines) or len(pairs) < _FEWEST_WRAPS:
        return _with_broken_sentences(lines)
    inside = [pair for pair in pairs if not _begins_block(*pair)]
    full = [pair for pair in inside if _is_full(*pair, width)]
    if len(full) < _FEWEST_WRAPS or len(full) < _FULL_SHARE * len(inside):
        return _with_broken_sentences(lines)
    joined: list[list[str]] = []
    aparts: list[bool] = []
    for n, line in enumerate(lines):
        if n > 0 and not line.apart and _wraps(lines[n - 1], line, width):
            joined[-1].append(line.text.lstrip())
        else:
            joined.append([line.text])
            aparts.append(line.apart)
    return [Line(_together(parts), apart) for parts, apart in zip(joined, aparts, strict=True)]


def _together(parts: Sequence[str]) -> str:
    """Join the lines of a paragraph, without a space where a line breaks a word: ``pågående för-`` ⏎ ``ändringar``.

    The hyphen stays, for it may be the word's own ("EU-" ⏎ "länder"), and each letter of the text is the page's.
    """
    text = parts[0]
    for part in parts[1:]:
        first = part.split(None, 1)[0]
        broken = text[-1] == "-" and text[-2:-1].isalnum() and first[0].islower() and first not in _SECOND_PARTS
        text = f"{text}{part}" if broken else f"{text} {part}"
    return text


#: Behind a hyphen with a space: "hälso-" ⏎ "och sjukvård".
_SECOND_PARTS = labels.phrase_set("second_parts")


def _with_broken_sentences(lines: Sequence[Line]) -> list[Line]:
    """Join a line that begins with a small letter to the unfinished speech or sentence right above it.

    ``– Kommuner får inte skilja`` ⏎ ``på par som vill bo ihop,`` ⏎ ``säger Jan Björkman.``; not a title below a name.
    Where empty lines part the paragraphs, speech goes on whatever its next line begins with: ``säger`` ⏎ ``Jan Björkman.``
    Long lines go on over empty ones too, which some systems put behind each.
    """
    joined: list[list[str]] = []
    aparts: list[bool] = []
    parted = sum(line.apart for line in lines) >= _FEWEST_PARTED
    for n, line in enumerate(lines):
        above = _together(joined[-1]) if joined and len(joined[-1]) < _MOST_LINES else ""
        open_speech = parted and labels.is_dash(above) and len(lines[n - 1].text) >= _WRAPPED
        open_speech = open_speech and not labels.is_dash(line.text)
        opens = line.text[:1].islower() or (
            (open_speech or _is_left_open(above)) and not _begins_block(lines[n - 1], line)
        )
        if above and opens and (not line.apart or _is_cut(above, line.text)) and _goes_on(above, line.text):
            joined[-1].append(line.text)
        else:
            joined.append([line.text])
            aparts.append(line.apart)
    return _with_broken_speech(joined, aparts)


def _is_cut(above: str, below: str) -> bool:
    """Tell a sentence that an empty line breaks: ``… tre andra butiker i`` ⏎ ⏎ ``samma område kommer att …``."""
    return (
        below[0].islower()
        and len(above) >= _CUT
        and (above[-1].islower() or above[-1] == ",")
        and not labels.is_list_item(above)
    )


#: Shorter lines before an empty one are headings, or points of a list.
_CUT = 50
#: A line of speech as long as this may have been wrapped where it ends.
_WRAPPED = 30
#: So many empty lines show that a file parts its paragraphs by them.
_FEWEST_PARTED = 3
#: Lines at most that are put together one by one, so that a long list of small words costs no more than its length.
_MOST_LINES = 40


def _with_broken_speech(lines: list[list[str]], aparts: Sequence[bool]) -> list[Line]:
    """Join the lines of a speech of several sentences up to the broken sentence whose last part is the frame.

    ``– Det känns bra nu.`` ⏎ ``Jag tog det lugnt`` ⏎ ``men satte fart mot slutet,`` ⏎ ``sade hon efter loppet.``
    """
    joined: list[Line] = []
    n = 0
    while n < len(lines):
        end = _end_of_speech(lines, aparts, n)
        joined.append(Line(_together([part for parts in lines[n:end] for part in parts]), aparts[n]))
        n = end
    return joined


def _end_of_speech(lines: list[list[str]], aparts: Sequence[bool], n: int) -> int:
    """Return the line behind the speech that line ``n`` opens: behind the line itself where no frame is broken off."""
    opening = _together(lines[n])
    if (
        not labels.is_dash(opening)
        or not opening.endswith(_SENTENCE_END)
        or not labels.phrase_set("speech_cue").isdisjoint(opening.split())
    ):
        return n + 1
    for at in range(n + 1, min(len(lines), n + _MOST_LINES_OF_SPEECH)):
        if aparts[at] or labels.is_dash(lines[at][0]) or labels.is_list_item(lines[at][0]):
            break
        if any(part.split(None, 1)[0] in labels.phrase_set("speech_cue") for part in lines[at][1:]):
            return at + 1
    return n + 1


#: Lines at most from the speech dash to the sentence that holds the frame.
_MOST_LINES_OF_SPEECH = 8


def _is_left_open(line: str) -> bool:
    """Tell a line that ends in the middle of a phrase, whatever begins the next: ``kommunalråd i`` ⏎ ``Alvsund.``

    And in the middle of a name or before it: ``säger Johanna`` ⏎ ``Blomberg, rektor.``, ``– Vi bygger, säger`` ⏎ ``Bo Ek.``
    """
    before, _, last = line.rpartition(" ")
    if before.endswith(",") and last in labels.phrase_set("speech_cue"):
        return labels.is_dash(line)
    named = (
        last[:1].isupper()
        and last.replace("-", "").isalpha()
        and before.rpartition(" ")[2] in labels.phrase_set("speech_cue")
    )
    return (named or last in labels.phrase_set("open_line")) and not labels.is_dirt(line)


def _goes_on(above: str, below: str) -> bool:
    if above.endswith((*_SENTENCE_END, ";")) or any(map(labels.is_reachable, (above, below))) or is_byline(below):
        return False
    named = labels.is_name(above.split(",")[0].split("(")[0].strip())
    if labels.is_dash(above) or len(above) >= _LONG_LINE:
        return True
    return not named and len(above.split()) >= _FEWEST_WORDS and ":" not in above


#: A line as long as this is no name with its title and no label, whatever it begins with.
_LONG_LINE = 80
#: A line of fewer words may be a name, a label or a headline over what stands below it.
_FEWEST_WORDS = 5


def _wraps(line: Line, following: Line, width: int) -> bool:
    """Tell whether a paragraph of a hard-wrapped text goes on: the line is full, or longish and its sentence unfinished."""
    if _begins_block(line, following):
        return False
    unfinished = not line.text.endswith(_SENTENCE_END) and len(line.text) >= _LONGISH * width
    return unfinished or _is_full(line, following, width)


#: From this share of the width on a line is no headline over the next.
_LONGISH = 0.7


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted; a ragged edge of a few characters is allowed."""
    word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(word) > width - 4


def _begins_block(line: Line, following: Line) -> bool:
    """A dash after the end of a sentence is speech; elsewhere it is a parenthesis that fell on a line's start."""
    if labels.is_dash(following.text):
        return line.text.endswith(_SENTENCE_END)
    return labels.is_list_item(following.text) or labels.is_reachable(following.text)


Kind = tuple[BlockKind, str | None]


def classify(lines: Sequence[str]) -> list[Kind]:
    """Return kind and reason of each line, seen in its surroundings."""
    contacts = find_contacts(lines)
    kinds: list[Kind] = []
    titled = False
    sender = _sender(lines)
    for n, line in enumerate(lines):
        kind: Kind | None = None
        if n == sender:
            kind = "other", "sender"
        elif not titled and not _above_title(line, len(lines)):
            titled = True
            kind = _title(line)
            if kind is not None and n in contacts and len(lines) > 1:
                kind = None
        elif not titled and (_is_document_kind(line) or _is_dated_body(line)):
            kind = "other", "document-kind"
        kinds.append(kind or contacts.get(n) or _line_kind(lines, n))
    _demote_runs_of_headings(kinds, lines)
    _fill_factboxes(kinds, lines)
    return kinds


def _above_title(line: str, lines: int) -> bool:
    """Tell what may stand above the title: dirt, a day, a caption, "Pressmeddelande"."""
    if lines > 1 and _is_document_kind(line):
        return True
    return (
        labels.is_dirt(line)
        or _is_day(line)
        or _is_dated_body(line)
        or (labels.has_credit(line) and not _CREDIT_HEADLINE.match(line))
    )


def _is_dated_body(line: str) -> bool:
    """``Alvsunds tingsrätt 2009-06-18``, ``Alvsunds kommun Pressmeddelande 2012-03-04``: a letterhead in one line."""
    day = _LAST_DAY.search(line)
    if day is None or len(line) > _LONGEST_KIND:
        return False
    before = line[: day.start()].strip(_AROUND_KIND)
    last = before.rpartition(" ")[2]
    return (
        _BODY.fullmatch(
            before.removesuffix(last).strip(_AROUND_KIND) if labels.is_phrase(last, "document_kind") else before
        )
        is not None
    )


#: A public body by its name alone.
_BODY = re.compile(
    r"(?:Region|Landstinget|Länsstyrelsen(?: i)?|Räddningstjänsten)(?: [A-ZÅÄÖ][\w-]+){1,3}(?: län)?|(?:[A-ZÅÄÖ][\w-]+ ){1,2}(?:tekniska )?"
    r"(?:kommun|stad|universitet|högskola|tingsrätt|hovrätt|sjukhus|lasarett|museum|församling|pastorat)|[A-ZÅÄÖ]\w+(?:verket|myndigheten|inspektionen|departementet)"
)
_LAST_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2} [a-zåäö]{3,9} \d{4}$")
#: A headline over pictures: "FOTO: Så firades nationaldagen i hela länet".
_CREDIT_HEADLINE = re.compile(r"\W*(?:foto|bild):(?:\s+\S+){5}", re.IGNORECASE)


def _is_document_kind(line: str) -> bool:
    """``Pressmeddelande``, ``Pressmeddelande -``, ``Pressmeddelande från Alvdepartementet``, ``2022-05-25 05:25Pressmeddelande``."""
    if len(line) > _LONGEST_KIND:
        return False
    bare = _STAMP.sub("", line.strip(labels.SPACES)).strip(_AROUND_KIND)
    from_whom = _FROM.match(bare)
    return labels.is_phrase(from_whom[1] if from_whom else bare, "document_kind")


#: Code points at most of a line that says what the text is.
_LONGEST_KIND = 80
_AROUND_KIND = labels.SPACES + "-–•|:"
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{1,2}[.:]\d{2})?[ \u00a0]*")
_FROM = re.compile(r"(\w+) från (?:[A-ZÅÄÖ][\w-]+)(?: [\w-]+){0,4}$")


def _sender(lines: Sequence[str]) -> int | None:
    """Return the line above the title that says whose release it is; None without one.

    ``Alvsunds Energi AB`` ⏎ ``Bron blir dyrare`` ⏎ ``Pressmeddelande   •   Mar 05, 2009 10:15 CET``: as press rooms once wrote it,
    the title is the line right above what the text is and its day. A public body may also stand over these:
    ``Region Alvmark`` ⏎ ``Nyhet 2024-03-12`` ⏎ ``Ny buss till sjukhuset``.
    """
    if len(lines) > _HEAD and _BODY.fullmatch(lines[0].strip()) and _above_title(lines[1], len(lines)):
        return 0
    if len(lines) <= _HEAD or labels.opens(lines[2], "document_kind") is None or not _is_day(lines[2]):
        return None
    heads = all(_title(line) and not _above_title(line, len(lines)) for line in lines[:2])
    return 0 if heads and len(lines[0].split()) <= _LONGEST_SENDER and lines[0].strip()[-1:].isalnum() else None


#: Lines of such a head, and words of a sender's name.
_HEAD, _LONGEST_SENDER = 3, 6


def _is_day(line: str) -> bool:
    return labels.is_date_line(line) or day_line(line) is not None


def _title(line: str) -> Kind | None:
    stripped = line.strip()
    if len(stripped) <= LONGEST_TITLE and (not stripped.endswith(".") or stripped.endswith("..")):
        return "title", "first-line"
    return None


def _line_kind(lines: Sequence[str], n: int) -> Kind:
    line = lines[n]
    if _is_day(line):
        return "date", "label" if labels.is_date_line(line) else "day-line"
    if labels.is_dirt(line):
        return "other", "page-furniture"
    at_an_end = 0 < n < 3 or n == len(lines) - 1
    named = at_an_end and labels.is_name(line) and not labels.is_about(line)
    if named and _is_of_picture(lines, n):
        return "caption", "name"
    if is_byline(line) or (named and not _heads_speech(lines, n)):
        return "byline", "label" if is_byline(line) else "name"
    if labels.is_dash(line):
        return "dash", "speech-dash"
    if labels.is_caption(line):
        return "caption", "label"
    if labels.is_list_item(line):
        return "list_item", "bullet"
    if labels.is_heading(line) and 0 < n < len(lines) - 1:
        return "heading", "short-line"
    return "paragraph", None


def _is_of_picture(lines: Sequence[str], n: int) -> bool:
    """``Siv Lund slutar.`` ⏎ ``Siv Lund`` ⏎ ``Foto: Bo Ek``: who has been told of above is in the picture, and no writer."""
    name = lines[n].strip()
    pictured = n + 1 < len(lines) and lines[n + 1].lstrip().startswith(("Foto", "Bild"))
    return pictured and any(name in above for above in lines[:n])


def _heads_speech(lines: Sequence[str], n: int) -> bool:
    """``Siv Lund`` ⏎ ``34 år, Alvsund`` ⏎ ``– Jag är för.``: who answers an inquiry, by the age or the next name, and no writer."""
    if lines[n].rstrip().endswith(":"):
        return True
    if not _above_speech(lines, n):
        return False
    rest = range(n + 2, min(len(lines), n + _MOST_LINES))
    return _AGED.match(lines[n + 1]) is not None or any(
        labels.is_name(lines[m]) and _above_speech(lines, m) for m in rest
    )


def _above_speech(lines: Sequence[str], n: int) -> bool:
    """A dash line stands below, perhaps behind one short line without a stop."""
    below = lines[n + 1 : n + 3]
    if not below or labels.is_dash(below[0]):
        return bool(below)
    return len(below) > 1 and len(below[0]) <= _SHORT and below[0][-1:] not in ".!?" and labels.is_dash(below[1])


_AGED = re.compile(r"\d{1,2} år\b")
_SHORT = 60


def _demote_runs_of_headings(kinds: list[Kind], lines: Sequence[str]) -> None:
    """Three short lines in a row are no headings over nothing: they are a list, verses or names."""
    run: list[int] = []
    for n in range(len(kinds) + 1):
        if n < len(kinds) and kinds[n] == ("heading", "short-line") and not labels.is_about(lines[n]):
            run.append(n)
            continue
        if len(run) >= 3:
            for at in run:
                kinds[at] = ("paragraph", "short-lines")
        run = []


def _fill_factboxes(kinds: list[Kind], lines: Sequence[str]) -> None:
    """What stands under "Fakta" belongs to the fact box, to the next heading or speech."""
    inside = False
    for n, (kind, _) in enumerate(kinds):
        if labels.opens(lines[n], "factbox") and len(lines[n]) < 70 and kind in ("heading", "paragraph"):
            inside = True
            kinds[n] = ("heading", "factbox")
        elif kind not in ("paragraph", "list_item"):
            inside = False
        elif inside and kind == "paragraph":
            kinds[n] = ("factbox", "under-fakta")
