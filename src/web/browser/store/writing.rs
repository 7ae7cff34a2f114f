//! What is saved now: the answers, the files that they name, and what is known of sending, in one transaction. A record that
//! another tab wrote since is not overwritten.

use std::cell::RefCell;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::{Store, USED, owner, turns};
use crate::domain::submission::{Record, StoreFault};
use crate::web::browser::database::{Batch, Database};
use crate::web::browser::device::{self, Device};
use crate::web::browser::files::Files;
use crate::web::browser::journal::{self, KeyStream};
use crate::web::browser::record_key::{self, RecordKey};
use crate::web::browser::script::{self, BoxFuture, JsError};
use crate::web::browser::tab::{self, Tab};
use crate::web::wizard::{OnDevice, SavedDraft};

impl Store {
    /// Writes everything; an error unless all of it is written.
    pub(super) fn write<'a>(
        &'a self,
        saved: &'a SavedDraft,
        answers: &'a str,
        files: &'a Files,
    ) -> BoxFuture<'a, Result<(), StoreFault>> {
        Box::pin(async move {
            let tab = Tab::find_or_make(&self.instance).await.map_err(unavailable)?;
            let device = self.device.borrow().clone();
            let copies =
                [Some((&tab.record_key, None)), device.as_deref().map(|device| (&device.record_key, Some(device)))];
            let mut batch = Batch::default();
            let mut owned = Vec::new();
            for (record_key, device) in copies.into_iter().flatten() {
                let written = device.map_or(&self.written, |device| &device.written);
                let is_saved = device.is_none_or(|device| device.with_documents);
                let kept =
                    files_of(record_key, written, answers, files, is_saved, &mut batch).await.map_err(unavailable)?;
                owned.push((written, kept));
            }
            let stored = self.put(&mut batch, &tab, saved, answers).await;
            match stored {
                Ok(()) => {
                    for (written, kept) in owned {
                        written.replace(kept);
                    }
                }
                Err(StoreFault::Newer) => {}
                // The device took nothing yet, so the tab goes on alone.
                Err(_) if device.is_some_and(|device| device.revision.get() == 0) => {
                    self.let_go_of_device();
                    return self.write(saved, answers, files).await;
                }
                // No room for the files, but perhaps for the answers.
                Err(_) if batch.puts.iter().any(|(key, _)| key.contains('/')) => {
                    let mut batch = Batch { removals: batch.removals, ..Batch::default() };
                    self.put(&mut batch, &tab, saved, answers).await.ok();
                }
                Err(_) => {}
            }
            stored
        })
    }

    /// Adds the answers to what is written, for the tab and the device, and writes it, unless another tab wrote since.
    fn put<'a>(
        &'a self,
        batch: &'a mut Batch,
        tab: &'a Tab,
        saved: &'a SavedDraft,
        answers: &'a str,
    ) -> BoxFuture<'a, Result<(), StoreFault>> {
        Box::pin(async move {
            let device = self.device.borrow().clone();
            let known = self.record.borrow().clone();
            let record = &saved.record;
            let is_given_up = known.is_some_and(|known| !record.may_replace(&known));
            if self.is_superseded.get() || is_given_up {
                return Err(StoreFault::Newer);
            }
            let on_device = device.as_deref().map(|device| device.revision.get());
            let revision = self.revision.get().max(on_device.unwrap_or_default()) + 1;
            let is_used = !record.may_expire();
            let sealed = |key| sealed(key, answers, revision, is_used);
            let id = &tab.record_key.id;
            batch.known.push((id.clone(), self.revision.get()));
            batch.puts.push((id.clone(), sealed(&tab.record_key).await.map_err(unavailable)?));
            if let Some(device) = &device {
                if device.revision.get() == 0 {
                    device.remember(&self.instance).map_err(unavailable)?;
                }
                let id = &device.record_key.id;
                let answers = sealed(&device.record_key).await.map_err(unavailable)?;
                device.add_key(&answers);
                batch.known.push((id.clone(), device.revision.get()));
                batch.puts.push((id.clone(), answers));
                batch.puts.push((tab::name(&self.instance), id.as_str().into()));
            }
            let written = Database::open().await.map_err(unavailable)?.write(batch).await;
            match written {
                Ok(()) => self.note_written(tab, device.as_deref(), record, revision, answers).await,
                Err(StoreFault::Newer) => self.is_superseded.set(true),
                Err(StoreFault::Full | StoreFault::Unavailable) => {}
            }
            written
        })
    }

    /// Notes what the records hold now, and makes the next answers of the last moment possible.
    async fn note_written(&self, tab: &Tab, device: Option<&Device>, record: &Record, revision: u32, answers: &str) {
        self.revision.set(revision);
        if let Some(device) = device {
            device.revision.set(revision);
        }
        self.record.replace(Some(record.clone()));
        if self.pending.borrow().is_none() {
            journal::erase(&self.instance);
        }
        if self.key_stream.borrow().as_ref().is_none_or(|key_stream| !key_stream.has_room_for(answers)) {
            let key_stream = KeyStream::new(tab, answers).await.ok();
            self.key_stream.replace(key_stream);
        }
    }

    /// Removes the records of this id, unless another tab wrote them since this revision.
    pub(super) async fn remove(&self, id: String, revision: u32) -> Result<(), StoreFault> {
        let batch = Batch { known: vec![(id.clone(), revision)], removals: vec![id], ..Batch::default() };
        Database::open().await.map_err(unavailable)?.write(&batch).await
    }

    /// Erases everything of this wizard: in the tab, and on the device as far as this tab saves it. Only the revisions
    /// stay, so that a tab that still has the answers does not write them again.
    pub async fn erase(&self) {
        let turn = turns::take().await;
        let mut batch = Batch::default();
        let revision = self.revision.get();
        if let Some(id) = self.forget_tab() {
            batch.bury(id, revision);
        }
        // What comes now is another application.
        self.is_superseded.set(false);
        if let Some(device) = self.let_go_of_device() {
            batch.bury(device.record_key.id.clone(), device.revision.get());
        }
        if !batch.puts.is_empty() {
            // Without its key a record is worthless; one that cannot be removed now is removed after seven days.
            let database = Database::open().await;
            if let Ok(database) = database {
                database.write(&batch).await.ok();
            }
        }
        drop(turn);
    }

    /// Writes the receipt in place of all answers, in one go.
    pub async fn finish(&self, receipt: &SavedDraft) -> Result<(), StoreFault> {
        let turn = turns::take().await;
        let device = self.device.take();
        let answers = receipt.write();
        let finished = self.write_receipt(device.as_deref(), receipt, &answers).await;
        if finished.is_ok() {
            self.saved.replace(answers);
            if let Some(device) = device {
                device::forget(&self.instance, &device.record_key.id);
                self.on_device.set(OnDevice::Asked);
            }
        } else {
            self.device.replace(device);
        }
        self.last.set(finished);
        drop(turn);
        finished
    }

    async fn write_receipt(
        &self,
        device: Option<&Device>,
        receipt: &SavedDraft,
        answers: &str,
    ) -> Result<(), StoreFault> {
        let mut batch = Batch::default();
        if let Some(device) = device {
            batch.bury(device.record_key.id.clone(), device.revision.get());
        }
        let tab = Tab::find_or_make(&self.instance).await.map_err(unavailable)?;
        batch.removals.push(tab.record_key.id.clone());
        self.put(&mut batch, &tab, receipt, answers).await?;
        self.written.take();
        Ok(())
    }
}

impl Batch {
    /// Leaves nothing but the next revision in place of a record and its files.
    fn bury(&mut self, id: String, revision: u32) {
        self.known.push((id.clone(), revision));
        self.removals.push(id.clone());
        self.puts.push((id, record_key::tombstone(revision + 1)));
    }
}

/// The answers as a record.
fn sealed<'a>(
    record_key: &'a RecordKey,
    answers: &'a str,
    revision: u32,
    is_used: bool,
) -> BoxFuture<'a, Result<JsValue, JsError>> {
    Box::pin(async move {
        let plain = Uint8Array::from(answers.as_bytes());
        let record = record_key.seal(&record_key.id, "application/json", &plain).await?;
        record_key::add_revision(&record, revision);
        script::set(&record, USED, &is_used.into());
        Ok(record)
    })
}

/// Adds the files that the answers name and that were not written yet, and removes those that they name no more. Gives
/// the keys of all that are written then.
fn files_of<'a>(
    record_key: &'a RecordKey,
    written: &'a RefCell<Vec<String>>,
    answers: &'a str,
    files: &'a Files,
    is_saved: bool,
    batch: &'a mut Batch,
) -> BoxFuture<'a, Result<Vec<String>, JsError>> {
    Box::pin(async move {
        let owner_id = &record_key.id;
        // The answers are JSON: the ids that they name are between quotation marks. Those of a submission are in it, as
        // JSON within JSON.
        let is_named = |id: &String| answers.split(['"', '\\']).any(|word| word == id);
        let wanted = files.ids().into_iter().filter(|id| is_saved && is_named(id));
        let wanted: Vec<(String, String)> = wanted.map(|id| ([owner_id, "/", &id].concat(), id)).collect();
        let mut before = written.borrow().clone();
        before.retain(|key| owner(key) == owner_id);
        let gone = before.iter().filter(|key| wanted.iter().all(|(wanted, _)| wanted != *key));
        batch.removals.extend(gone.cloned());
        for (key, id) in &wanted {
            if let Some(blob) = files.blob(id).filter(|_| !before.contains(key)) {
                let bytes = script::bytes(&blob).await?;
                batch.puts.push((key.clone(), record_key.seal(key, &blob.type_(), bytes.as_ref()).await?));
            }
        }
        Ok(wanted.into_iter().map(|(key, _)| key).collect())
    })
}

fn unavailable(_: JsError) -> StoreFault {
    StoreFault::Unavailable
}
