"""What a number counts: the extent of the noun phrase after it, by closed classes and endings, without a parser."""

from __future__ import annotations

from functools import lru_cache

from pipeline.data import read_table
from pipeline.stages.figures.lexer import Line

#: Adjectives and participles that are nouns after a number: 'tre döda', '20 anställda', 'fyra vuxna'.
_PERSON_WORDS = frozenset(
    "anställda anställdas döda dödas skadade skadades sårade gripna misstänkta åtalade dömda häktade anhållna boende boendes "
    "studerande sökande röstande svarande närvarande tillfrågade omkomna vuxna unga gamla äldre asylsökande "
    "ensamkommande arbetslösa sjukskrivna drabbade smittade inskrivna nyanställda heltidsanställda deltidsanställda "
    "medverkande förtroendevalda resande anhöriga inlagda bosatta folkvalda överlevande efterlevande saknade "
    "fastboende vårdade friska sjuka avlidna avhoppade betalande personskadade intagna värnpliktiga ungdomsarbetslösa "
    "visstidsanställda månadsanställda tillsvidareanställda årsanställda statsanställda kommunanställda deltagande "
    "ordförande studiemotiverade asylsökandes röstberättigade godkända ledande närstående utförda".split()
)
_ADVERBS_INSIDE = frozenset(
    "mest minst mycket helt nästan särskilt så väldigt extremt ganska redan väl fullt bäst högst bäst mer lika".split()
)
_NOT_NOUNS = frozenset("gånger".split())
_ADJECTIVES = frozenset(
    "olika nya stora små mindre större fler flera andra svenska norska danska finska samma egna viktiga mest senaste första "
    "sista långa korta unga äldre yngre gamla höga låga lokala raka hela halva tunga fria öppna vita svarta röda blå gröna "
    "gula bruna grå extra ytterligare nuvarande tidigare dåvarande före utvalda sådana konkreta separata tomma fulla bra "
    "dåliga starka svaga goda kommande gångna följande återstående resterande kvarvarande inblandade samtliga bästa "
    "viktigaste största minsta främsta högsta lägsta värsta inflytelserika kvinnliga manliga ordinarie s.k sk".split()
)
_ADJECTIVE_ENDINGS = (
    "iga", "liga", "iska", "ska", "bara", "samma", "fulla", "lösa", "ande", "ende", "ade", "erade", "ala", "ella", "iva", "ära",
    "enta", "anta", "ösa", "aste", "ste", "are", "ige", "åriga", "årige", "dda", "tta", "lda", "nda", "rda", "gda", "kta", "pta",
    "sta", "ägna", "vna", "gna", "tna", "kna", "artade", "aktiga", "mässiga", "vänliga", "kade", "rika", "fria", "nya",
)  # fmt: skip
# Nouns in plural that end like adjectives.
_NOUNS_LIKE_ADJECTIVES = ("arna", "orna", "erna", "larna", "ingarna", "ögon", "data", "kilona", "poängen")
_NOUN_IN_ARE = frozenset(
    "större mindre högre lägre yngre äldre bättre sämre längre tidigare senare närmare färre".split()
)
_PLURAL_ENDINGS = ("or", "ar", "er", "en", "n", "na", "are", "s", "um", "ier", "eer")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return dict((form, kind) for form, kind in read_table("models", "lexicons", "word_classes.tsv"))


_FUNCTION_MORE = frozenset(
    "är var blev blir har hade får fick ska skall skulle kan kunde vill ville måste bör borde kommer kom går gick står stod "
    "ligger låg finns fanns säger sade sa menar tycker tror gör gjorde ger gav tar tog ser såg varav vara ha bli få göra "
    "sedan sen senare tidigare där här då nu när som att om i på av till från för med utan under över mot vid efter före "
    "innan mellan genom hos enligt bland inom utom utanför runt kring omkring per och eller men samt plus minus respektive "
    "resp inklusive inkl exklusive exkl också även bara endast inte ej icke aldrig alltid ofta sällan igen redan ännu "
    "fortfarande totalt sammanlagt tillsammans vardera var varje varandra varannan samtidigt dock alltså därför dessutom "
    "han hon den det de dem vi ni jag du man hen sig sin sitt sina hans hennes dess deras vår vårt våra min mitt mina din "
    "en ett tack ja nej jo se ju väl nog blott cirka ca drygt knappt procent kr kronor etc osv mm dvs t ex bl a m fl".split()
)  # fmt: skip


def ends_phrase(word: str) -> bool:
    """Whether a word cannot be, or stand before, what a number counts: function words and verbs."""
    if word in _FUNCTION_MORE:
        return word not in _ADJECTIVES
    kind = _classes().get(word)
    if kind == "verb":
        return True
    if kind == "function":
        return word not in _ADJECTIVES
    return word.endswith(("ades", "erades", "ats")) and len(word) > 5


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
    at, noun = i, None
    for _ in range(6):
        if not _fits(line, at):
            break
        word = line.low[at]
        if word in _PERSON_WORDS and not _noun_follows(line, at + 1):
            return at, at + 1
        if word in _ADVERBS_INSIDE and _fits(line, at + 1) and like_adjective(line.low[at + 1]):
            at += 1
            continue
        if not like_adjective(word):
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
    return noun, noun + 1


_NEVER_ALONE = frozenset(
    "fler flera mindre större högre lägre äldre yngre längre tidigare senare före första sista mest bra samma hela halva ytterligare extra olika s.k sk".split()
)


def _noun_follows(line: Line, i: int) -> bool:
    word = line.word(i)
    return _fits(line, i) and (word.endswith(("or", "ar", "er", "are", "män", "barn")) or like_adjective(word))


def _fits(line: Line, i: int) -> bool:
    """Whether the token may stand in a noun phrase after a number."""
    if not line.alpha(i) or line.glued(i):
        return False
    if line.capital(i) and not ("-" in line.raw[i] or (line.raw[i].isupper() and len(line.raw[i]) > 3)):
        return False
    return not ends_phrase(line.low[i]) and (len(line.raw[i]) > 1)
