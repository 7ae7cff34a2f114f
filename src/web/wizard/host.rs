//! What a wizard needs from its host: the browser, or a fake in tests.

use std::future::Future;
use std::pin::Pin;

use super::{Event, SavedDraft};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::DocumentDraft;
use crate::domain::handover::{Fault, Handover, Opened, Passphrase};
use crate::domain::lookup::Registration;
use crate::domain::offer::Attachments;
use crate::domain::redaction::{Flaw, RawScan, RedactedScan};
use crate::domain::rules::{Place, Rule};
use crate::domain::scheme::{Date, Lang};
use crate::domain::submission::{Key, Reply, StoreFault, Submission, SubmittedFile};

/// A boxed future; browser futures stay on their thread.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// A chosen file, as the browser provides it.
pub type ChosenFile = web_sys::File;

/// An accepted document.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Its description, for the draft.
    pub document: DocumentDraft,
    /// Flaws that may make it hard to read.
    pub flaws: Vec<Flaw>,
}

/// A copy of an identity document that is not covered yet: drawn upright, without metadata, in memory only.
#[derive(Debug)]
pub struct Photo {
    /// Its id.
    pub id: String,
    /// Address of its preview.
    pub address: String,
    /// Name of the original file, made valid for sending.
    pub file_name: String,
    /// Flaws that may make it hard to read.
    pub flaws: Vec<Flaw>,
}

/// The result of accepting a chosen file.
#[derive(Debug)]
pub enum AcceptedFile {
    /// A document of the application.
    Document(Accepted),
    /// Copies of an identity document, which must be covered first: a photo, or the pages of a PDF.
    Scans(Vec<RawScan<Photo>>),
}

/// Where the applicant may go after sending.
#[derive(Clone, Debug)]
pub struct WayBack {
    /// The address; absolute, https.
    pub address: String,
    /// Name of the site, as in the address.
    pub site: String,
}

/// Why a file is refused: the rule, and the value that its sentence names.
pub type Refusal = (Rule, String);

/// Why nothing was brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// What is saved cannot be read now. It stays where it is.
    Unavailable,
    /// What was saved is damaged, or of a newer version. It was set aside, so that nothing is written over it; this is
    /// left of it, for a file.
    SetAside(String),
    /// Something was saved, and is gone: the browser removed it, or it became too old.
    Gone,
}

/// A file that was sealed.
pub type SealedFile = web_sys::Blob;

/// A handover that was opened.
#[derive(Debug)]
pub struct Unsealed {
    /// What it says.
    pub opened: Opened,
    /// The files of its documents, each with the id of the document.
    pub files: Vec<(String, web_sys::Blob)>,
}

/// Why a handover is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// The file, or the passphrase.
    Fault(Fault),
    /// The browser cannot read it now.
    Unavailable,
}

/// Why an organisation is not looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookUpError {
    /// No organisation has this number.
    NotFound,
    /// The register cannot be asked now, or its answer cannot be used.
    Unavailable,
}

/// What came of a try to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It was tried.
    Reply(Reply),
    /// Nothing was posted: the bytes of these files, by their ids, are not here.
    FilesMissing(Vec<String>),
}

/// How many days answers are kept after the last change.
pub const DAYS_KEPT: i64 = 7;

/// Whether answers are saved on this device, so that they outlive the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDevice {
    /// Never; the applicant cannot choose it.
    #[default]
    Never,
    /// Not yet, but the applicant can choose it.
    Asked,
    /// Yes, by this tab.
    Kept,
    /// Yes, by another tab.
    Elsewhere,
}

/// What an applicant can choose about saving on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceAct {
    /// Save answers, from the next [`Host::save`] on.
    Keep {
        /// Whether to save the documents too.
        with_documents: bool,
    },
    /// Stop saving on the device, and erase what is there.
    Forget,
    /// Take over from the tab that saves them; [`Host::restore`] then returns them.
    TakeOver,
}

/// The host of one wizard.
pub trait Host {
    /// The day, by the clock of the device.
    fn today(&self) -> Date;
    /// The moment, RFC 3339 in UTC.
    fn now(&self) -> String;
    /// The present, in seconds since 1970.
    fn now_unix(&self) -> i64;
    /// A fresh key for an application.
    fn new_key(&self) -> Key;
    /// A number from 0 up to 1, for jitter.
    fn chance(&self) -> f64;
    /// Waits for the given number of milliseconds.
    fn sleep(&self, milliseconds: u32) -> Task<()>;
    /// Whether there seems to be a network.
    fn is_online(&self) -> bool;
    /// Fetches the service catalogue.
    fn catalogue(&self) -> Task<Option<Catalogue>>;
    /// Which host can look up an organisation, if the offer names one.
    fn look_up_host(&self) -> Option<String>;
    /// Looks up the organisation with this KvK number.
    fn look_up(&self, number: &str) -> Task<Result<Registration, LookUpError>>;
    /// Checks a chosen file, redraws images without metadata, and stores the bytes.
    fn accept_file(&self, file: ChosenFile, place: Place, limits: Attachments) -> Task<Result<AcceptedFile, Refusal>>;
    /// Accepts a covered copy of an identity document, under its file name; the only way to add one.
    fn accept_scan(
        &self,
        scan: RedactedScan<web_sys::HtmlCanvasElement>,
        place: Place,
        file_name: String,
        limits: Attachments,
    ) -> Task<Result<DocumentDraft, Refusal>>;
    /// Accepts a drawn signature.
    fn accept_drawing(&self, canvas: web_sys::HtmlCanvasElement, place: Place) -> Task<Result<DocumentDraft, Refusal>>;
    /// Address of the preview of an accepted file, if it is an image.
    fn preview(&self, id: &str) -> Option<String>;
    /// Address of an accepted file, to look at it.
    fn address(&self, id: &str) -> Option<String>;
    /// Releases the bytes of a file.
    fn release(&self, id: &str);
    /// Whether the bytes of a file are available.
    fn holds(&self, id: &str) -> bool;
    /// Saves the answers and what is known of sending, in one go: in this tab, and on this device where the applicant said
    /// so. What is saved already is only written once more if `is_checked`, which asks whether another tab wrote since.
    fn save(&self, saved: SavedDraft, is_checked: bool) -> Task<Result<(), StoreFault>>;
    /// Saves the answers in case the page goes before [`Host::save`], which follows, is done.
    fn save_at_once(&self, saved: &SavedDraft);
    /// Saves the receipt in place of all answers, and then releases all files; false if it could not be saved.
    fn finish(&self, receipt: SavedDraft) -> Task<bool>;
    /// Brings back what was saved, and the files with it.
    fn restore(&self) -> Task<Result<Option<SavedDraft>, RestoreError>>;
    /// Whether another tab works on what is saved, as far as is known.
    fn is_superseded(&self) -> bool;
    /// Whether that was saved longer ago than [`DAYS_KEPT`].
    fn is_old(&self) -> bool;
    /// Whether answers are saved on this device, as far as known.
    fn on_device(&self) -> OnDevice;
    /// Changes what is saved on this device, as the applicant chooses; [`Host::on_device`] returns the result.
    fn change_device(&self, act: DeviceAct) -> Task<()>;
    /// Erases everything saved, and releases all files.
    fn erase(&self) -> Task<()>;
    /// Takes in a file again whose bytes are gone; false if it is another one.
    fn bring_back(&self, file: ChosenFile, wanted: SubmittedFile, place: Place, limits: Attachments) -> Task<bool>;
    /// Sends a finished application; the same bytes each time. `answering` is called once the answer begins to come.
    fn send(&self, number: u32, submission: Submission, answering: Box<dyn Fn()>) -> Task<Sent>;
    /// Asks what became of the application with this key.
    fn ask(&self, number: u32, key: Key) -> Task<Reply>;
    /// Cuts off the request with this number, if it still runs.
    fn abort(&self, number: u32);
    /// Tells the host page.
    fn tell(&self, event: Event);
    /// Offers a text as a file to download.
    fn offer_text(&self, name: &str, text: String);
    /// Makes up a passphrase of words in this language; `None` if they cannot be loaded now.
    fn passphrase(&self, lang: Lang) -> Task<Option<String>>;
    /// Seals a handover, with the files of its documents, until the end of a day; `None` if the browser cannot do so now.
    fn seal(&self, handover: Handover, passphrase: Passphrase, ends_on: Date) -> Task<Option<SealedFile>>;
    /// Opens a file that was sealed for this supplier. What is held stays.
    fn open(&self, file: ChosenFile, passphrase: Passphrase, supplier: String) -> Task<Result<Unsealed, NotOpened>>;
    /// Holds these files, each with the id of its document, in place of all others.
    fn hold_only(&self, files: Vec<(String, web_sys::Blob)>);
    /// Offers a sealed file to download.
    fn offer_file(&self, name: &str, file: &SealedFile);
    /// Whether the system can pass on such a file.
    fn can_share(&self, name: &str, file: &SealedFile) -> bool;
    /// Asks the system to pass on a file.
    fn share(&self, name: &str, file: &SealedFile);
    /// SHA-256 of a text, in hexadecimal; `None` if the browser cannot compute it.
    fn digest(&self, text: String) -> Task<Option<String>>;
    /// The address of this page, without anything that was added to it; `None` in a frame, whose address is not the page's.
    fn page_address(&self) -> Option<String>;
    /// Where the applicant may go after sending, if the host page names it and the offer allows it.
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
