//! Erasing everything about a client.

use super::session::Session;
use super::{cases, conversations, inbox, outbox};
use crate::domain::delivery::Outgoing;
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::ports::store::{StoreError, UpdateId, lane_of_client, lane_of_topic};

pub(super) async fn erase(
    session: &mut Session,
    client: ClientId,
    farewell: Option<&Outgoing>,
    handled: Option<UpdateId>,
    now: Moment,
) -> Result<(), StoreError> {
    conversations::lock(session, client).await?;
    if let Some(update) = handled {
        inbox::finish(session, update, now).await?;
    }
    let topics = cases::topics_of_client(session, client).await?;
    inbox::erase_ended(session, &lane_of_client(client)).await?;
    for (_, topic) in &topics {
        inbox::erase_ended(session, &lane_of_topic(*topic)).await?;
    }
    outbox::erase(session, client).await?;
    // The conversation goes last: the others hang on it.
    for sql in [
        "DELETE FROM gap_marks WHERE question IN (SELECT id FROM transcript WHERE client = $1)",
        "DELETE FROM transcript WHERE client = $1",
        "DELETE FROM timers WHERE client = $1",
        "DELETE FROM former_topics WHERE case_number IN (SELECT number FROM cases WHERE client = $1)",
        "DELETE FROM cases WHERE client = $1",
        "DELETE FROM conversations WHERE client = $1",
    ] {
        session.query(sql).bind(client.0).execute().await?;
    }
    for (desk, topic) in topics {
        outbox::remove_topic(session, client, desk, topic).await?;
    }
    if let Some(farewell) = farewell {
        outbox::add_beyond_erasure(session, farewell).await?;
    }
    Ok(())
}
