//! What disappears with the tab: the id under which a wizard saves its answers, and the key that encrypts them.

use web_sys::Storage;

use super::record_key::RecordKey;
use super::script::{BoxFuture, JsError};
use super::{clock, crypto};
use crate::domain::scheme::{from_hexadecimal, hexadecimal};

/// Whether a wizard of this name may have saved something in this tab.
pub(super) fn has_saved(instance: &str) -> bool {
    storage().is_ok_and(|storage| storage.get_item(&name(instance)).is_ok_and(|item| item.is_some()))
}

/// The tab's own id and key.
pub(super) struct Tab {
    /// Encrypts the records.
    pub record_key: RecordKey,
    bytes: [u8; 32],
}

impl Tab {
    /// The id and key of this tab, if it has them.
    pub fn find(instance: &str) -> BoxFuture<'_, Result<Option<Self>, JsError>> {
        Box::pin(Self::found(instance))
    }

    async fn found(instance: &str) -> Result<Option<Self>, JsError> {
        let Some(text) = storage()?.get_item(&name(instance))? else { return Ok(None) };
        let Some((id, key)) = text.split_once(':') else { return Ok(None) };
        let Some(bytes) = from_hexadecimal(key) else { return Ok(None) };
        let record_key = RecordKey { id: id.to_owned(), key: crypto::key(&bytes).await? };
        Ok(Some(Self { record_key, bytes }))
    }

    /// The id and key of this tab; new ones if it has none.
    pub async fn find_or_make(instance: &str) -> Result<Self, JsError> {
        if let Some(tab) = Self::find(instance).await? {
            return Ok(tab);
        }
        let bytes = crypto::random::<32>().ok_or(JsError)?;
        let record_key = RecordKey { id: clock::new_id(), key: crypto::key(&bytes).await? };
        storage()?.set_item(&name(instance), &format!("{}:{}", record_key.id, hexadecimal(&bytes)))?;
        Ok(Self { record_key, bytes })
    }

    /// The key, for another cipher whose nonces cannot collide with those of the first.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// Forgets id and key, so that what was saved cannot be decrypted any more; returns the id.
    pub fn forget(instance: &str) -> Option<String> {
        let id = id(instance).ok()??;
        storage().ok()?.remove_item(&name(instance)).ok()?;
        Some(id)
    }
}

/// The id under which the wizard of this name saves in this tab, if it does.
pub(super) fn id(instance: &str) -> Result<Option<String>, JsError> {
    let entry = storage()?.get_item(&name(instance))?;
    Ok(entry.and_then(|entry| Some(entry.split_once(':')?.0.to_owned())))
}

/// Gives the records of this tab another name, so that nothing is written over them.
pub(super) fn set_aside(instance: &str) -> Result<(), JsError> {
    aside(&storage()?, instance)
}

/// Moves an entry to a name beside its own.
pub(super) fn aside(storage: &Storage, instance: &str) -> Result<(), JsError> {
    let name = name(instance);
    if let Some(entry) = storage.get_item(&name)? {
        storage.set_item(&aside_name(instance), &entry)?;
        storage.remove_item(&name)?;
    }
    Ok(())
}

/// The name of a wizard's entry in the storage.
pub(super) fn name(instance: &str) -> String {
    format!("eh-wizard:{instance}")
}

/// The name of the entry of what was set aside.
pub(super) fn aside_name(instance: &str) -> String {
    [&name(instance), ":aside"].concat()
}

/// The storage that disappears with the tab.
pub(super) fn storage() -> Result<Storage, JsError> {
    // Throws if the page may not save anything.
    web_sys::window().ok_or(JsError)?.session_storage()?.ok_or(JsError)
}
