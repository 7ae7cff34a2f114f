//! A file in a folder that says which store it is: when the disk of a store goes away, the empty folder that is left must
//! not be taken for the store, or what it has would be stored twice.
//!
//! An object store has none: a bucket does not leave an empty one behind.

use object_store::Error;
use serde::{Deserialize, Serialize};

use super::objects::{Objects, explain, failed};

/// The name of the file that says which store a folder is.
pub const MARKER: &str = "store.json";

const FORMAT: &str = "intake-store/1";

/// Which store a folder is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    format: String,
    id: String,
    /// Whether applications were ever sealed here.
    is_sealed: bool,
}

impl Marker {
    /// Reads the marker of a folder, or makes one; `None` for an object store. `seals` is whether this server has a key.
    ///
    /// # Errors
    /// That the file cannot be read or written, or that applications are sealed and this server has no key, as a sentence.
    pub async fn of(objects: &Objects, seals: bool) -> Result<Option<Self>, String> {
        if objects.local_folder().is_none() {
            return Ok(None);
        }
        let path = objects.path(MARKER);
        let new = Self { format: FORMAT.to_owned(), id: uuid::Uuid::new_v4().to_string(), is_sealed: seals };
        let unusable = |error: Error| format!("{objects}: {MARKER} cannot be used: {}", explain(&error));
        let mut marker = objects.write_once(&path, &new).await.map_err(unusable)?;
        if marker == new {
            tracing::info!(store = %objects, "this folder is a store from now on");
        }
        if marker.is_sealed && !seals {
            return Err(format!("{objects}: applications are sealed in this store; name the key by --key-file"));
        }
        if seals && !marker.is_sealed {
            marker.is_sealed = true;
            objects.write_json(&path, &marker).await.map_err(unusable)?;
        }
        Ok(Some(marker))
    }

    /// Finds out whether the folder is still the same store.
    ///
    /// # Errors
    /// That it is not, or cannot be read.
    pub async fn check(&self, objects: &Objects) -> Result<(), Error> {
        let found = objects.read::<Self>(&objects.path(MARKER)).await?;
        if found.is_some_and(|found| found.id == self.id) {
            return Ok(());
        }
        Err(failed("the folder is no longer the store that it was at start; is its disk still there?"))
    }
}
