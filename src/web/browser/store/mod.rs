//! Answers and files that survive a reload or a crash of the tab; their key disappears with the tab. A second copy
//! outlives the tab itself, under a key of its own, if the applicant chooses so.

mod restoring;
mod turns;
mod writing;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::clock;
use super::device::{self, Device};
use super::files::Files;
use super::journal::{self, KeyStream};
use super::tab::{self, Tab};
use crate::domain::submission::{Record, StoreFault};
use crate::web::wizard::{DAYS_KEPT, DeviceAct, OnDevice, RestoreError, SavedDraft};

/// Records older than this are removed, in milliseconds.
const MAX_AGE_MS: u64 = DAYS_KEPT.unsigned_abs() * 24 * 60 * 60 * 1000;

/// An age that a record cannot have, in milliseconds.
const CLOCK_IS_WRONG_MS: u64 = 10 * 365 * 24 * 60 * 60 * 1000;

/// Marks a record of which something may have been sent: it does not go by age alone.
const USED: &str = "used";

/// What one wizard saves in its tab, and on this device.
pub(super) struct Store {
    instance: String,
    /// The newest answers that are not written yet, and whether they are written even if they are saved already.
    pending: RefCell<Option<(SavedDraft, bool)>>,
    /// How the last writing went.
    last: Cell<Result<(), StoreFault>>,
    /// What was written, and when, in milliseconds since 1970: the same is not written again, so that it grows old from
    /// the last change on.
    saved: RefCell<String>,
    saved_at: Cell<Option<u64>>,
    /// What is known of sending, as it was read or written last.
    record: RefCell<Option<Record>>,
    /// The revision of the record of the tab that was read or written last.
    revision: Cell<u32>,
    /// Keys of the file records that were written for the tab.
    written: RefCell<Vec<String>>,
    /// What is saved on this device by this tab, and no other.
    device: RefCell<Option<Rc<Device>>>,
    on_device: Cell<OnDevice>,
    /// For the last answers before the page closes.
    key_stream: RefCell<Option<KeyStream>>,
    /// Whether another tab works on what is saved, or the page is about to reload with what was taken over from one.
    is_superseded: Rc<Cell<bool>>,
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
            record: RefCell::default(),
            revision: Cell::default(),
            written: RefCell::default(),
            key_stream: RefCell::default(),
            is_superseded: Rc::default(),
        }
    }

    /// Queues answers for [`Store::save`]; the newest win.
    pub fn queue(&self, saved: SavedDraft, is_checked: bool) {
        let mut pending = self.pending.borrow_mut();
        let is_checked = is_checked || pending.as_ref().is_some_and(|(_, is_checked)| *is_checked);
        *pending = Some((saved, is_checked));
    }

    /// Saves answers without waiting, because the page may close before [`Store::save`] is done.
    pub fn save_at_once(&self, answers: &str) {
        if *self.saved.borrow() == answers {
            return;
        }
        if let Some(key_stream) = self.key_stream.take() {
            journal::write(&self.instance, key_stream, answers, self.revision.get());
        }
    }

    /// Writes the queued answers, unless they are written already.
    pub async fn save(&self, files: &Files) -> Result<(), StoreFault> {
        let turn = turns::take().await;
        let pending = self.pending.take();
        if let Some((saved, is_checked)) = pending {
            let answers = saved.write();
            let is_new = self.saved.take() != answers;
            let written = if is_new || is_checked { self.write(&saved, &answers, files).await } else { Ok(()) };
            if written.is_ok() {
                self.saved.replace(answers);
            }
            if is_new {
                self.saved_at.set(Some(clock::milliseconds()));
            }
            self.last.set(written);
        }
        drop(turn);
        if self.is_superseded.get() { Err(StoreFault::Newer) } else { self.last.get() }
    }

    /// Brings back the answers, and the files with them; removes what other tabs left behind long ago.
    pub async fn restore(self: Rc<Self>, files: &Files) -> Result<Option<SavedDraft>, RestoreError> {
        let is_saved = tab::has_saved(&self.instance) || device::has_saved(&self.instance);
        let turn = turns::take().await;
        let restored = self.read(files).await;
        drop(turn);
        match restored {
            // A page that may save nothing misses nothing.
            Err(RestoreError::Unavailable) if !is_saved => Ok(None),
            restored => restored,
        }
    }

    /// Whether another tab works on what is saved.
    pub fn is_superseded(&self) -> bool {
        self.is_superseded.get()
    }

    /// Whether that was saved too long ago.
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
        let turn = turns::take().await;
        self.saved.take();
        let found = match act {
            DeviceAct::TakeOver if self.on_device.get() != OnDevice::Elsewhere => Ok(None),
            DeviceAct::Forget => Ok(None),
            DeviceAct::Keep { .. } | DeviceAct::TakeOver => Device::find(&self.instance).await,
        };
        match (act, found) {
            (DeviceAct::Keep { with_documents }, Ok(None)) => {
                if let Ok(device) = Device::make(with_documents).await {
                    self.hold(device, false).await;
                }
            }
            // Another application stays there, and this one in its tab.
            (DeviceAct::Keep { .. }, Ok(Some(_))) => self.on_device.set(OnDevice::Elsewhere),
            (DeviceAct::TakeOver, Ok(Some(device))) => {
                let revision = self.revision.get();
                if self.hold(device, true).await
                    && let Some(id) = self.forget_tab()
                {
                    self.remove(id, revision).await.ok();
                }
            }
            (DeviceAct::Forget, _) => {
                let device = self.device.borrow().clone();
                if let Some(device) = device
                    && self.remove(device.record_key.id.clone(), device.revision.get()).await.is_ok()
                {
                    self.let_go_of_device();
                }
            }
            // What another tab saved under the same name is read again; or nothing can be read.
            _ => {}
        }
        if act == DeviceAct::TakeOver {
            self.is_superseded.set(true);
        }
        drop(turn);
    }

    /// Writes there from now on, unless another tab does.
    async fn hold(self: &Rc<Self>, device: Device, is_taken_over: bool) -> bool {
        let store = Rc::downgrade(self);
        let lost = move || {
            if let Some(store) = store.upgrade().filter(|store| store.device.take().is_some()) {
                store.on_device.set(OnDevice::Elsewhere);
                store.is_superseded.set(true);
            }
        };
        let is_held = device.hold(&self.instance, is_taken_over, lost).await;
        self.on_device.set(if is_held { OnDevice::Kept } else { OnDevice::Elsewhere });
        self.device.replace(is_held.then(|| Rc::new(device)));
        is_held
    }

    /// The files with these ids are other ones from now on: what was written of them is written again.
    pub(super) fn replace_files(&self, ids: &[&String]) {
        let is_replaced = |key: &String| ids.iter().any(|id| key.ends_with(id.as_str()));
        self.written.borrow_mut().retain(|key| !is_replaced(key));
        if let Some(device) = self.device.borrow().as_deref() {
            device.written.borrow_mut().retain(|key| !is_replaced(key));
        }
    }

    /// Forgets the tab's own records; returns their id.
    fn forget_tab(&self) -> Option<String> {
        self.written.take();
        self.saved.take();
        self.saved_at.take();
        self.record.take();
        self.revision.take();
        self.last.set(Ok(()));
        self.key_stream.take();
        journal::erase(&self.instance);
        Tab::forget(&self.instance)
    }

    /// Forgets what this tab saves on the device, and no more.
    fn let_go_of_device(&self) -> Option<Rc<Device>> {
        let device = self.device.take()?;
        device::forget(&self.instance, &device.record_key.id);
        self.on_device.set(OnDevice::Asked);
        Some(device)
    }
}

/// The id with which the name of a record begins.
fn owner(key: &str) -> &str {
    key.split_once('/').map_or(key, |(id, _)| id)
}

/// Whether a time is too long ago. A time in the future is not, nor one of more than ten years ago: then the clock was
/// wrong, or is.
fn is_old(moment: Option<u64>) -> bool {
    let age = moment.map_or(0, |moment| clock::milliseconds().saturating_sub(moment));
    (MAX_AGE_MS..CLOCK_IS_WRONG_MS).contains(&age)
}
