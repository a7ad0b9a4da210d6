"""From the model's entities to names: press conventions add, repair and repeat; one stretch has one name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Article, Name
from pipeline.stages.names.acting import acting_bodies, not_places
from pipeline.stages.names.beside import (
    by_their_numbers,
    changed,
    kin,
    labelled,
    nicknamed,
    with_clubs,
    without_surname,
)
from pipeline.stages.names.body_parts import dated_bodies, own_body
from pipeline.stages.names.body_shapes import (
    businesses,
    enumerated_bodies,
    known_bodies,
    presented_bodies,
    shaped_bodies,
)
from pipeline.stages.names.body_titles import (
    bodies_behind_titles,
    bodies_in_titles,
    bodies_of_heads,
    bodies_of_people,
    bodies_of_titles,
    small_bodies,
)
from pipeline.stages.names.conventions import contact_names, credited, given_in_one_word, party_names, speaking
from pipeline.stages.names.former import without_former
from pipeline.stages.names.from_model import from_model
from pipeline.stages.names.lists import bodies, party_letters, places, well_known
from pipeline.stages.names.not_people import (
    at_their_bodies,
    companies,
    not_employers,
    teams,
    without_areas,
    without_epithets,
    without_headline_words,
    without_hidden_addresses,
    without_journals,
    without_kin,
    without_next_words,
    without_openers,
    without_owners,
    without_storms,
    without_title_rows,
    without_venues,
)
from pipeline.stages.names.repeats import is_whole_name, repeated, short_forms, surnames_again, surnames_in_a_row
from pipeline.stages.names.surname_alone import surnames_behind_titles
from pipeline.stages.names.whole import (
    across_initials,
    aged,
    initialled,
    named_after,
    of_known_parts,
    partners,
    titled,
    with_generation,
    with_initials,
    with_particles,
    with_two_given,
)
from pipeline.stages.roles.titles import is_council, is_title


def find_names(article: Article, confidences: Sequence[float]) -> tuple[Name, ...]:
    """Return the article's names, sorted, not overlapping."""
    text = article.text
    found = [with_particles(name, text) for name in companies(list(from_model(article, confidences)), text)]
    found = _apart(list(without_epithets(found)))
    found = without_journals(without_hidden_addresses(found, text), text)
    found = _merge(found, party_names(text))
    found = _merge(found, given_in_one_word(text))
    found = _merge(found, contact_names(text, article.blocks))
    found = _merge(found, labelled(text))
    found = _merge(found, credited(text, article.blocks))
    found = _merge(_merge(_merge(found, nicknamed(text)), changed(text)), without_surname(text))
    found = list(without_epithets(_merge(found, speaking(text), keep=True)))
    found = _merge(found, aged(text), keep=True)
    found = _merge(found, titled(text), keep=True)
    found = _merge(found, with_two_given(text), keep=True)
    found = _people_not_places(found, list(surnames_behind_titles(article)))
    found = _merge(found, initialled(text), keep=True)
    found = _merge(found, of_known_parts(text), keep=True)
    found = _merge(found, partners(text, found), keep=True)
    found = _merge(found, by_their_numbers(text), keep=True)
    found = list(without_next_words(found))
    found = list(without_kin(_people_not_places(found, list(kin(text)))))
    found = list(across_initials(list(named_after(found, text)), text))
    found = [with_generation(with_initials(name, text), text) for name in found]
    found = [name for name in found if name.label == "ORG" or name.text not in well_known()]
    found = list(at_their_bodies(found, text))
    known = list(known_bodies(text))
    found = _widened(found, [name for name in known if " " in name.text])
    found = _merge(found, known, keep=True)
    found = _merge(_merge(found, businesses(text)), with_clubs(text))
    found = _merge(found, _letterhead(article), keep=True)
    shaped = list(shaped_bodies(text))
    found = _widened(_before_bodies(found, shaped), shaped)
    found = _widened(found, bodies_behind_titles(text, found))
    found = _widened(found, bodies_of_heads(text, found))
    owners = list(bodies_of_titles(text))
    found = _widened(not_employers(without_owners(found, owners), text), owners)
    found = _widened(found, bodies_of_people(text, found))
    found = _widened(found, presented_bodies(text))
    found = not_places(text, _widened(found, acting_bodies(text)))
    found = _widened(found, small_bodies(text))
    found = _merge(_merge(found, bodies_in_titles(text), keep=True), dated_bodies(text), keep=True)
    found = _widened(found, enumerated_bodies(text, found))
    found = _merge(found, short_forms(text, found))
    guessed = {entity.start_char for entity in article.doc.ents if entity.label_ == "PER"}
    found = without_former(surnames_in_a_row(text, surnames_again(text, found), guessed), text)
    again = list(repeated(text, found))
    found = without_former(_merge(found, again, keep=True), text)
    found = _widened(found, [name for name in again if is_whole_name(name)])
    found = [part for name in found for part in _parted(name, _behind_titles(article), text)]
    found = [_before_verb(name, article) for name in found]
    found = [kept for name in found for kept in _as_body(name, text) if not _is_party_letter(kept, text)]
    found = without_title_rows(without_areas(list(teams(found, text)), text))
    found = without_venues(without_openers(without_storms(without_headline_words(found, article), text), text))
    found = [_with_its_mark(_without_tail(name), text) for name in found]
    return tuple(sorted(found, key=lambda name: name.start))


def _letterhead(article: Article) -> list[Name]:
    """Return the sender above the title of a release, whatever it is called: ⟦Väginspektionen⟧."""
    return [
        Name(b.start, b.end, article.text[b.start : b.end], "ORG", 0.8, "letterhead")
        for b in article.blocks[:1]
        if b.reason == "sender"
    ]


def _with_its_mark(name: Name, text: str) -> Name:
    """Take in the mark before a nickname that the name begins with: ``Trummisen ⟦"Nisse" Blom⟧``."""
    nickname = _NICKNAME_FIRST.match(name.text)
    if name.label != "PER" or nickname is None or text[name.start - 1 : name.start] not in _MARKS:
        return name
    return replace(name, start=name.start - 1, text=text[name.start - 1 : name.end])


_MARKS = ("”", "“", '"', "»", "'", "’")
_NICKNAME_FIRST = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+[”“\"«'’][ \u00a0][A-ZÅÄÖ]")


def _without_tail(name: Name) -> Name:
    """Return a person's name without what is none behind it: "har begärt ⟦Anders Ek⟧ häktad"."""
    words = name.text.split(" ")
    while name.label == "PER" and len(words) > 2 and words[-1].isalpha() and words[-1].islower():
        if words[-1] in _GENERATIONS:
            break
        words.pop()
    kept = " ".join(words)
    return replace(name, end=name.start + len(kept), text=kept)


_GENERATIONS = frozenset(["junior", "senior", "jr", "sr", "yngre", "äldre"])


def _people_not_places(found: Sequence[Name], people: Sequence[Name]) -> list[Name]:
    """Add people; what was read as a place or a body of the very same letters gives way."""
    spans = {(person.start, person.end) for person in people}
    rest = [name for name in found if name.label == "PER" or (name.start, name.end) not in spans]
    return _merge(rest, people, keep=True)


def _behind_titles(article: Article) -> list[int]:
    """Return where a paragraph goes on that begins with the page's title: "Ny ägare i Granmo ⟦…⟧Alvbygg säljer …"."""
    titles = ((article.text[a.start : a.end], b.start) for a, b in pairwise(article.blocks[:_OPENING]))
    return [
        start + len(title) for title, start in titles if " " in title and article.text.startswith(title + " ", start)
    ]


#: Blocks of a page within which a title is repeated.
_OPENING = 4


def _parted(name: Name, ends: Sequence[int], text: str) -> Iterator[Name]:
    """Yield a name, or the two that it is where a title ends inside it."""
    cut = next((end for end in ends if name.start < end < name.end), None)
    if cut is None:
        yield name
        return
    yield replace(name, end=cut, text=text[name.start : cut])
    begin = cut + len(text[cut : name.end]) - len(text[cut : name.end].lstrip())
    yield replace(name, start=begin, text=text[begin : name.end])


def _before_verb(name: Name, article: Article) -> Name:
    """Cut a body's name by its shape before a finite verb: "⟦Centrum för praktisk kunskap⟧ jämför"."""
    by_words = name.via == "shape" or name.text.startswith("institutionen för ")
    if name.label != "ORG" or not by_words or name.text.count(" ") < _FEWEST_SPACES:
        return name
    span = article.doc.char_span(name.start, name.end, alignment_mode="expand")
    verb = next((t for t in (span or ())[2:] if t.text.islower() and "Fin" in t.morph.get("VerbForm", [])), None)
    if verb is None:
        return name
    kept = article.text[name.start : verb.idx].rstrip().removesuffix(" och").rstrip(" ,")
    return replace(name, end=name.start + len(kept), text=kept)


#: Fewer words hold no verb.
_FEWEST_SPACES = 3


def _as_body(name: Name, text: str) -> Iterator[Name]:
    """Yield the name, a body's cut to its own part; nothing where none of it is a body's."""
    if name.label != "ORG" or name.via == "list" or name.text in bodies():
        yield name
        return
    first, joint, rest = name.text.partition(" och ")
    if joint and first in places() and rest in places() and name.text not in bodies():
        return  # ⟦Åhus⟧ och ⟦Tollarp⟧
    if (
        joint and first in bodies() and rest[:1].isupper() and name.text not in bodies()
    ):  # ⟦EU⟧ och ⟦Alvsunds församling⟧
        cut = name.start + len(first)
        yield replace(name, end=cut, text=first)
        yield from _as_body(replace(name, start=cut + len(joint), text=rest), text)
        return
    if joint and first.isupper() and len(first) > 1 and rest[:1].isupper():  # ⟦SBV⟧ och ⟦Alvsunds universitet⟧
        yield replace(name, end=name.start + len(first), text=first)
        yield replace(name, start=name.start + len(first) + len(joint), text=rest)
        return
    played = _PLAYED.match(name.text)
    if played is not None:
        yield replace(name, start=name.start + played.end(), text=name.text[played.end() :])
        return
    title, space, body = name.text.partition(" ")
    if space and is_title(title) and not is_council(title) and body.endswith(_AREAS) and name.text not in bodies():
        yield replace(name, start=name.start + len(title) + 1, text=body)  # Landshövding ⟦Västra Norrlands län⟧
        return
    own = own_body(text, name.start, name.end)
    if own is not None:
        yield replace(name, start=own[0], end=own[1], text=text[own[0] : own[1]])


#: What a programme says before who plays: "Musik av ⟦Alvsunds musikkår⟧".
_PLAYED = re.compile(
    r"(?:Musik|Sång|Allsång|Underhållning|Dans|Konsert|Arrangör)[ \u00a0](?:av|med|är)[ \u00a0](?=[A-ZÅÄÖ])"
)
#: Bodies that stand behind the title of somebody who heads them.
_AREAS = (" län", " kommun", " region", " landsting")


def _merge(found: Sequence[Name], more: Iterable[Name], keep: bool = False) -> list[Name]:
    """Add names; where they overlap the new ones win, or with ``keep`` the old ones."""
    added = list(more)
    if not added:
        return list(found)
    if keep:
        taken = sorted((n.start, n.end) for n in found)
        return [*found, *(n for n in _apart(added) if not _overlaps(n, taken))]
    new = _apart(added)
    spans = sorted((n.start, n.end) for n in new)
    return [*(n for n in found if not _overlaps(n, spans)), *new]


def _before_bodies(found: Sequence[Name], bodies_found: Sequence[Name]) -> list[Name]:
    """End people's names where a body begins that goes on behind them: ``⟦Siv Ek⟧ Alvsunds kommun, 08-…``."""
    starts = sorted((body.start, body.end) for body in bodies_found)
    kept = []
    for name in found:
        n = bisect_right(starts, (name.start, 1 << 60))
        begins, ends = starts[n] if n < len(starts) else (name.end, name.end)
        own = name.text[: begins - name.start].rstrip() if name.label == "PER" and begins < name.end <= ends else ""
        kept.append(replace(name, end=name.start + len(own), text=own) if " " in own else name)
    return kept


def _widened(found: Sequence[Name], more: Iterable[Name]) -> list[Name]:
    """Add bodies by shape: they beat places and shorter bodies inside them (*Södra Alvsund* in *Södra Alvsunds sjukhus*)."""
    added = _apart(more)
    starts, ends = [n.start for n in added], [n.end for n in added]
    kept: list[Name] = []
    beaten: set[int] = set()
    for name in found:
        over = range(bisect_right(ends, name.start), bisect_left(starts, name.end))
        inside = all(added[n].start <= name.start and name.end <= added[n].end for n in over)
        if not over or not (inside and name.label != "PER"):
            kept.append(name)
            beaten.update(over)
    return [*kept, *(name for n, name in enumerate(added) if n not in beaten)]


def _apart(names: Iterable[Name]) -> list[Name]:
    """Return names that do not overlap each other, longest first where they do."""
    chosen: list[Name] = []
    at = -1
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.start >= at:
            chosen.append(name)
            at = name.end
    return chosen


def _overlaps(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, (name.end - 1, 1 << 60))
    return i > 0 and spans[i - 1][1] > name.start


def _is_party_letter(name: Name, text: str) -> bool:
    """The (S) behind a politician is a party, not a body that the page names."""
    letters = name.text.partition(")")[0]  # "⟦S):s⟧ gruppledare"
    return (
        name.label != "PER" and letters.upper() in party_letters() and text[max(0, name.start - 1) : name.start] == "("
    )
