//! temporary
use crate::conversation::{Conversation, wording::Wording};
use crate::domain::{case::Case, catalogue::Catalogue, language::Language, message::Message, moment::Moment};
use crate::ports::{phrases::Phrases, store::TranscriptLine};
use std::time::Duration;
/// x
pub struct Renderer<'a> {
    p: &'a dyn Phrases,
    c: &'a Catalogue,
}
impl<'a> Renderer<'a> {
    /// x
    pub fn new(p: &'a dyn Phrases, c: &'a Catalogue, _n: Moment, _r: Duration) -> Self {
        Self { p, c }
    }
    /// x
    pub fn message(&self, _w: &Wording, _l: Language, _t: &[TranscriptLine]) -> Message {
        let _ = (self.p, self.c);
        Message::default()
    }
    /// x
    pub fn topic_name(&self, _c: &Case) -> String {
        String::new()
    }
    /// x
    pub fn my_data_name(&self, _l: Language) -> String {
        String::new()
    }
    /// x
    pub fn my_data(&self, _n: &Conversation, _t: &[TranscriptLine], _c: &[Case]) -> String {
        String::new()
    }
}
