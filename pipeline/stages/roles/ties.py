"""What ties a title to the name before it: ``Bo Ek⟦, ⟧rektor``, ``Bo Ek⟦ har utsetts till ⟧vd``, ``Bo Ek⟦ bor i Mellby och är ⟧vd``."""

from __future__ import annotations

import re

#: What ties a title to the name before it, besides a comma, a dash, a bracket or a line: how one gets, has or leaves a post.
_GETS = (
    r"klar som|är utsedd till|utses till|(?:utsedd|vald|utnämnd) till|(?:om|ny)valdes till|valdes om (?:till|som)|omvaldes som|(?:om|ny)vald till|"
    r"föreslås (?:som|till)|(?:har )?(?:utsetts|utnämnts|valts|förordnats) till|(?:har )?anställts som|utnämns till|väljs till|valdes till|"
    r"(?:kommer )?att (?:tillträda|börja|ta över|arbeta|jobba|fortsätta) som|tillträder som|(?:(?:tar|tog) )?över som|anställs som|börjar som|(?:vigs|vigdes|har vigts|befordras|befordrades|har befordrats) till|"
    r"(?:installeras|installerades|har installerats) som"
)
_HAS = (
    r"är klar som|är (?:anställd|verksam) som|(?:är|var|blir|blev)(?!\w)|(?:går|gick|kliver|klev|hoppar|hoppade) in som|"
    r"(?:(?:har fått|får|fick|tar|tog|tillträder|tillträdde|lämnar|lämnade|återgår till|kliver av|klev av|avsäger sig) )?"
    r"(?:jobbet|tjänsten|rollen|uppdraget|posten|befattningen|sitt (?:jobb|uppdrag)|"
    r"(?:sin )?(?:ordinarie|gamla|nya|tidigare) (?:tjänst|roll|post|befattning)|sin (?:tjänst|roll|post|befattning)) som|"
    r"har varit(?=[^.,;:!?\n]{3,80}[ \u00a0](?:i[ \u00a0](?:\w+[ \u00a0]){1,3}år|sedan[ \u00a0](?:\d{4}|starten|årsskiftet))\b)|"
    r"(?:(?:får|fick) sparken|sparkas|sparkades|petas|petades|avsätts|avsattes|avskedas|avskedades) som|"
    r"(?:har )?(?:arbetat|jobbat) som|(?:arbetar|jobbar|arbetade|jobbade|stannar(?: kvar)?|slutar|fortsätter|avgår|verkar|kvarstår|blir kvar|sitter kvar) som"
)
_SEASON = (
    r"(?:gör|gjorde|inleder|inledde|avslutar|påbörjar|påbörjade|har (?:gjort|inlett|påbörjat|avslutat)|är inne på) (?:nu )?si(?:n|tt) "
    r"(?:[a-zåäö]+ ){0,2}(?:säsong|år|termin|period|vecka|dag|mandatperiod) som"
)
#: "Bo Ek⟦, som den 1 mars tillträder som ⟧vd", "Bo Ek⟦, som i höst lämnar sitt uppdrag som ⟧ordförande".
_WHO_TAKES_OVER = (
    r",[ \u00a0]som[ \u00a0](?:[a-zåäö0-9]+[ \u00a0]){0,5}?(?:tillträder|tillträdde|lämnar|lämnade|avgår|avgick|slutar|börjar|tar över)"
    r"(?:[ \u00a0](?:tjänsten|rollen|uppdraget|posten|sitt uppdrag|sin (?:tjänst|roll|post|befattning)))?[ \u00a0]som"
)
#: What else somebody does before what they are: "Bo Ek⟦, som kört buss i tio år och är ⟧skyddsombud", "Bo Ek⟦ bor i Mellby och är ⟧vd".
_WHO_ALSO_IS = (
    r"(?:,[ \u00a0]som|[ \u00a0](?:har|bor|driver|leder|studerar|pluggar|kommer|spelar|växte|flyttade))[ \u00a0]"
    r"(?:[\w-]+[ \u00a0]){2,9}?(?:och|men|samt)[ \u00a0](?:är|jobbar som|arbetar som)"
)
#: "Bo Ek⟦, som fått den nyinrättade tjänsten som ⟧lots", "Bo Ek⟦, ny på posten som ⟧vd".
_HOLDS = (
    r",?[ \u00a0](?:som[ \u00a0](?:har|fått|fick|får)[ \u00a0](?:den[ \u00a0](?:nya|nyinrättade)[ \u00a0])?|ny[ \u00a0](?:på|i)[ \u00a0])"
    r"(?:jobbet|tjänsten|rollen|posten|uppdraget|befattningen)[ \u00a0]som"
)
#: Words between the tie and the title: "Bo Ek är ⟦sedan 2019 ⟧rektor", "Bo Ek, ⟦52 år, tidigare ⟧polis".
_BEFORE_TITLE = (
    r"är|också|båda|bägge|samtliga|en|ett|ny|nya|nye|av|två|tre|många|få|flera|fyra|våra|de|då|dåvarande|nybliven|nyblivne|för närvarande|"
    r"i dag|idag|nu|numera|nuvarande|tidigare|(?:(?:har|hade) )?varit|tillika|sedan (?:i [a-zåäö]+|\d{4}|årsskiftet|[a-zåäö]+ år(?: tillbaka)?)|till vardags|pensionerad|"
    r"pensionerade"
)
#: What may stand between a name and the title behind it, the words before the title included.
APPOSED = re.compile(
    rf"[ \u00a0]?(?:{_SEASON}|{_WHO_TAKES_OVER}|{_WHO_ALSO_IS}|{_HOLDS}|,[ \u00a0](?:stannar|slutar|börjar|fortsätter|avgår|verkar) som|,|–|-|\(|\n+(?:(?:Titel|Befattning|Roll):)?|"
    rf"{_HAS}|{_GETS}|som är|som(?!\w)|till ny[ae]?(?!\w)|till(?!\w)|:)[ \u00a0]?"
    rf"(?:som (?:[a-zåäö]+ ){{0,4}}?(?:är|var|varit|arbetar som|jobbar som) )?"
    rf"(?:(?:{_BEFORE_TITLE}) |\d{{1,3}} år(?:,| och) )*"
)
