//! The browser's database, opened for each operation, so that it cannot be closed while we use it.

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::script::{self, BoxFuture, JsError};

const DATABASE: &str = "eherkenning-wizard";
const STORE: &str = "kept";
/// Timeout of a small database operation, in milliseconds.
const TIMEOUT_MS: u32 = 2_000;
/// Timeout of an operation with files, in milliseconds.
const FILES_TIMEOUT_MS: u32 = 10_000;

/// An open database.
pub(super) struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    /// Opens the database, and creates it if it does not exist.
    pub fn open() -> BoxFuture<'static, Result<Self, JsError>> {
        Box::pin(Self::opened())
    }

    async fn opened() -> Result<Self, JsError> {
        let window = JsValue::from(web_sys::window().ok_or(JsError)?);
        // Throws in a frame without an origin of its own.
        let factory: IdbFactory = script::field(&window, "indexedDB").ok_or(JsError)?;
        let request = factory.open_with_u32(DATABASE, 1)?;
        let target = request.clone();
        let upgrade = Closure::once_into_js(move || {
            // If this fails, opening fails.
            target
                .result()
                .map(|database| database.unchecked_into::<IdbDatabase>().create_object_store(STORE).ok())
                .ok();
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = within(TIMEOUT_MS, request).await?.unchecked_into();
        Ok(Self(database))
    }

    /// The keys of all records.
    pub async fn keys(&self) -> Result<Vec<String>, JsError> {
        let keys = within(FILES_TIMEOUT_MS, self.store()?.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    /// A record; `undefined` if it does not exist.
    pub fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<JsValue, JsError>> {
        Box::pin(async move { within(FILES_TIMEOUT_MS, self.store()?.get(&key.into())?).await })
    }

    /// Writes and removes records, all or none of them; resolves once they are on disk. Removing a record also removes
    /// those whose keys begin with its key and a slash.
    pub fn write<'a>(
        &'a self,
        puts: &'a [(String, JsValue)],
        removals: &'a [String],
    ) -> BoxFuture<'a, Result<(), JsError>> {
        Box::pin(self.written(puts, removals))
    }

    async fn written(&self, puts: &[(String, JsValue)], removals: &[String]) -> Result<(), JsError> {
        let (transaction, store) = self.begin("readwrite")?;
        for (key, record) in puts {
            store.put_with_key(record, &key.into())?;
        }
        for key in removals {
            // A slash sorts directly before a zero.
            let all = IdbKeyRange::bound(&key.into(), &format!("{key}0").into())?;
            store.delete(&all.into())?;
        }
        let done = script::called(|done, failed| {
            transaction.set_oncomplete(Some(&done));
            transaction.set_onabort(Some(&failed));
        });
        let timeout_ms = if puts.len() > 1 { FILES_TIMEOUT_MS } else { TIMEOUT_MS };
        script::within(timeout_ms, script::awaited(done)).await.ok_or(JsError)??;
        Ok(())
    }

    fn store(&self) -> Result<IdbObjectStore, JsError> {
        Ok(self.begin("readonly")?.1)
    }

    fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsError> {
        let options: JsValue = script::options(&[("durability", "strict".into())]);
        let begin: Function = script::method(&self.0, "transaction").ok_or(JsError)?;
        let transaction: IdbTransaction = begin.call3(&self.0, &STORE.into(), &mode.into(), &options)?.unchecked_into();
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

/// The result of a request, unless it takes too long.
fn within(milliseconds: u32, request: impl Into<IdbRequest>) -> BoxFuture<'static, Result<JsValue, JsError>> {
    let request: IdbRequest = request.into();
    Box::pin(async move {
        let done = script::called(|done, failed| {
            request.set_onsuccess(Some(&done));
            request.set_onerror(Some(&failed));
        });
        script::within(milliseconds, script::awaited(done)).await.ok_or(JsError)??;
        Ok(request.result()?)
    })
}
