//! What was kept before: read when the wizard starts, and removed once it is too old.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::{Store, is_old, owner};
use crate::web::platform::clock;
use crate::web::platform::database::Database;
use crate::web::platform::device::Device;
use crate::web::platform::files::Files;
use crate::web::platform::last_words;
use crate::web::platform::safe::{self, Safe};
use crate::web::platform::script::{self, Thrown};
use crate::web::platform::tab::Tab;
use crate::web::wizard::{KeepError, OnDevice};

impl Store {
    /// The answers, with the files laid with the others.
    pub(super) async fn read(self: &Rc<Self>, files: &Files) -> Result<Option<String>, KeepError> {
        let unavailable = |Thrown| KeepError::Unavailable;
        let tab = Tab::find(&self.instance).await.map_err(unavailable)?;
        let own = tab.as_ref().map(|tab| tab.safe.id.as_str());
        let database = Database::open().await.map_err(unavailable)?;
        let keys = database.keys().await.map_err(unavailable)?;
        self.remove_old(&database, &keys, own).await;
        if self.on_device() != OnDevice::Never {
            let found = Device::found(&self.instance).await.map_err(unavailable)?;
            if let Some(device) = found {
                let files = keys.iter().filter(|key| owner(key) == device.safe.id && **key != device.safe.id);
                device.written.replace(files.cloned().collect());
                self.hold(device, false).await;
            }
        }
        let device = self.device.borrow().clone();
        let safe = match (&tab, &device) {
            (Some(tab), _) => &tab.safe,
            (None, Some(device)) => &device.safe,
            (None, None) => return Ok(None),
        };
        let record = database.get(&safe.id).await.map_err(unavailable)?;
        let kept_at = safe::written_at(&record);
        if is_old(kept_at) {
            return Ok(None);
        }
        self.kept_at.set(kept_at);
        let said = match &tab {
            Some(tab) => last_words::heard(&self.instance, tab).await,
            None => None,
        };
        let kept = match said {
            Some(kept) => kept,
            None if record.is_undefined() => return Ok(None),
            None => {
                let (bytes, _) = safe.open(&safe.id, &record).await.map_err(|Thrown| KeepError::Unreadable)?;
                String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| KeepError::Unreadable)?
            }
        };
        for key in &keys {
            // A file that cannot be read is asked for again.
            self.read_file(&database, safe, key, files).await.ok();
        }
        Ok(Some(kept))
    }

    async fn read_file(&self, database: &Database, safe: &Safe, key: &str, files: &Files) -> Result<(), Thrown> {
        let id = key.strip_prefix(&safe.id).and_then(|rest| rest.strip_prefix('/')).ok_or(Thrown)?;
        let (bytes, media_type) = safe.open(key, &database.get(key).await?).await?;
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
            if is_old(safe::written_at(&record).or_else(|| clock::made_at(id))) {
                old.push(id.to_owned());
            }
        }
        if !old.is_empty() {
            // Next time, then.
            database.write(&[], &old).await.ok();
        }
    }
}
