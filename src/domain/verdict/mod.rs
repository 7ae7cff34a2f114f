//! What backends call: takes an application as bytes and returns the verdict of the rules as bytes.
//!
//! `check`, the module for other languages and the conformance cases all return exactly what [`verdict`] returns.

mod compose;
mod fault;
mod is_default;
mod limits;
mod outdated;
mod progress;
mod read;
mod reading;

use serde::Serialize;

use crate::domain::application::{Facts, SignedApplication};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::offer::Offer;
use crate::domain::rules::Issues;
use crate::domain::scheme::Date;

pub use fault::{Fault, Input, Unreadable};
pub use limits::{MAX_APPLICATION_BYTES, MAX_CATALOGUE_BYTES, MAX_DEPTH, MAX_OFFER_BYTES, MAX_ROWS};
pub use read::{Unjudged, read_application, read_catalogue, read_offer};

/// The format of a verdict. On the wire it is called an answer.
pub const VERDICT_FORMAT: &str = "eherkenning-answer/1";

/// The verdict of the rules on an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every rule holds.
    Accepted(Box<SignedApplication>),
    /// Rules are broken.
    Refused(Issues),
    /// An input cannot be read.
    Unreadable(Unreadable),
}

/// Checks an application against an offer and a catalogue on a day; returns the verdict as JSON.
///
/// The first three are JSON, `today` is `YYYY-MM-DD`; any of them may be invalid. The verdict is one line without
/// spaces, one of
///
/// ```json
/// {"format":"eherkenning-answer/1","application":{…}}
/// {"format":"eherkenning-answer/1","issues":[{"place":"user.email","code":"email_shape","params":{}}]}
/// {"format":"eherkenning-answer/1","error":{"in":"application","pointer":"/user","code":"json_type","message":"…"}}
/// ```
///
/// The first one is returned if every rule holds, with the application in its canonical form. Every input gets a
/// verdict.
pub fn verdict(application: &[u8], offer: &[u8], catalogue: &[u8], today: &[u8]) -> String {
    let verdict = match read_facts(offer, catalogue, today) {
        Ok(facts) => Verdict::to(application, &facts),
        Err(unreadable) => Verdict::Unreadable(unreadable),
    };
    verdict.print()
}

/// Reads what the rules must know besides the application, once for many applications.
///
/// # Errors
/// The first thing that cannot be read.
pub fn read_facts(offer: &[u8], catalogue: &[u8], today: &[u8]) -> Result<Facts, Unreadable> {
    let (offer, catalogue): (Offer, Catalogue) = (read_offer(offer)?, read_catalogue(catalogue)?);
    Ok(Facts { offer, catalogue, today: read_day(today)? })
}

/// Parses the day to check for: `YYYY-MM-DD`.
///
/// # Errors
/// When it is not a day.
pub fn read_day(day: &[u8]) -> Result<Date, Unreadable> {
    let day = std::str::from_utf8(day).ok().and_then(|day| Date::parse_iso(day).ok());
    day.ok_or_else(|| Unreadable::new(Input::Today, Fault::Date, "expected a day as YYYY-MM-DD"))
}

impl Verdict {
    /// Checks an application in JSON.
    pub fn to(application: &[u8], facts: &Facts) -> Self {
        match read_application(application) {
            Err(unreadable) => Self::Unreadable(unreadable),
            Ok(received) => match received.judge(facts) {
                Ok(signed) => Self::Accepted(Box::new(signed)),
                Err(issues) => Self::Refused(issues),
            },
        }
    }

    /// As text in [`VERDICT_FORMAT`]: one line without spaces.
    pub fn print(&self) -> String {
        let content = match self {
            Self::Accepted(signed) => Content::Application(Box::new(Draft::from(&**signed))),
            Self::Refused(issues) => Content::Issues(issues),
            Self::Unreadable(unreadable) => Content::Error(unreadable),
        };
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(&Printed { format: VERDICT_FORMAT, content }).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Printed<'a> {
    format: &'static str,
    #[serde(flatten)]
    content: Content<'a>,
}

/// The one field of a verdict besides its format.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Content<'a> {
    Application(Box<Draft>),
    Issues(&'a Issues),
    Error(&'a Unreadable),
}
