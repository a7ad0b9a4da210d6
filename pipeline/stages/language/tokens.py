"""The tokenizer: Swedish press text into words, with the dash that opens speech always a word of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from pipeline.data import read_table
from pipeline.word_sets import one_of

if TYPE_CHECKING:
    from spacy.language import Language

#: A dash glued to what is said: "-Vårt mål", "–Vi väntar", "--Vi väntar"; "-67" (a year) keeps its hyphen.
_PREFIXES = [
    rf"--(?=[{ALPHA}\"”»])",
    rf"[-‐‑](?=[{ALPHA}\"”»])",
    "[‒–—―]",
    rf"−(?=[{ALPHA}\"”»])",
    "[•·▪●|¤]",
    r"\+(?=[0-9])",
]

#: A word glued to the next by a mark: "Ingman,VD", "går.Foto", "Ek/Bild", "Vi–de", "säger”Vi", "hem.”Sedan", "bra.säger", "(C).Vid".
_INFIXES = [
    rf"(?<=[{ALPHA_LOWER}])[.;](?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}]):(?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_UPPER}])\)(?=\.[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<=[{ALPHA_UPPER}]\))\.(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<=[{ALPHA_LOWER}])\.(?=(?:{one_of('cues before a name')})(?![{ALPHA}.]))",
    rf"(?<=[{ALPHA}])[;?!…](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[‒–—―](?=[{ALPHA}0-9])",
    rf"(?<=[{ALPHA}])[|∙•·](?=[{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}0-9])[.!?](?=[”“»\"][{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}0-9][.!?])[”“»\"](?=[{ALPHA_UPPER}])",
    # a speech dash glued at both ends, "i maj.-Vi väntar"
    rf"(?<=[{ALPHA}0-9)])[.!?](?=[-‐‑‒–—―][{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}0-9)][.!?])[-‐‑‒–—―](?=[{ALPHA_UPPER}])",
]

#: ``…gick hem.- Vi väntar``: a speech dash glued to the sentence before it.
_SUFFIXES = ["[‒–—―]", rf"(?<=[{ALPHA}][.!?])[-‐‑]", "[•·▪●|¤∙]", rf"(?<=[{ALPHA}])[/]"]

#: spaCy's abbreviations that end sentences of the press as words: "byn är utan el.", "gården har 40 kor.".
_WORDS_TOO = frozenset(["el.", "i.", "kor.", "lat.", "mos.", "ung.", "ö."])


#: Abbreviations that with a capital are names: "Det såg Karin Vik."
_NAMES_TOO = frozenset(["Vik.", "Max.", "Tim.", "Sid."])


#: A cue glued to what was said, which spaCy takes for a host: "stödet.säger", and not "alvsund.se".
_GLUED_CUE = re.compile(rf"[{ALPHA}-]+\.(?:{one_of('cues before a name')})")


def _match_url(text: str) -> re.Match[str] | None:
    return None if _GLUED_CUE.fullmatch(text) else URL_MATCH(text)


def build_tokenizer(nlp: Language) -> None:
    """Set the tokenizer of a blank Swedish ``nlp``: its own rules plus those of the press.

    Abbreviations come from ``models/lexicons/abbreviations.tsv``; each is one word with and without a capital, those apart that are names.
    """
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or [])]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *(defaults.infixes or [])]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or [])]).search
    # a form with brackets is a face: "Bo Ek (S): …" has none
    tokenizer.rules = {
        form: rule
        for form, rule in (tokenizer.rules or {}).items()
        if form.lower() not in _WORDS_TOO and not set(form) & set("()")
    }
    tokenizer.url_match = _match_url
    for abbreviation, *_rest in read_table("models", "lexicons", "abbreviations.tsv"):
        for form in {abbreviation, abbreviation[:1].upper() + abbreviation[1:]} - _NAMES_TOO:
            tokenizer.add_special_case(form, [{ORTH: form}])
