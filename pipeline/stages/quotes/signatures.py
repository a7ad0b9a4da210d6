"""Signatures: who has said the marked words stands behind them, with a dash, a slash or alone: ``”…” – Mia Rosén, vd``."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.mentions import Mention
from pipeline.stages.quotes.words import Word, sentence_end
from pipeline.stages.roles.titles import part_of_title

#: Words behind the name in a signature, and before it.
_LONGEST, _TITLE = 12, 3
#: What opens the matter that a headline's words are on.
_MATTERS = frozenset(["efter", "om", "inför"])


def signature_at(words: Sequence[Word], i: int, last: int, *, drawn: bool) -> Mention | None:
    """Return the name in the words from ``i`` to the sentence's end, or a mark's, if they are nothing but a signature.

    ``drawn`` asks for a dash or a slash before it.

    >>> signature_at([], 0, 0, drawn=True) is None
    True
    """
    start = i
    while i < last and (words[i].is_dash or set(words[i].text) <= set("/(")):
        i += 1
    if i > start and words[i - 1].text == "(":  # ”…” (Mia Rosén, vd)
        last = next((k for k in range(i, min(last, i + _LONGEST)) if words[k].text == ")"), i)
    if drawn and i == start:
        return None
    near = min(last, i + _LONGEST + _TITLE + 1)
    last = min(sentence_end(words, i, near), next((k for k in range(i, near) if words[k].is_mark), near))
    if last - i > _LONGEST + _TITLE:
        return None
    name = next((k for k in range(i, min(i + _TITLE + 1, last)) if words[k].label == "PER"), None)
    if name is None or not all(part_of_title(w.text) for w in words[i:name]):
        return None
    end = name
    while end < last and words[end].label == "PER":
        end += 1
    tail = words[end:last]
    if drawn and tail and tail[0].lower in _MATTERS and not any(w.is_finite for w in tail):
        return Mention(i, end, "name")  # the headline ”Vi tappade det” – Lind efter derbyförlusten
    titled = name > i or (len(tail) > 1 and tail[0].text in (",", "(") and any(part_of_title(w.text) for w in tail))
    if end - name < 2 or not (titled or (drawn and not tail)):
        return None
    if any(w.is_finite or w.label == "PER" or w.is_mark or w.text == ":" for w in tail) or any(
        w.is_stop for w in tail[:-1] if w.text != "."
    ):
        return None
    return Mention(i, end, "name")
