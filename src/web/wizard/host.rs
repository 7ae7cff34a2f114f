//! What a wizard asks of its surroundings: the browser, or a fake in tests.

use std::future::Future;
use std::pin::Pin;

use super::{Event, Reply, Submission};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::DocumentDraft;
use crate::domain::offer::Attachments;
use crate::domain::redaction::{Flaw, RawScan, RedactedScan};
use crate::domain::rules::{Place, Rule};
use crate::domain::scheme::{Date, Lang};

/// Work that ends later; browser futures stay on their thread.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// A file that the applicant chose, as the browser hands it over.
pub type ChosenFile = web_sys::File;

/// A document that was accepted.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What goes into the draft.
    pub document: DocumentDraft,
    /// What may make it hard to read.
    pub flaws: Vec<Flaw>,
}

/// A copy of an identity document that is not covered yet: drawn upright and without metadata, held in memory only.
#[derive(Debug)]
pub struct Photo {
    /// What it is held by.
    pub id: String,
    /// Where it can be seen.
    pub address: String,
    /// Name of the file that it comes from, as it can be sent.
    pub file_name: String,
    /// What may make it hard to read.
    pub flaws: Vec<Flaw>,
}

/// What a chosen file became.
#[derive(Debug)]
pub enum AcceptedFile {
    /// A document of the application.
    Document(Accepted),
    /// A copy of an identity document, which must be covered first.
    Scan(RawScan<Photo>),
}

/// Where the applicant may go after sending.
#[derive(Clone, Debug)]
pub struct WayBack {
    /// The address; absolute, https.
    pub address: String,
    /// Name of the site, as in the address.
    pub site: String,
}

/// Why a file is refused: the rule, and what it speaks of.
pub type Refusal = (Rule, String);

/// Why answers could not be saved or brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// This page may save nothing.
    Unavailable,
    /// What was saved cannot be read.
    Unreadable,
}

/// Days for which answers are kept after the last of them.
pub const DAYS_KEPT: i64 = 7;

/// Whether answers are kept on this device, so that they outlive the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDevice {
    /// Never; the applicant is not asked.
    #[default]
    Never,
    /// Not unless the applicant says so.
    Asked,
    /// They are, by this tab.
    Kept,
    /// They are, by another tab.
    Elsewhere,
}

/// What an applicant says about keeping answers on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceAct {
    /// Keep them, from the next [`Host::save`] on.
    Keep {
        /// And the documents.
        with_documents: bool,
    },
    /// Keep nothing there any more, and erase what is there.
    Forget,
    /// Take them from the tab that keeps them; [`Host::restore`] brings them back then.
    TakeOver,
}

/// The surroundings of one wizard.
pub trait Host {
    /// The day, by the clock of the device.
    fn today(&self) -> Date;
    /// The moment, RFC 3339 in UTC.
    fn now(&self) -> String;
    /// A fresh UUID.
    fn new_id(&self) -> String;
    /// A number from 0 up to 1, for jitter.
    fn chance(&self) -> f64;
    /// Ends after so many milliseconds.
    fn sleep(&self, milliseconds: u32) -> Task<()>;
    /// Whether there seems to be a network.
    fn is_online(&self) -> bool;
    /// Fetches the service catalogue.
    fn catalogue(&self) -> Task<Option<Catalogue>>;
    /// Checks a chosen file, redraws images without metadata, and holds the bytes.
    fn accept_file(&self, file: ChosenFile, place: Place, limits: Attachments) -> Task<Result<AcceptedFile, Refusal>>;
    /// Accepts a covered copy of an identity document under the name of its file; there is no other way for one.
    fn accept_scan(
        &self,
        scan: RedactedScan<web_sys::HtmlCanvasElement>,
        place: Place,
        file_name: String,
        limits: Attachments,
    ) -> Task<Result<DocumentDraft, Refusal>>;
    /// Accepts a drawn signature.
    fn accept_drawing(&self, canvas: web_sys::HtmlCanvasElement, place: Place) -> Task<Result<DocumentDraft, Refusal>>;
    /// Where an accepted file can be seen, if it is an image.
    fn preview(&self, id: &str) -> Option<String>;
    /// Releases the bytes of a file.
    fn release(&self, id: &str);
    /// Whether the bytes of a file are here.
    fn holds(&self, id: &str) -> bool;
    /// Saves the answers: in this tab, and on this device where the applicant said so.
    fn save(&self, answers: String) -> Task<Result<(), SaveError>>;
    /// Saves the answers in case the page goes before [`Host::save`], which follows, is done.
    fn save_at_once(&self, answers: &str);
    /// Brings back what was saved, and the files with it.
    fn restore(&self) -> Task<Result<Option<String>, SaveError>>;
    /// Whether that was saved longer ago than [`DAYS_KEPT`].
    fn is_old(&self) -> bool;
    /// Whether answers are kept on this device, as far as is known.
    fn on_device(&self) -> OnDevice;
    /// Does with what is kept on this device as the applicant says; [`Host::on_device`] tells what came of it.
    fn change_device(&self, act: DeviceAct) -> Task<()>;
    /// Erases all that was saved, and releases all files.
    fn erase(&self) -> Task<()>;
    /// Sends a finished application; the same bytes each time.
    fn send(&self, submission: Submission) -> Task<Reply>;
    /// Tells the host page.
    fn tell(&self, event: Event);
    /// Offers a text as a file to keep.
    fn offer_file(&self, name: &str, text: String);
    /// Where the applicant may go after sending, if the host page and the offer say so.
    fn way_back(&self) -> Option<WayBack>;
    /// Prints the page.
    fn print(&self);
    /// Reloads the page.
    fn reload(&self);
    /// Copies a text.
    fn copy(&self, text: &str);
    /// The name of a country in the language of the applicant.
    fn country_name(&self, code: &str, lang: Lang) -> String;
}
