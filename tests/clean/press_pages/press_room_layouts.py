"""Mynewsdesk, Cision and Via TT: press rooms, whose contacts stand apart from the text."""

from __future__ import annotations

from tests.clean.press_pages.layouts import layout
from tests.clean.press_pages.sheet import Sheet, linked


@layout("mynewsdesk", "newsroom-of-2010", 2008, 2014)
def mynewsdesk_2010(s: Sheet) -> str:
    """Contacts as vCards in the column beside the release."""
    contacts = "".join(
        f"<li class='vcard contact'><span class='fn'>{lines[0]}</span><br/>"
        + "<br/>".join(f"<span>{line}</span>" for line in lines[1:])
        + "</li>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(f"<div class='image'><img alt=''/><p class='caption'>{c}</p></div>" for c in s.captions())
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="sv"><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title>{s.title()} - {s.text(s.story.site)}</title>
<link href="http://static.mynewsdesk.exempel/style.css" rel="stylesheet"/></head><body id="newsroom">
<div id="top"><ul class="tabs">{linked(s.menu("company", 5))}</ul></div>
<div class="newsroom-content"><div class="left"><p class="type__date">Pressmeddelande • {s.published("iso")} 08:00 CET</p><h1>{s.title()}</h1>
<p class="introtext">{s.lead()}</p>{pictures}<div class="material-body">{s.markup()}</div>
<div class="subjects"><h4>{s.junk("Ämnen i pressrummet")}</h4><a href="/s">{s.junk("Detaljhandel, grossister")}</a></div></div>
<div class="right"><h3>Kontaktpersoner</h3><ul class="contacts">{contacts}</ul>
<div class="latest-news"><h3>{s.junk("Senaste pressmeddelanden")}</h3><ul>{linked(s.teasers())}</ul></div></div></div>
<div id="footer"><p>{s.junk("Skapa ditt eget pressrum")}</p></div></body></html>"""


@layout("mynewsdesk", "panels-of-2018", 2015, 2021)
def mynewsdesk_2018(s: Sheet) -> str:
    """Panels; contacts are cards below the release; the number is there twice, as a link and as text."""
    cards = "".join(
        f"<div class='card card--contact'><h3 class='card__title'>{lines[0]}</h3>"
        + "".join(f"<p class='card__text'>{line}</p>" for line in lines[1:])
        + "</div>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(
        f"<figure class='figure'><img alt=''><figcaption class='figure__caption'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    panels = "".join(
        f"<a class='panel' href='/{n}'><div class='panel__text'><p class='type__date'><time>{s.junk('Nyhet från vecka ' + str(n + 11))}</time></p><h3>{t}</h3></div></a>"
        for n, t in enumerate(s.teasers())
    )
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | {s.text(s.story.site)}</title>
<meta property="og:site_name" content="{s.text(s.story.site)}"><script src="https://mnd-assets.mynewsdesk.exempel/a.js"></script></head><body>
<header class="site-header"><nav><ul>{linked(s.menu("company", 6))}</ul></nav></header>
<main class="newsroom"><article><p class="type__date"><time datetime="{s.story.day}T09:00:00+01:00">{s.published("iso")} 09:00 CET</time></p><h1>{s.title()}</h1>
<p class="material-intro">{s.lead()}</p>{pictures}<div class="material__body">{s.markup()}</div></article>
<section class="related-contacts"><h2>Kontakter</h2>{cards}</section>
<section class="about-company"><h2>{s.junk("Om oss i korthet")}</h2></section>
<section class="related-materials"><h2>{s.junk("Relaterat innehåll")}</h2><div class="grid js-material-grid">{panels}</div></section></main>
<div class="cookie-bar"><p>{s.cookies()}</p></div><footer><p>{s.junk("Följ pressrummet via e-post")}</p></footer></body></html>"""


@layout("mynewsdesk", "hashed-of-2025", 2022, 2026)
def mynewsdesk_2025(s: Sheet) -> str:
    """Class names are hashes; only test marks, landmarks and words tell what is what."""
    cards = "".join(
        f"<div class='sc-f1a9e Kz2' data-testid='contact-person'><p class='x9c'>{lines[0]}</p>"
        + "".join(f"<p class='x9d'>{line}</p>" for line in lines[1:])
        + "</div>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(
        f"<figure class='sc-77a'><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions()
    )
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()}</title><meta property="og:type" content="article">
<link rel="canonical" href="https://www.mynewsdesk.exempel/se/rum/pressreleases/{s.story.name}-1"></head><body><div id="__next">
<div class="sc-a1 header"><ul class="sc-b7">{linked(s.menu("company", 6))}</ul></div>
<main><article class="sc-9f3"><div class="sc-1aa"><span data-testid="publish-date">{s.published("long")}</span></div><h1 class="sc-22c">{s.title()}</h1>
<div class="sc-4e1" data-testid="article-lead"><p>{s.lead()}</p></div>{pictures}<div class="sc-4e2">{s.markup()}</div></article>
<section class="sc-8b1"><h2>Presskontakter</h2>{cards}</section></main>
<section class="sc-8c1"><h2>{s.junk("Missa inte våra nyheter")}</h2><p>{s.junk("Få utskick från pressrummet")}</p><button>{s.junk("Prenumerera här")}</button></section>
<section class="sc-8d1"><h2>{s.junk("Fler nyheter från rummet")}</h2><ul>{linked(s.teasers(4))}</ul></section><footer>{s.junk("Integritetspolicy för rummet")}</footer></div></body></html>"""


@layout("cision", "wire-of-2002", 2000, 2010, codec="cp1252")
def cision_2002(s: Sheet) -> str:
    """A release as the wire sent it: one column, everything in paragraphs, contacts in the running text."""
    contacts = "<br>".join(line for lines in s.contacts("one") for line in lines)
    pictures = "".join(f"<p><i>{c}</i></p>" for c in s.captions())
    return f"""<html><head><title>{s.title()}</title><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<link rel="stylesheet" href="http://www.cision.com/wpyfs/style.css"></head><body>
<table width="600"><tr><td>{linked(s.menu("company", 4), "span")}</td></tr></table>
<div class="release"><p class="datetime">{s.published("iso")} 08:30</p><h1>{s.title()}</h1><p><b>{s.lead()}</b></p>{pictures}{s.markup(h="<p><b>{}</b></p>")}
<p><b>För ytterligare information:</b><br>{contacts}</p></div>
<p class="print"><a href="#">{s.junk("Skriv ut pressmeddelandet")}</a></p><p class="footer">{s.junk("Detta meddelande distribueras av en nyhetsbyrå")}</p></body></html>"""


@layout("cision", "articles-of-2016", 2011, 2019)
def cision_2016(s: Sheet) -> str:
    """An article element; contacts under a bold line; the usual paragraph about the company behind them."""
    contacts = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in s.contacts("labelled"))
    pictures = "".join(f"<figure><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} - {s.text(s.story.site)}</title>
<link rel="stylesheet" href="https://news.cision.com/Content/x.css"></head><body><div class="topbar"><ul class="menu">{linked(s.menu("company", 5))}</ul></div>
<article><h1>{s.title()}</h1><time datetime="{s.story.day}T07:30:00+01:00">{s.published("long")}</time>
<div class="release-body"><p class="ingress">{s.lead()}</p>{pictures}{s.markup()}
<p><strong>För mer information, vänligen kontakta:</strong></p>{contacts}</div></article>
<div class="tags"><h3>{s.junk("Taggar för nyheten:")}</h3><a href="/t">{s.junk("börs och finans")}</a></div>
<div class="media-gallery"><h3>{s.junk("Bilder och annat material")}</h3><a href="/b">{s.junk("Ladda ned högupplöst bild")}</a></div>
<div class="related-releases"><h3>{s.junk("Tidigare nyheter")}</h3><ul>{linked(s.teasers())}</ul></div>
<footer class="footer"><p>{s.junk("Så skyddar vi dina uppgifter")}</p></footer></body></html>"""


@layout("cision", "flow-of-2023", 2020, 2026)
def cision_2023(s: Sheet) -> str:
    """Sections; the lead is only bold; contacts in a list of definitions in an aside; a cookie wall over it all."""
    contacts = "".join(
        f"<dl class='contact-info'><dt>{lines[0]}</dt>" + "".join(f"<dd>{line}</dd>" for line in lines[1:]) + "</dl>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(f"<figure><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | {s.text(s.story.site)}</title>
<meta name="author" content="{s.text(s.story.site)}"><script>window.cisionscript = {{"feed": "<p>Dela</p>"}}</script></head><body>
<div id="onetrust-consent-sdk" class="cookie-overlay"><p>{s.cookies()}</p><button>{s.junk("Avvisa alla valfria")}</button></div>
<header><nav>{linked(s.menu("company", 6), "span")}</nav></header>
<main><article><header><h1>{s.title()}</h1><p class="publish-date">{s.published("long")}</p></header>
<section class="article-body"><p><strong>{s.lead()}</strong></p>{pictures}{s.markup()}</section></article>
<aside class="contacts"><h2>Kontakter</h2>{contacts}</aside>
<aside class="documents-and-links"><h2>{s.junk("Dokument att hämta")}</h2><a href="/x.pdf">{s.junk("Nyheten som PDF-fil")}</a></aside>
<section class="subscribe-box"><p>{s.junk("Få våra nyheter först av alla")}</p></section></main><footer>{s.junk("Alla rättigheter förbehållna")}</footer></body></html>"""


@layout("viatt", "page-of-2019", 2017, 2021)
def viatt_2019(s: Sheet) -> str:
    """The release page: label and time above, contacts and sender below."""
    contacts = "".join(f"<div class='contact'><p>{'<br>'.join(lines)}</p></div>" for lines in s.contacts("lines"))
    pictures = "".join(
        f"<figure class='release-image'><img alt=''><figcaption class='release-image-caption'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | {s.text(s.story.site)}</title>
<meta property="og:url" content="https://via.tt.se/pressmeddelande/{s.story.name}"></head><body><div class="topmenu"><ul class="meny">{linked(s.menu("company", 4))}</ul></div>
<main class="release"><h1 class="release-title">{s.title()}</h1><p class="release-timestamp">{s.published("dots")} 08:15:00 CET | {s.text(s.story.site)} | Pressmeddelande</p>
<div class="share-buttons share"><span>{s.junk("Dela via e-post")}</span></div>
<div class="release-leadtext"><p>{s.lead()}</p></div>{pictures}<div class="release-body">{s.markup()}</div>
<div class="release-keywords"><h2>{s.junk("Nyckelorden är")}</h2><ul>{linked([s.junk("vård och omsorg"), s.junk("arbetsmarknad")])}</ul></div>
<div class="release-contacts"><h2>Kontakter</h2>{contacts}</div></main>
<div class="latest-releases"><h2>{s.junk("Senaste från avsändaren")}</h2><ul>{linked(s.teasers())}</ul></div>
<footer><p>{s.junk("Tjänsten drivs av en nyhetsbyrå")}</p></footer></body></html>"""


@layout("viatt", "react-of-2023", 2022, 2024)
def viatt_2023(s: Sheet) -> str:
    """Drawn by scripts: words in class names, a list of contacts with roles in spans of their own."""
    contacts = "".join(
        f"<li class='contact-list__item'><strong>{lines[0]}</strong>"
        + "".join(f"<span class='contact-list__row'><br>{line}</span>" for line in lines[1:])
        + "</li>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(f"<figure><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | {s.text(s.story.site)} | Via TT</title>
<link rel="canonical" href="https://via.tt.se/pressmeddelande/12/{s.story.name}?publisherId=9&amp;lang=sv"></head><body class="prs-release">
<div class="cookiebanner"><p>{s.cookies()}</p></div><header><nav><ul>{linked(s.menu("company", 5))}</ul></nav></header>
<main><article><p class="release__date">{s.published("dots")} 07:00:00 CEST</p><h1 class="release__title">{s.title()}</h1>
<div class="release__leadtext">{s.lead()}</div>{pictures}<div class="release__body">{s.markup()}</div></article>
<section class="release__contacts"><h2>Kontakter</h2><ul class="contact-list">{contacts}</ul></section>
<section class="related"><h2>{s.junk("Följ avsändaren")}</h2><p>{s.junk("Registrera din e-postadress")}</p></section>
<section class="releases-list"><h2>{s.junk("Mer från samma avsändare")}</h2><ul>{linked(s.teasers(4))}</ul></section></main><footer>{s.junk("I vårt pressrum kan du läsa mer")}</footer></body></html>"""


@layout("viatt", "plain-of-2025", 2025, 2026)
def viatt_2025(s: Sheet) -> str:
    """Almost no classes: headings and the words in them have to do."""
    contacts = "".join(f"<div><p>{'</p><p>'.join(lines)}</p></div>" for lines in s.contacts("labelled"))
    pictures = "".join(f"<figure><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | Via TT</title>
<meta property="og:title" content="{s.title()}"><link rel="canonical" href="https://via.tt.se/pressmeddelande/4/{s.story.name}"></head><body>
<header><nav><ul>{linked(s.menu("company", 4))}</ul></nav></header><main><article><h1>{s.title()}</h1>
<p><time datetime="{s.story.day}T06:00:00+02:00">{s.published("dots")} 06:00:00 CEST</time></p>
<p><strong>{s.lead()}</strong></p>{pictures}{s.markup()}</article><section><h2>Kontakter</h2>{contacts}</section>
<section><h2>{s.junk("Följ oss för fler nyheter")}</h2><ul>{linked(s.teasers())}</ul></section></main><footer><p>{s.junk("Om sajten och kakor")}</p></footer></body></html>"""
