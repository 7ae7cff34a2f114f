//! Answers and files that outlive a reload or a crash of the tab; their key dies with it. Another copy outlives the tab
//! itself, under a key of its own, once the applicant said so.

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
use super::last_words::{self, Pad};
use super::safe::Safe;
use super::script::{self, Thrown, Work};
use super::tab::Tab;
use crate::web::wizard::{DAYS_KEPT, DeviceAct, KeepError, OnDevice};

/// Records older than this are removed, in milliseconds.
const LONGEST: u64 = DAYS_KEPT.unsigned_abs() * 24 * 60 * 60 * 1000;

/// What one wizard keeps in its tab, and on this device.
pub(super) struct Store {
    instance: String,
    /// The newest answers that are not written yet.
    pending: RefCell<Option<String>>,
    /// How the last writing went.
    last: Cell<Result<(), KeepError>>,
    /// What was written, and when, in milliseconds since 1970: the same is not written again, so that it grows old from
    /// the last change on.
    kept: RefCell<String>,
    kept_at: Cell<Option<u64>>,
    /// Keys of the file records that were written for the tab.
    written: RefCell<Vec<String>>,
    /// Where answers are kept on this device: by this tab, and no other.
    device: RefCell<Option<Rc<Device>>>,
    on_device: Cell<OnDevice>,
    /// For the answers of the last moment.
    pad: RefCell<Option<Pad>>,
    turns: Turns,
}

impl Store {
    /// What the wizard of this name keeps; `on_device` says whether it may be asked for more than the tab.
    pub fn new(instance: String, on_device: OnDevice) -> Self {
        Self {
            instance,
            device: RefCell::default(),
            on_device: Cell::new(on_device),
            pending: RefCell::default(),
            last: Cell::new(Ok(())),
            kept: RefCell::default(),
            kept_at: Cell::default(),
            written: RefCell::default(),
            pad: RefCell::default(),
            turns: Turns::default(),
        }
    }

    /// Says what to write; the newest wins.
    pub fn ask(&self, kept: String) {
        self.pending.replace(Some(kept));
    }

    /// Keeps what the next writing may come too late for: the page may go at any moment.
    pub fn keep_at_once(&self, kept: &str) {
        if *self.kept.borrow() == kept {
            return;
        }
        if let Some(pad) = self.pad.take() {
            last_words::say(&self.instance, &pad, kept);
        }
    }

    /// Writes what was asked last, unless that happened already.
    pub async fn keep(&self, files: &Files) -> Result<(), KeepError> {
        let turn = self.turns.take().await;
        let pending = self.pending.take();
        if let Some(kept) = pending {
            let is_new = self.kept.take() != kept;
            let written = if is_new { self.write(&kept, files).await } else { Ok(()) };
            if written.is_ok() {
                self.kept.replace(kept);
            }
            if is_new {
                self.kept_at.set(Some(clock::milliseconds()));
            }
            self.last.set(written.map_err(|Thrown| KeepError::Unavailable));
        }
        drop(turn);
        self.last.get()
    }

    /// Brings back the answers, and the files with them; removes what other tabs left behind long ago.
    pub async fn restore(self: Rc<Self>, files: &Files) -> Result<Option<String>, KeepError> {
        let turn = self.turns.take().await;
        let restored = self.read(files).await;
        drop(turn);
        restored
    }

    /// Whether that was kept too long ago.
    pub fn is_old(&self) -> bool {
        is_old(self.kept_at.get())
    }

    /// Forgets what was to be written.
    pub fn forget(&self) {
        self.pending.take();
    }

    /// Whether answers are kept on this device.
    pub fn on_device(&self) -> OnDevice {
        self.on_device.get()
    }

    /// Does with what is kept on this device as the applicant says.
    pub async fn change_device(self: Rc<Self>, act: DeviceAct) {
        let turn = self.turns.take().await;
        self.kept.take();
        let found = match act {
            DeviceAct::Keep { with_documents } => Device::make(&self.instance, with_documents).await,
            DeviceAct::TakeOver => Device::found(&self.instance).await,
            DeviceAct::Forget => {
                self.leave_device().await;
                Ok(None)
            }
        };
        if let Ok(Some(device)) = found {
            self.hold(device, act == DeviceAct::TakeOver).await;
            if act == DeviceAct::TakeOver {
                self.leave_tab().await;
                // The page loads anew; until then nothing may be written over what was taken.
                std::mem::forget(turn);
                return;
            }
        }
        drop(turn);
    }

    /// Writes there from now on, unless another tab does.
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

    /// Erases everything of this wizard: in the tab, and on the device as far as this tab keeps it.
    pub async fn erase(&self) {
        let turn = self.turns.take().await;
        self.leave_tab().await;
        self.leave_device().await;
        drop(turn);
    }

    fn leave_tab(&self) -> Work<'_, ()> {
        Box::pin(async move {
            self.written.take();
            self.kept.take();
            self.kept_at.take();
            self.last.set(Ok(()));
            self.pad.take();
            last_words::forget(&self.instance);
            // Without its key a record says nothing; one that cannot be removed now goes after seven days.
            if let Some(id) = Tab::forget(&self.instance) {
                self.remove(id).await.ok();
            }
        })
    }

    /// Erases what this tab keeps on the device, and no more.
    async fn leave_device(&self) {
        if let Some(device) = self.device.take() {
            device::forget(&self.instance);
            self.on_device.set(OnDevice::Asked);
            self.remove(device.safe.id.clone()).await.ok();
        }
    }

    async fn write(&self, kept: &str, files: &Files) -> Result<(), Thrown> {
        let tab = Tab::find_or_make(&self.instance).await?;
        let database = Database::open().await?;
        let result = self.put(&database, &tab.safe, None, kept, files).await;
        if result.is_ok() {
            if self.pending.borrow().is_none() {
                last_words::forget(&self.instance);
            }
            if self.pad.borrow().as_ref().is_none_or(|pad| !pad.has_room_for(kept)) {
                let pad = Pad::new(&tab, kept).await.ok();
                self.pad.replace(pad);
            }
        }
        let device = self.device.borrow().clone();
        if let Some(device) = device {
            self.put(&database, &device.safe, Some(&device), kept, files).await?;
        }
        result
    }

    /// Writes the answers, and of the files what they speak of and was not written yet.
    fn put<'a>(
        &'a self,
        database: &'a Database,
        safe: &'a Safe,
        device: Option<&'a Device>,
        kept: &'a str,
        files: &'a Files,
    ) -> Work<'a, Result<(), Thrown>> {
        Box::pin(async move {
            let owner_id = &safe.id;
            let written = device.map_or(&self.written, |device| &device.written);
            let wanted: Vec<(String, String)> = files
                .ids()
                .into_iter()
                .filter(|_| device.is_none_or(|device| device.with_documents))
                // The answers are JSON: what they speak of stands between quotation marks.
                .filter(|id| kept.split('"').any(|word| word == id))
                .map(|id| ([owner_id, "/", &id].concat(), id))
                .collect();
            let mut before = written.borrow().clone();
            before.retain(|key| owner(key) == owner_id);
            let removals: Vec<String> =
                before.iter().filter(|key| wanted.iter().all(|(wanted, _)| wanted != *key)).cloned().collect();
            let plain = Uint8Array::from(kept.as_bytes());
            let answers = (owner_id.clone(), safe.seal(owner_id, "application/json", &plain).await?);
            if let Some(device) = device {
                device.add_key(&answers.1);
            }
            let mut puts = vec![answers.clone()];
            for (key, id) in &wanted {
                if let Some(blob) = files.blob(id).filter(|_| !before.contains(key)) {
                    puts.push((
                        key.clone(),
                        safe.seal(key, &blob.type_(), script::bytes(&blob).await?.as_ref()).await?,
                    ));
                }
            }
            let result = database.write(&puts, &removals).await;
            if result.is_err() && puts.len() > 1 {
                // No room for the files, but perhaps for the answers.
                database.write(&[answers], &removals).await?;
            }
            if result.is_ok() {
                written.replace(wanted.into_iter().map(|(key, _)| key).collect());
            }
            result
        })
    }

    /// Removes the records of this id.
    fn remove(&self, id: String) -> Work<'_, Result<(), Thrown>> {
        Box::pin(async move { Database::open().await?.write(&[], &[id]).await })
    }
}

/// The id that a record is of.
fn owner(key: &str) -> &str {
    key.split_once('/').map_or(key, |(id, _)| id)
}

/// Whether that is too long ago; a moment in the future is not, for clocks jump.
fn is_old(moment: Option<u64>) -> bool {
    moment.is_some_and(|moment| clock::milliseconds().saturating_sub(moment) > LONGEST)
}
