//! A catalogue that is broken in every way there is, offered again and again while people keep asking.

use std::time::Duration;

use crate::stage::{Client, Stage};

const BMKB: &str = "schemes/bmkb.md";
const NL: &str = "phrases/nl.ftl";
const SUMMARY: &str = "Heb je te weinig onderpand voor een lening?";
const QUESTION: &str = "borg voor een lening bmkb";
const CLIENTS: i64 = 8;
/// After so many mistakes a good release is published, and the next time it is taken back.
const GOOD_EVERY: usize = 4;

/// A mistake somebody makes: other words in a file (none: the file is gone), and what the report says about it.
struct Mistake {
    file: &'static str,
    words: &'static str,
    others: &'static str,
    /// Words on the line that the report must point at; none for the first line.
    at: &'static str,
    what: &'static str,
    mend: &'static str,
}

const fn mistake(
    file: &'static str,
    [words, others]: [&'static str; 2],
    at: &'static str,
    [what, mend]: [&'static str; 2],
) -> Mistake {
    Mistake { file, words, others, at, what, mend }
}

const MISTAKES: [Mistake; 29] = [
    mistake(
        BMKB,
        ["\"open\"", "\"opne\""],
        "opne",
        ["unknown word `opne`, expected one of `open`", "write it like `status = \"open\"`"],
    ),
    mistake(BMKB, ["\"rvo\"", "\"rov\""], "rov", ["there is no entry `rov`", "did you mean `rvo`?"]),
    mistake(BMKB, ["[\"NL\"]", "[\"XX\"]"], "XX", ["`XX` is no area code", "write it like `areas = [\"NL\"]`"]),
    mistake(BMKB, ["[\"NL\"]", "[]"], "areas", ["`areas` is empty", "write it like `areas = [\"NL\"]`"]),
    mistake(
        BMKB,
        ["\"finance\"", "\"financien\""],
        "financien",
        ["there is no theme `financien`", "did you mean `finance`?"],
    ),
    mistake(
        BMKB,
        ["closes = 2027-06-30", "opens = 2027-07-01\ncloses = 2027-06-30"],
        "closes",
        ["it closes before it opens", "exchange `opens` and `closes`"],
    ),
    mistake(BMKB, ["2027-06-30", "2027-06-31"], "06-31", ["expected day between 01 and 30", "dates bare"]),
    mistake(BMKB, ["closes =", "clsoes ="], "clsoes", ["there is no key `clsoes` here", "did you mean `closes`?"]),
    mistake(
        BMKB,
        ["form = \"guarantee\"", "form = \"guarantee"],
        "form",
        ["this cannot be read: invalid basic string", "texts between double quotes"],
    ),
    mistake(BMKB, ["+++\nid", "id"], "", ["there is no header", "begin the file with a line `+++`"]),
    mistake(
        BMKB,
        ["id = \"bmkb\"", "id = \"bmbk\""],
        "bmbk",
        ["the id is not the name of the file", "rename the file to `bmbk.md`, or write `id = \"bmkb\"`"],
    ),
    mistake(
        BMKB,
        ["id = \"bmkb\"", "id = \"wbso\""],
        "id = \"wbso\"",
        ["the id is not the name of the file", "rename the file to `wbso.md`"],
    ),
    mistake(
        BMKB,
        ["\"scheme\"", "\"rule\""],
        "rule",
        ["a rule does not belong in `schemes`", "move the file to `rules`"],
    ),
    mistake(
        BMKB,
        ["url = \"https:", "url = \"http:"],
        "url =",
        ["is no https address", "write it like `url = \"https://"],
    ),
    mistake(
        BMKB,
        ["verified = \"2025\"", "verified = \"vorig jaar\""],
        "verified",
        ["`vorig jaar` is no year, month or day", "write it like `verified = \"2025-06-12\"`"],
    ),
    mistake(
        BMKB,
        ["review_by = 2026-12-31\n", ""],
        "",
        ["`review_by` is missing", "add a line like `review_by = 2026-12-31`"],
    ),
    mistake(
        BMKB,
        ["## Voor wie", "## Voor wei"],
        "## Voor wei",
        ["there is no heading `Voor wei` here", "did you mean `## Voor wie`?"],
    ),
    mistake(
        BMKB,
        ["# The government guarantees part of your loan (BMKB)\n", ""],
        "## Who is it for",
        ["there is no heading `Who is it for` here", "the Dutch headings of a scheme are: Voor wie"],
    ),
    mistake(
        BMKB,
        ["closes = 2027-06-30", "paused = \"even\""],
        "paused",
        ["`paused` cannot be read", "write it like `paused = 2026-11-23`"],
    ),
    mistake(NL, ["\nready = ", "\nredy = "], "redy", ["nobody says `redy`", "correct the key if it is misspelt"]),
    mistake(
        NL,
        ["{ $region }. Ik ben", "{ $regio }. Ik ben"],
        "intro =",
        ["`intro` asks for $regio, which nobody fills in", "use one of $region"],
    ),
    mistake(
        "signals.toml",
        ["means = \"distress\"", "means = \"sad\""],
        "sad",
        ["unknown word `sad`", "write it like `means = \"distress\"`"],
    ),
    mistake(
        "region.toml",
        ["GM0153", "GM9999"],
        "GM9999",
        ["there is no municipality GM9999", "look its code up in areas.csv"],
    ),
    mistake(
        "desks.toml",
        ["Europe/Amsterdam", "Europe/Deventer"],
        "Deventer\"",
        ["there is no time zone `Europe/Deventer`", "write \"Europe/Amsterdam\""],
    ),
    mistake(
        "desks.toml",
        ["fallback = \"deventer\"", "fallback = \"zwolle\""],
        "zwolle",
        ["there is no desk `zwolle`", "write one of: deventer, enschede, berkelland"],
    ),
    mistake("themes.toml", ["", ""], "", ["themes.toml is missing", "take the one that comes with the program"]),
    mistake(
        "ranking.toml",
        ["[thresholds]\nanswer = ", "[thresholds]\nanswer = \"veel\" # "],
        "",
        ["invalid type: string \"veel\"", "run `loket fit` to write it anew"],
    ),
    mistake(
        "areas.csv",
        ["GM0358,", "0358,"],
        "0358",
        ["`0358` is no area code", "write for instance `GM0150,Deventer"],
    ),
    mistake(
        "schemes/113.md",
        ["# ", "## "],
        "## ",
        ["this stands above the title", "begin the text with `# ` and the Dutch title"],
    ),
];

/// Twenty-nine mistakes are each refused with the line and how to mend it, while people ask and good releases come and go
/// beside them: everybody is answered, and every answer is of one release, the one that its line of the transcript names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_catalogue_harms_nobody() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/taal en").await;
    iris.news();
    let clients: Vec<Client> = (0..CLIENTS).map(|number| s.somebody(&format!("Klant{number}"))).collect();
    let mut asked = 0;
    for (round, mistake) in MISTAKES.iter().enumerate() {
        let whole = make(&s, mistake);
        tokio::join!(iris.writes("/herlaad"), all_ask(&s, &clients));
        mistake.is_told(&s, &iris.news());
        std::fs::write(s.folder().join(mistake.file), whole).unwrap();
        asked += clients.len();
        s.after(Duration::from_mins(10)).await;
        if round % GOOD_EVERY == 0 {
            s.rewrites_whole(BMKB, |text| marked(text, round));
            iris.writes("/herlaad").await;
            tokio::join!(iris.taps("Publish"), all_ask(&s, &clients));
            iris.reads(&["Published: release"]);
        } else if round % GOOD_EVERY == 1 {
            tokio::join!(iris.taps("Undo"), all_ask(&s, &clients));
            iris.reads(&["is taken back"]);
        } else {
            continue;
        }
        asked += clients.len();
        s.after(Duration::from_mins(10)).await;
    }
    let releases = s.releases().await;
    assert!(releases.len() > 8, "good releases came and went");
    let mut answers = 0;
    for client in &clients {
        for line in s.store().await.transcript(client.number(), 10_000).await.unwrap() {
            // The introduction belongs to the first decision, and is no answer.
            if line.decision == "answer:bmkb" && line.text.contains("(BMKB)") {
                let files = &releases[&line.release.unwrap()];
                let of_it =
                    |start: &str| files.text(BMKB).unwrap().lines().find(|l| l.contains(start)).unwrap().to_owned();
                for words in [of_it("borg voor je lening (BMKB)"), of_it(SUMMARY)] {
                    let words = words.trim_start_matches("# ");
                    assert!(line.text.contains(words), "`{words}` is not in:\n{}", line.text);
                }
                answers += 1;
            }
        }
    }
    assert_eq!(answers, asked, "everybody was answered");
    s.is_swept().await;
}

/// Makes a mistake; what the file said before.
fn make(s: &Stage, mistake: &Mistake) -> String {
    let file = s.folder().join(mistake.file);
    let whole = std::fs::read_to_string(&file).unwrap();
    if mistake.words.is_empty() {
        std::fs::remove_file(&file).unwrap();
    } else {
        assert!(whole.contains(mistake.words), "`{}` is not in {}", mistake.words, mistake.file);
        std::fs::write(&file, whole.replacen(mistake.words, mistake.others, 1)).unwrap();
    }
    whole
}

impl Mistake {
    /// The admin reads on the phone that nothing changed, which line it is, what is wrong and how to mend it.
    fn is_told(&self, s: &Stage, news: &str) {
        let text = std::fs::read_to_string(s.folder().join(self.file)).unwrap_or_default();
        let line = text.lines().position(|line| line.contains(self.at)).map_or(1, |at| at + 1);
        let place = format!("{}, line {line}\n", self.file);
        let mut rest = news;
        for part in ["Not yet", "Nothing was changed.", &place, self.what, "→ ", self.mend, "<check.txt>"] {
            let Some((_, behind)) = rest.split_once(part) else { panic!("`{part}` is not (or too early) in:\n{news}") };
            rest = behind;
        }
    }
}

/// The entry with this mark in its title and in its summary: an answer that mixed two releases would show.
fn marked(text: &str, mark: usize) -> String {
    let line = |line: &str| match line {
        _ if line.contains("borg voor je lening (BMKB)") => {
            format!("# De Staat {mark} staat borg voor je lening (BMKB)")
        }
        _ if line.contains(SUMMARY) => format!("{SUMMARY} Dan helpt uitgave {mark}."),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// Everybody asks, and is answered while other work goes on.
async fn all_ask(s: &Stage, clients: &[Client]) {
    for client in clients {
        client.writes_unheard(QUESTION);
        s.takes_in().await;
        s.handles_without_waiting().await;
    }
}
