//! Answers and files that survive a reload or a crash of the tab; their key disappears with the tab. A second copy
//! outlives the tab itself, under a key of its own, if the applicant chooses so.

mod restoring;
mod turns;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use turns::Turns;

use super::clock;
use super::database::Database;
use super::device::{self, Device};
use super::files::Files;
use super::journal::{self, KeyStream};
use super::record_key::RecordKey;
use super::script::{self, BoxFuture, JsError};
use super::tab::Tab;
use crate::web::wizard::{DAYS_KEPT, DeviceAct, OnDevice, SaveError};

/// Records older than this are removed, in milliseconds.
const MAX_AGE_MS: u64 = DAYS_KEPT.unsigned_abs() * 24 * 60 * 60 * 1000;

/// What one wizard saves in its tab, and on this device.
pub(super) struct Store {
    instance: String,
    /// The newest answers that are not written yet.
    pending: RefCell<Option<String>>,
    /// The result of the last write.
    last: Cell<Result<(), SaveError>>,
    /// What was written, and when, in milliseconds since 1970. The same answers are not written again, so their age
    /// counts from the last change.
    saved: RefCell<String>,
    saved_at: Cell<Option<u64>>,
    /// Keys of the file records that were written for the tab.
    written: RefCell<Vec<String>>,
    /// What is saved on this device by this tab, and no other.
    device: RefCell<Option<Rc<Device>>>,
    on_device: Cell<OnDevice>,
    /// For the last answers before the page closes.
    key_stream: RefCell<Option<KeyStream>>,
    turns: Turns,
    /// Whether the page is about to reload with answers taken over from another tab, which must not be overwritten.
    is_taken_over: Cell<bool>,
}

impl Store {
    /// The store of the wizard with this name; `on_device` says whether the applicant may save on the device.
    pub fn new(instance: String, on_device: OnDevice) -> Self {
        Self {
            instance,
            device: RefCell::default(),
            on_device: Cell::new(on_device),
            pending: RefCell::default(),
            last: Cell::new(Ok(())),
            saved: RefCell::default(),
            saved_at: Cell::default(),
            written: RefCell::default(),
            key_stream: RefCell::default(),
            turns: Turns::default(),
            is_taken_over: Cell::new(false),
        }
    }

    /// Queues answers for [`Store::save`], replacing earlier ones.
    pub fn queue(&self, answers: String) {
        self.pending.replace(Some(answers));
    }

    /// Saves answers without waiting, because the page may close before [`Store::save`] is done.
    pub fn save_at_once(&self, answers: &str) {
        if *self.saved.borrow() == answers {
            return;
        }
        if let Some(key_stream) = self.key_stream.take() {
            journal::write(&self.instance, key_stream, answers);
        }
    }

    /// Writes the queued answers, unless they are written already.
    pub async fn save(&self, files: &Files) -> Result<(), SaveError> {
        let turn = self.turns.take().await;
        if self.is_taken_over.get() {
            return Err(SaveError::Unavailable);
        }
        let pending = self.pending.take();
        if let Some(answers) = pending {
            let is_new = self.saved.take() != answers;
            let written = if is_new { self.write(&answers, files).await } else { Ok(()) };
            if written.is_ok() {
                self.saved.replace(answers);
            }
            if is_new {
                self.saved_at.set(Some(clock::milliseconds()));
            }
            self.last.set(written.map_err(|JsError| SaveError::Unavailable));
        }
        drop(turn);
        self.last.get()
    }

    /// Restores the answers and their files; removes what other tabs left behind long ago.
    pub async fn restore(self: Rc<Self>, files: &Files) -> Result<Option<String>, SaveError> {
        let turn = self.turns.take().await;
        let restored = self.read(files).await;
        drop(turn);
        restored
    }

    /// Whether the saved answers are too old.
    pub fn is_old(&self) -> bool {
        is_old(self.saved_at.get())
    }

    /// Drops the queued answers.
    pub fn drop_queued(&self) {
        self.pending.take();
    }

    /// Whether answers are saved on this device.
    pub fn on_device(&self) -> OnDevice {
        self.on_device.get()
    }

    /// Changes what is saved on this device, as the applicant chooses.
    pub async fn change_device(self: Rc<Self>, act: DeviceAct) {
        let turn = self.turns.take().await;
        self.saved.take();
        let found = match act {
            DeviceAct::Keep { with_documents } => Device::make(&self.instance, with_documents).await,
            DeviceAct::TakeOver => Device::find(&self.instance).await,
            DeviceAct::Forget => {
                self.leave_device().await;
                Ok(None)
            }
        };
        if let Ok(Some(device)) = found {
            self.hold(device, act == DeviceAct::TakeOver).await;
            if act == DeviceAct::TakeOver {
                self.leave_tab().await;
                self.is_taken_over.set(true);
            }
        }
        drop(turn);
    }

    /// Saves on the device from now on, unless another tab does.
    async fn hold(self: &Rc<Self>, device: Device, is_taken_over: bool) {
        let store = Rc::downgrade(self);
        let lost = move || {
            if let Some(store) = store.upgrade() {
                store.device.take();
                store.on_device.set(OnDevice::Elsewhere);
            }
        };
        let is_held = device.hold(is_taken_over, lost).await;
        self.on_device.set(if is_held { OnDevice::Kept } else { OnDevice::Elsewhere });
        self.device.replace(is_held.then(|| Rc::new(device)));
    }

    /// Erases everything that this wizard saved: in the tab, and on the device if this tab saves there.
    pub async fn erase(&self) {
        let turn = self.turns.take().await;
        self.leave_tab().await;
        self.leave_device().await;
        drop(turn);
    }

    fn leave_tab(&self) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.written.take();
            self.saved.take();
            self.saved_at.take();
            self.last.set(Ok(()));
            self.key_stream.take();
            journal::erase(&self.instance);
            // Without its key a record is worthless; if it cannot be removed now, it is removed after seven days.
            if let Some(id) = Tab::forget(&self.instance) {
                self.remove(id).await.ok();
            }
        })
    }

    /// Erases what this tab saves on the device, and nothing else.
    async fn leave_device(&self) {
        if let Some(device) = self.device.take() {
            device::forget(&self.instance);
            self.on_device.set(OnDevice::Asked);
            self.remove(device.record_key.id.clone()).await.ok();
        }
    }

    async fn write(&self, answers: &str, files: &Files) -> Result<(), JsError> {
        let tab = Tab::find_or_make(&self.instance).await?;
        let database = Database::open().await?;
        let result = self.put(&database, &tab.record_key, None, answers, files).await;
        if result.is_ok() {
            if self.pending.borrow().is_none() {
                journal::erase(&self.instance);
            }
            if self.key_stream.borrow().as_ref().is_none_or(|key_stream| !key_stream.has_room_for(answers)) {
                let key_stream = KeyStream::new(&tab, answers).await.ok();
                self.key_stream.replace(key_stream);
            }
        }
        let device = self.device.borrow().clone();
        if let Some(device) = device {
            self.put(&database, &device.record_key, Some(&device), answers, files).await?;
        }
        result
    }

    /// Writes the answers, and the files that they mention and that were not written yet.
    fn put<'a>(
        &'a self,
        database: &'a Database,
        record_key: &'a RecordKey,
        device: Option<&'a Device>,
        answers: &'a str,
        files: &'a Files,
    ) -> BoxFuture<'a, Result<(), JsError>> {
        Box::pin(async move {
            let owner_id = &record_key.id;
            let written = device.map_or(&self.written, |device| &device.written);
            let wanted: Vec<(String, String)> = files
                .ids()
                .into_iter()
                .filter(|_| device.is_none_or(|device| device.with_documents))
                // The answers are JSON, so ids are between quotation marks.
                .filter(|id| answers.split('"').any(|word| word == id))
                .map(|id| (format!("{owner_id}/{id}"), id))
                .collect();
            let mut before = written.borrow().clone();
            before.retain(|key| owner(key) == owner_id);
            let removals: Vec<String> =
                before.iter().filter(|key| wanted.iter().all(|(wanted, _)| wanted != *key)).cloned().collect();
            let plain = Uint8Array::from(answers.as_bytes());
            let answers = (owner_id.clone(), record_key.seal(owner_id, "application/json", &plain).await?);
            if let Some(device) = device {
                device.add_key(&answers.1);
            }
            let mut puts = vec![answers.clone()];
            for (key, id) in &wanted {
                if let Some(blob) = files.blob(id).filter(|_| !before.contains(key)) {
                    puts.push((
                        key.clone(),
                        record_key.seal(key, &blob.type_(), script::bytes(&blob).await?.as_ref()).await?,
                    ));
                }
            }
            let result = database.write(&puts, &removals).await;
            if result.is_err() && puts.len() > 1 {
                // The files do not fit, but the answers may.
                database.write(&[answers], &removals).await?;
            }
            if result.is_ok() {
                written.replace(wanted.into_iter().map(|(key, _)| key).collect());
            }
            result
        })
    }

    /// Removes the records of this id.
    fn remove(&self, id: String) -> BoxFuture<'_, Result<(), JsError>> {
        Box::pin(async move { Database::open().await?.write(&[], &[id]).await })
    }
}

/// The id with which the name of a record begins.
fn owner(key: &str) -> &str {
    key.split_once('/').map_or(key, |(id, _)| id)
}

/// Whether a time is too long ago. A time in the future is not, because clocks can be changed.
fn is_old(moment: Option<u64>) -> bool {
    moment.is_some_and(|moment| clock::milliseconds().saturating_sub(moment) > MAX_AGE_MS)
}
