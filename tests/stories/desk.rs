//! The desk: account managers take over in their forum, and no entrepreneur is forgotten. Each story is also played with a
//! program that stops and starts again before everything that anybody does.

use crate::stage::play;

const LOAN: &str = "ik heb te weinig onderpand voor een lening, wat nu";

#[tokio::test]
async fn the_sheet_tells_everything_and_is_kept_up_to_date() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.starts().await;
        anna.writes("mijn bedrijf zit in Deventer").await;
        anna.writes(LOAN).await;
        anna.taps("Mens").await;
        boris.reads(&[
            "Vraag 1",
            "Vraag: ik heb te weinig onderpand voor een lening",
            "Wie: Anna",
            "Gemeente: Deventer",
            "Taal: Nederlands",
            "Getoond door de bot: De overheid staat borg voor je lening (BMKB)",
            "Waarom een mens: vroeg om een mens",
            "Beloofd: vandaag vóór 15.30 uur",
            "Stand: wacht op iemand",
            "[Oppakken] [Niet voor mij]",
            "Eerder gezegd",
        ]);
        assert!(boris.newest_topic().name.starts_with("🟡 1 · Deventer"), "{}", boris.newest_topic().name);
        assert!(boris.pinned().contains("Vraag 1"), "the sheet is pinned");

        boris.taps("Oppakken").await;
        boris.reads(&["Stand: opgepakt door Boris", "[Overnemen] [Niet voor mij]", "[Afsluiten]"]);
        assert!(boris.newest_topic().name.starts_with("🟢 1"), "{}", boris.newest_topic().name);
        boris.writes("Ik kijk met je mee.").await;
        boris.reads(&["Beloofd: het laatste woord is van ons"]);
        boris.writes("/klaar beantwoord").await;
        boris.reads(&["Stand: afgerond (Beantwoord)"]);
        assert!(boris.newest_topic().name.starts_with("✅ 1"), "{}", boris.newest_topic().name);
    })
    .await;
}

#[tokio::test]
async fn the_first_tap_has_it_and_a_colleague_sees_who() {
    play(async |stage| {
        let (anna, boris, fatima) = (stage.anna(), stage.boris(), stage.fatima());
        anna.writes("/mens").await;
        anna.reads(&["Je nummer is 1"]);
        boris.taps_unheard("Oppakken");
        let notice = fatima.taps("Oppakken").await;
        anna.reads(&["Boris van Ondernemersloket Deventer heeft je vraag opgepakt"]);
        assert!(notice.unwrap_or_default().contains("Deze vraag is van Boris"));
        anna.reads_nothing();
    })
    .await;
}

#[tokio::test]
async fn a_colleagues_line_reaches_the_client_only_after_a_tap_of_theirs() {
    play(async |stage| {
        let (anna, boris, fatima) = (stage.anna(), stage.boris(), stage.fatima());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        fatima.writes("Ik weet hier meer van.").await;
        anna.reads_nothing();
        boris.reads(&["Nog niet verstuurd: deze vraag is van Boris", "[Toch sturen] [Overnemen]"]);
        let notice = boris.taps("Toch sturen").await;
        assert!(notice.unwrap_or_default().contains("niet van jou"));
        anna.reads_nothing();
        fatima.taps("Toch sturen").await;
        anna.reads(&["Fatima", "Ik weet hier meer van."]);
        boris.writes("Dank je, Fatima.").await;
        anna.reads(&["Boris", "Dank je, Fatima."]);
    })
    .await;
}

#[tokio::test]
async fn edits_and_replies_point_to_the_right_message_on_both_sides() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        let red = anna.writes("mag het rood?").await;
        anna.writes("en hoe groot?").await;
        let red_in_topic = boris.message("mag het rood?");
        boris.replies(red_in_topic, "Rood mag.").await;
        assert_eq!(anna.last().reply_to, Some(red), "the answer points to the question");
        let answer = anna.last().id;
        let answered = boris.message("Rood mag.");
        anna.replies(answer, "Mooi!").await;
        assert_eq!(boris.last().reply_to, Some(answered), "and the reply to the answer");

        anna.edits(red, "mag het groen?").await;
        let changed = boris.last();
        assert!(changed.text.contains("mag het groen?") && changed.text.contains("aangepast"), "{}", changed.text);
        assert_eq!(changed.reply_to, Some(red_in_topic));
        assert!(boris.topic().contains("mag het rood?"), "the old words stay for the desk");
    })
    .await;
}

#[tokio::test]
async fn albums_go_both_ways_together_and_in_order() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.does(|actor| actor.sends_album(3, "gevel").unwrap()).await;
        let album = boris.newest_album();
        assert_eq!(album, ["gevel", "", ""]);
        boris.does(|actor| actor.sends_album(2, "plan a").unwrap()).await;
        assert_eq!(anna.newest_album(), ["plan a", ""]);
    })
    .await;
}

#[tokio::test]
async fn a_case_goes_to_a_colleague_by_name() {
    play(async |stage| {
        let (anna, boris, fatima) = (stage.anna(), stage.boris(), stage.fatima());
        fatima.writes_in_general("hoi").await;
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.writes("/over Jan").await;
        boris.reads(&["Aan wie? Typ /over met een collega", "Fatima", "deventer, enschede, berkelland"]);
        anna.reads_nothing();
        boris.writes("/over Fatima").await;
        anna.reads(&["Je vraag ligt nu bij Fatima van Ondernemersloket Deventer"]);
        fatima.reads(&["Fatima: Boris geeft deze vraag aan Fatima."]);
        fatima.writes("Dag Anna").await;
        anna.reads(&["Fatima", "Dag Anna"]);
        boris.writes("mag ik nog iets?").await;
        anna.reads_nothing();
    })
    .await;
}

#[tokio::test]
async fn another_desk_takes_over_with_the_whole_history() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        let omar = stage.omar_in_enschede().await;
        anna.writes(LOAN).await;
        anna.taps("Mens").await;
        boris.taps("Oppakken").await;
        let old_topic = boris.newest_topic().thread;
        anna.news();
        boris.writes("/over berkelland").await;
        boris.reads(&["Team Economie Berkelland heeft nog geen groep in Telegram"]);
        anna.reads_nothing();
        boris.writes("/over enschede").await;
        anna.reads(&["Je vraag is doorgegeven aan Ondernemersloket Enschede", "vóór"]);
        omar.reads(&["Vraag 1", "onderpand", "Eerder gezegd", "Deze vraag komt van Ondernemersloket Deventer (Boris)"]);
        assert!(boris.newest_topic().closed);
        anna.writes("ben je daar?").await;
        omar.reads(&["ben je daar?"]);
        omar.writes("Ja, ik ben Omar.").await;
        anna.reads(&["Omar van Ondernemersloket Enschede", "Ja, ik ben Omar."]);
        // Whoever still writes in the old topic hears where the case is.
        stage.telegram.group(stage.forum).reopen_topic(stage.iris().id(), old_topic).unwrap();
        boris.writes_in(old_topic, "hallo?").await;
        anna.reads_nothing();
        assert!(boris.topic().contains("Vraag 1 ligt nu bij Ondernemersloket Enschede"), "{}", boris.topic());
    })
    .await;
}

#[tokio::test]
async fn not_for_me_asks_why_and_gives_the_case_back() {
    play(async |stage| {
        let (anna, boris, fatima) = (stage.anna(), stage.boris(), stage.fatima());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.taps("Niet voor mij").await;
        boris.reads(&["Waarom is deze vraag niet voor jou?", "[Andere gemeente]", "[Geen tijd]"]);
        boris.taps("Geen tijd").await;
        anna.reads(&["Boris zoekt een collega die hier meer van weet"]);
        fatima.reads(&["Niet voor Boris: Geen tijd"]);
        fatima.taps("Oppakken").await;
        anna.reads(&["Fatima", "heeft je vraag opgepakt"]);
    })
    .await;
}

#[tokio::test]
async fn who_is_away_lends_their_cases_and_has_them_back_on_the_day() {
    play(async |stage| {
        let (anna, james, boris, fatima) = (stage.anna(), stage.james(), stage.boris(), stage.fatima());
        fatima.writes_in_general("hoi").await;
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.writes_in_general("/weg").await;
        assert!(boris.general().contains("/weg tot 12 december @collega"), "{}", boris.general());
        boris.writes_in_general("/weg tot 25 november Fatima").await;
        assert!(boris.general().contains("Boris is weg tot woensdag 25 november. Fatima neemt de vragen waar."));
        anna.reads(&["Je vraag ligt nu bij Fatima"]);
        fatima.reads(&["Waargenomen voor: Boris", "Fatima: Boris is even weg. Fatima neemt deze vraag waar."]);
        fatima.writes("Ik neem waar.").await;
        anna.reads(&["Fatima", "Ik neem waar."]);

        james.writes("/human").await;
        fatima.taps("Oppakken").await;
        james.reads(&["Fatima"]);
        fatima.writes("/over Boris").await;
        assert!(
            fatima.topic().contains("Fatima heeft deze vraag al"),
            "a new case goes to the stand-in: {}",
            fatima.topic()
        );

        stage.until("2026-11-25T08:00:00").await;
        anna.reads(&["Je vraag ligt nu bij Boris"]);
        james.reads(&[]);
    })
    .await;
}

#[tokio::test]
async fn a_manager_finds_a_card_and_sends_it_with_one_tap() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.writes("/zoek borgstelling lening").await;
        boris.reads(&["Gevonden voor “borgstelling lening”", "[De overheid staat borg"]);
        anna.reads_nothing();
        boris.taps("De overheid staat borg").await;
        anna.reads(&["Boris stuurt je dit:", "De overheid staat borg voor je lening (BMKB)", "Voor wie"]);
        boris.reads(&["Boris stuurde de kaart: De overheid staat borg voor je lening (BMKB)"]);
    })
    .await;
}

#[tokio::test]
async fn a_ready_text_is_filled_in_shown_and_sent_and_never_half() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.writes("/tekst").await;
        boris.reads(&["Er zijn:", "hallo"]);
        boris.writes("/tekst regeling").await;
        boris.reads(&["De tekst regeling is nog niet compleet", "link", "regeling"]);
        anna.reads_nothing();
        boris.writes("/tekst regeling bmkb").await;
        boris.reads(&["Zo gaat de tekst naar de ondernemer:", "De overheid staat borg", "[Sturen]"]);
        anna.reads_nothing();
        boris.taps("Sturen").await;
        anna.reads(&["Boris", "Kijk eens naar: De overheid staat borg voor je lening (BMKB)", "rvo.nl"]);
        boris.writes("/tekst hallo").await;
        boris.taps("Sturen").await;
        anna.reads(&["Dag Anna, ik ben Boris van Ondernemersloket Deventer."]);
    })
    .await;
}

#[tokio::test]
async fn an_appointment_is_remembered_on_both_sides_and_not_closed_over() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.writes("/afspraak bellen").await;
        boris.reads(&["/afspraak bellen over de vergunning | vrijdag 14:00"]);
        boris.writes("/afspraak bellen over de vergunning | woensdag 14:00").await;
        anna.reads(&["Afgesproken met Boris: bellen over de vergunning, woensdag 25 november om 14.00 uur"]);
        anna.writes("/status").await;
        anna.reads(&["Boris heeft je vraag", "Afgesproken: bellen over de vergunning"]);
        boris.writes("/klaar").await;
        boris.reads(&["Er staat nog een afspraak: bellen over de vergunning", "/klaar met een uitleg"]);

        stage.until("2026-11-24T14:01:00").await;
        anna.reads(&["Denk je aan je afspraak? bellen over de vergunning, morgen (woensdag 25 november) om 14.00 uur"]);
        boris.reads(&["Boris: afspraak: bellen over de vergunning"]);
        boris.writes("/klaar toch niet nodig").await;
        boris.reads(&["Hoe is het afgelopen?", "toch niet nodig"]);
        boris.taps("Beantwoord").await;
        anna.reads(&["Deze afspraak vervalt: bellen over de vergunning"]);
    })
    .await;
}

#[tokio::test]
async fn closing_needs_an_outcome_and_the_client_may_come_back_to_the_same_person() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.reads(&["Boris"]);
        boris.taps("Afsluiten").await;
        boris.reads(&["Hoe is het afgelopen?", "[Beantwoord] [Doorverwezen naar …]"]);
        let notice = boris.taps("Doorverwezen naar").await;
        assert!(notice.unwrap_or_default().contains("/verwezen KVK Zwolle"));
        boris.writes("/verwezen KVK Zwolle").await;
        anna.reads(&["Boris verwijst je door naar KVK Zwolle", "[👍", "[Toch nog even]"]);
        boris.reads(&["Had de catalogus dit moeten weten?", "[Nee] [Ja, dit ontbreekt]"]);
        assert!(boris.newest_topic().closed);
        let notice = boris.taps("Ja, dit ontbreekt").await;
        assert_eq!(notice.as_deref(), Some("Genoteerd. Dank je wel."));
        let notice = anna.taps("👍").await;
        assert!(notice.is_some_and(|notice| !notice.is_empty()));

        anna.writes(LOAN).await;
        anna.reads(&["(BMKB)"]);
        anna.writes("/status").await;
        anna.reads(&["Je laatste vraag, nummer 1, is afgerond", "[Toch nog even]"]);
        anna.taps("Toch nog even").await;
        anna.reads(&["Goed, ik haal Boris er weer bij"]);
        boris.reads(&["Boris: De ondernemer wil nog even verder"]);
        assert!(!boris.newest_topic().closed);
        assert_eq!(boris.counts_topics(), 1, "the same topic goes on");
        anna.writes("ik kom er niet uit").await;
        boris.reads(&["ik kom er niet uit"]);
    })
    .await;
}

#[tokio::test]
async fn after_two_weeks_a_case_is_not_reopened() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        boris.writes("/klaar beantwoord").await;
        anna.news();
        stage.until("2026-12-08T12:00:00").await;
        anna.taps("Toch nog even").await;
        anna.reads(&["Dat is te lang geleden"]);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_left_the_group_has_no_say_any_more() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        anna.reads(&["Je nummer is 1"]);
        boris.taps_unheard("Oppakken");
        stage.telegram.group(stage.forum).remove(boris.id());
        stage.comes_to_rest().await;
        anna.reads_nothing();
    })
    .await;
}
