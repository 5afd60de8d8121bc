//! Ready texts: filled in with what is known of the case, shown to the manager, and sent when they tap.

use super::{Deed, OURS};
use crate::conversation::order::Order;
use crate::domain::case::Case;
use crate::domain::entry::Entry;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::text::Text;
use crate::ports::phrases::{Unfilled, Value};
use crate::ports::store::{StoreError, TopicCase};
use crate::service::house::House;
use crate::service::shelf::Knowledge;

/// Between the name of a text and the entry it is about, behind a button.
const ABOUT: char = '/';

impl House {
    /// `/tekst` lists the texts; `/tekst <name> [entry]` shows one as it would be sent.
    pub(super) async fn offer_text(
        &self,
        deed: &Deed,
        case: &TopicCase,
        rest: &str,
    ) -> Result<Option<Order>, StoreError> {
        let (name, about) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let name = match about.trim() {
            "" => name.to_lowercase(),
            entry => format!("{}{ABOUT}{}", name.to_lowercase(), entry.to_lowercase()),
        };
        let text = self.filled_text(deed, case, &name).await?;
        Ok(text.map(|text| Order::OfferText { name, text }))
    }

    /// A ready text with everything filled in. When something is missing, who asked hears what; nothing is sent.
    pub(super) async fn filled_text(
        &self,
        deed: &Deed,
        case: &TopicCase,
        name: &str,
    ) -> Result<Option<Text>, StoreError> {
        let Some(case) = self.open_case(case.number).await? else {
            self.answer(&deed.asker(), "refused-closed", &[]).await;
            return Ok(None);
        };
        let knowledge = self.shelf.current();
        let (text_name, about) = name.split_once(ABOUT).unwrap_or((name, ""));
        let client = self.name_of_client(&case).await?;
        let entry = entry_for(&knowledge, &case, about);
        let values = values(&knowledge, &case, deed, &client, entry);
        match knowledge.phrases.fill(case.language, text_name, &values) {
            Ok(text) => Ok(Text::parse(&text)),
            Err(Unfilled::Unknown) => {
                let names = knowledge.phrases.ready_texts().join(", ");
                self.answer(&deed.asker(), "desk-texts", &[("names", Value::Text(names))]).await;
                Ok(None)
            }
            Err(Unfilled::Missing(missing)) => {
                let values = [("name", text_name.into()), ("missing", Value::Text(missing.join(", ")))];
                self.answer(&deed.asker(), "desk-text-unfilled", &values).await;
                Ok(None)
            }
        }
    }

    async fn name_of_client(&self, case: &Case) -> Result<String, StoreError> {
        let conversation = self.conversation(case.client).await?;
        Ok(conversation.map_or_else(String::new, |conversation| conversation.name))
    }
}

/// The entry that was named, and else the one the bot showed last.
fn entry_for<'k>(knowledge: &'k Knowledge, case: &Case, about: &str) -> Option<&'k Entry> {
    let wanted = if about.is_empty() { case.shown.last().cloned()? } else { EntryId::new(about) };
    knowledge.catalogue.entry(&wanted)
}

fn values(
    knowledge: &Knowledge,
    case: &Case,
    deed: &Deed,
    client: &str,
    entry: Option<&Entry>,
) -> Vec<(&'static str, Value)> {
    let catalogue = &knowledge.catalogue;
    let mut values = vec![
        ("klant", Value::from(client)),
        ("medewerker", Value::from(deed.by.name.as_str())),
        ("zaak", Value::Text(case.number.to_string())),
    ];
    if let Some(desk) = catalogue.desks.desk(&case.desk) {
        values.push(("loket", Value::from(desk.name.as_str())));
    }
    if let Some(entry) = entry {
        values.push(("link", Value::from(entry.url.as_str())));
        if let Some(text) = entry.text(case.language).or_else(|| entry.text(Language::default())) {
            values.push(("regeling", Value::from(text.title.as_str())));
        }
        if let Some(provider) = catalogue.provider_name(entry, OURS) {
            values.push(("bron", Value::from(provider)));
        }
    }
    values
}
