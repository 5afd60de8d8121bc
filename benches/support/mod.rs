//! A generated catalogue of any size: plausible entries from word lists, the same at every run. The lists' lengths
//! share no factor with the steps through them, so that neighbours differ in every word.

use loket::adapters::knowledge::folder::Folder;
use loket::domain::files::Files;

const THINGS: [&str; 24] = [
    "zonnepaneel",
    "laadpaal",
    "bestelbus",
    "oven",
    "koelcel",
    "website",
    "machine",
    "loods",
    "winkelpand",
    "terras",
    "warmtepomp",
    "robot",
    "bakfiets",
    "kassa",
    "server",
    "kas",
    "heftruck",
    "freesbank",
    "koffiemachine",
    "gevel",
    "dak",
    "vloer",
    "verlichting",
    "pomp",
];
const DEEDS: [&str; 16] = [
    "kopen",
    "huren",
    "ombouwen",
    "verduurzamen",
    "verzekeren",
    "uitbreiden",
    "ontwerpen",
    "exporteren",
    "testen",
    "repareren",
    "verplaatsen",
    "delen",
    "leasen",
    "vervangen",
    "keuren",
    "aansluiten",
];
const PEOPLE: [&str; 16] = [
    "bakker",
    "kapper",
    "aannemer",
    "boer",
    "zzp'er",
    "webwinkel",
    "schilder",
    "garagehouder",
    "horecaondernemer",
    "fotograaf",
    "slager",
    "transporteur",
    "kweker",
    "installateur",
    "adviseur",
    "winkelier",
];
const FORMS: [&str; 4] = ["subsidy", "loan", "voucher", "tax-relief"];

/// What surrounds the entries: taken from the real knowledge, so that it costs what it costs.
const SURROUNDINGS: [&str; 6] =
    ["areas.csv", "region.toml", "desks.toml", "themes.toml", "phrases/nl.ftl", "phrases/en.ftl"];

/// Signals that name only what the generated catalogue holds.
const SIGNALS: &str = "listening = [\"kantoor\"]\n[[signal]]\nmeans = \"distress\"\n\
                       nl = [\"ik zie het niet meer zitten\"]\nen = [\"i want to end my life\"]\n";

/// A folder with `count` generated schemes.
pub(crate) fn generated(count: usize) -> Folder {
    let real = Folder::embedded().files;
    let mut files = Files::default().with("signals.toml", SIGNALS).with("organisations/kantoor.md", organisation());
    for path in SURROUNDINGS {
        files.put(path, real.text(path).unwrap_or_default());
    }
    for number in 0..count {
        files.put(format!("schemes/regeling-{number}.md"), scheme(number));
    }
    files.into()
}

fn pick<'a>(words: &[&'a str], number: usize) -> &'a str {
    // Steps that share no factor with the lists' lengths, so that neighbours differ in every word.
    words.get((number * 7 + number / words.len()) % words.len()).copied().unwrap_or_default()
}

fn organisation() -> String {
    let header = header("kantoor", "organisation", "");
    format!(
        "{header}{}",
        body(
            "Kantoor",
            "kantoor",
            "bellen",
            "ondernemer",
            ["Wat doen ze", "What they do"],
            ["Zo bereik je ze", "How to reach them"]
        )
    )
}

fn scheme(number: usize) -> String {
    let (thing, deed, person) = (pick(&THINGS, number), pick(&DEEDS, number / 3), pick(&PEOPLE, number / 5));
    let form = pick(&FORMS, number);
    let header =
        header(&format!("regeling-{number}"), "scheme", &format!("form = \"{form}\"\nprovider = \"kantoor\"\n"));
    format!("{header}{}", {
        let how = ["Zo vraag je het aan", "How to apply"];
        body(&format!("Regeling {number}"), thing, deed, person, ["Wat krijg je", "What do you get"], how)
    })
}

fn header(id: &str, kind: &str, more: &str) -> String {
    format!(
        "+++\nid = \"{id}\"\nkind = \"{kind}\"\n{more}areas = [\"NL\"]\nthemes = [\"finance\"]\nstatus = \"open\"\n\
         url = \"https://www.example.nl/{id}\"\nsources = [\"https://www.example.nl/{id}\"]\nverified = \"2026\"\n\
         review_by = 2027-12-31\nconfidence = \"read\"\nalso_nl = []\nalso_en = []\n+++\n\n"
    )
}

fn body(name: &str, thing: &str, deed: &str, person: &str, what: [&str; 2], how: [&str; 2]) -> String {
    let ([wat, what], [hoe, how]) = (what, how);
    let questions = |ask: &dyn Fn(usize) -> String, count: usize| {
        (0..count).map(|number| format!("- {}", ask(number))).collect::<Vec<_>>().join("\n") + "\n"
    };
    let vragen =
        questions(&|number| format!("ik ben {person} en wil een {thing} {deed}, kan dat met hulp {name} {number}"), 12);
    let asked = questions(&|number| format!("can I get help to {deed} a {thing} as {person} {name} {number}"), 6);
    format!(
        "# {name}: hulp om een {thing} te {deed}\n\nJe krijgt hulp om een {thing} te {deed}. Dat scheelt een {person} geld.\n\n\
         ## Voor wie\n\nVoor iedere {person} met een {thing}.\n\n## {wat}\n\nHulp bij het {deed} van je {thing}.\n\n\
         ## {hoe}\n\nVraag het aan bij je kantoor.\n\n\
         # {name}: help to {deed} a {thing}\n\nYou get help to {deed} a {thing}. It saves a {person} money.\n\n\
         ## Who is it for\n\nFor every {person} with a {thing}.\n\n## {what}\n\nHelp to {deed} your {thing}.\n\n\
         ## {how}\n\nAsk for it at your office.\n\n\
         # Zo vragen mensen het\n\n{vragen}\n# How people ask\n\n{asked}"
    )
}
