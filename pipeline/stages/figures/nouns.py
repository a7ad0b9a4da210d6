"""What a number counts: the extent of the noun phrase after it, by closed classes and endings, without a parser."""

from __future__ import annotations

from functools import lru_cache

from pipeline.data import read_table
from pipeline.numerals import read_word
from pipeline.stages.figures.lexer import Line
from pipeline.word_sets import word_set

#: Adjectives and participles that are nouns after a number: 'tre döda', '20 anställda', 'fyra vuxna'.
_PERSON_WORDS = word_set("adjectives as nouns")
_ADVERBS_INSIDE = word_set("adverbs before adjectives")
_ADJECTIVES = word_set("adjectives")
_ADJECTIVE_ENDINGS = tuple(word_set("endings of adjectives"))
# Nouns in plural that end like adjectives.
_NOUNS_LIKE_ADJECTIVES = ("arna", "orna", "erna", "larna", "ingarna", "ögon", "data", "kilona", "poängen")
_NOUN_IN_ARE = word_set("comparatives")
#: Ends of nouns that have no ending in the plural: 'två blågula [band]', 'tre flerbostads[hus]'.
_ALIKE_IN_PLURAL = tuple(word_set("endings of nouns alike in the plural"))
_PLURAL_ENDINGS = ("en", "or", "ar", "er", "are", "orna", "arna", "erna", "erna", "män", "barn", "barnen")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("models", "lexicons", "word_classes.tsv")}


_FUNCTION_MORE = word_set("function words")  # fmt: skip
#: Common verbs that the treebank's forms lack: 'varav 40-50 [behöver] operation'.
_VERBS = word_set("verbs after numbers")


def ends_phrase(word: str) -> bool:
    """Whether a word cannot be, or stand before, what a number counts: function words and verbs."""
    if word in _FUNCTION_MORE:
        return word not in _ADJECTIVES
    if word in _VERBS:
        return True
    kind = _classes().get(word)
    if kind == "verb":
        return True
    if kind == "function":
        return word not in _ADJECTIVES
    return (word.endswith(("des", "tes", "ats")) and len(word) > 5) or (word.endswith(("las", "ras")) and len(word) > 6)


def like_adjective(word: str) -> bool:
    """Whether a word looks like an adjective in the plural or definite form: 'utvalda', 'svenska', 'industriella'."""
    if word in _ADJECTIVES:
        return True
    if word.endswith(_NOUNS_LIKE_ADJECTIVES):
        return _classes().get(word) == "adjective"
    if word.endswith("are"):  # 'lärare' is a noun, 'större' and 'billigare' are comparatives
        return word in _NOUN_IN_ARE or _classes().get(word) == "adjective"
    return _classes().get(word) == "adjective" or (len(word) > 3 and word.endswith(_ADJECTIVE_ENDINGS))


def noun_phrase(line: Line, i: int) -> tuple[int, int] | None:
    """Return the noun and the end of the phrase that begins at a token, as (noun, end): '28 [olika förvaltningar]'.

    Adjectives are stepped over while a word that can be a noun follows; an adjective that nothing follows is the noun
    itself ('20 anställda'). Capitals count only inside compounds ('tio EU-länder') or in a line of capitals.
    """
    if _proper_count(line, i):
        return i, i + 1
    if line.word(i).endswith("at") and line.word(i + 1) in ("ja", "nej", "upp", "in", "av", "sig"):
        return None  # 'hittills har 22 [tackat ja]'
    at, noun = i, None
    for _ in range(6):
        word = line.word(at)
        if (
            word in _ADVERBS_INSIDE
            and _fits(line, at + 1)
            and (word in _SUPERLATIVES or like_adjective(line.low[at + 1]))
        ):
            at += 1
            continue
        if not _fits(line, at):
            break
        if word in _PERSON_WORDS and not _noun_follows(line, at + 1):
            return at, at + 1
        if (
            word.endswith(("t", "igen"))
            and _fits(line, at + 1)
            and like_adjective(line.low[at + 1])
            and _fits(line, at + 2)
        ):
            at += 1  # 'tre [genetiskt modifierade produkter]'
            continue
        if line.word(at + 1) == "-" and line.glued(at + 1) and line.word(at + 2) in ("och", "eller", "samt"):
            at += 3  # '40 [heltids- eller deltidsanställda]'
            continue
        if not like_adjective(word) and not (_may_be_adjective(word) and _noun_follows(line, at + 1)):
            return at, at + 1
        noun = at
        at += 1
        if (
            line.word(at) in ("och", "eller", ",")
            and _fits(line, at + 1)
            and like_adjective(line.low[at + 1])
            and _fits(line, at + 2)
        ):
            at += 1
    if noun is None or line.low[noun] in _NEVER_ALONE:
        return None
    if noun == i and line.low[noun].endswith("ade"):  # '6 tävlade' has a verb, '6 skadade' is in the list above
        return None
    return noun, noun + 1


def _may_be_adjective(word: str) -> bool:
    """Whether an unknown word has the ending of an adjective after a number: 'tunna', 'grova', not 'skolorna'."""
    return len(word) > 3 and word.endswith("a") and not word.endswith(("rna", "data")) and "-" not in word


_NEVER_ALONE = word_set("adjectives never nouns")


def _noun_follows(line: Line, i: int) -> bool:
    word = line.word(i)
    return _fits(line, i) and (word.endswith((*_PLURAL_ENDINGS, *_ALIKE_IN_PLURAL)) or like_adjective(word))


def _fits(line: Line, i: int) -> bool:
    """Whether the token may stand in a noun phrase after a number."""
    if not line.alpha(i) or line.glued(i):
        return False
    if line.capital(i) and not ("-" in line.raw[i] or (line.raw[i].isupper() and len(line.raw[i]) > 3)):
        return False
    return not ends_phrase(line.low[i]) and len(line.raw[i]) > 1 and not (i > 0 and _picks_out(line, i))


def _picks_out(line: Line, i: int) -> bool:
    """'15 000 av de tre': a numeral counts nothing."""
    return line.word(i - 1) == "de" and read_word(line.low[i]) is not None


def _proper_count(line: Line, i: int) -> bool:
    """Whether one word with a capital is counted ('tre Alvsundsbor'), and no name of more words."""
    if not line.alpha(i) or line.glued(i) or not line.capital(i) or line.raw[i].isupper() or len(line.raw[i]) < 7:
        return False
    if i >= 2 and line.alpha(i - 2) and not ends_phrase(line.low[i - 2]):
        return False  # 'anslagsposten 7 Insatser'
    genitive = line.low[i].endswith("s") and line.alpha(i + 1)
    return not genitive and not line.capital(i + 1) and not line.digits(i + 1) and line.word(i + 1) not in _NAME_GOES_ON


_SUPERLATIVES = frozenset({"bäst", "mest", "störst", "sämst", "högst", "lägst"})
_SINGULAR = tuple(word_set("endings of adjectives in the singular"))


_NAME_GOES_ON = ("-", "/", "(", ":")


def singular_phrase(line: Line, i: int) -> tuple[int, int] | None:
    """Return noun and end of a phrase in the singular: 'var tredje [svensk skolelev]', 'minst en [ung person]'."""
    while _fits(line, i + 1) and line.alpha(i) and line.low[i].endswith(_SINGULAR):
        i += 1
    return noun_phrase(line, i)
