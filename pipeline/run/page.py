"""The report of a run as one page of HTML, in Swedish, its plots drawn in the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2.2rem;border-bottom:1px solid #ccc}
table{border-collapse:collapse;width:100%}td,th{padding:.15rem .6rem .15rem 0;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}
.bar{fill:#2b5d8a}.text{font:12px system-ui,sans-serif;fill:#1b1b1b}.sum{font-size:1.15rem}.wrong{color:#a40000}
@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}.text{fill:#e8e8e8}.bar{fill:#7fb2e0}}
"""
_ROW, _LABEL, _WIDTH = 20, 260, 900
_TALL, _MOST_COLUMNS = 180, 240
_NAMES = {
    "quotes": "citat",
    "people": "personer",
    "organisations": "organisationer",
    "phones": "telefonnummer",
    "figures": "sifferuppgifter",
    "dates": "datum",
}


def page_of(report: Mapping[str, Any]) -> str:
    """Return the page; everything from the archive stands in it as text."""
    accounts = report["accounts"]
    wrong = "" if accounts["balanced"] else ' <strong class="wrong">Summorna går inte ihop.</strong>'
    parts = [
        f'<p class="sum">{escape(accounts["sentence"])}.{wrong}</p>',
        _section("Artiklar över tid", _columns(report["articles_by_month"])),
        _section("Citat per källa", _bars({name: each["quotes"] for name, each in report["sources"].items()})),
        _section("Flitigaste talare", _bars(report["speakers"])),
        _section("Flitigaste organisationer", _bars(report["bodies"])),
        _section("Citat per regel", _bars(report["quotes_by_rule"])),
        _section("Vad som hittades", _bars({_NAMES.get(name, name): n for name, n in report["found"].items()})),
        _section("Utelämnat, med orsak", _left_out(report)),
        _section("Anmärkningar", _bars(report["notices"])),
        _section("Källor som ändrats", _list(each["sentence"] for each in report["drift"])),
        _section("Tid", _timing(report["timing"])),
    ]
    about = ", ".join(f"{escape(str(name))} {escape(str(value))}" for name, value in report["about"].items())
    return (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Körningsrapport</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><h1>Körningsrapport</h1>{''.join(parts)}<p>{about}</p></body></html>"
    )


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}" if body else ""


def _list(sentences: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<ul>{rows}</ul>" if rows else ""


def _bars(numbers: Mapping[str, int]) -> str:
    """Return lying bars, one a name, with their numbers."""
    if not numbers:
        return ""
    most = max(numbers.values()) or 1
    room = _WIDTH - _LABEL - 80
    rows = []
    for n, (name, number) in enumerate(numbers.items()):
        y = n * _ROW
        width = room * number / most
        rows.append(
            f'<text class="text" x="{_LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(_short(name))}</text>'
            f'<rect class="bar" x="{_LABEL}" y="{y + 3}" width="{width:.1f}" height="{_ROW - 6}"/>'
            f'<text class="text" x="{_LABEL + width + 6:.1f}" y="{y + 14}">{number}</text>'
        )
    return _svg(len(numbers) * _ROW, "".join(rows))


def _columns(numbers: Mapping[str, int]) -> str:
    """Return standing columns, one a month, or one a year where the months are many."""
    if not numbers:
        return ""
    if len(numbers) > _MOST_COLUMNS:
        years: dict[str, int] = {}
        for month, number in numbers.items():
            years[month[:4] if month[:1].isdigit() else month] = years.get(month[:4], 0) + number
        numbers = years
    most = max(numbers.values()) or 1
    step = _WIDTH / len(numbers)
    drawn = []
    every = max(1, len(numbers) // 12)
    for n, (month, number) in enumerate(numbers.items()):
        height = (_TALL - 30) * number / most
        drawn.append(
            f'<rect class="bar" x="{n * step:.1f}" y="{_TALL - 20 - height:.1f}" width="{max(1, step - 1):.1f}" '
            f'height="{height:.1f}"><title>{escape(month)}: {number}</title></rect>'
        )
        if n % every == 0:
            drawn.append(f'<text class="text" x="{n * step:.1f}" y="{_TALL - 4}">{escape(month)}</text>')
    return _svg(_TALL, "".join(drawn))


def _svg(height: int, inside: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img">{inside}</svg>'


def _left_out(report: Mapping[str, Any]) -> str:
    rows = []
    for ending, reasons in report["reasons"].items():
        for reason, number in reasons.items():
            example = escape(_short(str(report["examples"].get(f"{ending}: {reason}", "")), 160))
            rows.append(
                f'<tr><td>{ending}</td><td>{escape(reason)}</td><td class="n">{number}</td><td>{example}</td></tr>'
            )
    if not rows:
        return "<p>Ingenting.</p>"
    head = '<tr><th>slut</th><th>orsak</th><th class="n">antal</th><th>till exempel</th></tr>'
    return f"<table>{head}{''.join(rows)}</table>"


def _timing(timing: Mapping[str, Any]) -> str:
    said = (
        f"{timing['worked_on']} dokument på {timing['seconds']} s med {timing['workers']} arbetare: "
        f"{timing['documents_per_second']} i sekunden; {timing['reused']} från en tidigare körning; "
        f"{timing['worker_deaths']} arbetare dog; den största tog {timing['largest_worker_mb']} MB."
    )
    stages = _bars({f"{stage}, ms per dokument": ms for stage, ms in timing["stage_ms_per_document"].items()})
    return f"<p>{escape(said)}</p>{stages}"


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
