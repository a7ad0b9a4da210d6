"""Verdicts from the page: quotes right or wrong, put right, noted; people and bodies that are one, or two."""

from __future__ import annotations

import json
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.record import QuoteRecord, Record
from pipeline.reviews.file import Field, ReviewError, Verb, Verdict
from pipeline.reviews.overlay import reviewed_hits, speaker_of
from pipeline.reviews.taken import contradiction, write_corrections
from pipeline.search.articles import find_hit
from pipeline.search.hits import read_hits
from pipeline.search.people import resolve_id
from pipeline.web.asked import Asked
from pipeline.web.forms import Form, read_form
from pipeline.web.pages import site_of
from pipeline.web.render import page
from pipeline.web.site import Reading, Site

router = APIRouter(include_in_schema=False)
Sent = Annotated[Form, Depends(read_form)]
_VERBS = ("confirm", "reject", "withdraw", "note")


@router.post("/citat/{key}/granska")
def review_quote(request: Request, key: str, form: Sent) -> Response:
    """Take a verdict on a quote."""
    site = site_of(request)
    with site.reading() as reading:
        hit = find_hit(reading.db, reading.shield, key)
        record = reading.shield.record(hit.article_id) if hit else None
    quote = next((q for q in record.quotes if q.id == key), None) if record else None
    if record is None or quote is None:
        raise HTTPException(404)
    verb = form.one("verb")
    note = form.one("note") or None
    field, old, new = _change(record, quote, form) if verb == "correct" else ("quote", None, None)
    if verb not in (*_VERBS, "correct") or (verb == "note" and not note):
        raise ReviewError("review: choose what is so, or write a note")
    told = Verdict(key, cast("Verb", verb), form.user, cast("Field", field), record.id, old, new, quote.words(), note)
    site.reviews.add(told)
    return RedirectResponse(form.back, 303)


def _change(record: Record, quote: QuoteRecord, form: Form) -> tuple[str, str, str]:
    """Return what is put right: its field, what it was and what it is."""
    if form.one("field") == "span":
        pieces = [line.strip() for line in form.one("words", 20_000).split("\n") if line.strip()]
        old = [[part.start, part.end] for part in quote.contents]
        return "span", json.dumps(old), json.dumps(_spans(record, quote, pieces))
    chosen, name = form.one("speaker"), form.one("name", 200)
    if not chosen:
        raise ReviewError("review: choose who said it")
    before = {"name": quote.speaker.name, "person_id": quote.speaker.person_id, "kind": quote.speaker.kind}
    if chosen == "unknown":
        after: dict[str, str | None] = {"name": None, "person_id": None, "kind": "unknown"}
    elif chosen == "other":
        if not name:
            raise ReviewError("review: write the name of the one who said it")
        after = {"name": name, "person_id": None, "kind": None}
    else:
        after = {"name": None, "person_id": chosen, "kind": None}
    named = speaker_of(record, after)
    if chosen not in ("unknown", "other") and named.person_id is None:
        raise ReviewError("review: that person is not in the article")
    told = {"name": named.name, "person_id": named.person_id, "kind": named.kind}
    return "speaker", json.dumps(before, ensure_ascii=False), json.dumps(told, ensure_ascii=False)


def _spans(record: Record, quote: QuoteRecord, pieces: list[str]) -> list[list[int]]:
    """Return where the right words stand: each piece, word for word, the nearest to where the quote was found."""
    if not pieces:
        raise ReviewError("review: paste the quoted words, each piece on a line of its own")
    spans: list[list[int]] = []
    near = quote.contents[0].start
    for piece in pieces:
        places = [n for n in _places(record.text, piece) if not spans or n >= spans[-1][1]]
        if not places:
            raise ReviewError(f"review: these words do not stand in the article in this order: {piece[:60]!r}")
        start = min(places, key=lambda n: (abs(n - near), n))
        spans.append([start, start + len(piece)])
        near = start + len(piece)
    return spans


def _places(text: str, piece: str) -> list[int]:
    places: list[int] = []
    at = text.find(piece)
    while at >= 0 and len(places) < 1_000:
        places.append(at)
        at = text.find(piece, at + 1)
    return places


@router.post("/{kind}/{key}/slaihop")
def merge(request: Request, kind: Literal["person", "organisation"], key: str, form: Sent) -> Response:
    """Say that two people, or two bodies, are one."""
    site = site_of(request)
    other = form.one("other", 80).rpartition("/")[2]
    with site.reading() as reading:
        pair = [_mention(reading, i) for i in (key, other)]
    if pair[0] == pair[1]:
        raise ReviewError("review: these are the same already")
    _settle(site, "merge", pair[0], [pair[1]], form)
    return RedirectResponse(form.back, 303)


@router.post("/{kind}/{key}/dela")
def split(request: Request, kind: Literal["person", "organisation"], key: str, form: Sent) -> Response:
    """Say that the chosen articles are about somebody else than the other ones."""
    site = site_of(request)
    chosen = form.many("mention")[:200]
    with site.reading() as reading:
        rows = reading.db.execute(
            "select mention_id from identity_members where identity_id = ? order by coalesce(day, '9999'), mention_id",
            (key,),
        ).fetchall()
    held = [row[0] for row in rows]
    stay = [mention for mention in held if mention not in chosen]
    if not set(chosen) <= set(held) or not chosen or not stay:
        raise ReviewError("review: choose the articles that are about somebody else; one at least must stay")
    _settle(site, "split", stay[0], chosen, form)
    return RedirectResponse(form.back, 303)


def _mention(reading: Reading, key: str) -> str:
    """Return the mention that stands for an identity in corrections: its earliest one, which later articles leave alone."""
    shown = resolve_id(reading.db, key)
    if shown is None or shown[:1] not in "pobi":
        raise ReviewError(f"review: there is nobody with the id {key[:40]!r}")
    if shown[:1] in "po":
        return shown
    sql = "select mention_id from identity_members where identity_id = ? order by coalesce(day, '9999'), mention_id"
    return str(reading.db.execute(sql, (shown,)).fetchone()[0])


def _settle(site: Site, verb: Literal["merge", "split"], one: str, others: list[str], form: Form) -> None:
    note = form.one("note") or None
    new = [Verdict(one, verb, form.user, "identity", None, None, other, None, note) for other in others]
    against = contradiction([*site.reviews.verdicts(), *new])
    if against:
        raise ReviewError(f"review: {against}")
    for verdict in new:
        site.reviews.add(verdict)
    if site.corrections is not None:
        write_corrections(site.reviews, site.corrections)


@router.get("/granska")
def queue(request: Request) -> Response:
    """What a reader should look at first: the least sure quotes that nobody has settled."""
    site = site_of(request)
    done = [key for key, s in site.settled().items() if s.label and key.startswith("q")]
    with site.reading() as reading:
        hidden = reading.shield.condition()
        where = f" and {hidden}" if hidden else ""
        sql = (
            "select f.n from quote_facets f where f.n not in (select n from quotes where id in "
            f"(select value from json_each(?))){where} order by f.band, f.n limit 20"
        )
        numbers = [row[0] for row in reading.db.execute(sql, (json.dumps(done),))]
        hits = reading.shield.hits(read_hits(reading.db, numbers))
    shown = reviewed_hits(hits, {})
    return page(request, site, "queue.html", hits=shown, done=len(done), asked=Asked())
