//! The file with the weights can be read back, and says what is wrong with it.

use loket::adapters::index::Ranking;

#[test]
fn what_was_written_is_what_is_read() {
    let written = Ranking::default().written().unwrap();
    assert_eq!(Ranking::parse(&written).unwrap(), Ranking::default());
}

#[test]
fn a_file_that_lacks_a_weight_or_has_one_too_many_is_refused() {
    let written = Ranking::default().written().unwrap();
    let without = written.lines().filter(|line| !line.starts_with("covered")).collect::<Vec<_>>().join("\n");
    let error = Ranking::parse(&without).unwrap_err().to_string();
    assert!(error.contains("Covered") && error.contains("loket fit"), "{error}");
    let with_more = written.replace("[weights]", "[weights]\nluck = 1.0");
    assert!(Ranking::parse(&with_more).unwrap_err().to_string().contains("luck"));
}
