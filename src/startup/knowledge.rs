//! A folder of knowledge becomes what the house answers from: catalogue, index, phrases, thresholds.

use std::path::Path;

use jiff::civil::Date;

use super::StartError;
use crate::adapters::index::distress::Distress;
use crate::adapters::index::ranking::{BadRanking, Ranking};
use crate::adapters::index::{Index, TellingWords};
use crate::adapters::knowledge::cited::Cited;
use crate::adapters::knowledge::folder::Folder;
use crate::adapters::knowledge::report::{Look, Report};
use crate::adapters::knowledge::summary::Summary;
use crate::adapters::knowledge::{self, Loaded};
use crate::adapters::phrases::{PhraseFault, Phrasebook};
use crate::domain::catalogue::Catalogue;
use crate::domain::contradiction::Contradiction;
use crate::domain::files::Files;
use crate::domain::gold::GoldQuestions;
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;
use crate::service::shelf::Knowledge;

/// The files with the phrases, per language.
const PHRASES: [(Language, &str); 2] = [(Language::Nl, "phrases/nl.ftl"), (Language::En, "phrases/en.ftl")];
/// The files with the ready texts for managers, per language.
const TEXTS: [(Language, &str); 2] = [(Language::Nl, "texts/nl.ftl"), (Language::En, "texts/en.ftl")];
/// The file with the fitted weights.
const RANKING: &str = "ranking.toml";
/// The files with what speaks of distress: what was learnt, and the words that mean nearly the same.
const DISTRESS: [&str; 2] = ["distress/weights.toml", "distress/concepts.toml"];

/// The knowledge folder of the settings, or the one built in.
pub fn open_folder(directory: Option<&Path>) -> Result<Folder, StartError> {
    let Some(directory) = directory else { return Ok(Folder::embedded()) };
    Folder::read(directory)
        .map_err(|error| StartError::Folder { folder: directory.display().to_string(), problem: error.to_string() })
}

/// Everything that was read from a folder, with everything that is wrong with it.
pub struct Checked {
    /// What can be used; `None` when the report has errors.
    pub knowledge: Option<Knowledge>,
    /// The questions by which a release is judged.
    pub gold: GoldQuestions,
    /// What is wrong.
    pub report: Report,
    /// What there is, counted.
    pub summary: Summary,
    /// Every address the entries cite.
    pub cited: Vec<Cited>,
    /// Entries that answer a gold question differently, once the questions were asked.
    pub contradictions: Vec<Contradiction>,
    /// The day as of which it was read.
    pub today: Date,
}

/// Reads and checks a folder as it stands on `today`: entries, surroundings, phrases and ranking.
pub fn check_knowledge(folder: &Folder, today: Date) -> Checked {
    let Loaded { catalogue, gold, mut report, summary, cited } =
        knowledge::load(folder, today, &TellingWords::default());
    let knowledge = make(folder, catalogue, &mut report);
    Checked { knowledge, gold, report, summary, cited, contradictions: Vec::new(), today }
}

/// The knowledge of a folder, or the report of why it is refused.
pub fn open_knowledge(folder: &Folder, today: Date) -> Result<Knowledge, StartError> {
    read_knowledge(folder, today).map_err(StartError::Knowledge)
}

/// The knowledge of a folder, or the printed report of why it is refused.
pub(super) fn read_knowledge(folder: &Folder, today: Date) -> Result<Knowledge, String> {
    let Checked { knowledge, report, .. } = check_knowledge(folder, today);
    knowledge.ok_or_else(|| printed(report))
}

/// The knowledge of a folder that was checked when it was published, or the printed report of what can't be read.
pub(super) fn reread_knowledge(folder: &Folder, today: Date) -> Result<Knowledge, String> {
    let (catalogue, mut report) = knowledge::reread(folder, today);
    make(folder, catalogue, &mut report).ok_or_else(|| printed(report))
}

fn printed(report: Report) -> String {
    report.without_warnings().printed(Language::En, Look::Plain)
}

/// What the house answers from; `None` when there is no catalogue, or when what goes with it can't be used.
fn make(folder: &Folder, catalogue: Option<Catalogue>, report: &mut Report) -> Option<Knowledge> {
    let phrases = read_phrases(&folder.files, report);
    let ranking = read_ranking(&folder.files, report);
    let distress = read_distress(&folder.files, report);
    let (catalogue, phrases, ranking, distress) = (catalogue?, phrases?, ranking?, distress?);
    match Index::build(&catalogue, &ranking) {
        Ok(search) => Some(Knowledge {
            catalogue,
            search: Box::new(search.with_distress(distress)),
            phrases: Box::new(phrases),
            thresholds: ranking.thresholds,
            words: Box::new(TellingWords::default()),
        }),
        Err(error) => {
            let what = in_both!(
                "van deze kaarten is geen register te maken: {error}",
                "no index can be made of these entries: {error}"
            );
            let mend = in_both!(
                "vraag hulp aan wie het programma beheert: dit ligt niet aan de tekst",
                "ask who looks after the program: the text is not to blame"
            );
            report.add_error(RANKING, "", 1, what, mend);
            None
        }
    }
}

/// The sentences in these files, or what is wrong with them.
pub(super) fn phrasebook(files: &Files) -> Result<Phrasebook, Vec<PhraseFault>> {
    let phrases: Vec<(Language, &str, &str)> =
        PHRASES.iter().filter_map(|(language, path)| Some((*language, *path, files.text(path)?))).collect();
    let texts: Vec<(Language, &str, &str)> =
        TEXTS.iter().filter_map(|(language, path)| Some((*language, *path, files.text(path)?))).collect();
    Phrasebook::load(&phrases)?.with_ready_texts(&texts)
}

fn read_phrases(files: &Files, report: &mut Report) -> Option<Phrasebook> {
    let faults = match phrasebook(files) {
        Ok(phrases) => return Some(phrases),
        Err(faults) => faults,
    };
    for fault in faults {
        let text = files.text(&fault.file).unwrap_or_default();
        report.add_error(&fault.file, text, fault.line, fault.what, fault.mend);
    }
    None
}

fn read_ranking(files: &Files, report: &mut Report) -> Option<Ranking> {
    let text = files.text(RANKING).unwrap_or_default();
    match Ranking::parse(text) {
        Ok(ranking) => Some(ranking),
        Err(error) => {
            let mend = in_both!(
                "zet het bestand terug zoals het was, of laat de beheerder van de server `loket fit` draaien; \
                 niemand schrijft het zelf",
                "put the file back as it was, or run `loket fit` to write it anew; it is not made by hand"
            );
            report.add_error(RANKING, text, 1, said_of(&error), mend);
            None
        }
    }
}

fn said_of(error: &BadRanking) -> InBoth {
    match error {
        BadRanking::Unreadable(why) => {
            in_both!("ranking.toml klopt niet: {why}", "ranking.toml cannot be read: {why}"; why = why.message())
        }
        BadRanking::Missing(weight) => {
            in_both!("in ranking.toml ontbreekt het gewicht `{weight}`", "ranking.toml has no weight for `{weight}`")
        }
        BadRanking::Unwritable(why) => {
            in_both!("ranking.toml kan niet worden geschreven: {why}", "ranking.toml cannot be written: {why}")
        }
    }
}

/// A folder without a model of its own hears distress with the one that comes with the program.
fn read_distress(files: &Files, report: &mut Report) -> Option<Distress> {
    let is_own = DISTRESS.iter().any(|path| files.get(path).is_some());
    let embedded = if is_own { Files::default() } else { Folder::embedded().files };
    let source = if is_own { files } else { &embedded };
    let [weights, concepts] = DISTRESS.map(|path| source.text(path).unwrap_or_default());
    match Distress::parse(weights, concepts) {
        Ok(distress) => Some(distress),
        Err(error) => {
            let what = in_both!(
                "het model van nood is niet te lezen: {error}",
                "the model of distress can't be read: {error}"
            );
            let mend = in_both!(
                "zet het bestand terug zoals het was, of laat de beheerder van de server `loket fit-distress` draaien",
                "put the file back as it was, or run `loket fit-distress` to write it anew; it is not made by hand"
            );
            report.add_error(DISTRESS[0], weights, 1, what, mend);
            None
        }
    }
}
