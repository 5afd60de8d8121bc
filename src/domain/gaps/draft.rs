//! The beginning of an entry, made of what was asked and what a manager answered. What nobody said stays open.

use jiff::civil::Date;

use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::language::Language;

/// How long a title may be, in characters.
const LONGEST_TITLE: usize = 70;
/// How long the id may be, in letters.
const LONGEST_ID: usize = 40;

/// The beginning of a frequently asked question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FaqDraft {
    /// Its id, made of the title; free in the catalogue.
    pub id: EntryId,
    /// What it is about, as far as the house can tell.
    pub theme: Option<ThemeId>,
    /// The question in the client's words, as a title, with its language.
    pub title: (Language, String),
    /// The manager's words, with their language.
    pub answer: (Language, String),
    /// The day on which they said so.
    pub said: Date,
    /// How people asked, each with its language.
    pub questions: Vec<(Language, String)>,
    /// What an editor must look up, in words.
    pub to_check: String,
}

impl FaqDraft {
    /// A question as a title: its first sentence on one line, cut between words when it is too long.
    pub fn title_of(question: &str) -> String {
        let line = question.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = line.find(['?', '.', '!']).map_or(line.len(), |end| end + 1);
        let sentence = line.get(..end).unwrap_or(&line);
        let mut title = String::new();
        for word in sentence.split(' ') {
            let gap = usize::from(!title.is_empty());
            if title.chars().count() + gap + word.chars().count() > LONGEST_TITLE {
                break;
            }
            if gap == 1 {
                title.push(' ');
            }
            title.push_str(word);
        }
        capitalised(&title)
    }

    /// An id for a title that is not `taken` yet.
    pub fn id_of(title: &str, taken: impl Fn(&EntryId) -> bool) -> EntryId {
        let folded = crate::domain::area::fold_name(title);
        let mut slug = String::new();
        for word in folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if slug.len() + 1 + word.len() > LONGEST_ID {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(word);
        }
        let slug = if slug.is_empty() { "vraag".to_owned() } else { slug };
        let first = EntryId::new(slug.clone());
        if !taken(&first) {
            return first;
        }
        let mut others = (2_u32..).map(|number| EntryId::new(format!("{slug}-{number}")));
        others.find(|id| !taken(id)).unwrap_or(first)
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
