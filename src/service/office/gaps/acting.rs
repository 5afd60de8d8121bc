//! What is done about a gap: a question becomes an example, an answer the beginning of an entry, a group is closed.

use crate::domain::audit::{Act, Entry as AuditEntry};
use crate::domain::evidence::Question;
use crate::domain::gaps::{FaqDraft, GapMark, Group, Lesson, Miss};
use crate::domain::ids::{EntryId, QuestionId};
use crate::domain::language::Language;
use crate::domain::text::folded;
use crate::ports::phrases::Value;
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::office::Visitor;

/// The longest example question, in characters: a story is told in other words.
const LONGEST_EXAMPLE: usize = 200;
/// So many questions of a group are taken along into a draft.
const MOST_EXAMPLES: usize = 10;

impl House {
    /// Proposes a question as a new example of an entry.
    pub(super) async fn attach(
        &self,
        visitor: &Visitor,
        (question, language, text): (QuestionId, Language, &str),
        entry: &EntryId,
    ) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        let Some(entry) = knowledge.catalogue.entry(entry) else {
            return self.say_to(visitor, "gaps-no-entry", &[]).await;
        };
        let named = [("number", question.to_string().into()), ("entry", Value::from(entry.id.as_str()))];
        if text.is_empty() || text.chars().count() > LONGEST_EXAMPLE {
            return self.say_to(visitor, "gaps-too-long", &named).await;
        }
        let Some((_, files)) = self.release_with_files().await? else {
            return self.say_to(visitor, "office-no-release", &[]).await;
        };
        let Some(files) = self.ports.workshop.with_question(&files, entry, language, text) else {
            return self.say_to(visitor, "gaps-no-list", &named).await;
        };
        let note = self.words(visitor.language, "note-example", &named);
        self.propose_for(visitor, &note, files, Some(question)).await
    }

    /// Begins an entry with what a manager answered: hands the file over, and tells what it lacks.
    pub(super) async fn draft_entry(&self, visitor: &Visitor, group: &Group, miss: &Miss) -> Result<(), StoreError> {
        let Some(draft) = self.draft_of(visitor, group, miss) else {
            return self.say_to(visitor, "gaps-no-answer", &[]).await;
        };
        let Some((_, files)) = self.release_with_files().await? else {
            return self.say_to(visitor, "office-no-release", &[]).await;
        };
        let (path, text) = self.ports.workshop.draft(&draft);
        let caption = self.sentence(visitor.language, "draft-caption", &[]);
        self.hand_over_file(visitor.person, &format!("{}.md", draft.id), text.clone(), caption).await?;
        let note = self.words(visitor.language, "note-draft", &[("entry", draft.id.as_str().into())]);
        let (at, by) = (self.now(), visitor.author.clone());
        self.ports.office.note(&AuditEntry { at, by, act: Act::GapClosed, about: note.clone() }).await?;
        self.propose(visitor, &note, files.with(path, text)).await
    }

    fn draft_of(&self, visitor: &Visitor, group: &Group, miss: &Miss) -> Option<FaqDraft> {
        let knowledge = self.shelf.current();
        let answer = miss.answer.as_ref()?;
        let title = FaqDraft::title_of(&miss.text);
        let mut questions: Vec<(Language, String)> = Vec::new();
        for one in group.misses().iter().filter(|one| one.text.chars().count() <= LONGEST_EXAMPLE) {
            let is_new = questions.iter().all(|(_, other)| folded(other) != folded(&one.text));
            if is_new && questions.len() < MOST_EXAMPLES {
                questions.push((one.language, one.text.clone()));
            }
        }
        let said = answer.at.timestamp().to_zoned_datetime(knowledge.catalogue.desks.zone()).date();
        Some(FaqDraft {
            id: FaqDraft::id_of(&title, |id| knowledge.catalogue.entry(id).is_some()),
            theme: miss.theme.clone(),
            title: (miss.language, title),
            answer: (self.language_of(&answer.text).unwrap_or(miss.language), answer.text.clone()),
            said,
            questions,
            to_check: self.words(visitor.language, "draft-to-check", &[]),
        })
    }

    /// The language in which something is written, as far as that can be told.
    fn language_of(&self, text: &str) -> Option<Language> {
        let question = Question { text: text.to_owned(), language: None, place: None };
        self.shelf.current().search.evidence(&question).language
    }

    /// Closes a group as far as it was seen; what came later stays. What comes back is a notice.
    pub(super) async fn close_group(
        &self,
        visitor: &Visitor,
        group: &Group,
        (seen, mark): (QuestionId, GapMark),
    ) -> Result<String, StoreError> {
        let questions: Vec<QuestionId> =
            group.misses().iter().map(|miss| miss.id).filter(|question| *question <= seen).collect();
        let count = [("count", Value::Number(i64::try_from(questions.len()).unwrap_or(i64::MAX)))];
        let about = self.words(visitor.language, &format!("gap-mark-{}", mark.word()), &count);
        self.mark(visitor, &questions, mark, about.clone()).await?;
        Ok(about)
    }

    /// Does not learn from a question, nor from others that say the same of the same entry.
    pub(super) async fn skip_lesson(&self, visitor: &Visitor, lesson: &Lesson) -> Result<(), StoreError> {
        let about = self.words(visitor.language, "gap-mark-not-learned", &[("entry", lesson.entry.as_str().into())]);
        self.mark(visitor, &lesson.questions, GapMark::NotLearned, about).await
    }

    async fn mark(
        &self,
        visitor: &Visitor,
        questions: &[QuestionId],
        mark: GapMark,
        about: String,
    ) -> Result<(), StoreError> {
        let entry = AuditEntry { at: self.now(), by: visitor.author.clone(), act: Act::GapClosed, about };
        self.ports.office.mark_gaps(questions, mark, &entry).await
    }
}
