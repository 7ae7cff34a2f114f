//! Where records stand in the database: an id before their keys, and the key that opens them.

use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::clock;
use super::crypto::{self, Sealed};
use super::script::{self, Thrown, Work, field};

/// The version of the records.
const VERSION: &str = "eh-wizard/1/";

/// An id, and the key of its records.
pub(super) struct Safe {
    /// Under this id the records stand.
    pub id: String,
    /// Cannot be read out.
    pub key: CryptoKey,
}

impl Safe {
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

/// Binds a record to its version and place, so that none can stand for another.
fn label(record_key: &str) -> String {
    [VERSION, record_key].concat()
}
