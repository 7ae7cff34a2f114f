//! Reads saved answers when the wizard starts, and removes those that are too old.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::{Store, is_old, owner};
use crate::web::browser::clock;
use crate::web::browser::database::Database;
use crate::web::browser::device::Device;
use crate::web::browser::files::Files;
use crate::web::browser::journal;
use crate::web::browser::record_key::{self, RecordKey};
use crate::web::browser::script::{self, JsError};
use crate::web::browser::tab::Tab;
use crate::web::wizard::{OnDevice, SaveError};

impl Store {
    /// The saved answers; their files are added to the others.
    pub(super) async fn read(self: &Rc<Self>, files: &Files) -> Result<Option<String>, SaveError> {
        let unavailable = |JsError| SaveError::Unavailable;
        let tab = Tab::find(&self.instance).await.map_err(unavailable)?;
        let own = tab.as_ref().map(|tab| tab.record_key.id.as_str());
        let database = Database::open().await.map_err(unavailable)?;
        let keys = database.keys().await.map_err(unavailable)?;
        self.remove_old(&database, &keys, own).await;
        if self.on_device() != OnDevice::Never {
            let found = Device::find(&self.instance).await.map_err(unavailable)?;
            if let Some(device) = found {
                let files =
                    keys.iter().filter(|key| owner(key) == device.record_key.id && **key != device.record_key.id);
                device.written.replace(files.cloned().collect());
                self.hold(device, false).await;
            }
        }
        let device = self.device.borrow().clone();
        let record_key = match (&tab, &device) {
            (Some(tab), _) => &tab.record_key,
            (None, Some(device)) => &device.record_key,
            (None, None) => return Ok(None),
        };
        let record = database.get(&record_key.id).await.map_err(unavailable)?;
        let saved_at = record_key::written_at(&record);
        if is_old(saved_at) {
            return Ok(None);
        }
        self.saved_at.set(saved_at);
        let in_journal = match &tab {
            Some(tab) => journal::read(&self.instance, tab).await,
            None => None,
        };
        let answers = match in_journal {
            Some(answers) => answers,
            None if record.is_undefined() => return Ok(None),
            None => {
                let (bytes, _) =
                    record_key.open(&record_key.id, &record).await.map_err(|JsError| SaveError::Unreadable)?;
                String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| SaveError::Unreadable)?
            }
        };
        for key in &keys {
            // The wizard asks again for a file that cannot be read.
            self.read_file(&database, record_key, key, files).await.ok();
        }
        Ok(Some(answers))
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

    async fn remove_old(&self, database: &Database, keys: &[String], own: Option<&str>) {
        let mut others: Vec<&str> = keys.iter().map(|key| owner(key)).filter(|id| Some(*id) != own).collect();
        // The keys are sorted.
        others.dedup();
        let mut old = Vec::new();
        for id in others {
            let record = database.get(id).await.unwrap_or(JsValue::UNDEFINED);
            if is_old(record_key::written_at(&record).or_else(|| clock::made_at(id))) {
                old.push(id.to_owned());
            }
        }
        if !old.is_empty() {
            // The next start tries again.
            database.write(&[], &old).await.ok();
        }
    }
}
