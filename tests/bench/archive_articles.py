"""Articles of about 300 words for benches of runs: our own, put together, each like no other, with new words in each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ARTICLES = Path(__file__).parent.parent.parent / "corpus" / "articles"
WORDS = 300
_BEGINNINGS = "sjö skog is vind ström fjäll kust malm torv hed berg dal ek björk sand sten".split()
_MIDDLES = "vårds skol väg brand hamn tåg elnäts fiske jakt odlings sorterings kultur".split()
_ENDS = "projektet planen verket stråket bygget rådet avtalet provet målet kravet".split()
_SYLLABLES = "al be dor ek fri gun hal il jo kar li mo nor os per ro sti tor ulv vi åk ös".split()


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """Yield so many texts of at least 300 words; each brings a few words and a name that no other has."""
    chance = random.Random(seed)
    ours = [path.read_text(encoding="utf-8").strip().split("\n\n") for path in sorted(ARTICLES.glob("*.txt"))]
    for number in range(count):
        first = ours[number % len(ours)]
        text = [f"{first[0]} ({number})", *first[1:]]
        while sum(len(part.split()) for part in text) < WORDS:
            text += ours[chance.randrange(len(ours))][1:]
        new = "".join(chance.choice(part) for part in (_BEGINNINGS, _MIDDLES, _ENDS)).capitalize()
        name = "".join(chance.choice(_SYLLABLES) for _ in range(4)).capitalize()
        text.append(f"– {new} nummer {number} är snart klart, säger Rut {name}, chef för {new}{number}.")
        yield "\n\n".join(text) + "\n"


def as_html(text: str) -> str:
    """Return the text as a page with a menu, a row of teasers and a foot, such as a municipality's."""
    title, *paragraphs = text.strip().split("\n\n")
    menu = "".join(f'<li><a href="/{n}">Meny {n}</a></li>' for n in range(40))
    teasers = "".join(f'<div class="puff"><h3>Läs också {n}</h3><p>Kort om saken.</p></div>' for n in range(12))
    body = "".join(f"<p>{part}</p>" for part in paragraphs)
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title}</title><style>{"a{}" * 500}</style>'
        f"<script>{'var a=1;' * 500}</script></head><body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>"
        f"{body}</article></main><aside>{teasers}</aside><footer>Kontakta oss</footer></body></html>"
    )
