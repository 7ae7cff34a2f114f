//! What outlives the tab, if the applicant chooses so: an id in local storage, and the key in the database, next to the
//! answers. No script can extract the key, but anyone who uses this device can read the answers. So the applicant is
//! told how long they are saved, and not to do this on a shared computer.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Storage;

use super::database::Database;
use super::record_key::RecordKey;
use super::script::{self, JsError, field};
use super::{clock, crypto, tab};

/// Timeout for asking the browser who has a lock, in milliseconds.
const TIMEOUT_MS: u32 = 2_000;

const KEY: &str = "key";
const DOCUMENTS: &str = "documents";

/// Whether a wizard of this name may have saved something on this device.
pub(super) fn has_saved(instance: &str) -> bool {
    id(instance).is_ok_and(|id| id.is_some())
}

/// What a wizard saves on this device.
pub(super) struct Device {
    /// Encrypts the records.
    pub record_key: RecordKey,
    /// Whether documents are saved too.
    pub with_documents: bool,
    /// Keys of the file records that were written.
    pub written: RefCell<Vec<String>>,
    /// The revision that was read or written last.
    pub revision: Cell<u32>,
    lock: Lock,
}

impl Device {
    /// What the wizard of this name has saved on this device, if anything. Its lock is not taken yet.
    ///
    /// The database has its id too: browsers write local storage seconds later, and lose it if they are killed before.
    pub async fn find(instance: &str) -> Result<Option<Self>, JsError> {
        let database = Database::open().await?;
        let aside = storage()?.get_item(&tab::aside_name(instance))?;
        let durable = database.get(&tab::name(instance)).await?.as_string().filter(|id| aside.as_ref() != Some(id));
        for id in [durable, id(instance)?].into_iter().flatten() {
            let record = database.get(&id).await?;
            // Of what was erased only a revision stays.
            if let Some(key) = field(&record, KEY) {
                let with_documents = field::<JsValue>(&record, DOCUMENTS).is_some_and(|with| with.is_truthy());
                return Ok(Some(Self::new(RecordKey { id, key }, with_documents)));
            }
        }
        Ok(None)
    }

    /// A new one with a new key.
    pub async fn make(with_documents: bool) -> Result<Self, JsError> {
        let record_key = RecordKey { id: clock::new_id(), key: crypto::key(&crypto::random().ok_or(JsError)?).await? };
        ask_to_persist();
        Ok(Self::new(record_key, with_documents))
    }

    /// Remembers that the wizard of this name saves here.
    pub fn remember(&self, instance: &str) -> Result<(), JsError> {
        Ok(storage()?.set_item(&tab::name(instance), &self.record_key.id)?)
    }

    fn new(record_key: RecordKey, with_documents: bool) -> Self {
        Self {
            record_key,
            with_documents,
            written: RefCell::default(),
            revision: Cell::default(),
            lock: Lock::default(),
        }
    }

    /// Adds the key to the record of the answers, and whether documents are saved too.
    pub fn add_key(&self, answers: &JsValue) {
        script::set(answers, KEY, &self.record_key.key);
        script::set(answers, DOCUMENTS, &self.with_documents.into());
    }

    /// Takes the lock of the wizard of this name, so that only one tab saves on this device; returns whether it succeeded.
    /// `lost` is called when another tab takes it over.
    pub async fn hold(&self, instance: &str, is_taken_over: bool, lost: impl FnOnce() + 'static) -> bool {
        self.lock.hold(instance, is_taken_over, lost).await
    }
}

/// Asks the browser not to erase what is saved when the device runs out of room. Some browsers ask the applicant.
fn ask_to_persist() {
    let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
    let manager = navigator.and_then(|navigator| field::<JsValue>(&navigator, "storage")).unwrap_or_default();
    if let Some(persist) = script::method(&manager, "persist")
        && let Ok(asked) = persist.call0(&manager)
    {
        // If the browser refuses, it keeps what is saved for as long as there is room.
        spawn_local(async move { drop(script::awaited(asked.unchecked_into()).await) });
    }
}

/// Forgets that the wizard of this name saves on this device under this id; another application stays.
pub(super) fn forget(instance: &str, own: &str) {
    if id(instance).is_ok_and(|id| id.as_deref() == Some(own)) {
        // Anything left is removed after seven days.
        storage().and_then(|storage| Ok(storage.remove_item(&tab::name(instance))?)).ok();
    }
}

/// Gives what is saved on this device another name, so that nothing is written over it.
pub(super) fn set_aside(instance: &str) -> Result<(), JsError> {
    tab::aside(&storage()?, instance)
}

/// Released when it is dropped, with the wizard.
#[derive(Default)]
struct Lock(Rc<RefCell<Option<Function>>>);

impl Lock {
    async fn hold(&self, instance: &str, is_taken_over: bool, lost: impl FnOnce() + 'static) -> bool {
        let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
        let locks = navigator.and_then(|navigator| field::<JsValue>(&navigator, "locks"));
        // A browser without locks cannot report other tabs.
        let locks = locks.unwrap_or_default();
        let Some(request) = script::method(&locks, "request") else { return true };
        let release = Rc::downgrade(&self.0);
        let mut lost = Some(lost);
        let told = script::called(|tell, _| {
            let release = Weak::clone(&release);
            let callback = Closure::once_into_js(move |lock: JsValue| {
                // One that comes after the wizard has gone is not kept.
                let release = release.upgrade().filter(|_| !lock.is_null());
                tell.call1(&JsValue::UNDEFINED, &release.is_some().into()).ok();
                let held = release.map(|release| script::called(|end, _| _ = release.replace(Some(end))));
                held.map_or(JsValue::NULL, JsValue::from)
            });
            let how = if is_taken_over { "steal" } else { "ifAvailable" };
            let options = script::options(&[(how, JsValue::TRUE)]);
            let name = JsValue::from(tab::name(instance));
            let held = request.call3(&locks, &name, &options, &callback).map(JsValue::unchecked_into::<Promise>);
            if let (Ok(held), Some(lost)) = (held, lost.take()) {
                spawn_local(async move {
                    if script::awaited(held).await.is_err() {
                        lost();
                    }
                });
            }
        });
        matches!(script::within(TIMEOUT_MS, script::awaited(told)).await, Some(Ok(held)) if held.is_truthy())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end.call0(&JsValue::UNDEFINED).ok();
        }
    }
}

/// The id under which the wizard of this name saves on this device, if it does.
pub(super) fn id(instance: &str) -> Result<Option<String>, JsError> {
    Ok(storage()?.get_item(&tab::name(instance))?)
}

fn storage() -> Result<Storage, JsError> {
    web_sys::window().ok_or(JsError)?.local_storage()?.ok_or(JsError)
}
