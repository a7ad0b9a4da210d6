"""One name, one label: what an article's other mentions say of a mention that the model saw by itself.

The entity finder reads a few words to each side. Here the mentions of a whole text vote: "Newsett", four times a
company and once a person, is a company; a surname that stands alone belongs to the person named in full.
"""

from __future__ import annotations

from collections.abc import Sequence

Mention = tuple[int, int, str, float]

#: A label loses to another whose mentions are together this many times as probable.
_WEIGHT_TO_WIN = 1.6
#: A mention as sure as this tells others what they are; one that it tells is a little less sure.
_TELLS = 0.9
_TOLD = 0.9


def form(words: Sequence[str]) -> str:
    """Return the form under which mentions are compared: no genitive, no difference of capitals."""
    text = " ".join(word for word in words if not word.isspace()).casefold()
    return text.removesuffix(":s").removesuffix("s") if len(text) > 4 else text


def vote(words: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the label that wins among those of the same form; PER against the others only.

    A town and its team share a form rightly (LOC and ORG), so those two never overrule each other.
    """
    totals: dict[str, dict[str, float]] = {}
    for start, end, label, sure in mentions:
        votes = totals.setdefault(form(words[start:end]), {})
        votes[label] = votes.get(label, 0.0) + sure
    out: list[Mention] = []
    for start, end, label, sure in mentions:
        votes = totals[form(words[start:end])]
        winner = max(votes, key=lambda each: (votes[each], each))
        if winner != label and "PER" in (winner, label) and votes[winner] > _WEIGHT_TO_WIN * votes[label]:
            out.append((start, end, winner, sure * _TOLD))
        else:
            out.append((start, end, label, sure))
    return out


def repeat(words: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions and those that the model missed though it was sure of the same name elsewhere.

    A surname counts for its person ("Delić" after "Senad Delić"); one word alone must have a capital and must not
    stand in small letters in the same text.
    """
    known: dict[str, tuple[str, float]] = {}
    for start, end, label, sure in mentions:
        if sure < _TELLS:
            continue
        for first in {start, end - 1} if label == "PER" and end - start > 1 else {start}:
            key = form(words[first:end])
            if len(key) > 2 and (key not in known or known[key][1] < sure):
                known[key] = (label, sure)
    small: set[str] | None = None
    taken = {place for start, end, _, _ in mentions for place in range(start, end)}
    longest = max((key.count(" ") + 1 for key in known), default=0)
    out = list(mentions)
    place = 0
    while place < len(words):
        step = 1
        if place not in taken and words[place][:1].isupper():
            for length in range(min(longest, len(words) - place), 0, -1):
                span = range(place, place + length)
                key = form(words[place : place + length])
                if key not in known or any(each in taken for each in span):
                    continue
                if small is None:
                    small = {form([word]) for word in words if word[:1].islower()}
                if length == 1 and key in small:
                    continue
                label, sure = known[key]
                out.append((place, place + length, label, sure * _TOLD))
                step = length
                break
        place += step
    return sorted(out)
