//! What dies with the tab: under which id a wizard keeps its answers, and the key that opens them.

use web_sys::{CryptoKey, Storage};

use super::crypto::{self, Sealed};
use super::script::{self, Thrown, Work};
use super::{clock, script::field};
use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The version of the records.
const VERSION: u32 = 1;

/// Whether a wizard of this name may have kept something in this tab.
pub fn keeps(instance: &str) -> bool {
    storage().is_ok_and(|storage| storage.get_item(&name(instance)).is_ok_and(|item| item.is_some()))
}

/// The tab's own id and key.
pub(super) struct Tab {
    /// Under this id the records stand.
    pub id: String,
    key: CryptoKey,
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
        Ok(Some(Self { id: id.to_owned(), key: crypto::key(&bytes).await?, bytes }))
    }

    /// The id and key of this tab; fresh ones if it has none.
    pub async fn find_or_make(instance: &str) -> Result<Self, Thrown> {
        if let Some(tab) = Self::find(instance).await? {
            return Ok(tab);
        }
        let bytes = crypto::random::<32>().ok_or(Thrown)?;
        let key = crypto::key(&bytes).await?;
        let id = clock::new_id();
        storage()?.set_item(&name(instance), &[id.as_str(), ":", &crypto::hexadecimal(&bytes)].concat())?;
        Ok(Self { id, key, bytes })
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

    /// A record: encrypted, with the time and the media type beside it.
    pub fn seal<'a>(
        &'a self,
        record_key: &'a str,
        media_type: &'a str,
        plain: &'a Object,
    ) -> Work<'a, Result<JsValue, Thrown>> {
        Box::pin(self.sealed(record_key, media_type, plain))
    }

    async fn sealed(&self, record_key: &str, media_type: &str, plain: &Object) -> Result<JsValue, Thrown> {
        let sealed = crypto::seal(&self.key, &label(record_key), plain).await?;
        let time = clock::milliseconds().to_string();
        let fields = [
            ("time", time.into()),
            ("type", media_type.into()),
            ("iv", sealed.iv.into()),
            ("data", sealed.data.into()),
        ];
        Ok(script::options(&fields))
    }

    /// What is in a record, and its media type.
    pub fn open<'a>(
        &'a self,
        record_key: &'a str,
        record: &'a JsValue,
    ) -> Work<'a, Result<(ArrayBuffer, String), Thrown>> {
        Box::pin(self.opened(record_key, record))
    }

    async fn opened(&self, record_key: &str, record: &JsValue) -> Result<(ArrayBuffer, String), Thrown> {
        let iv = field::<JsValue>(record, "iv").and_then(|iv| iv.dyn_into::<Uint8Array>().ok()).ok_or(Thrown)?;
        let data = field::<JsValue>(record, "data").and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
        let sealed = Sealed { iv, data: data.ok_or(Thrown)? };
        let media_type = field::<JsValue>(record, "type").and_then(|text| text.as_string()).unwrap_or_default();
        Ok((crypto::open(&self.key, &label(record_key), &sealed).await?, media_type))
    }
}

/// When a record was written, in milliseconds since 1970.
pub(super) fn written_at(record: &JsValue) -> Option<u64> {
    field::<JsValue>(record, "time")?.as_string()?.parse().ok()
}

fn name(instance: &str) -> String {
    ["eh-wizard:", instance].concat()
}

/// Binds a record to its version and place, so that none can stand for another.
fn label(record_key: &str) -> String {
    format!("eh-wizard/{VERSION}/{record_key}")
}

/// What dies with the tab.
pub(super) fn storage() -> Result<Storage, Thrown> {
    // Throws where the page may keep nothing.
    web_sys::window().ok_or(Thrown)?.session_storage()?.ok_or(Thrown)
}
