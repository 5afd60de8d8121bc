//! What a painter must be able to do; that it is beautiful, a person must see.

use super::*;
use crate::adapters::charts::letters::{Weight, escaped};
use crate::ports::pictures::{Bar, Bars, Column, Mark, Tile};

fn bar(label: &str, length: u32) -> Bar {
    Bar { label: label.to_owned(), length, shown: length.to_string(), is_faint: false }
}

fn poster(blocks: Vec<Block>) -> Poster {
    Poster {
        title: "Loket in cijfers".to_owned(),
        subtitle: "Regio & omstreken <week 48>".to_owned(),
        blocks,
        foot: vec!["Zonder namen.".to_owned()],
    }
}

fn size(png: &[u8]) -> (u32, u32) {
    let picture = Pixmap::decode_png(png).unwrap();
    (picture.width(), picture.height())
}

/// How many pixels have this colour.
fn painted(png: &[u8], colour: (u8, u8, u8)) -> usize {
    let picture = Pixmap::decode_png(png).unwrap();
    picture.pixels().iter().filter(|pixel| (pixel.red(), pixel.green(), pixel.blue()) == colour).count()
}

const ACCENT: (u8, u8, u8) = (0x0b, 0x5c, 0xad);

#[test]
fn the_longest_bar_is_painted_and_half_of_it_is_half_as_long() {
    let paint = |bars| {
        let block = Block::Bars(Bars { title: "Per thema".to_owned(), bars, ..Bars::default() });
        painted(&Charts::new().paint(&poster(vec![block])).unwrap(), ACCENT)
    };
    let one = paint(vec![bar("Geld", 10), bar("Personeel", 0)]);
    let one_and_a_half = paint(vec![bar("Geld", 10), bar("Personeel", 5)]);
    assert!(one > 5_000, "{one}");
    let ratio = f64::from(u32::try_from(one_and_a_half).unwrap()) / f64::from(u32::try_from(one).unwrap());
    assert!((1.48..1.52).contains(&ratio), "{ratio}");
}

#[test]
fn nothing_at_all_is_a_picture_too() {
    let empty = vec![
        Block::Tiles(vec![]),
        Block::Columns { title: String::new(), columns: vec![] },
        Block::Bars(Bars::default()),
        Block::Sentence { title: "Wachttijd".to_owned(), text: String::new() },
    ];
    for poster in [Poster::default(), poster(empty)] {
        let (width, height) = size(&Charts::new().paint(&poster).unwrap());
        assert!(width == 1_080 && (1..4_320).contains(&height), "{width} × {height}");
    }
}

#[test]
fn whatever_comes_the_picture_stays_one_that_a_messenger_shows() {
    let long = "Bedrijventerreinontwikkelingsmaatschappijen & \u{0007}<b>".repeat(20);
    let columns = (0..400).map(|height| Column { height, shown: long.clone(), label: long.clone(), is_faint: false });
    let tiles = (0..9).map(|_| Tile { number: long.clone(), label: long.clone() });
    let mark = Some(Mark { at: u32::MAX, label: long.clone() });
    let blocks = vec![
        Block::Tiles(tiles.collect()),
        Block::Columns { title: long.clone(), columns: columns.collect() },
        Block::Bars(Bars { bars: vec![bar(&long, u32::MAX); 30], mark, rest: long.clone(), ..Bars::default() }),
    ];
    let (width, height) = size(&Charts::new().paint(&poster(blocks)).unwrap());
    assert!(width == 1_080 && height <= 4_320, "{width} × {height}");
}

#[test]
fn words_are_cut_to_their_room_and_short_ones_stay() {
    let letters = Letters::default();
    assert!((300.0..420.0).contains(&letters.width("Energie en duurzaam", 36, Weight::Regular)));
    assert!(letters.width("Geld", 36, Weight::Bold) > letters.width("Geld", 36, Weight::Regular));
    let cut = letters.fit("Energie en duurzaam ondernemen", 36, Weight::Regular, 300.0);
    assert!(cut.ends_with('…') && cut.starts_with("Energie") && letters.width(&cut, 36, Weight::Regular) <= 300.0);
    assert_eq!(letters.fit("Geld", 36, Weight::Regular, 300.0), "Geld");
    let lines = letters.wrap("vragen die een antwoord kregen", 36, Weight::Regular, 300.0);
    assert_eq!(lines.join(" "), "vragen die een antwoord kregen");
    assert!(lines.len() > 1 && lines.iter().all(|line| letters.width(line, 36, Weight::Regular) <= 300.0));
}

#[test]
fn words_are_never_markup() {
    assert_eq!(escaped("R&D <b>\"x\"</b>\u{0}"), "R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt;");
}

/// The typeface has every letter of the names in the country.
#[test]
fn letters_with_marks_are_as_wide_as_letters() {
    let letters = Letters::default();
    for word in ["Súdwest-Fryslân", "’s-Hertogenbosch", "één café – 3 à 5 €", "Łódź Þór ſ"] {
        assert!(letters.width(word, 36, Weight::Regular) > 100.0, "{word}");
    }
}
