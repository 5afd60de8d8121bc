//! Whoever looks after the knowledge reads in their own language what is wrong with it, and how to mend it.

use loket::adapters::knowledge::report::Look;
use loket::domain::language::Language;
use loket::startup::{check_knowledge, judge_gold};

use crate::editor::{Editor, SCHEME, TODAY, editor, told, told_in};

/// A folder in which much is wrong at once: in the facts of an entry, in its text, and beside the entries.
fn broken_in_many_ways() -> Editor {
    editor()
        .changes(SCHEME, "status = \"open\"", "status = \"opne\"")
        .changes(SCHEME, "themes = [\"finance\"]", "themes = [\"finanse\"]")
        .changes(SCHEME, "provider = \"rvo\"", "provider = \"rov\"")
        .changes(SCHEME, "closes = 2027-06-30", "closes = \"30 juni\"")
        .changes(SCHEME, "## Voorwaarden", "## Voorwarden")
        .changes(SCHEME, "Ask your bank.", "# Ask **your** bank.")
        .changes(SCHEME, "- bank wil meer zekerheid\n", "")
        .changes("areas.csv", "GM0153,Enschede,PV23", "GM01533,Enschede,PV23")
        .changes("themes.toml", "en = \"Network\"", "en = \"\"")
        .changes("signals.toml", "means = \"distress\"", "means = \"panic\"")
        .writes("gold.toml", "[[gold]]\ntext = \"borg\"\nlang = \"nl\"\n")
        .writes("doors.toml", "[[door]]\nentry = \"borg\"\nthemes = [\"finance\"]\nareas = [\"PV99\"]\n")
        .writes("rules/weg.txt", "+++\n")
        .removes("region.toml")
}

#[test]
fn a_dutch_report_is_dutch_from_the_first_line_to_the_last() {
    insta::assert_snapshot!(broken_in_many_ways().loads().report.printed(Language::Nl, Look::Plain));
}

#[test]
fn every_fault_has_a_dutch_and_an_english_sentence() {
    let faults = broken_in_many_ways().loads().report.faults;
    let dutch: Vec<String> = faults.iter().map(|fault| told_in(Language::Nl, fault)).collect();
    let english: Vec<String> = faults.iter().map(told).collect();
    assert!(dutch.len() > 15, "much is wrong: {dutch:#?}");
    assert!(dutch.iter().zip(&english).all(|(dutch, english)| dutch != english));
}

#[test]
fn phrases_ranking_and_gold_questions_are_judged_in_both_languages() {
    let gold = |text: &str, answer: &str| format!("[[gold]]\ntext = \"{text}\"\nlang = \"nl\"\n{answer}\n");
    let asked = editor()
        .can_be_asked()
        .writes("gold.toml", gold("wat is het telefoonnummer van de rijksdienst", "entries = [\"borg\"]"))
        .writes("gold/alles.toml", gold("de bank wil onderpand en dat heb ik niet", "entries = [\"rvo\"]"))
        .writes("score.toml", "questions = 1\nfirst = 1\namong_three = 1\n");
    let mut checked = check_knowledge(asked.folder(), TODAY);
    judge_gold(&asked.folder().files, &mut checked, false).unwrap();
    let unusable =
        editor().can_be_asked().changes("phrases/nl.ftl", "ready = ", "raedy = ").writes("ranking.toml", "5");
    let faults = [checked.report.faults, check_knowledge(unusable.folder(), TODAY).report.faults].concat();
    let dutch: Vec<String> = faults.iter().map(|fault| told_in(Language::Nl, fault)).collect();
    // The file of phrases grows.
    let dutch = dutch.join("\n").replace(&format!(":{}", lines(&unusable)), ":last");
    insta::assert_snapshot!(dutch, @r"
    organisations/rvo.md:2 te weinig gouden vragen: 1 — schrijf er 2 in een bestand in gold/, in andere woorden dan de voorbeeldvragen
    schemes/borg.md:2 te weinig gouden vragen: 0 — schrijf er 2 in een bestand in gold/, in andere woorden dan de voorbeeldvragen
    gold.toml:2 deze vraag moet uitkomen op `borg`, en komt uit op een mens — verbeter de kaart die als eerste moet komen, vooral de voorbeeldvragen; of verbeter deze vraag
    score.toml:1 de gouden vragen worden slechter beantwoord dan eerst: 0,0% (was 100,0%) vindt de kaart als eerste, 100,0% (was 100,0%) bij de eerste drie — kijk naar de waarschuwingen met `zakte van plaats`, en verbeter die kaarten; of laat de beheerder van de server dit vastleggen met `loket check --accept`
    gold/alles.toml:2 `rvo` zakte van plaats 1 naar 2 — `borg` komt nu als eerste: is dat een beter antwoord, of trekt die kaart te veel vragen naar zich toe?
    phrases/nl.ftl:16 de bot zegt `raedy` nooit — haal de regel weg, of verbeter de naam als er een tikfout in staat
    phrases/nl.ftl:last de zin `ready` ontbreekt — zet er een regel `ready = …` bij
    ranking.toml:1 ranking.toml klopt niet: key with no value, expected `=` — zet het bestand terug zoals het was, of laat de beheerder van de server `loket fit` draaien; niemand schrijft het zelf
    ");
}

/// How many lines the Dutch phrases have.
fn lines(editor: &Editor) -> usize {
    editor.says("phrases/nl.ftl").lines().count()
}

#[test]
fn other_programs_get_both_languages() {
    let json = broken_in_many_ways().loads().report.json();
    for fault in json["faults"].as_array().unwrap() {
        for said in [&fault["what"], &fault["mend"]] {
            assert!(said["nl"].is_string() && said["en"].is_string(), "{said}");
        }
    }
}
