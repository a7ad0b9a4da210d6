"""The language of a page, by its function words and letters: enough to leave Norwegian, Danish and English pages out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from pipeline.data import read_table

#: Shorter texts, in letters, are taken for Swedish: names and headlines tell nothing.
FEWEST_LETTERS = 40
#: Code points of a text that its language is told by, two hundred words: of 1,896 texts and parts of texts each has the same
#: language by these as by two thousand.
SAMPLE = 1_200
_WORD = re.compile(r"[^\W\d_]+")
#: The same in lower case, of Latin letters and what stands behind them: in ranges it is found in half the time.
_LOW_WORD = re.compile("[a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\uffff]+")
_NEAR = frozenset(["nb", "nn", "da", "fo"])
#: Languages that a line or two in Swedish looks like by the names in it.
_OF_NAMES = frozenset(["fi", "is", "fo"])
_FEWEST_WORDS = 20
#: Their weight in words, letters apart, that so short a text must pass.
_FEW_SAID = 1.2
#: A text with this share of the best language's score in Swedish is Swedish with quotes in another language; as Finnish has
#: the same letters, in words of Swedish.
_MIXED_SHARE = 0.2
#: Below this score a word there are no function words to speak of: lists of names, results.
_LEAST_SCORE = 0.05
_FEWEST_FOREIGN = 20
_NOT_LATIN = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]")
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u04ff", "ru"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7ff", "ko"),
)
_LETTERS: Mapping[str, Mapping[str, float]] = {
    "ä": {"sv": 0.35, "fi": 0.35, "de": 0.15, "et": 0.15},
    "ö": {"sv": 0.35, "fi": 0.35, "de": 0.15, "et": 0.1, "is": 0.15},
    "å": {"sv": 0.15, "nb": 0.15, "nn": 0.15, "da": 0.15},
    "ø": {"nb": 0.5, "nn": 0.5, "da": 0.5, "fo": 0.4},
    "æ": {"nb": 0.4, "nn": 0.4, "da": 0.5, "is": 0.3, "fo": 0.3},
    "ð": {"is": 0.6, "fo": 0.6},
    "þ": {"is": 0.8},
    "á": {"is": 0.3, "fo": 0.3},
    "í": {"is": 0.2, "fo": 0.2},
    "ú": {"is": 0.2, "fo": 0.2},
    "ý": {"is": 0.2, "fo": 0.2},
    "ü": {"de": 0.4, "et": 0.3},
    "ß": {"de": 0.8},
    "õ": {"et": 0.8},
    "ł": {"pl": 0.8},
    "ż": {"pl": 0.8},
    "ę": {"pl": 0.6},
    "ñ": {"es": 0.6},
    "é": {"fr": 0.2},
    "è": {"fr": 0.4},
}


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each word what it says for each of its languages; a word of four languages says a quarter for each."""
    languages: dict[str, set[str]] = {}
    for language, words in read_table("models", "lexicons", "language_words.tsv"):
        for word in words.split():
            languages.setdefault(word, set()).add(language)
    return {word: tuple((name, 1 / len(found)) for name in sorted(found)) for word, found in languages.items()}


def language_of(text: str) -> str:
    """Return the language of a text, such as ``sv``, ``nb``, ``da``, ``en``; ``und`` where it is none that is known here.

    Short texts and those without function words count as Swedish, and so does Swedish with quotes in another language.

    >>> language_of("Kommunen öppnar bron igen på torsdag, säger hon."), language_of("Kommunen åpner broen igjen, sier hun til avisen.")
    ('sv', 'nb')
    """
    script = _foreign_script(text[:SAMPLE])
    if script is not None:
        return script
    words = _LOW_WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_LETTERS and sum(map(len, words)) < FEWEST_LETTERS - len(words):
        return "sv"
    scores = _said(words)
    in_words = scores.copy()
    in_swedish = scores["sv"]
    _add_letters(scores, words)
    best = max(scores, key=lambda language: (scores[language], language == "sv"), default="sv")
    if best == "sv" or scores[best] < _LEAST_SCORE * len(words):
        return "und" if _cannot_be_swedish(words, scores["sv"]) else "sv"
    if best in _OF_NAMES and len(words) < _FEWEST_WORDS and in_words[best] <= max(_FEW_SAID, 2 * in_swedish):
        return "sv"  # "Ordinarie: Marit Ek, Sigurður Björnsdóttir."
    if best not in _NEAR and (in_swedish if best == "fi" else scores["sv"]) >= _MIXED_SHARE * scores[best]:
        return "sv"
    return best


def _foreign_script(text: str) -> str | None:
    """The language of a text that is not in Latin letters, as near as its script tells."""
    if _NOT_LATIN.search(text) is None:
        return None
    foreign = _NOT_LATIN.findall(text)
    if len(foreign) < _FEWEST_FOREIGN or 3 * len(foreign) < sum(map(len, _WORD.findall(text))):
        return None
    scripts: Counter[str] = Counter()
    for letter, times in Counter(foreign).items():
        scripts[next((name for low, high, name in _SCRIPTS if low <= letter <= high), "und")] += times
    return "ja" if scripts["ja"] else scripts.most_common(1)[0][0]


def _cannot_be_swedish(words: list[str], score: float) -> bool:
    """A hundred words with neither function words nor å, ä and ö are in some other language."""
    return len(words) >= 100 and score < 0.02 * len(words) and not any(set("åäö") & set(word) for word in words)


def _said(words: list[str]) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for said in filter(None, map(_weights().get, words)):
        for language, weight in said:
            scores[language] += weight
    return scores


def _add_letters(scores: defaultdict[str, float], words: list[str]) -> None:
    for word in words:
        if not word.isascii():
            for letter in _LETTERS.keys() & word:
                for language, weight in _LETTERS[letter].items():
                    scores[language] += weight
