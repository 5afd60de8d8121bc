# Alles wat de bot zelf zegt, in het Nederlands. Eén zin of stukje per sleutel; dezelfde sleutels staan in en.ftl.
# Tussen { } staat wat de bot invult, bijvoorbeeld { $region }. `loket check` zegt het als er iets mist.
# Toon: vriendelijk, kort, B1, "je". Geen uitroeptekens. Emoji alleen op een paar knoppen.

## Kennismaken

intro =
    Hoi, ik ben Loket: een automatische hulp voor ondernemers in { $region }. Ik ben geen mens.

    Stel gewoon je vraag, in je eigen woorden. Ik zoek het antwoord voor je op.

    Liever een mens? Tik op Mens of stuur /mens. Ik bewaar dit gesprek tot { $days ->
        [one] één dag
       *[other] { $days } dagen
    } na je laatste bericht. Meer daarover: /privacy.
ready = Stel je vraag gerust, in je eigen woorden. Of kijk welke onderwerpen er zijn.
help =
    Ik ben een automatische hulp voor ondernemers in { $region }. Typ gewoon je vraag, zoals je hem aan een collega stelt. Weet ik het niet, dan haal ik er een mens bij.

    /regelingen – bekijk wat er is, per onderwerp
    /gemeente – zeg waar je bedrijf zit
    /mens – praat met een mens
    /taal – Nederlands of Engels
    /privacy – wat we van je bewaren
    /mijngegevens – krijg alles wat we van je bewaren
    /vergeetmij – laat alles wissen
privacy-title = Wat we van je bewaren
privacy =
    • We bewaren je voornaam zoals die in Telegram staat, je taal, je gemeente en dit gesprek.
    • Dat gebruiken we alleen om je vraag te beantwoorden. Vraag je een mens, dan leest die het gesprek.
    • We wissen alles { $days ->
        [one] één dag
       *[other] { $days } dagen
    } na je laatste bericht. Is er een mens bij gehaald, dan telt de dag waarop dat klaar was. We houden alleen aantallen over, zonder je naam of je woorden.
    • Verantwoordelijk is { $controller }.
    • Telegram versleutelt een gesprek met een bot niet van begin tot eind. Stuur dus geen wachtwoorden, BSN of medische gegevens.

    Alles zien wat we bewaren: /mijngegevens
    Alles laten wissen: /vergeetmij
privacy-link = Lees de hele privacyverklaring
unknown-command = Die opdracht ken ik niet. Met /help zie je wat er kan. Je vraag kun je ook gewoon typen.

## Knoppen (hooguit 28 tekens)

button-person = 🙋 Mens
button-more = Meer lezen
button-less = Minder
button-helped = 👍 Dit helpt
button-not-helped = 👎 Helpt niet
button-something-else = Iets anders
button-none = Geen van deze
button-themes = Onderwerpen
button-previous = ‹ Vorige
button-next = Volgende ›
button-what-we-keep = Wat bewaar je?
button-withdraw = Toch verder met de bot
button-forget-place = Vergeet mijn gemeente
button-erase = Ja, wis alles
button-keep = Nee, bewaar het
button-take = Oppakken
button-take-over = Overnemen
# Op een knop met de titel van een ander onderwerp; hooguit 40 tekens samen met die titel.
button-related = Ook handig: { $title }
button-stacks = Combineer met: { $title }
button-successor = Nu: { $title }
button-door = Begin bij: { $title }

## Een kaart

card-gone = Deze informatie is er niet meer. Stel je vraag gerust opnieuw, dan zoek ik verder.
card-upcoming = Nog niet open.
card-opens = Gaat open op { $date }.
card-seasonal = Let op: dit gaat soms open en dan weer dicht. Kijk op de site of het nu kan.
card-closed = Gesloten.
card-closed-since = Gesloten sinds { $date }.
card-budget-gone = Het budget is op.
card-ended = Dit bestaat niet meer.
card-unknown = Let op: we weten niet zeker of dit nu open is. Kijk op de site.
card-successor = Nu is er: { $title }.
card-last-day = tot en met { $date }
card-start = Zo begin je
card-provider = Van
card-excludes = Niet samen met
card-area = Geldt in
card-more-areas = en nog { $count } plekken
card-site = Officiële pagina
card-checked-year = Gecontroleerd in { $year }.
card-checked-month = Gecontroleerd in { $month } { $year }.
card-checked-day = Gecontroleerd op { $date }.
card-due = Dit kan verouderd zijn; kijk op de site.
card-cut = Er is meer. Lees verder
heading-who = { $kind ->
        [example] Om wie gaat het
       *[other] Voor wie
    }
heading-what = { $kind ->
        [scheme] Wat krijg je
        [organisation] Wat doen ze
        [example] Wat deden ze
       *[other] Wat geldt er
    }
heading-conditions = { $kind ->
        [scheme] Voorwaarden
        [example] Wat leer je ervan
       *[other] Waar let je op
    }
heading-how = { $kind ->
        [scheme] Zo vraag je het aan
        [organisation] Zo bereik je ze
        [example] Wie hielp
       *[other] Zo regel je het
    }
heading-when = { $kind ->
        [scheme] Tot wanneer
       *[other] Wanneer
    }

## Kiezen en rondkijken

clarify = Wat bedoel je?
nothing-else = Ik vind hier niets beters voor. Zeg het eens in andere woorden, of vraag het aan een mens.
not-helped = Jammer dat dit niet helpt. Zeg het eens in andere woorden, of vraag het aan een mens.
mark-noticed = Fijn, bedankt dat je het zegt.
themes = Waar gaat je vraag over?
theme-page = { $theme } ({ $page } van { $pages })
theme-empty = Over dit onderwerp staat er nog niets. Stel je vraag gerust, dan zoek ik verder.
theme-closed = niet meer open
ask-language = In welke taal praten we verder?
language-set = We praten Nederlands.
ask-place = Waar zit je bedrijf? Kies hieronder, of typ de naam van je gemeente, stad of dorp.
ask-place-known = Ik denk dat je bedrijf in { $place } zit. Klopt dat niet? Kies hieronder, of typ de naam van je gemeente, stad of dorp.
place-set = Ik let vanaf nu op wat er in { $place } geldt. Wat in het hele land geldt, zie je ook.
place-set-outside = Je bedrijf zit in { $place }. Wij werken voor { $region }, dus over { $place } zelf weet ik minder. Wat in het hele land geldt, ken ik wel.
place-forgotten = Ik ben vergeten waar je bedrijf zit. Met /gemeente zeg je het opnieuw.
place-unknown = Ik ken geen gemeente of plaats met de naam { $written }. Stuur /gemeente met de naam erachter, of kies hieronder.

## Praten over niets in het bijzonder

talk-greeting = Hoi. Waar kan ik je mee helpen? Stel je vraag in je eigen woorden.
talk-thanks = Graag gedaan. Heb je nog een vraag, stel hem gerust.
talk-goodbye = Tot ziens, en succes met je bedrijf.
talk-assent = Fijn. Wil je nog iets weten, typ dan gewoon je vraag.
talk-insult = Vervelend dat het niet lukt. Zeg het eens in andere woorden, of tik op Mens. Dan kijkt er iemand mee.
talk-about-bot = Ik ben een automatische hulp, geen mens. Ik zoek in informatie die mensen hebben opgeschreven en gecontroleerd, en ik verzin niets. Kom ik er niet uit, dan haal ik er een mens bij.
talk-mischief = Daar kan ik niets mee. Ik help ondernemers met vragen over geld, regels en personeel. Heb je zo'n vraag, stel hem gerust.
talk-gibberish = Hier kan ik geen vraag in lezen. Typ in een paar woorden wat je zoekt, bijvoorbeeld: subsidie voor zonnepanelen op mijn loods.

## Wat we niet kunnen lezen

attachment-seen = Foto's, bestanden en spraakberichten kan ik niet zelf bekijken. Een mens kan dat wel: tik op Mens, dan stuur ik het mee. Of typ je vraag in woorden.
cannot-read = Dit soort bericht kan ik niet lezen of doorsturen. Wil je in gewone woorden typen wat je bedoelt?
number-masked = In je bericht staat een nummer dat op een BSN lijkt. Wij hebben het onleesbaar gemaakt en niet bewaard. In je eigen bericht staat het nog wel: dat kun je zelf wissen. We hebben je BSN nooit nodig.

## Een mens erbij

handed-over-asked = Goed, ik haal er een mens bij.
handed-over-no-match = Hier heb ik zelf geen goed antwoord op. Daarom haal ik er een mens bij.
handed-over-not-helped = Jammer dat mijn antwoord niet hielp. Ik haal er een mens bij.
handed-over-attachment = Wat je stuurde kan ik niet zelf bekijken. Ik haal er een mens bij.
case-number = Je nummer is { $case }.
case-promise = { $desk } reageert { $moment }.
case-promise-someone = Er reageert iemand { $moment }.
case-no-promise = Wanneer er iemand reageert, kan ik nu niet zeggen. Je vraag blijft wel staan.
case-promise-broken = Je had al een reactie moeten hebben. Sorry dat het langer duurt. Je vraag is niet weg.
case-write-on = Je kunt hier gewoon verder schrijven. Een mens leest het.
case-with-owner = { $name } heeft je vraag. Je nummer is { $case }. Je kunt hier gewoon schrijven.
case-waiting = Je vraag wacht op een mens. Je nummer is { $case }.
listening = Dat klinkt zwaar. Goed dat je het zegt. Je hoeft dit niet alleen te dragen.
listening-lines = Hier kun je nu met iemand praten:
listening-danger = Is er direct gevaar? Bel 112.
listening-case = Ik vraag ook een mens van ons om contact met je te zoeken. Je nummer is { $case }.
taken-by = { $name } heeft je vraag opgepakt. Je praat nu met een mens. De automatische hulp houdt zich stil.
taken-by-of = { $name } van { $desk } heeft je vraag opgepakt. Je praat nu met een mens. De automatische hulp houdt zich stil.
manager-sends = { $name } stuurt je dit:
handed-back = { $name } is klaar met je vraag. Je praat nu weer met de automatische hulp. Heb je nog een vraag, stel hem gerust.
withdrawn = Goed, je vraag aan een mens is ingetrokken. Je praat weer met de automatische hulp. Waar kan ik mee helpen?

## Je gegevens

ask-erase = Wil je alles laten wissen? Dan wissen we dit gesprek, je gegevens en je vragen aan een mens. Dat kun je niet terugdraaien.
erase-cancelled = Goed, we wissen niets.
erased = Alles is gewist. Wat er in Telegram op je scherm staat, kun je zelf wissen. Wil je later iets vragen, dan begin je gewoon opnieuw.
my-data = Hier is alles wat we van je bewaren. Wil je dat het weg is, stuur dan /vergeetmij.
my-data-file = mijn-gegevens-loket.txt
my-data-title = Wat Loket van je bewaart
my-data-made = Gemaakt op { $at }. Verantwoordelijk is { $controller }.
my-data-about = Over jou
my-data-name = Voornaam
my-data-number = Nummer in Telegram
my-data-language = Taal
my-data-place = Gemeente
my-data-last-contact = Laatste contact
my-data-attachments = Foto's en bestanden die je stuurde en die nog niet bij een mens liggen
my-data-unknown = niet bekend
my-data-cases = Vragen aan een mens
my-data-no-cases = Je hebt geen vraag aan een mens gesteld.
my-data-case = Nummer { $case }
my-data-reason = Waarom
my-data-desk = Loket
my-data-opened = Begonnen
my-data-promised = Reactie beloofd vóór
my-data-owner = Opgepakt door
my-data-closed = Afgerond
my-data-conversation = Het gesprek
my-data-nothing-said = Er staat geen gesprek bij ons.
my-data-you = Jij
my-data-rest = Bij elk bericht bewaren we ook het nummer dat Telegram eraan gaf, zodat een aanpassing bij het goede bericht komt.

## Dagen en tijden

weekday = { $number ->
        [1] maandag
        [2] dinsdag
        [3] woensdag
        [4] donderdag
        [5] vrijdag
        [6] zaterdag
       *[7] zondag
    }
month = { $number ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
time = { $hour }.{ $minute } uur
moment = { $date }, { $time }
before-today = vandaag vóór { $time }
before-tomorrow = morgen ({ $weekday } { $date }) vóór { $time }
before-later = { $weekday } { $date } vóór { $time }
and = en

## Voor de medewerkers van het loket (altijd Nederlands)

topic-name = { $case } · { $place }
topic-name-urgent = ❗ { $case } · { $place }
sheet-title = Vraag { $case }
sheet-urgent = Spoed: dit gaat om iemand die het zwaar heeft.
sheet-client = Wie
sheet-question = Vraag
sheet-no-question = nog niets gevraagd
sheet-place = Gemeente
sheet-no-place = onbekend
sheet-language = Taal
sheet-shown = Getoond door de bot
sheet-shown-nothing = niets
sheet-reason = Waarom een mens
sheet-promise = Beloofd
sheet-no-promise = geen tijd genoemd
sheet-promised = reactie { $moment }
sheet-state = Stand
state-waiting = wacht op iemand
state-taken = opgepakt door { $name }
state-closed = afgerond
reason-asked = vroeg om een mens
reason-no-match = geen antwoord gevonden
reason-not-helped = het antwoord hielp niet
reason-distress = heeft het zwaar
reason-attachment = stuurde iets dat alleen een mens kan bekijken
language-nl = Nederlands
language-en = Engels
history-title = Eerder gezegd
history-empty = Er is nog niets gezegd.
history-cut = (wat ouder is, staat hier niet meer bij)
speaker-client = Ondernemer
speaker-bot = Bot
speaker-manager = Medewerker
edited = aangepast
client-sent-unknown = De ondernemer stuurde iets dat we niet kunnen doorsturen.
taken-in-topic = { $name } heeft deze vraag opgepakt.
not-yours = Niet verstuurd: deze vraag is van { $owner }. Neem hem over als je zelf wilt antwoorden.
closed-in-topic = { $name } heeft deze vraag afgerond. De ondernemer praat weer met de bot.
withdrawn-in-topic = De ondernemer gaat verder met de bot. Deze vraag is afgerond.
not-delivered = Niet aangekomen: de ondernemer heeft de bot geblokkeerd of is weg uit Telegram.
case-is-closed = Deze vraag is afgerond. Wat je hier schrijft, komt niet bij de ondernemer.
topic-commands =
    Wat je hier typt, gaat naar de ondernemer. Behalve dit:
    // aan het begin – een notitie voor collega's
    /klaar – geef de ondernemer terug aan de bot
desk-linked = Deze groep hoort nu bij { $desk }. Nieuwe vragen komen hier binnen.
desk-link-unknown = Dat loket ken ik niet. Kies uit: { $desks }.
desk-link-admins-only = Alleen een beheerder van Loket kan een groep koppelen.
desk-untrusted = Ik zie niet wie dit stuurt. Stuur de opdracht onder je eigen naam, niet als anonieme beheerder of kanaal.

## Wat Telegram over de bot toont

command-start = Begin hier
command-help = Wat je hier kunt doen
command-person = Praat met een mens
command-language = Nederlands of Engels
command-place = Zeg waar je bedrijf zit
command-browse = Bekijk wat er is, per onderwerp
command-privacy = Wat we van je bewaren
command-my-data = Krijg alles wat we van je bewaren
command-forget-me = Laat alles wissen
bot-description = Stel je vraag over geld, regels, personeel of je pand. Loket is een automatische hulp voor ondernemers in { $region } en zoekt het antwoord voor je op. Weet Loket het niet, dan haalt het er een mens bij.
bot-short-description = Automatische hulp voor ondernemers in { $region }. Met een mens als dat beter is.
