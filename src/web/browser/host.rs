//! `Host` implemented with browser APIs, which are in one file per subject.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use web_sys::{Blob, HtmlCanvasElement};

use super::config::{BrowserConfig, KVK_NUMBER};
use super::files::Files;
use super::handover::WordLists;
use super::send::{self, Underway};
use super::store::Store;
use super::{clock, crypto, fetch, file_upload, handover, page};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::DocumentDraft;
use crate::domain::handover::{Handover, Passphrase};
use crate::domain::lookup::Registration;
use crate::domain::offer::Attachments;
use crate::domain::redaction::RedactedScan;
use crate::domain::rules::Place;
use crate::domain::scheme::{Date, Lang, MediaType, hexadecimal};
use crate::domain::submission::{Key, Reply, StoreFault, Submission, SubmittedFile};
use crate::web::wizard::{
    AcceptedFile, ChosenFile, DeviceAct, Event, Host, LookUpError, NotOpened, OnDevice, Refusal, RestoreError,
    SavedDraft, SealedFile, Sent, Task, Unsealed, WayBack,
};

/// The host of one wizard. Dropping it aborts its requests and releases its files.
pub struct Browser {
    config: BrowserConfig,
    files: Rc<Files>,
    store: Rc<Store>,
    underway: Rc<Underway>,
    words: Rc<WordLists>,
}

impl Browser {
    /// A host without any files yet.
    pub fn new(config: BrowserConfig) -> Self {
        let store = Rc::new(Store::new(config.instance.clone(), config.on_device));
        Self { config, files: Rc::default(), store, underway: Rc::default(), words: Rc::default() }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.underway.abort_all();
    }
}

impl Host for Browser {
    fn today(&self) -> Date {
        clock::today()
    }

    fn now(&self) -> String {
        clock::now()
    }

    fn now_unix(&self) -> i64 {
        i64::try_from(clock::milliseconds() / 1000).unwrap_or_default()
    }

    fn new_key(&self) -> Key {
        clock::new_key()
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

    fn look_up_host(&self) -> Option<String> {
        self.config.lookup.as_ref().map(|lookup| lookup.host.clone())
    }

    fn look_up(&self, number: &str) -> Task<Result<Registration, LookUpError>> {
        let url = self.config.lookup.as_ref().map(|lookup| lookup.template.replace(KVK_NUMBER, number));
        Box::pin(async move { fetch::registration(&url.unwrap_or_default()).await })
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

    fn address(&self, id: &str) -> Option<String> {
        self.files.address(id)
    }

    /// The next [`Host::save`] removes its record too.
    fn release(&self, id: &str) {
        self.files.release(id);
    }

    fn holds(&self, id: &str) -> bool {
        self.files.blob(id).is_some()
    }

    fn save(&self, saved: SavedDraft, is_checked: bool) -> Task<Result<(), StoreFault>> {
        let (files, store) = (self.files.clone(), self.store.clone());
        store.queue(saved, is_checked);
        Box::pin(async move { store.save(&files).await })
    }

    fn save_at_once(&self, saved: &SavedDraft) {
        self.store.save_at_once(&saved.write());
    }

    fn finish(&self, receipt: SavedDraft) -> Task<bool> {
        let (files, store) = (self.files.clone(), self.store.clone());
        store.drop_queued();
        Box::pin(async move {
            let is_finished = store.finish(&receipt).await.is_ok();
            if is_finished {
                files.clear();
            }
            is_finished
        })
    }

    fn restore(&self) -> Task<Result<Option<SavedDraft>, RestoreError>> {
        let (files, store) = (self.files.clone(), self.store.clone());
        Box::pin(async move { store.restore(&files).await })
    }

    fn is_superseded(&self) -> bool {
        self.store.is_superseded()
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

    fn bring_back(&self, file: ChosenFile, wanted: SubmittedFile, place: Place, limits: Attachments) -> Task<bool> {
        let files = self.files.clone();
        Box::pin(async move { file_upload::bring_back(&files, file, &wanted, place, &limits).await })
    }

    fn send(&self, number: u32, submission: Submission, answering: Box<dyn Fn()>) -> Task<Sent> {
        let (files, underway) = (self.files.clone(), self.underway.clone());
        let endpoint = self.config.endpoint.clone();
        Box::pin(async move { send::send(&endpoint, (number, &submission), &files, &underway, answering).await })
    }

    fn ask(&self, number: u32, key: Key) -> Task<Reply> {
        let (address, underway) = (self.config.outcome.clone(), self.underway.clone());
        Box::pin(async move { send::ask(&address, number, &key, &underway).await })
    }

    fn abort(&self, number: u32) {
        self.underway.abort(number);
    }

    fn tell(&self, event: Event) {
        (self.config.tell)(event);
    }

    fn offer_text(&self, name: &str, text: String) {
        // If files cannot be offered, the application is still on the screen.
        page::offer_text(name, &text).ok();
    }

    fn passphrase(&self, lang: Lang) -> Task<Option<String>> {
        let words = self.words.clone();
        Box::pin(async move { words.passphrase(lang).await })
    }

    fn seal(&self, handover: Handover, passphrase: Passphrase, ends_on: Date) -> Task<Option<SealedFile>> {
        let files = self.files.clone();
        Box::pin(async move { handover::seal(&files, &handover, &passphrase, ends_on).await.ok() })
    }

    fn open(&self, file: ChosenFile, passphrase: Passphrase, supplier: String) -> Task<Result<Unsealed, NotOpened>> {
        Box::pin(async move { handover::open(&file, &passphrase, &supplier).await })
    }

    fn hold_only(&self, files: Vec<(String, Blob)>) {
        self.store.replace_files(&files.iter().map(|(id, _)| id).collect::<Vec<_>>());
        self.files.clear();
        for (id, blob) in files {
            self.files.hold(&id, blob);
        }
    }

    fn offer_file(&self, name: &str, file: &SealedFile) {
        // If files cannot be offered, the application is still on the screen.
        page::offer_blob(name, file).ok();
    }

    fn can_share(&self, name: &str, file: &SealedFile) -> bool {
        page::can_share(name, file)
    }

    fn share(&self, name: &str, file: &SealedFile) {
        page::share(name, file);
    }

    fn digest(&self, text: String) -> Task<Option<String>> {
        Box::pin(async move { Some(hexadecimal(&crypto::digest(text.as_bytes()).await.ok()?)) })
    }

    fn page_address(&self) -> Option<String> {
        page::address().filter(|_| !self.config.is_framed)
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
