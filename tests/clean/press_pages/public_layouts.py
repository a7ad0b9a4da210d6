"""SiteVision, EPiServer (Optimizely) and Drupal: municipalities, regions, agencies, universities."""

from __future__ import annotations

from tests.clean.press_pages.layouts import layout
from tests.clean.press_pages.sheet import Sheet, linked


@layout("sitevision", "anchors-of-2008", 2007, 2012, codec="cp1252")
def sitevision_2008(s: Sheet) -> str:
    """Text portlets behind empty anchors; the page says iso-8859-1 and means windows-1252."""
    contacts = "".join(f"<p class='normal'>{'<br>'.join(lines)}</p>" for lines in s.contacts("labelled"))
    pictures = "".join(
        f"<div class='sv-image-portlet'><img alt=''><p class='sv-font-bildtext'>{c}</p></div>" for c in s.captions()
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />
<title>{s.title()} - {s.text(s.story.site)}</title><script type="text/javascript" src="/sitevision/system-resource/x.js"></script></head>
<body><div id="svid10_4f"><ul class="topmeny">{linked(s.menu("public", 6))}</ul>
<div class="sv-breadcrumbs-portlet"><a href="/">{s.junk("Startsidan")}</a> / <a href="/n">{s.junk("Pressrum")}</a></div>
<div class="pagecontent sv-layout"><div id="Rubrik"><!-- Rubrik --></div>
<div class="sv-text-portlet"><div class="sv-text-portlet-content"><h1 class="heading">{s.title()}</h1></div></div>
<div id="Ingress"><!-- Ingress --></div><div class="sv-text-portlet"><div class="sv-text-portlet-content"><p class="ingress">{s.lead()}</p></div></div>
{pictures}<div id="Brodtext"><!-- Brödtext --></div><div class="sv-text-portlet"><div class="sv-text-portlet-content">
{s.markup("<p class='normal'>{}</p>", "<h2 class='subheading'>{}</h2>")}</div></div>
<div id="Kontakt"><!-- Kontakt --></div><div class="sv-text-portlet"><div class="sv-text-portlet-content">
<h2 class="subheading">Kontakt</h2>{contacts}</div></div></div>
<div class="hoger"><h2>{s.junk("Senaste nytt")}</h2><ul>{linked(s.teasers())}</ul></div>
<div class="sv-date-portlet"><p>Publicerad: {s.published("iso")}</p></div>
<div id="sidfot"><p>{s.junk("Webbansvarig: informationsenheten")}</p><p>{s.junk("Utskriftsversion")}</p></div></div></body></html>"""


@layout("sitevision", "portlets-of-2016", 2013, 2020)
def sitevision_2016(s: Sheet) -> str:
    """Anchors inside the portlets, a share bar, channels of news beside the text."""
    contacts = "".join(f"<p class='normal'>{'<br />'.join(lines)}</p>" for lines in s.contacts("lines"))
    pictures = "".join(
        f"<div class='sv-image-portlet sv-portlet'><img alt='' src='/i.jpg'><p class='sv-image-portlet-caption'>{c}</p></div>"
        for c in s.captions()
    )
    news = "".join(
        f"<li class='sv-channel-item'><h3 class='subheading'><a href='/{n}'>{t}</a></h3><span class='normal'>{s.junk('Nyhet nummer ' + str(n + 1) + ' i kanalen')}</span></li>"
        for n, t in enumerate(s.teasers())
    )
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="UTF-8"><title>{s.title()} | {s.text(s.story.site)}</title>
<meta name="dcterms.created" content="{s.published("iso")}"><link rel="stylesheet" href="/2.1/auto/SiteVision.css"></head><body>
<a class="skip-link" href="#innehall">{s.junk("Till innehåll på sidan")}</a>
<div class="cookie-banner"><p>{s.cookies()}</p><button>{s.junk("Jag förstår")}</button></div>
<header class="sv-vertical"><nav class="sv-menu-portlet"><ul>{linked(s.menu("public", 7))}</ul></nav></header>
<main class="pagecontent sv-layout"><div class="sv-vertical mittspalt">
<div class="sv-text-portlet sv-use-margins"><div id="Rubrik"></div><div class="sv-text-portlet-content"><h1 class="heading">{s.title()}</h1></div></div>
<div class="sv-text-portlet sv-use-margins"><div id="Ingress"></div><div class="sv-text-portlet-content"><p class="preamble">{s.lead()}</p></div></div>
{pictures}
<div class="sv-text-portlet sv-use-margins"><div id="Brodtext"></div><div class="sv-text-portlet-content">{s.markup("<p class='normal'>{}</p>", "<h2 class='subheading'>{}</h2>")}</div></div>
<div class="sv-text-portlet sv-use-margins"><div id="Presskontakt"></div><div class="sv-text-portlet-content"><h2 class="subheading">Presskontakt</h2>{contacts}</div></div>
<div class="sv-social-portlet sv-portlet"><p>{s.junk("Dela med dina vänner")}</p><a href="#">Facebook</a><a href="#">Twitter</a></div></div>
<aside class="hogerspalt"><h2>{s.junk("Fler nyheter")}</h2><ul class="sv-channel sv-defaultlist">{news}</ul></aside></main>
<div class="sv-html-portlet"><p>{s.junk("Hjälpte informationen dig?")}</p><button>{s.junk("Ja, det gjorde den")}</button></div>
<footer><p>{s.junk("Tillgänglighetsredogörelse")}</p><p>{s.junk("Så behandlar vi personuppgifter")}</p></footer></body></html>"""


@layout("sitevision", "envision-of-2022", 2021, 2026)
def sitevision_2022(s: Sheet) -> str:
    """Envision classes, a state of the app in a script, contacts as cards of a web app, soft hyphens in the headline."""
    cards = "".join(
        f"<div class='env-card env-profile'><div class='env-card__body'><h3 class='env-text-h6'>{lines[0]}</h3>"
        + "".join(f"<div>{line}</div>" for line in lines[1:])
        + "</div></div>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(f"<figure><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    shy = s.title().replace("kommun", "kom\u00admun").replace("ning", "\u00adning")
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="UTF-8"><title>{s.title()} - {s.text(s.story.site)}</title>
<script>AppRegistry.registerInitialState('12.7', {{"title": "Dela sidan", "html": "<p>Inte text</p>"}});</script></head>
<body class="sv-responsive env-m-around--0"><div class="sv-vertical sv-layout env-cookie-consent" role="alertdialog"><p>{s.cookies()}</p>
<button class="env-button">{s.junk("Godkänn alla")}</button></div>
<header class="sv-vertical sidhuvud"><nav aria-label="Huvudmeny"><ul>{linked(s.menu("public", 8))}</ul></nav>
<div class="sv-searchform-portlet"><form><label>{s.junk("Vad letar du efter?")}</label><input name="q"></form></div></header>
<main id="innehall"><div class="sv-breadcrumb-portlet"><ol><li><a href="/">{s.junk("Hem")}</a></li><li><a href="/p">{s.junk("Press och nyheter")}</a></li></ol></div>
<div class="sv-layout"><div class="sv-text-portlet"><div class="sv-text-portlet-content"><h1>{shy}</h1></div></div>
<div class="sv-script-portlet"><div class="env-text-caption">Publicerad <time datetime="{s.story.day}T08:30:00+01:00">{s.published("long")}</time></div></div>
<div class="sv-text-portlet"><div class="sv-text-portlet-content"><p class="sv-font-ingress">{s.lead()}</p></div></div>{pictures}
<div class="sv-text-portlet"><div class="sv-text-portlet-content">{s.markup("<p class='sv-font-brodtext'>{}</p>", "<h2 class='sv-font-rubrik-2'>{}</h2>")}</div></div>
<div class="sv-marketplace-sitevision-contact"><h2>Kontakt för media</h2><div class="env-flex">{cards}</div></div></div></main>
<section class="sv-archive-portlet"><h2>{s.junk("Aktuellt just nu")}</h2><ul>{linked(s.teasers(4))}</ul></section>
<footer class="sidfot"><div>{s.junk("Besöksadress Rådhusgatan ett")}</div><div>{s.junk("Organisationsnummer 000000-0000")}</div></footer></body></html>"""


@layout("episerver", "aspnet-of-2004", 2002, 2010, codec="cp1252", dash="- ")
def episerver_2004(s: Sheet) -> str:
    """A table for the page, spans with the server's ids, hyphens for speech, no word on the encoding."""
    contacts = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in s.contacts("comma"))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><title>{s.title()}</title>
<meta name="generator" content="EPiServer"></head><body><form name="Form1" method="post" action="Page____12.aspx" id="Form1">
<input type="hidden" name="__VIEWSTATE" value="dDwtMTA4MzE0MjEwNTs7Pg==">
<table width="760" cellspacing="0"><tr><td class="leftmenu" valign="top">{linked(s.menu("public", 6), "div")}</td>
<td valign="top"><h1 id="ctl00_Heading">{s.title()}</h1><p class="introduction">{s.lead()}</p>
<span id="ctl00_MainBody">{s.markup()}</span>
<p><b>För ytterligare information kontakta:</b></p>{contacts}<p><span class="PublishDate">Publicerad {s.published("iso")}</span></p></td></tr>
<tr><td colspan="2" id="footer">{s.junk("Till sidans början")} | {s.junk("Skriv till webbmaster")}</td></tr></table></form></body></html>"""


@layout("episerver", "blocks-of-2014", 2011, 2017)
def episerver_2014(s: Sheet) -> str:
    """Blocks of the Alloy kind, the contact in the right column, a row of teasers below."""
    contacts = "".join(
        f"<div class='contact-block'><h3>{lines[0]}</h3><p>{'<br/>'.join(lines[1:])}</p></div>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(
        f"<div class='image-block'><img src='/globalassets/a.jpg' alt=''/><p class='image-caption'>{c}</p></div>"
        for c in s.captions()
    )
    teasers = "".join(
        f"<div class='teaserblock'><a href='/{n}'><h3>{t}</h3></a><p>{s.junk('Puff nummer ' + str(n))}</p></div>"
        for n, t in enumerate(s.teasers())
    )
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"/><title>{s.title()} - {s.text(s.story.site)}</title>
<meta property="article:published_time" content="{s.published("iso")}T07:00:00Z"/><link href="/contentassets/b.css" rel="stylesheet"/></head><body>
<div class="header"><ul class="nav">{linked(s.menu("public", 6))}</ul></div>
<div id="MainContent"><div class="row"><div class="span8 main-column"><h1>{s.title()}</h1><p class="introduction">{s.lead()}</p>{pictures}
<div class="main-body">{s.markup()}</div><p class="published">Publicerad {s.published("long")}</p></div>
<div class="span4 sidebar"><h2>Kontaktpersoner</h2>{contacts}</div></div>
<div class="row relatedcontent">{teasers}</div></div>
<div class="footer"><p>{s.junk("Om webbplatsen och kakor")}</p><ul>{linked(s.menu("public", 3))}</ul></div></body></html>"""


@layout("episerver", "optimizely-of-2023", 2018, 2026)
def episerver_2023(s: Sheet) -> str:
    """Names in the BEM manner, a hidden copy of the lead for phones, a survey, a cookie dialogue, JSON-LD."""
    cards = "".join(
        f"<li class='contact-card'><p class='contact-card__name'>{lines[0]}</p>"
        + "".join(f"<p class='contact-card__row'>{line}</p>" for line in lines[1:])
        + "</li>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(
        f"<figure class='o-image'><picture><img alt='{c}'></picture><figcaption class='o-image__caption'>{c}</figcaption></figure>"
        for c in s.captions()
    )
    lead = s.lead()
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{s.title()}</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"{s.published("iso")}T09:00:00+01:00"}}</script>
<link rel="preload" href="/globalassets/f.woff2"></head><body data-epi-block-id="9">
<div id="cookie-consent" role="dialog"><h2>{s.junk("Din integritet är viktig för oss")}</h2><p>{s.cookies()}</p><button>{s.junk("Spara mina val")}</button></div>
<header class="c-header"><nav><ul>{linked(s.menu("public", 8))}</ul></nav></header>
<main id="main"><article class="c-article"><header class="c-article__header"><h1 class="c-article__title">{s.title()}</h1>
<p class="c-article__preamble">{lead}</p></header><p class="c-article__preamble mobile-only" hidden>{lead}</p>{pictures}
<div class="c-article__body xhtmlstring">{s.markup()}</div>
<section class="c-contacts"><h2>Presskontakter</h2><ul>{cards}</ul></section></article>
<div class="c-share"><span>{s.junk("Dela den här sidan")}</span><a href="#">LinkedIn</a></div>
<section class="c-related"><h2>{s.junk("Relaterade nyheter")}</h2><ul>{linked(s.teasers())}</ul></section></main>
<div class="c-feedback"><form><label>{s.junk("Vad kan vi förbättra?")}</label><button>{s.junk("Skicka in")}</button></form></div>
<footer><p>{s.junk("Följ oss i sociala medier")}</p></footer></body></html>"""


@layout("drupal", "six-of-2010", 2008, 2012)
def drupal_six(s: Sheet) -> str:
    """A node with its content in one field; the lead is the first paragraph, in bold; who submitted it when."""
    contacts = "<br />".join(line for lines in s.contacts("comma") for line in lines)
    pictures = "".join(f"<p class='caption'>{c}</p>" for c in s.captions())
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="sv"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{s.title()} | {s.text(s.story.site)}</title><script type="text/javascript">jQuery.extend(Drupal.settings, {{"basePath": "/"}});</script>
<link rel="stylesheet" href="/sites/default/files/css/c.css" /></head><body>
<div id="header"><ul class="links primary-links">{linked(s.menu("public", 5))}</ul></div><div class="breadcrumb"><a href="/">{s.junk("Hem")}</a></div>
<div id="content"><h1 class="title">{s.title()}</h1><div class="node"><span class="submitted">Publicerat {s.published("long")}</span>
<div class="content"><p><strong>{s.lead()}</strong></p>{pictures}{s.markup()}<p><strong>Mer information:</strong><br />{contacts}</p></div>
<div class="links"><ul class="links inline"><li><a href="/p">{s.junk("Utskriftsvänlig sida")}</a></li><li><a href="/e">{s.junk("Skicka till en vän")}</a></li></ul></div></div></div>
<div id="sidebar-right" class="sidebar"><div class="block block-views"><h2>{s.junk("Populärast idag")}</h2><ul>{linked(s.teasers())}</ul></div></div>
<div id="footer">{s.junk("Drivs med fri programvara")}</div></body></html>"""


@layout("drupal", "seven-of-2015", 2013, 2019)
def drupal_seven(s: Sheet) -> str:
    """Fields with their names in classes, tags below, a block of contacts."""
    contacts = "".join(
        f"<div class='field-item'><p>{'<br />'.join(lines)}</p></div>" for lines in s.contacts("labelled")
    )
    pictures = "".join(
        f"<div class='field field-name-field-image'><img alt=''/><div class='file-caption'>{c}</div></div>"
        for c in s.captions()
    )
    return f"""<!DOCTYPE html><html lang="sv" dir="ltr"><head><meta charset="utf-8" /><title>{s.title()} | {s.text(s.story.site)}</title>
<link rel="shortcut icon" href="/sites/default/files/favicon.ico" /></head><body class="html not-front page-node node-type-news">
<div id="skip-link"><a href="#main-content" class="element-invisible">{s.junk("Hoppa till huvudinnehåll")}</a></div>
<div class="region region-header"><ul class="menu">{linked(s.menu("public", 6))}</ul></div>
<div id="main-content" class="region region-content"><h1 id="page-title">{s.title()}</h1>
<div class="node node-news"><div class="field field-name-post-date"><div class="field-item">{s.published("long")}</div></div>
<div class="field field-name-field-ingress"><div class="field-items"><div class="field-item">{s.lead()}</div></div></div>{pictures}
<div class="field field-name-body"><div class="field-items"><div class="field-item">{s.markup()}</div></div></div>
<div class="field field-name-field-contact"><div class="field-label">Kontakt:</div><div class="field-items">{contacts}</div></div>
<div class="field field-name-field-tags"><div class="field-label">{s.junk("Nyckelord för sidan:")}</div><a href="/t">{s.junk("forskning och utveckling")}</a></div></div></div>
<div class="block block-views"><h2>{s.junk("Läs fler nyheter")}</h2><ul>{linked(s.teasers())}</ul></div>
<footer class="region region-footer"><p>{s.junk("Om den här webbplatsen")}</p></footer></body></html>"""


@layout("drupal", "ten-of-2024", 2020, 2026)
def drupal_ten(s: Sheet) -> str:
    """Double hyphens in class names, Layout Builder, a caption in a figure, contacts as paragraphs entities."""
    contacts = "".join(
        f"<div class='paragraph paragraph--type--contact'><div class='field--name-field-name'>{lines[0]}</div>"
        + "".join(f"<div class='field--name-field-row'>{line}</div>" for line in lines[1:])
        + "</div>"
        for lines in s.contacts("lines")
    )
    pictures = "".join(f"<figure class='media'><img alt=''><figcaption>{c}</figcaption></figure>" for c in s.captions())
    return f"""<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8" /><title>{s.title()} | {s.text(s.story.site)}</title>
<meta property="article:published_time" content="{s.published("iso")}T10:15:00+02:00"><script type="application/json" data-drupal-selector="drupal-settings-json">{{"path":{{}}}}</script></head>
<body class="path-node"><a href="#main-content" class="visually-hidden focusable skip-link">{s.junk("Gå vidare till innehållet")}</a>
<div class="dialog-off-canvas-main-canvas"><header role="banner"><nav><ul>{linked(s.menu("public", 7))}</ul></nav></header>
<main role="main"><a id="main-content"></a><div class="layout-content"><article class="node node--type-news"><h1 class="page-title"><span>{s.title()}</span></h1>
<div class="node__content"><div class="field field--name-field-preamble">{s.lead()}</div>{pictures}
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary">{s.markup()}</div>
<div class="field field--name-field-contacts"><h2>Kontakta forskaren</h2>{contacts}</div></div></article>
<div class="addtoany_list"><span>{s.junk("Dela nyheten vidare")}</span></div>
<div class="views-element-container block"><h2>{s.junk("Andra nyheter från oss")}</h2>{linked(s.teasers(4), "div")}</div></div></main>
<footer role="contentinfo"><p>{s.junk("Nyhetsbrev varje månad")}</p><p>{s.junk("Cookies på webbplatsen")}</p></footer></div></body></html>"""
