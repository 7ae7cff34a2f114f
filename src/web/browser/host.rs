//! `Host` implemented with browser APIs, which are in one file per subject.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use web_sys::HtmlCanvasElement;

use super::files::Files;
use super::send::{self, Underway};
use super::store::Store;
use super::{clock, fetch, file_upload, page};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::DocumentDraft;
use crate::domain::offer::Attachments;
use crate::domain::redaction::RedactedScan;
use crate::domain::rules::Place;
use crate::domain::scheme::{Date, Lang, MediaType};
use crate::web::wizard::{
    AcceptedFile, ChosenFile, DeviceAct, Event, Host, OnDevice, Refusal, Reply, SaveError, Submission, Task, WayBack,
};

/// The settings of a wizard's host.
#[derive(Clone)]
pub struct BrowserConfig {
    /// Where applications are posted; absolute.
    pub endpoint: String,
    /// Where the catalogue is; absolute.
    pub catalogue: String,
    /// Name under which this wizard saves its answers.
    pub instance: String,
    /// Whether the applicant may save answers on this device.
    pub on_device: OnDevice,
    /// Where the applicant may go after sending.
    pub way_back: Option<WayBack>,
    /// Notifies the host page.
    pub tell: Rc<dyn Fn(Event)>,
}

/// The host of one wizard. Dropping it aborts its requests and releases its files.
pub struct Browser {
    config: BrowserConfig,
    files: Rc<Files>,
    store: Rc<Store>,
    underway: Rc<Underway>,
}

impl Browser {
    /// A host without any files yet.
    pub fn new(config: BrowserConfig) -> Self {
        let store = Rc::new(Store::new(config.instance.clone(), config.on_device));
        Self { config, files: Rc::default(), store, underway: Rc::default() }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.underway.abort();
    }
}

impl Host for Browser {
    fn today(&self) -> Date {
        clock::today()
    }

    fn now(&self) -> String {
        clock::now()
    }

    fn new_id(&self) -> String {
        clock::new_id()
    }

    fn chance(&self) -> f64 {
        clock::chance()
    }

    fn sleep(&self, milliseconds: u32) -> Task<()> {
        Box::pin(TimeoutFuture::new(milliseconds))
    }

    fn is_online(&self) -> bool {
        page::is_online()
    }

    fn catalogue(&self) -> Task<Option<Catalogue>> {
        let url = self.config.catalogue.clone();
        Box::pin(async move { fetch::catalogue(&url).await })
    }

    fn accept_file(&self, file: ChosenFile, place: Place, limits: Attachments) -> Task<Result<AcceptedFile, Refusal>> {
        let files = self.files.clone();
        Box::pin(async move { file_upload::accept(&files, file, place, &limits).await })
    }

    fn accept_scan(
        &self,
        scan: RedactedScan<HtmlCanvasElement>,
        place: Place,
        file_name: String,
        limits: Attachments,
    ) -> Task<Result<DocumentDraft, Refusal>> {
        let files = self.files.clone();
        Box::pin(async move { file_upload::accept_scan(&files, scan, place, file_name, &limits).await })
    }

    fn accept_drawing(&self, canvas: HtmlCanvasElement, place: Place) -> Task<Result<DocumentDraft, Refusal>> {
        let files = self.files.clone();
        let file_name = "signature.png".to_owned();
        Box::pin(async move { file_upload::accept_drawing(&files, canvas, place, file_name, MediaType::Png).await })
    }

    fn preview(&self, id: &str) -> Option<String> {
        self.files.preview(id)
    }

    /// The next [`Host::save`] removes its record too.
    fn release(&self, id: &str) {
        self.files.release(id);
    }

    fn holds(&self, id: &str) -> bool {
        self.files.blob(id).is_some()
    }

    fn save(&self, answers: String) -> Task<Result<(), SaveError>> {
        let (files, store) = (self.files.clone(), self.store.clone());
        store.queue(answers);
        Box::pin(async move { store.save(&files).await })
    }

    fn save_at_once(&self, answers: &str) {
        self.store.save_at_once(answers);
    }

    fn restore(&self) -> Task<Result<Option<String>, SaveError>> {
        let (files, store) = (self.files.clone(), self.store.clone());
        Box::pin(async move { store.restore(&files).await })
    }

    fn is_old(&self) -> bool {
        self.store.is_old()
    }

    fn on_device(&self) -> OnDevice {
        self.store.on_device()
    }

    fn change_device(&self, act: DeviceAct) -> Task<()> {
        Box::pin(self.store.clone().change_device(act))
    }

    fn erase(&self) -> Task<()> {
        let store = self.store.clone();
        store.drop_queued();
        self.files.clear();
        Box::pin(async move { store.erase().await })
    }

    fn send(&self, submission: Submission) -> Task<Reply> {
        let (files, underway) = (self.files.clone(), self.underway.clone());
        let endpoint = self.config.endpoint.clone();
        Box::pin(async move { send::send(&endpoint, &submission, &files, &underway).await })
    }

    fn tell(&self, event: Event) {
        (self.config.tell)(event);
    }

    fn offer_file(&self, name: &str, text: String) {
        // If files cannot be offered, the application is still on the screen.
        page::offer_file(name, &text).ok();
    }

    fn way_back(&self) -> Option<WayBack> {
        self.config.way_back.clone()
    }

    fn print(&self) {
        page::print();
    }

    fn reload(&self) {
        page::reload();
    }

    fn copy(&self, text: &str) {
        page::copy(text);
    }

    fn country_name(&self, code: &str, lang: Lang) -> String {
        page::country_name(code, lang)
    }
}
