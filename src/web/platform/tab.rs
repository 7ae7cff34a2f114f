//! What dies with the tab: under which id a wizard keeps its answers, and the key that opens them.

use web_sys::Storage;

use super::safe::Safe;
use super::script::{Thrown, Work};
use super::{clock, crypto};

/// Whether a wizard of this name may have kept something in this tab.
pub(super) fn keeps(instance: &str) -> bool {
    storage().is_ok_and(|storage| storage.get_item(&name(instance)).is_ok_and(|item| item.is_some()))
}

/// The tab's own id and key.
pub(super) struct Tab {
    /// Where the records stand.
    pub safe: Safe,
    bytes: [u8; 32],
}

impl Tab {
    /// The id and key of this tab, if it has them.
    pub fn find(instance: &str) -> Work<'_, Result<Option<Self>, Thrown>> {
        Box::pin(Self::found(instance))
    }

    async fn found(instance: &str) -> Result<Option<Self>, Thrown> {
        let Some(text) = storage()?.get_item(&name(instance))? else { return Ok(None) };
        let Some((id, key)) = text.split_once(':') else { return Ok(None) };
        let Some(bytes) = crypto::from_hexadecimal(key) else { return Ok(None) };
        let safe = Safe { id: id.to_owned(), key: crypto::key(&bytes).await? };
        Ok(Some(Self { safe, bytes }))
    }

    /// The id and key of this tab; fresh ones if it has none.
    pub async fn find_or_make(instance: &str) -> Result<Self, Thrown> {
        if let Some(tab) = Self::find(instance).await? {
            return Ok(tab);
        }
        let bytes = crypto::random::<32>().ok_or(Thrown)?;
        let safe = Safe { id: clock::new_id(), key: crypto::key(&bytes).await? };
        storage()?.set_item(&name(instance), &[safe.id.as_str(), ":", &crypto::hexadecimal(&bytes)].concat())?;
        Ok(Self { safe, bytes })
    }

    /// The key, for another cipher with numbers of its own: those of the two never meet.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// Forgets id and key, so that what was kept cannot be opened any more; gives the id.
    pub fn forget(instance: &str) -> Option<String> {
        let storage = storage().ok()?;
        let text = storage.get_item(&name(instance)).ok()??;
        storage.remove_item(&name(instance)).ok()?;
        text.split_once(':').map(|(id, _)| id.to_owned())
    }
}

/// Under this name a wizard has its entry.
pub(super) fn name(instance: &str) -> String {
    ["eh-wizard:", instance].concat()
}

/// What dies with the tab.
pub(super) fn storage() -> Result<Storage, Thrown> {
    // Throws where the page may keep nothing.
    web_sys::window().ok_or(Thrown)?.session_storage()?.ok_or(Thrown)
}
