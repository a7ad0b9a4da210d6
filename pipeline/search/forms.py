"""Query words to the forms that a store holds: inflections, parts of compounds, and what may have been meant."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from pipeline.store.words import WORD, fold, is_common, lemmas

_MOST_FORMS = 12
_MOST_PARTS = 120
_NEAR_ENOUGH = 0.8
#: Letters that look the same without their marks.
_MARKED = {
    "a": "aåäàáâãæ",
    "c": "cç",
    "e": "eéèêë",
    "i": "iíìîï",
    "n": "nñ",
    "o": "oöøóòôõ",
    "s": "sß",
    "u": "uüúùû",
    "y": "yýÿ",
}


class Forms:
    """Looks words up in a store. ``exact`` leaves every word as it was typed; ``shows`` tells whether one may be told."""

    def __init__(
        self, db: sqlite3.Connection, *, exact: bool = False, shows: Callable[[str], bool] = lambda word: True
    ) -> None:
        self._db = db
        self._exact = exact
        self._shows = shows

    def expand(self, word: str) -> list[str]:
        """Return the word and its inflections that the store holds: "bro" → bro, bron, broar, broarna.

        A name is never inflected or cut: a word with a capital that is part of a name in the store stands for itself,
        and so does a small one that is nothing but a name.
        """
        small = word.lower()
        if self._exact or not word.isalpha() or self._is_name(word, small):
            return [word]
        found, known = self._of_lemma([small]), lemmas(small)
        if not found and small not in known:
            found = [*(form for form in sorted(known) if form in lemmas(form)), *self._of_lemma(sorted(known))]
        return list(dict.fromkeys([word, *(form for form in found if form != small)]))

    def _of_lemma(self, wanted: list[str]) -> list[str]:
        forms: dict[str, None] = {}
        for lemma in wanted:
            forms.update((row[0], None) for row in self._db.execute("select form from forms where lemma = ?", (lemma,)))
        if len(forms) <= _MOST_FORMS:
            return sorted(forms)
        return sorted(forms, key=lambda form: (-self._documents(form), form))[:_MOST_FORMS]

    def _is_name(self, word: str, small: str) -> bool:
        if not word[:1].isupper() and is_common(small):
            return False
        return self._db.execute("select 1 from name_words where word = ?", (small,)).fetchone() is not None

    def _documents(self, form: str) -> int:
        row = self._db.execute("select doc from words where term = ?", (form,)).fetchone()
        return row[0] if row else 0

    def parts(self, starred: str) -> list[str]:
        """Return the store's words with this end ("*stöd") or this part ("*stöd*"), the most frequent first."""
        wanted = "".join(WORD.findall(starred)).lower()
        anywhere = starred.endswith("*")
        rows = self._db.execute("select form from spellings where instr(form, ?) > 0", (wanted,))
        found = [form for (form,) in rows if anywhere or form.endswith(wanted)]
        if len(found) > _MOST_PARTS:
            found = sorted(found, key=lambda form: (-self._documents(form), form))[:_MOST_PARTS]
        return sorted(found)

    def suggest(self, word: str) -> str | None:
        """Return a word of the store that may have been meant: "oberg" → "öberg", "elpirset" → "elpriset"."""
        small, plain = word.lower(), fold(word)
        if self._documents(small):
            return None
        held = list(self._spelled_like(plain))
        same = [form for form, folded in held if folded == plain and form != small]
        if not same and len(plain) >= 4:
            same = _nearest(plain, held)
        same = [form for form in same if self._shows(form)]
        if not same:
            return None
        found: str = max(same, key=lambda form: (self._documents(form), form))
        return found.capitalize() if word[:1].isupper() else found

    def _spelled_like(self, plain: str) -> Iterator[tuple[str, str]]:
        """Yield the store's words that begin with the same two letters, whatever their marks, and are about as long."""
        near = (
            "select form, coalesce(folded, form) from spellings where form >= ? and form < ? "
            "and length(form) between ? and ?"
        )
        for first, second in product(*(_MARKED.get(letter, letter) for letter in plain[:2].ljust(2))):
            head = (first + second).strip()
            yield from self._db.execute(near, (head, head + "\U0010ffff", len(plain) - 2, len(plain) + 2))


def _nearest(plain: str, held: Iterable[tuple[str, str]]) -> list[str]:
    """Return the words whose spelling without marks is nearest, if any is near enough."""
    matcher = difflib.SequenceMatcher(b=plain)
    best, nearest = _NEAR_ENOUGH, list[str]()
    for form, folded in held:
        matcher.set_seq1(folded)
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        score = matcher.ratio()
        if score > best:
            best, nearest = score, [form]
        elif score == best:
            nearest.append(form)
    return nearest
