//! Reading a scene: every fault with its line and how to mend it.

use std::fs;
use std::ops::Range;
use std::path::Path;

use jiff::civil::DateTime;
use serde::Deserialize;
use toml::Spanned;

use super::{Befalls, Does, Parcel, Script, Step};
use crate::sandbox::message::MediaKind;
use crate::sandbox::world::Trouble;

/// Nobody looks at one thing longer.
const LONGEST_WAIT_S: f64 = 120.0;

/// A scene as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    start: Option<Spanned<String>>,
    #[serde(default)]
    step: Vec<Spanned<WrittenStep>>,
}

/// A step as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    caption: Option<String>,
    happens: Option<Spanned<String>>,
    who: Option<String>,
    #[serde(rename = "in")]
    place: Option<String>,
    says: Option<String>,
    taps: Option<String>,
    edits: Option<String>,
    sends: Option<Spanned<String>>,
    replies_to: Option<String>,
    sees: Option<String>,
    picture: Option<String>,
    wait: Option<Spanned<f64>>,
}

/// A fault at a place in the text.
struct At(Range<usize>, String);

impl Script {
    /// Reads a scene from a file; what it sends lies beside it. The fault says file, line and how to mend it.
    pub fn from_file(file: &Path) -> Result<Self, String> {
        let name = file.display();
        let text = fs::read_to_string(file)
            .map_err(|error| format!("{name}: can't be read: {error}. Name a file that is there."))?;
        let folder = file.parent().unwrap_or(Path::new("."));
        Self::read(&text, folder).map_err(|(line, fault)| format!("{name}:{line}: {fault}"))
    }

    /// Reads a scene; the fault comes with its line, from 1.
    pub fn read(text: &str, folder: &Path) -> Result<Self, (usize, String)> {
        let line_of = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let written: Written = toml::from_str(text).map_err(|error| {
            let line = line_of(error.span().map_or(0, |span| span.start));
            (line, format!("{}. A scene has a title and [[step]]s; see docs/scenes.", error.message()))
        })?;
        let start = written.start.map(|start| moment(&start)).transpose();
        let mut script = Self { title: written.title, start: None, steps: Vec::new() };
        let fault = |At(span, fault): At| (line_of(span.start), fault);
        script.start = start.map_err(fault)?;
        for step in written.step {
            let line = line_of(step.span().start);
            script.steps.push(checked(step, line, folder).map_err(fault)?);
        }
        if script.steps.is_empty() {
            return Err((1, "nothing happens in this scene. Add a [[step]] with who and says.".to_owned()));
        }
        Ok(script)
    }
}

fn moment(written: &Spanned<String>) -> Result<DateTime, At> {
    written.get_ref().replacen(' ', "T", 1).parse().map_err(|_| {
        let fault = "this is no moment. Write it as \"2026-11-30 10:00\".".to_owned();
        At(written.span(), fault)
    })
}

fn checked(step: Spanned<WrittenStep>, line: usize, folder: &Path) -> Result<Step, At> {
    let span = step.span();
    let step = step.into_inner();
    let sends = step.sends.as_ref().map(|sends| parcel(sends, folder)).transpose()?;
    let mut deeds =
        [step.says.map(Does::Says), step.taps.map(Does::Taps), step.edits.map(Does::Edits), sends.map(Does::Sends)]
            .into_iter()
            .flatten();
    let does = deeds.next();
    if deeds.next().is_some() {
        let fault = "somebody does two things at once. Make two steps of says, taps, edits and sends.";
        return Err(At(span, fault.to_owned()));
    }
    if step.who.is_none() && (does.is_some() || step.sees.is_some() || step.place.is_some()) {
        return Err(At(span, "nobody does this. Add who = \"Anna\".".to_owned()));
    }
    if step.who.is_some() && does.is_none() && step.sees.is_none() && step.place.is_none() {
        return Err(At(span, "they do nothing. Add says, taps, edits, sends or sees.".to_owned()));
    }
    if step.replies_to.is_some() && !matches!(does, Some(Does::Says(_))) {
        return Err(At(span, "only words answer something. Use replies_to with says.".to_owned()));
    }
    if let Some(wait) = step.wait.as_ref().filter(|wait| !(0.0..=LONGEST_WAIT_S).contains(wait.get_ref())) {
        return Err(At(wait.span(), format!("wait is in seconds, from 0 to {LONGEST_WAIT_S}.")));
    }
    Ok(Step {
        line,
        caption: step.caption,
        befalls: step.happens.as_ref().map(befalls).transpose()?,
        who: step.who,
        place: step.place,
        does,
        replies_to: step.replies_to,
        sees: step.sees,
        picture: step.picture,
        wait: step.wait.map(Spanned::into_inner),
    })
}

fn befalls(written: &Spanned<String>) -> Result<Befalls, At> {
    let trouble = |trouble| Ok(Befalls::Trouble(trouble));
    match written.get_ref().as_str() {
        "an hour passes" => Ok(Befalls::Minutes(60)),
        "five minutes pass" => Ok(Befalls::Minutes(5)),
        "the next working morning" => Ok(Befalls::NextMorning),
        "too many messages" => trouble(Trouble::TooManyRequests),
        "an answer gets lost" => trouble(Trouble::LostAnswer),
        "a bad gateway" => trouble(Trouble::ServerError),
        "the line is cut" => trouble(Trouble::CutLine),
        "the bot is killed" => Ok(Befalls::Power(false)),
        "the bot starts" => Ok(Befalls::Power(true)),
        _ => Err(At(
            written.span(),
            "that can't happen here. What can: \"an hour passes\", \"five minutes pass\", \"the next working \
             morning\", \"too many messages\", \"an answer gets lost\", \"a bad gateway\", \"the line is cut\", \
             \"the bot is killed\", \"the bot starts\"."
                .to_owned(),
        )),
    }
}

fn parcel(written: &Spanned<String>, folder: &Path) -> Result<Parcel, At> {
    match written.get_ref().as_str() {
        "a photo" => Ok(Parcel::StandIn(MediaKind::Photo)),
        "a voice message" => Ok(Parcel::StandIn(MediaKind::Voice)),
        "an album" => Ok(Parcel::Album),
        name => {
            let at = |fault: String| At(written.span(), fault);
            if name.contains(['/', '\\']) {
                return Err(at("a file lies beside the scene. Write its name only.".to_owned()));
            }
            let bytes = fs::read(folder.join(name)).map_err(|error| {
                at(format!(
                    "{name} can't be sent: {error}. Send \"a photo\", \"a voice message\", \"an album\", or the \
                     name of a file beside the scene."
                ))
            })?;
            Ok(Parcel::File(name.to_owned(), bytes))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, String) {
        Script::read(text, Path::new(".")).unwrap_err()
    }

    #[test]
    fn a_fault_says_its_line_and_how_to_mend_it() {
        let head = "title = \"Proef\"\n\n[[step]]\n";
        for (step, line, mend) in [
            ("says = \"Hallo\"", 3, "Add who"),
            ("who = \"Anna\"", 3, "Add says"),
            ("who = \"Anna\"\nsays = \"a\"\ntaps = \"b\"", 3, "two steps"),
            ("who = \"Anna\"\nshouts = \"a\"", 5, "unknown field `shouts`"),
            ("happens = \"a flood\"", 4, "an hour passes"),
            ("who = \"Anna\"\nsends = \"nergens.xlsx\"", 5, "a file beside the scene"),
            ("wait = -1.0", 4, "in seconds"),
        ] {
            let (at, told) = fault(&format!("{head}{step}\n"));
            assert_eq!(at, line, "{step}: {told}");
            assert!(told.contains(mend), "{step}: {told}");
        }
        assert_eq!(fault("title = \"Leeg\"\n").1, "nothing happens in this scene. Add a [[step]] with who and says.");
        assert!(fault("title = \"Wanneer\"\nstart = \"straks\"\n").1.contains("2026-11-30 10:00"));
    }

    #[test]
    fn a_scene_is_read_as_it_is_written() {
        let text =
            "title = \"Kort\"\nstart = \"2026-11-30 10:00\"\n[[step]]\nwho = \"Anna\"\nsays = \"Hallo\"\nwait = 2\n";
        let script = Script::read(&text.replace("wait = 2\n", "wait = 2.0\n"), Path::new(".")).unwrap();
        assert_eq!(script.start.unwrap().to_string(), "2026-11-30T10:00:00");
        assert_eq!(script.steps[0].does, Some(Does::Says("Hallo".to_owned())));
        assert_eq!((script.steps[0].line, script.steps[0].wait), (3, Some(2.0)));
    }
}
