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

impl House {
    /// `/tekst` lists the texts; `/tekst <name> [entry]` shows one as it would be sent. When something is missing, who
    /// asked hears what, and nothing can be sent.
    pub(super) async fn offer_text(
        &self,
        deed: &Deed,
        case: &TopicCase,
        rest: &str,
    ) -> Result<Option<Order>, StoreError> {
        let (name, about) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let name = name.to_lowercase();
        let Some(case) = self.open_case(case.number).await? else {
            self.answer(&deed.asker(), "refused-closed", &[]).await;
            return Ok(None);
        };
        let knowledge = self.shelf.current();
        let client = self.name_of_client(&case).await?;
        let entry = entry_for(&knowledge, &case, about.trim());
        let values = values(&knowledge, &case, deed, &client, entry);
        match knowledge.phrases.fill(case.language, &name, &values) {
            Ok(text) => Ok(Text::parse(&text).map(Order::OfferText)),
            Err(Unfilled::Unknown) => {
                let names = knowledge.phrases.ready_texts().join(", ");
                self.answer(&deed.asker(), "desk-texts", &[("names", Value::Text(names))]).await;
                Ok(None)
            }
            Err(Unfilled::Missing(missing)) => {
                let values = [("name", Value::Text(name)), ("missing", Value::Text(missing.join(", ")))];
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
    let wanted = if about.is_empty() { case.shown.last().cloned()? } else { EntryId::new(about.to_lowercase()) };
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
