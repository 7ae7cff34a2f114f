//! Answers and files that outlive a reload or a crash of the tab, and nothing more: their key dies with it.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;

use super::clock;
use super::database::Database;
use super::files::Files;
use super::last_words::{self, Pad};
use super::script::{self, Thrown};
use super::tab::{self, Tab};
use crate::web::wizard::KeepError;

/// Records older than this are removed, in milliseconds: seven days.
const LONGEST: u64 = 7 * 24 * 60 * 60 * 1000;

/// What one wizard keeps in its tab.
pub(super) struct Store {
    instance: String,
    /// The newest answers that are not written yet.
    pending: RefCell<Option<String>>,
    /// How the last writing went.
    last: Cell<Result<(), KeepError>>,
    /// Keys of the file records that were written.
    written: RefCell<Vec<String>>,
    /// For the answers of the last moment.
    pad: RefCell<Option<Pad>>,
    turns: Turns,
}

impl Store {
    /// What the wizard of this name keeps.
    pub fn new(instance: String) -> Self {
        Self {
            instance,
            pending: RefCell::default(),
            last: Cell::new(Ok(())),
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
        if let Some(pad) = self.pad.take() {
            last_words::say(&self.instance, &pad, kept);
        }
    }

    /// Writes what was asked last, unless that happened already.
    pub async fn keep(&self, files: &Files) -> Result<(), KeepError> {
        let turn = self.turns.take().await;
        let pending = self.pending.take();
        if let Some(kept) = pending {
            self.last.set(self.write(&kept, files).await.map_err(|Thrown| KeepError::Unavailable));
        }
        drop(turn);
        self.last.get()
    }

    /// Brings back the answers, and the files with them; removes what other tabs left behind long ago.
    pub async fn restore(&self, files: &Files) -> Result<Option<String>, KeepError> {
        let turn = self.turns.take().await;
        let restored = self.read(files).await;
        drop(turn);
        restored
    }

    /// Forgets what was to be written.
    pub fn forget(&self) {
        self.pending.take();
    }

    /// Erases everything of this wizard.
    pub async fn erase(&self) {
        let turn = self.turns.take().await;
        self.written.take();
        self.last.set(Ok(()));
        self.pad.take();
        last_words::forget(&self.instance);
        if let Some(id) = Tab::forget(&self.instance) {
            // Without its key a record says nothing; one that cannot be removed now goes after seven days.
            self.remove(|key| owner(key) == id).await.ok();
        }
        drop(turn);
    }

    async fn write(&self, kept: &str, files: &Files) -> Result<(), Thrown> {
        let tab = Tab::find_or_make(&self.instance).await?;
        let database = Database::open().await?;
        let wanted: Vec<(String, String)> = files
            .ids()
            .into_iter()
            // The answers are JSON: what they speak of stands between quotation marks.
            .filter(|id| kept.split('"').any(|word| word == id))
            .map(|id| ([tab.id.as_str(), "/", &id].concat(), id))
            .collect();
        let mut written = self.written.borrow().clone();
        written.retain(|key| owner(key) == tab.id);
        let removals: Vec<String> =
            written.iter().filter(|key| wanted.iter().all(|(wanted, _)| wanted != *key)).cloned().collect();
        let plain = Uint8Array::from(kept.as_bytes());
        let answers = (tab.id.clone(), tab.seal(&tab.id, "application/json", &plain).await?);
        let mut puts = vec![answers.clone()];
        for (key, id) in &wanted {
            if let Some(blob) = files.blob(id).filter(|_| !written.contains(key)) {
                puts.push((key.clone(), tab.seal(key, &blob.type_(), script::bytes(&blob).await?.as_ref()).await?));
            }
        }
        let result = database.write(&puts, &removals).await;
        if result.is_err() && puts.len() > 1 {
            // No room for the files, but perhaps for the answers.
            database.write(&[answers], &removals).await?;
            return result;
        }
        if result.is_ok() {
            self.written.replace(wanted.into_iter().map(|(key, _)| key).collect());
            if self.pending.borrow().is_none() {
                last_words::forget(&self.instance);
            }
            if self.pad.borrow().as_ref().is_none_or(|pad| !pad.has_room_for(kept)) {
                let pad = Pad::new(&tab, kept).await.ok();
                self.pad.replace(pad);
            }
        }
        result
    }

    async fn read(&self, files: &Files) -> Result<Option<String>, KeepError> {
        let unavailable = |Thrown| KeepError::Unavailable;
        let tab = Tab::find(&self.instance).await.map_err(unavailable)?;
        let own = tab.as_ref().map(|tab| tab.id.as_str());
        let database = Database::open().await.map_err(unavailable)?;
        let keys = database.keys().await.map_err(unavailable)?;
        self.remove_old(&database, &keys, own).await;
        let Some(tab) = tab else { return Ok(None) };
        let record = database.get(&tab.id).await.map_err(unavailable)?;
        if is_old(tab::written_at(&record)) {
            return Ok(None);
        }
        let kept = match last_words::heard(&self.instance, &tab).await {
            Some(kept) => kept,
            None if record.is_undefined() => return Ok(None),
            None => {
                let (bytes, _) = tab.open(&tab.id, &record).await.map_err(|Thrown| KeepError::Unreadable)?;
                String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| KeepError::Unreadable)?
            }
        };
        for key in &keys {
            // A file that cannot be read is asked for again.
            self.read_file(&database, &tab, key, files).await.ok();
        }
        Ok(Some(kept))
    }

    async fn read_file(&self, database: &Database, tab: &Tab, key: &str, files: &Files) -> Result<(), Thrown> {
        let id = key.strip_prefix(&tab.id).and_then(|rest| rest.strip_prefix('/')).ok_or(Thrown)?;
        let (bytes, media_type) = tab.open(key, &database.get(key).await?).await?;
        files.hold(id, script::blob(&bytes, &media_type)?);
        self.written.borrow_mut().push(key.to_owned());
        Ok(())
    }

    async fn remove_old(&self, database: &Database, keys: &[String], own: Option<&str>) {
        let mut others: Vec<&str> = keys.iter().map(|key| owner(key)).filter(|id| Some(*id) != own).collect();
        // The keys come in order.
        others.dedup();
        let mut old = Vec::new();
        for id in others {
            let record = database.get(id).await.unwrap_or(JsValue::UNDEFINED);
            if is_old(tab::written_at(&record).or_else(|| clock::made_at(id))) {
                old.push(id);
            }
        }
        let removals: Vec<String> = keys.iter().filter(|key| old.contains(&owner(key))).cloned().collect();
        if !removals.is_empty() {
            // Next time, then.
            database.write(&[], &removals).await.ok();
        }
    }

    async fn remove(&self, is_wanted: impl Fn(&str) -> bool) -> Result<(), Thrown> {
        let database = Database::open().await?;
        let keys = database.keys().await?;
        let removals: Vec<String> = keys.into_iter().filter(|key| is_wanted(key)).collect();
        database.write(&[], &removals).await
    }
}

/// The id of the tab that a record is of.
fn owner(key: &str) -> &str {
    key.split_once('/').map_or(key, |(id, _)| id)
}

/// Whether that is too long ago; a moment in the future is not, for clocks jump.
fn is_old(moment: Option<u64>) -> bool {
    moment.is_some_and(|moment| clock::milliseconds().saturating_sub(moment) > LONGEST)
}

/// One at a time, in order.
#[derive(Default)]
struct Turns {
    /// Settled when the turn that was given out last is over.
    last: RefCell<JsValue>,
}

struct Turn {
    before: JsValue,
    over: Option<Function>,
}

impl Turns {
    async fn take(&self) -> Turn {
        let mut over = None;
        let last = script::called(|settle, _| over = Some(settle));
        let turn = Turn { before: self.last.replace(last.into()), over };
        script::awaited(Promise::resolve(&turn.before)).await.ok();
        turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Whoever no longer waits hands on what it waited for.
        if let Some(over) = &self.over {
            over.call1(&JsValue::UNDEFINED, &self.before).ok();
        }
    }
}
