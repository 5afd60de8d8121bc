# Vaste teksten voor accountmanagers: /tekst in het topic van een vraag toont ze, /tekst <naam> laat er een zien.
# De tekst gaat pas weg als de medewerker op Sturen tikt. Klantvriendelijk, kort, je.
#
# Wat je kunt invullen: { $klant } { $medewerker } { $loket } { $zaak } en, als er een regeling bij hoort
# (/tekst <naam> <regeling>): { $regeling } { $link } { $bron }. Mist er een, dan gaat de tekst niet weg.

hallo = Dag { $klant }, ik ben { $medewerker } van { $loket }. Ik zoek dit voor je uit en laat je hier weten wat ik vind.
meer-weten = Dag { $klant }, om je goed te helpen wil ik iets meer weten. Wat doet je bedrijf, met hoeveel mensen, en waar zit je?
bellen = Ik bel je hier graag even over. Op welk nummer en wanneer kan dat?
regeling = Kijk eens naar: { $regeling }. Op { $link } lees je hoe je het aanvraagt. Kom je er niet uit, dan help ik je.
wachten = Ik wacht nog op een antwoord van een collega. Zodra ik iets weet, lees je het hier.
geen-regeling = Ik heb goed gezocht, maar voor dit plan vind ik nu geen regeling. Verandert er iets, dan laat ik het je weten. Je nummer is { $zaak }.
afronden = Ik denk dat je hiermee verder kunt. Klopt dat? Dan rond ik je vraag af.
