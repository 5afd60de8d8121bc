//! roc
#![allow(unused)]
#![allow(clippy::all)]
use loket::adapters::knowledge::folder::Folder;
use loket::domain::evidence::Question;
use loket::startup::open_knowledge;
use loket::ports::search::Search as _;
fn main() {
    let k = open_knowledge(&Folder::read(std::path::Path::new("knowledge")).unwrap(), jiff::civil::date(2026, 11, 23)).unwrap();
    let score = |l: &str| k.search.evidence(&Question { text: l.to_owned(), language: None, place: None }).distress;
    let args: Vec<String> = std::env::args().skip(1).collect();
    let read = |p: &str| -> Vec<(f64, String)> { std::fs::read_to_string(p).unwrap().lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| (score(l), l.to_owned())).collect() };
    for pair in args.chunks(2) {
        let (d, w) = (read(&pair[0]), read(&pair[1]));
        let mut n: Vec<f64> = w.iter().map(|x| x.0).collect();
        n.sort_by(|a, b| b.total_cmp(a));
        print!("{}: ", pair[0]);
        let share = |v: &[(f64, String)], t: f64| v.iter().filter(|x| x.0 >= t).count() as f64 / v.len() as f64;
        for t in [0.5, 0.6, 0.7, 0.8, 0.9] { print!("t{t}: {:.3}/{:.3} ", share(&d, t), share(&w, t)); }
        for fa in [0.01, 0.02, 0.05] { let t = n[(n.len() as f64 * fa) as usize] + 1e-9; print!("| fa{fa} t{t:.2} {:.3} ", share(&d, t)); }
        println!();
        if std::env::var("SHOW").is_ok() { let t: f64 = std::env::var("SHOW").unwrap().parse().unwrap(); for (s, l) in &d { if *s < t { println!("  miss {s:.2} {l}"); } } for (s, l) in &w { if *s >= t { println!("  alarm {s:.2} {l}"); } } }
    }
}
