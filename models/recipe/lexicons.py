"""Name, place, body and title lists from the gazetteers, as the tables under ``models/lexicons/``.

What the gazetteers have not, and what was written from general knowledge, stands in ``models/recipe/knowledge/``:
regions, universities, parties, landscapes, titles, and names of many origins.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from models.recipe.vectors import raw_words

KNOWLEDGE = Path(__file__).parent / "knowledge"
LEXICONS = Path(__file__).resolve().parents[1] / "lexicons"

_DATE = "2026-11"
_SCB = "Statistics Sweden 2020 through svensktext (Dahlgren 2018, Svensk text, Svensk nationell datatjänst)"


def write_table(name: str, what: str, source: str, licence: str, rows: Iterable[Sequence[object]]) -> int:
    """Write a lexicon with its licence lines; return the number of rows."""
    lines = ["\t".join(str(cell) for cell in row) for row in rows]
    head = f"# {what}\n# Source: {source}. Date: {_DATE}. Licence: {licence}\n"
    (LEXICONS / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a ``.csv`` or ``.tsv`` gazetteer without its header."""
    separator = "\t" if path.suffix == ".tsv" else ","
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines, delimiter=separator, quotechar='"') if row][1:]


def known(name: str) -> list[list[str]]:
    """Return the rows of a table written from knowledge."""
    lines = (KNOWLEDGE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def definite(title: str) -> str:
    """Return the definite form of a title's last word: "kommunchef" → "kommunchefen", "landsråd" → "landsrådet"."""
    if title.endswith(("råd", "ombud", "befäl", "proffs", "vittne", "biträde")):
        return title + ("t" if title.endswith("e") else "et")
    if title.endswith("ansvarig"):
        return title + "a"
    if title.endswith("man"):
        return title + "nen"
    if title.endswith(("a", "e", "er", "or", "ä", "o", "el")) and not title.endswith(("ör", "hor")):
        return title + "n"
    return title + "en"


_TITLE_HEADS = [
    "chef",
    "ledare",
    "ordförande",
    "råd",
    "direktör",
    "minister",
    "sekreterare",
    "samordnare",
    "ansvarig",
    "tränare",
    "forskare",
    "rektor",
    "åklagare",
    "ledamot",
    "strateg",
    "konsult",
    "läkare",
    "lärare",
    "mästare",
    "utredare",
    "utvecklare",
    "redaktör",
    "reporter",
    "skribent",
    "fotograf",
    "pastor",
    "präst",
    "kyrkoherde",
    "biskop",
    "inspektör",
    "kommissarie",
    "intendent",
    "handläggare",
    "jurist",
    "advokat",
    "domare",
    "ekonom",
    "analytiker",
    "professor",
    "docent",
    "lektor",
    "doktorand",
    "student",
    "elev",
    "kaptener",
    "kapten",
    "spelare",
    "målvakt",
    "back",
    "anfallare",
    "förbundskapten",
    "arrangör",
    "konstnär",
    "musiker",
    "sångare",
    "sångerska",
    "författare",
    "regissör",
    "skådespelare",
    "dirigent",
    "curator",
    "antikvarie",
    "arkeolog",
    "biolog",
    "ekolog",
    "geolog",
    "meteorolog",
    "veterinär",
    "sjuksköterska",
    "barnmorska",
    "undersköterska",
    "psykolog",
    "kurator",
    "socionom",
    "ingenjör",
    "arkitekt",
    "planerare",
    "tekniker",
    "operatör",
    "brandman",
    "brandmästare",
    "räddningsledare",
    "befäl",
    "ombudsman",
    "talesperson",
    "talesman",
    "pressekreterare",
    "kommunikatör",
    "informatör",
    "pedagog",
    "bibliotekarie",
    "föreståndare",
    "ägare",
    "grundare",
    "företagare",
    "handlare",
    "bonde",
    "lantbrukare",
    "skogsägare",
    "fiskare",
    "krögare",
    "kock",
    "bagare",
    "snickare",
    "entreprenör",
    "vd",
    "specialist",
    "expert",
    "rådgivare",
    "assistent",
    "administratör",
    "controller",
    "koordinator",
    "kandidat",
    "politiker",
    "direktor",
    "prost",
    "dekan",
    "prefekt",
    "kantor",
    "organist",
    "hövding",
    "kamrer",
    "revisor",
    "nämndeman",
    "polis",
    "vakt",
    "officer",
    "överste",
]


def titles(data: Path) -> list[tuple[str, str, str]]:
    """Return (indefinite, definite, where from): titles in use in the raw text, and heads as ``-chef`` rows."""
    counts = raw_words(data)
    found: dict[str, str] = {}
    for title, number in ((row[0], int(row[1])) for row in rows_of(data / "gazetteers" / "titlar-almedalen.tsv")):
        last = title.split(" ")[-1]
        plain = re.fullmatch(r"[a-zåäöé -]+", title) and len(title.split(" ")) <= 3 and " och " not in title
        if number >= 2 and plain and (counts.get(definite(last), 0) or last.endswith(tuple(_TITLE_HEADS))):
            found.setdefault(title, "almedalen")
    for vocation in (row[0] for row in rows_of(data / "gazetteers" / "yrken.csv")):
        title = vocation.strip().lower()
        if counts.get(title, 0) >= 4 and counts.get(definite(title), 0) + counts.get(title, 0) >= 8:
            found.setdefault(title, "yrken")
    forms = {title: definite(title) for title in found}
    heads = [(f"-{head}", f"-{definite(head)}", "head") for head in dict.fromkeys(_TITLE_HEADS)]
    for row in known("titles.tsv"):
        form = row[1] if len(row) > 1 and row[1] else definite(row[0])
        if row[0].startswith("-"):
            heads.append((row[0], form, "head"))
            continue
        forms[row[0]] = form
        found[row[0]] = row[2] if len(row) > 2 else "own"
    drop = {row[0] for row in known("not_titles.tsv")}
    return heads + sorted((title, forms[title], source) for title, source in found.items() if title not in drop)


_IRREGULAR = {"Falu": "Falun", "Sotenäs": "Sotenäs"}


def _genitive_off(name: str, places: set[str]) -> str:
    """Return the place of a municipality's name: "Österåkers" → "Österåker", "Borås" stays."""
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    stem = name.removesuffix("s")
    return stem if name.endswith("s") and name not in places and len(stem) > 2 else name


def municipalities(data: Path) -> list[tuple[str, str, str, str]]:
    """Return (full name, place, code, county)."""
    places = {row[0] for row in rows_of(data / "gazetteers" / "orter.csv")}
    out = []
    for code, name, county, *_ in rows_of(data / "gazetteers" / "kommuner.csv"):
        base = re.sub(r" (kommun|stad)$", "", name)
        out.append((name, _genitive_off(base, places), code.zfill(4), county))
    return out


def places(data: Path) -> list[tuple[str, str, str]]:
    """Return (name, kind, code) of localities, municipalities, counties, landscapes, countries and capitals."""
    folder = data / "gazetteers"
    found: dict[tuple[str, str], str] = {}
    for _name, place, code, _county in municipalities(data):
        found[place, "municipality"] = code
    for row in rows_of(folder / "orter.csv"):
        for place in re.split(r" och ", row[0]):
            found.setdefault((place.strip(), "locality"), "")
    for row in rows_of(folder / "lan.csv"):
        found[row[0], "county"] = row[2].zfill(2)
    for row in rows_of(folder / "lander.csv"):
        if len(row) < 6 or not row[5]:
            continue
        found[row[0], "country"] = row[5]
        if row[3] and not row[3].startswith(("Great", "United")):
            found[row[3], "country"] = row[5]
        if row[1]:
            found.setdefault((row[1], "capital"), row[5])
    for row in known("places.tsv"):
        found.setdefault((row[0], row[1]), row[2] if len(row) > 2 else "")
    return sorted((name, kind, code) for (name, kind), code in found.items() if name)


_ENGLISH = re.compile(
    r"\b(swedish|national|board|authority|agency|council|office|court|the|of|and|for|sweden|county|administration|"
    r"university|college|institute|commission|committee|embassy|general|state|public)\b"
)


def _cased(name: str, proper: set[str]) -> str:
    """Return a name in the case of running text: "NACKA TINGSRÄTT" → "Nacka tingsrätt"."""
    if not (name.isupper() or name.islower()):
        return name
    words = [word.capitalize() if word.capitalize() in proper else word.lower() for word in name.split(" ")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


#: Shorts in the register that every reader of the press takes for a newspaper.
_NEWSPAPERS_SHORT = frozenset(["DN"])


def authorities(data: Path) -> list[tuple[str, str, str, str]]:
    """Return (name, short, organisation number, aliases joined by ``|``), one row a body."""
    folder = data / "gazetteers"
    proper = {name for name, _, _ in places(data)}
    aliases: dict[str, list[str]] = {}
    english = {row[2].lower() for row in rows_of(folder / "myndigheter.tsv") if len(row) > 2}
    for alias, official in (row[:2] for row in rows_of(folder / "myndigheter-alias.csv")):
        if alias.lower() == official.lower() or alias in english or _ENGLISH.search(alias) or len(alias) < 2:
            continue
        short = alias.upper() if len(alias) <= 5 and " " not in alias and alias.isalpha() else _cased(alias, proper)
        if not re.search(r"[?(),]", short):
            aliases.setdefault(official, []).append(short)
    rows: dict[str, tuple[str, str, str, str]] = {}
    for name, short, _, number in (row[:4] for row in rows_of(folder / "myndigheter.tsv")):
        full = _cased(name, proper)
        own = "|".join(dict.fromkeys(alias for alias in aliases.get(name, []) if alias not in (full, short)))
        rows.setdefault(full, (full, "" if short in _NEWSPAPERS_SHORT else short, number, own))
    for _kind, name, _city in (row[:3] for row in rows_of(folder / "myndigheter-scb-2018.tsv")):
        rows.setdefault(name, (name, "", "", ""))
    for name, other, short in (row[:3] for row in rows_of(folder / "eu-institutioner.csv")):
        rows.setdefault(name, (name, short, "", other[:1].upper() + other[1:]))
    for row in known("authorities.tsv"):
        short, number, own = [*row[1:], "", "", ""][:3]
        rows.setdefault(row[0], (row[0], short, number, own))
    return sorted(rows.values())


_NOT_BODY = re.compile(
    r"[/:;,!?\"”|]| - | – |\d{3}|\b(genom|samt|tillsammans|projekt|projektet|konferens|seminarium)\b|^[a-zåäö]"
)


def organisations(data: Path) -> list[tuple[str, int]]:
    """Return (name, times named) of bodies in civil society and business that look like names."""
    out: dict[str, int] = {row[0]: 0 for row in known("organisations.tsv")}
    for row in rows_of(data / "gazetteers" / "organisationer-almedalen.tsv"):
        name, count = row[0].strip(), int(row[1]) + int(row[2])
        plain = not _NOT_BODY.search(name) and len(name) > 1 and len(name.split(" ")) <= 6
        if count >= 3 and plain and (int(row[2]) > 0 or count >= 6):
            out[name] = max(out.get(name, 0), count)
    places_only = {name for name, _, _ in places(data)}
    return sorted((name, count) for name, count in out.items() if name not in places_only)


def write_lexicons(data: Path) -> None:
    """Write every table that comes from the gazetteers or from knowledge."""
    folder = data / "gazetteers"
    given = [(row[0], int(row[1] or 0), int(row[2] or 0)) for row in rows_of(folder / "fornamn.tsv")]
    common = raw_words(data)
    rare = [
        row for row in given if 5 <= row[1] + row[2] < 28 and len(row[0]) > 2 and common.get(row[0].lower(), 0) < 20
    ]
    given = [row for row in given if row[1] + row[2] >= 28 and len(row[0]) > 1]
    have = {row[0] for row in given}
    surnames = {
        row[0]: (int(row[2]), row[1]) for row in rows_of(folder / "efternamn.tsv") if row[0] not in ("Af", "Von", "De")
    }
    for _origin, kind, names in known("names_of_origins.tsv"):
        for name in names.split(" "):
            if kind == "surname":
                surnames.setdefault(name, (0, "own"))
            elif name not in have:
                given.append((name, int(kind == "woman"), int(kind == "man")))
                have.add(name)
    counts = {
        "given_names.tsv": write_table(
            "given_names.tsv", "Given names: name, women, men (bearers in Sweden; 1 and 0 where only the sex is known)",
            f"{_SCB}, those with 28 bearers or more; others from knowledge", "free with the source named", given),
        "rare_given_names.tsv": write_table(
            "rare_given_names.tsv", "Rare given names, which the model looks up: name, women, men (bearers in Sweden)",
            f"{_SCB}, those with 5 to 27 bearers that are no common words", "free with the source named", rare),
        "surnames.tsv": write_table(
            "surnames.tsv", "Surnames: name, count in its source, source (scb-top: bearers)",
            f"{_SCB}; SWERIK riksdagen-persons; almedalsdata; own", "CC0, facts",
            sorted((name, *rest) for name, rest in surnames.items())),
        "places.tsv": write_table(
            "places.tsv", "Places: name, kind (locality municipality county landscape country …), code",
            "svensktext; own", "free to use", places(data)),
        "municipalities.tsv": write_table(
            "municipalities.tsv", "Municipalities: full name, place, code, county", "svensktext", "free to use",
            municipalities(data)),
        "regions.tsv": write_table(
            "regions.tsv", "Regions: region, county code, county, county board", "own", "CC0", known("regions.tsv")),
        "authorities.tsv": write_table(
            "authorities.tsv", "Authorities, courts, EU bodies, also closed ones: name, short, number, aliases",
            "civictechsweden/myndighetsdata; svensktext; own", "free to reuse", authorities(data)),
        "universities.tsv": write_table(
            "universities.tsv", "Universities and university colleges: name, short forms joined by |", "own", "CC0",
            known("universities.tsv")),
        "parties.tsv": write_table(
            "parties.tsv", "Parties: letters as in brackets, name, member (definite), members", "own", "CC0",
            known("parties.tsv")),
        "media.tsv": write_table(
            "media.tsv", "Newspapers, broadcasters and agencies: name, short forms joined by |",
            "own, after domains in svensktext",
            "CC0", known("media.tsv")),
        "organisations.tsv": write_table(
            "organisations.tsv", "Companies, unions, associations: name, times named at Almedalen (0: own knowledge)",
            "almedalsdata; own", "CC0", organisations(data)),
        "nationalities.tsv": write_table(
            "nationalities.tsv", "Nationalities: country, adjective, inhabitant", "svensktext", "free to use",
            [(row[1], row[5], re.sub(r"[\[\]']", "", row[3])) for row in rows_of(folder / "nationaliteter.csv")]),
        "titles.tsv": write_table(
            "titles.tsv", "Titles of people: indefinite, definite, source; a row with a hyphen is the end of many",
            "Språkbanken vocation list through svensktext; almedalsdata; own", "CC BY 4.0", titles(data)),
    }  # fmt: skip
    print("lexicons:", counts)
