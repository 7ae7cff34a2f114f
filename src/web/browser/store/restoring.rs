//! Reads saved answers when the wizard starts, and removes those that are too old.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::{Store, USED, is_old, owner};
use crate::web::browser::database::{Batch, Database};
use crate::web::browser::device::{self, Device};
use crate::web::browser::files::Files;
use crate::web::browser::record_key::{self, RecordKey};
use crate::web::browser::script::{self, JsError};
use crate::web::browser::tab::{self, Tab};
use crate::web::browser::{clock, journal};
use crate::web::wizard::{OnDevice, RestoreError, SavedDraft};

/// What was found under one name.
#[derive(Default)]
struct Found {
    revision: u32,
    saved_at: Option<u64>,
    saved: Option<SavedDraft>,
}

impl Store {
    /// The saved answers; their files are added to the others. What cannot be read is set aside.
    pub(super) async fn read(self: &Rc<Self>, files: &Files) -> Result<Option<SavedDraft>, RestoreError> {
        let unavailable = |JsError| RestoreError::Unavailable;
        let tab = Tab::find(&self.instance).await.map_err(unavailable)?;
        let database = Database::open().await.map_err(unavailable)?;
        let keys = database.keys().await.map_err(unavailable)?;
        let mut device = match self.on_device() {
            OnDevice::Never => None,
            _ => Device::find(&self.instance).await.map_err(unavailable)?,
        };
        let own = [tab.as_ref().map(|tab| &tab.record_key), device.as_ref().map(|device| &device.record_key)];
        self.remove_old(&database, &keys, own).await;
        let (mut found, text) = read_record(&database, own[0]).await?;
        let (mut on_device, copy) = read_record(&database, own[1]).await?;
        let last = match &tab {
            Some(tab) => journal::read(&self.instance, tab, found.revision).await,
            None => None,
        };
        let unread = found.understand(last.map(Ok).or(text));
        let unread_copy = on_device.understand(copy);
        self.revision.set(found.revision);
        // Both copies are written in one go: while one of them can be read, nothing is missed.
        let is_whole = found.revision == on_device.revision && (found.saved.is_some() || on_device.saved.is_some());
        if unread.is_some() {
            tab::set_aside(&self.instance).map_err(unavailable)?;
            journal::erase(&self.instance);
            self.revision.set(0);
        }
        // That of another application stays as it is.
        let unread_copy = unread_copy.filter(|_| is_whole || found.saved.is_none());
        if unread_copy.is_some() {
            device::set_aside(&self.instance).map_err(unavailable)?;
            device = None;
        }
        if let Some(unread) = unread.or(unread_copy).filter(|_| !is_whole) {
            return Err(RestoreError::SetAside(unread));
        }
        let mut record_key = tab.as_ref().map(|tab| &tab.record_key);
        let held;
        if let Some(device) = device {
            device.revision.set(on_device.revision);
            let is_same = found.saved.as_ref().is_none_or(|saved| is_same(saved, on_device.saved.as_ref()));
            let own_files =
                keys.iter().filter(|key| owner(key) == device.record_key.id && **key != device.record_key.id);
            device.written.replace(own_files.cloned().collect());
            // What is saved there is another application: this tab goes on with its own.
            let is_held = is_same && self.hold(device, false).await;
            if !is_held {
                self.on_device.set(OnDevice::Elsewhere);
                self.is_superseded.set(is_same && found.saved.is_some());
            }
            held = self.device.borrow().clone();
            let is_newer = found.saved.is_none() || on_device.revision > found.revision;
            if let Some(device) = held.as_deref().filter(|_| is_newer) {
                record_key = Some(&device.record_key);
                found = on_device;
            }
        }
        self.saved_at.set(found.saved_at);
        let (Some(saved), Some(record_key)) = (found.saved, record_key) else { return self.nothing_saved(&keys) };
        self.record.replace(Some(saved.record.clone()));
        for key in &keys {
            // The wizard asks again for a file that cannot be read.
            self.read_file(&database, record_key, key, files).await.ok();
        }
        Ok(Some(saved))
    }

    /// Nothing was found; an error if there was something before. What was erased has left a tombstone.
    fn nothing_saved(&self, keys: &[String]) -> Result<Option<SavedDraft>, RestoreError> {
        let gone = |id: Result<Option<String>, JsError>| id.ok().flatten().filter(|id| !keys.contains(id));
        let (tab, device) = (gone(tab::id(&self.instance)), gone(device::id(&self.instance)));
        if tab.is_none() && device.is_none() {
            return Ok(None);
        }
        // So that it is told once.
        if tab.is_some() {
            Tab::forget(&self.instance);
        }
        if let Some(id) = device {
            device::forget(&self.instance, &id);
        }
        Err(RestoreError::Gone)
    }

    async fn read_file(
        &self,
        database: &Database,
        record_key: &RecordKey,
        key: &str,
        files: &Files,
    ) -> Result<(), JsError> {
        let id = key.strip_prefix(&record_key.id).and_then(|rest| rest.strip_prefix('/')).ok_or(JsError)?;
        let (bytes, media_type) = record_key.open(key, &database.get(key).await?).await?;
        files.hold(id, script::blob(&bytes, &media_type)?);
        self.written.borrow_mut().push(key.to_owned());
        Ok(())
    }

    async fn remove_old(&self, database: &Database, keys: &[String], own: [Option<&RecordKey>; 2]) {
        let is_own = |id: &str| own.iter().flatten().any(|known| known.id == id);
        let mut others: Vec<&str> = keys.iter().map(|key| owner(key)).filter(|id| !is_own(id)).collect();
        // The keys come in order.
        others.dedup();
        let mut batch = Batch::default();
        for id in others {
            let record = database.get(id).await.unwrap_or(JsValue::UNDEFINED);
            // The tab that finds it asks what became of it first.
            let is_used = script::field::<JsValue>(&record, USED).is_some_and(|is_used| is_used.is_truthy());
            if !is_used && is_old(record_key::written_at(&record).or_else(|| clock::made_at(id))) {
                batch.removals.push(id.to_owned());
            }
        }
        if !batch.removals.is_empty() {
            // Next time, then.
            database.write(&batch).await.ok();
        }
    }
}

/// Whether both are the same application.
fn is_same(saved: &SavedDraft, other: Option<&SavedDraft>) -> bool {
    other.is_some_and(|other| saved.record.key == other.record.key)
}

impl Found {
    /// Takes what a text says; returns one that is broken, or of a newer version.
    fn understand(&mut self, text: Option<Result<String, String>>) -> Option<String> {
        match text?.and_then(|text| SavedDraft::read(&text).ok_or(text)) {
            Ok(saved) => {
                self.saved = Some(saved);
                None
            }
            Err(unread) => Some(unread),
        }
    }
}

/// A record, if any, and its text: decrypted, or what is left of it when it cannot be.
async fn read_record(
    database: &Database,
    record_key: Option<&RecordKey>,
) -> Result<(Found, Option<Result<String, String>>), RestoreError> {
    let Some(record_key) = record_key else { return Ok((Found::default(), None)) };
    let record = database.get(&record_key.id).await.map_err(|JsError| RestoreError::Unavailable)?;
    let found =
        Found { revision: record_key::revision(&record), saved_at: record_key::written_at(&record), saved: None };
    if !record_key::has_data(&record) {
        return Ok((found, None));
    }
    let opened = record_key.open(&record_key.id, &record).await.ok();
    let text = opened.and_then(|(bytes, _)| String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok());
    Ok((found, Some(text.ok_or_else(|| record_key::unread(&record)))))
}
