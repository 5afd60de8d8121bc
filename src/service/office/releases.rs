//! The releases: a list, the difference between two, one put back, one change taken back.

use super::Visitor;
use super::preview::Preview;
use crate::domain::difference::Difference;
use crate::domain::errand::Errand;
use crate::domain::ids::ReleaseNumber;
use crate::domain::message::{Message, Rich, Style};
use crate::domain::release::{Changes, Release};
use crate::ports::store::StoreError;
use crate::service::house::House;

/// So many releases are listed.
const MOST_LISTED: u32 = 10;
/// So many of them have a button.
const MOST_BUTTONS: usize = 4;

impl House {
    /// `/uitgaven`
    pub(super) async fn show_releases(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let releases = self.ports.office.releases(MOST_LISTED).await?;
        let in_use = self.shelf.number();
        let mut text = Rich::default().then(Style::Bold, self.words(visitor.language, "releases-title", &[]));
        for release in &releases {
            let style = if release.number == in_use { Style::Bold } else { Style::Plain };
            text = text.line().then(style, self.release_line(visitor, release, release.number == in_use));
        }
        let mut message = Message::new(text);
        for release in releases.iter().filter(|release| release.number != in_use).take(MOST_BUTTONS) {
            let label =
                self.words(visitor.language, "button-compare", &[("release", release.number.to_string().into())]);
            let action = crate::domain::message::Action::Errand(Errand::Compare(release.number));
            message = message.row(vec![crate::domain::message::Button { label, action }]);
        }
        self.send_message(visitor.person, message).await.map(drop)
    }

    fn release_line(&self, visitor: &Visitor, release: &Release, in_use: bool) -> String {
        let knowledge = self.shelf.current();
        let at = self.renderer(&knowledge).moment(visitor.language, release.at);
        let values = [
            ("release", release.number.to_string().into()),
            ("at", at.into()),
            ("name", release.by.name.as_str().into()),
            ("note", release.note.as_str().into()),
        ];
        let key = if in_use { "releases-line-in-use" } else { "releases-line" };
        self.words(visitor.language, key, &values)
    }

    /// What would change if this release came back; with a button that brings it back.
    pub(super) async fn compare(&self, visitor: &Visitor, number: ReleaseNumber) -> Result<Option<String>, StoreError> {
        let current = self.shelf.current();
        let gone = || Some(self.words(visitor.language, "release-unknown", &[]));
        let Some((_, now)) = self.release_with_files().await? else { return Ok(gone()) };
        let Some(then) = self.ports.office.release_files(number).await? else { return Ok(gone()) };
        let Some(knowledge) = self.make(then.clone()).await? else {
            return Ok(Some(self.words(visitor.language, "office-not-usable", &[])));
        };
        let changes = Changes::between(&now, &then).unwrap_or_default();
        let difference = Difference::between(&current.catalogue, &knowledge.catalogue, self.today());
        let preview = Preview {
            phrases: current.phrases.as_ref(),
            language: visitor.language,
            before: &current.catalogue,
            after: &knowledge.catalogue,
            difference: &difference,
            changes: &changes,
            gold: None,
            warnings: 0,
            contradictions: &[],
        };
        let back = self.errand_button(visitor.language, "button-roll-back", Errand::RollBackTo(number));
        self.send_message(visitor.person, preview.message().row(vec![back])).await?;
        let caption = self.sentence(visitor.language, "office-preview-caption", &[]);
        let name = self.words(visitor.language, "office-difference-file", &[]);
        self.hand_over_file(visitor.person, &name, preview.everything(""), caption).await?;
        Ok(None)
    }

    /// An earlier release is in use again, at once.
    pub(super) async fn roll_back(
        &self,
        visitor: &Visitor,
        number: ReleaseNumber,
    ) -> Result<Option<String>, StoreError> {
        let Some(release) = self.ports.office.release_in_use().await? else { return Ok(None) };
        if release.number == number {
            return Ok(Some(self.words(visitor.language, "release-in-use", &[])));
        }
        let knowledge = match self.shelf.at_hand(number) {
            Some(knowledge) => Some(knowledge),
            None => match self.ports.office.release_files(number).await? {
                Some(files) => self.make(files).await?,
                None => return Ok(Some(self.words(visitor.language, "release-unknown", &[]))),
            },
        };
        let Some(knowledge) = knowledge else {
            return Ok(Some(self.words(visitor.language, "office-not-usable", &[])));
        };
        let put = self.ports.office.put_in_use(number, release.number, &visitor.author, self.now()).await;
        match put {
            Err(StoreError::Conflict) => return Ok(Some(self.words(visitor.language, "office-try-again", &[]))),
            other => other?,
        }
        self.put_on_the_shelf(number, knowledge).await?;
        tracing::info!(release.number = %number, "an earlier release is in use again");
        let values = [("release", number.to_string().into()), ("before", release.number.to_string().into())];
        let forth = self.errand_button(visitor.language, "button-roll-forth", Errand::RollBackTo(release.number));
        let message = self.sentence(visitor.language, "office-rolled-back", &values).row(vec![forth]);
        self.send_message(visitor.person, message).await?;
        self.watch_spreading(visitor, number).await?;
        Ok(None)
    }

    /// Takes back what one release changed, and keeps what came after it.
    pub(super) async fn undo(&self, visitor: &Visitor, number: ReleaseNumber) -> Result<Option<String>, StoreError> {
        let unknown = || Some(self.words(visitor.language, "release-unknown", &[]));
        let Some(release) = self.ports.office.release(number).await? else { return Ok(unknown()) };
        let Some(before) = release.based_on else { return Ok(unknown()) };
        let files = (
            self.ports.office.release_files(before).await?,
            self.ports.office.release_files(number).await?,
            self.release_with_files().await?,
        );
        let (Some(before), Some(then), Some((in_use, now))) = files else { return Ok(unknown()) };
        let back = Changes::between(&then, &before).unwrap_or_default();
        let moved_on = back.0.keys().find(|path| now.get(path) != then.get(path));
        if let Some(path) = moved_on {
            let values = [("file", path.as_str().into())];
            return Ok(Some(self.words(visitor.language, "office-undo-too-late", &values)));
        }
        let files = back.made_in(now);
        let Some(knowledge) = self.make(files.clone()).await? else {
            return Ok(Some(self.words(visitor.language, "office-not-usable", &[])));
        };
        let note = self.words(visitor.language, "note-undo", &[("release", number.to_string().into())]);
        let new = match self.publish(&visitor.author, &note, &files, in_use.number, knowledge).await {
            Err(StoreError::Conflict) => return Ok(Some(self.words(visitor.language, "office-try-again", &[]))),
            other => other?,
        };
        let values = [("release", new.to_string().into()), ("undone", number.to_string().into())];
        let redo = self.errand_button(visitor.language, "button-redo", Errand::Undo(new));
        self.send_message(visitor.person, self.sentence(visitor.language, "office-undone", &values).row(vec![redo]))
            .await?;
        self.watch_spreading(visitor, new).await?;
        Ok(None)
    }
}
