"""Query words to the forms that a store holds: inflections, parts of compounds, and what may have been meant."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Callable

from pipeline.store.words import WORD, fold, is_common, lemmas

_MOST_FORMS = 12
_MOST_PARTS = 120
_NEAR_ENOUGH = 0.8


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
        found = self._of_lemma([small])
        if not found:
            rows = self._db.execute("select lemma from forms where form = ?", (small,)).fetchall()
            known = [row[0] for row in rows] or sorted(lemmas(small))
            found = self._of_lemma(known)
        return [word, *(form for form in found if form != small)]

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
        rows = self._db.execute("select distinct form from spellings where instr(form, ?) > 0", (wanted,))
        found = [form for (form,) in rows if anywhere or form.endswith(wanted)]
        if len(found) > _MOST_PARTS:
            found = sorted(found, key=lambda form: (-self._documents(form), form))[:_MOST_PARTS]
        return sorted(found)

    def suggest(self, word: str) -> str | None:
        """Return a word of the store that may have been meant: "oberg" → "öberg", "elpirset" → "elpriset"."""
        small, plain = word.lower(), fold(word)
        if self._documents(small):
            return None
        rows = self._db.execute("select form from spellings where folded = ?", (plain,))
        same = [form for (form,) in rows if form != small]
        if not same and len(plain) >= 4:
            head, end = plain[:2], plain[:2] + "\U0010ffff"
            near = "select form, folded from spellings where folded between ? and ? and length(folded) between ? and ?"
            rows = self._db.execute(near, (head, end, len(plain) - 2, len(plain) + 2))
            scored = [(difflib.SequenceMatcher(None, plain, folded).ratio(), form) for form, folded in rows]
            best = max((score for score, _ in scored), default=0.0)
            same = [form for score, form in scored if score == best >= _NEAR_ENOUGH]
        same = [form for form in same if self._shows(form)]
        if not same:
            return None
        found: str = max(same, key=lambda form: (self._documents(form), form))
        return found.capitalize() if word[:1].isupper() else found
