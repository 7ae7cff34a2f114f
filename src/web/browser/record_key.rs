//! The key that encrypts records of the database, with the id that is the prefix of their names.

use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::clock;
use super::crypto::{self, Sealed};
use super::script::{self, BoxFuture, JsError, field};
use crate::domain::scheme::hexadecimal;

/// The version of the records.
const VERSION: &str = "eh-wizard/1/";

/// The key and the id of a group of records.
pub(super) struct RecordKey {
    /// The name of the record with the answers; the name of a file record is this id, a slash and the id of the file.
    pub id: String,
    /// Not extractable by scripts.
    pub key: CryptoKey,
}

impl RecordKey {
    /// A record: encrypted, with the time and the media type in plain text.
    pub fn seal<'a>(
        &'a self,
        name: &'a str,
        media_type: &'a str,
        plain: &'a Object,
    ) -> BoxFuture<'a, Result<JsValue, JsError>> {
        Box::pin(self.sealed(name, media_type, plain))
    }

    async fn sealed(&self, name: &str, media_type: &str, plain: &Object) -> Result<JsValue, JsError> {
        let sealed = crypto::seal(&self.key, &label(name), plain).await?;
        let time = clock::milliseconds().to_string();
        let fields = [
            ("time", time.into()),
            ("type", media_type.into()),
            ("iv", sealed.iv.into()),
            ("data", sealed.data.into()),
        ];
        Ok(script::options(&fields))
    }

    /// The content of a record, and its media type.
    pub fn open<'a>(
        &'a self,
        name: &'a str,
        record: &'a JsValue,
    ) -> BoxFuture<'a, Result<(ArrayBuffer, String), JsError>> {
        Box::pin(self.opened(name, record))
    }

    async fn opened(&self, name: &str, record: &JsValue) -> Result<(ArrayBuffer, String), JsError> {
        let iv = field::<JsValue>(record, "iv").and_then(|iv| iv.dyn_into::<Uint8Array>().ok()).ok_or(JsError)?;
        let data = field::<JsValue>(record, "data").and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
        let sealed = Sealed { iv, data: data.ok_or(JsError)? };
        let media_type = field::<JsValue>(record, "type").and_then(|text| text.as_string()).unwrap_or_default();
        Ok((crypto::open(&self.key, &label(name), &sealed).await?, media_type))
    }
}

/// When a record was written, in milliseconds since 1970.
pub(super) fn written_at(record: &JsValue) -> Option<u64> {
    field::<JsValue>(record, "time")?.as_string()?.parse().ok()
}

/// The revision of a record; older versions wrote none.
pub(super) fn revision(record: &JsValue) -> u32 {
    let text = field::<JsValue>(record, "revision").and_then(|text| text.as_string());
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Adds its revision to a record.
pub(super) fn add_revision(record: &JsValue, revision: u32) {
    script::set(record, "revision", &revision.to_string().into());
}

/// What stays of erased answers, so that another tab that still has them does not write them again.
pub(super) fn tombstone(revision: u32) -> JsValue {
    let record = script::options(&[("time", clock::milliseconds().to_string().into())]);
    add_revision(&record, revision);
    record
}

/// Whether anything is in a record.
pub(super) fn has_data(record: &JsValue) -> bool {
    field::<JsValue>(record, "data").is_some()
}

/// What cannot be read of a record, as text for a file.
pub(super) fn unread(record: &JsValue) -> String {
    let hex = |name, array: fn(&JsValue) -> Uint8Array| {
        field::<JsValue>(record, name).map(|value| hexadecimal(&array(&value).to_vec())).unwrap_or_default()
    };
    [hex("iv", Uint8Array::new), hex("data", Uint8Array::new)].join("\n")
}

/// Binds a record to its version and name, so that none can be passed off as another.
fn label(name: &str) -> String {
    format!("{VERSION}{name}")
}
