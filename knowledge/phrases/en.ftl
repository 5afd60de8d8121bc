# Everything the bot itself says, in English. One sentence or piece per key; nl.ftl holds the same keys.
# Between { } stands what the bot fills in, for example { $region }. `loket check` tells when something is missing.
# Tone: friendly, short, plain words, "you". No exclamation marks. Emoji only on a few buttons.

## Getting to know each other

intro =
    Hi, I am Loket: an automatic helper for business owners in { $region }. I am not a person.

    Just ask your question in your own words. I will look up the answer.

    Rather talk to a person? Tap Person or send /mens. I keep this chat until { $days ->
        [one] one day
       *[other] { $days } days
    } after your last message. More about that: /privacy.
ready = Go ahead and ask, in your own words. Or see which topics there are.
# A notice for everybody, as with high water. It stands before the answer.
notice = ⚠️ { $text }
notice-until = This notice holds until { $moment }.
help =
    I am an automatic helper for business owners in { $region }. Just type your question as you would ask a colleague. If I don't know, I bring in a person.

    /regelingen – see what there is, by topic
    /gemeente – say where your business is
    /mens – talk to a person
    /taal – Dutch or English
    /privacy – what we keep about you
    /mijngegevens – get everything we keep about you
    /vergeetmij – have everything erased
privacy-title = What we keep about you
privacy =
    • We keep your first name as it is in Telegram, your language, your municipality and this chat.
    • We only use it to answer your question. If you ask for a person, that person reads the chat.
    • We erase everything { $days ->
        [one] one day
       *[other] { $days } days
    } after your last message. If a person was brought in, we count from the day that was finished. We only keep counts, without your name or your words.
    • Responsible for this: { $controller }.
    • Telegram does not encrypt a chat with a bot from end to end. So don't send passwords, a citizen service number (BSN) or medical details.

    See everything we keep: /mijngegevens
    Have everything erased: /vergeetmij
privacy-link = Read the full privacy statement
unknown-command = I don't know that command. Send /help to see what you can do. You can also just type your question.

## Buttons (28 characters at most)

button-person = 🙋 Person
button-more = Read more
button-less = Less
button-helped = 👍 This helps
button-not-helped = 👎 No help
button-something-else = Something else
button-none = None of these
button-themes = Topics
button-previous = ‹ Back
button-next = More ›
button-what-we-keep = What do you keep?
button-withdraw = Continue with the bot
button-forget-place = Forget my municipality
button-erase = Yes, erase everything
button-keep = No, keep it
button-take = Take it
button-take-over = Take it over
button-reopen = One more thing
button-not-me = Niet voor mij
button-close = Afsluiten
button-send-anyway = Toch sturen
button-send = Sturen
button-no-gap = Nee
button-gap-missing = Ja, dit ontbreekt
# On a button with the title of something else; 40 characters at most together with that title.
button-related = Also useful: { $title }
button-stacks = Combine with: { $title }
button-successor = Now: { $title }
button-door = Start with: { $title }

## A card

card-gone = This information is no longer here. Just ask your question again and I will look further.
card-upcoming = Not open yet.
card-opens = Opens on { $date }.
card-seasonal = Please note: this opens and closes again during the year. Check the site to see if you can apply now.
card-closed = Closed.
card-paused = You can't use this for now.
card-closed-since = Closed since { $date }.
card-budget-gone = The budget is used up.
card-ended = This no longer exists.
card-unknown = Please note: we are not sure whether this is open now. Check the site.
card-successor = Now there is: { $title }.
card-last-day = up to and including { $date }
card-start = How to start
card-provider = From
card-excludes = Not together with
card-area = Applies in
card-more-areas = and { $count } more places
card-site = Official page
card-checked-year = Checked in { $year }.
card-checked-month = Checked in { $month } { $year }.
card-checked-day = Checked on { $date }.
card-due = This may be out of date; check the site.
card-cut = There is more. Read on
heading-who = { $kind ->
        [example] Who is it about
       *[other] Who is it for
    }
heading-what = { $kind ->
        [scheme] What do you get
        [organisation] What they do
        [example] What they did
       *[other] What applies
    }
heading-conditions = { $kind ->
        [scheme] Conditions
        [example] What you can learn
       *[other] What to watch
    }
heading-how = { $kind ->
        [scheme] How to apply
        [organisation] How to reach them
        [example] Who helped
       *[other] How to arrange it
    }
heading-when = { $kind ->
        [scheme] By when
       *[other] When
    }

## Choosing and looking around

clarify = What do you mean?
clarify-one = Is this what you mean?
button-not-this = No, something else
nothing-else = I can't find anything better for this. Try other words, or ask a person.
not-helped = Sorry this doesn't help. Try other words, or ask a person.
mark-noticed = Good, thanks for telling me.
themes = What is your question about?
theme-page = { $theme } ({ $page } of { $pages })
theme-empty = There is nothing on this topic yet. Just ask your question and I will look further.
theme-closed = no longer open
ask-language = Which language shall we use?
language-set = We speak English.
ask-place = Where is your business? Choose below, or type the name of your municipality, town or village.
ask-place-known = I think your business is in { $place }. Not right? Choose below, or type the name of your municipality, town or village.
place-set = From now on I look at what applies in { $place }. You also see what applies in the whole country.
place-set-outside = Your business is in { $place }. We work for { $region }, so I know less about { $place } itself. I do know what applies in the whole country.
place-forgotten = I have forgotten where your business is. Send /gemeente to say it again.
place-unknown = I don't know a municipality or place called { $written }. Send /gemeente followed by the name, or choose below.

## Small talk

talk-greeting = Hi. What can I help you with? Ask your question in your own words.
talk-thanks = You're welcome. If you have another question, just ask.
talk-goodbye = Goodbye, and good luck with your business.
talk-assent = Good. If you want to know more, just type your question.
talk-insult = I'm sorry this isn't working. Try other words, or tap Person. Then someone will have a look.
talk-about-bot = I am an automatic helper, not a person. I search information that people wrote and checked, and I make nothing up. If I can't find it, I bring in a person.
talk-mischief = I can't do anything with that. I help business owners with questions about money, rules and staff. If you have one, just ask.
talk-gibberish = I can't read a question in this. Type what you need in a few words, for example: grant for solar panels on my warehouse.

## What we can't read

too-many-messages = That is a lot of messages. I will read on from { $moment }. Would you like to talk to a person? Tap Person.
too-many-cases = A lot of entrepreneurs are waiting for a person now. I can't add you, as you would wait far too long. Try again later with /mens. I still answer questions.
attachment-seen = I can't look at photos, files and voice messages myself. A person can: tap Person and I will send it along. Or type your question in words.
cannot-read = I can't read this kind of message or pass it on. Could you type what you mean in plain words?
number-masked = Your message contains a number that looks like a citizen service number (BSN). We made it unreadable and did not keep it. It is still in your own message: you can delete that yourself. We never need your BSN.

## A person comes in

handed-over-asked = All right, I am bringing in a person.
handed-over-no-match = I don't have a good answer to this myself. So I am bringing in a person.
handed-over-not-helped = Sorry my answer didn't help. I am bringing in a person.
handed-over-attachment = I can't look at what you sent myself. I am bringing in a person.
case-number = Your number is { $case }.
case-promise = { $desk } will reply { $moment }.
case-promise-someone = Someone will reply { $moment }.
case-no-promise = I can't say now when someone will reply. Your question stays open.
case-promise-broken = You should have had a reply by now. Sorry it is taking longer. Your question is not lost.
case-write-on = You can just keep writing here. A person will read it.
case-with-owner = { $name } has your question. Your number is { $case }. You can just write here.
case-waiting = Your question is waiting for a person. Your number is { $case }.
listening = That sounds hard. It is good that you tell me. You don't have to carry this alone.
listening-lines = Here you can talk to someone now:
listening-danger = Is anyone in danger right now? Call 112.
listening-case = I am also asking one of our people to get in touch with you. Your number is { $case }.
taken-by = { $name } has picked up your question. You are now talking to a person. The automatic helper stays quiet.
taken-by-of = { $name } from { $desk } has picked up your question. You are now talking to a person. The automatic helper stays quiet.
manager-sends = { $name } sends you this:
withdrawn = All right, your question to a person is withdrawn. You are talking to the automatic helper again. What can I help you with?
case-appointment = Agreed: { $what }, { $at }.
no-case = You have no question with a person. Ask one, or ask for a person.
last-case = You have no question with a person now. Your last question, number { $case }, was closed on { $moment }.
cannot-pass-on = I can't pass this on to a person. Please send it as text, a photo or a file.
sent-to = Your question is now with { $name } of { $desk }. You don't have to do anything.
sent-to-desk = Your question was passed on to { $desk }. You don't have to do anything.
looking-for-colleague = { $name } is looking for a colleague who knows more about this. You don't have to do anything.
takes-longer = Sorry, this takes longer than promised. Your question, number { $case }, is not lost. You don't have to do anything.
takes-longer-owner = { $name } has your question, but could not answer it yet.
takes-longer-nobody = Nobody could start on your question yet.
appointed = Agreed with { $name }: { $what }, { $at }. I will remind you beforehand.
appointment-near = Just a reminder of your appointment: { $what }, { $at }.
appointment-cancelled = This appointment is called off: { $what }, { $at }.
done-answered = { $name } has finished with your question. Did it help?
done-referred = { $name } refers you to { $to }. Did it help?
done-no-scheme = { $name } has looked, but there is no scheme for this now. Did the answer help?
done-not-reachable = { $name } could not reach you. That is why your question is closed now. To go on, tap One more thing.
done-withdrawn = { $name } has closed your question, because it is no longer needed.
done-bot-is-back = You are talking to the automatic helper again. If you have a new question, just ask.
reopened = Fine, I am bringing { $name } back. Just write what else you would like to know.
reopened-waiting = Fine, your question is open again. Just write what else you would like to know. A person reads it.
too-late-to-reopen = That was too long ago to go on with. Please ask again, or ask for a person.

## Your data

ask-erase = Do you want everything erased? Then we erase this chat, your data and your questions to a person. You can't undo that.
erase-cancelled = All right, we erase nothing.
erased = Everything is erased. What you see on your screen in Telegram you can delete yourself. If you want to ask something later, just start again.
my-data = Here is everything we keep about you. If you want it gone, send /vergeetmij.
my-data-file = my-data-loket.txt
my-data-title = What Loket keeps about you
my-data-made = Made on { $at }. Responsible: { $controller }.
my-data-about = About you
my-data-name = First name
my-data-number = Number in Telegram
my-data-language = Language
my-data-place = Municipality
my-data-last-contact = Last contact
my-data-attachments = Photos and files you sent that no person has yet
my-data-unknown = not known
my-data-cases = Questions to a person
my-data-no-cases = You have not asked a person anything.
my-data-case = Number { $case }
my-data-reason = Why
my-data-desk = Desk
my-data-opened = Started
my-data-promised = Reply promised before
my-data-owner = Picked up by
my-data-closed = Finished
my-data-conversation = The chat
my-data-nothing-said = We have no chat of yours.
my-data-you = You
my-data-rest = With each message we also keep the number Telegram gave it, so that a change reaches the right message.

## Days and times

weekday = { $number ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
month = { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
time = { $hour }:{ $minute }
moment = { $date }, { $time }
before-today = today before { $time }
before-tomorrow = tomorrow ({ $weekday } { $date }) before { $time }
before-later = on { $weekday } { $date } before { $time }
at-today = today at { $time }
at-tomorrow = tomorrow ({ $weekday } { $date }) at { $time }
at-later = { $weekday } { $date } at { $time }
and = and

## For the people at the desk (the house speaks Dutch there; these keep both files alike)

sheet-title = Question { $case }
sheet-urgent = Urgent: this is about someone who is having a hard time.
sheet-client = Who
sheet-question = Question
sheet-no-question = nothing asked yet
sheet-place = Municipality
sheet-no-place = not known
sheet-language = Language
sheet-shown = Shown by the bot
sheet-shown-nothing = nothing
sheet-reason = Why a person
sheet-promise = Promised
sheet-no-promise = no time given
sheet-promised = { $moment } (waiting since { $since })
sheet-state = State
state-waiting = waiting for someone
state-taken = picked up by { $name }
state-closed = finished
reason-asked = asked for a person
reason-no-match = no answer found
reason-not-helped = the answer did not help
reason-distress = is having a hard time
reason-attachment = sent something only a person can look at
language-nl = Dutch
language-en = English
history-title = Said before
history-empty = Nothing was said yet.
history-cut = (older messages are left out here)
speaker-client = Business owner
speaker-bot = Bot
speaker-manager = Account manager
edited = edited
client-sent-unknown = The business owner sent something we can't pass on.
taken-in-topic = { $name } picked up this question.
not-yours = Nog niet verstuurd: deze vraag is van { $owner }. Is dit voor de ondernemer? Tik op Toch sturen. Wil je zelf verder, neem dan over.
sent-anyway = Verstuurd aan de ondernemer, namens { $name }.
closed-in-topic = { $name } heeft deze vraag afgerond: { $outcome }. De ondernemer praat weer met de bot.
withdrawn-in-topic = The business owner continues with the bot. This question is finished.
not-delivered = Niet aangekomen: { $why }.
case-is-closed = This question is finished. What you write here does not reach the business owner.
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
desk-linked = This group now belongs to { $desk }. New questions arrive here.
desk-link-unknown = I don't know that desk. Choose from: { $desks }.
desk-link-admins-only = Only an admin of Loket can link a group.
desk-untrusted = I can't see who sends this. Send the command under your own name, not as an anonymous admin or a channel.
desk-untrusted-words = Not passed on: this is forwarded, or I can't see who writes it. Write it yourself, under your own name.

## Why a file is not taken in

admin-file-unknown-kind = I can't read this kind of file. Send an entry (.md), a folder as .zip, or a table (.xlsx or .csv).
admin-file-empty = There is nothing in this file.
admin-file-too-large = This file is too large: { $most } MB at most.
admin-file-not-text = This file is no text in UTF-8. Save it as CSV UTF-8, or send it as .xlsx.
admin-file-not-an-entry = I see no entry in { $name }. At the top, between two lines +++, there must be an id and a kind.
admin-file-too-long = The file { $name } is too long: { $most } kB at most.
admin-file-stranger = { $name } is in the file, and is no part of the catalogue. Take it out and send the file again.
admin-file-damaged = This file is damaged, or is not what its name says. Save it anew and send it again.
admin-file-locked = This file has a password. Take it off and send the file again.
admin-file-too-many-files = There are too many files in it: { $most } at most.
admin-file-unpacks-too-large = Unpacked this is too large: { $most } MB at most, and nothing may be packed more than a hundred times smaller.
admin-file-unsafe-name = The name { $name } in this file is not allowed. Use plain names in plain folders.
admin-file-link = In the file { $name } is a link to something else. Put the file itself in.
admin-file-same-name = Two files in it have the same name, or differ in capitals only.
admin-file-unsafe = This file holds instructions that no table needs. Make a new table with /sjabloon and copy your rows into it.
admin-file-no-table = I see no table in this file.
admin-file-too-many-rows = The table has too many rows: { $most } at most.
admin-file-too-many-columns = The table has too many columns: { $most } at most.
admin-file-cell-too-long = A cell in row { $row } holds too much text: { $most } characters at most.
admin-file-some-cell-too-long = A cell holds too much text: { $most } characters at most.
admin-file-too-much-text = There is too much in this table: { $most } MB of text at most.
admin-file-cells =
    { $count ->
        [one] One thing in the table is wrong. Nothing was changed.
       *[other] { $count } things in the table are wrong. Nothing was changed.
    }
admin-file-first-cells = Much in the table is wrong. These are the first { $count } things. Nothing was changed.
admin-cell-place = Row { $row }, column { $column } ({ $heading }):
admin-row-place = Row { $row }:
admin-cell-heading-meant = I don't know this column. Do you mean { $heading }?
admin-cell-heading-unknown = I don't know this column. Take the headings from /sjabloon, or take the column out.
admin-cell-heading-twice = this column is there twice. Take one out.
admin-cell-heading-missing = the column { $heading } is missing. Without it I don't know which entry a row is about.
admin-cell-no-id = there is no id. Fill it in, or empty the whole row.
admin-cell-bad-id = this is no id. Use small letters, digits and hyphens.
admin-cell-id-twice = this id is in row { $row } as well. Make it one row.
admin-cell-needed = a new entry needs this. Fill it in.
admin-cell-unknown-word = this is not in the list. Choose from: { $choices }.
admin-cell-not-a-day = this is no day. Write it like 2026-12-31.
admin-cell-not-plain = I can't keep this as plain text. Take out marks such as *, _, #, < or [ ].
admin-cell-no-such-text = this kind of entry has no such text. Empty the cell.
admin-cell-unreadable = I can't read the entry as it is now ({ $file }). Send it as .md first.

## Figures

weekday-short = { $number ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
month-short = { $number ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
figures-title = Loket in figures
figures-subtitle = { $region }, { $days }
figures-days = { $from } to { $to }
figures-tile-questions = { $count ->
        [one] question from business owners
       *[other] questions from business owners
    }
figures-tile-answered = got an answer at once
figures-tile-promise = of promises kept
figures-per-day = Questions per day
figures-per-theme = What were the questions about?
figures-others = { $count } other topics: { $shown }.
figures-without-theme = Not clear: { $shown }.
figures-unknown = not clear
figures-reactions = What did business owners get first?
figures-answered = an answer
figures-asked-back = a question back
figures-handed-over = a person
figures-listened = a listening ear
figures-waits = How soon was a person there?
figures-waits-note = First message from a person on time: { $kept } of { $all }.
figures-waits-none = Nobody waited for a person in these days.
figures-claim-half = taken: half within
figures-claim-most = taken: 9 in 10 within
figures-answer-half = message: half within
figures-answer-most = message: 9 in 10 within
figures-promised = promised: { $span }
figures-promises-kept = promise kept
figures-promises-broken = promise not kept
figures-cases-opened = new with a person
figures-cases-closed = closed
figures-helped = Did it help?
figures-helped-entries = answer by Loket
figures-helped-people = help by a person
figures-helped-none = Nobody has said whether it helped.
figures-of = { $helped } of { $all }
figures-gaps = What did Loket not know?
figures-gaps-note = Questions without an answer, and answers that did not help.
figures-gaps-none = Every question got an answer, and no answer was marked as no help.
figures-places = Where did the questions come from?
figures-elsewhere = elsewhere or unknown
figures-elsewhere-count = Elsewhere or unknown: { $shown }.
figures-none = There were no questions.
figures-foot = Waiting counts only while the desk is open. Municipalities with fewer than five questions are under elsewhere. These figures hold no names and no words of business owners.
figures-words-none = From { $days } no questions came in. Today counts from tomorrow on.
figures-words-count = From { $days }: { $count ->
        [one] { $shown } question.
       *[other] { $shown } questions.
    }
figures-words-reactions = { $answered } got an answer at once, { $person } a person.
figures-words-theme = Most were about: { $theme }.
figures-table = The same figures, to work with.
figures-file = loket-figures
figures-how = I don't understand that. Type /cijfers week, /cijfers month or /cijfers quarter. To get them every Monday at 8:30: /cijfers every week. To stop that: /cijfers stop.
figures-weekly-on = From now on you get the figures every Monday at 8:30. To stop: type /cijfers stop.
figures-weekly-off = You no longer get the figures every week. To get them again: type /cijfers every week.
figures-column-part = part
figures-column-name = what
figures-column-number = number
figures-column-unit = unit
figures-unit-questions = questions
figures-unit-times = times
figures-unit-minutes = minutes of working time
figures-unit-percent = per cent
figures-unit-helped = helped
figures-unit-not-helped = did not help

## What Telegram shows about the bot

command-start = Start here
command-help = What you can do here
command-person = Talk to a person
command-status = See where your question to a person stands
command-language = Dutch or English
command-place = Say where your business is
command-browse = See what there is, by topic
command-privacy = What we keep about you
command-my-data = Get everything we keep about you
command-forget-me = Have everything erased
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
bot-description = Ask about money, rules, staff or your premises. Loket is an automatic helper for business owners in { $region } and looks up the answer for you. If Loket doesn't know, it brings in a person.
bot-short-description = Automatic helper for business owners in { $region }. With a person when that is better.

## The office: for admins and team leads

office-not-yours = Only an admin may do that. Ask one for help.
office-try-again = Something came in between. Please try again.
office-no-source = I can't read the folder with the knowledge: { $why }. Nothing was changed.
office-no-release = There is no release yet. Start the program again.
office-no-text = { $file } is no text. Only text files belong in the knowledge. Nothing was changed.
office-nothing-changed = Nothing was changed.
office-file-not-fetched = I could not fetch the file. Please send it again.
office-export-usage = Type /export xlsx, /export csv, /export zip or /export jsonl.
office-export-caption = The catalogue of release { $release }. Change what you like and send the file back.
office-template-caption = Fill in your rows and send the file back. What stands in release { $release } stays.
office-nothing-new = Nothing new: this is exactly release { $release }.
office-checking = I am reading and checking the knowledge …
office-asking = The check is done. Now I ask the gold questions …
office-busy = { $name } is already working on the knowledge, since { $since }. Wait a moment, or take over. Then that proposal is dropped.
office-seat-free = You can begin: give your order once more.
office-seat-taken = { $name } has begun to work on the knowledge. Your proposal is dropped. Nothing was published.
office-refused =
    { $count ->
        [one] Not yet: there is 1 error. Nothing was changed.
       *[other] Not yet: there are { $count } errors. Nothing was changed.
    }
office-fault-place = { $file }, line { $line }
office-more-faults =
    { $count ->
        [one] 1 more error is in the file below.
       *[other] { $count } more errors are in the file below.
    }
office-report-caption = All errors and warnings, with the line and how to mend them.
office-report-file = check.txt
office-preview-caption = Everything that changes, word for word.
office-preview-file = proposal.txt
office-difference-file = difference.txt
office-proposal-gone = This proposal is gone, or it is somebody else's.
office-changed-meanwhile = Something else was published meanwhile. Look once more.
office-not-usable = This program can't use that release any more. Look in the log of the server.
office-published = Published: release { $release }. I answer from it from now on.
office-dropped = Fine, I leave it as it is. Nothing was changed.
office-rolled-back = Release { $release } is in use again, instead of { $before }.
office-undone = What release { $undone } changed is taken back. This is now release { $release }.
office-undo-too-late = That can't be done in one go any more: { $file } was changed again later. Choose an earlier release with /releases.
office-all-have-it = All { $all } programs answer from release { $release } now.
office-some-miss-it = { $with } of { $all } programs answer from release { $release }. The others are silent: look at the server.
button-publish = ✅ Publish
button-drop = Never mind
button-undo = ↩️ Undo
button-redo = ↪️ After all
button-take-seat = I take over
button-compare = Look at release { $release }
button-roll-back = ↩️ Put this one back
button-roll-forth = ↪️ The newer one after all
preview-title = { $new } new · { $changed } changed · { $gone } gone · { $expired } expired
preview-new = New
preview-changed = Changed
preview-gone = Gone
preview-expired = Expired: shown as closed
preview-other-files = Other files
preview-more = … and { $count } more
preview-gold = Gold questions: { $count } asked, { $first }% find their answer first, { $three }% among the first three.
preview-warnings =
    { $count ->
        [one] 1 warning is in the file below.
       *[other] { $count } warnings are in the file below.
    }
field-nature = kind
field-status = status
field-paused = paused since
field-opens = opens
field-closes = closes
field-areas = area
field-themes = themes
field-provider = whose
field-successor = successor
field-relations = goes with
field-sources = sources
field-review = checked
field-to-check = to look up
field-title = title
field-names = other names
field-summary = summary
field-questions = example questions
field-who = for whom
field-what = what
field-conditions = conditions
field-how = how
field-when = when
note-reload = reloaded
note-undo = release { $release } taken back
releases-title = Releases of the knowledge
releases-line = { $release } · { $at } · { $name } · { $note }
releases-line-in-use = ● { $release } · { $at } · { $name } · { $note } (in use)
release-unknown = I don't know that release.
release-in-use = That release is in use already.
log-title = The log: who did what
log-line = { $at } · { $name } · { $act } { $about }
log-whole = The log is whole: nobody changed anything in it.
log-broken = Mind: the log was changed, outside Loket.
log-caption = The whole log.
act-published = published release
act-rolled-back = put a release back:
act-dropped = dropped a proposal:
act-refused = got a proposal back:
act-invited = offered a role:
act-granted = got or gave a role:
act-declined = declined a role
act-revoked = took a role away:
act-exported = took the catalogue out as
act-linked = linked a group to
act-gap-closed = dealt with a gap:
act-looked-at-figures = looked at the figures of
officials-title = Who may do what
officials-of-settings =
    { $count ->
        [one] 1 admin stands in the settings of the server.
       *[other] { $count } admins stand in the settings of the server.
    }
officials-line = { $name }: { $role }
officials-how = Somebody new? Tap a button, or type /office lead @name. With /reload, /releases and /log you work on the knowledge. Quick corrections: /pause, /resume, /budget_gone, /close and /notice.
officials-usage = Type /office admin @name or /office lead @name.
officials-not-known = I don't know { $name }. So pass on this link:
officials-link = Pass this link on to who becomes { $role }. It works once, for a quarter of an hour: { $link }
officials-offered = I asked { $name } whether they want to become { $role }.
officials-offer = { $name } asks whether you want to become { $role } at this counter. Do you?
officials-offer-gone = This invitation doesn't work any more. Ask for a new one.
officials-wait = Thank you. { $name } will confirm it.
officials-is-it-them = { $name } (number { $number }) says yes and becomes { $role }. Is this the right person?
officials-declined = { $name } said no.
officials-you-declined = Fine, you get no role.
officials-granted = { $name } is { $role } now.
officials-welcome-admin = You are an admin now. Type /office to see what you can do.
officials-welcome-lead = You are a team lead now. Type /releases or /log to look along.
officials-by-settings = This admin stands in the settings of the server. It can be changed only there.
officials-no-role = That person has no role any more.
officials-revoked = { $name } has no role any more.
officials-you-are-revoked = You have no role at this counter any more. You can still ask questions.
role-admin = admin
role-lead = team lead
button-invite-admin = ➕ Admin
button-invite-lead = ➕ Team lead
button-revoke = ✖️ { $name }
button-yes = Yes
button-no = No
button-right-person = Yes, that's right
button-wrong-person = No, somebody else

## Small corrections from the chat

correction-usage = Put the scheme behind the command: /pause bmkb, /resume bmkb, /budget_gone bmkb or /close bmkb 31 december. You don't know the short name? Type a few words, and I look it up.
correction-no-date = What is the last day? Type for example /close { $id } 31 december, or /close { $id } 31-12-2027. Nothing was changed.
correction-unknown = Nothing is called exactly "{ $written }". Do you mean one of these?
correction-nothing-found = Nothing is called "{ $written }", and I find nothing like it either. Nothing was changed.
correction-not-here = I can't change that from the chat. Nothing was changed.
correction-is-over = { $title } ({ $id }) is closed or over already. Nothing was changed.
correction-already = It says so already at { $title }. Nothing was changed.
correction-paused = Paused: { $title }. The card says that this can't be used for now. With /resume { $id } it can again. This is release { $release }.
correction-resumed = Resumed: { $title }. The pause is over. This is release { $release }.
correction-budget-gone = The budget is used up: { $title }. The card says so now. This is release { $release }.
correction-closes = { $title }: the last day is { $date }. This is release { $release }.
note-paused = { $id } paused
note-resumed = { $id } resumed
note-budget-gone = { $id }: budget gone
note-closes = { $id }: last day { $date }
note-notice = notice
note-notice-gone = notice away
notice-usage = Type your message behind /notice, with until when at its end: /notice The centre is closed because of high water until friday 18:00. For Dutch, begin a new line with nl: and then the text. Nothing was changed now.
notice-too-long = That is too long to read in passing. Keep it to { $most } characters a language. Nothing was changed.
notice-in-use = Everybody reads this once, before their next answer, and with /start. It ends by itself. This is release { $release }.
notice-in-use-without-end = Everybody reads this once, before their next answer, and with /start. It doesn't end by itself: take it away with /notice off. This is release { $release }.
notice-how-away = This is what everybody reads now. Take it away with /notice off. A new one takes its place.
notice-none = There is no notice. Nothing was changed.
notice-gone = The notice is gone. This is release { $release }.

## The office: what I didn't know

gaps-title = What I didn't know
gaps-empty = Nothing is open. Questions without a good answer appear here by themselves.
gaps-counts =
    { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    } in { $groups ->
        [one] 1 group.
       *[other] { $groups } groups, the newest first. Tap a number.
    }
gaps-themes = Topic: { $list }
gaps-places = Municipality: { $list }
gaps-others = others { $count }
gaps-unknown = unknown
gaps-elsewhere = elsewhere or unknown
gaps-times =
    { $count ->
        [one] Asked once
       *[other] Asked { $count } times
    }
gaps-people =
    { $count ->
        [one] by 1 person
       *[other] by { $count } people
    }
gaps-last = { $theme } · last: { $at }
gaps-few = Asked by fewer than { $count } people. That is why no municipality is shown.
gaps-shown = shown: { $titles }
gaps-known-now = I would now answer: { $title }
gaps-gone = This question is no longer on the board. Type /gaps for the board as it is now.
gaps-usage = That number is not on the board. Type /gaps for the board as it is now, or /gaps with the number of a question on it.
gaps-no-entry = That card is gone. Choose another one.
gaps-too-long = This is too long for an example question, or nothing is there. Type a shorter one: /gaps { $number } { $entry }: and then the question.
gaps-no-list = I find no list of example questions in the file of { $entry }. Add the question in the file itself.
gaps-no-answer = Nobody has written an answer to this question yet.
gap-lack-should-have-known = I should have known
gap-lack-no-match = without an answer
gap-lack-badly-rated = answer did not help
gap-lack-unanswered = asked back, then silence
gap-number = Question { $number }
gap-answer = Answer by { $name }
gap-how =
    To which card does this question belong? Tap it. You first see what changes.
    Another card: type /gaps { $number } and a few words.
    The question in other words: type /gaps { $number } bmkb: and then the question, with the name of the card.
gap-mark-done =
    { $count ->
        [one] 1 question is done
       *[other] { $count } questions are done
    }
gap-mark-not-ours =
    { $count ->
        [one] 1 question is not for us
       *[other] { $count } questions are not for us
    }
gap-mark-not-learned = no example for { $entry }
lessons-title = To learn from
lessons-empty = There is nothing new to learn from.
lessons-how = Somebody said that this card was right. Shall the question become an example for it? You first see what changes.
lesson-entry = → { $title } ({ $from })
lesson-from-client = the business owner: 👍
lesson-from-manager = a colleague: it should have been this one
note-example = question { $number } for { $entry }
note-draft = beginning of a card: { $entry }
draft-caption = The beginning of a card, with the question and the answer as they were written. I make nothing up. The check below says what is missing. Complete the file and send it back.
draft-to-check = These are words from a conversation. Find an official source and check every fact.
button-lessons = 🎓 To learn from ({ $count })
button-gap-done = ✔️ Done
button-gap-not-ours = Not for us
button-gap-draft = 📝 Begin a card with this answer
button-gaps-back = ⬅️ All groups
button-gap-back = ⬅️ Back to the group
button-learn = ✔️ { $number } Yes
button-skip = ✖️ { $number } No

## The folder with the knowledge, without anybody asking

folder-published = The folder with the knowledge was changed. This is release { $release } now.
folder-refused = The folder with the knowledge was changed, but I don't take that over yet.

## Two mouths: cards that contradict each other

preview-contradictions = Contradict each other
contradiction-status = "{ $one }" and "{ $other }": the one can be used, the other can't. Question: { $question }
contradiction-last-day = "{ $one }" ends on { $first }, "{ $other }" on { $second }. Question: { $question }
contradiction-numbers = "{ $one }": { $first } But "{ $other }": { $second } Question: { $question }

## What to look at

nag-title = To look at
nag-nothing = There is nothing to look at.
nag-review = The day of the review is past
nag-closing = Closes within 30 days
nag-paused = Paused for more than a month
nag-budget-gone = Budget gone, and not looked at since
nag-to-check = Something left to look up
nag-no-questions = Without example questions ({ $language })
nag-never-asked = Nobody asked for it in a year
nag-sources = I can go and look whether the sources still exist.
button-visit-sources = 🔎 Visit the sources
nag-no-year = What nobody ever asked for I know only after keeping count for a year.
nag-caption = Everything to look at, as a table.
nag-file = to-look-at.csv
nag-column-why = why
nag-column-id = id
nag-column-title = title
nag-column-day = day
nag-column-page = page

sources-visiting = I am visiting all sources. It takes a few minutes; you will read it here.
sources-on-the-way = I am on my way already.
sources-none-reached = I could not reach a single site. Ask who runs the bot whether the server may use the internet, and try again later.
sources-all-there = All { $pages } pages are still there.
sources-gone = Sources gone or moved: { $count } (of { $pages } pages)
sources-caption = All sources that are gone or moved, as a table.
sources-file = sources.csv
