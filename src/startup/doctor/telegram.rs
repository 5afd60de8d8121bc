//! Telegram: the token, the clock, the webhook, and what the bot may do in each desk's group.

use std::time::Duration;

use super::{Desks, Finding};
use crate::adapters::telegram::{Bot, Group, Me, Patience, SetupError, Standing, Webhook};
use crate::config::Config;
use crate::domain::ids::{ChatId, DeskId};
use crate::domain::moment::Moment;

/// An operator waits: what is not answered in this time is a finding too.
const HASTE: Patience =
    Patience { connect: Duration::from_secs(5), send: Duration::from_secs(10), poll: Duration::ZERO };
/// A clock that is this far off makes promises that nobody can keep.
const FAR_OFF: Duration = Duration::from_mins(1);
/// Off by this much is still no matter; the header has seconds only.
const OFF: Duration = Duration::from_secs(5);
/// Longer ago an error of the webhook is history.
const LATELY: Duration = Duration::from_hours(1);
/// So many updates that wait at Telegram are more than a moment's.
const MANY_WAITING: i64 = 100;

pub(super) async fn look(config: &Config, desks: &Desks, now: Moment) -> Vec<Finding> {
    let Some(settings) = &config.bot else {
        let mend = "write it behind TELOXIDE_TOKEN, as @BotFather gave it";
        return vec![Finding::fault("token", "there is none", mend)];
    };
    let bot = match Bot::new(&settings.api_url, settings.token.clone(), HASTE) {
        Ok(bot) => bot,
        Err(error) => return vec![refused("token", &error)],
    };
    let me = match bot.check().await {
        Ok(me) => me,
        Err(error) => return vec![refused("token", &error)],
    };
    let mut findings = vec![Finding::ok("token", format!("Telegram knows the bot as @{}", me.username))];
    findings.push(of_clock(bot.time_there().await.ok().flatten(), now));
    findings.push(match bot.webhook().await {
        Ok(webhook) => of_webhook(&webhook, config.webhook.as_ref().map(|webhook| webhook.url.as_str()), now),
        Err(error) => refused("webhook", &error),
    });
    findings.extend(of_links(desks));
    for (desk, chat) in &desks.links {
        findings.push(of_group(desk, *chat, &bot, &me).await);
    }
    findings
}

fn refused(about: &'static str, error: &SetupError) -> Finding {
    match error {
        SetupError::WrongToken => Finding::fault(
            about,
            "Telegram does not know this token",
            "copy it again from @BotFather into TELOXIDE_TOKEN; was it revoked, this is the new one",
        ),
        SetupError::WrongAddress => Finding::fault(
            about,
            "TELOXIDE_API_URL is no web address",
            "write for example https://api.telegram.org, or leave it out",
        ),
        SetupError::Wait(_) => Finding::warning(about, error.to_string(), "look again later"),
        SetupError::Failed(_) => Finding::fault(
            about,
            error.to_string(),
            "look at the line to the internet, a firewall, and TELOXIDE_API_URL",
        ),
        SetupError::Refused(_) => Finding::fault(about, error.to_string(), "look at what Telegram says"),
    }
}

fn of_clock(there: Option<Moment>, now: Moment) -> Finding {
    let Some(there) = there else {
        return Finding::warning("clock", "Telegram did not say what time it is", "look with `timedatectl`");
    };
    let off = now.since(there).max(there.since(now));
    let side = if now > there { "ahead" } else { "behind" };
    let what = format!("the clock of this machine is {} seconds {side}", off.as_secs());
    let mend = "let the machine keep time (`timedatectl set-ntp true`): promises and reminders follow its clock";
    match off {
        off if off > FAR_OFF => Finding::fault("clock", what, mend),
        off if off > OFF => Finding::warning("clock", what, mend),
        _ => Finding::ok("clock", "it shows the time that Telegram shows"),
    }
}

/// What is set, without the path: that may be meant to be secret.
fn host(url: &str) -> &str {
    url.split('/').nth(2).unwrap_or(url)
}

fn of_webhook(webhook: &Webhook, own: Option<&str>, now: Moment) -> Finding {
    let about = "webhook";
    match (webhook.url.as_deref(), own) {
        (None, None) if webhook.waiting > MANY_WAITING => Finding::warning(
            about,
            format!("none is set, and {} updates wait to be fetched", webhook.waiting),
            "see that `loket serve` runs",
        ),
        (None, None) => Finding::ok(about, "none is set: updates are fetched, as the settings say"),
        (None, Some(_)) => Finding::warning(
            about,
            "none is set, but the settings name one",
            "start `loket serve`: it sets the webhook by itself",
        ),
        (Some(set), None) => Finding::fault(
            about,
            format!("one is set for {}: updates go there, and can't be fetched here", host(set)),
            "stop the program there and start with `loket serve --remove-webhook`, or set LOKET_WEBHOOK_URL",
        ),
        (Some(set), Some(own)) if set != own => Finding::fault(
            about,
            format!("one is set for {}, and that is not LOKET_WEBHOOK_URL", host(set)),
            "stop the program there, then start with `loket serve --remove-webhook`",
        ),
        (Some(_), Some(_)) => of_own_webhook(webhook, now),
    }
}

fn of_own_webhook(webhook: &Webhook, now: Moment) -> Finding {
    let lately = webhook.last_error.as_ref().filter(|(at, _)| now.since(*at) < LATELY);
    match lately {
        Some((at, words)) => Finding::fault(
            "webhook",
            format!(
                "{} updates wait; {} minutes ago Telegram could not bring one: {words}",
                webhook.waiting,
                now.since(*at).as_secs() / 60
            ),
            "look at the reverse proxy, its certificate, and that it passes the path on to LOKET_HTTP_ADDR",
        ),
        None if webhook.waiting > MANY_WAITING => Finding::warning(
            "webhook",
            format!("{} updates wait at Telegram", webhook.waiting),
            "see that `loket serve` runs and keeps up; it takes them in by itself",
        ),
        None => Finding::ok("webhook", format!("it is set, {} updates wait", webhook.waiting)),
    }
}

/// Desks without a group, and groups without a desk.
fn of_links(desks: &Desks) -> Vec<Finding> {
    let Some(known) = &desks.known else { return Vec::new() };
    let is_linked = |desk: &DeskId| desks.links.iter().any(|(linked, _)| linked == desk);
    let alone: Vec<&str> = known.keys().filter(|desk| !is_linked(desk)).map(DeskId::as_str).collect();
    let unknown: Vec<&str> = desks
        .links
        .iter()
        .map(|(desk, _)| desk)
        .filter(|desk| !known.contains_key(*desk))
        .map(DeskId::as_str)
        .collect();
    let mut findings = Vec::new();
    if !alone.is_empty() {
        let what = format!("not linked to a group: {}; their cases wait", alone.join(", "));
        findings.push(Finding::warning("desks", what, "in the group of each, an admin writes `/koppel` and its id"));
    }
    if !unknown.is_empty() {
        let what = format!("linked to a group, but not in the catalogue: {}", unknown.join(", "));
        findings.push(Finding::warning("desks", what, "link that group to a desk of `desks.toml`"));
    }
    if findings.is_empty() {
        findings.push(Finding::ok("desks", "each has its group"));
    }
    findings
}

async fn of_group(desk: &DeskId, chat: ChatId, bot: &Bot, me: &Me) -> Finding {
    match bot.group(chat, me.id).await {
        Ok(group) => of_rights(desk, &group),
        Err(SetupError::Refused(words)) => Finding::fault(
            "group",
            format!("the group of {desk} ({chat}) can't be reached: {words}"),
            format!("was it removed, make a new one and write `/koppel {desk}` there; else add the bot to it again"),
        ),
        Err(error) => refused("group", &error),
    }
}

fn of_rights(desk: &DeskId, group: &Group) -> Finding {
    let title = &group.title;
    match group.standing {
        Standing::Gone => Finding::fault(
            "group",
            format!("the bot is not in “{title}”, the group of {desk}"),
            "add it again, and make it an administrator",
        ),
        _ if !group.is_forum => Finding::fault(
            "group",
            format!("“{title}”, the group of {desk}, has no topics"),
            "switch Topics on in the settings of that group",
        ),
        Standing::Member => Finding::fault(
            "group",
            format!("the bot has no rights in “{title}”, the group of {desk}"),
            "make it an administrator who may manage topics, pin messages and delete messages",
        ),
        Standing::Administrator { topics, pins, deletes } => {
            let rights = [(topics, "manage topics"), (pins, "pin messages"), (deletes, "delete messages")];
            let missing: Vec<&str> = rights.iter().filter(|(has, _)| !has).map(|(_, right)| *right).collect();
            if missing.is_empty() {
                return Finding::ok("group", format!("the bot may do its work in “{title}”, the group of {desk}"));
            }
            let what = format!("in “{title}”, the group of {desk}, the bot may not {}", missing.join(", not "));
            Finding::fault("group", what, "give it that right in the group's administrators")
        }
    }
}
