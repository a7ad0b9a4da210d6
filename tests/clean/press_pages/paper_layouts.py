"""WordPress, and papers whose systems nobody knows: tables of the nineties to hashed class names."""

from __future__ import annotations

from tests.clean.press_pages.layouts import layout
from tests.clean.press_pages.sheet import Sheet, linked


@layout("wordpress", "kubrick-of-2008", 2005, 2012)
def wordpress_2008(s: Sheet) -> str:
    """The first theme that everybody had: an h2 for the headline, a small line with the day, comments below."""
    pictures = "".join(
        f"<div class='wp-caption alignnone'><img alt=''/><p class='wp-caption-text'>{c}</p></div>" for c in s.captions()
    )
    contacts = "<br />".join(line for lines in s.contacts("comma") for line in lines)
    asked = f"<p>Kontakt: {contacts}</p>" if contacts else ""
    author = f" av {s.byline()}" if s.story.author else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="sv-SE"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>{s.text(s.story.site)} &raquo; {s.title()}</title>
<link rel="stylesheet" href="/wp-content/themes/default/style.css" /></head><body><div id="page"><div id="header"><h1><a href="/">{s.junk(s.story.site)}</a></h1></div>
<div id="content" class="widecolumn"><div class="post" id="post-12"><h2 class="entry-title">{s.title()}</h2><small>{s.published("long")}{author}</small>
<div class="entry entry-content"><p><strong>{s.lead()}</strong></p>{pictures}{s.markup(h="<h3>{}</h3>")}{asked}
<p class="postmetadata alt"><small>{s.junk("Den här posten skrevs under Okategoriserade.")}</small></p></div></div>
<div id="comments"><h3>{s.junk("Två kommentarer till inlägget")}</h3><ol class="commentlist"><li><p>{s.junk("Vilken rolig historia, hälsningar från Gun!")}</p></li></ol></div></div>
<div id="sidebar"><ul><li class="widget"><h2>{s.junk("Sidor i bloggen")}</h2><ul>{linked(s.menu("paper", 4))}</ul></li></ul></div>
<div id="footer"><p>{s.junk("Inlägg (RSS) och kommentarer (RSS)")}</p></div></div></body></html>"""


@layout("wordpress", "paper-of-2016", 2013, 2019)
def wordpress_2016(s: Sheet) -> str:
    """A local paper: advertisements and teasers between paragraphs, a byline with a mail address, share buttons."""
    pictures = "".join(
        f"<figure class='wp-caption'><img alt=''><figcaption class='wp-caption-text'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    contacts = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in s.contacts("labelled"))
    asked = f"<h3>Kontakt</h3>{contacts}" if contacts else ""
    first, second, *rest = s.teasers(5)
    between = [
        f"<div class='annons'><p>{s.junk('Annons')}</p></div>",
        f"<p>Läs också: <a href='/a'>{first}</a></p>",
        f"<p><a href='/b'><strong>{second}</strong></a></p>",
    ]
    by = f"<span class='byline'>Av <a rel='author' href='/u'>{s.byline()}</a></span>" if s.story.author else ""
    return f"""<!DOCTYPE html><html lang="sv-SE"><head><meta charset="UTF-8"><title>{s.title()} – {s.text(s.story.site)}</title>
<meta property="article:published_time" content="{s.published("iso")}T05:00:00+00:00"><link rel="stylesheet" href="/wp-includes/css/x.css"></head><body class="single">
<header class="site-header"><ul class="menu">{linked(s.menu("paper", 7))}</ul></header>
<article class="post hentry"><h1 class="entry-title">{s.title()}</h1><div class="entry-meta">{by} <span class="posted-on"><time datetime="{s.story.day}">{s.published("long")}</time></span></div>
{pictures}<div class="entry-content"><p class="ingress">{s.lead()}</p>{s.markup(after=between)}{asked}
<div class="sharedaddy"><h3>{s.junk("Dela det här:")}</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div class="jp-relatedposts"><h3>{s.junk("Gillar du detta?")}</h3>{linked(rest, "p")}</div></div></article>
<div id="comments" class="comments-area"><p>{s.junk("Skriv en kommentar till artikeln")}</p></div>
<aside class="sidebar widget-area"><section class="widget"><h2>{s.junk("Mest läst den här veckan")}</h2><ol>{linked(s.teasers())}</ol></section></aside>
<footer class="site-footer"><p>{s.junk("Ansvarig utgivare finns på redaktionen")}</p></footer></body></html>"""


@layout("wordpress", "blocks-of-2024", 2020, 2026)
def wordpress_2024(s: Sheet) -> str:
    """A block theme: groups, a large first paragraph, a pull quote that repeats the text, a newsletter form."""
    pictures = "".join(
        f"<figure class='wp-block-image size-large'><img alt=''/><figcaption class='wp-element-caption'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    contacts = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in s.contacts("lines"))
    asked = f"<div class='wp-block-group'><h2 class='wp-block-heading'>För mer information</h2>{contacts}</div>" if contacts else ""  # fmt: skip
    by = f"<div class='wp-block-post-author'><p class='wp-block-post-author__name'>{s.byline()}</p></div>" if s.story.author else ""  # fmt: skip
    return f"""<!DOCTYPE html><html lang="sv-SE"><head><meta charset="UTF-8" /><title>{s.title()} – {s.text(s.story.site)}</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"Article","headline":"{s.story.title}","datePublished":"{s.story.day}T04:30:00+00:00"}}]}}</script>
<style id="wp-block-library-inline-css">p{{}}</style></head><body class="wp-singular"><div class="wp-site-blocks">
<header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>{linked(s.menu("paper", 7))}</ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{s.title()}</h1><div class="wp-block-post-date"><time datetime="{s.story.day}T06:30:00+02:00">{s.published("long")}</time></div>{by}
<div class="entry-content wp-block-post-content"><p class="has-large-font-size">{s.lead()}</p>{pictures}{s.markup(h='<h2 class="wp-block-heading">{}</h2>')}{asked}</div>
<div class="wp-block-jetpack-subscriptions newsletter"><p>{s.junk("Få nya inlägg direkt i inkorgen")}</p><button>{s.junk("Ja tack, prenumerera")}</button></div>
<div class="wp-block-query related-posts"><h2>{s.junk("Läs mer från oss")}</h2><ul>{linked(s.teasers(4))}</ul></div></main>
<footer class="wp-block-template-part"><p>{s.junk("Stolt drivet av öppen källkod")}</p></footer></div></body></html>"""


@layout("generic", "table-of-1998", 1998, 2000, codec="mac_roman")
def table_1998(s: Sheet) -> str:
    """A page made by hand on a Mac: layout tables, font elements, breaks for paragraphs, no word on the encoding."""
    body = "<BR><BR>\n".join(f"<B>{text}</B>" if kind == "heading" else text for kind, text in s.body())
    pictures = "".join(f"<FONT size=1><I>{c}</I></FONT><BR><BR>\n" for c in s.captions())
    return f"""<HTML><HEAD><TITLE>{s.text(s.story.site)} - {s.title()}</TITLE></HEAD><BODY bgcolor="#FFFFFF"><CENTER>
<TABLE width=640 border=0 cellpadding=6><TR><TD width=130 valign=top bgcolor="#CCCCFF"><FONT face=Arial size=2>
{"<BR>".join(f'<A href="{n}.htm">{entry}</A>' for n, entry in enumerate(s.menu("paper", 6)))}</FONT></TD>
<TD valign=top><FONT face="Times" size=5><B>{s.title()}</B></FONT><BR><BR>
<B>{s.lead()}</B><BR><BR>
{pictures}{body}<BR><BR>
<I>Text: {s.byline()}</I><BR><BR>
<FONT size=1>Publicerad {s.published("slash")}</FONT></TD></TR></TABLE>
<HR><FONT size=1><A href="mailto:x">{s.junk("Mejla redaktionens webbredaktör")}</A></FONT></CENTER></BODY></HTML>"""


@layout("generic", "entities-of-2004", 2001, 2008, dash="- ", entities=True, codec="ascii")
def entities_2004(s: Sheet) -> str:
    """Divs without meaning, every letter beyond ASCII an entity, hyphens for speech, a counter at the foot."""
    pictures = "".join(f"<div class='bildtext'>{c}</div>" for c in s.captions())
    return f"""<html><head><title>{s.title()}</title></head><body><div id="wrap"><div id="head">{s.text(s.story.site)}</div>
<div id="nav">{linked(s.menu("paper", 6), "span")}</div>
<div id="content"><h1>{s.title()}</h1><div class="ingress">{s.lead()}</div>{pictures}
{s.markup("<div>{}</div>", "<h3>{}</h3>")}<p>Text: {s.byline()}</p><p>Publicerad {s.published("long")}</p></div>
<div id="right"><b>{s.junk("Fler nyheter")}</b><br>{linked(s.teasers(), "div")}</div>
<div id="foot">{s.junk("Besökare sedan starten: 14 233")}</div></div></body></html>"""


@layout("generic", "bem-of-2016", 2013, 2020, dash="— ")
def bem_2016(s: Sheet) -> str:
    """A paper of a chain: words in the BEM manner, a lead outside the body, a subscription box in the text, long dashes."""
    pictures = "".join(
        f"<figure class='article__image'><img alt=''><figcaption class='article__caption'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    first, *rest = s.teasers(5)
    between = [
        f"<div class='article__ad advert'><span>{s.junk('Annons')}</span></div>",
        f"<div class='article__teaser teaser'><a href='/t'>{s.junk('LÄS MER')}: {first}</a></div>",
    ]
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} - {s.text(s.story.site)}</title>
<meta property="og:title" content="{s.title()}"></head><body><div class="page"><div class="page__header header"><ul class="header__menu menu">{linked(s.menu("paper", 8))}</ul></div>
<div class="page__main"><div class="article"><div class="article__section">{s.junk("Lokalt i din kommun")}</div><h1 class="article__headline">{s.title()}</h1>
<div class="article__ingress">{s.lead()}</div>{pictures}<div class="article__meta"><span class="article__byline byline">{s.byline()}</span>
<span class="article__date">Publicerad {s.published("long")} 05:30</span></div>
<div class="article__body">{s.markup(after=between)}</div>
<div class="article__share share">{s.junk("Tipsa en kompis")}</div></div>
<div class="page__list most-read"><h3>{s.junk("Mest läst")}</h3><ol>{linked(rest)}</ol></div></div>
<div class="page__footer footer"><p>{s.junk("Så här arbetar vi med journalistik")}</p></div></div></body></html>"""


@layout("generic", "hashes-of-2025", 2021, 2026)
def hashes_2025(s: Sheet) -> str:
    """Hashed class names, landmarks and JSON-LD; a paywall box that is not closed, a live ticker beside the text."""
    pictures = "".join(f"<figure class='css-1x9'><img alt=''><figcaption class='css-2y1'>{c}</figcaption></figure>" for c in s.captions())  # fmt: skip
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()} | {s.text(s.story.site)}</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{s.story.title}","datePublished":"{s.published("iso")}T05:00:00+02:00","author":[{{"@type":"Person","name":"{s.story.author}"}}]}}</script></head>
<body><div class="css-0"><header class="css-h1"><nav><ul>{linked(s.menu("paper", 9))}</ul></nav></header>
<div class="css-c1" role="dialog" aria-label="Samtycke"><p>{s.cookies()}</p><button>{s.junk("Hantera inställningar")}</button></div>
<main class="css-m1"><article class="css-a1"><header class="css-a2"><h1 class="css-a3">{s.title()}</h1><p class="css-a4">{s.lead()}</p>
<div class="css-a5"><address class="css-a6">{s.byline()}</address><time datetime="{s.story.day}T07:00:00+02:00">{s.published("long")}</time></div></header>{pictures}
<div class="css-b1">{s.markup("<p class='css-p1'>{}</p>", "<h2 class='css-b2'>{}</h2>")}</div></article>
<aside class="css-t1"><h2>{s.junk("Just nu i området")}</h2><ul>{linked(s.teasers(4))}</ul></aside></main>
<footer class="css-f1"><p>{s.junk("Chefredaktör och ansvarig utgivare")}</p><p>{s.junk("Anmäl textfel till redaktionen")}</p></footer></div></body></html>"""
