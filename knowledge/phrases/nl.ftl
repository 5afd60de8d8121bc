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
# Een bericht voor iedereen, zoals bij hoog water. Het staat vóór het antwoord.
notice = ⚠️ { $text }
notice-until = Dit bericht geldt tot { $moment }.
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
button-reopen = Toch nog even
button-not-me = Niet voor mij
button-close = Afsluiten
button-send-anyway = Toch sturen
button-send = Sturen
button-no-gap = Nee
button-gap-missing = Ja, dit ontbreekt
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
card-paused = Dit kan nu even niet.
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
clarify-one = Bedoel je dit?
button-not-this = Nee, iets anders
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

too-many-messages = Dat zijn heel veel berichten. Ik lees weer verder vanaf { $moment }. Wil je een mens spreken? Tik op Mens.
too-many-cases = Er wachten nu heel veel ondernemers op een mens. Ik kan je er niet bij zetten, want dan wacht je veel te lang. Probeer het straks nog eens met /mens. Vragen beantwoord ik gewoon.
attachment-seen = Foto's, bestanden en spraakberichten kan ik niet zelf bekijken. Een mens kan dat wel: tik op Mens, dan stuur ik het mee. Of typ je vraag in woorden.
cannot-read = Dit soort bericht kan ik niet lezen of doorsturen. Wil je in gewone woorden typen wat je bedoelt?
number-masked = In je bericht staat een nummer dat op een BSN lijkt. We hebben het onleesbaar gemaakt en niet bewaard. In je eigen bericht staat het nog wel: dat kun je zelf wissen. We hebben je BSN nooit nodig.

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
withdrawn = Goed, je vraag aan een mens is ingetrokken. Je praat weer met de automatische hulp. Waar kan ik mee helpen?
case-appointment = Afgesproken: { $what }, { $at }.
no-case = Je hebt geen vraag bij een mens. Stel hem gerust, of vraag een mens.
last-case = Je hebt nu geen vraag bij een mens. Je laatste vraag, nummer { $case }, is afgerond op { $moment }.
cannot-pass-on = Dit kan ik niet doorsturen aan een mens. Stuur het als tekst, foto of bestand.
sent-to = Je vraag ligt nu bij { $name } van { $desk }. Je hoeft niets te doen.
sent-to-desk = Je vraag is doorgegeven aan { $desk }. Je hoeft niets te doen.
looking-for-colleague = { $name } zoekt een collega die hier meer van weet. Je hoeft niets te doen.
takes-longer = Sorry, het duurt daardoor langer dan beloofd. Je vraag, nummer { $case }, is niet weg. Je hoeft niets te doen.
takes-longer-owner = { $name } heeft je vraag, maar kon hem nog niet beantwoorden.
takes-longer-nobody = Er kon nog niemand aan je vraag beginnen.
appointed = Afgesproken met { $name }: { $what }, { $at }. Ik stuur je vooraf een bericht.
appointment-near = Denk je aan je afspraak? { $what }, { $at }.
appointment-cancelled = Deze afspraak vervalt: { $what }, { $at }.
done-answered = { $name } is klaar met je vraag. Heeft het je geholpen?
done-referred = { $name } verwijst je door naar { $to }. Heeft het je geholpen?
done-no-scheme = { $name } heeft gezocht, maar hier bestaat nu geen regeling voor. Heeft het antwoord je geholpen?
done-not-reachable = { $name } kon je niet bereiken. Daarom is je vraag nu afgerond. Wil je verder, tik dan op Toch nog even.
done-withdrawn = { $name } heeft je vraag afgerond, omdat hij niet meer nodig is.
done-bot-is-back = Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
reopened = Goed, ik haal { $name } er weer bij. Schrijf maar wat je nog wilt weten.
reopened-waiting = Goed, je vraag staat weer open. Schrijf maar wat je nog wilt weten. Een mens leest het.
too-late-to-reopen = Dat is te lang geleden om verder te gaan. Stel je vraag gerust opnieuw, of vraag een mens.

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
at-today = vandaag om { $time }
at-tomorrow = morgen ({ $weekday } { $date }) om { $time }
at-later = { $weekday } { $date } om { $time }
and = en

## Voor de medewerkers van het loket (altijd Nederlands)

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
sheet-promised = { $moment } (wacht sinds { $since })
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
not-yours = Nog niet verstuurd: deze vraag is van { $owner }. Is dit voor de ondernemer? Tik op Toch sturen. Wil je zelf verder, neem dan over.
sent-anyway = Verstuurd aan de ondernemer, namens { $name }.
closed-in-topic = { $name } heeft deze vraag afgerond: { $outcome }. De ondernemer praat weer met de bot.
withdrawn-in-topic = De ondernemer gaat verder met de bot. Deze vraag is afgerond.
not-delivered = Niet aangekomen: { $why }.
case-is-closed = Deze vraag is afgerond. Wat je hier schrijft, komt niet bij de ondernemer.
topic-name-waiting = 🟡 { $case } · { $about }
topic-name-taken = 🟢 { $case } · { $about }
topic-name-late = 🔴 { $case } · { $about }
topic-name-urgent = ❗ { $case } · { $about }
topic-name-closed = ✅ { $case } · { $about }
sheet-theme = Onderwerp
sheet-lent = Waargenomen voor
sheet-appointment = Afspraak
sheet-earlier = Vorige vraag
sheet-nobody-waits = het laatste woord is van ons
sheet-paused = de klok staat stil: de ondernemer is niet te bereiken
appointment = { $what }, { $at }
outcome-answered = Beantwoord
outcome-referred = Doorverwezen naar …
outcome-helped-on = Verder geholpen
outcome-no-scheme = Geen regeling
outcome-not-reachable = Niet bereikt
outcome-withdrawn = Niet meer nodig
client-in-distress = ❗ Let op: de ondernemer lijkt het zwaar te hebben. Reageer als het kan meteen.
client-is-back = De ondernemer is weer te bereiken. De klok loopt weer.
passed-in-topic = { $by } geeft deze vraag aan { $to }.
lent-in-topic = { $by } is even weg. { $to } neemt deze vraag waar.
left-for-desk = { $by } heeft deze vraag doorgegeven aan { $desk }. Wat je hier nog schrijft, komt niet aan.
left-for-desk-late = Er kwam geen antwoord. Daarom ligt deze vraag nu bij { $desk }. Wat je hier nog schrijft, komt niet aan.
came-from-desk = Deze vraag komt van { $desk } ({ $by }).
came-from-desk-late = Deze vraag komt van { $desk }. Daar kwam geen antwoord.
ask-why-not = Waarom is deze vraag niet voor jou? Tik, of typ /niet met de reden.
rejection-place = Andere gemeente
rejection-theme = Ander onderwerp
rejection-time = Geen tijd
rejection-acquainted = Ik ken de ondernemer
rejection-other = Iets anders
rejected-in-topic = Niet voor { $by }: { $why }. De vraag wacht op een collega.
not-relayed = Niet doorgestuurd: { $why }.
hindrance-gone = de ondernemer heeft de bot geblokkeerd of is weg uit Telegram. De klok staat stil
hindrance-too-large = het is te groot voor Telegram
hindrance-unsupported = dit soort bericht kan een bot niet doorsturen
hindrance-vanished = het oorspronkelijke bericht is verwijderd
hindrance-other = Telegram weigert het
nudge = De ondernemer wacht nog op een antwoord.
call-owner = de ondernemer wacht op jou.
call-desk = Wie pakt dit op?
call-desk-late = Deze vraag is te laat. Wie pakt hem op?
call-lead = { $lead }: deze vraag is te laat. Wie pakt hem op?
call-about = Vraag { $case } · { $place }
promised-until = Beloofd: { $moment }.
promise-is-broken = Het beloofde moment is voorbij.
found = Gevonden voor “{ $words }”. Alleen jullie zien dit. Tik om de kaart naar de ondernemer te sturen.
nothing-found = Niets gevonden voor “{ $words }”. Probeer andere woorden.
card-sent = { $name } stuurde de kaart: { $title }
text-offered = Zo gaat de tekst naar de ondernemer:
text-sent = { $name } stuurde: { $text }
appointed-in-topic = Afspraak genoteerd: { $what }, { $at }. Jullie krijgen allebei vooraf een bericht.
appointment-near-in-topic = afspraak: { $what }, { $at }.
ask-outcome = Hoe is het afgelopen?
ask-gap = Had de catalogus dit moeten weten?
gap-noted = Genoteerd. Dank je wel.
no-gap-noted = Goed.
reopened-in-topic = De ondernemer wil nog even verder. De vraag staat weer open.
refused-closed = Deze vraag is afgerond. Alleen de ondernemer kan hem weer openen.
refused-not-yours = Deze vraag is van { $owner }. Wil je hem zelf, tik dan op Overnemen op het blad bovenaan, of typ /overnemen.
refused-already-theirs = { $name } heeft deze vraag al.
refused-already-there = Deze vraag ligt al bij { $desk }.
refused-unknown-desk = Dat loket ken ik niet. Typ /over met de naam van een loket of een collega.
refused-unknown-entry = Die kaart is er niet meer. Zoek opnieuw met /zoek.
refused-not-held = Dat bericht wacht niet meer, of het is niet van jou.
refused-not-offered = Deze tekst is al verstuurd, of te oud. Vraag hem opnieuw op met /tekst.
refused-no-reason = Typ /niet met de reden, bijvoorbeeld: /niet dit hoort bij vergunningen
refused-in-the-past = Dat moment is al voorbij. Typ een moment dat nog komt.
refused-too-many-appointments = Er staan al tien afspraken in deze vraag. Rond er eerst een paar af.
refused-appointment-ahead = Er staat nog een afspraak: { $what }, { $at }. Typ /klaar met een uitleg om toch af te sluiten, bijvoorbeeld: /klaar afspraak is niet meer nodig
refused-referred-to-whom = Naar wie? Typ het erachter, bijvoorbeeld: /verwezen KVK Zwolle
board-title = Open vragen
board-empty = Er staat niets open.
board-waiting = Wacht op iemand ({ $count })
board-taken = Opgepakt ({ $count })
board-more = … en nog { $count }. Typ /mijn voor die van jou.
mine-title = Jouw open vragen
mine-empty = Je hebt geen open vragen.
due-nothing = laatste woord van ons
due-paused = klok staat stil
due-late = te laat ({ $moment })
due-no-promise = geen tijd beloofd
digest-title = Goedemorgen. Dit staat open.
digest-overdue = Te laat ({ $count })
digest-today = Vandaag beloofd ({ $count })
digest-nobody = Nog van niemand ({ $count })
digest-appointments = Afspraken vandaag
digest-whose = Van wie
desk-not-linked = Deze groep hoort niet meer bij een loket. Wat je hier schrijft, komt niet aan. Een beheerder koppelt de groep met /koppel.
desk-not-a-member = Alleen wie in deze groep zit, kan hier iets doen.
desk-needs-topic = Typ dit in het topic van een vraag. Hier werken wel: /open, /mijn, /weg en /terug.
desk-case-elsewhere = Vraag { $case } ligt nu bij { $desk }. Wat je hier schrijft, komt niet aan.
desk-pass-unknown = Aan wie? Typ /over met een collega ({ $colleagues }) of een loket ({ $desks }). Wie hier nog nooit schreef, ken ik niet.
desk-pass-no-group = { $desk } heeft nog geen groep in Telegram. Daar zou niemand de vraag zien. Vraag een beheerder om de groep te koppelen.
desk-texts = Typ /tekst met een naam, bijvoorbeeld /tekst hallo. Er zijn: { $names }.
desk-text-unfilled = De tekst { $name } is nog niet compleet: { $missing } ontbreekt. Hoort er een regeling bij, typ die erachter, bijvoorbeeld: /tekst { $name } bmkb
desk-appointment-how = Typ wat en wanneer, met een streep ertussen: /afspraak bellen over de vergunning | vrijdag 14:00
desk-away-how = Typ tot wanneer en wie je waarneemt: /weg tot 12 december @collega
desk-away-who = Wie neemt je waar? Typ een collega uit deze groep erachter: { $colleagues }. Wie hier nog nooit schreef, ken ik niet.
desk-away = { $name } is weg tot { $date }. { $to } neemt de vragen waar.
desk-not-away = Je was niet afwezig gemeld. Typ /weg tot 12 december @collega als je weggaat.
desk-back = { $name } is er weer en heeft de eigen vragen terug.
admin-inbox-old = Ik loop achter: het oudste bericht wacht al { $hours } uur, en er wachten er { $updates }. Laat wie de server beheert kijken met loket doctor. Er is niets verloren.
admin-group-refuses = De groep van { $desk } weigert mij. Zet daar onderwerpen aan (Topics), en maak mij beheerder die onderwerpen mag beheren en berichten mag vastzetten en verwijderen. Alles wat wacht, komt dan vanzelf aan.
topic-commands =
    Wat je hier typt, gaat naar de ondernemer. Behalve dit:
    // of /notitie – een notitie voor collega's
    /klaar – afsluiten
    /over – doorgeven aan een collega of loket
    /niet – niet voor mij, met de reden
    /zoek – zoeken in de catalogus
    /tekst – een vaste tekst
    /afspraak wat | wanneer – een afspraak
    /mijn en /open – overzicht
    /weg tot datum @collega en /terug – afwezig
desk-linked = Deze groep hoort nu bij { $desk }. Nieuwe vragen komen hier binnen.
desk-link-unknown = Dat loket ken ik niet. Kies uit: { $desks }.
desk-link-admins-only = Alleen een beheerder van Loket kan een groep koppelen.
desk-untrusted = Ik zie niet wie dit stuurt. Stuur de opdracht onder je eigen naam, niet als anonieme beheerder of kanaal.
desk-untrusted-words = Niet doorgestuurd: dit is doorgestuurd, of ik zie niet wie het schrijft. Schrijf het zelf, onder je eigen naam.

## Waarom een bestand niet kan

admin-file-unknown-kind = Dit soort bestand kan ik niet lezen. Stuur een onderwerp (.md), een map als .zip, of een tabel (.xlsx of .csv).
admin-file-empty = Er zit niets in dit bestand.
admin-file-too-large = Dit bestand is te groot: hooguit { $most } MB.
admin-file-not-text = Dit bestand is geen tekst in UTF-8. Sla het op als CSV UTF-8, of stuur het als .xlsx.
admin-file-not-an-entry = Ik zie geen onderwerp in { $name }. Bovenaan moet tussen twee regels +++ een id en een soort (kind) staan.
admin-file-too-long = Het bestand { $name } is te lang: hooguit { $most } kB.
admin-file-stranger = In het bestand zit { $name }. Dat hoort niet bij de catalogus. Haal het eruit en stuur het opnieuw.
admin-file-damaged = Dit bestand is beschadigd, of het is niet wat de naam zegt. Sla het opnieuw op en stuur het nog eens.
admin-file-locked = Er zit een wachtwoord op dit bestand. Haal het eraf en stuur het opnieuw.
admin-file-too-many-files = Er zitten te veel bestanden in: hooguit { $most }.
admin-file-unpacks-too-large = Uitgepakt is dit te groot: hooguit { $most } MB, en niets mag meer dan honderd keer kleiner zijn ingepakt.
admin-file-unsafe-name = De naam { $name } in dit bestand mag niet. Gebruik gewone namen in gewone mappen.
admin-file-link = In het bestand is { $name } een verwijzing naar iets anders. Stop het bestand zelf erin.
admin-file-same-name = Twee bestanden hierin hebben dezelfde naam, of verschillen alleen in hoofdletters.
admin-file-unsafe = In dit bestand staan opdrachten die geen tabel nodig heeft. Maak een nieuwe tabel met /sjabloon en kopieer je rijen daarin.
admin-file-no-table = Ik zie geen tabel in dit bestand.
admin-file-too-many-rows = De tabel heeft te veel rijen: hooguit { $most }.
admin-file-too-many-columns = De tabel heeft te veel kolommen: hooguit { $most }.
admin-file-cell-too-long = In rij { $row } staat een cel met te veel tekst: hooguit { $most } tekens.
admin-file-some-cell-too-long = Er is een cel met te veel tekst: hooguit { $most } tekens.
admin-file-too-much-text = Er staat te veel in deze tabel: hooguit { $most } MB tekst.
admin-file-cells =
    { $count ->
        [one] In de tabel is één ding niet goed. Er is niets veranderd.
       *[other] In de tabel zijn { $count } dingen niet goed. Er is niets veranderd.
    }
admin-file-first-cells = In de tabel is veel niet goed. Dit zijn de eerste { $count } dingen. Er is niets veranderd.
admin-cell-place = Rij { $row }, kolom { $column } ({ $heading }):
admin-row-place = Rij { $row }:
admin-cell-heading-meant = deze kolom ken ik niet. Bedoel je { $heading }?
admin-cell-heading-unknown = deze kolom ken ik niet. Neem de koppen uit /sjabloon over, of haal de kolom weg.
admin-cell-heading-twice = deze kolom staat er twee keer. Haal er één weg.
admin-cell-heading-missing = de kolom { $heading } ontbreekt. Zonder die kolom weet ik niet om welk onderwerp het gaat.
admin-cell-no-id = er staat geen id. Vul het in, of maak de hele rij leeg.
admin-cell-bad-id = dit is geen id. Gebruik kleine letters, cijfers en streepjes.
admin-cell-id-twice = dit id staat ook in rij { $row }. Maak er één rij van.
admin-cell-needed = dit moet een nieuw onderwerp hebben. Vul het in.
admin-cell-unknown-word = dit staat niet in de lijst. Kies uit: { $choices }.
admin-cell-not-a-day = dit is geen dag. Schrijf het zo: 2026-12-31.
admin-cell-not-plain = dit kan ik niet als gewone tekst bewaren. Haal tekens zoals *, _, #, < of [ ] weg.
admin-cell-no-such-text = dit soort onderwerp heeft deze tekst niet. Maak de cel leeg.
admin-cell-unreadable = het onderwerp zoals het nu is, kan ik niet lezen ({ $file }). Stuur het eerst zelf als .md.

## Cijfers

weekday-short = { $number ->
        [1] ma
        [2] di
        [3] wo
        [4] do
        [5] vr
        [6] za
       *[7] zo
    }
month-short = { $number ->
        [1] jan
        [2] feb
        [3] mrt
        [4] apr
        [5] mei
        [6] jun
        [7] jul
        [8] aug
        [9] sep
        [10] okt
        [11] nov
       *[12] dec
    }
span-minutes = { $minutes } min
span-hours = { $hours } uur
span-hours-minutes = { $hours } u { $minutes } min
figures-title = Loket in cijfers
figures-subtitle = { $region }, { $days }
figures-days = { $from } t/m { $to }
figures-tile-questions = { $count ->
        [one] vraag van ondernemers
       *[other] vragen van ondernemers
    }
figures-tile-answered = kreeg meteen een antwoord
figures-tile-promise = van de beloften gehaald
figures-per-day = Vragen per dag
figures-per-theme = Waar gingen de vragen over?
figures-others = { $count } andere onderwerpen: { $shown }.
figures-without-theme = Niet duidelijk: { $shown }.
figures-unknown = niet duidelijk
figures-reactions = Wat kregen ondernemers eerst?
figures-answered = een antwoord
figures-asked-back = een vraag terug
figures-handed-over = een mens
figures-listened = een luisterend oor
figures-waits = Hoe snel was er een mens?
figures-waits-note = Eerste bericht van een mens op tijd: { $kept } van { $all }.
figures-waits-none = Niemand wachtte in deze dagen op een mens.
figures-claim-half = opgepakt: de helft binnen
figures-claim-most = opgepakt: 9 van 10 binnen
figures-answer-half = bericht: de helft binnen
figures-answer-most = bericht: 9 van 10 binnen
figures-promised = beloofd: { $span }
figures-promises-kept = belofte gehaald
figures-promises-broken = belofte niet gehaald
figures-cases-opened = nieuw bij een mens
figures-cases-closed = afgesloten
figures-helped = Hielp het?
figures-helped-entries = antwoord van Loket
figures-helped-people = hulp van een mens
figures-helped-none = Niemand heeft gezegd of het hielp.
figures-of = { $helped } van { $all }
figures-gaps = Wat wist Loket niet?
figures-gaps-note = Vragen zonder antwoord en antwoorden die niet hielpen.
figures-gaps-none = Alle vragen kregen een antwoord, en geen antwoord kreeg een slecht cijfer.
figures-places = Waar kwamen de vragen vandaan?
figures-elsewhere = elders of onbekend
figures-elsewhere-count = Elders of onbekend: { $shown }.
figures-none = Er waren geen vragen.
figures-foot = Bij wachten telt alleen de tijd waarin het loket open is. Gemeenten met minder dan vijf vragen staan bij elders. Deze cijfers bevatten geen namen en geen woorden van ondernemers.
figures-words-none = Van { $days } kwamen er geen vragen binnen. Vandaag telt pas morgen mee.
figures-words-count = Van { $days }: { $count ->
        [one] { $shown } vraag.
       *[other] { $shown } vragen.
    }
figures-words-reactions = { $answered } kreeg meteen een antwoord, { $person } een mens.
figures-words-theme = De meeste gingen over: { $theme }.
figures-table = Dezelfde cijfers om mee te rekenen.
figures-file = loket-cijfers
figures-how = Dat begrijp ik niet. Typ /cijfers week, /cijfers maand of /cijfers kwartaal. Elke maandag om 8.30 uur krijgen: /cijfers elke week. Daarmee stoppen: /cijfers niet meer.
figures-weekly-on = Je krijgt de cijfers voortaan elke maandag om 8.30 uur. Stoppen: typ /cijfers niet meer.
figures-weekly-off = Je krijgt de cijfers niet meer elke week. Toch weer: typ /cijfers elke week.
figures-column-part = onderdeel
figures-column-name = wat
figures-column-number = aantal
figures-column-unit = eenheid
figures-unit-questions = vragen
figures-unit-times = keer
figures-unit-minutes = minuten werktijd
figures-unit-percent = procent
figures-unit-helped = hielp
figures-unit-not-helped = hielp niet

## Wat Telegram over de bot toont

command-start = Begin hier
command-help = Wat je hier kunt doen
command-person = Praat met een mens
command-status = Zie waar je vraag aan een mens staat
command-language = Nederlands of Engels
command-place = Zeg waar je bedrijf zit
command-browse = Bekijk wat er is, per onderwerp
command-privacy = Wat we van je bewaren
command-my-data = Krijg alles wat we van je bewaren
command-forget-me = Laat alles wissen
desk-command-done = Vraag afsluiten
desk-command-pass = Doorgeven aan een collega of loket
desk-command-reject = Niet voor mij
desk-command-search = Zoeken in de catalogus
desk-command-text = Vaste tekst sturen
desk-command-appointment = Afspraak noteren
desk-command-mine = Mijn open vragen
desk-command-open = Alle open vragen
desk-command-away = Afwezig, met waarnemer
desk-command-back = Weer terug
bot-description = Stel je vraag over geld, regels, personeel of je pand. Loket is een automatische hulp voor ondernemers in { $region } en zoekt het antwoord voor je op. Weet Loket het niet, dan haalt het er een mens bij.
bot-short-description = Automatische hulp voor ondernemers in { $region }. Met een mens als dat beter is.

## Het kantoor: voor beheerders en teamleiders

office-not-yours = Dat mag alleen een beheerder. Vraag er een om hulp.
office-try-again = Er ging iets tussendoor. Probeer het nog een keer.
office-no-source = Ik kan de map met kennis niet lezen: { $why }. Er is niets veranderd.
office-no-release = Er is nog geen uitgave. Start het programma opnieuw.
office-no-text = { $file } is geen tekst. Alleen tekstbestanden horen in de kennis. Er is niets veranderd.
office-nothing-changed = Er is niets veranderd.
office-file-not-fetched = Ik kon het bestand niet ophalen. Stuur het nog een keer.
office-export-usage = Typ /export xlsx, /export csv, /export zip of /export jsonl.
office-export-caption = De catalogus van uitgave { $release }. Wijzig wat je wilt en stuur het bestand terug.
office-template-caption = Vul je regels in en stuur het bestand terug. Wat er in uitgave { $release } staat, blijft staan.
office-nothing-new = Niets nieuws: dit is precies uitgave { $release }.
office-checking = Ik lees en controleer de kennis …
office-asking = De controle is klaar. Nu stel ik de gouden vragen …
office-busy = { $name } is al bezig met de kennis, sinds { $since }. Wacht even, of neem het over. Dan vervalt dat voorstel.
office-seat-free = Je kunt aan de slag: geef je opdracht nog een keer.
office-seat-taken = { $name } is met de kennis aan de slag gegaan. Je voorstel is vervallen. Er is niets gepubliceerd.
office-refused =
    { $count ->
        [one] Dit kan nog niet: er is 1 fout. Er is niets veranderd.
       *[other] Dit kan nog niet: er zijn { $count } fouten. Er is niets veranderd.
    }
office-fault-place = { $file }, regel { $line }
office-more-faults =
    { $count ->
        [one] Nog 1 fout staat in het bestand hieronder.
       *[other] Nog { $count } fouten staan in het bestand hieronder.
    }
office-report-caption = Alle fouten en waarschuwingen, met de regel en hoe je ze herstelt.
office-report-file = controle.txt
office-preview-caption = Alles wat verandert, woord voor woord.
office-preview-file = voorstel.txt
office-difference-file = verschil.txt
office-proposal-gone = Dit voorstel is er niet meer, of het is van een ander.
office-changed-meanwhile = Er is intussen iets anders gepubliceerd. Kijk nog een keer.
office-not-usable = Dit programma kan deze uitgave niet meer gebruiken. Kijk in het log van de server.
office-published = Gepubliceerd: uitgave { $release }. Vanaf nu antwoord ik hieruit.
office-dropped = Goed, ik laat het zo. Er is niets veranderd.
office-rolled-back = Uitgave { $release } is weer in gebruik, in plaats van { $before }.
office-undone = Teruggedraaid wat uitgave { $undone } veranderde. Dit is nu uitgave { $release }.
office-undo-too-late = Dat kan niet meer in één keer: { $file } is daarna weer veranderd. Kies een oudere uitgave met /uitgaven.
office-all-have-it = Alle { $all } programma's antwoorden nu uit uitgave { $release }.
office-some-miss-it = { $with } van de { $all } programma's antwoorden uit uitgave { $release }. De rest laat niets weten: kijk op de server.
button-publish = ✅ Publiceren
button-drop = Laat maar
button-undo = ↩️ Ongedaan maken
button-redo = ↪️ Toch wel
button-take-seat = Ik neem het over
button-compare = Bekijk uitgave { $release }
button-roll-back = ↩️ Zet deze terug
button-roll-forth = ↪️ Toch de nieuwe
preview-title = { $new } nieuw · { $changed } gewijzigd · { $gone } weg · { $expired } verlopen
preview-new = Nieuw
preview-changed = Gewijzigd
preview-gone = Weg
preview-expired = Verlopen: wordt getoond als gesloten
preview-other-files = Andere bestanden
preview-more = … en nog { $count }
preview-gold = Gouden vragen: { $count } gesteld, { $first }% vindt het antwoord als eerste, { $three }% bij de eerste drie.
preview-warnings =
    { $count ->
        [one] 1 waarschuwing staat in het bestand hieronder.
       *[other] { $count } waarschuwingen staan in het bestand hieronder.
    }
field-nature = soort
field-status = stand
field-paused = gepauzeerd sinds
field-opens = opent
field-closes = sluit
field-areas = gebied
field-themes = thema's
field-provider = van wie
field-successor = opvolger
field-relations = hoort bij
field-sources = bronnen
field-review = gecontroleerd
field-to-check = na te kijken
field-title = titel
field-names = andere namen
field-summary = samenvatting
field-questions = voorbeeldvragen
field-who = voor wie
field-what = wat
field-conditions = voorwaarden
field-how = hoe
field-when = wanneer
note-reload = herladen
note-undo = uitgave { $release } teruggedraaid
releases-title = Uitgaven van de kennis
releases-line = { $release } · { $at } · { $name } · { $note }
releases-line-in-use = ● { $release } · { $at } · { $name } · { $note } (in gebruik)
release-unknown = Die uitgave ken ik niet.
release-in-use = Die uitgave is al in gebruik.
log-title = Logboek: wie deed wat
log-line = { $at } · { $name } · { $act } { $about }
log-whole = Het logboek is heel: niemand heeft er iets in veranderd.
log-broken = Let op: het logboek is veranderd, buiten Loket om.
log-caption = Het hele logboek.
act-published = publiceerde uitgave
act-rolled-back = zette een uitgave terug:
act-dropped = liet een voorstel vallen:
act-refused = kreeg een voorstel terug:
act-invited = bood een rol aan:
act-granted = kreeg of gaf een rol:
act-declined = wees een rol af
act-revoked = nam een rol af:
act-exported = haalde de catalogus op als
act-linked = koppelde een groep aan
act-gap-closed = werkte een gat bij:
act-looked-at-figures = bekeek de cijfers van
officials-title = Wie mag wat
officials-of-settings =
    { $count ->
        [one] 1 beheerder staat in de instellingen van de server.
       *[other] { $count } beheerders staan in de instellingen van de server.
    }
officials-line = { $name }: { $role }
officials-how = Iemand erbij? Tik op een knop, of typ /beheer teamleider @naam. Met /herlaad, /uitgaven en /logboek werk je aan de kennis. Snel iets rechtzetten: /pauzeer, /hervat, /budget_op, /sluit en /noodbericht.
officials-usage = Typ /beheer beheerder @naam of /beheer teamleider @naam.
officials-not-known = { $name } ken ik niet. Stuur daarom deze link:
officials-link = Stuur deze link naar wie { $role } wordt. Hij werkt één keer en een kwartier lang: { $link }
officials-offered = Ik heb { $name } gevraagd of die { $role } wil worden.
officials-offer = { $name } vraagt of je { $role } wilt worden bij dit loket. Wil je dat?
officials-offer-gone = Deze uitnodiging werkt niet meer. Vraag een nieuwe.
officials-wait = Dank je. { $name } bevestigt het nog.
officials-is-it-them = { $name } (nummer { $number }) zegt ja en wordt { $role }. Is dit de juiste persoon?
officials-declined = { $name } heeft nee gezegd.
officials-you-declined = Goed, je krijgt geen rol.
officials-granted = { $name } is nu { $role }.
officials-welcome-admin = Je bent nu beheerder. Typ /beheer om te zien wat je kunt doen.
officials-welcome-lead = Je bent nu teamleider. Typ /uitgaven of /logboek om mee te kijken.
officials-by-settings = Deze beheerder staat in de instellingen van de server. Alleen daar kan dat veranderen.
officials-no-role = Die persoon heeft geen rol meer.
officials-revoked = { $name } heeft geen rol meer.
officials-you-are-revoked = Je hebt geen rol meer bij dit loket. Vragen stellen kan gewoon.
role-admin = beheerder
role-lead = teamleider
button-invite-admin = ➕ Beheerder
button-invite-lead = ➕ Teamleider
button-revoke = ✖️ { $name }
button-yes = Ja
button-no = Nee
button-right-person = Ja, dat klopt
button-wrong-person = Nee, iemand anders

## Kleine correcties vanuit de chat

correction-usage = Zet achter de opdracht om welke regeling het gaat: /pauzeer bmkb, /hervat bmkb, /budget_op bmkb of /sluit bmkb 31 december. Ken je de korte naam niet? Typ een paar woorden, dan zoek ik hem op.
correction-no-date = Wat is de laatste dag? Typ bijvoorbeeld /sluit { $id } 31 december, of /sluit { $id } 31-12-2027. Er is niets veranderd.
correction-unknown = Er is niets dat precies "{ $written }" heet. Bedoel je een van deze?
correction-nothing-found = Er is niets dat "{ $written }" heet, en ik vind ook niets dat erop lijkt. Er is niets veranderd.
correction-not-here = Dat kan ik vanuit de chat niet veranderen. Er is niets veranderd.
correction-is-over = { $title } ({ $id }) staat al als gesloten of afgelopen. Er is niets veranderd.
correction-already = Dat staat er al zo bij { $title }. Er is niets veranderd.
correction-paused = Gepauzeerd: { $title }. Op de kaart staat dat dit nu even niet kan. Met /hervat { $id } kan het weer. Dit is uitgave { $release }.
correction-resumed = Hervat: { $title }. De pauze is voorbij. Dit is uitgave { $release }.
correction-budget-gone = Het budget is op: { $title }. Dat staat nu op de kaart. Dit is uitgave { $release }.
correction-closes = { $title }: de laatste dag is { $date }. Dit is uitgave { $release }.
note-paused = { $id } gepauzeerd
note-resumed = { $id } hervat
note-budget-gone = { $id }: budget op
note-closes = { $id }: laatste dag { $date }
note-notice = noodbericht
note-notice-gone = noodbericht weg
notice-usage = Typ je bericht achter /noodbericht, met aan het eind tot wanneer: /noodbericht Het centrum is dicht door hoog water tot vrijdag 18:00. Voor het Engels begin je een nieuwe regel met en: en dan de tekst. Er is nu niets veranderd.
notice-too-long = Dat is te lang om even te lezen. Houd het bij { $most } tekens per taal. Er is niets veranderd.
notice-in-use = Iedereen leest dit één keer, vóór het volgende antwoord, en bij /start. Het stopt vanzelf. Dit is uitgave { $release }.
notice-in-use-without-end = Iedereen leest dit één keer, vóór het volgende antwoord, en bij /start. Het stopt niet vanzelf: haal het weg met /noodbericht weg. Dit is uitgave { $release }.
notice-how-away = Dit leest iedereen nu. Weghalen kan met /noodbericht weg. Een nieuw bericht komt ervoor in de plaats.
notice-none = Er is geen noodbericht. Er is niets veranderd.
notice-gone = Het noodbericht is weg. Dit is uitgave { $release }.

## Het kantoor: wat ik niet wist

gaps-title = Wat ik niet wist
gaps-empty = Er staat niets open. Vragen zonder goed antwoord komen hier vanzelf te staan.
gaps-counts =
    { $questions ->
        [one] 1 vraag
       *[other] { $questions } vragen
    } in { $groups ->
        [one] 1 groep.
       *[other] { $groups } groepen, de nieuwste eerst. Tik op een nummer.
    }
gaps-themes = Onderwerp: { $list }
gaps-places = Gemeente: { $list }
gaps-others = andere { $count }
gaps-unknown = onbekend
gaps-elsewhere = elders of onbekend
gaps-times = { $count } keer gevraagd
gaps-people =
    { $count ->
        [one] door 1 persoon
       *[other] door { $count } mensen
    }
gaps-last = { $theme } · laatst: { $at }
gaps-few = Gevraagd door minder dan { $count } mensen. Daarom staat er geen gemeente bij.
gaps-shown = getoond: { $titles }
gaps-known-now = nu antwoord ik: { $title }
gaps-gone = Deze vraag staat niet meer op het bord. Typ /gaten voor het bord van nu.
gaps-usage = Dat nummer staat niet op het bord. Typ /gaten voor het bord van nu, of /gaten met het nummer van een vraag die er staat.
gaps-no-entry = Die kaart is er niet meer. Kies een andere.
gaps-too-long = Dit is te lang voor een voorbeeldvraag, of er staat niets. Typ hem korter: /gaten { $number } { $entry }: en dan de vraag.
gaps-no-list = In het bestand van { $entry } vind ik geen lijst met voorbeeldvragen. Voeg de vraag toe in het bestand zelf.
gaps-no-answer = Op deze vraag heeft nog niemand een antwoord geschreven.
gap-lack-should-have-known = had ik moeten weten
gap-lack-no-match = zonder antwoord
gap-lack-badly-rated = antwoord hielp niet
gap-lack-unanswered = wedervraag zonder vervolg
gap-number = Vraag { $number }
gap-answer = Antwoord van { $name }
gap-how =
    Bij welke kaart hoort deze vraag? Tik die aan. Je ziet eerst wat er verandert.
    Een andere kaart: typ /gaten { $number } en een paar woorden.
    De vraag in andere woorden: typ /gaten { $number } bmkb: en dan de vraag, met de naam van de kaart.
gap-mark-done =
    { $count ->
        [one] 1 vraag is klaar
       *[other] { $count } vragen zijn klaar
    }
gap-mark-not-ours =
    { $count ->
        [one] 1 vraag is niet voor ons
       *[other] { $count } vragen zijn niet voor ons
    }
gap-mark-not-learned = geen voorbeeld bij { $entry }
lessons-title = Om van te leren
lessons-empty = Er is nu niets nieuws om van te leren.
lessons-how = Deze kaart was goed, zei iemand. Wordt de vraag een voorbeeld bij die kaart? Je ziet eerst wat er verandert.
lesson-entry = → { $title } ({ $from })
lesson-from-client = de ondernemer: 👍
lesson-from-manager = een collega: deze had het moeten zijn
note-example = vraag { $number } bij { $entry }
note-draft = begin van een kaart: { $entry }
draft-caption = Het begin van een kaart, met de vraag en het antwoord zoals ze er staan. Ik verzin er niets bij. De controle hieronder zegt wat er nog mist. Vul het bestand aan en stuur het terug.
draft-to-check = Dit zijn woorden uit een gesprek. Zoek een officiële bron en kijk elk feit na.
button-lessons = 🎓 Om van te leren ({ $count })
button-gap-done = ✔️ Klaar
button-gap-not-ours = Niet voor ons
button-gap-draft = 📝 Begin een kaart met dit antwoord
button-gaps-back = ⬅️ Alle groepen
button-gap-back = ⬅️ Terug naar de groep
button-learn = ✔️ { $number } Ja
button-skip = ✖️ { $number } Nee

## De map met kennis, zonder dat iemand iets vraagt

folder-published = De map met kennis is veranderd. Dit is nu uitgave { $release }.
folder-refused = De map met kennis is veranderd, maar ik neem dat nog niet over.

## Twee monden: kaarten die elkaar tegenspreken

preview-contradictions = Spreken elkaar tegen
contradiction-status = "{ $one }" en "{ $other }": de een kan gebruikt worden, de ander niet. Vraag: { $question }
contradiction-last-day = "{ $one }" stopt op { $first }, "{ $other }" op { $second }. Vraag: { $question }
contradiction-numbers = "{ $one }": { $first } Maar "{ $other }": { $second } Vraag: { $question }

## Nalopen

nag-title = Na te lopen
nag-nothing = Er is niets na te lopen.
nag-review = De controledatum is voorbij
nag-closing = Sluit binnen 30 dagen
nag-paused = Al langer dan een maand gepauzeerd
nag-budget-gone = Budget op, en sindsdien niet nagekeken
nag-to-check = Nog iets uit te zoeken
nag-no-questions = Zonder voorbeeldvragen ({ $language })
nag-never-asked = Een jaar niet naar gevraagd
nag-sources = Of de bronnen nog bestaan, kan ik gaan kijken.
button-visit-sources = 🔎 Bronnen langsgaan
nag-no-year = Waar nooit naar gevraagd is, weet ik pas als ik een jaar bijhoud wat er gebeurt.
nag-caption = Alles wat na te lopen is, als tabel.
nag-file = nalopen.csv
nag-column-why = waarom
nag-column-id = id
nag-column-title = titel
nag-column-day = dag
nag-column-page = pagina

sources-visiting = Ik ga alle bronnen langs. Dat duurt een paar minuten; je hoort het hier.
sources-on-the-way = Ik ben al onderweg.
sources-none-reached = Ik kon geen enkele site bereiken. Vraag wie de bot beheert of de server op internet mag, en probeer het later nog eens.
sources-all-there = Alle { $pages } pagina’s bestaan nog.
sources-gone = Bronnen weg of verhuisd: { $count } (van { $pages } pagina’s)
sources-caption = Alle bronnen die weg of verhuisd zijn, als tabel.
sources-file = bronnen.csv
