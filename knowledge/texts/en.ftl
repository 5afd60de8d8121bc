# Ready texts for account managers: /tekst in the topic of a question lists them, /tekst <name> shows one.
# A text leaves only when the manager taps Sturen. The client's language decides which file is used.
#
# What can be filled in: { $klant } { $medewerker } { $loket } { $zaak } and, with a scheme
# (/tekst <name> <scheme>): { $regeling } { $link } { $bron }. When one is missing the text does not leave.

hallo = Hello { $klant }, I am { $medewerker } of { $loket }. I will look into this and let you know here what I find.
meer-weten = Hello { $klant }, to help you well I would like to know a bit more. What does your business do, with how many people, and where are you based?
bellen = I would like to call you about this. On which number, and when would suit you?
regeling = Have a look at: { $regeling }. On { $link } you can read how to apply. If you get stuck, I will help you.
wachten = I am waiting for an answer from a colleague. As soon as I know more, you will read it here.
geen-regeling = I have searched carefully, but I can't find a scheme for this plan now. If that changes, I will let you know. Your number is { $zaak }.
afronden = I think this will help you on. Is that right? Then I will close your question.
