"""One invented page for each family of content systems, with its habits: what is text, and what must not be."""

from __future__ import annotations

BODY = """<p>Kommunen bygger en ny bro över sundet, och den blir klar först nästa höst enligt planen.</p>
<p>– Vi är besvikna, säger Rut Sandell, ordförande i nämnden.<br>– Men bron ska bli säker.</p>
<p>Hur går det nu?– Vi ligger efter, säger hon.</p>"""

SITEVISION = f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Ny bro dyrare | Alvsunds kommun</title>
<meta property="article:published_time" content="2012-04-11T09:12:00+02:00"></head><body>
<nav><a href="/">Start</a></nav><div class="cookie-banner"><p>Vi använder kakor på webbplatsen.</p></div>
<main class="pagecontent sv-layout">
<div class="sv-text-portlet"><div id="Rubrik"></div><div class="sv-text-portlet-content"><h1>Ny bro dyrare</h1></div></div>
<div class="sv-text-portlet"><div id="Ingress"></div><div class="sv-text-portlet-content"><p>Bron blir tolv miljoner dyrare.</p></div></div>
<div class="sv-text-portlet"><div id="Brodtext"></div><div class="sv-text-portlet-content">{BODY}<h2>Stor kö</h2><p>Kön växer varje dag vid färjeläget, och så blir det hela sommaren.</p></div></div>
<div class="sv-social-portlet"><p>Dela sidan</p></div>
<div id="Kontakt"><h2>Presskontakt</h2><p>Anna Lans, projektledare<br>Mobil: 070-174 06 12<br>anna.lans@alvsund.exempel</p></div>
<ul><li class="sv-channel-item"><a href="/1">Simhallen öppnar</a></li><li class="sv-channel-item"><a href="/2">Skolan stänger</a></li></ul>
</main><footer><p>Alvsunds kommun, växel 031-390 06 00</p></footer></body></html>"""

EPISERVER = f"""<html lang="sv"><head><link rel="canonical" href="https://www.alvsund.exempel/nyheter/bron?utm_source=brev#topp">
<title>Ny bro dyrare - Alvsunds kommun</title><link href="/globalassets/x.css"></head><body><form id="aspnetForm">
<header class="site-header"><div class="logo">Alvsunds kommun</div></header>
<main><h1>Ny bro dyrare</h1><p class="introduction">Bron blir tolv miljoner dyrare.</p><p class="publish-date">Publicerad 11 april 2012</p>
<div class="main-body">{BODY}<figure><img alt="Bron"><figcaption>Bron i maj. Foto: Hedvig Lans</figcaption></figure></div></main>
<aside><h2>Kontakt</h2><p>Anna Lans</p><p>projektledare</p><p>070-174 06 12</p></aside>
<aside><h2>Mest läst</h2><ul><li><a href="/a">Simhallen öppnar</a></li><li><a href="/b">Skolan stänger</a></li></ul></aside>
<footer>Växel 031-390 06 00</footer></form></body></html>"""

MYNEWSDESK = f"""<html lang="sv"><head><meta property="og:site_name" content="Alvsunds kommun"><meta property="og:title" content="Ny bro dyrare">
<title>Ny bro dyrare | Alvsunds kommun</title><script src="https://static.mynewsdesk.exempel/x.js"></script></head><body>
<div class="newsroom-content"><p class="type__date"><time datetime="2012-04-11T09:12:00+02:00">2012-04-11 09:12 CEST</time></p>
<h1>Ny bro dyrare</h1><div class="material-intro"><p>Bron blir tolv miljoner dyrare.</p></div>
<div class="material-body">{BODY}</div><div class="tags"><a href="/t">bro</a></div></div>
<div class="contacts"><div class="contact-card"><h3>Anna Lans</h3><p>Presskontakt, projektledare</p><p>070-174 06 12</p><p>anna.lans@alvsund.exempel</p></div>
<div class="contact-card"><h3>Erik Ek</h3><p>Kommunchef</p><p>031-390 06 12</p></div></div>
<div class="related-materials"><a href="/1"><h3>Simhallen öppnar igen efter sommaren</h3></a></div></body></html>"""

CISION = f"""<html lang="sv"><head><title>Ny bro dyrare - Bro AB</title><link rel="stylesheet" href="https://news.cision.com/x.css"></head><body>
<article><h1>Ny bro dyrare</h1><time datetime="2012-04-11T09:12:00+02:00">11 april 2012</time><div class="release-body">
<p><strong>Bron blir tolv miljoner dyrare.</strong></p>{BODY}
<p><strong>För mer information, kontakta:</strong><br>Anna Lans, projektledare<br>Tel: 070-174 06 12</p>
<p><strong>Om Bro AB</strong><br>Bro AB bygger broar i hela Norden sedan femtiotalet.</p></div></article>
<div class="related-releases"><ul><li><a href="/1">Bro AB köper kran</a></li></ul></div></body></html>"""

WORDPRESS = f"""<html lang="sv-SE"><head><title>Ny bro dyrare – Alvsunds Tidning</title><link href="/wp-content/themes/x.css"></head><body class="has-navigation">
<div class="site"><article class="post hentry"><h1 class="entry-title">Ny bro dyrare</h1>
<div class="entry-meta"><span class="byline">Av <a rel="author" href="/a">Maja Lans</a></span> <span class="posted-on"><time datetime="2012-04-11">11 april, 2012</time></span></div>
<div class="entry-content"><p class="ingress">Bron blir tolv miljoner dyrare.</p>{BODY}<p>Annons</p>
<figure class="wp-block-image"><img alt=""><figcaption class="wp-element-caption">Bron i maj. Foto: Hedvig Lans</figcaption></figure>
<div class="sharedaddy"><p>Dela på nätet</p></div></div></article>
<div id="comments" class="comments-area"><p>Bra skrivet om bron, tycker jag som bor här ute på ön sedan länge.</p></div></div></body></html>"""

DRUPAL = f"""<html lang="sv"><head><title>Ny bro dyrare | Alvsunds högskola</title><script data-drupal-selector="drupal-settings-json"></script></head><body>
<div class="breadcrumb"><a href="/">Hem</a> <a href="/n">Nyheter</a></div><main role="main"><h1 class="page-title">Ny bro dyrare</h1>
<div class="node__submitted">Publicerad 2012-04-11 kl. 09.12</div>
<div class="field--name-field-ingress">Bron blir tolv miljoner dyrare.</div><div class="field--name-body">{BODY}</div>
<div class="field--name-field-contact"><p>Anna Lans<br>070-174 06 12</p></div></main></body></html>"""

VIATT = f"""<html lang="sv"><head><title>Ny bro dyrare | Alvsunds kommun</title><meta property="og:url" content="https://via.tt.se/pressmeddelande/1/ny-bro?publisherId=9"></head><body>
<main><h1 class="release-title">Ny bro dyrare</h1><span class="release-date">11.4.2012 09:12:00 CEST</span>
<div class="release-leadtext"><p>Bron blir tolv miljoner dyrare.</p></div><div class="release-body">{BODY}</div>
<div class="release-contacts"><h2>Kontakter</h2><p>Anna Lans<br>projektledare<br>070-174 06 12</p></div></main></body></html>"""

PLAIN_OLD = """<HTML><HEAD><TITLE>Alvsunds kommun - Ny bro dyrare</TITLE>
<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></HEAD><BODY bgcolor="#ffffff"><CENTER>
<TABLE width=700 border=0><TR><TD width=150 class=meny><A href="1.htm">Start</A><BR><A href="2.htm">Nyheter</A><BR><A href="3.htm">Kontakt</A></TD>
<TD><FONT size=5><B>Ny bro dyrare</B></FONT><BR><BR>
<B>Bron blir tolv miljoner dyrare.</B><BR><BR>
Kommunen bygger en ny bro \u00f6ver sundet, och den blir klar f\u00f6rst n\u00e4sta h\u00f6st enligt planen.<BR><BR>
&#150; Vi \u00e4r besvikna, s\u00e4ger Rut Sandell, ordf\u00f6rande i n\u00e4mnden.<BR>
\u2013 Men bron ska bli s\u00e4ker.<BR><BR>
Hur g\u00e5r det nu?\u2013 Vi ligger efter, s\u00e4ger hon.<BR><BR>
<I>Foto: Hedvig Lans</I><BR><BR>
F\u00f6r mer information:<BR>Anna Lans, tel 070-174 06 12<BR></TD></TR></TABLE></CENTER></BODY></HTML>"""

GENERIC = f"""<html lang="sv"><head><title>Ny bro dyrare :: Bygdebladet</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ny bro dyrare",
"datePublished": "2012-04-11T09:12:00+02:00", "dateModified": "2012-04-12", "author": [{{"@type": "Person", "name": "Maja Lans"}}]}}</script></head><body>
<div id="topp"><div>Bygdebladet</div><ul><li><a href="/">Start</a></li><li><a href="/sport">Sport</a></li></ul></div>
<div class="kol1"><div class="x1"><h1>Ny bro dyrare</h1><p><b>Bron blir tolv miljoner dyrare.</b></p>{BODY}
<table><tr><th>År</th><th>Kostnad</th></tr><tr><td>2011</td><td>40 miljoner</td></tr><tr><td>2012</td><td>52 miljoner</td></tr></table></div></div>
<div class="kol2"><p><a href="/1">Simhallen öppnar igen efter en lång och dyr renovering</a></p></div></body></html>"""

PAGES = {
    "sitevision": SITEVISION,
    "episerver": EPISERVER,
    "mynewsdesk": MYNEWSDESK,
    "cision": CISION,
    "wordpress": WORDPRESS,
    "drupal": DRUPAL,
    "viatt": VIATT,
    "plainold": PLAIN_OLD,
    "generic": GENERIC,
}
